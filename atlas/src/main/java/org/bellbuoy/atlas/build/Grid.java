package org.bellbuoy.atlas.build;

import java.util.Arrays;
import org.bellbuoy.atlas.BinaryAngle;

/** Lays all edges over the grid of the land test, and finds out which cells' middles are land. */
@SuppressWarnings("IntLongMath") // differences are meant to wrap at the antimeridian
final class Grid {
  private static final int MIXED = 2;

  private final int bits;
  private final int shift;
  private final int columns;
  private final int rows;
  private final int[] lon;
  private final int[] lat;

  /** Per cell whether the number of edges between its middle and the one north of it is odd. */
  private final boolean[] toggles;

  private final Numbers[] runs;

  private Grid(int bits, int[] lon, int[] lat) {
    this.bits = bits;
    this.shift = 32 - bits;
    this.columns = 1 << bits;
    this.rows = columns / 2;
    this.lon = lon;
    this.lat = lat;
    this.toggles = new boolean[columns * rows];
    this.runs = new Numbers[columns * rows];
  }

  /** Writes the packed cells, the middles of mixed cells, their run counts, and the runs. */
  static void write(int bits, int[] ringStart, int[] lon, int[] lat, AtlasFile out) {
    Grid grid = new Grid(bits, lon, lat);
    for (int r = 0; r + 1 < ringStart.length; r++) {
      for (int e = ringStart[r]; e < ringStart[r + 1] - 1; e++) {
        grid.addToCells(e);
        grid.toggleColumns(e);
      }
    }
    grid.writeTo(out);
  }

  /** An edge belongs to every cell that its own box touches; a few too many do no harm. */
  private void addToCells(int edge) {
    long west = lon[edge];
    long dx = lon[edge + 1] - lon[edge];
    int low = Math.min(lat[edge], lat[edge + 1]) + BinaryAngle.QUARTER;
    int high = Math.max(lat[edge], lat[edge + 1]) + BinaryAngle.QUARTER;
    long from = (Math.min(west, west + dx) + 0x8000_0000L) >> shift;
    long to = (Math.max(west, west + dx) + 0x8000_0000L) >> shift;
    for (int row = low >>> shift; row <= Math.min(rows - 1, high >>> shift); row++) {
      for (long column = from; column <= to; column++) {
        int cell = (row << bits) + Math.floorMod(column, columns);
        Numbers own = runs[cell] == null ? new Numbers() : runs[cell];
        runs[cell] = own;
        if (own.size() > 0 && own.get(own.size() - 2) + own.get(own.size() - 1) == edge) {
          own.set(own.size() - 1, own.get(own.size() - 1) + 1);
        } else {
          own.add(edge);
          own.add(1);
        }
      }
    }
  }

  /** Middles south of an edge, in columns whose middle meridian it crosses, change sides. */
  private void toggleColumns(int edge) {
    int half = 1 << (shift - 1);
    long ax = lon[edge] + 0x8000_0000L;
    long dx = lon[edge + 1] - lon[edge];
    long dy = lat[edge + 1] - lat[edge];
    long low = Math.min(ax, ax + dx);
    long high = Math.max(ax, ax + dx);
    for (long column = low >> shift; column <= high >> shift; column++) {
      long x = (column << shift) + half;
      if (low <= x && x < high) {
        // The northernmost middle that is not north of the edge; first a guess, then exactly.
        double y = lat[edge] + dy * ((x - ax) / (double) dx);
        int row = (int) Math.floor((y + BinaryAngle.QUARTER - half) / (1L << shift)) + 1;
        row = Math.min(row, rows - 1);
        while (side(edge, x - ax, row) * Long.signum(dx) > 0) {
          row--;
        }
        if (row >= 0) {
          toggles[(row << bits) + Math.floorMod(column, columns)] ^= true;
        }
      }
    }
  }

  /** Positive where a middle lies left of an edge, seen along it. */
  private long side(int edge, long x, int row) {
    long half = 1L << (shift - 1);
    long middleY = ((long) row << shift) + half - BinaryAngle.QUARTER;
    long dx = lon[edge + 1] - lon[edge];
    long dy = lat[edge + 1] - lat[edge];
    long side = dx * (middleY - lat[edge]) - dy * x;
    if (side == 0) {
      throw new IllegalStateException(
          "a coast runs exactly through the middle of a cell; choose another grid");
    }
    return side;
  }

  private void writeTo(AtlasFile out) {
    int[] kinds = new int[columns * rows];
    for (int column = 0; column < columns; column++) {
      boolean land = false; // the North Pole is sea
      for (int row = rows - 1; row >= 0; row--) {
        int cell = (row << bits) + column;
        land ^= toggles[cell];
        kinds[cell] = (runs[cell] == null ? 0 : MIXED) + (land ? 1 : 0);
      }
    }
    Numbers packed = new Numbers();
    Numbers middles = new Numbers();
    Numbers runCounts = new Numbers();
    Numbers allRuns = new Numbers();
    runCounts.add(0);
    for (int cell = 0; cell < kinds.length; cell++) {
      int kind = Math.min(MIXED, kinds[cell]);
      int last = packed.size() - 1;
      if (last >= 0 && (packed.get(last) & 3) == kind) {
        packed.set(last, packed.get(last) + 4);
      } else {
        packed.add(4 + kind);
      }
      if (kind == MIXED) {
        middles.add(kinds[cell] & 1);
        int[] own = runs[cell].toArray();
        runCounts.add(own.length / 2);
        Arrays.stream(own).forEach(allRuns::add);
      }
    }
    out.array(packed.toArray());
    out.array(middles.toArray());
    out.array(runCounts.toArray());
    out.array(allRuns.toArray());
  }
}
