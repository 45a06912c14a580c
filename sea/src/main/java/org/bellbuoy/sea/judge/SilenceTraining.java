package org.bellbuoy.sea.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.Hearings;

/**
 * Learns a {@link SilenceModel} from silences whose cause is known by construction. Deterministic.
 */
public final class SilenceTraining {
  private static final double HEARING_L2 = 1;

  private SilenceTraining() {}

  /**
   * A silence, natural or made by taking a ship's records away.
   *
   * @param facts at the moment of judgement
   * @param switchedOff whether it was made
   * @param group what may be left out as a whole: a fold
   */
  public record Example(SilenceFacts facts, boolean switchedOff, int group) {}

  /** The steps of one natural gap up to the one in which the ship was heard again. */
  public record Gap(List<Chances.Step> steps, long heardMillis, int group) {}

  /** Looks at a natural gap as one who does not know yet when it ends. */
  public static Gap gap(
      SeaEvent.Silence s,
      HearingSeries own,
      Hearings hearings,
      Surroundings surroundings,
      int group) {
    // What would have come after the end of the data is not known.
    long end = s.open() ? s.toMillis() : s.toMillis() + Chances.STEP_MILLIS;
    SilenceFacts facts = new Dossier(s.lasting(end), own, hearings, surroundings, false).at(end);
    return new Gap(facts.steps(), s.open() ? Long.MAX_VALUE : s.toMillis(), group);
  }

  /**
   * Fits all three parts.
   *
   * @param gaps natural gaps, for the hearing model
   * @param ended silences that were over
   * @param lasting the same while they lasted
   * @param use which groups to learn from
   */
  public static SilenceModel fit(
      List<Gap> gaps, List<Example> ended, List<Example> lasting, IntPredicate use) {
    HearingModel hearing = hearing(gaps, use);
    return new SilenceModel(
        hearing, trees(hearing, ended, use, true), trees(hearing, lasting, use, false));
  }

  private static HearingModel hearing(List<Gap> gaps, IntPredicate use) {
    List<double[]> rows = new ArrayList<>();
    List<Boolean> heard = new ArrayList<>();
    for (Gap gap : gaps) {
      if (!use.test(gap.group())) {
        continue;
      }
      for (Chances.Step step : gap.steps()) {
        boolean now = gap.heardMillis() < step.toMillis();
        rows.add(step.inputs());
        heard.add(now);
        if (now) {
          break;
        }
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no gaps to learn reception from");
    }
    boolean[] truth = new boolean[rows.size()];
    double[] weight = new double[rows.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = heard.get(i);
      weight[i] = 1;
    }
    return new HearingModel(LogisticTrainer.fit(rows, truth, weight, HEARING_L2));
  }

  private static TreeModel trees(
      HearingModel hearing, List<Example> examples, IntPredicate use, boolean ended) {
    List<double[]> rows = new ArrayList<>();
    List<Boolean> off = new ArrayList<>();
    for (Example example : examples) {
      if (use.test(example.group())) {
        rows.add(SilenceModel.values(hearing, example.facts()));
        off.add(example.switchedOff());
      }
    }
    boolean[] truth = new boolean[rows.size()];
    int positive = 0;
    for (int i = 0; i < truth.length; i++) {
      truth[i] = off.get(i);
      positive += truth[i] ? 1 : 0;
    }
    // Both kinds weigh the same in all, so that the log odds are a likelihood ratio.
    double balance = (truth.length - positive) / (double) Math.max(1, positive);
    double[] weight = new double[truth.length];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = truth[i] ? balance : 1;
    }
    int[] features = Feature.known(ended).stream().mapToInt(Feature::ordinal).toArray();
    return new TreeTrainer(TreeTrainer.Settings.defaults())
        .fit(rows, truth, weight, features)
        .written();
  }
}
