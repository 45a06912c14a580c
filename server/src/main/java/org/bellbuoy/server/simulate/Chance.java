package org.bellbuoy.server.simulate;

import java.util.List;

/**
 * Chance from a seed: SplitMix64 (Steele, Lea, Flood 2014), written out here so that bytes do not
 * change with the JDK. A child has a stream of its own: what one part draws does not move another.
 */
final class Chance {
  private static final double UNIT = 0x1.0p-53;
  private static final String HEX = "0123456789abcdef";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private long state;

  Chance(long seed) {
    this.state = mix(seed);
  }

  /** A stream that depends on this one's seed and the tag, not on what was drawn. */
  static Chance of(long seed, String tag) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < tag.length(); i++) {
      hash = (hash ^ tag.charAt(i)) * 0x100000001b3L;
    }
    return new Chance(mix(seed) ^ hash);
  }

  long next() {
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

  /** A time between both. */
  long betweenLong(long least, long most) {
    return least + (long) (uniform() * (most - least));
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** An index with a heavy head: a few are drawn most of the time, most hardly ever. */
  int heavy(int bound) {
    double u = uniform();
    return (int) (u * u * u * bound);
  }

  /** A size with a long tail, in bytes or milliseconds: log-uniform between both. */
  int tailed(int least, int most) {
    double u = uniform();
    return (int) (least * Math.pow((double) most / least, u * u));
  }

  <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }

  String hex(int digits) {
    return text(digits, HEX);
  }

  /** Small letters and digits. */
  String letters(int length) {
    return text(length, LETTERS);
  }

  private String text(int length, String alphabet) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(below(alphabet.length())));
    }
    return text.toString();
  }
}
