package org.bellbuoy.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Places anyone can look up on a map. */
class KnownPlacesTest {
  private static final Atlas FINE = Atlas.open(Scale.M10);

  @ParameterizedTest(name = "{0} is land")
  @CsvSource({
    "Madrid, 40.4168, -3.7038",
    "Moscow, 55.7558, 37.6173",
    "Denver, 39.7392, -104.9903",
    "Alice Springs, -23.6980, 133.8807",
    "Ulaanbaatar, 47.8864, 106.9057",
    "Null Island's neighbour Kumasi, 6.6885, -1.6244",
    "Greenwich, 51.4779, 0.0",
    "Anadyr's hinterland west of the antimeridian, 66.5, 178.5",
    "Chukotka east of the antimeridian, 66.5, -175.0",
    "Chukotka on the antimeridian, 67.5, 180.0",
    "Wrangel Island on the antimeridian, 71.25, 180.0",
    "Vostok Station, -78.4645, 106.8339",
    "Amundsen-Scott Station, -89.99, 139.27",
    "the ice south of Mount Sidley on the antimeridian, -86.0, 180.0",
    "Iceland's middle, 64.9, -18.5",
    "Tristan da Cunha, -37.11, -12.28",
    "Easter Island, -27.12, -109.35"
  })
  void inlandPlacesAreLandAtBothScales(String name, double latitude, double longitude) {
    assertThat(FINE.isLand(latitude, longitude)).isTrue();
    if (!name.startsWith("Tristan")) {
      assertThat(Atlas.open(Scale.M50).isLand(latitude, longitude)).isTrue();
    }
  }

  @ParameterizedTest(name = "{0} is land")
  @CsvSource({
    "Guernsey, 49.455, -2.58",
    "Jersey, 49.21, -2.13",
    "Santa Cruz Island, 34.0, -119.75",
    "Hailuoto, 65.02, 24.70",
    "Gotland, 57.5, 18.5",
    "Bornholm, 55.13, 14.92",
    "Taveuni west of the antimeridian, -16.90, 179.97",
    "Malta, 35.89, 14.43",
    "Oahu, 21.47, -157.98"
  })
  void islandsAreLandAtOneToTenMillion(String name, double latitude, double longitude) {
    assertThat(FINE.isLand(latitude, longitude)).as(name).isTrue();
  }

  @ParameterizedTest(name = "{0} is sea")
  @CsvSource({
    "the middle of the Atlantic, 30.0, -45.0",
    "the middle of the Pacific, 0.0, -140.0",
    "the Indian Ocean, -30.0, 80.0",
    "Point Nemo, -48.8767, -123.3933",
    "the North Sea, 56.0, 3.0",
    "the Gulf of Finland between Helsinki and Tallinn, 59.8, 24.9",
    "the Taiwan Strait, 24.5, 119.5",
    "the Strait of Dover, 51.0, 1.45",
    "off San Francisco, 37.70, -122.65",
    "ten kilometres off Cabo da Roca, 38.78, -9.62",
    "the antimeridian on the equator, 0.0, 180.0",
    "the antimeridian from the west, 10.0, 179.9999999",
    "the antimeridian from the east, 10.0, -180.0",
    "the Bering Strait, 65.9, -168.2",
    "the Ross Ice Shelf which Natural Earth leaves out, -81.0, -175.0",
    "the Caspian which Natural Earth counts as ocean, 42.0, 50.5"
  })
  void openWaterIsSeaAtBothScales(String name, double latitude, double longitude) {
    assertThat(FINE.isLand(latitude, longitude)).isFalse();
    assertThat(Atlas.open(Scale.M50).isLand(latitude, longitude)).isFalse();
  }

  @ParameterizedTest(name = "{0} counts as land")
  @CsvSource({
    "Lake Superior, 47.7, -87.5",
    "Lake Victoria, -1.0, 33.0",
    "Lake Ladoga, 60.8, 31.5",
    "Lake Baikal, 53.5, 108.0"
  })
  void lakesAreLandBecauseNaturalEarthLandDoesNotCutThemOut(
      String name, double latitude, double longitude) {
    assertThat(FINE.isLand(latitude, longitude)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void theNorthPoleIsSeaAndTheSouthPoleIsLandWhateverTheLongitude(Scale scale) {
    Atlas atlas = Atlas.open(scale);
    for (double longitude = -180; longitude <= 180; longitude += 7.5) {
      assertThat(atlas.isLand(90, longitude)).isFalse();
      assertThat(atlas.isLand(-90, longitude)).isTrue();
    }
  }

  @Test
  void theTwoNamesOfTheAntimeridianAreOnePlace() {
    for (double latitude = -90; latitude <= 90; latitude += 0.01) {
      assertThat(FINE.isLand(latitude, 180)).isEqualTo(FINE.isLand(latitude, -180));
    }
  }

  @ParameterizedTest(name = "from {0} to land it is about {3} km")
  @CsvSource({
    // Place, latitude, longitude, kilometres, and how far Natural Earth and a round Earth may err.
    "Point Nemo, -48.8767, -123.3933, 2688, 14",
    "the North Pole (Kaffeklubben Island), 90.0, 0.0, 707, 6",
    "the middle of the Strait of Dover, 51.0, 1.45, 13, 4",
    "the pole of inaccessibility of Africa, 5.65, 26.17, 1814, 25",
    "the pole of inaccessibility of Australia, -23.17, 132.27, 920, 15",
    "the pole of inaccessibility of North America, 43.36, -101.97, 1650, 40"
  })
  void publishedDistancesToTheSeaAreFound(
      String name, double latitude, double longitude, double kilometres, double slack) {
    assertThat(FINE.distanceToShoreMetres(latitude, longitude) / 1000)
        .isBetween(kilometres - slack, kilometres + slack);
  }

  @Test
  void theCaspianIsASeaSoEurasiasPoleOfInaccessibilityLiesNearerThanPublished() {
    // Published as 2,510 km from the oceans; the Caspian's eastern shore is 2,260 km away.
    assertThat(FINE.distanceToShoreMetres(44.29, 82.19) / 1000).isBetween(2230.0, 2290.0);
  }

  @Test
  void theAmazonsMouthIsSeaSoSouthAmericasPoleOfInaccessibilityLiesNearerThanPublished() {
    // Published as 1,504 km; Natural Earth lets the sea reach up the Amazon to 52.7 West.
    assertThat(FINE.distanceToShoreMetres(-14.05, -56.85) / 1000).isBetween(1450.0, 1465.0);
  }

  @Test
  void theSouthPoleAndTheFlatMapsRimAreNoCoast() {
    // The Ross and Filchner ice fronts' inner shores lie some 500 km from the pole.
    for (Scale scale : Scale.values()) {
      Atlas atlas = Atlas.open(scale);
      assertThat(atlas.distanceToShoreMetres(-90, 0)).isGreaterThan(400_000);
      assertThat(atlas.distanceToShoreMetres(-88, 180)).isGreaterThan(200_000);
      assertThat(atlas.signedDistanceToShoreMetres(-87, -180)).isLessThan(-100_000);
    }
  }

  @Test
  void theCutThroughChukotkaIsNoCoast() {
    // The nearest true shore is the head of Kresta Bay, some 75 km to the south.
    for (Scale scale : Scale.values()) {
      Atlas atlas = Atlas.open(scale);
      assertThat(atlas.distanceToShoreMetres(67.0, 180)).isGreaterThan(65_000);
      assertThat(atlas.distanceToShoreMetres(67.0, -179.99)).isGreaterThan(65_000);
    }
  }

  @Test
  void distanceIsSignedByLand() {
    assertThat(FINE.signedDistanceToShoreMetres(40.4168, -3.7038)).isLessThan(-250_000);
    assertThat(FINE.signedDistanceToShoreMetres(30, -45)).isGreaterThan(1_000_000);
  }

  @Test
  void aBoundIsReturnedExactlyWhereTheShoreIsFartherAndElseTheDistance() {
    assertThat(FINE.distanceToShoreMetres(30, -45, 50_000)).isEqualTo(50_000);
    assertThat(FINE.distanceToShoreMetres(30, -45, 0)).isZero();
    double dover = FINE.distanceToShoreMetres(51.0, 1.45);
    assertThat(FINE.distanceToShoreMetres(51.0, 1.45, 50_000)).isEqualTo(dover);
    assertThat(FINE.distanceToShoreMetres(51.0, 1.45, Double.POSITIVE_INFINITY)).isEqualTo(dover);
    assertThat(FINE.distanceToShoreMetres(51.0, 1.45, 5_000)).isEqualTo(5_000);
  }
}
