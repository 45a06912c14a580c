package org.bellbuoy.sea.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws vessels with replacement, each with all its silences, since silences of one ship are alike
 * (cluster bootstrap, Davison and Hinkley 1997, section 3.8). Every method is measured on the same
 * draws, so that differences are paired.
 */
final class Bootstrap {
  private Bootstrap() {}

  /**
   * What came out; NaN where a draw held only one kind.
   *
   * @param auc by method and draw
   * @param recall by method and draw
   */
  @SuppressWarnings("ArrayRecordComponent") // never leaves the package and is never compared
  record Draws(double[][] auc, double[][] recall) {
    /** The draws of the difference of one method to another. */
    static double[] difference(double[][] of, int method, int other) {
      double[] difference = new double[of[method].length];
      Arrays.setAll(difference, i -> of[method][i] - of[other][i]);
      return difference;
    }
  }

  /**
   * Draws and measures.
   *
   * @param rankings by method, weighted by vessel
   * @param vessels how many there are to draw from, and are drawn each time
   */
  static Draws draw(
      List<Ranking> rankings,
      int vessels,
      double naturalCalledRate,
      int resamples,
      RandomGenerator random) {
    double[][] auc = new double[rankings.size()][resamples];
    double[][] recall = new double[rankings.size()][resamples];
    double[] times = new double[vessels];
    for (int r = 0; r < resamples; r++) {
      Arrays.fill(times, 0);
      for (int v = 0; v < vessels; v++) {
        times[random.nextInt(vessels)]++;
      }
      for (int m = 0; m < rankings.size(); m++) {
        auc[m][r] = rankings.get(m).auc(times);
        recall[m][r] = rankings.get(m).recallAt(naturalCalledRate, times).recall();
      }
    }
    return new Draws(auc, recall);
  }
}
