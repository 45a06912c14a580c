package org.bellbuoy.sea.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Draws the ordinary ships: each from its own chance, so that none depends on another. */
final class Fleet {
  private static final int FIRST_MMSI = 200_000_001;

  /** AIS types that real cable ships send: the type does not tell them (reference, section 2.5). */
  private static final int[] CABLE_SHIP_TYPES = {33, 39, 90};

  private Fleet() {}

  static List<Ship> ordinary(Scenario scenario) {
    List<Ship> ships = new ArrayList<>();
    for (int i = 0; i < scenario.vessels(); i++) {
      ships.add(ship(scenario, i));
    }
    return ships;
  }

  private static Ship ship(Scenario scenario, int index) {
    SplittableRandom random = new SplittableRandom(Noise.hash(scenario.seed(), 0x5A1L, index));
    // 37 and 100 have no common factor: any hundred ships in a row hold every kind in its share.
    int share = index * 37 % 100;
    if (share < 46) {
      boolean tanker = random.nextDouble() < 0.3;
      double knots = random.nextDouble(9, 15.5);
      int length = random.nextInt(85, 250);
      return large(
          index,
          tanker ? "TANKER" : "CARGO",
          tanker ? 80 : 70,
          length,
          Voyages.transit(scenario, random, knots));
    }
    if (share < 52) {
      return large(index, "FERRY", 60, random.nextInt(120, 215), Voyages.ferry(scenario, random));
    }
    if (share < 74) {
      return fishing(scenario, index, random);
    }
    if (share < 86) {
      Place.Ground ground = pick(random, Place.ANCHORAGES);
      Motion motion = Voyages.lying(scenario, random, ground, true);
      return large(index, "BULKER", 70, random.nextInt(90, 230), motion);
    }
    if (share < 94) {
      Motion motion = Voyages.lying(scenario, random, pick(random, Place.BERTHS), false);
      return large(index, "COASTER", 79, random.nextInt(70, 140), motion);
    }
    if (share < 98) {
      boolean pilot = random.nextBoolean();
      Motion motion =
          Voyages.wander(scenario, random, pick(random, Place.PILOT_GROUNDS), 3, pilot ? 17 : 9, 0);
      return large(index, pilot ? "PILOT" : "TUG", pilot ? 50 : 52, pilot ? 18 : 32, motion);
    }
    Motion motion = Voyages.alongCable(scenario, random, pick(random, Place.CABLES));
    return large(
        index, "CABLE SHIP", CABLE_SHIP_TYPES[random.nextInt(3)], random.nextInt(95, 145), motion);
  }

  private static Ship fishing(Scenario scenario, int index, SplittableRandom random) {
    boolean carrierSense = random.nextDouble() < 0.75;
    Motion motion =
        Voyages.wander(
            scenario, random, pick(random, Place.FISHING_GROUNDS), 3.2, 8.5, Fix.FISHING);
    return new Ship(
        index,
        FIRST_MMSI + index,
        name("FISHER", index),
        carrierSense ? Ship.Equipment.B_CARRIER_SENSE : Ship.Equipment.B_SELF_ORGANISING,
        30,
        random.nextInt(9, 26),
        5,
        0,
        motion,
        "fisher",
        Ship.Span.NEVER,
        Ship.Span.NEVER);
  }

  private static Ship large(int index, String kind, int shipType, int length, Motion motion) {
    return new Ship(
        index,
        FIRST_MMSI + index,
        name(kind, index),
        Ship.Equipment.A,
        shipType,
        length,
        Math.max(5, length / 7),
        Math.max(20, length / 2),
        motion,
        kind.toLowerCase(Locale.ROOT),
        Ship.Span.NEVER,
        Ship.Span.NEVER);
  }

  private static String name(String kind, int index) {
    return String.format(Locale.ROOT, "SIM %s %03d", kind, index);
  }

  private static <T> T pick(SplittableRandom random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
