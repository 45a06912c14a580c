package org.bellbuoy.sea.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SphereTest {
  @Test
  void aMinuteOfLatitudeIsANauticalMile() {
    // 1852 m by definition of the mile; 1853.25 m on the mean sphere.
    assertThat(Sphere.distanceMetres(50, 5, 50 + 1 / 60.0, 5)).isCloseTo(1853.25, within(0.1));
  }

  @Test
  void aQuarterOfTheGlobeIsTheTextbookTenThousandKilometres() {
    double quarter = Math.PI / 2 * 6_371_008.8;
    assertThat(Sphere.distanceMetres(0, 0, 90, 0)).isCloseTo(quarter, within(1.0));
    assertThat(Sphere.distanceMetres(0, 170, 0, -100)).isCloseTo(quarter, within(1.0));
    assertThat(Sphere.distanceMetres(0, 0, 0, 180)).isCloseTo(2 * quarter, within(1.0));
  }

  @Test
  void distancesRunAcrossTheAntimeridian() {
    assertThat(Sphere.distanceMetres(0, 179.9, 0, -179.9))
        .isCloseTo(Sphere.distanceMetres(0, -0.1, 0, 0.1), within(0.01));
  }

  @Test
  void oneKnotIsAMileInAnHour() {
    assertThat(Sphere.METRES_PER_SECOND_PER_KNOT * 3600).isCloseTo(1852, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0,0,1,0,0", "0,0,0,1,90", "1,0,0,0,180", "0,0,0,-1,270", "0,179.5,0,-179.5,90"})
  void coursesAreThoseOfTheCompass(
      double latitude1, double longitude1, double latitude2, double longitude2, double course) {
    assertThat(Sphere.courseDegrees(latitude1, longitude1, latitude2, longitude2))
        .isCloseTo(course, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"55,20,33,250000", "-54,179.9,80,40000", "70,-179.9,271,90000", "0,0,180,1000000"})
  void whoGoesADistanceOnACourseIsThatFarAway(
      double latitude, double longitude, double course, double metres) {
    double toLatitude = Sphere.destinationLatitude(latitude, course, metres);
    double toLongitude = Sphere.destinationLongitude(latitude, longitude, course, metres);
    assertThat(toLongitude).isBetween(-180.0, 180.0);
    assertThat(Sphere.distanceMetres(latitude, longitude, toLatitude, toLongitude))
        .isCloseTo(metres, within(0.01));
    assertThat(Sphere.courseDegrees(latitude, longitude, toLatitude, toLongitude))
        .isCloseTo(course, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"180,180", "181,-179", "-181,179", "540,180", "-720,0", "359,-1"})
  void meridiansComeBackIntoTheCircle(double given, double expected) {
    assertThat(Sphere.wrapLongitude(given)).isCloseTo(expected, within(1e-9));
  }
}
