package org.bellbuoy.sea.trial;

import java.util.function.IntPredicate;

/**
 * Folds by vessel and by time: what is judged in one is judged by a model that saw neither its
 * vessels nor its span of time. Five by five; a span is a fifth of the recording, which over five
 * days is a day.
 *
 * @param startMillis of the recording
 * @param endMillis of the recording
 */
record Folds(long startMillis, long endMillis) {
  /** Folds of vessels, and of time. */
  static final int EACH = 5;

  /** Fold of a vessel: by a hash, for the digits of an MMSI tell its flag. */
  static int vessel(int mmsi) {
    return Math.floorMod(Long.hashCode(mmsi * 0x9E3779B97F4A7C15L), EACH);
  }

  /** Fold of a time. */
  int time(long epochMillis) {
    double share = (epochMillis - startMillis) / (double) Math.max(1, endMillis - startMillis);
    return Math.clamp((int) Math.floor(share * EACH), 0, EACH - 1);
  }

  /** Both in one number. */
  int group(int mmsi, long epochMillis) {
    return vessel(mmsi) * EACH + time(epochMillis);
  }

  /** The groups to learn from for judging one: those that share neither vessels nor time. */
  static IntPredicate apartFrom(int group) {
    return other -> other / EACH != group / EACH && other % EACH != group % EACH;
  }
}
