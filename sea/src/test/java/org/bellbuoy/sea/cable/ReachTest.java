package org.bellbuoy.sea.cable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.sea.geo.Sphere;
import org.junit.jupiter.api.Test;

final class ReachTest {
  private static final long HOUR = 3_600_000;

  private static Reach.Fix fix(double latitude, double longitude, double hours) {
    return new Reach.Fix(latitude, longitude, Math.round(hours * HOUR));
  }

  private static List<List<Position>> rings(Reach reach) {
    return ((Geometry.Polygon) reach.outline(360)).rings();
  }

  /** Even-odd test on the map, at the longitude and a turn either way. */
  private static boolean inside(List<List<Position>> rings, double latitude, double longitude) {
    boolean any = false;
    for (int turn = -360; turn <= 360; turn += 360) {
      boolean in = false;
      for (List<Position> ring : rings) {
        for (int i = 0; i + 1 < ring.size(); i++) {
          Position a = ring.get(i);
          Position b = ring.get(i + 1);
          double x = longitude + turn;
          if ((a.longitudeDegrees() > x) != (b.longitudeDegrees() > x)) {
            double share =
                (x - a.longitudeDegrees()) / (b.longitudeDegrees() - a.longitudeDegrees());
            double y = a.latitudeDegrees() + share * (b.latitudeDegrees() - a.latitudeDegrees());
            in ^= latitude < y;
          }
        }
      }
      any |= in;
    }
    return any;
  }

  @Test
  void sixtyMilesAtTenKnotsInSixHoursLeaveNoRoomForADetour() {
    Reach reach = Reach.between(fix(0, 0, 0), fix(0, 1, 6), 10.007);
    assertThat(reach.neededKnots()).isCloseTo(10.007, within(0.001));
    assertThat(reach.canReach(0, 0.5)).isTrue();
    assertThat(reach.canReach(0.1, 0.5)).isFalse();
  }

  @Test
  void theEdgeAcrossTheMiddleIsTheMinorAxisOfTheEllipse() {
    // 120 miles of way over a leg of 60 minutes of arc: cos(1°) = cos(0.5°) cos(b).
    Reach reach = Reach.between(fix(0, 0, 0), fix(0, 1, 1), 222_390.16 / 1852);
    double b =
        Math.toDegrees(Math.acos(Math.cos(Math.toRadians(1)) / Math.cos(Math.toRadians(.5))));
    assertThat(reach.canReach(b - 1e-4, 0.5)).isTrue();
    assertThat(reach.canReach(b + 1e-4, 0.5)).isFalse();
    assertThat(reach.canReach(0, 1.4999)).isTrue();
    assertThat(reach.canReach(0, 1.5001)).isFalse();
  }

  @Test
  void anOpenSilenceIsACircle() {
    Reach reach = Reach.since(fix(50, 5, 0), HOUR, 10);
    for (Position place : rings(reach).getFirst()) {
      assertThat(Sphere.distanceMetres(50, 5, place.latitudeDegrees(), place.longitudeDegrees()))
          .isCloseTo(18_520, within(1.0));
    }
    assertThat(reach.neededKnots()).isZero();
  }

  @Test
  void aBoundBelowTheNeededSpeedIsRaised() {
    Reach reach = Reach.between(fix(0, 0, 0), fix(0, 1, 1), 25);
    assertThat(reach.neededKnots()).isCloseTo(60.04, within(0.01));
    assertThat(reach.effectiveKnots()).isEqualTo(reach.neededKnots());
    assertThat(reach.canReach(0, 0.3)).isTrue();
    assertThat(reach.canReach(0, -0.01)).isFalse();
  }

  @Test
  void theOutlineHoldsExactlyWhatCanBeReached() {
    List<Reach> reaches =
        List.of(
            Reach.between(fix(55, 18, 0), fix(56, 20, 8), 20),
            Reach.between(fix(55, 18, 0), fix(55, 18, 8), 20),
            Reach.between(fix(-17, 179, 0), fix(-18, -179, 20), 20),
            Reach.between(fix(88, 10, 0), fix(87, -150, 40), 20),
            Reach.between(fix(-80, 10, 0), fix(-75, 150, 150), 20),
            Reach.since(fix(70, 100, 0), 80 * HOUR, 30),
            Reach.since(fix(10, 100, 0), 300 * HOUR, 30),
            Reach.between(fix(10, 100, 0), fix(20, 170, 700), 20),
            Reach.between(fix(10, 100, 0), fix(20, 170, 1000), 20));
    SplittableRandom random = new SplittableRandom(7);
    for (Reach reach : reaches) {
      List<List<Position>> rings = rings(reach);
      int tested = 0;
      for (int n = 0; n < 20_000; n++) {
        double latitude = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
        double longitude = random.nextDouble(-180, 180);
        if (n % 2 == 0) {
          double metres = random.nextDouble() * Math.min(2e7, reach.budgetMetres());
          double course = random.nextDouble(360);
          latitude = Sphere.destinationLatitude(reach.start().latitude(), course, metres);
          longitude =
              Sphere.destinationLongitude(
                  reach.start().latitude(), reach.start().longitude(), course, metres);
        }
        double room = reach.wayMetres(latitude, longitude) / reach.budgetMetres() - 1;
        // The polygon's straight edges on the map leave the true edge a little.
        if (Math.abs(room) < 0.01 || Math.abs(latitude) > 89) {
          continue;
        }
        tested++;
        assertThat(inside(rings, latitude, longitude))
            .as("%s at %s, %s", reach, latitude, longitude)
            .isEqualTo(room < 0);
      }
      assertThat(tested).isGreaterThan(10_000);
    }
  }

  @Test
  void ringsAreClosedAndLongitudesContinuous() {
    List<Position> ring = rings(Reach.between(fix(-17, 179, 0), fix(-18, -179, 20), 20)).getFirst();
    assertThat(ring.getFirst()).isEqualTo(ring.getLast());
    for (int i = 0; i + 1 < ring.size(); i++) {
      assertThat(Math.abs(ring.get(i + 1).longitudeDegrees() - ring.get(i).longitudeDegrees()))
          .isLessThan(5);
    }
  }

  @Test
  void aReachOfNoTimeOrNoSpeedIsItsPlace() {
    assertThat(Reach.since(fix(1, 1, 0), 0, 20).canReach(1, 1)).isTrue();
    Reach still = Reach.between(fix(1, 1, 0), fix(1, 1, 5), 0);
    assertThat(still.canReach(1, 1)).isTrue();
    assertThat(still.canReach(1.001, 1)).isFalse();
    assertThat(rings(still).getFirst()).hasSize(361);
    assertThatThrownBy(() -> Reach.since(fix(1, 1, 5), 0, 20))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
