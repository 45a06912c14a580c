package org.bellbuoy.sea.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.bellbuoy.sea.judge.SilenceTraining.Example;

/**
 * Ways of judging that were tried and lost, kept so that the evaluation can show by how much. None
 * takes part in a judgement.
 */
public final class OtherWays {
  private static final double L2 = 1;

  private OtherWays() {}

  /** −ln of the chance of so long a silence by the hearing model alone: the hazard. */
  public static double hazard(SilenceModel model, SilenceFacts facts) {
    return Chances.evidence(model.hearing(), facts.steps(), Long.MAX_VALUE);
  }

  /** The same at the places within reach where the ship was least likely to be heard. */
  public static double hazardWhereHardest(SilenceModel model, SilenceFacts facts) {
    return Chances.hidingEvidence(model.hearing(), facts.steps());
  }

  /**
   * Σ −ln(1 − q) over steps, where q is the mean of a Beta posterior of the others' share near the
   * ship, times the share of six-minute slots of the hour before in which it was heard itself
   * (Hammond and Peters, 2012, with neighbours at that very time in place of a map).
   */
  public static double beta(SilenceFacts facts) {
    double own = (facts.silence().heardSlotsOfLastTen() + 0.5) / 11;
    double sum = 0;
    for (Chances.Step step : facts.steps()) {
      double n = step.others().ships(1) * HearingModel.STEP_SLOTS;
      double heard = step.others().share(1) * n;
      double q = (heard + 0.5) / (n + 1) * own;
      sum -= Math.log1p(-Math.min(0.99, q));
    }
    return sum;
  }

  /** Share of others' slots heard near it meanwhile, by a kernel in space over time: no history. */
  public static double smoother(SilenceFacts facts) {
    return facts.value(Feature.OTHERS_MEANWHILE_MIDDLE);
  }

  /**
   * A plain logistic regression on the ship's own recent rate, its range and the share of its
   * neighbours heard: the floor.
   *
   * @param weights of {@link #inputs}
   */
  @SuppressWarnings("ArrayRecordComponent") // made here, read here
  public record Plain(double[] weights) {
    /** The probability it gives. */
    public double of(SilenceFacts facts) {
      double[] x = inputs(facts);
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += weights[i] * x[i];
      }
      return 1 / (1 + Math.exp(-sum));
    }
  }

  /** Fits the floor to some groups, both kinds weighing the same. */
  public static Plain plain(List<Example> examples, IntPredicate use) {
    List<double[]> rows = new ArrayList<>();
    List<Example> used = examples.stream().filter(e -> use.test(e.group())).toList();
    boolean[] truth = new boolean[used.size()];
    int off = 0;
    for (int i = 0; i < truth.length; i++) {
      rows.add(inputs(used.get(i).facts()));
      truth[i] = used.get(i).switchedOff();
      off += truth[i] ? 1 : 0;
    }
    double[] weight = new double[truth.length];
    for (int i = 0; i < truth.length; i++) {
      weight[i] = truth[i] ? (truth.length - off) / (double) Math.max(1, off) : 1;
    }
    return new Plain(LogisticTrainer.fit(rows, truth, weight, L2));
  }

  private static double[] inputs(SilenceFacts facts) {
    return new double[] {
      1,
      facts.value(Feature.RATE_10_MIN),
      facts.value(Feature.RATE_60_MIN),
      facts.value(Feature.RANGE_BEFORE),
      facts.value(Feature.OTHERS_MEANWHILE_NEAR),
      facts.value(Feature.OTHERS_MEANWHILE_MIDDLE)
    };
  }
}
