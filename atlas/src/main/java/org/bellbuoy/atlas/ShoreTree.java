package org.bellbuoy.atlas;

/**
 * The nearest shore on the sphere. Edges lie in chains of a few neighbours; chains are leaves of a
 * balanced tree of boxes in space. The order of chains was found when building; node {@code n} with
 * {@code m} leaves has its left child at {@code n + 1} and its right one behind the left's nodes,
 * so the tree needs no pointers.
 *
 * <p>Distances are compared as squared chords between unit vectors, which keeps millimetres close
 * by, where cosines lose decimetres.
 */
final class ShoreTree {
  /**
   * How far an edge of at most a quarter degree each way may bulge out of the box around its ends:
   * 1 - cos(0.18 degrees), with room for rounding to float.
   */
  private static final double BULGE = 6e-6;

  private final double[] vectors;
  private final int[] chainStart;
  private final int[] chainEdges;
  private final float[] boxes;

  ShoreTree(Shores shores) {
    vectors = vectors(shores);
    chainStart = shores.chainStart();
    chainEdges = shores.chainEdges();
    boxes = new float[6 * (2 * chainStart.length - 1)];
    fillBoxes(0, 0, chainStart.length);
  }

  private static double[] vectors(Shores shores) {
    double radians = Math.toRadians(1 / BinaryAngle.UNITS_PER_DEGREE);
    double[] vectors = new double[3 * shores.lon().length];
    for (int i = 0; i < shores.lon().length; i++) {
      double latitude = shores.lat()[i] * radians;
      double longitude = shores.lon()[i] * radians;
      double cos = Math.cos(latitude);
      vectors[3 * i] = cos * Math.cos(longitude);
      vectors[3 * i + 1] = cos * Math.sin(longitude);
      vectors[3 * i + 2] = Math.sin(latitude);
    }
    return vectors;
  }

  private void fillBoxes(int node, int from, int to) {
    if (to - from == 1) {
      for (int axis = 0; axis < 3; axis++) {
        double low = 1;
        double high = -1;
        int last = chainStart[from] + chainEdges[from];
        for (int i = chainStart[from]; i <= last; i++) {
          low = Math.min(low, vectors[3 * i + axis]);
          high = Math.max(high, vectors[3 * i + axis]);
        }
        boxes[6 * node + axis] = (float) (low - BULGE);
        boxes[6 * node + 3 + axis] = (float) (high + BULGE);
      }
      return;
    }
    int middle = (from + to) >>> 1;
    int left = node + 1;
    int right = node + 2 * (middle - from);
    fillBoxes(left, from, middle);
    fillBoxes(right, middle, to);
    for (int k = 0; k < 3; k++) {
      boxes[6 * node + k] = Math.min(boxes[6 * left + k], boxes[6 * right + k]);
      boxes[6 * node + 3 + k] = Math.max(boxes[6 * left + 3 + k], boxes[6 * right + 3 + k]);
    }
  }

  /** The squared chord to the nearest shore, or the bound if none is nearer. */
  double nearest(double x, double y, double z, double boundSquaredChord) {
    return nearest(0, 0, chainStart.length, x, y, z, boundSquaredChord);
  }

  private double nearest(int node, int from, int to, double x, double y, double z, double bound) {
    if (to - from == 1) {
      return nearestInChain(chainStart[from], chainEdges[from], x, y, z, bound);
    }
    int middle = (from + to) >>> 1;
    int left = node + 1;
    int right = node + 2 * (middle - from);
    double toLeft = toBox(left, x, y, z);
    double toRight = toBox(right, x, y, z);
    double best = bound;
    if (toLeft <= toRight) {
      best = toLeft < best ? nearest(left, from, middle, x, y, z, best) : best;
      return toRight < best ? nearest(right, middle, to, x, y, z, best) : best;
    }
    best = toRight < best ? nearest(right, middle, to, x, y, z, best) : best;
    return toLeft < best ? nearest(left, from, middle, x, y, z, best) : best;
  }

  private double toBox(int node, double x, double y, double z) {
    int b = 6 * node;
    double dx = Math.max(0, Math.max(boxes[b] - x, x - boxes[b + 3]));
    double dy = Math.max(0, Math.max(boxes[b + 1] - y, y - boxes[b + 4]));
    double dz = Math.max(0, Math.max(boxes[b + 2] - z, z - boxes[b + 5]));
    return dx * dx + dy * dy + dz * dz;
  }

  private double nearestInChain(
      int firstEdge, int edges, double x, double y, double z, double bound) {
    double best = bound;
    int v = 3 * firstEdge;
    double ax = vectors[v] - x;
    double ay = vectors[v + 1] - y;
    double az = vectors[v + 2] - z;
    double a = ax * ax + ay * ay + az * az;
    best = Math.min(best, a);
    for (int end = v + 3 * edges; v < end; ) {
      v += 3;
      double bx = vectors[v] - x;
      double by = vectors[v + 1] - y;
      double bz = vectors[v + 2] - z;
      double b = bx * bx + by * by + bz * bz;
      best = Math.min(best, b);
      double ex = bx - ax;
      double ey = by - ay;
      double ez = bz - az;
      double e = ex * ex + ey * ey + ez * ez;
      // The foot of the perpendicular lies between the ends (law of cosines, in squared chords).
      if (a + e - b > e * a / 2 && b + e - a > e * b / 2) {
        double normalDot =
            x * (ay * bz - az * by) + y * (az * bx - ax * bz) + z * (ax * by - ay * bx);
        double sine = normalDot * normalDot / (e * (1 - e / 4));
        if (sine < best * (1 - best / 4)) {
          best = 2 * sine / (1 + Math.sqrt(1 - sine));
        }
      }
      ax = bx;
      ay = by;
      az = bz;
      a = b;
    }
    return best;
  }

  /** Whether the arc between two unit vectors, shorter than half a turn, meets any edge. */
  boolean meetsShore(double[] from, double[] to) {
    Leg leg = Leg.between(from, to);
    return meets(0, 0, chainStart.length, leg);
  }

  private boolean meets(int node, int from, int to, Leg leg) {
    if (toBox(node, leg.middle()[0], leg.middle()[1], leg.middle()[2]) > leg.reachSquared()
        || !planeMeetsBox(node, leg.normal())) {
      return false;
    }
    if (to - from == 1) {
      for (int e = chainStart[from]; e < chainStart[from] + chainEdges[from]; e++) {
        if (leg.meetsEdge(vectors, 3 * e)) {
          return true;
        }
      }
      return false;
    }
    int middle = (from + to) >>> 1;
    return meets(node + 1, from, middle, leg) || meets(node + 2 * (middle - from), middle, to, leg);
  }

  private boolean planeMeetsBox(int node, double[] normal) {
    double centre = 0;
    double reach = 0;
    for (int k = 0; k < 3; k++) {
      double low = boxes[6 * node + k];
      double high = boxes[6 * node + 3 + k];
      centre += normal[k] * (low + high) / 2;
      reach += Math.abs(normal[k]) * (high - low) / 2;
    }
    return Math.abs(centre) <= reach;
  }
}
