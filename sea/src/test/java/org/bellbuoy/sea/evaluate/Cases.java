package org.bellbuoy.sea.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.bellbuoy.core.finding.Level;
import org.jspecify.annotations.Nullable;

/** Silences and scores made by hand or by seed. */
final class Cases {
  static final double MILE = 1852;
  static final long MINUTE = 60_000;
  static final int VESSEL = 900_000_000;

  private Cases() {}

  /** An hour's silence of a class A ship under way, ten miles off the receiver and the shore. */
  static SilenceCase silence(int vessel, boolean off) {
    return silence(vessel, off, 60, 10 * MILE, 10 * MILE);
  }

  static SilenceCase silence(
      int vessel, boolean off, long minutes, double rangeMetres, double shoreMetres) {
    return new SilenceCase(
        VESSEL + vessel,
        1,
        0,
        minutes * MINUTE,
        off,
        true,
        true,
        10,
        rangeMetres,
        shoreMetres,
        false,
        vessel % 2,
        0);
  }

  /** Silences of all kinds, from that many vessels. */
  static List<SilenceCase> fleet(SplittableRandom random, int vessels, int silences) {
    List<SilenceCase> cases = new ArrayList<>();
    for (int i = 0; i < silences; i++) {
      boolean off = random.nextInt(4) == 0;
      int vessel = random.nextInt(vessels);
      long from = random.nextLong(7 * 1440) * MINUTE;
      cases.add(
          new SilenceCase(
              VESSEL + vessel,
              1,
              from,
              from + (30 + random.nextInt(151)) * MINUTE,
              off,
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextInt(11),
              random.nextInt(10) == 0 ? Double.NaN : random.nextDouble() * 300 * MILE,
              random.nextInt(10) == 0 ? Double.NaN : random.nextDouble() * 80 * MILE,
              off && random.nextBoolean(),
              vessel % 5,
              (int) (from / MINUTE / 1440 / 2)));
    }
    return cases;
  }

  /** Probabilities to two places, so with many ties, that know that much of the truth. */
  static MethodScores method(
      String id, List<SilenceCase> cases, double knowledge, SplittableRandom random) {
    double[] score = new double[cases.size()];
    Level[] level = new Level[score.length];
    for (int i = 0; i < score.length; i++) {
      double truth = cases.get(i).switchedOff() ? 1 : 0;
      double p = knowledge * truth + (1 - knowledge) * random.nextDouble();
      score[i] = Math.round(p * 100) / 100.0;
      level[i] =
          random.nextInt(5) == 0
              ? Level.CANNOT_TELL
              : p >= 0.9 ? Level.LIKELY : p >= 0.5 ? Level.POSSIBLE : Level.UNLIKELY;
    }
    return new MethodScores(id, "Method " + id, score, true, level);
  }

  /** What must be there. */
  static <T> T some(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  static boolean[] off(int... y) {
    boolean[] off = new boolean[y.length];
    for (int i = 0; i < y.length; i++) {
      off[i] = y[i] == 1;
    }
    return off;
  }
}
