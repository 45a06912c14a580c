package org.bellbuoy.sea.cable;

import java.util.Arrays;
import org.bellbuoy.sea.geo.Sphere;

/**
 * One unbroken run of a cable's route. Between two neighbouring points the cable follows the great
 * circle; points lie so close that this and the straight line on a longitude-latitude map, which
 * GeoJSON means, are within 130 m of each other.
 */
public final class CablePart {
  private final double[] latitudes;
  private final double[] longitudes;
  private final double[] kilometres;
  private final int stretch;

  private CablePart(double[] latitudes, double[] longitudes, double[] kilometres, int stretch) {
    this.latitudes = latitudes;
    this.longitudes = longitudes;
    this.kilometres = kilometres;
    this.stretch = stretch;
  }

  /** Measures the part from the given kilometre on; the arrays become its own. */
  static CablePart measured(
      double[] latitudes, double[] longitudes, double fromKilometres, int stretch) {
    double[] kilometres = new double[latitudes.length];
    kilometres[0] = fromKilometres;
    for (int i = 1; i < latitudes.length; i++) {
      kilometres[i] =
          kilometres[i - 1]
              + Sphere.distanceMetres(
                      latitudes[i - 1], longitudes[i - 1], latitudes[i], longitudes[i])
                  / 1000;
    }
    return new CablePart(latitudes, longitudes, kilometres, stretch);
  }

  /** How many points the part has, two at least. */
  public int size() {
    return latitudes.length;
  }

  /** Latitude of a point in degrees. */
  public double latitude(int point) {
    return latitudes[point];
  }

  /** Longitude of a point in degrees, −180 to 180. */
  public double longitude(int point) {
    return longitudes[point];
  }

  /** Kilometres from the cable's start to a point. */
  public double kilometresAt(int point) {
    return kilometres[point];
  }

  /** Kilometres from the cable's start to the part's first point. */
  public double fromKilometres() {
    return kilometres[0];
  }

  /** Kilometres from the cable's start to the part's last point. */
  public double toKilometres() {
    return kilometres[kilometres.length - 1];
  }

  /** Number of the stretch, from 1; parts of one stretch join end to start within 100 m. */
  public int stretch() {
    return stretch;
  }

  /** The point at or before that kilometre, at most the last but one. */
  int pointBefore(double atKilometres) {
    int found = Arrays.binarySearch(kilometres, atKilometres);
    int point = found >= 0 ? found : -found - 2;
    return Math.clamp(point, 0, size() - 2);
  }

  @Override
  public String toString() {
    return "CablePart[stretch %d, %d points, km %.1f to %.1f]"
        .formatted(stretch, size(), fromKilometres(), toKilometres());
  }
}
