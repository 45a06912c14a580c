package org.bellbuoy.sea.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws the courses and speeds of ordinary ships. */
final class Voyages {
  private static final long HALF_HOUR_MILLIS = 1_800_000;
  private static final double SHIP_TURN_METRES = 1_200;
  private static final double BOAT_TURN_METRES = 250;

  /** Room between two ships that sail the same lane abreast. */
  private static final double LANE_HALF_WIDTH_METRES = 1_300;

  private Voyages() {}

  static Route lane(List<LatLon> places, double offsetMetres) {
    List<LatLon> shifted = new ArrayList<>();
    // The lanes run mainly east and west, so aside means north or south.
    places.forEach(place -> shifted.add(place.offset(offsetMetres, 0)));
    return Route.through(shifted, SHIP_TURN_METRES);
  }

  /** Through the strait in either direction, entering at any time that leaves it some way to go. */
  static Motion transit(Scenario scenario, SplittableRandom random, double knots) {
    boolean east = random.nextBoolean();
    double aside = random.nextDouble(-LANE_HALF_WIDTH_METRES, LANE_HALF_WIDTH_METRES);
    Route route = lane(east ? Place.EASTBOUND : Place.WESTBOUND, aside);
    long passage =
        Math.round(route.lengthMetres() / (knots * Voyage.METRES_PER_SECOND_PER_KNOT) * 1000);
    long from =
        scenario.startMillis()
            + random.nextLong(-passage, scenario.endMillis() - scenario.startMillis());
    int knotsCount = (int) (passage * 11 / 10 / HALF_HOUR_MILLIS) + 3;
    long[] millis = new long[knotsCount];
    double[] speeds = new double[knotsCount];
    for (int i = 0; i < knotsCount; i++) {
      millis[i] = from + i * HALF_HOUR_MILLIS;
      speeds[i] = knots * random.nextDouble(0.97, 1.03);
    }
    return Voyage.along(route, millis, speeds, Fix.UNDER_WAY);
  }

  /** To and fro on a ferry line, with half an hour or so alongside. */
  static Motion ferry(Scenario scenario, SplittableRandom random) {
    Route route =
        Route.through(
            Place.FERRY_LINES.get(random.nextInt(Place.FERRY_LINES.size())), SHIP_TURN_METRES);
    double knots = random.nextDouble(16, 25);
    long ramp = 240_000;
    long cruise =
        Math.round(route.lengthMetres() / (knots * Voyage.METRES_PER_SECOND_PER_KNOT) * 1000)
            - ramp;
    long stay = random.nextLong(20, 60) * 60_000;
    long at = scenario.startMillis() - random.nextLong(cruise + stay);
    List<Long> millis = new ArrayList<>();
    List<Double> speeds = new ArrayList<>();
    while (at < scenario.endMillis() + stay) {
      long[] steps = {0, ramp, ramp + cruise, 2 * ramp + cruise};
      double[] stepKnots = {0, knots, knots, 0};
      for (int i = 0; i < steps.length; i++) {
        millis.add(at + steps[i]);
        // A ramp from 0 covers half of what cruising would, so both ramps make up one.
        speeds.add(stepKnots[i]);
      }
      at += 2 * ramp + cruise + stay;
    }
    return Voyage.shuttle(
        route,
        millis.stream().mapToLong(Long::longValue).toArray(),
        speeds.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** About a ground, now fast, now slow. */
  static Motion wander(
      Scenario scenario,
      SplittableRandom random,
      Place.Ground ground,
      double slowKnots,
      double fastKnots,
      int status) {
    double hours = (scenario.endMillis() - scenario.startMillis()) / 3_600_000.0;
    double needMetres = (hours + 1) * fastKnots * 1852;
    List<LatLon> places = new ArrayList<>();
    LatLon last = within(random, ground);
    places.add(last);
    double metres = 0;
    while (metres < needMetres) {
      LatLon next = within(random, ground);
      if (next.metresTo(last) > 500) {
        metres += next.metresTo(last);
        places.add(next);
        last = next;
      }
    }
    int count = (int) (hours * 3) + 4;
    long[] millis = new long[count];
    double[] speeds = new double[count];
    for (int i = 0; i < count; i++) {
      millis[i] = scenario.startMillis() - 600_000 + i * 1_200_000L;
      double pace = random.nextDouble() < 0.6 ? slowKnots : fastKnots;
      speeds[i] = pace * random.nextDouble(0.85, 1.0);
    }
    return Voyage.along(Route.through(places, BOAT_TURN_METRES), millis, speeds, status);
  }

  /** Slowly along a stretch of a cable, as a repair ship does. */
  static Motion alongCable(Scenario scenario, SplittableRandom random, Cable cable) {
    long[] millis = {scenario.startMillis(), scenario.endMillis() + 600_000};
    double knots = random.nextDouble(0.5, 1.6);
    List<LatLon> stretch = cable.line().subList(1, cable.line().size());
    return Voyage.along(
        Route.through(stretch, BOAT_TURN_METRES),
        millis,
        new double[] {knots, knots},
        Fix.RESTRICTED);
  }

  static Motion lying(
      Scenario scenario, SplittableRandom random, Place.Ground ground, boolean anchored) {
    return new Lying(
        within(random, ground),
        anchored ? random.nextDouble(60, 220) : 0,
        random.nextDouble(360),
        random.nextDouble(25, 60),
        anchored ? Fix.AT_ANCHOR : Fix.MOORED,
        scenario.startMillis(),
        scenario.endMillis() + 600_000);
  }

  static LatLon within(SplittableRandom random, Place.Ground ground) {
    double radius = ground.radiusMetres() * Math.sqrt(random.nextDouble());
    double angle = random.nextDouble(2 * Math.PI);
    return ground.centre().offset(radius * Math.cos(angle), radius * Math.sin(angle));
  }
}
