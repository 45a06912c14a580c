package org.bellbuoy.sea.simulate;

import org.jspecify.annotations.Nullable;

/** One stream of transmissions, position or static, of a ship or base station, and its schedule. */
final class Emitter {
  /** What it sends. */
  enum Stream {
    POSITION,
    STATIC,
    BASE_STATION
  }

  private static final double SLOTS_PER_MILLI = 2250 / 60_000.0;

  final Stream stream;
  final @Nullable Ship ship;
  final int key;
  final long seed;
  long nextMillis;
  long count;
  long intervalMillis;
  private long nominalMillis;
  private long lastTurnMillis = Long.MIN_VALUE / 2;

  Emitter(
      long seed, Stream stream, @Nullable Ship ship, int key, long fromMillis, long periodMillis) {
    this.seed = seed;
    this.stream = stream;
    this.ship = ship;
    this.key = key;
    this.intervalMillis = periodMillis;
    this.nominalMillis = fromMillis + (long) (Noise.uniform(seed, key, -1) * periodMillis);
    this.nextMillis = slot(nominalMillis);
  }

  /** Whether the ship is changing course, or was within the time for which the rate is kept. */
  boolean turning(long millis, double headingChangeDegrees) {
    if (Math.abs(headingChangeDegrees) > Reporting.TURNING_DEGREES) {
      lastTurnMillis = millis;
    }
    return millis - lastTurnMillis <= Reporting.TURN_HOLD_MILLIS;
  }

  /** Plans the next transmission one interval after this one's nominal time. */
  void advance(long interval, long halfWindow) {
    intervalMillis = interval;
    nominalMillis += interval;
    count++;
    double jitter = 2 * Noise.uniform(seed, key, count) - 1;
    nextMillis = Math.max(nextMillis + 27, slot(nominalMillis + Math.round(jitter * halfWindow)));
  }

  private static long slot(long millis) {
    return Math.round(Math.floor(millis * SLOTS_PER_MILLI) / SLOTS_PER_MILLI);
  }

  /** In order of time, then of key, so that equal times do not depend on the queue. */
  static int order(Emitter a, Emitter b) {
    int byTime = Long.compare(a.nextMillis, b.nextMillis);
    return byTime != 0 ? byTime : Integer.compare(a.key, b.key);
  }
}
