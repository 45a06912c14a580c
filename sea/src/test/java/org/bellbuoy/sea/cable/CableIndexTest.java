package org.bellbuoy.sea.cable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.geometry.S2EdgeUtil;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.geo.Sphere;
import org.junit.jupiter.api.Test;

final class CableIndexTest {
  private static Cable cable(String id, double... longitudeLatitude) {
    List<Position> run = new ArrayList<>();
    for (int i = 0; i < longitudeLatitude.length; i += 2) {
      run.add(new Position(longitudeLatitude[i], longitudeLatitude[i + 1]));
    }
    return Cable.of(id, null, 5_000, List.of(run));
  }

  private static CableIndex index(double radius, Cable... cables) {
    return CableIndex.of(Cables.of(List.of(cables)), radius);
  }

  @Test
  void aPlaceATenthOfADegreeOffTheEquatorIsElevenKilometresFromACableThere() {
    CableIndex index = index(20_000, cable("equator", 0, 0, 10, 0));
    CableHit hit = new CableHit();
    assertThat(index.nearestWithin(0.1, 5, 20_000, hit)).isTrue();
    assertThat(hit.distanceMetres()).isCloseTo(11_119.508, within(0.01));
    assertThat(hit.kilometresAlong()).isCloseTo(555.9754, within(0.001));
    assertThat(index.nearestWithin(0.1, 5, 11_119, hit)).isFalse();
    assertThat(index.nearestWithin(0, 10.05, 20_000, hit)).isTrue();
    assertThat(hit.distanceMetres()).isCloseTo(5_559.754, within(0.01));
    assertThat(hit.kilometresAlong()).isCloseTo(1_111.9508, within(0.001));
  }

  @Test
  void theAntimeridianIsNoBorder() {
    CableIndex index = index(10_000, cable("fiji", 179.99, -17, 179.99, -18));
    CableHit hit = new CableHit();
    assertThat(index.nearestWithin(-17.5, -179.99, 10_000, hit)).isTrue();
    assertThat(index.nearestWithin(-17.5, 180, 10_000, hit)).isTrue();
    assertThat(index.nearestWithin(-17.5, -180, 10_000, hit)).isTrue();
    assertThat(hit.distanceMetres()).isCloseTo(1_060.5, within(1.0));
  }

  @Test
  void nearThePoleACableIsFoundFromTheOtherSide() {
    CableIndex index = index(100_000, cable("arctic", 0, 89, 0, 89.8));
    CableHit hit = new CableHit();
    assertThat(index.nearestWithin(89.8, 180, 100_000, hit)).isTrue();
    assertThat(hit.distanceMetres()).isCloseTo(0.4 * 111_195.08, within(1.0));
    assertThat(index.nearestWithin(90, 77, 100_000, hit)).isTrue();
    assertThat(hit.distanceMetres()).isCloseTo(0.2 * 111_195.08, within(1.0));
  }

  @Test
  void aPlaceThatIsNotAvailableHasNoCable() {
    CableIndex index = index(10_000, cable("equator", 0, 0, 10, 0));
    CableHit hit = new CableHit();
    assertThat(index.nearestWithin(91, 181, 10_000, hit)).isFalse();
    assertThat(index.nearestWithin(0, 181, 10_000, hit)).isFalse();
    assertThat(index.nearestWithin(Double.NaN, 0, 10_000, hit)).isFalse();
    assertThat(hit.cable()).isEqualTo(-1);
    assertThatThrownBy(() -> index.nearestWithin(0, 0, 10_001, hit))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCableOfOneRepeatedPlaceIsAPoint() {
    CableIndex index = index(10_000, cable("point", 5, 50, 5, 50));
    CableHit hit = new CableHit();
    assertThat(index.nearestWithin(50.01, 5, 10_000, hit)).isTrue();
    assertThat(hit.distanceMetres()).isCloseTo(1_111.95, within(0.1));
    assertThat(hit.kilometresAlong()).isZero();
  }

  @Test
  void overTheWholeWorldMapEveryDistanceIsTheOneS2Finds() throws SourceException {
    Cables world = RealCables.teleGeography();
    for (double radius : new double[] {10_000, 150_000}) {
      CableIndex index = CableIndex.of(world, radius);
      compareWithS2(world, index, radius);
    }
  }

  private static void compareWithS2(Cables world, CableIndex index, double radius) {
    List<S2Point> starts = new ArrayList<>();
    List<S2Point> ends = new ArrayList<>();
    List<CablePart> parts = new ArrayList<>();
    for (Cable cable : world.cables()) {
      for (CablePart part : cable.parts()) {
        parts.add(part);
        for (int i = 0; i + 1 < part.size(); i++) {
          starts.add(S2LatLng.fromDegrees(part.latitude(i), part.longitude(i)).toPoint());
          ends.add(S2LatLng.fromDegrees(part.latitude(i + 1), part.longitude(i + 1)).toPoint());
        }
      }
    }
    SplittableRandom random = new SplittableRandom(42);
    CableHit hit = new CableHit();
    int found = 0;
    int checked = 0;
    for (int n = 0; n < 1_500; n++) {
      double latitude = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
      double longitude = random.nextDouble(-180, 180);
      if (n % 3 != 0) {
        CablePart part = parts.get(random.nextInt(parts.size()));
        int point = random.nextInt(part.size());
        latitude = Math.clamp(part.latitude(point) + random.nextDouble(-0.15, 0.15), -90, 90);
        longitude = Sphere.wrapLongitude(part.longitude(point) + random.nextDouble(-0.2, 0.2));
      }
      S2Point place = S2LatLng.fromDegrees(latitude, longitude).toPoint();
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < starts.size(); i++) {
        least =
            Math.min(least, S2EdgeUtil.getDistance(place, starts.get(i), ends.get(i)).radians());
      }
      double metres = least * Sphere.RADIUS_METRES;
      boolean near = index.nearestWithin(latitude, longitude, radius, hit);
      assertThat(near)
          .as("%s, %s is %s m away", latitude, longitude, metres)
          .isEqualTo(metres <= radius);
      if (near) {
        found++;
        assertThat(hit.distanceMetres()).isCloseTo(metres, within(0.01));
        Cable cable = index.cables().get(hit.cable());
        double kilometres = hit.kilometresAlong();
        // Where one stretch ends and the next begins, one kilometre names two places.
        boolean twoPlaces =
            cable.parts().stream()
                .skip(1)
                .anyMatch(part -> Math.abs(part.fromKilometres() - kilometres) < 1e-6);
        if (twoPlaces) {
          continue;
        }
        checked++;
        Position on = cable.at(kilometres);
        assertThat(
                Sphere.distanceMetres(
                    latitude, longitude, on.latitudeDegrees(), on.longitudeDegrees()))
            .isCloseTo(metres, within(1.0));
      }
    }
    assertThat(found).isGreaterThan(300);
    assertThat(checked).isGreaterThan(found * 2 / 3);
  }
}
