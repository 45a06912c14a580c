package org.bellbuoy.sea.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bellbuoy.sea.track.Reports.START;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.geo.Sphere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerTest {
  private static final int MMSI = 230_123_456;
  private static final long SECOND = 1000;
  private static final long MINUTE = 60_000;

  private final Tracker tracker = new Tracker();
  private final Vessel vessel = new Vessel(MMSI);
  private final Told told = new Told();

  /** Writes down what the tracker tells. */
  private static final class Told implements TrackListener {
    final List<String> fixes = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    final List<String> late = new ArrayList<>();
    final List<String> rejects = new ArrayList<>();
    final List<Place> rejectPlaces = new ArrayList<>();
    final List<String> details = new ArrayList<>();
    long longestQuietMillis;
    int duplicates;

    private void quiet(Hull hull, AisRecord record) {
      if (hull.fixes > 0) {
        longestQuietMillis =
            Math.max(longestQuietMillis, record.epochMillis - hull.lastHeardMillis);
      }
    }

    @Override
    public void fix(Vessel vessel, Hull hull, AisRecord record) {
      quiet(hull, record);
      fixes.add(hull.number + "@" + (record.epochMillis - START) / SECOND);
    }

    @Override
    public void heardWithoutFix(Vessel vessel, Hull hull, AisRecord record) {
      quiet(hull, record);
      heard.add(hull.number + "@" + (record.epochMillis - START) / SECOND);
    }

    @Override
    public void late(Vessel vessel, AisRecord record, boolean validPosition) {
      late.add((record.epochMillis - START) / SECOND + (validPosition ? " fix" : " none"));
    }

    @Override
    public void duplicate(Vessel vessel, AisRecord record) {
      duplicates++;
    }

    @Override
    public void reject(String reason, Place place, String detail) {
      rejects.add(reason);
      rejectPlaces.add(place);
      details.add(detail);
    }
  }

  private void take(AisRecord record) {
    tracker.follow(vessel, record, told);
  }

  /** Sails from a place at START, a report every ten seconds in [from, to). */
  private void sail(
      long from, long to, double latitude, double longitude, double knots, double course) {
    for (long at = from; at < to; at += 10 * SECOND) {
      take(Reports.onTheWay(MMSI, at, latitude, longitude, knots, course));
    }
  }

  private Hull only() {
    assertThat(vessel.hulls).hasSize(1);
    return vessel.hulls.getFirst();
  }

  @Test
  void twoShipsWithOneMmsiSixtyMilesApartAreTwoHullsAndNeitherJumps() {
    for (long at = 0; at < 60 * MINUTE; at += 10 * SECOND) {
      take(Reports.onTheWay(MMSI, at, 55, 20, 12, 90));
      take(Reports.onTheWay(MMSI, at + 3 * SECOND, 56, 20, 8, 180));
    }
    assertThat(vessel.hulls).hasSize(2).allMatch(Hull::isMature);
    assertThat(told.rejects).isEmpty();
    Hull first = vessel.hulls.get(0);
    Hull second = vessel.hulls.get(1);
    // Twelve knots eastward and eight southward for an hour less the last ten seconds.
    assertThat(Sphere.distanceMetres(55, 20, first.latitude(), first.longitude()))
        .isCloseTo(12 * 1852 * 3590 / 3600.0, within(10.0));
    assertThat(Sphere.distanceMetres(56, 20, second.latitude(), second.longitude()))
        .isCloseTo(8 * 1852 * 3593 / 3600.0, within(10.0));
    assertThat(first.usualTopKnots()).isEqualTo(13);
    assertThat(second.usualTopKnots()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(ints = {-131, -600, 136, 900})
  void aReceiversClockThatStepsMakesNoSecondShipAndNoSilence(int stepSeconds) {
    sail(0, 90 * MINUTE, 55, 20, 18, 90);
    // The ship goes on from where it is; only the times are others from now on.
    Hull then = vessel.hulls.getFirst();
    long step = stepSeconds * SECOND;
    double latitude = then.latitude();
    double longitude = then.longitude();
    for (long t = 90 * MINUTE; t < 180 * MINUTE; t += 10 * SECOND) {
      double run = 18 * 1852 / 3600.0 * (t - 90 * MINUTE) / 1000.0;
      take(
          Reports.position(
              MMSI,
              START + t + step,
              Sphere.destinationLatitude(latitude, 90, run),
              Sphere.destinationLongitude(latitude, longitude, 90, run),
              18,
              90));
    }
    assertThat(vessel.hulls).as("hulls").hasSize(1);
    assertThat(told.longestQuietMillis)
        .as("longest silence told")
        .isLessThanOrEqualTo(Math.abs(step) + 11 * MINUTE);
    assertThat(told.rejects).as("the first position after the step").hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 5, 8, 12, 16, 30})
  void aShipThatFallsSilentStaysSilentThoughAnotherOfItsNumberLiesNearIt(double miles) {
    double there = 55 + miles / 60;
    for (long at = 0; at < 60 * MINUTE; at += 10 * SECOND) {
      take(Reports.onTheWay(MMSI, at, 55, 20, 0, 90));
      take(Reports.onTheWay(MMSI, at + 3 * SECOND, there, 20, 0, 0));
    }
    for (long at = 60 * MINUTE; at < 300 * MINUTE; at += 10 * SECOND) {
      take(Reports.onTheWay(MMSI, at, there, 20, 0, 0));
    }
    assertThat(vessel.hulls).hasSize(2);
    // In four hours the silent one could have come to where the other lies; it was not heard there.
    assertThat(vessel.hulls.getFirst().lastHeardMillis).isLessThan(START + 60 * MINUTE);
  }

  @Test
  void aShipThatIsPutAheadForFourMinutesIsOneHullAndNeverSilent() {
    // Seen in a recording: a ship at 16 knots was put where it came four minutes later, and after
    // four minutes back; both hulls could then have made every fix and took them in turn for days.
    for (long at = 0; at < 6 * 60 * MINUTE; at += 10 * SECOND) {
      boolean ahead = at >= 60 * MINUTE && at < 64 * MINUTE;
      AisRecord r = Reports.onTheWay(MMSI, ahead ? at + 4 * MINUTE : at, 55, 20, 16, 90);
      r.epochMillis = START + at;
      take(r);
    }
    assertThat(vessel.hulls).as("hulls").hasSize(1);
    assertThat(told.longestQuietMillis).as("longest silence").isLessThanOrEqualTo(11 * MINUTE);
  }

  @Test
  void twoShipsOfOneNumberThatPassEachOtherStayTwo() {
    for (long at = 0; at < 120 * MINUTE; at += 10 * SECOND) {
      take(Reports.onTheWay(MMSI, at, 55, 20, 12, 90));
      // Ten miles ahead on the opposite course, a mile to the north.
      take(Reports.onTheWay(MMSI, at + 3 * SECOND, 55 + 1 / 60.0, 20.3, 12, 270));
    }
    assertThat(vessel.hulls).hasSize(2);
    assertThat(vessel.hulls).allMatch(hull -> hull.fixes > 700);
  }

  @Test
  void oneWildPositionIsARejectAndNeitherMovementNorSilence() {
    sail(0, 20 * MINUTE, 55, 20, 12, 90);
    AisRecord wild = Reports.position(MMSI, START + 20 * MINUTE, 10, 100, 12, 90);
    wild.offset = 777;
    take(wild);
    sail(20 * MINUTE + 10 * SECOND, 90 * MINUTE, 55, 20, 12, 90);
    assertThat(told.rejects).containsExactly("jump");
    assertThat(told.rejectPlaces).extracting(Place::offset).containsExactly(777L);
    assertThat(told.details.getFirst()).contains("10.00000, 100.00000").contains("" + MMSI);
    assertThat(only().number).isEqualTo(1);
    assertThat(only().usualTopKnots()).isEqualTo(13);
    assertThat(told.longestQuietMillis).isEqualTo(10 * SECOND);
    for (int i = 0; i < only().trail.size(); i++) {
      assertThat(only().trail.latitudeE7(i)).isBetween(549_000_000, 551_000_000);
    }
  }

  @Test
  void wildPositionsInARowLeaveNoSilenceEither() {
    sail(0, 20 * MINUTE, 55, 20, 12, 90);
    // Each somewhere else: none confirms another.
    for (int i = 0; i < 40; i++) {
      take(Reports.position(MMSI, START + (20 + i) * MINUTE, -60 + 3 * i, 100, 12, 90));
    }
    sail(60 * MINUTE, 120 * MINUTE, 55, 20, 12, 90);
    assertThat(told.longestQuietMillis).isEqualTo(MINUTE);
    assertThat(only().number).isEqualTo(1);
    assertThat(told.rejects).hasSize(40).containsOnly("jump");
  }

  @Test
  void aShipThatStartsWithAWildPositionIsStillFollowed() {
    take(Reports.position(MMSI, START, -30, 100, 12, 90));
    sail(10 * SECOND, 60 * MINUTE, 55, 20, 12, 90);
    assertThat(only().number).isEqualTo(2);
    assertThat(told.rejects).containsExactly("jump");
  }

  @Test
  void aWildPositionNearTheEndOfTheDataIsARejectToo() {
    sail(0, 20 * MINUTE, 55, 20, 12, 90);
    take(Reports.position(MMSI, START + 20 * MINUTE, 10, 100, 12, 90));
    tracker.finish(vessel, told);
    assertThat(told.rejects).containsExactly("jump");
    assertThat(only().number).isEqualTo(1);
  }

  @Test
  void anUnconfirmedHullOfTwoFixesIsTwoRejects() {
    sail(0, 20 * MINUTE, 55, 20, 12, 90);
    take(Reports.position(MMSI, START + 20 * MINUTE, 10, 100, 0, 0));
    take(Reports.position(MMSI, START + 20 * MINUTE + SECOND, 10.001, 100, 0, 0));
    sail(20 * MINUTE + 10 * SECOND, 90 * MINUTE, 55, 20, 12, 90);
    assertThat(told.rejects).containsExactly("jump", "jump");
    assertThat(told.rejectPlaces)
        .extracting(Place::offset)
        .containsExactly(20 * MINUTE, 20 * MINUTE + SECOND);
  }

  @ParameterizedTest
  @CsvSource({
    "910000000,1810000000,60",
    "910000000,1810000000,63",
    "550000000,200000000,61",
    "550000000,200000000,62",
    "550000000,200000000,63",
    "910000000,200000000,12",
    "2147483647,2147483647,0"
  })
  void whoTransmitsWithoutAPositionIsHeardAndNotDark(int latitude, int longitude, int second) {
    sail(0, 10 * MINUTE, 55, 20, 12, 90);
    for (long at = 10 * MINUTE; at < 70 * MINUTE; at += 10 * SECOND) {
      AisRecord r = Reports.onTheWay(MMSI, at, 55, 20, 12, 90);
      r.latitudeE7 = latitude == Integer.MAX_VALUE ? AisRecord.NO_DEGREES : latitude;
      r.longitudeE7 = longitude == Integer.MAX_VALUE ? AisRecord.NO_DEGREES : longitude;
      r.utcSecond = second;
      take(r);
    }
    Hull hull = only();
    assertThat(hull.lostSinceMillis).isEqualTo(START + 10 * MINUTE);
    assertThat(hull.lostLastMillis).isEqualTo(START + 70 * MINUTE - 10 * SECOND);
    assertThat(hull.lostReports).isEqualTo(360);
    assertThat(hull.lastFixMillis).isEqualTo(START + 10 * MINUTE - 10 * SECOND);
    assertThat(told.longestQuietMillis).isEqualTo(10 * SECOND);
    assertThat(told.rejects).isEmpty();
    sail(70 * MINUTE, 71 * MINUTE, 55, 20, 12, 90);
    assertThat(only().lostSinceMillis).isEqualTo(AisRecord.NO_TIME);
  }

  @Test
  void secondSixtyIsNoLossOfPosition() {
    // 60 says only that the time stamp is not available.
    AisRecord r = Reports.position(MMSI, START, 55, 20, 12, 90);
    r.utcSecond = 60;
    take(r);
    assertThat(told.fixes).containsExactly("1@0");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,null-island",
    "0.005,-0.005,null-island",
    "95,20,impossible-position",
    "-90.1,20,impossible-position",
    "55,190,impossible-position"
  })
  void aPositionThatCannotBeIsARejectButItsSenderIsHeard(
      double latitude, double longitude, String reason) {
    sail(0, 10 * MINUTE, 55, 20, 12, 90);
    take(Reports.position(MMSI, START + 10 * MINUTE, latitude, longitude, 12, 90));
    assertThat(told.rejects).containsExactly(reason);
    assertThat(told.heard).containsExactly("1@600");
    assertThat(only().fixes).isEqualTo(60);
    assertThat(only().lostSinceMillis).isEqualTo(AisRecord.NO_TIME);
  }

  @ParameterizedTest
  @CsvSource({"0.02,0", "0,0.02", "90,0", "-90,180"})
  void aPositionThatIsOnlyUnusualIsAFix(double latitude, double longitude) {
    take(Reports.position(MMSI, START, latitude, longitude, 12, 90));
    assertThat(told.rejects).isEmpty();
    assertThat(told.fixes).hasSize(1);
  }

  @Test
  void anOldReportSentAgainWhileUnderWayIsStale() {
    sail(0, 10 * MINUTE, 55, 20, 12, 90);
    AisRecord old = Reports.onTheWay(MMSI, 9 * MINUTE + 50 * SECOND, 55, 20, 12, 90);
    old.epochMillis = START + 15 * MINUTE;
    take(old);
    assertThat(told.rejects).containsExactly("stale-repeat");
    assertThat(told.heard).containsExactly("1@900");
    assertThat(only().lastFixMillis).isEqualTo(START + 10 * MINUTE - 10 * SECOND);
  }

  @Test
  void theSamePayloadMinutesLaterIsStaleHoweverFarBackItWasSent() {
    for (long at = 0; at < 4 * MINUTE; at += 10 * SECOND) {
      AisRecord r = Reports.onTheWay(MMSI, at, 55, 20, 12, 90);
      r.payloadHash = 1000 + at;
      take(r);
    }
    AisRecord again = Reports.onTheWay(MMSI, MINUTE, 55, 20, 12, 90);
    again.payloadHash = 1000 + MINUTE;
    again.epochMillis = START + 5 * MINUTE;
    take(again);
    assertThat(told.rejects).containsExactly("stale-repeat");
  }

  @Test
  void whoLiesStillMaySendTheSameAgainAndAgain() {
    for (long at = 0; at < 60 * MINUTE; at += 3 * MINUTE) {
      AisRecord r = Reports.position(MMSI, START + at, 55, 20, 0, 0);
      r.navigationalStatus = 5;
      r.payloadHash = 42;
      take(r);
    }
    assertThat(told.rejects).isEmpty();
    assertThat(told.duplicates).isZero();
    assertThat(only().fixes).isEqualTo(20);
  }

  @Test
  void oneTransmissionHeardByThreeStationsIsOneRecordAndAllThreeAreRemembered() {
    for (int station : new int[] {7, 2, 5}) {
      AisRecord r = Reports.position(MMSI, START + station * 10, 55, 20, 12, 90);
      r.payloadHash = 99;
      r.station = station;
      take(r);
    }
    assertThat(told.fixes).hasSize(1);
    assertThat(told.duplicates).isEqualTo(2);
    assertThat(only().fixes).isEqualTo(1);
    assertThat(only().stationsWithin(MINUTE)).containsExactly(2, 5, 7);
    assertThat(only().lastHeardPlace.offset()).isEqualTo(70);
  }

  @Test
  void aSecondReceptionIsOfTheHullThatMadeTheMessageAndNotOfItsNamesake() {
    for (long at = 0; at < 10 * MINUTE; at += 10 * SECOND) {
      for (int ship = 0; ship < 2; ship++) {
        for (int station : ship == 0 ? new int[] {7} : new int[] {8, 9}) {
          AisRecord r =
              Reports.onTheWay(MMSI, at + station * 10 + ship * SECOND, 55 + ship, 20, 12, 90);
          r.payloadHash = 1_000 + at + ship;
          r.station = station;
          take(r);
        }
      }
    }
    assertThat(vessel.hulls).hasSize(2);
    assertThat(vessel.hulls.get(0).stationsWithin(MINUTE)).containsExactly(7);
    assertThat(vessel.hulls.get(1).stationsWithin(MINUTE)).containsExactly(8, 9);
  }

  @Test
  void aStationThatCaughtOneStrayIsNotAmongThoseThatHearTheShip() {
    for (long at = 0; at < 30 * MINUTE; at += 10 * SECOND) {
      AisRecord r = Reports.onTheWay(MMSI, at, 55, 20, 12, 90);
      r.station = at == 25 * MINUTE ? 9 : 7;
      take(r);
    }
    assertThat(only().stationsWithin(30 * MINUTE)).containsExactly(7);
    for (long at = 30 * MINUTE; at < 33 * MINUTE; at += 10 * SECOND) {
      AisRecord r = Reports.onTheWay(MMSI, at, 55, 20, 12, 90);
      r.station = 9;
      take(r);
    }
    assertThat(only().stationsWithin(30 * MINUTE)).as("sailed on").containsExactly(7, 9);
  }

  @Test
  void equalPayloadsOfFeedsWithoutPayloadsAreTheSameRowTwice() {
    take(Reports.position(MMSI, START, 55, 20, 12, 90));
    take(Reports.position(MMSI, START, 55, 20, 12, 90));
    assertThat(told.duplicates).isEqualTo(1);
    assertThat(only().fixes).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {35, 40})
  void aFastFerryIsOneHull(double knots) {
    // Reports come now every two seconds, now after five minutes.
    long at = 0;
    for (int i = 0; i < 200; i++) {
      take(Reports.onTheWay(MMSI, at, 55, 10, knots, 90));
      at += i % 7 == 0 ? 5 * MINUTE : 2 * SECOND;
    }
    assertThat(told.rejects).isEmpty();
    assertThat(only().fixes).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(doubles = {90, 270})
  void aShipAcrossTheAntimeridianIsOneHull(double course) {
    double longitude = course == 90 ? 179.9 : -179.9;
    sail(0, 60 * MINUTE, -17, longitude, 20, course);
    assertThat(told.rejects).isEmpty();
    assertThat(only().fixes).isEqualTo(360);
    // It came out on the other side.
    assertThat(Math.signum(only().longitude())).isEqualTo(-Math.signum(longitude));
  }

  @Test
  void aRecordOlderThanWhatWasFollowedIsLateAndMovesNothing() {
    sail(0, 10 * MINUTE, 55, 20, 12, 90);
    int latitude = only().latitudeE7;
    int longitude = only().longitudeE7;
    take(Reports.onTheWay(MMSI, 5 * MINUTE + 5 * SECOND, 55, 20, 12, 90));
    take(Reports.withoutPosition(Reports.onTheWay(MMSI, 5 * MINUTE + 6 * SECOND, 55, 20, 12, 90)));
    take(Reports.statics(MMSI, START + 5 * MINUTE + 7 * SECOND, "NAME", 70));
    assertThat(told.late).containsExactly("305 fix", "306 none", "307 none");
    assertThat(only().latitudeE7).isEqualTo(latitude);
    assertThat(only().longitudeE7).isEqualTo(longitude);
    assertThat(only().fixes).isEqualTo(60);
    assertThat(only().lostSinceMillis).isEqualTo(AisRecord.NO_TIME);
    assertThat(vessel.name).isEqualTo("NAME");
  }

  @Test
  void receiversWhoseClocksDifferByASecondAreStillInOrder() {
    sail(0, MINUTE, 55, 20, 12, 90);
    take(Reports.onTheWay(MMSI, 49 * SECOND, 55, 20, 12, 90));
    assertThat(told.late).isEmpty();
    assertThat(only().lastHeardMillis).isEqualTo(START + 50 * SECOND);
  }

  @Test
  void aShipHeardAgainAfterADayIsTheSameIfItCanHaveSailedThere() {
    sail(0, 10 * MINUTE, 55, 20, 12, 90);
    take(Reports.onTheWay(MMSI, 26 * 60 * MINUTE, 55, 20, 12, 90));
    take(Reports.onTheWay(MMSI, 26 * 60 * MINUTE + 10 * SECOND, 55, 20, 12, 90));
    assertThat(only().fixes).isEqualTo(62);
  }

  @Test
  void aVesselReadBackFromASnapshotIsFollowedAlike() throws IOException {
    sail(0, 30 * MINUTE, 55, 20, 12, 90);
    take(Reports.position(MMSI, START + 30 * MINUTE, 10, 100, 12, 90));
    take(Reports.statics(MMSI, START + 30 * MINUTE + SECOND, "SEA \u00e9\ud83d\ude00", 70));
    take(Reports.withoutPosition(Reports.onTheWay(MMSI, 30 * MINUTE + 2 * SECOND, 55, 20, 12, 90)));
    byte[] kept = bytes(vessel);
    Vessel back = Vessel.read(MMSI, new DataInputStream(new ByteArrayInputStream(kept)));
    assertThat(bytes(back)).isEqualTo(kept);
    Told toldBack = new Told();
    told.fixes.clear();
    told.heard.clear();
    for (long at = 31 * MINUTE; at < 80 * MINUTE; at += 10 * SECOND) {
      AisRecord r = Reports.onTheWay(MMSI, at, 55, 20, 12, 90);
      tracker.follow(vessel, r, told);
      tracker.follow(back, r, toldBack);
    }
    assertThat(toldBack.fixes).isEqualTo(told.fixes);
    assertThat(toldBack.heard).isEqualTo(told.heard);
    assertThat(toldBack.rejects).isEqualTo(told.rejects).containsExactly("jump");
    assertThat(bytes(back)).isEqualTo(bytes(vessel));
  }

  private static byte[] bytes(Vessel vessel) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    vessel.write(new DataOutputStream(out));
    return out.toByteArray();
  }
}
