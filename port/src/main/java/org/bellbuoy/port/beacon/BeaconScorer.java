package org.bellbuoy.port.beacon;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of RITA version 5 (Active Countermeasures), written anew from a description of its
 * formulas: skewness by Bowley's measure and the median absolute deviation for gaps and sizes, a
 * histogram of 24 bars over the time of the data, and how long it goes on. Quartiles are
 * interpolated linearly. Cost: n log n.
 */
public final class BeaconScorer {
  /** From so many connections on it is a strobe, not a beacon. */
  public static final int STROBE = 86_400;

  private static final int BARS = 24;
  private static final int LEAST_TIMES = 4;
  private static final int LEAST_BARS = 6;
  private static final int LEAST_BIMODAL_BARS = 11;
  private static final double BAR_SHARE = 0.05;
  private static final int ENOUGH_HOURS_IN_A_ROW = 12;
  private static final double LEAST_SPREAD = 10;

  private BeaconScorer() {}

  /**
   * Scores a series.
   *
   * @param startSeconds whole seconds since 1970 at which connections began, in any order
   * @param bytes what the client sent in each
   * @param fromSeconds when the data begin
   * @param toSeconds when they end
   * @return null where there are fewer than four different times, or {@link #STROBE} connections
   */
  public static @Nullable BeaconScore score(
      long[] startSeconds, long[] bytes, long fromSeconds, long toSeconds) {
    long[] times = startSeconds.clone();
    Arrays.sort(times);
    double[] gaps = gaps(times);
    if (gaps.length < LEAST_TIMES - 1 || times.length >= STROBE) {
      return null;
    }
    double timestamp = evenness(gaps, 1);
    double size = evenness(Arrays.stream(bytes).asDoubleStream().toArray(), 0);
    int[] bars = bars(times, fromSeconds, toSeconds);
    double histogram = Math.max(steady(bars), bimodal(bars));
    double coverage =
        (double) (times[times.length - 1] - times[0]) / Math.max(1, toSeconds - fromSeconds);
    double duration = duration(bars, coverage);
    double total = (timestamp + size + duration + histogram) / 4;
    return new BeaconScore(
        timestamp, size, duration, histogram, Math.round(total * 1000) / 1000.0, times.length);
  }

  private static double[] gaps(long[] sorted) {
    double[] gaps = new double[Math.max(0, sorted.length - 1)];
    int count = 0;
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] > sorted[i - 1]) {
        gaps[count++] = sorted[i] - sorted[i - 1];
      }
    }
    return Arrays.copyOf(gaps, count);
  }

  /** Mean of how little skewed and how little spread values are. */
  private static double evenness(double[] values, double whereMedianIsSmall) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double low = quantile(sorted, 0.25);
    double middle = quantile(sorted, 0.5);
    double high = quantile(sorted, 0.75);
    double skew = 0;
    if (high - low >= LEAST_SPREAD && middle != low && middle != high) {
      skew = (low + high - 2 * middle) / (high - low);
    }
    double[] distances = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      distances[i] = Math.abs(sorted[i] - middle);
    }
    Arrays.sort(distances);
    double spread =
        middle < 1 ? whereMedianIsSmall : Math.max(0, (middle - quantile(distances, 0.5)) / middle);
    return (1 - Math.abs(skew) + spread) / 2;
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
  }

  private static int[] bars(long[] times, long from, long to) {
    int[] bars = new int[BARS];
    double width = Math.max(1, to - from) / (double) BARS;
    for (long time : times) {
      int bar = (int) ((time - from) / width);
      bars[Math.max(0, Math.min(BARS - 1, bar))]++;
    }
    return bars;
  }

  private static double steady(int[] bars) {
    double mean = Arrays.stream(bars).average().orElse(0);
    double squares = 0;
    for (int bar : bars) {
      squares += (bar - mean) * (bar - mean);
    }
    double variation = Math.sqrt(squares / bars.length) / mean;
    return 1 - Math.min(1, variation);
  }

  /** How many bars have one of the two most common heights, which are told apart coarsely. */
  private static double bimodal(int[] bars) {
    int tallest = Arrays.stream(bars).max().orElse(0);
    long filled = Arrays.stream(bars).filter(bar -> bar > 0).count();
    if (filled < LEAST_BIMODAL_BARS) {
      return 0;
    }
    int width = (int) Math.max(1, Math.ceil(tallest * BAR_SHARE));
    int[] heights = new int[tallest / width + 1];
    for (int bar : bars) {
      if (bar > 0) {
        heights[bar / width]++;
      }
    }
    Arrays.sort(heights);
    int top = heights[heights.length - 1];
    int second = heights.length > 1 ? heights[heights.length - 2] : 0;
    // One bar may be out of line.
    return Math.min(1, (double) (top + second) / Math.max(1, filled - 1));
  }

  private static double duration(int[] bars, double coverage) {
    long filled = Arrays.stream(bars).filter(bar -> bar > 0).count();
    if (filled < LEAST_BARS) {
      return 0;
    }
    int longest = 0;
    int run = 0;
    // Twice round, for a run may go over midnight.
    for (int i = 0; i < BARS * 2; i++) {
      run = bars[i % BARS] > 0 ? run + 1 : 0;
      longest = Math.max(longest, Math.min(run, BARS));
    }
    return Math.min(1, Math.max(coverage, (double) longest / ENOUGH_HOURS_IN_A_ROW));
  }
}
