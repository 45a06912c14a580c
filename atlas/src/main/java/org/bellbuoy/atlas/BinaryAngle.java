package org.bellbuoy.atlas;

/**
 * Angles as whole numbers, 2<sup>32</sup> to the full turn (about 9 mm on the ground).
 *
 * <p>Differences of longitudes wrap by integer overflow, so the antimeridian is a place like any
 * other, and products of differences are exact, so no coordinate is ever "almost" on a side.
 */
public final class BinaryAngle {
  /** One degree in units of this measure. */
  public static final double UNITS_PER_DEGREE = 0x1p32 / 360;

  /** A quarter turn: the latitude of the North Pole. */
  public static final int QUARTER = 1 << 30;

  private BinaryAngle() {}

  /** The nearest whole number for an angle; 180 and -180 degrees give the same one. */
  public static int ofDegrees(double degrees) {
    return (int) Math.round(degrees * UNITS_PER_DEGREE);
  }

  /** The angle in degrees; longitudes come out in [-180, 180). */
  public static double toDegrees(long angle) {
    return angle / UNITS_PER_DEGREE;
  }
}
