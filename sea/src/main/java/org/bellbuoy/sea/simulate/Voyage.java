package org.bellbuoy.sea.simulate;

import java.util.Arrays;

/** Sailing along a route with a speed that changes evenly between given instants. */
final class Voyage implements Motion {
  static final double METRES_PER_SECOND_PER_KNOT = 1852.0 / 3600;

  private final Route route;
  private final long[] millis;
  private final double[] knots;
  private final double[] metres;
  private final int status;
  private final boolean shuttle;
  private final long toMillis;

  private Voyage(
      Route route, long[] millis, double[] knots, double firstMetres, int status, boolean shuttle) {
    this.route = route;
    this.millis = millis;
    this.knots = knots;
    this.status = status;
    this.shuttle = shuttle;
    this.metres = new double[millis.length];
    metres[0] = firstMetres;
    for (int i = 1; i < millis.length; i++) {
      double seconds = (millis[i] - millis[i - 1]) / 1000.0;
      metres[i] =
          metres[i - 1] + (knots[i] + knots[i - 1]) / 2 * METRES_PER_SECOND_PER_KNOT * seconds;
    }
    this.toMillis = shuttle ? millis[millis.length - 1] : arrival();
  }

  /**
   * From the route's first point at the first instant to its end.
   *
   * @param millis rising instants
   * @param knots speed at each
   */
  static Voyage along(Route route, long[] millis, double[] knots, int status) {
    return new Voyage(route, millis, knots, 0, status, false);
  }

  /** To and fro over the route, moored while it stands still. */
  static Voyage shuttle(Route route, long[] millis, double[] knots) {
    return new Voyage(route, millis, knots, 0, Fix.UNDER_WAY, true);
  }

  private long arrival() {
    double end = route.lengthMetres();
    for (int i = 1; i < millis.length; i++) {
      if (metres[i] >= end) {
        double share = (end - metres[i - 1]) / (metres[i] - metres[i - 1]);
        return millis[i - 1] + Math.round((millis[i] - millis[i - 1]) * share);
      }
    }
    return millis[millis.length - 1];
  }

  @Override
  public long fromMillis() {
    return millis[0];
  }

  @Override
  public long toMillis() {
    return toMillis;
  }

  @Override
  public void at(long now, Fix fix) {
    int found = Arrays.binarySearch(millis, now);
    int i = Math.clamp(found >= 0 ? found : -found - 2, 0, millis.length - 2);
    double seconds = (now - millis[i]) / 1000.0;
    double share = (double) (now - millis[i]) / (millis[i + 1] - millis[i]);
    double speed = Math.max(0, knots[i] + (knots[i + 1] - knots[i]) * share);
    double along = metres[i] + (knots[i] + speed) / 2 * METRES_PER_SECOND_PER_KNOT * seconds;
    boolean back = false;
    if (shuttle) {
      double length = route.lengthMetres();
      double lap = along % (2 * length);
      back = lap > length;
      along = back ? 2 * length - lap : lap;
    }
    double sign = back ? -1 : 1;
    double metresPerSecond = speed * METRES_PER_SECOND_PER_KNOT;
    LatLon place = route.at(along);
    double course = route.courseDegrees(along);
    double earlier = route.courseDegrees(along - sign * 15 * metresPerSecond);
    double change = Math.IEEEremainder(course - earlier, 360);
    fix.latitude = place.latitude();
    fix.longitude = place.longitude();
    fix.speedKnots = speed;
    fix.courseDegrees = back ? (course + 180) % 360 : course;
    fix.headingDegrees = fix.courseDegrees;
    fix.headingChangeDegrees = change;
    fix.turnDegreesPerMinute = change * 4;
    fix.status = shuttle && speed < 0.2 ? Fix.MOORED : status;
  }
}
