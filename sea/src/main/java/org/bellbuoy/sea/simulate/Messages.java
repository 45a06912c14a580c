package org.bellbuoy.sea.simulate;

/** Puts messages together bit by bit: ITU-R M.1371-6, annex 8. */
final class Messages {
  static final int SECOND_ESTIMATED = 62;
  static final int SECOND_INOPERATIVE = 63;
  private static final int NO_LATITUDE = 91 * 600_000;
  private static final int NO_LONGITUDE = 181 * 600_000;
  private static final int NO_SPEED = 1023;
  private static final int NO_COURSE = 3600;
  private static final int GPS = 1;

  private Messages() {}

  private static int minutes(double degrees) {
    return (int) Math.round(degrees * 600_000);
  }

  private static int speed(double knots) {
    return (int) Math.min(1022, Math.round(knots * 10));
  }

  private static int course(double degrees) {
    return (int) Math.round(degrees * 10) % 3600;
  }

  private static int heading(double degrees) {
    return (int) Math.round(degrees) % 360;
  }

  /** Rate of turn as on the air: 4.733 times the root of degrees per minute (table 48). */
  static int rateOfTurn(double degreesPerMinute) {
    double root = 4.733 * Math.sqrt(Math.abs(degreesPerMinute));
    return (int) Math.copySign(Math.min(126.0, Math.rint(root)), degreesPerMinute);
  }

  /**
   * Types 1 and 3.
   *
   * @param second UTC second 0 to 59; from 61 on there is no position, speed or course
   * @param state 19 bits of communication state
   */
  static void classA(
      Payload to, int type, int mmsi, Fix fix, int rateOfTurn, int second, int state) {
    boolean lost = second > 60;
    to.clear()
        .put(type, 6)
        .put(0, 2)
        .put(mmsi, 30)
        .put(fix.status, 4)
        .put(rateOfTurn, 8)
        .put(lost ? NO_SPEED : speed(fix.speedKnots), 10)
        .put(lost ? 0 : 1, 1)
        .put(lost ? NO_LONGITUDE : minutes(fix.longitude), 28)
        .put(lost ? NO_LATITUDE : minutes(fix.latitude), 27)
        .put(lost ? NO_COURSE : course(fix.courseDegrees), 12)
        .put(heading(fix.headingDegrees), 9)
        .put(second, 6)
        .put(0, 2)
        .put(0, 3)
        .put(0, 1)
        .put(state, 19);
  }

  /**
   * SOTDMA communication state (annex 2, 3.3.7.2): received stations, slot or offset by time-out.
   */
  static int selfOrganisedState(long count, long millis) {
    int timeout = (int) (7 - count % 8);
    int slot = (int) (millis % 60_000 * 2250 / 60_000);
    int hourAndMinute = (int) (millis / 3_600_000 % 24) << 9 | (int) (millis / 60_000 % 60) << 2;
    int message =
        switch (timeout) {
          case 0 -> 0;
          case 1 -> hourAndMinute;
          case 2, 4, 6 -> slot;
          default -> 60;
        };
    return timeout << 14 | message;
  }

  /** ITDMA communication state (annex 2, 3.3.7.3) of a ship that changes its rate. */
  static int incrementalState(long intervalMillis) {
    int increment = (int) Math.min(8191, intervalMillis * 2250 / 60_000);
    return increment << 4 | 1;
  }

  /** Type 4. */
  static void baseStation(Payload to, Station station, long millis) {
    java.time.LocalDateTime utc =
        java.time.LocalDateTime.ofEpochSecond(
            Math.floorDiv(millis, 1000L), 0, java.time.ZoneOffset.UTC);
    to.clear()
        .put(4, 6)
        .put(0, 2)
        .put(station.mmsi(), 30)
        .put(utc.getYear(), 14)
        .put(utc.getMonthValue(), 4)
        .put(utc.getDayOfMonth(), 5)
        .put(utc.getHour(), 5)
        .put(utc.getMinute(), 6)
        .put(utc.getSecond(), 6)
        .put(1, 1)
        .put(minutes(station.place().longitude()), 28)
        .put(minutes(station.place().latitude()), 27)
        .put(7, 4)
        .put(0, 10)
        .put(0, 1)
        .put(selfOrganisedState(millis / 10_000, millis), 19);
  }

  /** Type 5, two sentences long. IMO number 0: none is given to a ship that does not exist. */
  static void classAStatic(Payload to, Ship ship) {
    to.clear()
        .put(5, 6)
        .put(0, 2)
        .put(ship.mmsi(), 30)
        .put(0, 2)
        .put(0, 30)
        .text(ship.callSign(), 7)
        .text(ship.name(), 20)
        .put(ship.shipType(), 8);
    dimensions(to, ship);
    to.put(GPS, 4)
        .put(0, 4)
        .put(0, 5)
        .put(24, 5)
        .put(60, 6)
        .put(ship.draughtDecimetres(), 8)
        .text("SIMULATED", 20)
        .put(0, 1)
        .put(0, 1);
  }

  private static void dimensions(Payload to, Ship ship) {
    int stern = Math.min(511, ship.lengthMetres() / 5);
    int port = ship.beamMetres() / 2;
    to.put(ship.lengthMetres() - stern, 9)
        .put(stern, 9)
        .put(port, 6)
        .put(ship.beamMetres() - port, 6);
  }

  /** Type 18. */
  static void classB(Payload to, int mmsi, Fix fix, int second, boolean carrierSense, int state) {
    to.clear()
        .put(18, 6)
        .put(0, 2)
        .put(mmsi, 30)
        .put(0, 8)
        .put(speed(fix.speedKnots), 10)
        .put(0, 1)
        .put(minutes(fix.longitude), 28)
        .put(minutes(fix.latitude), 27)
        .put(course(fix.courseDegrees), 12)
        .put(511, 9)
        .put(second, 6)
        .put(0, 2)
        .put(carrierSense ? 1 : 0, 1)
        .put(0, 1)
        .put(carrierSense ? 1 : 0, 1)
        .put(1, 1)
        .put(0, 1)
        .put(0, 1)
        .put(0, 1)
        // Carrier sense sends a fixed pattern in place of a state (annex 8, 3.16).
        .put(carrierSense ? 1 : 0, 1)
        .put(carrierSense ? 0b1100000000000000110 : state, 19);
  }

  /** Type 24 part A. */
  static void classBName(Payload to, Ship ship) {
    to.clear().put(24, 6).put(0, 2).put(ship.mmsi(), 30).put(0, 2).text(ship.name(), 20);
  }

  /** Type 24 part B. */
  static void classBDetails(Payload to, Ship ship) {
    to.clear()
        .put(24, 6)
        .put(0, 2)
        .put(ship.mmsi(), 30)
        .put(1, 2)
        .put(ship.shipType(), 8)
        .text("SIM", 7)
        .text(ship.callSign(), 7);
    dimensions(to, ship);
    to.put(GPS, 4).put(0, 2);
  }
}
