package org.bellbuoy.report;

/** Path data with coordinates rounded to a tenth of a unit. */
final class SvgPath {
  private final StringBuilder out;

  SvgPath(StringBuilder out) {
    this.out = out;
  }

  /** Appends a path through interleaved x and y. */
  void add(double[] points, boolean closed) {
    int pairs = points.length / 2;
    if (closed
        && pairs > 1
        && points[0] == points[2 * pairs - 2]
        && points[1] == points[2 * pairs - 1]) {
      pairs--;
    }
    if (pairs == 0) {
      return;
    }
    long x = Math.round(points[0] * 10);
    long y = Math.round(points[1] * 10);
    out.append('M');
    appendPair(x, y);
    boolean first = true;
    for (int i = 1; i < pairs; i++) {
      long nextX = Math.round(points[2 * i] * 10);
      long nextY = Math.round(points[2 * i + 1] * 10);
      if (nextX == x && nextY == y) {
        continue;
      }
      out.append(first ? 'l' : ' ');
      first = false;
      appendPair(nextX - x, nextY - y);
      x = nextX;
      y = nextY;
    }
    if (first && !closed) {
      out.append("h0");
    }
    if (closed) {
      out.append('z');
    }
  }

  private void appendPair(long xTenths, long yTenths) {
    appendTenths(out, xTenths);
    if (yTenths >= 0) {
      out.append(' ');
    }
    appendTenths(out, yTenths);
  }

  /** Appends tenths as a decimal number in its shortest form. */
  static void appendTenths(StringBuilder out, long tenths) {
    if (tenths < 0) {
      out.append('-');
    }
    long size = Math.abs(tenths);
    long whole = size / 10;
    long part = size % 10;
    if (whole != 0 || part == 0) {
      out.append(whole);
    }
    if (part != 0) {
      out.append('.').append(part);
    }
  }
}
