package org.bellbuoy.sea.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One point of a ROC curve.
 *
 * @param naturalRate share of natural silences called, to the right
 * @param recall share of switch-offs called, upwards
 * @param threshold lowest score called, null at the origin where none is
 */
public record RocPoint(double naturalRate, double recall, @Nullable Double threshold) {
  private static final double WIDER = 1.1;

  /** Area under the straight lines from point to point. */
  public static double area(List<RocPoint> points) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      RocPoint a = points.get(i - 1);
      RocPoint b = points.get(i);
      area += (b.naturalRate - a.naturalRate) * (a.recall + b.recall) / 2;
    }
    return area;
  }

  /**
   * At most that many points of a curve, about evenly spaced along it. Each stretch left out is no
   * longer than the spacing s, so it changes the area by s² / 8 at the most, and mostly by far
   * less.
   */
  public static List<RocPoint> thinned(List<RocPoint> points, int most) {
    if (most < 2) {
      throw new IllegalArgumentException("A curve needs two points, not " + most + ".");
    }
    List<RocPoint> kept = points;
    for (double spacing = 2.0 / (most - 1); kept.size() > most; spacing *= WIDER) {
      kept = spaced(points, spacing);
    }
    return List.copyOf(kept);
  }

  private static List<RocPoint> spaced(List<RocPoint> points, double spacing) {
    List<RocPoint> kept = new ArrayList<>();
    RocPoint last = points.getFirst();
    kept.add(last);
    for (int i = 1; i < points.size() - 1; i++) {
      if (points.get(i + 1).along() - last.along() > spacing) {
        last = points.get(i);
        kept.add(last);
      }
    }
    kept.add(points.getLast());
    return kept;
  }

  private double along() {
    return naturalRate + recall;
  }
}
