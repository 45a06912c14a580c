package org.bellbuoy.sea.simulate;

/**
 * Chance as a pure function of where it is asked for. Nothing is drawn in turn, so a vessel that is
 * added, removed or silenced leaves the chances of all others as they were (common random numbers).
 */
final class Noise {
  private static final double UNIT = 0x1.0p-53;

  private Noise() {}

  /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static long hash(long seed, long a, long b) {
    return mix(mix(mix(seed) ^ a) ^ b);
  }

  /** Even chance in [0, 1). */
  static double uniform(long seed, long a, long b) {
    return (hash(seed, a, b) >>> 11) * UNIT;
  }

  /** Smooth chance in [0, 1) that changes over one period. */
  static double smooth(long seed, long a, long millis, long periodMillis) {
    long step = Math.floorDiv(millis, periodMillis);
    double f = (double) Math.floorMod(millis, periodMillis) / periodMillis;
    double weight = f * f * (3 - 2 * f);
    return uniform(seed, a, step) * (1 - weight) + uniform(seed, a, step + 1) * weight;
  }
}
