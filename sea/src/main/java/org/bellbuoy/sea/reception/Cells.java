package org.bellbuoy.sea.reception;

import org.bellbuoy.core.finding.Geometry;

/**
 * Cells of about a quarter degree of latitude on each side (28 km): rows of equal latitude, each
 * cut into as many columns as keep cells roughly square. A cell is an int, row times 2048 plus
 * column.
 */
public final class Cells {
  /** Height of a cell in degrees. */
  public static final double DEGREES = 0.25;

  private static final int ROWS = (int) (180 / DEGREES);
  private static final int COLUMN_BITS = 11;
  private static final int[] COLUMNS = new int[ROWS];

  static {
    for (int row = 0; row < ROWS; row++) {
      double middle = Math.toRadians(-90 + (row + 0.5) * DEGREES);
      COLUMNS[row] = Math.max(1, (int) Math.round(360 / DEGREES * Math.cos(middle)));
    }
  }

  private Cells() {}

  /** The cell of a place. */
  public static int of(double latitude, double longitude) {
    int row = Math.clamp((int) Math.floor((latitude + 90) / DEGREES), 0, ROWS - 1);
    return row << COLUMN_BITS | column(row, longitude);
  }

  /** The cells around that cell, itself included; at most nine or ten. */
  public static int[] around(int cell) {
    int row = cell >>> COLUMN_BITS;
    int column = cell & (1 << COLUMN_BITS) - 1;
    double middle = -180 + (column + 0.5) * 360 / COLUMNS[row];
    double width = 360.0 / COLUMNS[row];
    int[] cells = new int[9];
    int count = 0;
    for (int r = Math.max(0, row - 1); r <= Math.min(ROWS - 1, row + 1); r++) {
      for (int step = -1; step <= 1; step++) {
        int neighbour = r << COLUMN_BITS | column(r, middle + step * width);
        boolean known = false;
        for (int i = 0; i < count; i++) {
          known |= cells[i] == neighbour;
        }
        if (!known) {
          cells[count++] = neighbour;
        }
      }
    }
    return java.util.Arrays.copyOf(cells, count);
  }

  /** The cell as a closed box. */
  public static Geometry box(int cell) {
    int row = cell >>> COLUMN_BITS;
    int column = cell & (1 << COLUMN_BITS) - 1;
    double south = -90 + row * DEGREES;
    double width = 360.0 / COLUMNS[row];
    double west = -180 + column * width;
    return new Geometry.Polygon(
        java.util.List.of(
            java.util.List.of(
                new Geometry.Position(west, south),
                new Geometry.Position(west + width, south),
                new Geometry.Position(west + width, south + DEGREES),
                new Geometry.Position(west, south + DEGREES),
                new Geometry.Position(west, south))));
  }

  private static int column(int row, double longitude) {
    int columns = COLUMNS[row];
    return Math.floorMod((int) Math.floor((longitude + 180) / 360 * columns), columns);
  }
}
