package org.bellbuoy.server.content;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * MinHash over runs of five tokens: the share of equal values estimates how much of their runs two
 * scripts share (Jaccard), with a standard error of at most 0.045. From A. Broder, "On the
 * resemblance and containment of documents" (1997). The functions are always the same. Immutable.
 */
final class MinHash {
  static final int FUNCTIONS = 128;
  private static final int RUN = 5;

  /** Runs remembered, so that one that comes again is not hashed again: it changes nothing. */
  private static final int REMEMBERED = 1024;

  private static final long SEED = 0x5EA0_B0E1L;
  private static final long[] FACTORS = new long[FUNCTIONS];
  private static final long[] OFFSETS = new long[FUNCTIONS];

  static {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < FUNCTIONS; i++) {
      FACTORS[i] = random.nextLong() | 1;
      OFFSETS[i] = random.nextLong();
    }
  }

  private final int[] least;

  private MinHash(int[] least) {
    this.least = least;
  }

  static MinHash of(List<String> words) {
    int[] least = new int[FUNCTIONS];
    Arrays.fill(least, Integer.MAX_VALUE);
    long[] hashes = new long[words.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash(words.get(i));
    }
    long[] before = new long[REMEMBERED];
    int runs = Math.max(hashes.length - RUN + 1, Math.min(hashes.length, 1));
    for (int i = 0; i < runs; i++) {
      long run = 0;
      for (int k = i; k < Math.min(i + RUN, hashes.length); k++) {
        run = mix(run * 31 + hashes[k]);
      }
      int place = (int) run & (REMEMBERED - 1);
      if (before[place] == run && run != 0) {
        continue;
      }
      before[place] = run;
      for (int f = 0; f < FUNCTIONS; f++) {
        int value = (int) (FACTORS[f] * run + OFFSETS[f] >>> 33);
        if (value < least[f]) {
          least[f] = value;
        }
      }
    }
    return new MinHash(least);
  }

  /** Estimated share of runs in common, 0 to 1. */
  double jaccard(MinHash other) {
    int equal = 0;
    for (int i = 0; i < FUNCTIONS; i++) {
      equal += least[i] == other.least[i] ? 1 : 0;
    }
    return equal / (double) FUNCTIONS;
  }

  /** One number for some of the values: equal for those that agree in all of them. */
  long band(int first, int rows) {
    long band = first;
    for (int i = first; i < first + rows; i++) {
      band = mix(band * 31 + least[i]);
    }
    return band;
  }

  private static long hash(String word) {
    long h = 1_125_899_906_842_597L;
    for (int i = 0; i < word.length(); i++) {
      h = 31 * h + word.charAt(i);
    }
    return mix(h);
  }

  /** Finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long z) {
    long x = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
    return x ^ x >>> 31;
  }
}
