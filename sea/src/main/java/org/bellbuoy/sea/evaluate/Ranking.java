package org.bellbuoy.sea.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cases in ascending order of a score, cases of the same score together. Made once; every weighting
 * of the cases is then measured in one pass.
 */
final class Ranking {
  /** So that rounding of a product never turns a whole allowance into one less. */
  private static final double SLACK = 1e-9;

  private final int[] caseOf;
  private final int[] unit;
  private final boolean[] off;
  private final double[] score;
  private final int[] groupEnds;

  private Ranking(int[] caseOf, int[] unit, boolean[] off, double[] score) {
    this.caseOf = caseOf;
    this.unit = unit;
    this.off = off;
    this.score = score;
    this.groupEnds =
        IntStream.rangeClosed(1, score.length)
            .filter(i -> i == score.length || score[i] != score[i - 1])
            .toArray();
  }

  /** Ranks cases; each is its own unit of weight. */
  static Ranking of(double[] scores, boolean[] switchedOff) {
    if (scores.length != switchedOff.length) {
      throw new IllegalArgumentException(
          scores.length + " scores for " + switchedOff.length + " cases.");
    }
    for (double s : scores) {
      if (Double.isNaN(s)) {
        throw new IllegalArgumentException("A score must be a number.");
      }
    }
    // Adding zero makes -0 and 0 the same score.
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    return of(order, order, scores, switchedOff);
  }

  private static Ranking of(int[] order, int[] unit, double[] scores, boolean[] switchedOff) {
    boolean[] off = new boolean[order.length];
    double[] sorted = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      off[i] = switchedOff[order[i]];
      sorted[i] = scores[order[i]] + 0.0;
    }
    return new Ranking(order, unit, off, sorted);
  }

  /** The ranking of those cases only, weighted by the units that they belong to. */
  Ranking only(boolean[] member, int[] unitOfCase) {
    int[] kept = IntStream.range(0, caseOf.length).filter(i -> member[caseOf[i]]).toArray();
    int[] cases = new int[kept.length];
    int[] units = new int[kept.length];
    boolean[] offs = new boolean[kept.length];
    double[] scores = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      cases[i] = caseOf[kept[i]];
      units[i] = unitOfCase[cases[i]];
      offs[i] = off[kept[i]];
      scores[i] = score[kept[i]];
    }
    return new Ranking(cases, units, offs, scores);
  }

  /**
   * Area under the ROC curve: the chance that a switch-off scores higher than a natural silence,
   * ties counting half (Mann and Whitney 1947); NaN where either is missing.
   */
  double auc(double[] weightOfUnit) {
    double naturalBelow = 0;
    double offSum = 0;
    double wins = 0;
    int i = 0;
    for (int end : groupEnds) {
      double offHere = 0;
      double naturalHere = 0;
      for (; i < end; i++) {
        double w = weightOfUnit[unit[i]];
        if (off[i]) {
          offHere += w;
        } else {
          naturalHere += w;
        }
      }
      wins += offHere * (naturalBelow + naturalHere / 2);
      naturalBelow += naturalHere;
      offSum += offHere;
    }
    return offSum > 0 && naturalBelow > 0 ? wins / offSum / naturalBelow : Double.NaN;
  }

  /**
   * What is recalled at the lowest threshold at which no more than that share of natural silences
   * is called; cases of one score are called all or none.
   */
  Reached recallAt(double naturalCalledRate, double[] weightOfUnit) {
    double offSum = 0;
    double naturalSum = 0;
    for (int i = 0; i < off.length; i++) {
      double w = weightOfUnit[unit[i]];
      if (off[i]) {
        offSum += w;
      } else {
        naturalSum += w;
      }
    }
    double allowed = naturalCalledRate * naturalSum + SLACK;
    double offCalled = 0;
    double naturalCalled = 0;
    double threshold = Double.POSITIVE_INFINITY;
    for (int g = groupEnds.length - 1; g >= 0; g--) {
      int start = g == 0 ? 0 : groupEnds[g - 1];
      double offHere = 0;
      double naturalHere = 0;
      for (int i = start; i < groupEnds[g]; i++) {
        double w = weightOfUnit[unit[i]];
        if (off[i]) {
          offHere += w;
        } else {
          naturalHere += w;
        }
      }
      if (naturalCalled + naturalHere > allowed) {
        break;
      }
      naturalCalled += naturalHere;
      offCalled += offHere;
      threshold = score[start];
    }
    double recall = offSum > 0 && naturalSum > 0 ? offCalled / offSum : Double.NaN;
    return new Reached(recall, naturalSum > 0 ? naturalCalled / naturalSum : 0, threshold);
  }

  /**
   * What was reached.
   *
   * @param recall share of switch-offs at or above the threshold, NaN where a kind is missing
   * @param naturalRate share of natural silences at or above it
   * @param threshold lowest score called, infinite where none is
   */
  record Reached(double recall, double naturalRate, double threshold) {}

  /** Every point of the ROC curve, from (0, 0) to (1, 1); empty where either kind is missing. */
  List<RocPoint> roc(double[] weightOfUnit) {
    double[] offUpTo = new double[groupEnds.length + 1];
    double[] naturalUpTo = new double[groupEnds.length + 1];
    for (int g = groupEnds.length - 1; g >= 0; g--) {
      double offHere = offUpTo[g + 1];
      double naturalHere = naturalUpTo[g + 1];
      for (int i = g == 0 ? 0 : groupEnds[g - 1]; i < groupEnds[g]; i++) {
        double w = weightOfUnit[unit[i]];
        if (off[i]) {
          offHere += w;
        } else {
          naturalHere += w;
        }
      }
      offUpTo[g] = offHere;
      naturalUpTo[g] = naturalHere;
    }
    if (!(offUpTo[0] > 0 && naturalUpTo[0] > 0)) {
      return List.of();
    }
    RocPoint[] points = new RocPoint[groupEnds.length + 1];
    points[0] = new RocPoint(0, 0, null);
    for (int g = groupEnds.length - 1; g >= 0; g--) {
      points[groupEnds.length - g] =
          new RocPoint(
              naturalUpTo[g] / naturalUpTo[0],
              offUpTo[g] / offUpTo[0],
              score[g == 0 ? 0 : groupEnds[g - 1]]);
    }
    return Arrays.asList(points);
  }
}
