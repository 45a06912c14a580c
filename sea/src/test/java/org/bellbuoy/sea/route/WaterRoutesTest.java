package org.bellbuoy.sea.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.bellbuoy.atlas.Atlas;
import org.bellbuoy.atlas.Scale;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.sea.geo.Sphere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways on the real coast, with lengths from charted places: legs from cape to cape. */
class WaterRoutesTest {
  private static final double MILE = Sphere.METRES_PER_NAUTICAL_MILE;
  private static final Atlas ATLAS = Atlas.open(Scale.M10);
  private static final WaterRoutes ROUTES = new WaterRoutes(() -> ATLAS);

  private static double legsMetres(double... latitudeLongitude) {
    double sum = 0;
    for (int i = 0; i + 3 < latitudeLongitude.length; i += 2) {
      sum +=
          Sphere.distanceMetres(
              latitudeLongitude[i],
              latitudeLongitude[i + 1],
              latitudeLongitude[i + 2],
              latitudeLongitude[i + 3]);
    }
    return sum;
  }

  private static WaterReach byWater(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.ByWater.class);
    return ((Outcome.ByWater) outcome).reach();
  }

  private static Outcome.Why why(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Straight.class);
    return ((Outcome.Straight) outcome).why();
  }

  @ParameterizedTest(name = "from {0}")
  @CsvSource({
    // The Algarve to the Alentejo round Cape St Vincent (37°01'N 9°00'W).
    "the Algarve, 36.98, -8.00, 37.90, -8.95, 37.00, -9.02",
    // Cadiz to Malaga through the Strait of Gibraltar by Tarifa (36°00'N 5°37'W).
    "Cadiz, 36.50, -6.40, 36.68, -4.40, 35.98, -5.61",
    // The Gulf of California to the Pacific round Cape San Lucas (22°53'N 109°54'W).
    "the Gulf of California, 24.00, -109.50, 24.00, -111.20, 22.86, -109.95",
  })
  void theWayRoundACapeIsThatOfItsTwoLegs(
      String from,
      double startLatitude,
      double startLongitude,
      double endLatitude,
      double endLongitude,
      double capeLatitude,
      double capeLongitude) {
    double legs =
        legsMetres(
            startLatitude, startLongitude, capeLatitude, capeLongitude, endLatitude, endLongitude);
    WaterReach reach =
        byWater(
            ROUTES.between(startLatitude, startLongitude, endLatitude, endLongitude, legs * 1.3));
    assertThat(reach.directMetres()).as(from).isBetween(legs * 0.80, legs * 1.005);
    assertThat(reach.directMetres())
        .isGreaterThan(
            1.05 * Sphere.distanceMetres(startLatitude, startLongitude, endLatitude, endLongitude));
  }

  @Test
  void roundChukotkaTheWayCrossesTheAntimeridianAndDoublesTwoCapes() {
    // By Cape Dezhnev (66°05'N 169°39'W) and Cape Chaplino (64°24'N 172°14'W).
    double legs = legsMetres(69.5, 180, 66.10, -169.6, 64.38, -172.1, 64.5, -179.9);
    assertThat(legs / MILE).isCloseTo(632, within(15.0));
    WaterReach reach = byWater(ROUTES.between(69.5, 180, 64.5, -179.9, legs * 1.2));
    assertThat(reach.directMetres()).isBetween(legs * 0.77, legs * 1.005);
    // Both names of the meridian are one place.
    assertThat(byWater(ROUTES.between(69.5, -180, 64.5, -179.9, legs * 1.2)).directMetres())
        .isCloseTo(reach.directMetres(), within(1.0));
    assertThat(why(ROUTES.between(69.5, 180, 64.5, -179.9, 350 * MILE)))
        .isEqualTo(Outcome.Why.NO_WAY);
  }

  @Test
  void acrossTheIsthmusOfKraNoShipComesInADay() {
    // A hundred miles straight; round the Malay peninsula more than a thousand.
    assertThat(why(ROUTES.between(10.0, 98.2, 10.0, 99.9, 300 * MILE)))
        .isEqualTo(Outcome.Why.NO_WAY);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Bosphorus, 41.30, 29.15, 40.90, 28.90, 40",
    "Dardanelles, 40.00, 25.90, 40.45, 27.00, 80",
    "Oresund, 56.20, 12.30, 55.30, 12.70, 80",
    "Strait of Messina, 38.40, 15.60, 37.90, 15.50, 50",
    "Kiel Canal, 53.95, 8.70, 54.55, 10.30, 90",
    "Suez Canal, 31.50, 32.40, 29.70, 32.55, 130",
    "Panama Canal, 9.50, -79.95, 8.70, -79.50, 70",
  })
  void straitsAndShipCanalsAreOpen(
      String name,
      double startLatitude,
      double startLongitude,
      double endLatitude,
      double endLongitude,
      double miles) {
    Outcome outcome =
        ROUTES.between(startLatitude, startLongitude, endLatitude, endLongitude, miles * MILE);
    assertThat(outcome).as(name).isInstanceOf(Outcome.ByWater.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Rotterdam Waalhaven, 51.885, 4.43, 52.00, 3.90, 60",
    "Houston, 29.735, -95.10, 29.30, -94.60, 120",
    "Antwerp, 51.28, 4.33, 51.45, 3.40, 120",
  })
  void aShipInAHarbourThatTheCoastCallsLandComesOut(
      String name,
      double latitude,
      double longitude,
      double seaLatitude,
      double seaLongitude,
      double miles) {
    assertThat(ATLAS.isLand(latitude, longitude)).as("%s is drawn as land", name).isTrue();
    Outcome outcome = ROUTES.between(latitude, longitude, seaLatitude, seaLongitude, miles * MILE);
    assertThat(outcome).isInstanceOf(Outcome.ByWater.class);
    assertThat(byWater(outcome).canReach(seaLatitude, seaLongitude)).isTrue();
  }

  @Test
  void onLakeSuperiorLandIsNotConsidered() {
    assertThat(why(ROUTES.from(47.7, -88.0, 100 * MILE))).isEqualTo(Outcome.Why.INLAND);
  }

  @Test
  void whereNoLandLiesNothingChangesAndNearThePoleNothingIsSaid() {
    assertThat(why(ROUTES.from(-48.9, -123.4, 100 * MILE))).isEqualTo(Outcome.Why.NO_LAND);
    assertThat(why(ROUTES.from(84.0, 10.0, 100 * MILE))).isEqualTo(Outcome.Why.TOO_LARGE);
    assertThat(why(ROUTES.from(0, 160, 9_000 * MILE))).isEqualTo(Outcome.Why.TOO_LARGE);
  }

  @Test
  void aPlaceThatAStraightLineOverWaterReachesIsNeverLost() {
    SplittableRandom random = new SplittableRandom(23);
    double[][] coasts = {{57.4, 10.6}, {34.1, -119.8}, {1.2, 103.9}, {-16.7, 179.9}, {62.2, 5.0}};
    int tested = 0;
    for (int n = 0; n < 150; n++) {
      double[] coast = coasts[n % coasts.length];
      double budget = MILE * Math.exp(random.nextDouble(1.5, 6));
      double latitude = coast[0] + random.nextDouble(-0.5, 0.5);
      double longitude = Sphere.wrapLongitude(coast[1] + random.nextDouble(-0.5, 0.5));
      if (!(ROUTES.from(latitude, longitude, budget) instanceof Outcome.ByWater ways)) {
        continue;
      }
      for (int k = 0; k < 60; k++) {
        double metres = budget * Math.sqrt(random.nextDouble()) * 0.999;
        double course = random.nextDouble(360);
        double toLatitude = Sphere.destinationLatitude(latitude, course, metres);
        double toLongitude = Sphere.destinationLongitude(latitude, longitude, course, metres);
        double there = ways.reach().thereMetres(toLatitude, toLongitude, 0);
        assertThat(there).isGreaterThan(metres - 1);
        if (!ATLAS.segmentCrossesLand(latitude, longitude, toLatitude, toLongitude)) {
          tested++;
          assertThat(there)
              .as("%.4f, %.4f to %.4f, %.4f", latitude, longitude, toLatitude, toLongitude)
              .isCloseTo(metres, within(1.0));
        }
      }
    }
    assertThat(tested).isGreaterThan(300);
  }

  @Test
  void whatIsDrawnHoldsWhatCanBeReachedAndLeavesOutWhatLiesBehindLand() {
    WaterReach reach = byWater(ROUTES.from(37.02, -8.50, 40 * MILE));
    Geometry outline = Objects.requireNonNull(reach.outline());
    // South is open sea; the west coast, 36 miles off over land, is 55 round Cape St Vincent.
    assertThat(holds(outline, 36.60, -8.40)).isTrue();
    assertThat(Sphere.distanceMetres(37.02, -8.50, 37.50, -8.95) / MILE).isLessThan(37);
    assertThat(reach.canReach(37.50, -8.95)).isFalse();
    assertThat(holds(outline, 37.50, -8.95)).isFalse();
    SplittableRandom random = new SplittableRandom(5);
    for (int n = 0; n < 2000; n++) {
      double latitude = random.nextDouble(36.3, 37.8);
      double longitude = random.nextDouble(-9.5, -7.5);
      double straight = Sphere.distanceMetres(37.02, -8.50, latitude, longitude);
      if (straight > 42 * MILE) {
        assertThat(holds(outline, latitude, longitude)).isFalse();
      }
      if (straight < 37 * MILE && !ATLAS.segmentCrossesLand(37.02, -8.50, latitude, longitude)) {
        assertThat(holds(outline, latitude, longitude)).isTrue();
      }
    }
  }

  private static boolean holds(Geometry area, double latitude, double longitude) {
    List<Geometry.Polygon> polygons =
        area instanceof Geometry.MultiPolygon many
            ? many.polygons()
            : List.of((Geometry.Polygon) area);
    boolean in = false;
    for (Geometry.Polygon polygon : polygons) {
      for (List<Position> ring : polygon.rings()) {
        assertThat(ring.getFirst()).isEqualTo(ring.getLast());
        for (int i = 0; i + 1 < ring.size(); i++) {
          Position a = ring.get(i);
          Position b = ring.get(i + 1);
          if ((a.latitudeDegrees() > latitude) != (b.latitudeDegrees() > latitude)) {
            double share =
                (latitude - a.latitudeDegrees()) / (b.latitudeDegrees() - a.latitudeDegrees());
            in ^=
                longitude
                    < a.longitudeDegrees() + share * (b.longitudeDegrees() - a.longitudeDegrees());
          }
        }
      }
    }
    return in;
  }
}
