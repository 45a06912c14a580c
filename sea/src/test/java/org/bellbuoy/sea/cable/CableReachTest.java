package org.bellbuoy.sea.cable;

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
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CableReachTest {
  private static final long HOUR = 3_600_000;
  private static final CableReachOptions OPTIONS = CableReachOptions.defaults();

  private static Reach.Fix fix(double latitude, double longitude, double hours) {
    return new Reach.Fix(latitude, longitude, Math.round(hours * HOUR));
  }

  private static CableIndex index(double uncertainty, double... longitudeLatitude) {
    List<Position> run = new ArrayList<>();
    for (int i = 0; i < longitudeLatitude.length; i += 2) {
      run.add(new Position(longitudeLatitude[i], longitudeLatitude[i + 1]));
    }
    return CableIndex.of(
        Cables.of(List.of(Cable.of("c", null, uncertainty, List.of(run)))), 10_000);
  }

  static List<Reach> reaches(CableIndex index, int count, double minimum, double maximum) {
    SplittableRandom random = new SplittableRandom(11);
    List<Reach> reaches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Cable cable = index.cables().get(random.nextInt(index.cables().size()));
      Position near = cable.at(random.nextDouble() * cable.lengthKilometres());
      double latitude = Math.clamp(near.latitudeDegrees() + random.nextDouble(-1, 1), -89, 89);
      double longitude = Sphere.wrapLongitude(near.longitudeDegrees() + random.nextDouble(-1, 1));
      double hours = minimum + random.nextDouble() * (maximum - minimum);
      double metres = random.nextDouble() * 20 * hours * 1852;
      double course = random.nextDouble(360);
      Reach.Fix start = fix(latitude, longitude, 0);
      Reach.Fix end =
          fix(
              Sphere.destinationLatitude(latitude, course, metres),
              Sphere.destinationLongitude(latitude, longitude, course, metres),
              hours);
      reaches.add(
          i % 5 == 0 ? Reach.since(start, end.epochMillis(), 25) : Reach.between(start, end, 25));
    }
    return reaches;
  }

  @Test
  void aCableTenMilesOffIsReachedForTheTimeThatIsLeft() {
    // Ten minutes of arc north: 18,532.5 m, at 10 knots (5.1444 m/s) 3,602.4 s each way.
    CableIndex index = index(0, -1, 0.1666667, 1, 0.1666667);
    Reach reach = Reach.between(fix(0, 0, 0), fix(0, 0, 3), 10);
    CableWithinReach hit = CableReach.of(index, reach, OPTIONS).getFirst();
    assertThat(hit.longestStaySeconds()).isCloseTo(3 * 3600 - 2 * 3602.4, within(1.0));
    assertThat(hit.leastSpeedKnots()).isCloseTo(2 * 18_532.5 / 10_800 / 0.514444, within(0.001));
    assertThat(hit.closestLongitude()).isCloseTo(0, within(0.001));
    assertThat(hit.crossesStraightPath()).isFalse();
    assertThat(hit.nearestMetres()).isCloseTo(18_532.5, within(1.0));
    // Pythagoras: sqrt(27,780² - 18,532.5²) = 20,694 m either side of the middle.
    double middle = index.cables().getFirst().lengthKilometres() / 2;
    assertThat(hit.alongKilometres()).hasSize(1);
    AssetRef.Span span = hit.alongKilometres().getFirst();
    assertThat(span.fromKilometres()).isCloseTo(middle - 20.694, within(0.15));
    assertThat(span.toKilometres()).isCloseTo(middle + 20.694, within(0.15));
  }

  @Test
  void theBandIsTakenOffBothWays() {
    CableIndex index = index(5_000, -1, 0.1666667, 1, 0.1666667);
    Reach reach = Reach.between(fix(0, 0, 0), fix(0, 0, 3), 10);
    CableWithinReach hit = CableReach.of(index, reach, OPTIONS).getFirst();
    assertThat(hit.longestStaySeconds()).isCloseTo(3 * 3600 - 2 * 13_532.5 / 5.14444, within(1.0));
  }

  @Test
  void aShipThatSailsAcrossACableCrossesItEvenAtItsNeededSpeed() {
    CableIndex index = index(0, 0.5, -1, 0.5, 1);
    CableWithinReach hit =
        CableReach.of(index, Reach.between(fix(0, 0, 0), fix(0, 1, 1), 5), OPTIONS).getFirst();
    assertThat(hit.crossesStraightPath()).isTrue();
    assertThat(hit.nearestMetres()).isZero();
    assertThat(hit.leastSpeedKnots()).isCloseTo(60.04, within(0.01));
    assertThat(hit.longestStaySeconds()).isCloseTo(0, within(1.0));
  }

  @Test
  void anOpenSilenceNeedsTheWayThereOnly() {
    CableIndex index = index(0, -1, 0.1666667, 1, 0.1666667);
    CableWithinReach hit =
        CableReach.of(index, Reach.since(fix(0, 0, 0), 3 * HOUR, 10), OPTIONS).getFirst();
    assertThat(hit.longestStaySeconds()).isCloseTo(3 * 3600 - 3602.4, within(1.0));
    assertThat(CableReach.of(index, Reach.since(fix(0, 0, 0), HOUR, 9.9), OPTIONS)).isEmpty();
  }

  @Test
  void overTheWorldMapThePrismAgreesWithSamplingEveryFewHundredMetres() throws SourceException {
    CableIndex index = CableIndex.of(RealCables.teleGeography(), 10_000);
    List<Reach> reaches = new ArrayList<>(reaches(index, 25, 0.5, 6));
    reaches.addAll(reaches(index, 8, 24, 400));
    for (Reach reach : reaches) {
      Map<String, CableWithinReach> found = new HashMap<>();
      CableReach.of(index, reach, OPTIONS).forEach(hit -> found.put(hit.cable().id(), hit));
      for (Cable cable : index.cables()) {
        compare(reach, cable, found.get(cable.id()));
      }
    }
  }

  private static void compare(Reach reach, Cable cable, @Nullable CableWithinReach hit) {
    double budget = reach.budgetMetres();
    double step = Math.max(500, budget / 50);
    double best = Double.POSITIVE_INFINITY;
    for (CablePart part : cable.parts()) {
      for (int i = 0; i + 1 < part.size(); i++) {
        double from = part.kilometresAt(i);
        double to = part.kilometresAt(i + 1);
        int steps = (int) Math.ceil((to - from) * 1000 / step);
        for (int s = 0; s <= steps; s++) {
          double share = steps == 0 ? 0 : (double) s / steps;
          double metres = (to - from) * share * 1000;
          double course =
              Sphere.courseDegrees(
                  part.latitude(i), part.longitude(i), part.latitude(i + 1), part.longitude(i + 1));
          double latitude = Sphere.destinationLatitude(part.latitude(i), course, metres);
          double longitude =
              Sphere.destinationLongitude(part.latitude(i), part.longitude(i), course, metres);
          double way = way(reach, cable.uncertaintyMetres(), latitude, longitude);
          best = Math.min(best, way);
          double kilometres = from + (to - from) * share;
          // Where one stretch ends and the next begins, one kilometre names two places.
          boolean end =
              Math.abs(kilometres - part.fromKilometres()) < 0.01
                  || Math.abs(kilometres - part.toKilometres()) < 0.01;
          if (!end && Math.abs(way - budget) > 400) {
            assertThat(hit != null && covers(hit, kilometres))
                .as("%s, %s at km %s, way %s of %s", reach, cable.id(), kilometres, way, budget)
                .isEqualTo(way < budget);
          }
        }
      }
    }
    if (hit != null) {
      double seconds = reach.durationSeconds();
      double speed = budget / seconds;
      double mine = (seconds - hit.longestStaySeconds()) * speed;
      assertThat(mine).isLessThanOrEqualTo(best + 50);
      assertThat(mine).isGreaterThanOrEqualTo(best - 2 * step);
      assertThat(
              way(reach, cable.uncertaintyMetres(), hit.closestLatitude(), hit.closestLongitude()))
          .isCloseTo(mine, within(1.0));
    }
  }

  private static double way(Reach reach, double band, double latitude, double longitude) {
    Reach.Fix start = reach.start();
    Reach.Fix end = reach.end();
    double way =
        Math.max(
            0,
            Sphere.distanceMetres(start.latitude(), start.longitude(), latitude, longitude) - band);
    return end == null
        ? way
        : way
            + Math.max(
                0,
                Sphere.distanceMetres(end.latitude(), end.longitude(), latitude, longitude) - band);
  }

  private static boolean covers(CableWithinReach hit, double kilometres) {
    return hit.alongKilometres().stream()
        .anyMatch(
            span ->
                span.fromKilometres() - 0.001 <= kilometres
                    && kilometres <= span.toKilometres() + 0.001);
  }

  @Test
  void moreSpeedNeverShrinksTheReach() throws SourceException {
    CableIndex index = CableIndex.of(RealCables.teleGeography(), 10_000);
    for (Reach reach : reaches(index, 60, 0.5, 12)) {
      double last = -1;
      int cables = -1;
      for (double knots : new double[] {5, 10, 15, 25, 40}) {
        List<CableWithinReach> hits =
            CableReach.of(
                index,
                new Reach(reach.start(), reach.end(), reach.untilEpochMillis(), knots),
                OPTIONS);
        double kilometres =
            hits.stream()
                .flatMap(hit -> hit.alongKilometres().stream())
                .mapToDouble(span -> span.toKilometres() - span.fromKilometres())
                .sum();
        assertThat(kilometres).isGreaterThanOrEqualTo(last - 0.2 * hits.size());
        assertThat(hits.size()).isGreaterThanOrEqualTo(cables);
        last = kilometres;
        cables = hits.size();
      }
    }
  }

  @Test
  void sailingTheOtherWayRoundReachesTheSame() throws SourceException {
    CableIndex index = CableIndex.of(RealCables.teleGeography(), 10_000);
    for (Reach reach : reaches(index, 100, 0.5, 12)) {
      Reach.Fix end = reach.end();
      if (end == null) {
        continue;
      }
      Reach back =
          Reach.between(
              new Reach.Fix(end.latitude(), end.longitude(), 0),
              new Reach.Fix(
                  reach.start().latitude(), reach.start().longitude(), reach.untilEpochMillis()),
              25);
      Map<String, CableWithinReach> there = new HashMap<>();
      CableReach.of(index, reach, OPTIONS).forEach(hit -> there.put(hit.cable().id(), hit));
      List<CableWithinReach> again = CableReach.of(index, back, OPTIONS);
      assertThat(again).hasSize(there.size());
      for (CableWithinReach hit : again) {
        CableWithinReach first = Objects.requireNonNull(there.get(hit.cable().id()));
        assertThat(hit.longestStaySeconds()).isCloseTo(first.longestStaySeconds(), within(5.0));
        assertThat(hit.nearestMetres()).isCloseTo(first.nearestMetres(), within(0.5));
      }
    }
  }

  @Test
  void theLongestStayComesFirstAndASecondRunSaysTheSame() throws SourceException {
    CableIndex index = CableIndex.of(RealCables.teleGeography(), 10_000);
    for (Reach reach : reaches(index, 50, 0.5, 48)) {
      List<CableWithinReach> hits = CableReach.of(index, reach, OPTIONS);
      assertThat(hits).isEqualTo(CableReach.of(index, reach, OPTIONS));
      for (int i = 0; i + 1 < hits.size(); i++) {
        assertThat(hits.get(i).longestStaySeconds())
            .isGreaterThanOrEqualTo(hits.get(i + 1).longestStaySeconds());
      }
    }
  }
}
