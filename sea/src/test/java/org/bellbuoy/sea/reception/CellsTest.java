package org.bellbuoy.sea.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.sea.geo.Sphere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  private static List<Position> corners(int cell) {
    return ((Geometry.Polygon) Cells.box(cell)).rings().getFirst();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 35, 55, 60.1, 70, 80, -45, -62})
  void aCellIsAboutTwentyEightKilometresOnEachSide(double latitude) {
    List<Position> box = corners(Cells.of(latitude, 12.3));
    double south = box.get(0).latitudeDegrees();
    double north = box.get(2).latitudeDegrees();
    double west = box.get(0).longitudeDegrees();
    double east = box.get(1).longitudeDegrees();
    double middle = (south + north) / 2;
    assertThat(Sphere.distanceMetres(south, west, north, west)).isCloseTo(27_800, within(50.0));
    assertThat(Sphere.distanceMetres(middle, west, middle, east)).isCloseTo(27_800, within(1000.0));
  }

  @Test
  void allCellsTogetherCoverTheGlobeOnce() {
    double area = 0;
    Set<Integer> seen = new HashSet<>();
    for (double latitude = -89.875; latitude < 90; latitude += 0.25) {
      int row = Cells.of(latitude, 0) >>> 11;
      for (int column = 0; column < 1440; column++) {
        int cell = row << 11 | column;
        List<Position> box = corners(cell);
        if (box.get(1).longitudeDegrees() > 180 + 1e-9) {
          break;
        }
        assertThat(seen.add(cell)).isTrue();
        double width =
            Math.toRadians(box.get(1).longitudeDegrees() - box.get(0).longitudeDegrees());
        area +=
            width
                * (Math.sin(Math.toRadians(box.get(2).latitudeDegrees()))
                    - Math.sin(Math.toRadians(box.get(0).latitudeDegrees())));
      }
    }
    assertThat(area).isCloseTo(4 * Math.PI, within(1e-6));
  }

  @Test
  void aPlaceLiesInTheBoxOfItsCell() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 20_000; i++) {
      double latitude = random.nextDouble(-90, 90);
      double longitude = random.nextDouble(-180, 180);
      List<Position> box = corners(Cells.of(latitude, longitude));
      assertThat(latitude)
          .isBetween(box.get(0).latitudeDegrees() - 1e-9, box.get(2).latitudeDegrees() + 1e-9);
      assertThat(longitude)
          .isBetween(box.get(0).longitudeDegrees() - 1e-9, box.get(1).longitudeDegrees() + 1e-9);
    }
  }

  @Test
  void theMeridianOf180IsOneMeridian() {
    assertThat(Cells.of(10, 180)).isEqualTo(Cells.of(10, -180));
    assertThat(Cells.of(10, 179.999)).isNotEqualTo(Cells.of(10, -179.999));
  }

  @ParameterizedTest
  @CsvSource({"0,20", "55,20", "-45,0", "59.99,-3", "0,179.99", "65,-179.99", "-17,180"})
  void aPlaceNearbyIsInACellAround(double latitude, double longitude) {
    Set<Integer> around = new HashSet<>();
    int cell = Cells.of(latitude, longitude);
    Arrays.stream(Cells.around(cell)).forEach(around::add);
    assertThat(around).contains(cell).hasSizeBetween(8, 9);
    for (double course = 0; course < 360; course += 5) {
      // A place in the cell: whoever is under 20 km away is next to it or in it.
      double toLatitude = Sphere.destinationLatitude(latitude, course, 13_000);
      double toLongitude = Sphere.destinationLongitude(latitude, longitude, course, 13_000);
      assertThat(around).as("course %s", course).contains(Cells.of(toLatitude, toLongitude));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {90, 89.9, -90, -89.9})
  void atThePolesTheCellsAroundAreFewAndTheirOwn(double latitude) {
    int cell = Cells.of(latitude, 77);
    assertThat(Cells.around(cell)).contains(cell).doesNotHaveDuplicates();
    assertThat(Cells.around(cell).length).isBetween(3, 9);
  }

  @Test
  void neighbourhoodAcrossTheAntimeridianIsMutual() {
    int west = Cells.of(0.1, 179.99);
    int east = Cells.of(0.1, -179.99);
    assertThat(Cells.around(west)).contains(east);
    assertThat(Cells.around(east)).contains(west);
  }
}
