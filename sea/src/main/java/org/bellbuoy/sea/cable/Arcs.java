package org.bellbuoy.sea.cable;

import org.bellbuoy.sea.geo.Sphere;

/** Arithmetic on unit vectors and on arcs held as frames (see {@link CableEdges}). */
final class Arcs {
  private Arcs() {}

  static void unit(double latitude, double longitude, double[] out) {
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude);
    double cos = Math.cos(phi);
    out[0] = cos * Math.cos(lambda);
    out[1] = cos * Math.sin(lambda);
    out[2] = Math.sin(phi);
  }

  static double latitude(double[] unit) {
    return Math.toDegrees(Math.atan2(unit[2], Math.hypot(unit[0], unit[1])));
  }

  static double longitude(double[] unit) {
    return Math.toDegrees(Math.atan2(unit[1], unit[0]));
  }

  /** Brings a vector to length one; the null vector becomes the north pole. */
  static void normalize(double[] v) {
    double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    if (length < 1e-15) {
      v[0] = 0;
      v[1] = 0;
      v[2] = 1;
      return;
    }
    v[0] /= length;
    v[1] /= length;
    v[2] /= length;
  }

  /** Angle between unit vectors in radians; exact to 0.1 m on the Earth even at the antipode. */
  static double angle(double ax, double ay, double az, double bx, double by, double bz) {
    double dx = ax - bx;
    double dy = ay - by;
    double dz = az - bz;
    return angleOfChord(dx * dx + dy * dy + dz * dz);
  }

  /** The angle that a squared chord of the unit sphere spans. */
  static double angleOfChord(double chordSquared) {
    return 2 * Math.asin(Math.min(1, Math.sqrt(chordSquared) / 2));
  }

  /** Writes the frame of the shorter arc between two places; returns its length in radians. */
  static double frame(
      double[] out,
      int at,
      double latitude1,
      double longitude1,
      double latitude2,
      double longitude2) {
    double[] a = new double[3];
    unit(latitude1, longitude1, a);
    double length =
        Sphere.distanceMetres(latitude1, longitude1, latitude2, longitude2) / Sphere.RADIUS_METRES;
    // The direction from the course, not from the cross product: exact for the shortest edges too,
    // and defined where start and end are the same place or opposite ones.
    double course =
        Math.toRadians(Sphere.courseDegrees(latitude1, longitude1, latitude2, longitude2));
    double phi = Math.toRadians(latitude1);
    double lambda = Math.toRadians(longitude1);
    double north = Math.cos(course);
    double east = Math.sin(course);
    double tx = -Math.sin(phi) * Math.cos(lambda) * north - Math.sin(lambda) * east;
    double ty = -Math.sin(phi) * Math.sin(lambda) * north + Math.cos(lambda) * east;
    double tz = Math.cos(phi) * north;
    out[at] = a[0];
    out[at + 1] = a[1];
    out[at + 2] = a[2];
    out[at + 3] = tx;
    out[at + 4] = ty;
    out[at + 5] = tz;
    out[at + 6] = a[1] * tz - a[2] * ty;
    out[at + 7] = a[2] * tx - a[0] * tz;
    out[at + 8] = a[0] * ty - a[1] * tx;
    out[at + CableEdges.COS] = Math.cos(length);
    out[at + CableEdges.SIN] = Math.sin(length);
    return length;
  }

  /** The place that far along an arc. */
  static void pointOn(double[] frames, int at, double angle, double[] out) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int i = 0; i < 3; i++) {
      out[i] = frames[at + i] * cos + frames[at + 3 + i] * sin;
    }
  }

  /** Squared chord from a place to the nearest place of an arc. */
  static double chordSquared(double[] f, int at, double px, double py, double pz) {
    double x = f[at] * px + f[at + 1] * py + f[at + 2] * pz;
    double y = f[at + 3] * px + f[at + 4] * py + f[at + 5] * pz;
    double z = f[at + 6] * px + f[at + 7] * py + f[at + 8] * pz;
    double cos = f[at + CableEdges.COS];
    double sin = f[at + CableEdges.SIN];
    if (y > 0 && y * cos < x * sin) {
      double side = Math.min(1, z * z);
      return 2 * side / (1 + Math.sqrt(1 - side));
    }
    double toStart = (1 - x) * (1 - x) + y * y + z * z;
    double toEnd = (cos - x) * (cos - x) + (sin - y) * (sin - y) + z * z;
    return Math.min(toStart, toEnd);
  }

  /** How far along an arc its nearest place to the given one lies, in radians. */
  static double along(double[] f, int at, double length, double px, double py, double pz) {
    double x = f[at] * px + f[at + 1] * py + f[at + 2] * pz;
    double y = f[at + 3] * px + f[at + 4] * py + f[at + 5] * pz;
    double angle = Math.atan2(y, x);
    if (angle >= 0 && angle <= length) {
      return angle;
    }
    double z = f[at + 6] * px + f[at + 7] * py + f[at + 8] * pz;
    double cos = f[at + CableEdges.COS];
    double sin = f[at + CableEdges.SIN];
    double toStart = (1 - x) * (1 - x) + y * y + z * z;
    double toEnd = (cos - x) * (cos - x) + (sin - y) * (sin - y) + z * z;
    return toStart <= toEnd ? 0 : length;
  }

  /** Whether two arcs cross or touch. */
  static boolean cross(double[] f, int at, double[] g, int bt) {
    double startSide = dot(f, at + 6, g, bt);
    double endSide = sideOfEnd(f, at, g, bt);
    double otherStart = dot(g, bt + 6, f, at);
    double otherEnd = sideOfEnd(g, bt, f, at);
    if (startSide * endSide > 0 || otherStart * otherEnd > 0) {
      return false;
    }
    // Great circles meet twice: the arcs must pass through the same one of the two places.
    double nx = f[at + 7] * g[bt + 8] - f[at + 8] * g[bt + 7];
    double ny = f[at + 8] * g[bt + 6] - f[at + 6] * g[bt + 8];
    double nz = f[at + 6] * g[bt + 7] - f[at + 7] * g[bt + 6];
    return (onArc(f, at, nx, ny, nz) && onArc(g, bt, nx, ny, nz))
        || (onArc(f, at, -nx, -ny, -nz) && onArc(g, bt, -nx, -ny, -nz));
  }

  private static boolean onArc(double[] f, int at, double px, double py, double pz) {
    double x = f[at] * px + f[at + 1] * py + f[at + 2] * pz;
    double y = f[at + 3] * px + f[at + 4] * py + f[at + 5] * pz;
    double cos = f[at + CableEdges.COS];
    double sin = f[at + CableEdges.SIN];
    return y >= 0 && y * cos <= x * sin;
  }

  private static double sideOfEnd(double[] f, int at, double[] g, int bt) {
    return dot(f, at + 6, g, bt) * g[bt + CableEdges.COS]
        + dot(f, at + 6, g, bt + 3) * g[bt + CableEdges.SIN];
  }

  private static double dot(double[] f, int at, double[] g, int bt) {
    return f[at] * g[bt] + f[at + 1] * g[bt + 1] + f[at + 2] * g[bt + 2];
  }
}
