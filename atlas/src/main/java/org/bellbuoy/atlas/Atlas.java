package org.bellbuoy.atlas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Land and coastlines of the world, from Natural Earth.
 *
 * <p>Immutable and safe for any number of threads. One instance per {@link Scale} is loaded when
 * first opened and shared from then on. At 1:10 million it keeps 13 MB of memory, and 12 MB more
 * once a distance or a leg was asked for; at 1:50 million 1.4 MB and 2 MB.
 *
 * <p>What it cannot know: lakes and rivers are land (the Caspian, which Natural Earth counts as
 * ocean, is sea); ice shelves are sea; harbour basins, quays and islets below the scale are not
 * drawn. At 1:10 million a coast lies typically half a kilometre from the real one, and 2 km at one
 * headland in ten.
 */
public final class Atlas {
  /** Mean radius of the Earth (IUGG) on which all distances are computed. */
  public static final double EARTH_RADIUS_METRES = 6_371_008.8;

  private final LandGrid grid;
  private final Shores shores;
  private final Outlines outlines;

  /** Made when a distance or a leg is first asked for: a land test alone need not wait for it. */
  private volatile @Nullable ShoreTree tree;

  private Atlas(Shores shores) {
    grid = new LandGrid(shores);
    this.shores = shores;
    outlines = new Outlines(shores);
  }

  /** The atlas of a scale; the first call of each scale loads it, later calls cost nothing. */
  public static Atlas open(Scale scale) {
    return switch (scale) {
      case M10 -> TenMillion.ATLAS;
      case M50 -> FiftyMillion.ATLAS;
    };
  }

  /** Loads a fresh copy, for measuring what opening costs. */
  static Atlas load(Scale scale) {
    return new Atlas(Shores.read(scale));
  }

  /**
   * Whether a place is land.
   *
   * @throws IllegalArgumentException if a coordinate is out of range or not a number
   */
  public boolean isLand(double latitudeDegrees, double longitudeDegrees) {
    Positions.require(latitudeDegrees, longitudeDegrees);
    return grid.isLand(latitudeDegrees, longitudeDegrees);
  }

  /**
   * Great-circle distance to the nearest coastline, positive at sea and on land.
   *
   * @throws IllegalArgumentException if a coordinate is out of range or not a number
   */
  public double distanceToShoreMetres(double latitudeDegrees, double longitudeDegrees) {
    Positions.require(latitudeDegrees, longitudeDegrees);
    return metres(nearest(latitudeDegrees, longitudeDegrees, 4));
  }

  /**
   * As {@link #distanceToShoreMetres(double, double)}, but stops looking at a bound: cheaper the
   * smaller the bound.
   *
   * @return the distance, or exactly {@code maxMetres} where the shore is farther away
   * @throws IllegalArgumentException if a coordinate is out of range, or the bound is negative or
   *     not a number
   */
  public double distanceToShoreMetres(
      double latitudeDegrees, double longitudeDegrees, double maxMetres) {
    Positions.require(latitudeDegrees, longitudeDegrees);
    if (!(maxMetres >= 0)) {
      throw new IllegalArgumentException("the bound " + maxMetres + " m is not zero or more");
    }
    if (maxMetres >= Math.PI * EARTH_RADIUS_METRES) {
      return metres(nearest(latitudeDegrees, longitudeDegrees, 4));
    }
    double chord = 2 * Math.sin(maxMetres / EARTH_RADIUS_METRES / 2);
    double bound = chord * chord;
    double found = nearest(latitudeDegrees, longitudeDegrees, bound);
    return found < bound ? Math.min(metres(found), maxMetres) : maxMetres;
  }

  /**
   * Great-circle distance to the nearest coastline, positive at sea and negative on land.
   *
   * @throws IllegalArgumentException if a coordinate is out of range or not a number
   */
  public double signedDistanceToShoreMetres(double latitudeDegrees, double longitudeDegrees) {
    double metres = distanceToShoreMetres(latitudeDegrees, longitudeDegrees);
    return grid.isLand(latitudeDegrees, longitudeDegrees) ? -metres : metres;
  }

  /**
   * Whether the great-circle leg between two places touches land anywhere, its ends included.
   *
   * @throws IllegalArgumentException if a coordinate is out of range or not a number, or if the
   *     places are opposite each other, where no one shortest leg exists
   */
  public boolean segmentCrossesLand(
      double latitude1Degrees,
      double longitude1Degrees,
      double latitude2Degrees,
      double longitude2Degrees) {
    if (isLand(latitude1Degrees, longitude1Degrees)
        || isLand(latitude2Degrees, longitude2Degrees)) {
      return true;
    }
    double[] from = vector(latitude1Degrees, longitude1Degrees);
    double[] to = vector(latitude2Degrees, longitude2Degrees);
    double apart = 0;
    double opposite = 0;
    for (int k = 0; k < 3; k++) {
      apart += (from[k] - to[k]) * (from[k] - to[k]);
      opposite += (from[k] + to[k]) * (from[k] + to[k]);
    }
    if (opposite < 1e-18) {
      throw new IllegalArgumentException(
          "the places lie opposite each other, so there is no one shortest leg between them");
    }
    // Below a tenth of a millimetre the ends are one place, and it is sea.
    return apart > 1e-22 && tree().meetsShore(from, to);
  }

  /**
   * Land inside a box as polygons to draw, to be filled by the even-odd rule.
   *
   * <p>Each array is one closed ring, longitude and latitude by turns, its last point repeating its
   * first. Longitudes run on without a break from the box's west, so they pass 180 in a box across
   * the antimeridian. Where land goes on outside, the ring follows the side of the box; a map that
   * strokes rings asks for a box a little larger than it shows.
   *
   * @param toleranceDegrees how far a simplified line may stray from the coastline, in degrees of
   *     latitude; islands smaller than that vanish, and 0 keeps every point
   * @throws IllegalArgumentException if the tolerance is negative or not a finite number
   */
  public List<double[]> coastline(BoundingBox box, double toleranceDegrees) {
    if (!(toleranceDegrees >= 0 && toleranceDegrees < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the tolerance " + toleranceDegrees + " degrees is not zero or more");
    }
    return outlines.within(box, toleranceDegrees);
  }

  private ShoreTree tree() {
    ShoreTree made = tree;
    if (made != null) {
      return made;
    }
    synchronized (this) {
      made = tree;
      if (made == null) {
        made = new ShoreTree(shores);
        tree = made;
      }
      return made;
    }
  }

  private double nearest(double latitudeDegrees, double longitudeDegrees, double bound) {
    double latitude = Math.toRadians(latitudeDegrees);
    double longitude = Math.toRadians(longitudeDegrees);
    double cos = Math.cos(latitude);
    return tree()
        .nearest(cos * Math.cos(longitude), cos * Math.sin(longitude), Math.sin(latitude), bound);
  }

  private static double[] vector(double latitudeDegrees, double longitudeDegrees) {
    double latitude = Math.toRadians(latitudeDegrees);
    double longitude = Math.toRadians(longitudeDegrees);
    double cos = Math.cos(latitude);
    return new double[] {cos * Math.cos(longitude), cos * Math.sin(longitude), Math.sin(latitude)};
  }

  private static double metres(double squaredChord) {
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2));
  }

  private static final class TenMillion {
    static final Atlas ATLAS = load(Scale.M10);
  }

  private static final class FiftyMillion {
    static final Atlas ATLAS = load(Scale.M50);
  }
}
