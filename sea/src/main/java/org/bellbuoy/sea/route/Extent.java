package org.bellbuoy.sea.route;

import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/**
 * A box that holds every place of a reach, in degrees; longitudes run on without a break from the
 * first fix, so that they may pass 180. It may be a little too large, never too small.
 */
record Extent(double south, double west, double north, double east) {
  /** Beyond this latitude cells are no longer nearly square. */
  private static final double FARTHEST_LATITUDE = 85;

  private static final double WIDEST_DEGREES = 300;

  /** Up to this half-length a reach is an ellipse on the flat map too, to a few per cent. */
  private static final double FLAT_METRES = 1_000_000;

  private static final double ROOM = 1.05;

  /** The box, or null when it comes too near to a pole or reaches round the world. */
  static @Nullable Extent of(Fixes fixes, double budgetMetres) {
    double east = Sphere.wrapLongitude(fixes.endLongitude() - fixes.startLongitude());
    double direct = fixes.directMetres();
    double course =
        Math.toRadians(
            Sphere.courseDegrees(
                fixes.startLatitude(),
                fixes.startLongitude(),
                fixes.endLatitude(),
                fixes.endLongitude()));
    double middleLatitude = fixes.startLatitude();
    double middleLongitude = fixes.startLongitude();
    double half = budgetMetres;
    double northward = half;
    double eastward = half;
    if (fixes.closed()) {
      half = budgetMetres / 2;
      double degrees = Math.toDegrees(course);
      middleLatitude = Sphere.destinationLatitude(fixes.startLatitude(), degrees, direct / 2);
      double middle =
          Sphere.destinationLongitude(
              fixes.startLatitude(), fixes.startLongitude(), degrees, direct / 2);
      middleLongitude += Sphere.wrapLongitude(middle - middleLongitude);
      northward = half;
      eastward = half;
      if (half <= FLAT_METRES) {
        // Seen from the middle the course has turned a little; the room covers that.
        double turned =
            Math.toRadians(
                Sphere.courseDegrees(
                    middleLatitude, middle, fixes.endLatitude(), fixes.endLongitude()));
        double minor = Math.sqrt(Math.max(0, half * half - direct * direct / 4));
        northward = ROOM * Math.hypot(half * Math.cos(turned), minor * Math.sin(turned));
        eastward = ROOM * Math.hypot(half * Math.sin(turned), minor * Math.cos(turned));
      }
    }
    double high = Math.toDegrees(northward / Sphere.RADIUS_METRES);
    double south =
        Math.min(middleLatitude - high, Math.min(fixes.startLatitude(), fixes.endLatitude()));
    double north =
        Math.max(middleLatitude + high, Math.max(fixes.startLatitude(), fixes.endLatitude()));
    double farthest = Math.max(Math.abs(south), Math.abs(north));
    if (!(farthest <= FARTHEST_LATITUDE)) {
      return null;
    }
    // A circle's width is known; that of a slanting ellipse is at most its eastward half-width
    // where the meridians lie closest.
    double circle =
        Math.asin(
            Math.min(
                1,
                Math.sin(Math.min(Math.PI / 2, half / Sphere.RADIUS_METRES))
                    / Math.cos(Math.toRadians(middleLatitude))));
    double slanting = eastward / Sphere.RADIUS_METRES / Math.cos(Math.toRadians(farthest));
    double wide = Math.toDegrees(Math.min(circle, slanting));
    double first = fixes.startLongitude();
    double last = first + east;
    double westEdge = Math.min(middleLongitude - wide, Math.min(first, last));
    double eastEdge = Math.max(middleLongitude + wide, Math.max(first, last));
    return eastEdge - westEdge <= WIDEST_DEGREES
        ? new Extent(south, westEdge, north, eastEdge)
        : null;
  }
}
