package org.bellbuoy.register.control;

import java.util.Arrays;

/**
 * Voting power after Shapley and Shubik: how often a holder is the one who turns a losing coalition
 * into a winning one, over all orders in which holders may join. Counted by dynamic programming
 * over the size and weight of coalitions, so exactly.
 *
 * <p>The float may be counted as an ocean of holders without weight of their own (Milnor and
 * Shapley 1978); one large holder of a against a dispersed rest then has a / (1 - a).
 */
public final class VotingPower {
  /** All votes, in basis points. */
  public static final int WHOLE = 10_000;

  /** Least votes that decide, in basis points: more than half. */
  public static final int QUOTA = 5_001;

  /** Most holders that are counted one by one; their coalitions still fit a whole number. */
  public static final int MOST_HOLDERS = 30;

  private VotingPower() {}

  /**
   * Power of each of the holders, who are all there are.
   *
   * @param basisPoints votes of each; their sum may fall short of the whole, and those votes are
   *     never cast
   * @throws IllegalArgumentException when there are too many holders or votes
   */
  public static double[] of(int[] basisPoints) {
    check(basisPoints);
    int n = basisPoints.length;
    long[][] all = coalitions(basisPoints);
    double[] power = new double[n];
    for (int i = 0; i < n; i++) {
      long[][] without = without(all, basisPoints[i], n);
      double sum = 0;
      for (int size = 0; size < n; size++) {
        long pivots = 0;
        for (int weight = Math.max(0, QUOTA - basisPoints[i]); weight < QUOTA; weight++) {
          pivots += without[size][weight];
        }
        sum += pivots / (n * binomial(n - 1, size));
      }
      power[i] = sum;
    }
    return power;
  }

  /**
   * Power of each of the named holders where the rest is dispersed over an ocean of small holders.
   *
   * @throws IllegalArgumentException when there are too many holders or votes
   */
  public static double[] withOcean(int[] basisPoints) {
    check(basisPoints);
    int n = basisPoints.length;
    int ocean = WHOLE - Arrays.stream(basisPoints).sum();
    if (ocean == 0) {
      return of(basisPoints);
    }
    long[][] all = coalitions(basisPoints);
    double[][] joined = joined(n, ocean);
    double[] power = new double[n];
    for (int i = 0; i < n; i++) {
      long[][] without = without(all, basisPoints[i], n);
      double sum = 0;
      for (int size = 0; size < n; size++) {
        double pivots = 0;
        for (int weight = 0; weight <= WHOLE; weight++) {
          if (without[size][weight] != 0) {
            double until = joined[size][clip(WHOLE / 2 - weight)];
            double from = joined[size][clip(WHOLE / 2 - basisPoints[i] - weight)];
            pivots += without[size][weight] * (until - from);
          }
        }
        sum += pivots / (n * binomial(n - 1, size));
      }
      power[i] = sum;
    }
    return power;
  }

  private static int clip(int missing) {
    return Math.max(0, missing);
  }

  private static void check(int[] basisPoints) {
    long sum = 0;
    for (int votes : basisPoints) {
      if (votes < 0) {
        throw new IllegalArgumentException("Votes are " + votes + " basis points.");
      }
      sum += votes;
    }
    if (sum > WHOLE || basisPoints.length > MOST_HOLDERS) {
      throw new IllegalArgumentException(
          "%d holders have %d basis points; at most %d with %d."
              .formatted(basisPoints.length, sum, MOST_HOLDERS, WHOLE));
    }
  }

  /** How many coalitions have a size and a weight. */
  private static long[][] coalitions(int[] basisPoints) {
    long[][] count = new long[basisPoints.length + 1][WHOLE + 1];
    count[0][0] = 1;
    for (int i = 0; i < basisPoints.length; i++) {
      for (int size = i; size >= 0; size--) {
        for (int weight = WHOLE - basisPoints[i]; weight >= 0; weight--) {
          count[size + 1][weight + basisPoints[i]] += count[size][weight];
        }
      }
    }
    return count;
  }

  /** The same for coalitions that one holder is not in. */
  private static long[][] without(long[][] all, int votes, int n) {
    long[][] count = new long[n + 1][];
    count[0] = all[0].clone();
    for (int size = 1; size <= n; size++) {
      count[size] = all[size].clone();
      for (int weight = votes; weight <= WHOLE; weight++) {
        count[size][weight] -= count[size - 1][weight - votes];
      }
    }
    return count;
  }

  /**
   * Holders join at moments spread evenly over a unit of time, the ocean evenly along it. The entry
   * for a size k and missing votes d is the probability that more than k of n holders have joined
   * when d votes of the ocean have.
   */
  private static double[][] joined(int n, int ocean) {
    double[][] joined = new double[n][WHOLE / 2 + 1];
    for (int missing = 0; missing <= WHOLE / 2; missing++) {
      double t = Math.min(1, missing / (double) ocean);
      double more = 0;
      for (int k = n - 1; k >= 0; k--) {
        more += binomial(n, k + 1) * Math.pow(t, k + 1) * Math.pow(1 - t, n - k - 1);
        joined[k][missing] = more;
      }
    }
    return joined;
  }

  private static double binomial(int n, int k) {
    double result = 1;
    for (int i = 1; i <= k; i++) {
      result = result * (n - k + i) / i;
    }
    return result;
  }
}
