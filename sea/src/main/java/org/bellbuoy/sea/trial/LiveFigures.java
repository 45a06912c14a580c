package org.bellbuoy.sea.trial;

import java.util.List;
import java.util.function.Predicate;
import org.bellbuoy.sea.judge.Judgement;

/**
 * How soon switch-offs are called likely while they last, and how many natural silences are.
 *
 * @param label which silences
 * @param off made ones that lasted long enough to be judged
 * @param within15 of those, called likely within 15 minutes of their beginning
 * @param within30 called likely within 30 minutes
 * @param ever called likely at any moment looked at
 * @param natural natural ones of ten minutes and more, those that never ended included
 * @param natural15 of those, called likely within 15 minutes
 * @param natural30 within 30 minutes
 * @param naturalEver at any moment
 * @param naturalScored natural ones of 30 minutes to 3 hours
 * @param naturalScoredEver of those, called likely at any moment
 */
public record LiveFigures(
    String label,
    int off,
    int within15,
    int within30,
    int ever,
    int natural,
    int natural15,
    int natural30,
    int naturalEver,
    int naturalScored,
    int naturalScoredEver) {
  private static final int HEARD_WELL = 9;

  static List<LiveFigures> of(List<SilenceEvaluation.Judged> judged) {
    Predicate<SilenceEvaluation.Judged> any = j -> true;
    Predicate<SilenceEvaluation.Judged> well =
        j -> j.trial().silence().heardSlotsOfLastTen() >= HEARD_WELL;
    Predicate<SilenceEvaluation.Judged> good =
        well.and(j -> !j.trial().switchedOff() || j.trial().heardThroughout());
    return List.of(
        of("all class A", judged, any),
        of("heard in 9 or 10 of 10 six-minute slots before", judged, well),
        of("of those, switch-offs that would have been heard throughout", judged, good));
  }

  private static LiveFigures of(
      String label, List<SilenceEvaluation.Judged> all, Predicate<SilenceEvaluation.Judged> holds) {
    int[] n = new int[10];
    for (SilenceEvaluation.Judged one : all) {
      if (!holds.test(one) || one.lasting().isEmpty()) {
        continue;
      }
      long first = firstLikelyMinutes(one.lasting());
      if (one.trial().switchedOff()) {
        if (one.trial().scored()) {
          n[0]++;
          n[1] += first <= 15 ? 1 : 0;
          n[2] += first <= 30 ? 1 : 0;
          n[3] += first < Long.MAX_VALUE ? 1 : 0;
        }
        continue;
      }
      n[4]++;
      n[5] += first <= 15 ? 1 : 0;
      n[6] += first <= 30 ? 1 : 0;
      n[7] += first < Long.MAX_VALUE ? 1 : 0;
      if (one.trial().scored()) {
        n[8]++;
        n[9] += first < Long.MAX_VALUE ? 1 : 0;
      }
    }
    return new LiveFigures(label, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]);
  }

  private static long firstLikelyMinutes(List<Judgement> lasting) {
    Judgement first = LiveCall.firstLikely(lasting);
    return first == null ? Long.MAX_VALUE : LiveCall.afterMillis(first) / 60_000;
  }
}
