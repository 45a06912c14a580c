package org.bellbuoy.atlas;

/**
 * A great-circle arc shorter than half a turn.
 *
 * @param from unit vector of one end
 * @param to unit vector of the other end
 * @param normal unit normal of the arc's plane
 * @param middle unit vector of the arc's middle
 * @param reachSquared squared chord from the middle to an end
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package and is never compared
record Leg(double[] from, double[] to, double[] normal, double[] middle, double reachSquared) {

  static Leg between(double[] from, double[] to) {
    // (to + from) x (to - from) is twice from x to, and keeps its digits when the ends are close.
    double[] sum = new double[3];
    double[] difference = new double[3];
    for (int k = 0; k < 3; k++) {
      sum[k] = from[k] + to[k];
      difference[k] = to[k] - from[k];
    }
    double[] middle = unit(sum);
    double reach = 0;
    for (int k = 0; k < 3; k++) {
      reach += (from[k] - middle[k]) * (from[k] - middle[k]);
    }
    return new Leg(from, to, unit(cross(sum, difference)), middle, reach * (1 + 1e-9));
  }

  /** Whether the edge whose vectors start at an index meets this leg; touching counts. */
  boolean meetsEdge(double[] vectors, int at) {
    double cx = vectors[at];
    double cy = vectors[at + 1];
    double cz = vectors[at + 2];
    double dx = vectors[at + 3];
    double dy = vectors[at + 4];
    double dz = vectors[at + 5];
    boolean cLeft = normal[0] * cx + normal[1] * cy + normal[2] * cz > 0;
    boolean dLeft = normal[0] * dx + normal[1] * dy + normal[2] * dz > 0;
    if (cLeft == dLeft) {
      return false;
    }
    double nx = cy * dz - cz * dy;
    double ny = cz * dx - cx * dz;
    double nz = cx * dy - cy * dx;
    double fromSide = nx * from[0] + ny * from[1] + nz * from[2];
    double toSide = nx * to[0] + ny * to[1] + nz * to[2];
    // Only one order of the sides is a meeting here; the other is one beyond the horizon.
    return dLeft ? fromSide >= 0 && toSide <= 0 : fromSide <= 0 && toSide >= 0;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double[] unit(double[] v) {
    double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return new double[] {v[0] / length, v[1] / length, v[2] / length};
  }
}
