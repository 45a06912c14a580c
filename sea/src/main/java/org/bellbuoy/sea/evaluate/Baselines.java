package org.bellbuoy.sea.evaluate;

import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.sea.detect.SilenceWeighing;

/** Simple and published ways of judging a silence, to compare others with. */
public final class Baselines {
  /** A gap from which the rule of Global Fishing Watch applies. */
  static final double GFW_LEAST_MINUTES = 12 * 60;

  /** Distance from shore from which it applies. */
  static final double GFW_LEAST_SHORE_METRES = 50 * Stratum.METRES_PER_NAUTICAL_MILE;

  /** Positions a day in the cell, which must be more than this. */
  static final double GFW_CELL_POSITIONS_PER_DAY = 10;

  /** Positions of the ship in the twelve hours before, which must be at least this. */
  static final int GFW_LEAST_POSITIONS_BEFORE = 14;

  private Baselines() {}

  /** The longer the silence in minutes, the more suspect: what a fixed timeout sees. */
  public static MethodScores fixedTimeout(List<SilenceCase> cases) {
    return MethodScores.ofScores(
        "fixed-timeout",
        "Fixed timeout: the longer, the more suspect",
        cases.stream().mapToDouble(SilenceCase::minutes).toArray());
  }

  /**
   * The nearer to the receiver, in metres below 0, the more suspect. An unknown distance counts as
   * the median of the known ones, 0 where none is known, so that it argues neither way.
   */
  public static MethodScores rangeDisc(List<SilenceCase> cases) {
    double[] known =
        cases.stream()
            .mapToDouble(SilenceCase::rangeMetres)
            .filter(r -> !Double.isNaN(r))
            .sorted()
            .toArray();
    int n = known.length;
    double median = n == 0 ? 0 : (known[(n - 1) / 2] + known[n / 2]) / 2;
    return MethodScores.ofScores(
        "range-disc",
        "Range disc: the nearer to the receiver, the more suspect",
        cases.stream()
            .mapToDouble(SilenceCase::rangeMetres)
            .map(r -> -(Double.isNaN(r) ? median : r))
            .toArray());
  }

  /**
   * How many of the four conditions of {@link #gfwRule} are met, and below that the longer the more
   * suspect: met + h / (h + 12) with h hours. The rule itself has no such score.
   */
  public static MethodScores gfwGraded(List<SilenceCase> cases, List<GfwFacts> facts) {
    double[] score = new double[check(cases, facts)];
    for (int i = 0; i < score.length; i++) {
      double minutes = cases.get(i).minutes();
      score[i] = gfwMet(cases.get(i), facts.get(i)) + minutes / (minutes + GFW_LEAST_MINUTES);
    }
    return MethodScores.ofScores(
        "gfw-graded", "Global Fishing Watch: conditions met, then length", score);
  }

  /**
   * The rule of Global Fishing Watch to the letter (Welch and others, Science Advances 8, eabq2109,
   * 2022): a gap of 12 h or more that begins 50 nm or more from shore, where more than 10 positions
   * a day are heard, by a ship heard 14 times or more in the 12 h before. What is not known is not
   * met. The rule was made for satellites and the high seas: it says no to every shorter silence.
   */
  public static MethodScores gfwRule(List<SilenceCase> cases, List<GfwFacts> facts) {
    Level[] level = new Level[check(cases, facts)];
    double[] score = new double[level.length];
    for (int i = 0; i < level.length; i++) {
      boolean met = gfwMet(cases.get(i), facts.get(i)) == 4;
      level[i] = met ? Level.LIKELY : Level.UNLIKELY;
      score[i] = met ? 1 : 0;
    }
    return new MethodScores(
        "gfw-rule", "Global Fishing Watch: the rule to the letter", score, false, level);
  }

  /** The house's first cut: its probability and level. */
  public static MethodScores firstCut(List<SilenceWeighing.Result> results) {
    return new MethodScores(
        "first-cut",
        "Bellbuoy's first cut, chosen parameters",
        results.stream().mapToDouble(SilenceWeighing.Result::probabilityOff).toArray(),
        true,
        results.stream().map(SilenceWeighing.Result::level).toArray(Level[]::new));
  }

  private static int gfwMet(SilenceCase c, GfwFacts facts) {
    boolean[] conditions = {
      c.minutes() >= GFW_LEAST_MINUTES,
      c.shoreMetres() >= GFW_LEAST_SHORE_METRES,
      facts.cellPositionsPerDay() > GFW_CELL_POSITIONS_PER_DAY,
      facts.positionsBefore() >= GFW_LEAST_POSITIONS_BEFORE
    };
    int met = 0;
    for (boolean condition : conditions) {
      met += condition ? 1 : 0;
    }
    return met;
  }

  private static int check(List<SilenceCase> cases, List<GfwFacts> facts) {
    if (cases.size() != facts.size()) {
      throw new IllegalArgumentException(
          facts.size() + " facts for " + cases.size() + " silences.");
    }
    return cases.size();
  }
}
