package org.bellbuoy.sea.evaluate;

import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.jspecify.annotations.Nullable;

/**
 * Measures of scores against what was switched off. Weights are by case, null for one each; what
 * there is too little for is null.
 */
public final class Metrics {
  private Metrics() {}

  /**
   * Weights that make switch-offs that share of all cases, their mean being 1.
   *
   * @throws IllegalArgumentException when the share is not between 0 and 1, or a kind is missing
   */
  public static double[] weightsAtPrior(boolean[] switchedOff, double prior) {
    if (!(prior > 0 && prior < 1)) {
      throw new IllegalArgumentException(prior + " is no share between 0 and 1.");
    }
    int n = switchedOff.length;
    int off = 0;
    for (boolean s : switchedOff) {
      off += s ? 1 : 0;
    }
    if (off == 0 || off == n) {
      throw new IllegalArgumentException("Only one kind of silence: no share can be set.");
    }
    double[] weight = new double[n];
    for (int i = 0; i < n; i++) {
      weight[i] = switchedOff[i] ? prior * n / off : (1 - prior) * n / (n - off);
    }
    return weight;
  }

  /** Area under the ROC curve: the chance that a switch-off scores higher, ties counting half. */
  public static @Nullable Double auc(
      double[] score, boolean[] switchedOff, double @Nullable [] weight) {
    double auc = Ranking.of(score, switchedOff).auc(weights(weight, score.length));
    return Double.isNaN(auc) ? null : auc;
  }

  /** The ROC curve from (0, 0) to (1, 1), one step for each score; empty without both kinds. */
  public static List<RocPoint> roc(
      double[] score, boolean[] switchedOff, double @Nullable [] weight) {
    return Ranking.of(score, switchedOff).roc(weights(weight, score.length));
  }

  /**
   * Recall while at most that share of natural silences (of n, the whole number floor(rate × n)) is
   * at or above the threshold. Silences of one score are called all or none.
   */
  public static @Nullable RecallAt recallAt(
      double naturalCalledRate, double[] score, boolean[] switchedOff, double @Nullable [] weight) {
    return recallAt(
        naturalCalledRate, Ranking.of(score, switchedOff), weights(weight, score.length));
  }

  static @Nullable RecallAt recallAt(double rate, Ranking ranking, double[] weightOfUnit) {
    Ranking.Reached reached = ranking.recallAt(rate, weightOfUnit);
    return Double.isNaN(reached.recall())
        ? null
        : new RecallAt(
            reached.recall(),
            reached.naturalRate(),
            Double.isInfinite(reached.threshold()) ? null : reached.threshold());
  }

  /** What is right when every case with a score of at least the threshold is called. */
  public static Calls callsAt(
      double threshold, double[] score, boolean[] switchedOff, double @Nullable [] weight) {
    boolean[] called = new boolean[score.length];
    for (int i = 0; i < called.length; i++) {
      called[i] = score[i] >= threshold;
    }
    return calls(called, switchedOff, weight);
  }

  /** What is right when every case of that level or a stronger one is called. */
  public static Calls callsAt(
      Level least, Level[] level, boolean[] switchedOff, double @Nullable [] weight) {
    boolean[] called = new boolean[level.length];
    for (int i = 0; i < called.length; i++) {
      // The strongest comes first.
      called[i] = level[i].compareTo(least) <= 0;
    }
    return calls(called, switchedOff, weight);
  }

  private static Calls calls(boolean[] called, boolean[] switchedOff, double @Nullable [] weight) {
    double[] w = weights(weight, called.length);
    // Called or not, times switched off or not.
    double[] sums = new double[4];
    for (int i = 0; i < called.length; i++) {
      sums[(called[i] ? 0 : 2) + (switchedOff[i] ? 0 : 1)] += w[i];
    }
    return new Calls(sums[0], sums[1], sums[2], sums[3]);
  }

  /** Of how many anything but {@code cannot-tell} was said. */
  public static Decided decided(Level[] level, boolean[] switchedOff, double @Nullable [] weight) {
    Calls said = callsAt(Level.UNLIKELY, level, switchedOff, weight);
    double decided = said.offCalled() + said.naturalCalled();
    double all = decided + said.offMissed() + said.naturalSpared();
    return new Decided(all > 0 ? decided / all : null, said.recall(), said.falseAlarmRate());
  }

  /** Mean square of probability less outcome (Brier 1950). */
  public static @Nullable Double brier(
      double[] probability, boolean[] switchedOff, double @Nullable [] weight) {
    double[] w = weights(weight, probability.length);
    double sum = 0;
    double total = 0;
    for (int i = 0; i < w.length; i++) {
      double miss = probability[i] - (switchedOff[i] ? 1 : 0);
      sum += w[i] * miss * miss;
      total += w[i];
    }
    return total > 0 ? sum / total : null;
  }

  /**
   * Calibration in ten bins, as mixed by the weights; null without cases of weight.
   *
   * @throws IllegalArgumentException when a value is no probability
   */
  public static @Nullable Calibration calibration(
      double[] probability, boolean[] switchedOff, double @Nullable [] weight) {
    return Calibration.of(
        probability, switchedOff, weights(weight, probability.length), Calibration.BINS);
  }

  static double[] weights(double @Nullable [] weight, int cases) {
    if (weight == null) {
      double[] ones = new double[cases];
      Arrays.fill(ones, 1);
      return ones;
    }
    if (weight.length != cases) {
      throw new IllegalArgumentException(weight.length + " weights for " + cases + " cases.");
    }
    for (double w : weight) {
      if (!(w >= 0 && w < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(w + " is no weight.");
      }
    }
    return weight;
  }
}
