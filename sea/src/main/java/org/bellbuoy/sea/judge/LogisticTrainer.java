package org.bellbuoy.sea.judge;

import java.util.List;

/** Logistic regression with a pull to zero, by Newton's method (iteratively reweighted squares). */
final class LogisticTrainer {
  private static final int MOST_ROUNDS = 30;
  private static final double ENOUGH = 1e-8;

  private LogisticTrainer() {}

  /**
   * The weights that fit best.
   *
   * @param rows inputs, the first being 1
   * @param truth what came
   * @param weight of each row
   * @param l2 pull to zero on all weights but the first
   */
  static double[] fit(List<double[]> rows, boolean[] truth, double[] weight, double l2) {
    int m = rows.getFirst().length;
    double[] w = new double[m];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[][] a = new double[m][m + 1];
      for (int r = 0; r < rows.size(); r++) {
        double[] x = rows.get(r);
        double sum = 0;
        for (int i = 0; i < m; i++) {
          sum += w[i] * x[i];
        }
        double p = 1 / (1 + Math.exp(-sum));
        double residual = weight[r] * ((truth[r] ? 1 : 0) - p);
        double curve = weight[r] * Math.max(1e-9, p * (1 - p));
        for (int i = 0; i < m; i++) {
          a[i][m] += residual * x[i];
          for (int j = 0; j <= i; j++) {
            a[i][j] += curve * x[i] * x[j];
          }
        }
      }
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < i; j++) {
          a[j][i] = a[i][j];
        }
        a[i][i] += i == 0 ? 1e-9 : l2;
        a[i][m] -= i == 0 ? 0 : l2 * w[i];
      }
      double[] step = solve(a);
      double largest = 0;
      for (int i = 0; i < m; i++) {
        w[i] += step[i];
        largest = Math.max(largest, Math.abs(step[i]));
      }
      if (largest < ENOUGH) {
        break;
      }
    }
    return w;
  }

  /** Gauss elimination with pivots of a system whose last column is the right side. */
  private static double[] solve(double[][] a) {
    int m = a.length;
    for (int c = 0; c < m; c++) {
      int pivot = c;
      for (int r = c + 1; r < m; r++) {
        if (Math.abs(a[r][c]) > Math.abs(a[pivot][c])) {
          pivot = r;
        }
      }
      double[] swapped = a[c];
      a[c] = a[pivot];
      a[pivot] = swapped;
      for (int r = 0; r < m; r++) {
        if (r == c || a[r][c] == 0 || a[c][c] == 0) {
          continue;
        }
        double factor = a[r][c] / a[c][c];
        for (int k = c; k <= m; k++) {
          a[r][k] -= factor * a[c][k];
        }
      }
    }
    double[] x = new double[m];
    for (int i = 0; i < m; i++) {
      // An input that is always 0 changes nothing, whatever its weight.
      x[i] = a[i][i] == 0 ? 0 : a[i][m] / a[i][i];
    }
    return x;
  }
}
