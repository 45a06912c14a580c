package org.bellbuoy.sea.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line over the sea with rounded corners, asked by distance along it. It lies in the Mercator
 * plane, where a steady course is a straight line, so a course is exact and a distance is right to
 * the length of a piece.
 */
final class Route {
  private static final double ARC_STEP_RADIANS = Math.toRadians(3);
  private static final double PIECE_METRES = 4000;

  /** Half the base over which a course is measured, so that it changes evenly in a turn. */
  private static final double COURSE_BASE_METRES = 60;

  private final double[] x;
  private final double[] y;
  private final double[] metres;

  private Route(double[] x, double[] y, double[] metres) {
    this.x = x;
    this.y = y;
    this.metres = metres;
  }

  /** Through the places, turning with this radius where the legs are long enough. */
  static Route through(List<LatLon> places, double radiusMetres) {
    List<double[]> points = new ArrayList<>();
    points.add(project(places.getFirst()));
    for (int i = 1; i < places.size() - 1; i++) {
      double radius =
          radiusMetres / (LatLon.EARTH_METRES * Math.cos(Math.toRadians(places.get(i).latitude())));
      round(
          points,
          project(places.get(i - 1)),
          project(places.get(i)),
          project(places.get(i + 1)),
          radius);
    }
    points.add(project(places.getLast()));
    return of(split(points));
  }

  private static Route of(List<double[]> points) {
    double[] x = new double[points.size()];
    double[] y = new double[points.size()];
    double[] metres = new double[points.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = points.get(i)[0];
      y[i] = points.get(i)[1];
      metres[i] = i == 0 ? 0 : metres[i - 1] + metresBetween(points.get(i - 1), points.get(i));
    }
    return new Route(x, y, metres);
  }

  private static double metresBetween(double[] a, double[] b) {
    // 1 / cosh y is the cosine of the latitude, the scale of the projection.
    double scale = LatLon.EARTH_METRES / Math.cosh((a[1] + b[1]) / 2);
    return Math.hypot(b[0] - a[0], b[1] - a[1]) * scale;
  }

  private static void round(
      List<double[]> points, double[] before, double[] corner, double[] after, double radius) {
    double inX = corner[0] - before[0];
    double inY = corner[1] - before[1];
    double outX = after[0] - corner[0];
    double outY = after[1] - corner[1];
    double inLength = Math.hypot(inX, inY);
    double outLength = Math.hypot(outX, outY);
    double turn = Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY);
    double half = Math.tan(Math.abs(turn) / 2);
    if (half < 1e-4 || inLength == 0 || outLength == 0) {
      points.add(corner);
      return;
    }
    double tangent = Math.min(radius * half, 0.45 * Math.min(inLength, outLength));
    double r = tangent / half;
    double side = Math.signum(turn);
    double startX = corner[0] - inX / inLength * tangent;
    double startY = corner[1] - inY / inLength * tangent;
    double centreX = startX - inY / inLength * r * side;
    double centreY = startY + inX / inLength * r * side;
    double angle = Math.atan2(startY - centreY, startX - centreX);
    int steps = (int) Math.ceil(Math.abs(turn) / ARC_STEP_RADIANS);
    for (int i = 0; i <= steps; i++) {
      double at = angle + turn * i / steps;
      points.add(new double[] {centreX + r * Math.cos(at), centreY + r * Math.sin(at)});
    }
  }

  private static List<double[]> split(List<double[]> points) {
    List<double[]> pieces = new ArrayList<>();
    pieces.add(points.getFirst());
    for (int i = 1; i < points.size(); i++) {
      double[] a = points.get(i - 1);
      double[] b = points.get(i);
      int parts = Math.max(1, (int) Math.ceil(metresBetween(a, b) / PIECE_METRES));
      for (int k = 1; k <= parts; k++) {
        double f = (double) k / parts;
        pieces.add(new double[] {a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f});
      }
    }
    return pieces;
  }

  private static double[] project(LatLon place) {
    double sine = Math.sin(Math.toRadians(place.latitude()));
    return new double[] {
      Math.toRadians(place.longitude()), 0.5 * Math.log((1 + sine) / (1 - sine))
    };
  }

  double lengthMetres() {
    return metres[metres.length - 1];
  }

  private int piece(double along) {
    int found = Arrays.binarySearch(metres, along);
    int index = found >= 0 ? found : -found - 2;
    return Math.clamp(index, 0, metres.length - 2);
  }

  /** Where the line is after so many metres; runs straight on beyond both ends. */
  LatLon at(double along) {
    int i = piece(along);
    double f = (along - metres[i]) / (metres[i + 1] - metres[i]);
    double px = x[i] + (x[i + 1] - x[i]) * f;
    double py = y[i] + (y[i + 1] - y[i]) * f;
    return new LatLon(Math.toDegrees(Math.atan(Math.sinh(py))), Math.toDegrees(px));
  }

  /** Course over ground in degrees, 0 to 360. */
  double courseDegrees(double along) {
    double low = along - COURSE_BASE_METRES;
    double high = along + COURSE_BASE_METRES;
    int i = piece(low);
    int k = piece(high);
    double f = (low - metres[i]) / (metres[i + 1] - metres[i]);
    double g = (high - metres[k]) / (metres[k + 1] - metres[k]);
    double dx = x[k] + (x[k + 1] - x[k]) * g - x[i] - (x[i + 1] - x[i]) * f;
    double dy = y[k] + (y[k + 1] - y[k]) * g - y[i] - (y[i + 1] - y[i]) * f;
    double degrees = Math.toDegrees(Math.atan2(dx, dy));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  /** Metres along this line to where it first meets the other, negative where it does not. */
  double meets(Route other) {
    for (int i = 0; i + 1 < x.length; i++) {
      for (int k = 0; k + 1 < other.x.length; k++) {
        double ax = x[i + 1] - x[i];
        double ay = y[i + 1] - y[i];
        double bx = other.x[k + 1] - other.x[k];
        double by = other.y[k + 1] - other.y[k];
        double cross = ax * by - ay * bx;
        double cx = other.x[k] - x[i];
        double cy = other.y[k] - y[i];
        double f = (cx * by - cy * bx) / cross;
        double g = (cx * ay - cy * ax) / cross;
        if (f >= 0 && f < 1 && g >= 0 && g < 1) {
          return metres[i] + f * (metres[i + 1] - metres[i]);
        }
      }
    }
    return -1;
  }
}
