package org.bellbuoy.sea.cable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/** Turns runs of places into measured parts, with points added where neighbours lie far apart. */
final class RouteBuilder {
  /**
   * Neighbours are at most this far apart in longitude and latitude. A great circle over one degree
   * leaves the parallel by 121 m at most, at 45 degrees.
   */
  private static final double STEP_DEGREES = 1;

  private final List<CablePart> parts = new ArrayList<>();
  private double[] latitudes = new double[64];
  private double[] longitudes = new double[64];
  private int size;
  private int points;

  /** Appends a place to the current run; longitudes within ±360. */
  void point(double latitude, double longitude) {
    double wrapped = Sphere.wrapLongitude(longitude);
    if (size > 0) {
      double fromLatitude = latitudes[size - 1];
      double fromLongitude = longitudes[size - 1];
      double north = latitude - fromLatitude;
      double east = Sphere.wrapLongitude(wrapped - fromLongitude);
      int steps = (int) Math.ceil(Math.max(Math.abs(north), Math.abs(east)) / STEP_DEGREES - 1e-9);
      for (int i = 1; i < steps; i++) {
        double share = (double) i / steps;
        add(fromLatitude + north * share, Sphere.wrapLongitude(fromLongitude + east * share));
      }
    }
    add(latitude, wrapped);
  }

  private void add(double latitude, double longitude) {
    if (size == latitudes.length) {
      latitudes = Arrays.copyOf(latitudes, size * 2);
      longitudes = Arrays.copyOf(longitudes, size * 2);
    }
    latitudes[size] = latitude;
    longitudes[size] = longitude;
    size++;
    points++;
  }

  /** Points so far, in all runs, with those that were added. */
  int points() {
    return points;
  }

  /** Ends a run; one of fewer than two places is dropped. */
  void endRun() {
    if (size >= 2) {
      int stretch = 1;
      double from = 0;
      if (!parts.isEmpty()) {
        CablePart last = parts.getLast();
        int end = last.size() - 1;
        double gap =
            Sphere.distanceMetres(
                last.latitude(end), last.longitude(end), latitudes[0], longitudes[0]);
        stretch = gap <= Cable.JOIN_METRES ? last.stretch() : last.stretch() + 1;
        from = last.toKilometres();
      }
      parts.add(
          CablePart.measured(
              Arrays.copyOf(latitudes, size), Arrays.copyOf(longitudes, size), from, stretch));
    }
    size = 0;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  Cable build(String id, @Nullable String name, double uncertaintyMetres) {
    double length = parts.isEmpty() ? 0 : parts.getLast().toKilometres();
    return new Cable(id, name, parts, uncertaintyMetres, length);
  }
}
