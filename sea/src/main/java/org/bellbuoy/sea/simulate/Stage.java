package org.bellbuoy.sea.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Casts a ship for each act and the innocent twins beside it, and notes the truth. */
final class Stage {
  private static final int FIRST_MMSI = 200_900_001;
  private static final int FIRST_INDEX = 900_000;
  private static final double CRUISE_KNOTS = 12.4;
  private static final double SLOW_KNOTS = 6.8;
  private static final long MINUTE = 60_000;

  /** Reports below this chance, at every station, count as out of range. */
  private static final double OUT_OF_RANGE_CHANCE = 0.02;

  private final Scenario scenario;
  private final List<Ship> ships = new ArrayList<>();
  private final List<Truth.Act> acts = new ArrayList<>();
  private final List<List<Ship.Span>> outages = new ArrayList<>();

  private Stage(Scenario scenario) {
    this.scenario = scenario;
    Place.STATIONS.forEach(station -> outages.add(new ArrayList<>()));
  }

  static Stage of(Scenario scenario) {
    Stage stage = new Stage(scenario);
    Map<ActKind, Integer> ofKind = new EnumMap<>(ActKind.class);
    for (LongSilence act : scenario.acts()) {
      int number = ofKind.merge(act.kind(), 1, Integer::sum) - 1;
      Ship.Span span =
          new Ship.Span(
              scenario.startMillis() + act.startMinutes() * MINUTE,
              scenario.startMillis() + (act.startMinutes() + act.durationMinutes()) * MINUTE);
      switch (act.kind()) {
        case SWITCHED_OFF -> stage.switchedOff(number, span);
        case OUT_OF_RANGE -> stage.outOfRange(number, span);
        case RECEIVER_OUTAGE -> stage.outage(number, span);
        case GNSS_LOST -> stage.gnssLost(number, span);
      }
    }
    stage.bystanders();
    return stage;
  }

  List<Ship> ships() {
    return ships;
  }

  List<Truth.Act> acts() {
    return acts;
  }

  /** For each station when it is down. */
  List<List<Ship.Span>> outages() {
    return outages;
  }

  private void switchedOff(int number, Ship.Span off) {
    // Alfa, delta, bravo: where the coverage of two stations overlaps.
    Cable cable = Place.CABLES.get(new int[] {0, 3, 1}[number % 3]);
    Route route = Voyages.lane(Place.EASTBOUND, 400);
    double cross = route.meets(cable.route());
    long middle = off.fromMillis() / 2 + off.toMillis() / 2;
    long ramp = Math.min(6 * MINUTE, (off.toMillis() - off.fromMillis()) / 4);
    double metresToCrossing =
        metres(CRUISE_KNOTS, SLOW_KNOTS, ramp)
            + metres(SLOW_KNOTS, SLOW_KNOTS, middle - off.fromMillis() - ramp);
    long entry = off.fromMillis() - millis(cross - metresToCrossing, CRUISE_KNOTS);
    long end = entry + millis(route.lengthMetres(), CRUISE_KNOTS / 3);
    double slow = scenario.staged() ? SLOW_KNOTS : CRUISE_KNOTS;
    Voyage voyage =
        Voyage.along(
            route,
            new long[] {
              entry,
              off.fromMillis(),
              off.fromMillis() + ramp,
              off.toMillis() - ramp,
              off.toMillis(),
              end
            },
            new double[] {CRUISE_KNOTS, CRUISE_KNOTS, slow, slow, CRUISE_KNOTS, CRUISE_KNOTS},
            Fix.UNDER_WAY);
    int mmsi = cast(number, "ACT OFF", voyage, "acts: switches off", staged(off), Ship.Span.NEVER);
    Voyage twin =
        Voyage.along(
            Voyages.lane(Place.EASTBOUND, -300),
            new long[] {entry + 11 * MINUTE, end},
            new double[] {CRUISE_KNOTS, CRUISE_KNOTS},
            Fix.UNDER_WAY);
    cast(
        100 + number,
        "TWIN LANE",
        twin,
        "innocent: same lane, 11 minutes later, does not switch off",
        Ship.Span.NEVER,
        Ship.Span.NEVER);
    note(ActKind.SWITCHED_OFF, mmsi, off, voyage, crossing(cable, route, cross, middle));
  }

  private void gnssLost(int number, Ship.Span lost) {
    Cable cable = Place.CABLES.get(new int[] {3, 0, 1}[number % 3]);
    Route route = Voyages.lane(Place.WESTBOUND, 500);
    double cross = route.meets(cable.route());
    long middle = lost.fromMillis() / 2 + lost.toMillis() / 2;
    long entry = middle - millis(cross, CRUISE_KNOTS);
    Voyage voyage = steady(route, entry);
    int mmsi =
        cast(200 + number, "ACT GNSS", voyage, "acts: loses GNSS", Ship.Span.NEVER, staged(lost));
    note(ActKind.GNSS_LOST, mmsi, lost, voyage, crossing(cable, route, cross, middle));
  }

  private void outOfRange(int number, Ship.Span away) {
    Route lane = Voyages.lane(Place.WESTBOUND, 700 + 300 * (number % 4));
    double edge = lane.lengthMetres();
    while (edge > 0 && !heard(lane.at(edge))) {
      edge -= 250;
    }
    double beyond =
        scenario.staged()
            ? Math.min(
                metres(CRUISE_KNOTS, CRUISE_KNOTS, (away.toMillis() - away.fromMillis()) / 2),
                lane.lengthMetres() - edge)
            // Turns for home before the edge.
            : -15_000;
    List<LatLon> places = new ArrayList<>();
    for (double along = 0; along < edge + beyond; along += 12_000) {
      places.add(lane.at(along));
    }
    LatLon turn = lane.at(edge + beyond);
    places.add(turn);
    places.add(turn.offset(0, 5_000));
    Place.EASTBOUND.stream()
        .filter(place -> place.latitude() > turn.latitude() + 0.05)
        .forEach(places::add);
    Route route = Route.through(places, 1_200);
    long entry = away.fromMillis() - millis(edge, CRUISE_KNOTS);
    Voyage voyage = steady(route, entry);
    int mmsi =
        cast(
            300 + number,
            "ACT AWAY",
            voyage,
            "acts: sails out of range",
            Ship.Span.NEVER,
            Ship.Span.NEVER);
    double back = edge + 250;
    while (back < route.lengthMetres() && !heard(route.at(back))) {
      back += 250;
    }
    Ship.Span gone = new Ship.Span(away.fromMillis(), entry + millis(back, CRUISE_KNOTS));
    note(ActKind.OUT_OF_RANGE, mmsi, gone, voyage, null);
  }

  private static boolean heard(LatLon place) {
    return Place.STATIONS.stream()
        .anyMatch(station -> station.usualProbability(place, 25) > OUT_OF_RANGE_CHANCE);
  }

  private void outage(int number, Ship.Span down) {
    int index = (Place.LONELY_STATION + number) % Place.STATIONS.size();
    if (!scenario.staged()) {
      return;
    }
    outages.get(index).add(down);
    Station station = Place.STATIONS.get(index);
    acts.add(
        new Truth.Act(
            ActKind.RECEIVER_OUTAGE,
            null,
            station.name(),
            Instant.ofEpochMilli(down.fromMillis()),
            until(down),
            down.toMillis() < scenario.endMillis(),
            station.place(),
            station.place(),
            null));
  }

  /** Those who look like acts and are none. */
  private void bystanders() {
    SplittableRandom random = new SplittableRandom(Noise.hash(scenario.seed(), 0x57A6EL, 0));
    cast(
        400,
        "TWIN MOORED",
        Voyages.lying(scenario, random, Place.BERTHS.getFirst(), false),
        "innocent: moored, reports every three minutes",
        Ship.Span.NEVER,
        Ship.Span.NEVER);
    ships.add(
        ship(
            401,
            FIRST_MMSI + 401,
            "TWIN EDGE",
            Ship.Equipment.B_CARRIER_SENSE,
            Voyages.wander(scenario, random, Place.CLASS_B_EDGE, 3, 6, Fix.FISHING),
            "innocent: class B fading at the edge of range",
            Ship.Span.NEVER,
            Ship.Span.NEVER));
    String shared = "innocent: two ships 60 nm and more apart send this MMSI";
    int mmsi =
        cast(
            402,
            "SHARED ONE",
            Voyages.lying(scenario, random, Place.ANCHORAGES.get(2), true),
            shared,
            Ship.Span.NEVER,
            Ship.Span.NEVER);
    ships.add(
        ship(
            403,
            mmsi,
            "SHARED TWO",
            Ship.Equipment.A,
            Voyages.wander(scenario, random, Place.PILOT_GROUNDS.get(1), 4, 8, Fix.UNDER_WAY),
            shared,
            Ship.Span.NEVER,
            Ship.Span.NEVER));
  }

  private Ship.Span staged(Ship.Span span) {
    return scenario.staged() ? span : Ship.Span.NEVER;
  }

  private int cast(
      int number, String name, Motion motion, String role, Ship.Span silent, Ship.Span withoutFix) {
    int mmsi = FIRST_MMSI + number;
    ships.add(ship(number, mmsi, name, Ship.Equipment.A, motion, role, silent, withoutFix));
    return mmsi;
  }

  private static Ship ship(
      int number,
      int mmsi,
      String name,
      Ship.Equipment equipment,
      Motion motion,
      String role,
      Ship.Span silent,
      Ship.Span withoutFix) {
    boolean large = equipment == Ship.Equipment.A;
    return new Ship(
        FIRST_INDEX + number,
        mmsi,
        String.format(Locale.ROOT, "SIM %s %d", name, number % 100),
        equipment,
        large ? 70 : 30,
        large ? 145 : 14,
        large ? 21 : 4,
        large ? 72 : 0,
        motion,
        role,
        silent,
        withoutFix);
  }

  private Voyage steady(Route route, long entry) {
    long end = entry + millis(route.lengthMetres(), CRUISE_KNOTS) + MINUTE;
    return Voyage.along(
        route, new long[] {entry, end}, new double[] {CRUISE_KNOTS, CRUISE_KNOTS}, Fix.UNDER_WAY);
  }

  private void note(
      ActKind kind, int mmsi, Ship.Span span, Motion motion, Truth.@Nullable Crossing crossing) {
    if (scenario.staged()) {
      acts.add(
          new Truth.Act(
              kind,
              mmsi,
              null,
              Instant.ofEpochMilli(span.fromMillis()),
              until(span),
              span.toMillis() < scenario.endMillis(),
              place(motion, span.fromMillis()),
              place(motion, until(span).toEpochMilli()),
              crossing));
    }
  }

  private Instant until(Ship.Span span) {
    return Instant.ofEpochMilli(Math.min(span.toMillis(), scenario.endMillis()));
  }

  private static LatLon place(Motion motion, long millis) {
    Fix fix = new Fix();
    motion.at(millis, fix);
    return new LatLon(fix.latitude, fix.longitude);
  }

  private static Truth.Crossing crossing(Cable cable, Route route, double along, long millis) {
    Route line = cable.route();
    return new Truth.Crossing(
        cable.id(), line.meets(route) / 1000, Instant.ofEpochMilli(millis), route.at(along));
  }

  private static double metres(double fromKnots, double toKnots, long millis) {
    return (fromKnots + toKnots) / 2 * Voyage.METRES_PER_SECOND_PER_KNOT * millis / 1000;
  }

  private static long millis(double metres, double knots) {
    return Math.round(metres / (knots * Voyage.METRES_PER_SECOND_PER_KNOT) * 1000);
  }
}
