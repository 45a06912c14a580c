package org.bellbuoy.sea.reception;

/**
 * The Jeffreys interval of a share: the middle 95 % of the Beta(hits + ½, misses + ½) distribution.
 * As Brown, Cai and DasGupta (2001) advise, it reaches to 0 where nothing was hit and to 1 where
 * nothing was missed.
 *
 * @param low lower end
 * @param high upper end
 */
public record BetaInterval(double low, double high) {
  private static final double TAIL = 0.025;
  private static final int MOST_TERMS = 10_000;
  private static final double CLOSE = 1e-14;
  private static final double TINY = 1e-300;

  /**
   * The interval after that many tries, which need not be whole.
   *
   * @param hits from 0 to tries
   * @param tries 0 for none, which leaves everything open
   */
  public static BetaInterval jeffreys(double hits, double tries) {
    if (!(hits >= 0 && hits <= tries && Double.isFinite(tries))) {
      throw new IllegalArgumentException(hits + " hits in " + tries + " tries");
    }
    if (tries == 0) {
      return new BetaInterval(0, 1);
    }
    double a = hits + 0.5;
    double b = tries - hits + 0.5;
    return new BetaInterval(
        hits == 0 ? 0 : quantile(TAIL, a, b), hits == tries ? 1 : quantile(1 - TAIL, a, b));
  }

  /** The width, 0 to 1. */
  public double width() {
    return high - low;
  }

  /** Where the distribution function of Beta(a, b) is p, by halving. */
  static double quantile(double p, double a, double b) {
    double low = 0;
    double high = 1;
    while (high - low > 1e-12) {
      double middle = (low + high) / 2;
      if (cumulative(middle, a, b) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Distribution function of Beta(a, b): the regularized incomplete beta function. */
  static double cumulative(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    // The fraction converges fast on one side of the mean only; the other side mirrors it.
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < CLOSE) {
        return value;
      }
    }
    return value;
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** Logarithm of the gamma function above 0, by Stirling's series after shifting upwards. */
  private static double logGamma(double x) {
    double shift = 0;
    double at = x;
    while (at < 12) {
      shift += Math.log(at);
      at++;
    }
    double square = 1 / (at * at);
    double series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / at;
    return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
  }
}
