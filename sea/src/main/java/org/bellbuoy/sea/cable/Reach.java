package org.bellbuoy.sea.cable;

import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/**
 * Where a ship can have been while nothing was heard of it: every place whose detour from the last
 * fix to the next one fits into the time at the bounding speed (the space-time prism). Land in
 * between is not considered, so the reach is never too small.
 *
 * @param start the last fix before the silence
 * @param end the first fix after it; null while the silence lasts
 * @param untilEpochMillis when the silence ended, or up to when it is judged
 * @param speedBoundKnots the fastest the ship is thought to go
 */
public record Reach(Fix start, @Nullable Fix end, long untilEpochMillis, double speedBoundKnots) {
  /** Rounding that must not put a place on the straight way out of reach, in metres. */
  static final double TOLERANCE_METRES = 0.1;

  /**
   * A known place at a known time.
   *
   * @param latitude degrees, −90 to 90
   * @param longitude degrees, −180 to 180
   * @param epochMillis UTC
   */
  public record Fix(double latitude, double longitude, long epochMillis) {
    public Fix {
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
        throw new IllegalArgumentException(
            "There is no place at latitude " + latitude + ", longitude " + longitude + ".");
      }
    }
  }

  public Reach {
    if (untilEpochMillis < start.epochMillis()) {
      throw new IllegalArgumentException("A silence cannot end before it began.");
    }
    if (end != null && end.epochMillis() != untilEpochMillis) {
      throw new IllegalArgumentException("A closed silence ends with its second fix.");
    }
    if (!(speedBoundKnots >= 0 && speedBoundKnots < 10_000)) {
      throw new IllegalArgumentException(
          "The speed bound must be 0 to 10,000 knots, not " + speedBoundKnots + ".");
    }
  }

  /** The silence between two fixes. */
  public static Reach between(Fix start, Fix end, double speedBoundKnots) {
    return new Reach(start, end, end.epochMillis(), speedBoundKnots);
  }

  /** A silence that still lasted at the given time. */
  public static Reach since(Fix start, long untilEpochMillis, double speedBoundKnots) {
    return new Reach(start, null, untilEpochMillis, speedBoundKnots);
  }

  /** How long the silence is; a millisecond at least, so that speeds stay finite. */
  public double durationSeconds() {
    return Math.max(1, untilEpochMillis - start.epochMillis()) / 1000.0;
  }

  /** The way from the first fix to the second in metres, 0 for an open silence. */
  public double directMetres() {
    return end == null
        ? 0
        : Sphere.distanceMetres(
            start.latitude(), start.longitude(), end.latitude(), end.longitude());
  }

  /** The speed that the two fixes alone demand, 0 for an open silence. */
  public double neededKnots() {
    return directMetres() / durationSeconds() / Sphere.METRES_PER_SECOND_PER_KNOT;
  }

  /** The bound that is used: the needed speed where that is more than the given bound. */
  public double effectiveKnots() {
    return Math.max(speedBoundKnots, neededKnots());
  }

  /** The longest way that fits into the time, in metres. */
  public double budgetMetres() {
    return Math.max(
        speedBoundKnots * Sphere.METRES_PER_SECOND_PER_KNOT * durationSeconds(), directMetres());
  }

  /** The shortest way by the given place: from the first fix to it, and on to the second if any. */
  public double wayMetres(double latitude, double longitude) {
    double way = Sphere.distanceMetres(start.latitude(), start.longitude(), latitude, longitude);
    return end == null
        ? way
        : way + Sphere.distanceMetres(latitude, longitude, end.latitude(), end.longitude());
  }

  /** Whether the ship can have been there. */
  public boolean canReach(double latitude, double longitude) {
    return wayMetres(latitude, longitude) <= budgetMetres() + TOLERANCE_METRES;
  }

  /**
   * The edge of the reach as an area with continuous longitudes, so that they may run beyond ±180.
   * An area that holds one pole is closed along that pole's parallel, as wide as the map; one that
   * holds both is the whole map with what is out of reach as a hole, or without one.
   *
   * @param points on the edge, 8 at least
   */
  public Geometry outline(int points) {
    return ReachOutline.of(this, points);
  }
}
