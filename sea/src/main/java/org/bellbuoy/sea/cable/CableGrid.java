package org.bellbuoy.sea.cable;

import java.util.Arrays;
import org.bellbuoy.sea.geo.Sphere;

/**
 * Cells over the globe, about square everywhere, each with the edges that come within one fixed
 * radius of any place in it; a lookup reads a single cell. Empty cells cost one bit.
 */
final class CableGrid {
  private static final double MINIMUM_CELL_DEGREES = 0.1;
  private static final double MAXIMUM_CELL_DEGREES = 2;

  private final int rows;
  private final double rowsPerDegree;

  /** First cell of each row, and one more at the end. */
  private final int[] rowStart;

  /** Columns in a degree of longitude, by row. */
  private final double[] columnsPerDegree;

  private final long[] occupied;

  /** Occupied cells before each word of {@link #occupied}. */
  private final int[] rank;

  /** Where each occupied cell's edges begin in {@link #edges}, and one more at the end. */
  private final int[] cellStart;

  final int[] edges;

  CableGrid(CableEdges cables, double radiusMetres) {
    double radius = radiusMetres / Sphere.RADIUS_METRES;
    double degrees = Math.clamp(Math.toDegrees(radius), MINIMUM_CELL_DEGREES, MAXIMUM_CELL_DEGREES);
    rows = (int) Math.ceil(180 / degrees);
    rowsPerDegree = rows / 180.0;
    rowStart = new int[rows + 1];
    columnsPerDegree = new double[rows];
    for (int row = 0; row < rows; row++) {
      double widest =
          Math.max(
              Math.cos(Math.toRadians(latitudeOf(row))),
              Math.cos(Math.toRadians(latitudeOf(row + 1))));
      int columns = Math.max(1, (int) Math.ceil(2 * rows * widest));
      columnsPerDegree[row] = columns / 360.0;
      rowStart[row + 1] = rowStart[row] + columns;
    }
    Pairs pairs = new Pairs(rowStart[rows]);
    double step = Math.toRadians(1 / rowsPerDegree);
    double[] place = new double[3];
    for (int edge = 0; edge < cables.size(); edge++) {
      double length = cables.lengths[edge];
      int pieces = Math.max(1, (int) Math.ceil(length / step));
      for (int piece = 0; piece < pieces; piece++) {
        Arcs.pointOn(
            cables.frames, edge * CableEdges.STRIDE, length * (piece + 0.5) / pieces, place);
        mark(cables, edge, place, radius, length / pieces / 2, pairs);
      }
    }
    occupied = new long[(rowStart[rows] >> 6) + 1];
    for (int i = 0; i < pairs.size; i++) {
      occupied[pairs.cells[i] >> 6] |= 1L << pairs.cells[i];
    }
    rank = new int[occupied.length];
    int cells = 0;
    for (int word = 0; word < occupied.length; word++) {
      rank[word] = cells;
      cells += Long.bitCount(occupied[word]);
    }
    cellStart = new int[cells + 1];
    for (int i = 0; i < pairs.size; i++) {
      cellStart[slot(pairs.cells[i]) + 1]++;
    }
    for (int i = 0; i < cells; i++) {
      cellStart[i + 1] += cellStart[i];
    }
    edges = new int[pairs.size];
    int[] next = Arrays.copyOf(cellStart, cells);
    for (int i = 0; i < pairs.size; i++) {
      edges[next[slot(pairs.cells[i])]++] = pairs.edges[i];
    }
  }

  private double latitudeOf(int row) {
    return row / rowsPerDegree - 90;
  }

  /** The cell of a place. */
  private int cell(double latitude, double longitude) {
    int row = Math.min(rows - 1, (int) ((latitude + 90) * rowsPerDegree));
    int column = (int) ((longitude + 180) * columnsPerDegree[row]);
    return Math.min(rowStart[row + 1] - 1, rowStart[row] + column);
  }

  private int slot(int cell) {
    int word = cell >> 6;
    return rank[word] + Long.bitCount(occupied[word] & ((1L << cell) - 1));
  }

  /** The occupied cell's number, or −1 when no edge is near the place. */
  int find(double latitude, double longitude) {
    int cell = cell(latitude, longitude);
    return (occupied[cell >> 6] >>> cell & 1) == 0 ? -1 : slot(cell);
  }

  int first(int slot) {
    return cellStart[slot];
  }

  /** Notes an edge in every cell within the radius of the piece around the given place. */
  private void mark(
      CableEdges cables, int edge, double[] place, double radius, double half, Pairs pairs) {
    double latitude = Arcs.latitude(place);
    double longitude = Arcs.longitude(place);
    double reach = radius + half + 1e-9;
    double reachDegrees = Math.toDegrees(reach);
    int fromRow = Math.max(0, (int) ((latitude - reachDegrees + 90) * rowsPerDegree));
    int toRow = Math.min(rows - 1, (int) ((latitude + reachDegrees + 90) * rowsPerDegree));
    double widest = 180;
    if (Math.abs(latitude) + reachDegrees < 90) {
      double sine = Math.sin(reach) / Math.cos(Math.toRadians(latitude));
      widest = Math.min(180, Math.toDegrees(Math.asin(Math.min(1, sine))) + 1e-6);
    }
    double[] centre = new double[3];
    for (int row = fromRow; row <= toRow; row++) {
      int columns = rowStart[row + 1] - rowStart[row];
      int fromColumn = (int) Math.floor((longitude - widest + 180) * columnsPerDegree[row]);
      int toColumn = (int) Math.floor((longitude + widest + 180) * columnsPerDegree[row]);
      toColumn = Math.min(toColumn, fromColumn + columns - 1);
      double south = latitudeOf(row);
      double north = latitudeOf(row + 1);
      double middle = (south + north) / 2;
      double halfWidth = 0.5 / columnsPerDegree[row];
      double cellRadius =
          Math.max(
                  Sphere.distanceMetres(middle, 0, south, halfWidth),
                  Sphere.distanceMetres(middle, 0, north, halfWidth))
              / Sphere.RADIUS_METRES;
      if (columns < 4) {
        cellRadius = Math.PI;
      }
      double bound = Math.min(Math.PI, radius + cellRadius + 1e-9);
      double chord = 2 * Math.sin(bound / 2);
      for (int c = fromColumn; c <= toColumn; c++) {
        int column = Math.floorMod(c, columns);
        int cell = rowStart[row] + column;
        Arcs.unit(middle, (column + 0.5) / columnsPerDegree[row] - 180, centre);
        if (pairs.last[cell] != edge + 1
            && Arcs.chordSquared(
                    cables.frames, edge * CableEdges.STRIDE, centre[0], centre[1], centre[2])
                <= chord * chord) {
          pairs.add(cell, edge);
        }
      }
    }
  }

  /** Cells with their edges while the grid is built; an edge is noted once in a cell. */
  private static final class Pairs {
    /** The last edge noted in a cell, plus one. */
    final int[] last;

    int[] cells = new int[1 << 12];
    int[] edges = new int[1 << 12];
    int size;

    Pairs(int cellCount) {
      last = new int[cellCount];
    }

    void add(int cell, int edge) {
      if (size == cells.length) {
        cells = Arrays.copyOf(cells, size * 2);
        edges = Arrays.copyOf(edges, size * 2);
      }
      cells[size] = cell;
      edges[size] = edge;
      size++;
      last[cell] = edge + 1;
    }
  }
}
