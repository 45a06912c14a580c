package org.bellbuoy.sea.geo;

/**
 * Great-circle arithmetic on a sphere of the Earth's mean radius, off by at most 0.6 % from the
 * ellipsoid: far inside the uncertainty of AIS reach and of charted cables.
 */
public final class Sphere {
  /** Mean Earth radius in metres (IUGG R1). */
  public static final double RADIUS_METRES = 6_371_008.8;

  /** Metres in an international nautical mile. */
  public static final double METRES_PER_NAUTICAL_MILE = 1852;

  /** Metres a second in one knot. */
  public static final double METRES_PER_SECOND_PER_KNOT = 1852.0 / 3600;

  private Sphere() {}

  /** Distance between two places in metres (haversine; exact for small distances). */
  public static double distanceMetres(
      double latitude1, double longitude1, double latitude2, double longitude2) {
    double phi1 = Math.toRadians(latitude1);
    double phi2 = Math.toRadians(latitude2);
    double a = Math.sin((phi2 - phi1) / 2);
    double b = Math.sin(Math.toRadians(longitude2 - longitude1) / 2);
    double h = a * a + Math.cos(phi1) * Math.cos(phi2) * b * b;
    double root = Math.sqrt(h);
    if (root < 0.01) {
      // Up to 127 km the series of asin is exact to a micrometre and ten times as fast.
      return 2 * RADIUS_METRES * root * (1 + h / 6 + 0.075 * h * h);
    }
    return 2 * RADIUS_METRES * Math.asin(Math.min(1, root));
  }

  /** Distance in metres between places in 1e-7 degree. */
  public static double distanceMetresE7(
      int latitude1E7, int longitude1E7, int latitude2E7, int longitude2E7) {
    return distanceMetres(
        latitude1E7 * 1e-7, longitude1E7 * 1e-7, latitude2E7 * 1e-7, longitude2E7 * 1e-7);
  }

  /** Initial course from the first place to the second, degrees 0 to 360. */
  public static double courseDegrees(
      double latitude1, double longitude1, double latitude2, double longitude2) {
    double phi1 = Math.toRadians(latitude1);
    double phi2 = Math.toRadians(latitude2);
    double lambda = Math.toRadians(longitude2 - longitude1);
    double y = Math.sin(lambda) * Math.cos(phi2);
    double x = Math.cos(phi1) * Math.sin(phi2) - Math.sin(phi1) * Math.cos(phi2) * Math.cos(lambda);
    double degrees = Math.toDegrees(Math.atan2(y, x));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  /** Latitude in degrees after going that far on that course. */
  public static double destinationLatitude(
      double latitude, double courseDegrees, double distanceMetres) {
    double phi = Math.toRadians(latitude);
    double delta = distanceMetres / RADIUS_METRES;
    return Math.toDegrees(
        Math.asin(
            Math.sin(phi) * Math.cos(delta)
                + Math.cos(phi) * Math.sin(delta) * Math.cos(Math.toRadians(courseDegrees))));
  }

  /** Longitude in degrees, −180 to 180, after going that far on that course. */
  public static double destinationLongitude(
      double latitude, double longitude, double courseDegrees, double distanceMetres) {
    double phi1 = Math.toRadians(latitude);
    double phi2 = Math.toRadians(destinationLatitude(latitude, courseDegrees, distanceMetres));
    double delta = distanceMetres / RADIUS_METRES;
    double y = Math.sin(Math.toRadians(courseDegrees)) * Math.sin(delta) * Math.cos(phi1);
    double x = Math.cos(delta) - Math.sin(phi1) * Math.sin(phi2);
    return wrapLongitude(longitude + Math.toDegrees(Math.atan2(y, x)));
  }

  /** The same meridian between −180 and 180. */
  public static double wrapLongitude(double longitude) {
    double wrapped = longitude % 360;
    if (wrapped > 180) {
      wrapped -= 360;
    } else if (wrapped < -180) {
      wrapped += 360;
    }
    return wrapped;
  }
}
