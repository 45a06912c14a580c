package org.bellbuoy.atlas;

/**
 * A box of latitudes and longitudes. West greater than east means that the box crosses the
 * antimeridian.
 *
 * @param southDegrees lower latitude, -90 to 90
 * @param westDegrees western longitude, -180 to 180
 * @param northDegrees upper latitude, above the lower one
 * @param eastDegrees eastern longitude, -180 to 180, different from the western one
 */
public record BoundingBox(
    double southDegrees, double westDegrees, double northDegrees, double eastDegrees) {

  /** Checks the four numbers. */
  public BoundingBox {
    Positions.requireLatitude(southDegrees);
    Positions.requireLatitude(northDegrees);
    Positions.requireLongitude(westDegrees);
    Positions.requireLongitude(eastDegrees);
    if (southDegrees >= northDegrees) {
      throw new IllegalArgumentException(
          "the box's south " + southDegrees + " must lie below its north " + northDegrees);
    }
    if (westDegrees == eastDegrees) {
      throw new IllegalArgumentException(
          "the box has no width: west and east are both " + westDegrees);
    }
  }

  /** The eastern side counted on from the western one, so always greater; up to 540. */
  public double continuousEastDegrees() {
    return westDegrees > eastDegrees ? eastDegrees + 360 : eastDegrees;
  }
}
