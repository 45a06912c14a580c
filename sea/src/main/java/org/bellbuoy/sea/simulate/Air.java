package org.bellbuoy.sea.simulate;

import java.io.IOException;
import java.util.List;

/** Sends what an emitter has to say, and lets each station hear it or not. */
final class Air {
  private static final double STATION_HEARS_ITSELF = 0.998;
  private static final long MINUTES_TWO = 120_000;

  private final long seed;
  private final List<List<Ship.Span>> outages;
  private final SentenceWriter writer;
  private final Payload payload = new Payload();
  private final Fix fix = new Fix();
  private final boolean[] heard = new boolean[Place.STATIONS.size()];

  Air(long seed, List<List<Ship.Span>> outages, SentenceWriter writer) {
    this.seed = seed;
    this.outages = outages;
    this.writer = writer;
  }

  static long intervalMillis(Ship ship, Fix fix, boolean turning) {
    return switch (ship.equipment()) {
      case A -> Reporting.classAMillis(fix.status, fix.speedKnots, turning);
      case B_CARRIER_SENSE -> Reporting.classBCarrierSenseMillis(fix.speedKnots);
      case B_SELF_ORGANISING -> Reporting.classBSelfOrganisingMillis(fix.speedKnots);
    };
  }

  /** Transmits at the emitter's time and plans its next. */
  void transmit(Emitter emitter) throws IOException {
    Ship ship = emitter.ship;
    if (ship == null) {
      base(emitter);
      return;
    }
    long now = emitter.nextMillis;
    ship.motion().at(now, fix);
    boolean audible = !ship.silent().contains(now) && listen(ship, emitter, now);
    if (emitter.stream == Emitter.Stream.STATIC) {
      if (audible) {
        sendStatic(ship, emitter, now);
      }
      // Part B follows part A within a minute (annex 8, 3.22); then the cycle begins again.
      boolean nameSent = ship.classB() && emitter.count % 2 == 0;
      long gap =
          !ship.classB()
              ? Reporting.STATIC_MILLIS
              : nameSent ? 30_000 : Reporting.STATIC_MILLIS - 30_000;
      emitter.advance(gap, 1_000);
      return;
    }
    boolean turning = emitter.turning(now, fix.headingChangeDegrees);
    long interval = intervalMillis(ship, fix, turning);
    boolean newRate = interval != emitter.intervalMillis;
    if (audible) {
      noise(emitter, now);
      position(ship, emitter, now, newRate ? interval : 0);
      send(emitter, now);
    }
    boolean carrierSense = ship.equipment() == Ship.Equipment.B_CARRIER_SENSE;
    emitter.advance(interval, Reporting.halfWindowMillis(interval, carrierSense));
  }

  private void base(Emitter emitter) throws IOException {
    int index = -1 - emitter.key;
    long now = emitter.nextMillis;
    for (int i = 0; i < heard.length; i++) {
      heard[i] =
          i == index && up(i, now) && Noise.uniform(seed ^ 0xBA5EL, i, now) < STATION_HEARS_ITSELF;
    }
    if (heard[index]) {
      Messages.baseStation(payload, Place.STATIONS.get(index), now);
      send(emitter, now);
    }
    emitter.advance(Reporting.BASE_STATION_MILLIS, Reporting.BASE_STATION_MILLIS / 10);
  }

  private boolean up(int station, long now) {
    for (Ship.Span outage : outages.get(station)) {
      if (outage.contains(now)) {
        return false;
      }
    }
    return true;
  }

  private boolean listen(Ship ship, Emitter emitter, long now) {
    boolean any = false;
    for (int i = 0; i < heard.length; i++) {
      double chance =
          Place.STATIONS
              .get(i)
              .probability(
                  seed,
                  ship.index(),
                  ship.antennaMetres(),
                  ship.classB(),
                  fix.latitude,
                  fix.longitude,
                  now);
      heard[i] = chance > 1e-4 && Noise.uniform(seed ^ i, emitter.key, now) < chance && up(i, now);
      any |= heard[i];
    }
    return any;
  }

  private void position(Ship ship, Emitter emitter, long now, long newInterval) {
    int second = (int) (now / 1000 % 60);
    int state =
        newInterval > 0
            ? Messages.incrementalState(newInterval)
            : Messages.selfOrganisedState(emitter.count, now);
    if (ship.classB()) {
      boolean carrierSense = ship.equipment() == Ship.Equipment.B_CARRIER_SENSE;
      // Type 18 sends a self-organised state here whatever the rate: its selector bit says so.
      int own = Messages.selfOrganisedState(emitter.count, now);
      Messages.classB(payload, ship.mmsi(), fix, second, carrierSense, own);
      return;
    }
    if (ship.withoutFix().contains(now)) {
      // At first the set still estimates, then its receiver is reported inoperative.
      boolean fresh = now < ship.withoutFix().fromMillis() + MINUTES_TWO;
      second = fresh ? Messages.SECOND_ESTIMATED : Messages.SECOND_INOPERATIVE;
    }
    // Small craft have no rate-of-turn indicator.
    int turn = ship.lengthMetres() < 50 ? -128 : Messages.rateOfTurn(fix.turnDegreesPerMinute);
    Messages.classA(payload, newInterval > 0 ? 3 : 1, ship.mmsi(), fix, turn, second, state);
  }

  /** What sensors add: metres, tenths of a knot, and a course that means nothing at rest. */
  private void noise(Emitter emitter, long now) {
    double north = Noise.smooth(seed ^ 0x1L, emitter.key, now, 60_000) - 0.5;
    double east = Noise.smooth(seed ^ 0x2L, emitter.key, now, 60_000) - 0.5;
    fix.latitude += north * 1e-4;
    fix.longitude += east * 2e-4;
    double a = Noise.uniform(seed ^ 0x3L, emitter.key, now) - 0.5;
    double b = Noise.uniform(seed ^ 0x4L, emitter.key, now) - 0.5;
    fix.speedKnots = Math.max(0, fix.speedKnots + a * 0.2);
    double wander = fix.speedKnots < 0.5 ? 120 : 1.5;
    fix.courseDegrees = (fix.courseDegrees + b * wander + 360) % 360;
    fix.headingDegrees = (fix.headingDegrees + a + 360) % 360;
  }

  private void sendStatic(Ship ship, Emitter emitter, long now) throws IOException {
    if (!ship.classB()) {
      Messages.classAStatic(payload, ship);
    } else if (emitter.count % 2 == 0) {
      Messages.classBName(payload, ship);
    } else {
      Messages.classBDetails(payload, ship);
    }
    send(emitter, now);
  }

  private void send(Emitter emitter, long now) throws IOException {
    int sequence = (int) Math.floorMod(emitter.key + emitter.count, 10L);
    writer.prepare(payload, sequence, (emitter.count & 1) == 0 ? 'A' : 'B');
    long seconds = Math.floorDiv(now, 1000L);
    for (int i = 0; i < heard.length; i++) {
      if (heard[i]) {
        writer.write(Place.STATIONS.get(i).name(), seconds);
      }
    }
  }
}
