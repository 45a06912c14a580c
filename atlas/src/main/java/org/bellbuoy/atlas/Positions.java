package org.bellbuoy.atlas;

/** Checks of coordinates, with words for whoever got them wrong. */
final class Positions {
  private Positions() {}

  static void require(double latitudeDegrees, double longitudeDegrees) {
    requireLatitude(latitudeDegrees);
    requireLongitude(longitudeDegrees);
  }

  static void requireLatitude(double degrees) {
    // Asked this way round so that NaN is refused too.
    if (!(degrees >= -90 && degrees <= 90)) {
      throw new IllegalArgumentException(
          "latitude " + degrees + " is not between -90 and 90 degrees");
    }
  }

  static void requireLongitude(double degrees) {
    if (!(degrees >= -180 && degrees <= 180)) {
      throw new IllegalArgumentException(
          "longitude " + degrees + " is not between -180 and 180 degrees");
    }
  }
}
