package org.bellbuoy.sea.route;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The shortest ways over open cells from one cell to all others (Dijkstra over sixteen directions,
 * with buckets). A move needs no more than one open way between its ends, however narrow, so the
 * lengths err on the short side but for the grain of the directions, which {@link #stretch} bounds.
 * Costs some microseconds for a hundred cells; belongs to one thread.
 */
final class WaterField {
  private final Window window;
  private final int columns;
  private final double rowMetres;

  /** Lengths of moves by the lower of their rows; of those that change row, to the narrower one. */
  private final double[] along;

  private final double[] slant;
  private final double[] flat;
  private final double[] steep;
  private final double bucketsPerMetre;

  /** The number of buckets less one, all bits set: buckets are used in turn. */
  private final int bucketMask;

  private final float[] metres;

  private int[] heads = new int[0];
  private int[] entryCell = new int[256];
  private int[] entryNext = new int[256];
  private int entries;
  private int waiting;

  private WaterField(Window window) {
    this.window = window;
    columns = window.columns;
    rowMetres = window.rowMetres();
    int rows = window.rows;
    along = new double[rows];
    slant = new double[rows];
    flat = new double[rows];
    steep = new double[rows];
    for (int r = 0; r < rows; r++) {
      along[r] = Math.max(1, window.columnMetres(r));
    }
    double least = rowMetres;
    double most = 0;
    for (int r = 0; r < rows; r++) {
      double two = Math.min(along[r], along[Math.min(rows - 1, r + 1)]);
      double three = Math.min(two, along[Math.min(rows - 1, r + 2)]);
      slant[r] = Math.hypot(rowMetres, two);
      flat[r] = Math.hypot(rowMetres, 2 * two);
      steep[r] = Math.hypot(2 * rowMetres, three);
      least = Math.min(least, along[r]);
      most = Math.max(most, Math.max(flat[r], steep[r]));
    }
    // A little less than the shortest move, so that no move stays within its bucket.
    bucketsPerMetre = 1 / (least * 0.99);
    bucketMask = Integer.highestOneBit((int) (most * bucketsPerMetre) + 2) * 2 - 1;
    metres = new float[rows * columns];
  }

  /**
   * Metres from a cell to each cell, infinite where there is no way of at most the limit.
   *
   * @param limitMetres of the way to a cell and of what at least follows from there
   * @param target the cell to go on to, or −1 for none
   * @param other a field from the target, which knows better what follows; null for none
   */
  static float[] from(
      Window window, int cell, double limitMetres, int target, float @Nullable [] other) {
    WaterField field = new WaterField(window);
    field.run(cell, limitMetres, target, other);
    return field.metres;
  }

  private void run(int start, double limitMetres, int target, float @Nullable [] other) {
    Arrays.fill(metres, Float.POSITIVE_INFINITY);
    heads = new int[bucketMask + 1];
    Arrays.fill(heads, -1);
    relax(start, 0);
    int bucket = 0;
    while (waiting > 0) {
      int slot = bucket & bucketMask;
      int entry = heads[slot];
      heads[slot] = -1;
      for (; entry >= 0; entry = entryNext[entry]) {
        waiting--;
        int cell = entryCell[entry];
        double at = metres[cell];
        if ((int) (at * bucketsPerMetre) != bucket) {
          continue; // a shorter way was found, and followed, meanwhile
        }
        double rest = other == null ? toTarget(cell, target) : other[cell];
        if (at + rest <= limitMetres) {
          moves(cell, at);
        }
      }
      bucket++;
    }
  }

  /**
   * No way from a cell to the target is shorter than the straight line over the narrowest cells.
   */
  private double toTarget(int cell, int target) {
    if (target < 0) {
      return 0;
    }
    double high = (cell / columns - target / columns) * rowMetres;
    double wide = (cell % columns - target % columns) * window.narrowestColumnMetres();
    return Math.sqrt(high * high + wide * wide);
  }

  private void moves(int cell, double at) {
    boolean[] blocked = window.blocked;
    int r = cell / columns;
    boolean east = !blocked[cell + 1];
    boolean west = !blocked[cell - 1];
    if (east) {
      relax(cell + 1, at + along[r]);
    }
    if (west) {
      relax(cell - 1, at + along[r]);
    }
    for (int way = -1; way <= 1; way += 2) {
      int step = way * columns;
      int low = way < 0 ? r - 1 : r;
      int ahead = cell + step;
      boolean on = !blocked[ahead];
      if (on) {
        relax(ahead, at + rowMetres);
      }
      side(cell, ahead, step, 1, on, east, low, at);
      side(cell, ahead, step, -1, on, west, low, at);
    }
  }

  /** The three slanting moves of one quarter: one and one, one and two, two and one. */
  private void side(
      int cell, int ahead, int step, int side, boolean on, boolean beside, int low, double at) {
    boolean[] blocked = window.blocked;
    int corner = ahead + side;
    boolean cornerOpen = !blocked[corner];
    boolean slanting = cornerOpen && (on || beside);
    if (slanting) {
      relax(corner, at + slant[low]);
    }
    int far = corner + side;
    if (!blocked[far] && (slanting || (beside && (cornerOpen || !blocked[cell + 2 * side])))) {
      relax(far, at + flat[low]);
    }
    int tall = corner + step;
    if (!blocked[tall] && (slanting || (on && (cornerOpen || !blocked[ahead + step])))) {
      relax(tall, at + steep[step < 0 ? low - 1 : low]);
    }
  }

  private void relax(int cell, double way) {
    float shorter = (float) way;
    if (shorter >= metres[cell]) {
      return;
    }
    metres[cell] = shorter;
    if (entries == entryCell.length) {
      entryCell = Arrays.copyOf(entryCell, entries * 2);
      entryNext = Arrays.copyOf(entryNext, entries * 2);
    }
    int slot = (int) (shorter * bucketsPerMetre) & bucketMask;
    entryCell[entries] = cell;
    entryNext[entries] = heads[slot];
    heads[slot] = entries++;
    waiting++;
  }

  /**
   * By how much the longest way over sixteen directions exceeds the straight one: 1.028 in square
   * cells, more where cells are oblong.
   */
  static double stretch(Window window) {
    double narrow = window.narrowestColumnMetres() / window.rowMetres();
    double wide = window.widestColumnMetres() / window.rowMetres();
    return Math.max(stretch(narrow), stretch(wide));
  }

  /** Between two directions the worst lies in the middle: one over the cosine of half the angle. */
  private static double stretch(double aspect) {
    double[] angles = {
      0, Math.atan2(1, 2 * aspect), Math.atan2(1, aspect), Math.atan2(2, aspect), Math.PI / 2
    };
    double widest = 0;
    for (int i = 0; i + 1 < angles.length; i++) {
      widest = Math.max(widest, angles[i + 1] - angles[i]);
    }
    return 1 / Math.cos(widest / 2);
  }
}
