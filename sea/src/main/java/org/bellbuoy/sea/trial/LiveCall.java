package org.bellbuoy.sea.trial;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.judge.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * A natural silence that was called likely while it lasted, but not afterwards.
 *
 * @param silence all of it, as known in the end
 * @param first the first judgement that called it likely
 * @param ended the judgement once it was over; null for one that never was, or lasted too long
 */
public record LiveCall(SeaEvent.Silence silence, Judgement first, @Nullable Judgement ended) {
  /** All of that kind. */
  static List<LiveCall> of(List<SilenceEvaluation.Judged> judged) {
    List<LiveCall> calls = new ArrayList<>();
    for (SilenceEvaluation.Judged one : judged) {
      Judgement ended = one.ended();
      if (one.trial().switchedOff() || (ended != null && ended.level() == Level.LIKELY)) {
        continue;
      }
      Judgement first = firstLikely(one.lasting());
      if (first != null) {
        calls.add(new LiveCall(one.trial().silence(), first, ended));
      }
    }
    return calls;
  }

  /** The first judgement that says likely, in order of time; null where none does. */
  static @Nullable Judgement firstLikely(List<Judgement> lasting) {
    return lasting.stream().filter(j -> j.level() == Level.LIKELY).findFirst().orElse(null);
  }

  /** How long a silence had lasted when it was judged. */
  static long afterMillis(Judgement judgement) {
    return judgement.facts().momentMillis() - judgement.facts().silence().fromMillis();
  }

  /** How long it lasted in the end, and whether it was over when the data ended. */
  String lasted() {
    String span = Words.span(silence.millis());
    return silence.open() ? span + ", to the end of the data" : span;
  }

  /** How it was judged once it was over. */
  String afterwards() {
    return ended == null
        ? "not judged"
        : ended.level().word() + ", " + EvaluationPage.number(ended.probabilityOff());
  }
}
