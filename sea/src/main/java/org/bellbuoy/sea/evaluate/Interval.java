package org.bellbuoy.sea.evaluate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A 95 % interval.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
  /** 97.5 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  private static final double TAIL = 0.025;

  /**
   * Interval of a share, {@code (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)} (Wilson 1927).
   *
   * @param successes how many, at most {@code n}
   * @param n of how many, more than 0
   */
  public static Interval wilson(double successes, double n) {
    if (!(n > 0) || successes < 0 || successes > n) {
      throw new IllegalArgumentException(successes + " of " + n + " is no share.");
    }
    double p = successes / n;
    double z2 = Z * Z;
    double centre = p + z2 / (2 * n);
    double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    double scale = 1 + z2 / n;
    // At no success or all, the ends are 0 and 1 but for rounding.
    double low = successes == 0 ? 0 : Math.max(0, (centre - half) / scale);
    double high = successes == n ? 1 : Math.min(1, (centre + half) / scale);
    return new Interval(low, high);
  }

  /**
   * From the 2.5 to the 97.5 % quantile of draws, values between two draws by straight line
   * (definition 7 of Hyndman and Fan 1996); NaN draws are left out, null when none is left.
   */
  static @Nullable Interval ofDraws(double[] draws) {
    double[] sorted = Arrays.stream(draws).filter(d -> !Double.isNaN(d)).sorted().toArray();
    return sorted.length == 0
        ? null
        : new Interval(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
  }
}
