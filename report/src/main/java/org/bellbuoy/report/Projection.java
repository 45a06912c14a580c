package org.bellbuoy.report;

/**
 * Mercator on a drawing of fixed width: shapes and bearings are right at every latitude, so a
 * strait looks as it does on a chart. The scale holds along the middle latitude.
 */
final class Projection {
  /** Width of every map in drawing units, which are near to CSS pixels on a wide screen. */
  static final double WIDTH = 720;

  private static final double MIN_HEIGHT = 400;
  private static final double MAX_HEIGHT = 560;
  private static final double PAD = 44;
  private static final double MAX_LATITUDE = 85.05;

  /** Two nautical miles: a map of a single point is not empty then. */
  private static final double MIN_SPAN_DEGREES = 2 / 60.0;

  private static final double NAUTICAL_MILES_PER_DEGREE = 60.007;

  final double height;
  final double unitsPerDegree;
  private final double middleLongitude;
  private final double middleStretched;

  private Projection(
      double height, double unitsPerDegree, double middleLongitude, double middleStretched) {
    this.height = height;
    this.unitsPerDegree = unitsPerDegree;
    this.middleLongitude = middleLongitude;
    this.middleStretched = middleStretched;
  }

  /** The largest map that shows all of a box. */
  static Projection fit(Extent box) {
    double south = stretched(box.south);
    double north = stretched(box.north);
    double stretch = 1 / Math.cos(Math.toRadians(clamp((box.south + box.north) / 2)));
    double spanX = Math.max(box.east - box.west, MIN_SPAN_DEGREES * stretch);
    double spanY = Math.max(north - south, MIN_SPAN_DEGREES * stretch);
    double inner = WIDTH - 2 * PAD;
    double height = Math.clamp(inner * spanY / spanX + 2 * PAD, MIN_HEIGHT, MAX_HEIGHT);
    double scale = Math.min(inner / spanX, (height - 2 * PAD) / spanY);
    scale = Math.max(scale, WIDTH / 360);
    return new Projection(Math.rint(height), scale, box.middle(), (south + north) / 2);
  }

  private static double clamp(double latitude) {
    return Math.clamp(latitude, -MAX_LATITUDE, MAX_LATITUDE);
  }

  private static double stretched(double latitude) {
    double radians = Math.toRadians(clamp(latitude));
    return Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + radians / 2)));
  }

  double x(double longitude) {
    return WIDTH / 2 + (longitude - middleLongitude) * unitsPerDegree;
  }

  double y(double latitude) {
    return height / 2 - (stretched(latitude) - middleStretched) * unitsPerDegree;
  }

  double longitude(double x) {
    return middleLongitude + (x - WIDTH / 2) / unitsPerDegree;
  }

  double latitude(double y) {
    double s = Math.toRadians(middleStretched - (y - height / 2) / unitsPerDegree);
    return Math.toDegrees(2 * Math.atan(Math.exp(s)) - Math.PI / 2);
  }

  double west() {
    return longitude(0);
  }

  double east() {
    return longitude(WIDTH);
  }

  double south() {
    return latitude(height);
  }

  double north() {
    return latitude(0);
  }

  /** Nautical miles in one drawing unit along the middle latitude. */
  double nauticalMilesPerUnit() {
    double cosine = Math.cos(Math.toRadians(latitude(height / 2)));
    return NAUTICAL_MILES_PER_DEGREE * cosine / unitsPerDegree;
  }

  /** Projects interleaved longitudes and latitudes, turned by so many degrees. */
  double[] project(double[] part, double turnDegrees) {
    double[] out = new double[part.length];
    for (int i = 0; i < part.length; i += 2) {
      out[i] = x(part[i] + turnDegrees);
      out[i + 1] = y(part[i + 1]);
    }
    return out;
  }
}
