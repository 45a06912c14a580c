package org.bellbuoy.sea.simulate;

/**
 * A place on the sphere.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record LatLon(double latitude, double longitude) {
  /** Mean radius of the earth (IUGG). */
  static final double EARTH_METRES = 6_371_008.8;

  /** Great-circle distance in metres (haversine). */
  double metresTo(LatLon other) {
    double phi1 = Math.toRadians(latitude);
    double phi2 = Math.toRadians(other.latitude);
    double a = Math.sin((phi2 - phi1) / 2);
    double b = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double h = a * a + Math.cos(phi1) * Math.cos(phi2) * b * b;
    return 2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, h)));
  }

  /** The place so many metres north and east of this one, for distances of a few miles. */
  LatLon offset(double northMetres, double eastMetres) {
    double degree = Math.toRadians(1) * EARTH_METRES;
    return new LatLon(
        latitude + northMetres / degree,
        longitude + eastMetres / (degree * Math.cos(Math.toRadians(latitude))));
  }
}
