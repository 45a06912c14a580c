package org.bellbuoy.sea.route;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bellbuoy.atlas.Atlas;
import org.bellbuoy.sea.geo.Sphere;

/**
 * Which cells of a {@link Lattice} no ship can be in: those that lie wholly on land, deeper than
 * the coastline may be wrong. Tiles are made when first asked for, at one to two milliseconds each
 * on a coast, and kept; any number of threads may ask, and all get the same answer.
 */
final class LandMask {
  /** Land nearer to the drawn shore than this may be water; see docs/atlas.md. */
  static final double COAST_MARGIN_METRES = 2_000;

  /** Cells on each side of a tile: one word a row. */
  static final int TILE = 32;

  private final Atlas atlas;
  private final Map<Key, int[]> tiles = new ConcurrentHashMap<>();

  private record Key(Lattice lattice, int tileRow, int tileColumn) {}

  LandMask(Atlas atlas) {
    this.atlas = atlas;
  }

  /** How far inland a place lies by the drawn shore: metres, at most the bound, 0 at sea. */
  double inlandMetres(double latitude, double longitude, double boundMetres) {
    double wrapped = Sphere.wrapLongitude(longitude);
    return atlas.isLand(latitude, wrapped)
        ? atlas.distanceToShoreMetres(latitude, wrapped, boundMetres)
        : 0;
  }

  /** Rows of a tile; bit n of a row is set when the tile's nth column is blocked. */
  int[] tile(Lattice lattice, int tileRow, int tileColumn) {
    Key key = new Key(lattice, tileRow, tileColumn);
    int[] made = tiles.get(key);
    // Two threads may both make a tile; it comes out the same, and neither has to wait.
    if (made == null) {
      made = make(key);
      tiles.put(key, made);
    }
    return made;
  }

  private int[] make(Key key) {
    Lattice lattice = key.lattice();
    int[] rows = new int[TILE];
    int row0 = key.tileRow() * TILE;
    int column0 = key.tileColumn() * TILE;
    int rowsHere = Math.min(TILE, lattice.rows() - row0);
    int columnsHere = Math.min(TILE, lattice.columns() - column0);
    if (wholeTileIsSea(lattice, row0, column0, rowsHere, columnsHere)) {
      return rows;
    }
    for (int r = 0; r < rowsHere; r++) {
      double latitude = lattice.latitude(row0 + r);
      double inner = COAST_MARGIN_METRES + halfDiagonalMetres(lattice, latitude);
      for (int c = 0; c < columnsHere; c++) {
        double longitude = Sphere.wrapLongitude(lattice.longitude(column0 + c));
        if (atlas.isLand(latitude, longitude)
            && atlas.distanceToShoreMetres(latitude, longitude, inner) >= inner) {
          rows[r] |= 1 << c;
        }
      }
    }
    Canals.open(lattice, row0, column0, rows);
    return rows;
  }

  private boolean wholeTileIsSea(
      Lattice lattice, int row0, int column0, int rowsHere, int columnsHere) {
    double latitude = (lattice.latitude(row0) + lattice.latitude(row0 + rowsHere - 1)) / 2;
    double longitude =
        Sphere.wrapLongitude(
            (lattice.longitude(column0) + lattice.longitude(column0 + columnsHere - 1)) / 2);
    double high = rowsHere * lattice.rowDegrees() / 2;
    double wide = columnsHere * lattice.columnDegrees() / 2;
    // In degrees of latitude no place of the tile is farther from its middle than this.
    double radius = Math.toRadians(Math.hypot(high, wide)) * Sphere.RADIUS_METRES;
    return radius < 2_000_000
        && !atlas.isLand(latitude, longitude)
        && atlas.distanceToShoreMetres(latitude, longitude, radius) >= radius;
  }

  /** From a cell's middle to its farthest corner, in metres. */
  static double halfDiagonalMetres(Lattice lattice, double latitude) {
    double nearEquator = Math.max(0, Math.abs(latitude) - lattice.rowDegrees() / 2);
    double high = Math.toRadians(lattice.rowDegrees());
    double wide = Math.toRadians(lattice.columnDegrees()) * Math.cos(Math.toRadians(nearEquator));
    return Math.hypot(high, wide) / 2 * Sphere.RADIUS_METRES;
  }
}
