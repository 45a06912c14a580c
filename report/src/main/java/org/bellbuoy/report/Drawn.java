package org.bellbuoy.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines and areas in drawing units: cut to the drawing and thinned to what can be seen. */
final class Drawn {
  /** Cut edges lie outside the drawing, where no stroke is seen. */
  private static final double MARGIN = 12;

  private static final double TOLERANCE = 0.35;

  private Drawn() {}

  /** The pieces of a line inside a drawing. */
  static List<double[]> line(double[] points, double width, double height) {
    List<double[]> pieces = new ArrayList<>();
    if (points.length == 2) {
      if (inside(points[0], points[1], width, height)) {
        pieces.add(points);
      }
      return pieces;
    }
    double[] piece = new double[points.length + 2];
    int used = 0;
    double[] t = new double[2];
    for (int i = 0; i + 3 < points.length; i += 2) {
      double x = points[i];
      double y = points[i + 1];
      double dx = points[i + 2] - x;
      double dy = points[i + 3] - y;
      if (!cut(x, y, dx, dy, width, height, t)) {
        continue;
      }
      if (used == 0 || t[0] > 0) {
        flush(pieces, piece, used);
        used = 0;
        piece[used++] = x + t[0] * dx;
        piece[used++] = y + t[0] * dy;
      }
      piece[used++] = x + t[1] * dx;
      piece[used++] = y + t[1] * dy;
      if (t[1] < 1) {
        flush(pieces, piece, used);
        used = 0;
      }
    }
    flush(pieces, piece, used);
    return pieces;
  }

  static boolean inside(double x, double y, double width, double height) {
    return x >= -MARGIN && y >= -MARGIN && x <= width + MARGIN && y <= height + MARGIN;
  }

  private static void flush(List<double[]> pieces, double[] piece, int used) {
    if (used >= 4) {
      pieces.add(thin(Arrays.copyOf(piece, used)));
    }
  }

  /** Liang and Barsky: the part of a segment inside, as two shares of its length. */
  private static boolean cut(
      double x, double y, double dx, double dy, double width, double height, double[] t) {
    t[0] = 0;
    t[1] = 1;
    return side(-dx, x + MARGIN, t)
        && side(dx, width + MARGIN - x, t)
        && side(-dy, y + MARGIN, t)
        && side(dy, height + MARGIN - y, t);
  }

  private static boolean side(double p, double q, double[] t) {
    if (p == 0) {
      return q >= 0;
    }
    double r = q / p;
    if (p < 0) {
      t[0] = Math.max(t[0], r);
    } else {
      t[1] = Math.min(t[1], r);
    }
    return t[0] <= t[1];
  }

  /** A ring cut to the drawing by Sutherland and Hodgman; empty when nothing is left. */
  static double[] area(double[] ring, double width, double height) {
    double[] points = ring;
    points = half(points, 0, -MARGIN, 1);
    points = half(points, 0, width + MARGIN, -1);
    points = half(points, 1, -MARGIN, 1);
    points = half(points, 1, height + MARGIN, -1);
    return points.length < 6 ? new double[0] : thin(points);
  }

  private static double[] half(double[] points, int axis, double limit, int sign) {
    double[] out = new double[points.length * 2 + 4];
    int used = 0;
    int n = points.length;
    for (int i = 0; i < n; i += 2) {
      int before = i == 0 ? n - 2 : i - 2;
      double distance = sign * (points[i + axis] - limit);
      double distanceBefore = sign * (points[before + axis] - limit);
      if ((distance >= 0) != (distanceBefore >= 0)) {
        double share = distanceBefore / (distanceBefore - distance);
        out[used++] = points[before] + share * (points[i] - points[before]);
        out[used++] = points[before + 1] + share * (points[i + 1] - points[before + 1]);
      }
      if (distance >= 0) {
        out[used++] = points[i];
        out[used++] = points[i + 1];
      }
    }
    return Arrays.copyOf(out, used);
  }

  /** Douglas and Peucker, without recursion so that a long track cannot overflow the stack. */
  static double[] thin(double[] points) {
    int n = points.length / 2;
    if (n <= 4) {
      return points;
    }
    boolean[] keep = new boolean[n];
    keep[0] = true;
    keep[n - 1] = true;
    int[] stack = new int[2 * n + 2];
    int top = 0;
    stack[top++] = 0;
    stack[top++] = n - 1;
    while (top > 0) {
      int to = stack[--top];
      int from = stack[--top];
      double worst = TOLERANCE * TOLERANCE;
      int farthest = -1;
      for (int i = from + 1; i < to; i++) {
        double distance = squaredDistance(points, i, from, to);
        if (distance > worst) {
          worst = distance;
          farthest = i;
        }
      }
      if (farthest >= 0) {
        keep[farthest] = true;
        stack[top++] = from;
        stack[top++] = farthest;
        stack[top++] = farthest;
        stack[top++] = to;
      }
    }
    double[] out = new double[points.length];
    int used = 0;
    for (int i = 0; i < n; i++) {
      if (keep[i]) {
        out[used++] = points[2 * i];
        out[used++] = points[2 * i + 1];
      }
    }
    return Arrays.copyOf(out, used);
  }

  private static double squaredDistance(double[] points, int i, int from, int to) {
    double x = points[2 * from];
    double y = points[2 * from + 1];
    double dx = points[2 * to] - x;
    double dy = points[2 * to + 1] - y;
    double px = points[2 * i] - x;
    double py = points[2 * i + 1] - y;
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : Math.clamp((px * dx + py * dy) / length, 0, 1);
    double ex = px - t * dx;
    double ey = py - t * dy;
    return ex * ex + ey * ey;
  }
}
