package org.bellbuoy.sea.route;

import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.jspecify.annotations.Nullable;

/**
 * Ways over water from one fix, and on to the next one if any. All lengths are at most the real
 * ones: they are the straight distance, or what the grid says less its own grain. Belongs to one
 * thread.
 */
public final class WaterReach {
  /**
   * How many cells the way over cells may be too long, beside the grain of its directions: at
   * either end a place is at most 0.71 cells from the middle of its cell.
   */
  private static final double GRAIN_CELLS = 1.5;

  private static final double TOLERANCE_METRES = 0.1;

  private final Window window;
  private final Fixes fixes;
  private final double budgetMetres;
  private final double stretch;
  private final double grainMetres;
  private final float[] fromStart;
  private final float @Nullable [] toEnd;

  private WaterReach(
      Window window,
      Fixes fixes,
      double budgetMetres,
      double stretch,
      double grainMetres,
      float[] fromStart,
      float @Nullable [] toEnd) {
    this.window = window;
    this.fixes = fixes;
    this.budgetMetres = budgetMetres;
    this.stretch = stretch;
    this.grainMetres = grainMetres;
    this.fromStart = fromStart;
    this.toEnd = toEnd;
  }

  /** The ways in a window, or null when none leads from fix to fix within the budget. */
  static @Nullable WaterReach of(Window window, Fixes fixes, double budgetMetres) {
    double stretch = WaterField.stretch(window);
    double grain = GRAIN_CELLS * Math.max(window.rowMetres(), window.widestColumnMetres());
    int start = window.cell(fixes.startLatitude(), fixes.startLongitude());
    int end = window.cell(fixes.endLatitude(), fixes.endLongitude());
    if (start < 0 || end < 0) {
      throw new IllegalStateException("a fix lies outside its own reach");
    }
    if (!fixes.closed()) {
      double limit = (budgetMetres + grain) * stretch;
      float[] fromStart = WaterField.from(window, start, limit, -1, null);
      return new WaterReach(window, fixes, budgetMetres, stretch, grain, fromStart, null);
    }
    double both = (budgetMetres + 2 * grain) * stretch;
    float[] fromStart = WaterField.from(window, start, both, end, null);
    if (fromStart[end] / stretch - grain > budgetMetres) {
      return null;
    }
    float[] toEnd = WaterField.from(window, end, both, -1, fromStart);
    return new WaterReach(window, fixes, budgetMetres, stretch, grain, fromStart, toEnd);
  }

  /** The way from fix to fix in metres, 0 for an open one; the straight one where it is longer. */
  public double directMetres() {
    int end = window.cell(fixes.endLatitude(), fixes.endLongitude());
    return Math.max(fixes.directMetres(), least(fromStart[end]));
  }

  /** The length of a cell in metres: how sharp the answers are. */
  public double cellMetres() {
    return Math.max(window.rowMetres(), window.widestColumnMetres());
  }

  /**
   * The way from the first fix to a place's surroundings in metres, infinite where none leads.
   *
   * @param withinMetres how near to the place is near enough
   */
  public double thereMetres(double latitude, double longitude, double withinMetres) {
    double straight = fixes.fromStartMetres(latitude, longitude);
    return way(fromStart, latitude, longitude, straight, withinMetres);
  }

  /** As {@link #thereMetres}, on to the next fix; 0 for an open way. */
  public double onMetres(double latitude, double longitude, double withinMetres) {
    float[] end = toEnd;
    if (end == null) {
      return 0;
    }
    double straight = fixes.toEndMetres(latitude, longitude);
    return way(end, latitude, longitude, straight, withinMetres);
  }

  /** Whether a way leads by that place within the budget. */
  public boolean canReach(double latitude, double longitude) {
    return thereMetres(latitude, longitude, 0) + onMetres(latitude, longitude, 0)
        <= budgetMetres + TOLERANCE_METRES;
  }

  /**
   * The area within reach, without what lies behind land or is land; null where it is too narrow
   * for the cells, and then land hardly matters. Longitudes are continuous.
   */
  public @Nullable Geometry outline() {
    double far = cellMetres();
    double[] room = new double[window.blocked.length];
    Arrays.fill(room, -far);
    for (int r = Window.BORDER; r < window.rows - Window.BORDER; r++) {
      for (int c = Window.BORDER; c < window.columns - Window.BORDER; c++) {
        int cell = r * window.columns + c;
        double latitude = window.latitude(r);
        double longitude = window.longitude(c);
        double there = Math.max(fixes.fromStartMetres(latitude, longitude), least(fromStart[cell]));
        float[] end = toEnd;
        double on =
            end == null ? 0 : Math.max(fixes.toEndMetres(latitude, longitude), least(end[cell]));
        room[cell] = Math.clamp(budgetMetres - there - on, -far, far);
      }
    }
    List<Geometry.Polygon> areas = Contour.areas(window, room);
    boolean holdsBoth =
        room[window.cell(fixes.startLatitude(), fixes.startLongitude())] > 0
            && room[window.cell(fixes.endLatitude(), fixes.endLongitude())] > 0;
    if (areas.isEmpty() || !holdsBoth) {
      return null;
    }
    return areas.size() == 1 ? areas.getFirst() : new Geometry.MultiPolygon(areas);
  }

  private double least(float overCells) {
    return overCells / stretch - grainMetres;
  }

  /** The longer of the straight way and the least over cells that come within a distance. */
  private double way(
      float[] field, double latitude, double longitude, double straight, double withinMetres) {
    int cell = window.cell(latitude, longitude);
    if (cell < 0) {
      return Double.POSITIVE_INFINITY;
    }
    double floor = Math.max(0, straight - withinMetres);
    double least = least(field[cell]);
    if (least <= floor) {
      return floor; // nothing lies between, so its surroundings need not be looked at
    }
    int high = (int) Math.ceil(withinMetres / window.rowMetres());
    int wide = (int) Math.ceil(withinMetres / window.narrowestColumnMetres());
    int row = cell / window.columns;
    int column = cell % window.columns;
    int west = Math.max(0, column - wide);
    int east = Math.min(window.columns - 1, column + wide);
    for (int r = Math.max(0, row - high); r <= Math.min(window.rows - 1, row + high); r++) {
      for (int c = west; c <= east; c++) {
        least = Math.min(least, least(field[r * window.columns + c]));
      }
    }
    return Math.max(floor, least);
  }
}
