package org.bellbuoy.sea.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.Objects;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiverPlacesTest {
  private static final long MINUTE = 60_000;

  private static AisRecord fix(long sinceStart, double latitude, double longitude) {
    return Reports.position(230_000_001, START + sinceStart, latitude, longitude, 10, 90);
  }

  private static AisRecord told(AisRecord r, double latitude, double longitude) {
    r.receiverLatitudeE7 = (int) Math.round(latitude * 1e7);
    r.receiverLongitudeE7 = (int) Math.round(longitude * 1e7);
    return r;
  }

  private static AisRecord ranged(AisRecord r, double range, double bearing) {
    r.rangeMetres = range;
    r.bearingDegrees = bearing;
    return r;
  }

  private static ReceiverPlaces.Where known(ReceiverPlaces places, long epochMillis) {
    return Objects.requireNonNull(places.at(-1, epochMillis));
  }

  @Test
  void aReceiverThatTellsItsPlaceIsThere() {
    ReceiverPlaces places = new ReceiverPlaces();
    places.heard(told(fix(0, 55, 20), 54.5, 19.5));
    assertThat(places.at(-1, START)).isEqualTo(new ReceiverPlaces.Where(54.5, 19.5, true));
    assertThat(places.at(-1, START - 1)).as("not known yet").isNull();
    assertThat(places.at(0, START)).as("another station").isNull();
    assertThat(places.at(99, START)).as("a station never heard of").isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // Sixty miles of latitude are a degree: 111,195 m are 1 degree on a sphere of 6,371 km.
    "55,20,50000,180,55.44966,20",
    "55,20,50000,0,54.55034,20",
    // On the equator east and west are as north and south.
    "0,179.9,22239,270,0,-179.9",
    "0,-179.9,22239,90,0,179.9"
  })
  void rangeAndBearingOfAShipTellWhereTheReceiverIs(
      double latitude, double longitude, double range, double bearing, double lat, double lon) {
    ReceiverPlaces places = new ReceiverPlaces();
    places.heard(ranged(fix(0, latitude, longitude), range, bearing));
    ReceiverPlaces.Where where = known(places, START);
    assertThat(where.told()).isTrue();
    assertThat(where.latitude()).isCloseTo(lat, within(1e-4));
    assertThat(where.longitude()).isCloseTo(lon, within(1e-4));
  }

  @Test
  void aShipFarAwayTellsNoPlaceForItsBearingErrs() {
    ReceiverPlaces places = new ReceiverPlaces();
    places.heard(ranged(fix(0, 55, 20), 100_000, 180));
    assertThat(places.at(-1, START + MINUTE)).isNull();
  }

  @Test
  void withoutAnyOfThatItIsTheMiddleOfFiftyFixes() {
    ReceiverPlaces places = new ReceiverPlaces();
    for (int i = 0; i < 49; i++) {
      places.heard(fix(i * 1_000, i % 2 == 0 ? 1 : -1, 180 - (i % 7) * 0.1));
    }
    places.heard(fix(11 * MINUTE, -1, -179.5));
    places.heard(fix(22 * MINUTE, 1, -179.5));
    assertThat(places.at(-1, START + 10 * MINUTE)).as("too few yet").isNull();
    ReceiverPlaces.Where where = known(places, START + 11 * MINUTE);
    assertThat(where.told()).isFalse();
    // 25 of 50 north and as many south; 49 longitudes 180 - 0.3 in the mean and one -179.5.
    assertThat(where.latitude()).isCloseTo(0, within(1e-6));
    assertThat(where.longitude()).isCloseTo(179.716, within(1e-3));
  }

  @Test
  void aMovingReceiverIsWhereItWasLastKnownToBe() {
    ReceiverPlaces places = new ReceiverPlaces();
    for (int minute = 0; minute <= 60; minute++) {
      places.heard(told(fix(minute * MINUTE, 55, 20), 54 + minute / 100.0, 19));
    }
    for (int minute = 0; minute <= 60; minute++) {
      ReceiverPlaces.Where where = known(places, START + minute * MINUTE);
      // Written down every ten minutes.
      assertThat(where.latitude()).isCloseTo(54 + minute / 10 * 0.1, within(1e-9));
    }
  }

  @Test
  void aPlaceThatIsToldTakesTheReckonedOnesPlace() {
    ReceiverPlaces places = new ReceiverPlaces();
    for (int i = 0; i < 100; i++) {
      places.heard(fix(i * 15_000, 55, 20));
    }
    places.heard(told(fix(30 * MINUTE, 55, 20), 55, 20));
    ReceiverPlaces.Where before = known(places, START + 29 * MINUTE);
    ReceiverPlaces.Where after = known(places, START + 30 * MINUTE);
    assertThat(before.told()).isFalse();
    assertThat(after.told()).isTrue();
  }

  @Test
  void theReceiversOwnShipAndFixesOffTheGlobeMoveNoMiddle() {
    ReceiverPlaces places = new ReceiverPlaces();
    for (int i = 0; i < 60; i++) {
      AisRecord own = fix(i * 1_000, 10, 10);
      own.ownVessel = true;
      places.heard(own);
      places.heard(Reports.withoutPosition(fix(i * 1_000, 55, 20)));
      places.heard(fix(i * 1_000, 55, 20));
    }
    places.heard(fix(11 * MINUTE, 55, 20));
    ReceiverPlaces.Where where = known(places, START + 11 * MINUTE);
    assertThat(where.latitude()).isCloseTo(55, within(1e-4));
    assertThat(where.longitude()).isCloseTo(20, within(1e-4));
  }

  @Test
  void stationsAreKeptApart() {
    ReceiverPlaces places = new ReceiverPlaces();
    for (int station = 0; station < 3; station++) {
      AisRecord r = told(fix(0, 55, 20), 50 + station, 10);
      r.station = station;
      places.heard(r);
    }
    for (int station = 0; station < 3; station++) {
      assertThat(places.at(station, START))
          .isEqualTo(
              new ReceiverPlaces.Where((500_000_000 + station * 10_000_000) * 1e-7, 10, true));
    }
  }
}
