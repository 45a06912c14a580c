package org.bellbuoy.port.simulate;

/**
 * Chance from a seed: SplitMix64 (Steele, Lea, Flood 2014), written out here so that bytes do not
 * change with the JDK. A tagged stream is its own: what one part draws does not move another.
 */
final class Chance {
  private static final double UNIT = 0x1.0p-53;

  private long state;

  private Chance(long seed) {
    this.state = mix(seed);
  }

  /** A stream that depends on the seed and the tag only. */
  static Chance of(long seed, String tag) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < tag.length(); i++) {
      hash = (hash ^ tag.charAt(i)) * 0x100000001b3L;
    }
    return new Chance(mix(seed) ^ hash);
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Even in [0, 1). */
  double uniform() {
    return (next() >>> 11) * UNIT;
  }

  /** A whole number from 0, below the bound. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** A whole number between both, both possible. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** A span between both. */
  long nanos(long least, long most) {
    return least + (long) (uniform() * (most - least));
  }

  /** A span about as long, by a share more or less. */
  long about(long nanos, double share) {
    return (long) (nanos * (1 + share * (2 * uniform() - 1)));
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) next();
    }
    return bytes;
  }
}
