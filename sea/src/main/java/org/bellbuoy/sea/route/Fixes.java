package org.bellbuoy.sea.route;

import org.bellbuoy.sea.geo.Sphere;

/**
 * Where a way begins and, when {@code closed}, where it ends; of an open one the end repeats the
 * start.
 */
record Fixes(
    double startLatitude,
    double startLongitude,
    double endLatitude,
    double endLongitude,
    boolean closed) {
  /** The straight way in metres. */
  double directMetres() {
    return closed ? fromStartMetres(endLatitude, endLongitude) : 0;
  }

  double fromStartMetres(double latitude, double longitude) {
    return Sphere.distanceMetres(startLatitude, startLongitude, latitude, longitude);
  }

  double toEndMetres(double latitude, double longitude) {
    return closed ? Sphere.distanceMetres(latitude, longitude, endLatitude, endLongitude) : 0;
  }
}
