package org.bellbuoy.report;

/** A growing box of longitudes and latitudes in degrees. */
final class Extent {
  double west = Double.POSITIVE_INFINITY;
  double south = Double.POSITIVE_INFINITY;
  double east = Double.NEGATIVE_INFINITY;
  double north = Double.NEGATIVE_INFINITY;

  void add(double longitude, double latitude) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }

  /** Adds a shape, turned by whole circles so that it lies nearest to what is there. */
  void addNear(Shape shape) {
    Extent other = shape.extent();
    if (other.isEmpty()) {
      return;
    }
    double turn = isEmpty() ? 0 : 360 * Math.rint((middle() - other.middle()) / 360);
    add(other.west + turn, other.south);
    add(other.east + turn, other.north);
  }

  boolean isEmpty() {
    return west > east;
  }

  double middle() {
    return (west + east) / 2;
  }
}
