package org.bellbuoy.sea.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.geo.Sphere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No silence of a ship may be hidden by its namesake, and a ship that is heard is never silent. */
class OneShipTest {
  private static final int MMSI = 230_123_456;
  private static final long SECOND = 1000;
  private static final long MINUTE = 60_000;

  private final Tracker tracker = new Tracker();
  private final Vessel vessel = new Vessel(MMSI);
  private final List<Integer> dropped = new ArrayList<>();
  private long quietMillis;

  private final TrackListener told =
      new TrackListener() {
        private void quiet(Hull hull, AisRecord record) {
          if (hull.isMature()) {
            quietMillis = Math.max(quietMillis, record.epochMillis - hull.lastHeardMillis);
          }
        }

        @Override
        public void fix(Vessel vessel, Hull hull, AisRecord record) {
          quiet(hull, record);
        }

        @Override
        public void heardWithoutFix(Vessel vessel, Hull hull, AisRecord record) {
          quiet(hull, record);
        }

        @Override
        public void late(Vessel vessel, AisRecord record, boolean validPosition) {}

        @Override
        public void duplicate(Vessel vessel, AisRecord record) {}

        @Override
        public void dropped(Vessel vessel, Hull hull) {
          dropped.add(hull.number);
        }

        @Override
        public void reject(String reason, Place place, String detail) {}
      };

  private void take(AisRecord record) {
    tracker.follow(vessel, record, told);
  }

  private static double north(double miles) {
    return 55 + miles / 60;
  }

  private void isSilentSince(long minutes) {
    assertThat(vessel.hulls)
        .as("hulls, " + dropped + " dropped")
        .anyMatch(hull -> hull.lastHeardMillis < START + (minutes + 1) * MINUTE);
  }

  /** A hull that lost its ship to another one knows it, so that nobody calls it switched off. */
  private void whoIsNotHeardKnowsItsNumberIs(long sinceMinutes) {
    assertThat(vessel.hulls)
        .as("hulls, " + dropped + " dropped")
        .anyMatch(hull -> hull.lastHeardMillis > START + sinceMinutes * MINUTE)
        .allMatch(
            hull ->
                hull.lastHeardMillis > START + sinceMinutes * MINUTE
                    || hull.numberHeardMillis != AisRecord.NO_TIME);
  }

  @ParameterizedTest
  @CsvSource({"30, 4", "12, 4", "9, 4", "9, 10", "5, 4", "2, 6"})
  void aSwitchOffIsNotHiddenByACloneThatBeganJustBefore(int minutesBefore, double miles) {
    for (long at = 0; at < 300 * MINUTE; at += 10 * SECOND) {
      if (at < 120 * MINUTE) {
        take(Reports.onTheWay(MMSI, at, 55, 20, 0, 90));
      }
      if (at >= (120 - minutesBefore) * MINUTE) {
        take(Reports.onTheWay(MMSI, at + 3 * SECOND, north(miles), 20, 0, 0));
      }
    }
    isSilentSince(120);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 3, 5})
  void oneOfTwoAtAnchorThatReportEveryThreeMinutesFallsSilent(double miles) {
    for (long at = 0; at < 600 * MINUTE; at += 180 * SECOND) {
      if (at < 300 * MINUTE) {
        take(Reports.onTheWay(MMSI, at, 55, 20, 0, 90));
      }
      take(Reports.onTheWay(MMSI, at + 20 * SECOND, north(miles), 20, 0, 0));
    }
    isSilentSince(300);
  }

  @Test
  void oneOfTwoThatAreHeardInTurnsFallsSilent() {
    for (long at = 0; at < 400 * MINUTE; at += 10 * SECOND) {
      long turn = at / MINUTE % 40;
      if (turn < 19 && at < 200 * MINUTE) {
        take(Reports.onTheWay(MMSI, at, 55, 20, 0, 90));
      }
      if (turn >= 21) {
        take(Reports.onTheWay(MMSI, at, north(12), 20, 0, 0));
      }
    }
    assertThat(dropped).isEmpty();
    isSilentSince(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 35, 60, 90})
  void oneAtAnchorHeardNowAndThenFallsSilentBesideANamesakeHeardAllTheTime(int together) {
    for (long at = 0; at < 400 * MINUTE; at += 10 * SECOND) {
      if (at % (600 * SECOND) == 0 && at < (120 + together) * MINUTE) {
        take(Reports.onTheWay(MMSI, at, 55, 20, 0, 90));
      }
      if (at >= 120 * MINUTE) {
        take(Reports.onTheWay(MMSI, at + 3 * SECOND, north(13), 20, 2, 90));
      }
    }
    isSilentSince(120 + together);
  }

  @Test
  void aStepOfTheClockIsOneShipThoughANamesakeSailsFarAway() {
    for (long at = 0; at < 360 * MINUTE; at += 10 * SECOND) {
      take(stepped(at, at >= 60 * MINUTE && at < 64 * MINUTE, 16, 90));
      take(Reports.onTheWay(MMSI, at + 3 * SECOND, 57, 20, 8, 0));
    }
    assertThat(vessel.hulls).hasSize(2);
    assertThat(quietMillis).isLessThan(11 * MINUTE);
  }

  @ParameterizedTest
  @CsvSource({"16, 90", "16, 0", "16, 270", "0, 90", "4, 90"})
  void whoTurnsAfterManyStepsOfTheClockIsNotTakenForSwitchedOff(double knots, double course) {
    for (long at = 0; at < 360 * MINUTE; at += 10 * SECOND) {
      boolean ahead = at >= 60 * MINUTE && at < 92 * MINUTE && (at / MINUTE - 60) % 8 < 4;
      take(stepped(at, ahead, knots, course));
    }
    whoIsNotHeardKnowsItsNumberIs(330);
  }

  @ParameterizedTest
  @CsvSource({"16, 90", "16, 0", "16, 270", "0, 90", "4, 90"})
  void whoTurnsAfterAnHourUnderTwoClocksIsNotTakenForSwitchedOff(double knots, double course) {
    List<AisRecord> all = new ArrayList<>();
    for (long at = 0; at < 360 * MINUTE; at += 10 * SECOND) {
      all.add(turning(at, knots, course));
      if (at >= 60 * MINUTE && at < 118 * MINUTE) {
        AisRecord slow = turning(at, knots, course);
        slow.epochMillis += -240 * SECOND + 3 * SECOND;
        all.add(slow);
      }
    }
    all.sort(Comparator.comparingLong(record -> record.epochMillis));
    all.forEach(this::take);
    whoIsNotHeardKnowsItsNumberIs(330);
  }

  private static AisRecord stepped(long at, boolean ahead, double knots, double course) {
    AisRecord record = turning(ahead ? at + 4 * MINUTE : at, knots, course);
    record.epochMillis = START + at;
    return record;
  }

  /** Sails east at 16 knots for two hours, then otherwise. */
  private static AisRecord turning(long at, double knots, double course) {
    if (at < 120 * MINUTE) {
      return Reports.onTheWay(MMSI, at, 55, 20, 16, 90);
    }
    double run = 16 * 1852 / 3600.0 * 7200;
    double latitude = Sphere.destinationLatitude(55, 90, run);
    double longitude = Sphere.destinationLongitude(55, 20, 90, run);
    double more = knots * 1852 / 3600.0 * (at - 120 * MINUTE) / 1000.0;
    return Reports.position(
        MMSI,
        START + at,
        Sphere.destinationLatitude(latitude, course, more),
        Sphere.destinationLongitude(latitude, longitude, course, more),
        knots,
        course);
  }
}
