package org.bellbuoy.sea.track;

import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.geo.Sphere;

/** Whether a hull could have made a fix, and how well it fits. Pure. */
final class DeadReckoning {
  /** Error of two fixes and of their times that is no movement. */
  static final double FIX_SLACK_METRES = 1_100;

  /** No hull is faster unless it says so itself. */
  static final double BOUND_KNOTS = 35;

  /** A hull may report this much less than it makes between fixes. */
  static final double REPORTED_SPEED_FACTOR = 1.3;

  /** A hull not heard for longer is another voyage of an unknown ship. */
  static final long JOIN_MILLIS = 30L * 24 * 3_600_000;

  private DeadReckoning() {}

  /**
   * How far a fix is from where the hull should be, in metres; infinite where it could not have
   * come there. Forward and backward dead reckoning, whichever fits better.
   */
  static double discrepancyMetres(Hull hull, AisRecord record) {
    long apart = Math.max(0, record.epochMillis - hull.lastFixMillis);
    if (apart > JOIN_MILLIS) {
      return Double.POSITIVE_INFINITY;
    }
    double seconds = apart / 1000.0;
    double distance =
        Sphere.distanceMetresE7(
            hull.latitudeE7, hull.longitudeE7, record.latitudeE7, record.longitudeE7);
    double reported = Math.max(knots(hull.speedDeciknots), knots(record.speedDeciknots));
    double bound = Math.max(BOUND_KNOTS, reported * REPORTED_SPEED_FACTOR);
    if (distance > FIX_SLACK_METRES + bound * Sphere.METRES_PER_SECOND_PER_KNOT * seconds) {
      return Double.POSITIVE_INFINITY;
    }
    if (distance <= FIX_SLACK_METRES) {
      return distance;
    }
    double forward =
        reckonError(
            hull.latitude(),
            hull.longitude(),
            knots(hull.speedDeciknots),
            hull.courseDecidegrees,
            seconds,
            record.latitudeE7 * 1e-7,
            record.longitudeE7 * 1e-7);
    double backward =
        reckonError(
            record.latitudeE7 * 1e-7,
            record.longitudeE7 * 1e-7,
            knots(record.speedDeciknots),
            record.courseDecidegrees < 0 ? -1 : (record.courseDecidegrees + 1800) % 3600,
            seconds,
            hull.latitude(),
            hull.longitude());
    return Math.min(distance, Math.min(forward, backward));
  }

  private static double reckonError(
      double latitude,
      double longitude,
      double knots,
      int courseDecidegrees,
      double seconds,
      double toLatitude,
      double toLongitude) {
    if (courseDecidegrees < 0 || knots <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double run = knots * Sphere.METRES_PER_SECOND_PER_KNOT * Math.min(seconds, 6 * 3600);
    double course = courseDecidegrees / 10.0;
    return Sphere.distanceMetres(
        Sphere.destinationLatitude(latitude, course, run),
        Sphere.destinationLongitude(latitude, longitude, course, run),
        toLatitude,
        toLongitude);
  }

  static double knots(int deciknots) {
    return deciknots < 0 || deciknots >= 1022 ? 0 : deciknots / 10.0;
  }
}
