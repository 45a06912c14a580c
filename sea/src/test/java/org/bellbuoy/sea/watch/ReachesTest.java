package org.bellbuoy.sea.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.sea.cable.Cable;
import org.bellbuoy.sea.cable.CableIndex;
import org.bellbuoy.sea.cable.CableReach;
import org.bellbuoy.sea.cable.CableReachOptions;
import org.bellbuoy.sea.cable.CableWithinReach;
import org.bellbuoy.sea.cable.Cables;
import org.bellbuoy.sea.detect.ReachOptions;
import org.bellbuoy.sea.detect.ReachedCable;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Silences off the Algarve, east of Cape St Vincent. */
class ReachesTest {
  private static final long HOUR = 3_600_000;

  /** Off the west coast, 36 miles from the ship over land and 55 round Cape St Vincent. */
  private static final Cable WEST = cable("west", -8.95, 37.50, -8.95, 37.60);

  /** South of the ship in open water, 8.6 miles off. */
  private static final Cable EAST = cable("east", -8.40, 36.90, -8.40, 36.60);

  private static final CableIndex INDEX = CableIndex.of(Cables.of(List.of(WEST, EAST)), 10_000);
  private static final Reaches REACHES = new Reaches(INDEX, ReachOptions.defaults());

  private static Cable cable(String id, double... longitudeLatitude) {
    List<Position> run = new ArrayList<>();
    for (int i = 0; i < longitudeLatitude.length; i += 2) {
      run.add(new Position(longitudeLatitude[i], longitudeLatitude[i + 1]));
    }
    return Cable.of(id, null, 500, List.of(run));
  }

  private static SeaEvent.End end(double latitude, double longitude, double hours) {
    return new SeaEvent.End(
        Math.round(hours * HOUR),
        (int) Math.round(latitude * 1e7),
        (int) Math.round(longitude * 1e7),
        100,
        0,
        0);
  }

  private static Reaches.Reached open(double hours, double knots) {
    return REACHES.of(end(37.02, -8.50, 0), null, Math.round(hours * HOUR), knots);
  }

  private static List<String> ids(Reaches.Reached reached) {
    return reached.cables().stream().map(cable -> cable.asset().id()).toList();
  }

  private static Reason reason(Reaches.Reached reached, String code) {
    return reached.reasons().stream().filter(r -> r.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void aCableBehindTheCapeIsNotReachedThoughAStraightLineReachesIt() {
    Reaches.Reached reached = open(2.6, 15);
    assertThat(ids(reached)).containsExactly("east");
    assertThat(reason(reached, "land").text())
        .contains("1 cable that a straight line reaches lies");
    // 8.6 miles, less the band of half a kilometre.
    assertThat(Objects.requireNonNull(reason(reached, "land").measured()))
        .isCloseTo(8.4, within(0.15));
  }

  @Test
  void inFourHoursItIsReachedAndTheStayIsWhatTheWayRoundLeaves() {
    Reaches.Reached reached = open(4, 15);
    assertThat(ids(reached)).containsExactly("east", "west");
    ReachedCable west = reached.cables().getLast();
    // 55 miles at 15 knots take 3 h 40 min, the straight 36 would take 2 h 23 min.
    assertThat(west.longestStaySeconds()).isBetween(4 * 3600 - 13_270.0, 4 * 3600 - 9_100.0);
    assertThat(west.leastSpeedKnots()).isBetween(9.5, 13.9);
    assertThat(west.asset().detail().get("firstReachedSeconds").asDouble())
        .isCloseTo(4 * 3600 - west.longestStaySeconds(), within(1.0));
  }

  @Test
  void aSilenceThatNeverEndsIsFollowedForADayAndSaysSo() {
    Reaches.Reached reached = open(80, 10);
    Reason reason = reason(reached, "open-reach");
    assertThat(reason.text())
        .contains("until 1970-01-02T00:00:00Z, 24 h 00 min after the last position")
        .contains("though it was silent longer")
        .contains("The first cable it could have come to is east, after 50 min");
    assertThat(reached.cables().getFirst().longestStaySeconds()).isLessThan(24 * 3600);
    assertThat(reason(open(3, 10), "open-reach").text()).doesNotContain("silent longer");
  }

  @Test
  void withoutCablesNothingIsSaid() {
    assertThat(
            new Reaches(null, ReachOptions.defaults())
                .of(end(37.02, -8.50, 0), null, HOUR, 15)
                .reasons())
        .isEmpty();
  }

  @Test
  void waysRoundLandOnlyEverTakeAway() {
    List<Cable> cables = new ArrayList<>(List.of(WEST, EAST));
    SplittableRandom random = new SplittableRandom(41);
    for (int i = 0; i < 30; i++) {
      cables.add(
          cable(
              "random " + i,
              random.nextDouble(-10, -7),
              random.nextDouble(36, 39),
              random.nextDouble(-10, -7),
              random.nextDouble(36, 39)));
    }
    CableIndex index = CableIndex.of(Cables.of(cables), 10_000);
    Reaches reaches = new Reaches(index, ReachOptions.defaults());
    int fewer = 0;
    for (int n = 0; n < 120; n++) {
      SeaEvent.End before = end(random.nextDouble(36.2, 38.5), random.nextDouble(-10, -7.5), 0);
      double hours = random.nextDouble(0.5, 8);
      double metres = random.nextDouble() * 12 * hours * Sphere.METRES_PER_NAUTICAL_MILE;
      double course = random.nextDouble(360);
      SeaEvent.@Nullable End after =
          n % 3 == 0
              ? null
              : end(
                  Sphere.destinationLatitude(before.latitude(), course, metres),
                  Sphere.destinationLongitude(
                      before.latitude(), before.longitude(), course, metres),
                  hours);
      long until = Math.round(hours * HOUR);
      Map<String, CableWithinReach> straight = new HashMap<>();
      CableReach.of(index, reaches.reach(before, after, until, 14), CableReachOptions.defaults())
          .forEach(hit -> straight.put(hit.cable().id(), hit));
      Reaches.Reached reached = reaches.of(before, after, until, 14);
      fewer += straight.size() - reached.cables().size();
      for (ReachedCable cable : reached.cables()) {
        CableWithinReach all = Objects.requireNonNull(straight.get(cable.asset().id()));
        assertThat(cable.longestStaySeconds()).isLessThan(all.longestStaySeconds() + 1);
        assertThat(cable.leastSpeedKnots()).isGreaterThan(all.leastSpeedKnots() - 0.01);
        for (AssetRef.Span span : cable.asset().alongKilometres()) {
          assertThat(all.alongKilometres())
              .anyMatch(
                  whole ->
                      whole.fromKilometres() <= span.fromKilometres() + 1e-6
                          && whole.toKilometres() >= span.toKilometres() - 1e-6);
        }
      }
    }
    assertThat(fewer).isGreaterThan(20);
  }

  @Test
  void silencesInARowTellTheTotalOfTheirStays() {
    SeaEvent.End at = end(37.02, -8.50, 0);
    Map<Integer, Rows.Told> silences = new HashMap<>();
    silences.put(7, new Rows.Told(Rowed.silence(at, 0, 2 * HOUR), open(2, 15)));
    silences.put(3, new Rows.Told(Rowed.silence(at, 3 * HOUR, 5 * HOUR), open(2, 15)));
    silences.put(4, new Rows.Told(Rowed.silence(at, 90 * HOUR, 95 * HOUR), open(2, 15)));
    Map<Integer, Reaches.Reached> told = Rows.told(silences, 24 * HOUR);
    assertThat(told).containsOnlyKeys(7, 3);
    Reaches.Reached second = Objects.requireNonNull(told.get(3));
    assertThat(reason(second, "in-a-row").text())
        .isEqualTo(
            "It is the second of 2 silences of this ship in 5 h 00 min; dark for 4 h 00 min of them"
                + " (80 %).");
    ReachedCable east = second.cables().getFirst();
    assertThat(east.asset().detail().get("inARowStaySeconds").asDouble())
        .isCloseTo(2 * east.longestStaySeconds(), within(1.0));
    assertThat(east.asset().detail().get("inARowSilences").asInt()).isEqualTo(2);
  }
}
