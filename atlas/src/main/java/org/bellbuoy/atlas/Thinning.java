package org.bellbuoy.atlas;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Douglas and Peucker's way of leaving out points that a drawing would not show. */
final class Thinning {
  private Thinning() {}

  /** The ring without repeated neighbours, and its first point again at the end. */
  static double[] closed(double[] ring) {
    double[] points = new double[ring.length + 2];
    int n = 0;
    for (int i = 0; i < ring.length; i += 2) {
      if (n == 0 || ring[i] != points[n - 2] || ring[i + 1] != points[n - 1]) {
        points[n++] = ring[i];
        points[n++] = ring[i + 1];
      }
    }
    if (points[n - 2] != points[0] || points[n - 1] != points[1]) {
      points[n++] = points[0];
      points[n++] = points[1];
    }
    return Arrays.copyOf(points, n);
  }

  /** Points on the sides of the box stay, so that land still fills the corners. */
  static double[] thin(double[] ring, double[] sides, double toleranceDegrees) {
    int n = ring.length / 2;
    // A degree of longitude is shorter than one of latitude; a map shows it so.
    double narrowing = Math.max(0.01, Math.cos(Math.toRadians((sides[2] + sides[3]) / 2)));
    boolean[] keep = new boolean[n];
    keep[0] = true;
    keep[n - 1] = true;
    keep[farthest(ring, narrowing)] = true;
    for (int i = 0; i < n; i++) {
      double x = ring[2 * i];
      double y = ring[2 * i + 1];
      keep[i] |= x == sides[0] || x == sides[1] || y == sides[2] || y == sides[3];
    }
    Deque<int[]> open = new ArrayDeque<>();
    int from = 0;
    for (int i = 1; i < n; i++) {
      if (keep[i]) {
        open.push(new int[] {from, i});
        from = i;
      }
    }
    while (!open.isEmpty()) {
      int[] span = open.pop();
      int worst = -1;
      double most = toleranceDegrees * toleranceDegrees;
      for (int i = span[0] + 1; i < span[1]; i++) {
        double off = offSquared(ring, i, span[0], span[1], narrowing);
        if (off > most) {
          most = off;
          worst = i;
        }
      }
      if (worst >= 0) {
        keep[worst] = true;
        open.push(new int[] {span[0], worst});
        open.push(new int[] {worst, span[1]});
      }
    }
    return kept(ring, keep);
  }

  private static double[] kept(double[] ring, boolean[] keep) {
    double[] result = new double[ring.length];
    int at = 0;
    for (int i = 0; i < keep.length; i++) {
      if (keep[i]) {
        result[at++] = ring[2 * i];
        result[at++] = ring[2 * i + 1];
      }
    }
    return Arrays.copyOf(result, at);
  }

  private static int farthest(double[] ring, double narrowing) {
    int farthest = 0;
    double most = -1;
    for (int i = 0; i < ring.length / 2; i++) {
      double dx = (ring[2 * i] - ring[0]) * narrowing;
      double dy = ring[2 * i + 1] - ring[1];
      if (dx * dx + dy * dy > most) {
        most = dx * dx + dy * dy;
        farthest = i;
      }
    }
    return farthest;
  }

  private static double offSquared(double[] ring, int i, int a, int b, double narrowing) {
    double ex = (ring[2 * b] - ring[2 * a]) * narrowing;
    double ey = ring[2 * b + 1] - ring[2 * a + 1];
    double px = (ring[2 * i] - ring[2 * a]) * narrowing;
    double py = ring[2 * i + 1] - ring[2 * a + 1];
    double length = ex * ex + ey * ey;
    double t = length == 0 ? 0 : Math.clamp((px * ex + py * ey) / length, 0, 1);
    double dx = px - t * ex;
    double dy = py - t * ey;
    return dx * dx + dy * dy;
  }
}
