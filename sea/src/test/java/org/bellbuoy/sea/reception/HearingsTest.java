package org.bellbuoy.sea.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HearingsTest {
  private static final int SLOT = 1_000_000;
  private static final int FAST = 10_000;
  private static final int[] NO_NAMES = {};

  /** One fix: who, in which slot, where, and its interval. */
  private record Fix(int mmsi, int slot, double latitude, double longitude, int interval) {}

  private static HearingSeries heard(int mmsi, int interval, int... slots) {
    HearingSeries series = new HearingSeries(mmsi, 1, false);
    for (int slot : slots) {
      add(series, new Fix(mmsi, slot, 55, 20, interval));
    }
    return series;
  }

  private static void add(HearingSeries series, Fix fix) {
    series.add(
        fix.slot() * HearingSeries.SLOT_MILLIS + 5_000,
        (int) Math.round(fix.latitude() * 1e7),
        (int) Math.round(fix.longitude() * 1e7),
        fix.interval());
  }

  private static NearbyShare at(Hearings hearings, int slot, double latitude, double longitude) {
    NearbyShare sum = new NearbyShare();
    hearings.addTo(sum, slot, latitude, longitude, 20_000, false, 9, NO_NAMES);
    return sum;
  }

  private static List<Hearings.Witness> witnesses(Hearings hearings, int slot) {
    List<Hearings.Witness> all = new ArrayList<>();
    hearings.witnesses(slot, false, 9, NO_NAMES, all::add);
    return all;
  }

  @ParameterizedTest
  @CsvSource({"0,true,true", "1,true,false", "20,true,false", "21,false,false"})
  void aShipIsAWitnessForFortyMinutesAfterItWasHeard(int later, boolean there, boolean heard) {
    // Another ship far away keeps the slots open.
    Hearings hearings = Hearings.of(List.of(heard(1, FAST, SLOT), heard(9, FAST, SLOT, SLOT + 30)));
    assertThat(witnesses(hearings, SLOT + later))
        .isEqualTo(there ? List.of(new Hearings.Witness(1, 55, 20, heard)) : List.of());
  }

  @ParameterizedTest
  @CsvSource({"2000,true", "10000,true", "60000,true", "60001,false", "180000,false"})
  void whoSendsMoreSeldomThanOnceAMinuteIsNoWitness(int interval, boolean there) {
    Hearings hearings = Hearings.of(List.of(heard(1, interval, SLOT)));
    assertThat(witnesses(hearings, SLOT)).hasSize(there ? 1 : 0);
  }

  @Test
  void aShipIsNoWitnessForItselfNorForAnotherClass() {
    HearingSeries small = new HearingSeries(2, 1, true);
    add(small, new Fix(2, SLOT, 55, 20, 30_000));
    Hearings hearings = Hearings.of(List.of(heard(1, FAST, SLOT), small, heard(9, FAST, SLOT)));
    NearbyShare classA = new NearbyShare();
    hearings.addTo(classA, SLOT, 55, 20, 20_000, false, 9, NO_NAMES);
    assertThat(classA.ships(0)).as("ship 1 alone").isCloseTo(1, within(1e-9));
    NearbyShare classB = new NearbyShare();
    hearings.addTo(classB, SLOT, 55, 20, 20_000, true, 2, NO_NAMES);
    assertThat(classB.ships(0)).as("the only one of its class is itself").isZero();
  }

  @Test
  void slotsThatAreNotClosedOrBeforeTheDataAddNothing() {
    Hearings hearings = Hearings.of(List.of(heard(1, FAST, SLOT)));
    assertThat(at(hearings, SLOT - 1, 55, 20).slots()).isZero();
    assertThat(at(hearings, SLOT, 55, 20).slots()).isEqualTo(1);
    assertThat(at(hearings, SLOT + 1, 55, 20).slots()).isZero();
    assertThat(at(Hearings.of(List.of()), SLOT, 55, 20).slots()).isZero();
    assertThat(Hearings.of(List.of()).witnesses()).isZero();
  }

  @Test
  void acrossTheAntimeridianNearIsNear() {
    HearingSeries west = new HearingSeries(1, 1, false);
    add(west, new Fix(1, SLOT, 0, 179.99, FAST));
    HearingSeries same = new HearingSeries(2, 1, false);
    add(same, new Fix(2, SLOT, 0, 10.01, FAST));
    // The same distance, 0.02 degrees, over the line and elsewhere.
    double over = at(Hearings.of(List.of(west)), SLOT, 0, -179.99).ships(0);
    double elsewhere = at(Hearings.of(List.of(same)), SLOT, 0, 9.99).ships(0);
    assertThat(over).isCloseTo(elsewhere, within(1e-4)).isGreaterThan(0.9);
  }

  @Test
  void theWeightOfAWitnessIsThatOfTheFormula() {
    // By hand: 0.1 degrees north is 11,119.5 m on a sphere of 6,371 km; at a range of 20 km the
    // widths are 7,200, 15,000 and 33,000 m; the weight is (1 + d²/4w²)^-2.
    HearingSeries north = new HearingSeries(1, 1, false);
    add(north, new Fix(1, SLOT, 0.1, 0, FAST));
    NearbyShare sum = at(Hearings.of(List.of(north)), SLOT, 0, 0);
    assertThat(sum.ships(0)).isCloseTo(0.39245, within(1e-3));
    assertThat(sum.ships(1)).isCloseTo(0.77301, within(1e-3));
    assertThat(sum.ships(2)).isCloseTo(0.94556, within(1e-3));
  }

  /** A seeded stream of fixes in order of time. */
  private static List<Fix> stream(SplittableRandom random) {
    List<Fix> fixes = new ArrayList<>();
    int ships = 1 + random.nextInt(12);
    for (int ship = 1; ship <= ships; ship++) {
      double latitude = random.nextDouble(-1, 1);
      double longitude = 179.5 + random.nextDouble();
      int slot = SLOT + random.nextInt(60);
      while (slot < SLOT + 120) {
        fixes.add(
            new Fix(
                ship,
                slot,
                latitude += random.nextDouble(-0.01, 0.01),
                wrap(longitude += random.nextDouble(-0.01, 0.01)),
                random.nextInt(5) == 0 ? 180_000 : FAST));
        slot += random.nextInt(4) == 0 ? random.nextInt(40) : random.nextInt(3);
      }
    }
    fixes.sort(Comparator.comparingInt(Fix::slot).thenComparingInt(Fix::mmsi));
    return fixes;
  }

  private static double wrap(double longitude) {
    return longitude > 180 ? longitude - 360 : longitude;
  }

  private static List<HearingSeries> follow(List<Fix> fixes, int beforeSlot) {
    HearingLog log = new HearingLog();
    for (Fix fix : fixes) {
      if (fix.slot() < beforeSlot) {
        add(log, fix);
      }
    }
    return HearingLog.union(List.of(log));
  }

  private static void add(HearingLog log, Fix fix) {
    log.add(
        fix.mmsi(),
        1,
        fix.mmsi() % 4 == 0,
        fix.slot() * HearingSeries.SLOT_MILLIS + 5_000,
        (int) Math.round(fix.latitude() * 1e7),
        (int) Math.round(fix.longitude() * 1e7),
        fix.interval(),
        -1);
  }

  /** All answers about the slots before one, in full. */
  private static List<Double> answers(Hearings hearings, int beforeSlot) {
    List<Double> all = new ArrayList<>();
    for (int slot = SLOT; slot < beforeSlot; slot++) {
      for (boolean classB : new boolean[] {false, true}) {
        NearbyShare sum = new NearbyShare();
        hearings.addTo(sum, slot, 0.2, -179.9, 30_000, classB, 3, NO_NAMES);
        for (int width = 0; width < NearbyShare.WIDTHS; width++) {
          all.add(sum.share(width));
          all.add(sum.ships(width));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void closingPieceByPieceIsTheSameAsClosingAtOnce(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Fix> fixes = stream(random);
    Hearings atOnce = Hearings.of(follow(fixes, Integer.MAX_VALUE));
    Hearings inPieces = new Hearings();
    HearingLog log = new HearingLog();
    int next = 0;
    for (int end = SLOT - 3; end < atOnce.endSlot(); ) {
      end = Math.min(atOnce.endSlot(), end + random.nextInt(15));
      // What is known by then may reach a little beyond the slots that are closed.
      while (next < fixes.size() && fixes.get(next).slot() < end + random.nextInt(2)) {
        add(log, fixes.get(next++));
      }
      while (next < fixes.size() && fixes.get(next).slot() < end) {
        add(log, fixes.get(next++));
      }
      inPieces.closeUntil(end, HearingLog.union(List.of(log)));
    }
    assertThat(inPieces.endSlot()).isEqualTo(atOnce.endSlot());
    assertThat(inPieces.witnesses()).isEqualTo(atOnce.witnesses()).isPositive();
    assertThat(answers(inPieces, atOnce.endSlot())).isEqualTo(answers(atOnce, atOnce.endSlot()));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void whatComesLaterChangesNothingOfWhatWasBefore(long seed) {
    List<Fix> fixes = stream(new SplittableRandom(seed));
    Hearings all = Hearings.of(follow(fixes, Integer.MAX_VALUE));
    for (int cut = SLOT + 1; cut < SLOT + 120; cut += 7) {
      Hearings known = new Hearings();
      known.closeUntil(cut, follow(fixes, cut));
      assertThat(answers(known, cut)).as("before slot %d", cut - SLOT).isEqualTo(answers(all, cut));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25})
  void theSumIsThatOfAPlainLoopOverAllShips(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Fix> fixes = stream(random);
    Hearings hearings = Hearings.of(follow(fixes, Integer.MAX_VALUE));
    for (int n = 0; n < 200; n++) {
      int slot = SLOT + random.nextInt(120);
      double latitude = random.nextDouble(-1, 1);
      double longitude = wrap(179.5 + random.nextDouble());
      double range = random.nextDouble(1_000, 80_000);
      boolean classB = random.nextBoolean();
      NearbyShare sum = new NearbyShare();
      if (slot >= hearings.endSlot()) {
        continue;
      }
      hearings.addTo(sum, slot, latitude, longitude, range, classB, 3, NO_NAMES);
      double[] widths = {6_000 + 0.06 * range, 12_000 + 0.15 * range, 25_000 + 0.4 * range};
      for (int width = 0; width < 3; width++) {
        double weight = 0;
        double heard = 0;
        for (int ship = 1; ship <= 12; ship++) {
          Fix last = null;
          for (Fix fix : fixes) {
            last = fix.mmsi() == ship && fix.slot() <= slot ? fix : last;
          }
          if (last == null
              || ship == 3
              || (ship % 4 == 0) != classB
              || slot - last.slot() > 20
              || last.interval() > 60_000) {
            continue;
          }
          double north = Math.toRadians(last.latitude() - latitude) * 6_371_008.8;
          double turn = (last.longitude() - longitude + 540) % 360 - 180;
          double east = Math.toRadians(turn) * Math.cos(Math.toRadians(latitude)) * 6_371_008.8;
          double q = (north * north + east * east) / (widths[width] * widths[width]);
          double w = Math.pow(1 + q / 4, -2);
          weight += w;
          heard += last.slot() == slot ? w : 0;
        }
        // Witnesses are kept to about a metre, and left out where they count next to nothing.
        double tolerance = 0.005 * 12;
        assertThat(sum.ships(width)).isCloseTo(weight, within(tolerance));
        assertThat(sum.share(width)).isCloseTo((heard + 0.3) / (weight + 0.6), within(0.02));
      }
    }
  }

  @Test
  void decadesBetweenTwoFixesCostLittle() {
    // One wrong clock in a recording must not make the run hang or fill the memory.
    List<HearingSeries> all = new ArrayList<>();
    all.add(heard(1, FAST, 0));
    for (int ship = 2; ship < 2_000; ship++) {
      all.add(heard(ship, FAST, 14_700_000));
    }
    Hearings hearings =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Hearings.of(all));
    assertThat(hearings.witnesses()).isEqualTo(21 + 1_998);
    assertThat(at(hearings, 1_000_000, 55, 20).slots()).isEqualTo(1);
    assertThat(at(hearings, 14_700_000, 55, 20).ships(0)).isCloseTo(1_997, within(0.1));
  }
}
