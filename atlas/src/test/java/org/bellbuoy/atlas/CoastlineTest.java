package org.bellbuoy.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoastlineTest {
  private static final Atlas ATLAS = Atlas.open(Scale.M10);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the Gulf of Finland, 58.5, 21.0, 61.0, 30.0",
    "the Channel Islands, 49.0, -3.0, 50.0, -1.5",
    "Santa Barbara Channel, 33.8, -120.2, 34.6, -119.0",
    "Fiji across the antimeridian, -20.0, 176.0, -15.0, -178.0",
    "Chukotka across the antimeridian, 62.0, 170.0, 72.0, -165.0",
    "the Ross Sea across the antimeridian, -90.0, 160.0, -70.0, -150.0",
    "Antarctica whole, -90.0, -180.0, -60.0, 180.0",
    "the world from Greenwich to Greenwich, -90.0, 0.5, 90.0, 0.4",
    "the Caspian with its hole, 36.0, 45.0, 48.0, 56.0"
  })
  void thePolygonsHoldExactlyTheLandOfTheBox(
      String name, double south, double west, double north, double east) {
    BoundingBox box = new BoundingBox(south, west, north, east);
    List<double[]> rings = ATLAS.coastline(box, 0);
    SplittableRandom random = new SplittableRandom(20260104);
    for (int n = 0; n < 1000; n++) {
      double latitude = random.nextDouble(south, north);
      double longitude = random.nextDouble(west, box.continuousEastDegrees());
      assertThat(inside(rings, longitude, latitude))
          .as("at %s, %s", latitude, longitude)
          .isEqualTo(ATLAS.isLand(latitude, longitude > 180 ? longitude - 360 : longitude));
    }
  }

  @ParameterizedTest(name = "{0} at {5} degrees")
  @CsvSource({
    "the Baltic, 53.0, 9.0, 66.0, 31.0, 0.02",
    "the Baltic coarsely, 53.0, 9.0, 66.0, 31.0, 0.2",
    "Fiji, -20.0, 176.0, -15.0, -178.0, 0.05",
    "Antarctica, -90.0, 100.0, -60.0, -100.0, 0.3"
  })
  void ringsAreClosedStayInTheBoxAndStrayNoFartherThanTheTolerance(
      String name, double south, double west, double north, double east, double tolerance) {
    BoundingBox box = new BoundingBox(south, west, north, east);
    List<double[]> rings = ATLAS.coastline(box, tolerance);
    assertThat(rings).isNotEmpty();
    int points = 0;
    for (double[] ring : rings) {
      points += ring.length / 2;
      assertThat(ring.length).isGreaterThanOrEqualTo(8).isEven();
      assertThat(ring[ring.length - 2]).isEqualTo(ring[0]);
      assertThat(ring[ring.length - 1]).isEqualTo(ring[1]);
      for (int i = 0; i < ring.length; i += 2) {
        assertThat(ring[i]).isBetween(west, box.continuousEastDegrees());
        assertThat(ring[i + 1]).isBetween(south, north);
      }
    }
    int all = ATLAS.coastline(box, 0).stream().mapToInt(ring -> ring.length / 2).sum();
    assertThat(points).isLessThan(all / 2);
    SplittableRandom random = new SplittableRandom(20260105);
    for (int n = 0; n < 1000; n++) {
      double latitude = random.nextDouble(south, north);
      double longitude = random.nextDouble(west, box.continuousEastDegrees());
      double wrapped = longitude > 180 ? longitude - 360 : longitude;
      if (ATLAS.distanceToShoreMetres(latitude, wrapped) > tolerance * 250_000) {
        assertThat(inside(rings, longitude, latitude))
            .as("at %s, %s", latitude, longitude)
            .isEqualTo(ATLAS.isLand(latitude, wrapped));
      }
    }
  }

  @Test
  void openSeaHasNoPolygonsAndInlandTheBoxItselfIsTheOnlyOne() {
    assertThat(ATLAS.coastline(new BoundingBox(29, -46, 31, -44), 0.01)).isEmpty();
    assertThat(ATLAS.coastline(new BoundingBox(53, 60, 55, 62), 0.01))
        .singleElement()
        .satisfies(ring -> assertThat(ring).hasSize(10).contains(60, 62, 53, 55));
  }

  @Test
  void landAcrossTheAntimeridianComesAsOnePieceWithoutASeam() {
    List<double[]> rings = ATLAS.coastline(new BoundingBox(66, 175, 68, -175), 0);
    for (double[] ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        boolean alongSeam = ring[i - 2] == 180 && ring[i] == 180;
        assertThat(alongSeam && Math.abs(ring[i + 1] - ring[i - 1]) > 0.01).isFalse();
      }
    }
  }

  private static boolean inside(List<double[]> rings, double x, double y) {
    boolean inside = false;
    for (double[] ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        boolean between = (ring[i - 1] > y) != (ring[i + 1] > y);
        if (between) {
          double share = (y - ring[i - 1]) / (ring[i + 1] - ring[i - 1]);
          inside ^= x < ring[i - 2] + share * (ring[i] - ring[i - 2]);
        }
      }
    }
    return inside;
  }
}
