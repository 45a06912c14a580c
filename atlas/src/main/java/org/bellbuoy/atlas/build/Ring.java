package org.bellbuoy.atlas.build;

import java.util.Arrays;

/**
 * A line of vertices as binary angles, with no two equal neighbours. A closed ring repeats its
 * first vertex at the end; an islet that shrank to one point keeps that point twice.
 *
 * @param lon longitudes
 * @param lat latitudes
 */
// Differences of longitudes are meant to wrap; the arrays are a build step's own, never compared.
@SuppressWarnings({"IntLongMath", "ArrayRecordComponent"})
record Ring(int[] lon, int[] lat) {

  /** A ring of the given vertices without repeated neighbours. */
  static Ring of(int[] lon, int[] lat) {
    int[] x = new int[lon.length];
    int[] y = new int[lon.length];
    int n = 0;
    for (int i = 0; i < lon.length; i++) {
      if (n == 0 || lon[i] != x[n - 1] || lat[i] != y[n - 1]) {
        x[n] = lon[i];
        y[n++] = lat[i];
      }
    }
    if (n == 1) {
      return new Ring(new int[] {x[0], x[0]}, new int[] {y[0], y[0]});
    }
    return new Ring(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
  }

  int size() {
    return lon.length;
  }

  boolean isClosed() {
    return lon[0] == lon[size() - 1] && lat[0] == lat[size() - 1];
  }

  /** The same line with every edge cut into equal pieces no longer than a limit each way. */
  Ring withEdgesUpTo(int limit) {
    int[] x = new int[64];
    int[] y = new int[64];
    int n = 0;
    for (int i = 0; i < size(); i++) {
      int before = Math.max(0, i - 1);
      long dx = lon[i] - lon[before];
      long dy = lat[i] - lat[before];
      int pieces = (int) Math.max(1, Math.ceilDiv(Math.max(Math.abs(dx), Math.abs(dy)), limit));
      for (int k = i == 0 ? pieces : 1; k <= pieces; k++) {
        if (n == x.length) {
          x = Arrays.copyOf(x, 2 * n);
          y = Arrays.copyOf(y, 2 * n);
        }
        x[n] = (int) (lon[before] + Math.round(dx * (double) k / pieces));
        y[n++] = (int) (lat[before] + Math.round(dy * (double) k / pieces));
      }
    }
    return new Ring(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
  }
}
