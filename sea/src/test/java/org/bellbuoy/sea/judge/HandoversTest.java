package org.bellbuoy.sea.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bellbuoy.sea.judge.Scene.HOUR;
import static org.bellbuoy.sea.judge.Scene.MINUTE;
import static org.bellbuoy.sea.judge.Scene.SHIP;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.HearingSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoversTest {
  private static final int OTHER = 636_000_001;
  private static final Scene.Outcome OFF =
      Scene.switchedOff(false).only(r -> r.mmsi == SHIP).follow(START + 6 * HOUR);
  private static final SeaEvent.Silence SILENCE = OFF.from(SHIP, START + 2 * HOUR);

  /** A series that begins so long after the silence, so far north of where the ship would be. */
  private static HearingSeries begins(int mmsi, int hull, long later, double north) {
    HearingSeries series = new HearingSeries(mmsi, hull, false);
    long at = 2 * HOUR + later;
    double east = 6 * Sphere.METRES_PER_SECOND_PER_KNOT * at / 1000;
    double latitude = Sphere.destinationLatitude(Scene.LATITUDE, 90, east);
    double longitude = Sphere.destinationLongitude(Scene.LATITUDE, Scene.LONGITUDE, 90, east);
    series.add(
        START + at,
        (int) Math.round(Sphere.destinationLatitude(latitude, 0, north) * 1e7),
        (int) Math.round(longitude * 1e7),
        10_000);
    return series;
  }

  private static Handovers.Handover found(HearingSeries... series) {
    List<HearingSeries> all = new ArrayList<>(OFF.series());
    all.addAll(List.of(series));
    Handovers.Handover none = new Handovers.Handover(0, 0, 0);
    return Objects.requireNonNullElse(
        new Handovers(all).at(SILENCE, SILENCE.toMillis() + Moments.SETTLE_MILLIS), none);
  }

  @Test
  void aNewIdentityJustThereIsFound() {
    Handovers.Handover handover = found(begins(OTHER, 1, 5 * MINUTE, 300));
    assertThat(handover.mmsi()).isEqualTo(OTHER);
    assertThat(handover.metres()).as("and up to a minute's way").isCloseTo(300, within(200.0));
    assertThat(handover.fromMillis()).isCloseTo(SILENCE.fromMillis() + 5 * MINUTE, within(MINUTE));
  }

  @ParameterizedTest
  @CsvSource({
    // Half an hour, and 1 km and two knots: 1,617 m after ten minutes.
    "1,0,true",
    "29,0,true",
    "34,0,false",
    "-4,0,false",
    "11,1400,true",
    "11,2100,false",
    "11,-1400,true",
    "1,1300,false"
  })
  void onlyNearInTimeAndPlace(int minutes, double north, boolean there) {
    assertThat(found(begins(OTHER, 1, minutes * MINUTE, north)).mmsi() == OTHER).isEqualTo(there);
  }

  @Test
  void theNearestOfSeveralIsTold() {
    assertThat(
            found(
                    begins(OTHER, 1, 5 * MINUTE, 900),
                    begins(OTHER + 1, 1, 7 * MINUTE, 250),
                    begins(OTHER + 2, 1, 9 * MINUTE, -700))
                .mmsi())
        .isEqualTo(OTHER + 1);
  }

  @Test
  void aShipThatWasKnownBeforeIsNoNewIdentity() {
    HearingSeries passing = begins(OTHER, 1, -HOUR, 5_000);
    passing.add(START + 2 * HOUR + 5 * MINUTE, 555_000_000, 34_000_000, 10_000);
    assertThat(found(passing).mmsi()).isZero();
    // Nor is one that the tracker takes for another hull of a known identity.
    assertThat(found(passing, begins(OTHER, 2, 5 * MINUTE, 0)).mmsi()).isZero();
    assertThat(found(begins(SHIP, 2, 5 * MINUTE, 0)).mmsi()).as("its own other hull").isZero();
  }

  @Test
  void anotherClassIsAnotherSet() {
    HearingSeries small = new HearingSeries(OTHER, 1, true);
    HearingSeries there = begins(OTHER, 1, 5 * MINUTE, 0);
    small.add(
        there.slotAt(0) * HearingSeries.SLOT_MILLIS,
        (int) Math.round(there.latitudeAt(0) * 1e7),
        (int) Math.round(there.longitudeAt(0) * 1e7),
        10_000);
    assertThat(found(small).mmsi()).isZero();
  }

  @Test
  void whatComesAfterTheMomentIsNotKnownYet() {
    Handovers handovers = new Handovers(List.of(begins(OTHER, 1, 20 * MINUTE, 0)));
    for (int minutes = 10; minutes <= 60; minutes++) {
      // The slot of two minutes from the twentieth on must be over.
      assertThat(handovers.at(SILENCE, SILENCE.fromMillis() + minutes * MINUTE) != null)
          .as("after %d min", minutes)
          .isEqualTo(minutes >= 22);
    }
  }
}
