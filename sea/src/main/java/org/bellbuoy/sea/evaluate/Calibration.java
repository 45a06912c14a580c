package org.bellbuoy.sea.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether probabilities come true.
 *
 * @param offShare share of switch-offs among the cases as weighted
 * @param brier mean square of probability less outcome
 * @param brierOfShare the same of one who always says {@code offShare}
 * @param errorByWidth expected calibration error over bins of equal width
 * @param errorByCount the same over bins of about equal weight
 * @param byWidth bins of equal width, those without cases left out
 * @param byCount bins of about equal weight, those without cases left out
 */
public record Calibration(
    double offShare,
    double brier,
    double brierOfShare,
    double errorByWidth,
    double errorByCount,
    List<Bin> byWidth,
    List<Bin> byCount) {
  /** Bins of each table. */
  public static final int BINS = 10;

  /** Copies. */
  public Calibration {
    byWidth = List.copyOf(byWidth);
    byCount = List.copyOf(byCount);
  }

  /**
   * One bin of a reliability table.
   *
   * @param low lower edge, within the bin
   * @param high upper edge; in bins of equal width it belongs to the next bin, but for the last
   * @param cases how many
   * @param share of all weight
   * @param predicted mean probability
   * @param observed share of switch-offs
   * @param interval of {@code observed} by Wilson, with (Σw)² / Σw² as the number of cases (Kish
   *     1965); it takes cases as independent, which those of one vessel are not
   */
  public record Bin(
      double low,
      double high,
      int cases,
      double share,
      double predicted,
      double observed,
      Interval interval) {}

  static @Nullable Calibration of(
      double[] probability, boolean[] switchedOff, double[] weight, int bins) {
    int[] order =
        IntStream.range(0, probability.length)
            .filter(i -> weight[i] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probability[i] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    double total = 0;
    double off = 0;
    for (int i : order) {
      if (!(probability[i] >= 0 && probability[i] <= 1)) {
        throw new IllegalArgumentException(probability[i] + " is no probability.");
      }
      total += weight[i];
      off += switchedOff[i] ? weight[i] : 0;
    }
    Double brier = Metrics.brier(probability, switchedOff, weight);
    if (brier == null) {
      return null;
    }
    Sums[] width = sums(bins);
    Sums[] count = sums(bins);
    double before = 0;
    for (int start = 0; start < order.length; ) {
      double p = probability[order[start]];
      double here = 0;
      int end = start;
      while (end < order.length && probability[order[end]] == p) {
        here += weight[order[end++]];
      }
      // Cases of one probability stay together: their middle decides the bin.
      int rank = Math.min(bins - 1, (int) ((before + here / 2) / total * bins));
      Sums ofWidth = width[Math.min(bins - 1, (int) (p * bins))];
      for (; start < end; start++) {
        int i = order[start];
        ofWidth.add(p, switchedOff[i], weight[i]);
        count[rank].add(p, switchedOff[i], weight[i]);
      }
      before += here;
    }
    List<Bin> byWidth = new ArrayList<>();
    List<Bin> byCount = new ArrayList<>();
    for (int b = 0; b < bins; b++) {
      if (width[b].cases > 0) {
        byWidth.add(width[b].bin(b / (double) bins, (b + 1) / (double) bins, total));
      }
      if (count[b].cases > 0) {
        byCount.add(count[b].bin(count[b].least, count[b].most, total));
      }
    }
    double share = off / total;
    return new Calibration(
        share,
        brier,
        share * (1 - share),
        expectedError(byWidth),
        expectedError(byCount),
        byWidth,
        byCount);
  }

  /** Σ share × |observed − predicted| over bins (Naeini, Cooper and Hauskrecht 2015). */
  private static double expectedError(List<Bin> bins) {
    double error = 0;
    for (Bin bin : bins) {
      error += bin.share() * Math.abs(bin.observed() - bin.predicted());
    }
    return error;
  }

  private static Sums[] sums(int bins) {
    return IntStream.range(0, bins).mapToObj(b -> new Sums()).toArray(Sums[]::new);
  }

  /** What gathers in a bin. */
  private static final class Sums {
    private int cases;
    private double weight;
    private double weightSquares;
    private double predicted;
    private double off;
    private double least = 1;
    private double most;

    void add(double probability, boolean switchedOff, double w) {
      cases++;
      weight += w;
      weightSquares += w * w;
      predicted += w * probability;
      off += switchedOff ? w : 0;
      least = Math.min(least, probability);
      most = Math.max(most, probability);
    }

    Bin bin(double low, double high, double total) {
      double n = weight * weight / weightSquares;
      double observed = Math.min(1, off / weight);
      return new Bin(
          low,
          high,
          cases,
          weight / total,
          predicted / weight,
          observed,
          Interval.wilson(observed * n, n));
    }
  }
}
