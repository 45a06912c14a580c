package org.bellbuoy.report;

import java.util.List;

/** Land to draw behind a map. */
@FunctionalInterface
public interface Backdrop {
  /**
   * Rings that bound land inside a box. Holes are rings like others: areas are filled by the
   * even-odd rule. Rings may reach beyond the box, the report cuts them.
   *
   * @param westDegrees at least -180
   * @param southDegrees at least -90
   * @param eastDegrees at most 180, more than {@code westDegrees}: a map across the antimeridian
   *     asks twice
   * @param northDegrees at most 90
   * @param toleranceDegrees detail finer than this is not seen
   * @return closed rings, each as longitude, latitude, longitude, latitude and so on
   */
  List<double[]> rings(
      double westDegrees,
      double southDegrees,
      double eastDegrees,
      double northDegrees,
      double toleranceDegrees);

  /** A backdrop without land. */
  static Backdrop none() {
    return (west, south, east, north, tolerance) -> List.of();
  }
}
