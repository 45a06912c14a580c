package org.bellbuoy.sea.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ratings of 109 images from definitely normal (1) to definitely abnormal (5): Hanley and McNeil,
 * Radiology 143 (1982), table 1. Area 0.893 with a standard error of 0.032.
 */
final class HanleyMcNeil {
  private static final int[] NORMAL = {33, 6, 6, 11, 2};
  private static final int[] ABNORMAL = {3, 2, 2, 11, 33};

  private HanleyMcNeil() {}

  static double[] score() {
    return IntStream.concat(ratings(NORMAL), ratings(ABNORMAL)).asDoubleStream().toArray();
  }

  static boolean[] abnormal() {
    boolean[] abnormal = new boolean[109];
    Arrays.fill(abnormal, 58, 109, true);
    return abnormal;
  }

  private static IntStream ratings(int[] counts) {
    return IntStream.range(0, counts.length)
        .flatMap(r -> IntStream.range(0, counts[r]).map(i -> r + 1));
  }
}
