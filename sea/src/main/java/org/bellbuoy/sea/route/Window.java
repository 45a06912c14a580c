package org.bellbuoy.sea.route;

import java.util.Arrays;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a {@link Lattice} over one reach, with the land among them. Two cells all round are
 * blocked, so that moves need no test for the edge. Belongs to one thread while fixes are opened.
 */
final class Window {
  static final int BORDER = 2;

  final Lattice lattice;
  final int row0;
  final int column0;
  final int rows;
  final int columns;
  final boolean[] blocked;
  private final double widestColumnMetres;
  private final double narrowestColumnMetres;

  Window(Lattice lattice, int row0, int column0, int rows, int columns, boolean[] blocked) {
    this.lattice = lattice;
    this.row0 = row0;
    this.column0 = column0;
    this.rows = rows;
    this.columns = columns;
    this.blocked = blocked;
    double widest = 0;
    double narrowest = Double.POSITIVE_INFINITY;
    for (int r = 0; r < rows; r++) {
      widest = Math.max(widest, columnMetres(r));
      narrowest = Math.min(narrowest, columnMetres(r));
    }
    widestColumnMetres = widest;
    narrowestColumnMetres = Math.max(1, narrowest);
  }

  /** The finest window of at most that many cells, or null when none is coarse enough. */
  static @Nullable Window over(Extent extent, LandMask mask, int mostCells) {
    double middle = (extent.south() + extent.north()) / 2;
    for (int level = 0; level <= Lattice.COARSEST; level++) {
      Lattice lattice = Lattice.at(level, middle);
      int row0 = lattice.row(extent.south()) - BORDER;
      int column0 = lattice.column(extent.west()) - BORDER;
      int rows = lattice.row(extent.north()) + BORDER + 1 - row0;
      int columns = lattice.column(extent.east()) + BORDER + 1 - column0;
      if ((long) rows * columns <= mostCells) {
        boolean[] blocked = new boolean[rows * columns];
        Window window = new Window(lattice, row0, column0, rows, columns, blocked);
        window.fill(mask);
        return window;
      }
    }
    return null;
  }

  private void fill(LandMask mask) {
    Arrays.fill(blocked, true);
    for (int r = BORDER; r < rows - BORDER; r++) {
      int row = row0 + r;
      if (row < 0 || row >= lattice.rows()) {
        continue;
      }
      int tileRow = row / LandMask.TILE;
      int loaded = -1;
      int bits = 0;
      for (int c = BORDER; c < columns - BORDER; c++) {
        int column = Math.floorMod(column0 + c, lattice.columns());
        int tileColumn = column / LandMask.TILE;
        if (tileColumn != loaded) {
          bits = mask.tile(lattice, tileRow, tileColumn)[row % LandMask.TILE];
          loaded = tileColumn;
        }
        blocked[r * columns + c] = (bits >>> (column % LandMask.TILE) & 1) != 0;
      }
    }
  }

  /** Opens every cell whose middle lies within a distance of a place. */
  void openAround(double latitude, double longitude, double metres) {
    for (int r = BORDER; r < rows - BORDER; r++) {
      for (int c = BORDER; c < columns - BORDER; c++) {
        int cell = r * columns + c;
        if (blocked[cell]
            && Sphere.distanceMetres(latitude, longitude, latitude(r), longitude(c)) <= metres) {
          blocked[cell] = false;
        }
      }
    }
  }

  /** Whether land takes up a cell that a way over the fixes could touch within a length. */
  boolean hasLandWithin(Fixes fixes, double budgetMetres) {
    double cell = 2 * Math.hypot(rowMetres(), widestColumnMetres());
    for (int r = BORDER; r < rows - BORDER; r++) {
      for (int c = BORDER; c < columns - BORDER; c++) {
        if (blocked[r * columns + c]) {
          double latitude = latitude(r);
          double longitude = longitude(c);
          double way =
              fixes.fromStartMetres(latitude, longitude) + fixes.toEndMetres(latitude, longitude);
          if (way <= budgetMetres + cell) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The cell of a place, or −1 outside the window or in its border. */
  int cell(double latitude, double longitude) {
    int r = lattice.row(latitude) - row0;
    int c = Math.floorMod(lattice.column(longitude) - column0, lattice.columns());
    boolean inside = r >= BORDER && r < rows - BORDER && c >= BORDER && c < columns - BORDER;
    return inside ? r * columns + c : -1;
  }

  double latitude(int r) {
    return lattice.latitude(row0 + r);
  }

  /** Continuous: may lie beyond ±180. */
  double longitude(int c) {
    return lattice.longitude(column0 + c);
  }

  double rowMetres() {
    return Math.toRadians(lattice.rowDegrees()) * Sphere.RADIUS_METRES;
  }

  double columnMetres(int r) {
    return Math.toRadians(lattice.columnDegrees())
        * Sphere.RADIUS_METRES
        * Math.cos(Math.toRadians(latitude(r)));
  }

  double widestColumnMetres() {
    return widestColumnMetres;
  }

  double narrowestColumnMetres() {
    return narrowestColumnMetres;
  }
}
