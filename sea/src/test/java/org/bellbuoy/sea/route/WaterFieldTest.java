package org.bellbuoy.sea.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ways over cells against a plain search that may go straight to any cell it sees. */
class WaterFieldTest {
  private static final int SIDE = 28;
  private static final int SEEN = 7;

  private static Window window(double latitude, boolean[] blocked) {
    Lattice lattice = Lattice.at(0, latitude);
    return new Window(lattice, lattice.row(latitude), 100, SIDE, SIDE, blocked);
  }

  private static boolean[] open() {
    boolean[] blocked = new boolean[SIDE * SIDE];
    for (int r = 0; r < SIDE; r++) {
      for (int c = 0; c < SIDE; c++) {
        blocked[r * SIDE + c] = r < 2 || c < 2 || r >= SIDE - 2 || c >= SIDE - 2;
      }
    }
    return blocked;
  }

  private static boolean[] random(SplittableRandom random) {
    boolean[] blocked = open();
    int islands = random.nextInt(12);
    for (int n = 0; n < islands; n++) {
      int row = random.nextInt(SIDE);
      int column = random.nextInt(SIDE);
      int high = 1 + random.nextInt(9);
      int wide = 1 + random.nextInt(9);
      for (int r = row; r < Math.min(SIDE, row + high); r++) {
        Arrays.fill(blocked, r * SIDE + column, r * SIDE + Math.min(SIDE, column + wide), true);
      }
    }
    return blocked;
  }

  /** Plain Dijkstra; each step is a straight line that touches no land, so a way a ship has. */
  private static double[] plain(Window window, int start) {
    double[] best = new double[SIDE * SIDE];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[start] = 0;
    record At(int cell, double way) {}
    PriorityQueue<At> queue = new PriorityQueue<>((a, b) -> Double.compare(a.way(), b.way()));
    queue.add(new At(start, 0));
    while (!queue.isEmpty()) {
      At at = queue.remove();
      if (at.way() > best[at.cell()]) {
        continue;
      }
      int r = at.cell() / SIDE;
      int c = at.cell() % SIDE;
      for (int r2 = Math.max(0, r - SEEN); r2 <= Math.min(SIDE - 1, r + SEEN); r2++) {
        for (int c2 = Math.max(0, c - SEEN); c2 <= Math.min(SIDE - 1, c + SEEN); c2++) {
          double width = (window.columnMetres(r) + window.columnMetres(r2)) / 2;
          double way = at.way() + Math.hypot((r2 - r) * window.rowMetres(), (c2 - c) * width);
          if (way < best[r2 * SIDE + c2] && sees(window, r, c, r2, c2)) {
            best[r2 * SIDE + c2] = way;
            queue.add(new At(r2 * SIDE + c2, way));
          }
        }
      }
    }
    return best;
  }

  private static boolean sees(Window window, int r, int c, int r2, int c2) {
    // Fine enough to meet every corner that a step of up to seven cells can pass through.
    for (int i = 0; i <= 1680; i++) {
      double y = r + (r2 - r) * i / 1680.0;
      double x = c + (c2 - c) * i / 1680.0;
      for (double dy : new double[] {-1e-6, 1e-6}) {
        int row = (int) Math.floor(y + dy + 0.5);
        if (window.blocked[row * SIDE + (int) Math.floor(x + 1e-6 + 0.5)]
            || window.blocked[row * SIDE + (int) Math.floor(x - 1e-6 + 0.5)]) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void noWayOverRandomIslandsIsSaidToBeLongerThanAWayThatIsThere() {
    SplittableRandom random = new SplittableRandom(17);
    for (int n = 0; n < 60; n++) {
      Window window = window(n % 3 * 24, random(random));
      int start = freeCell(window, random);
      if (start < 0) {
        continue;
      }
      float[] field = WaterField.from(window, start, 1e9, -1, null);
      double[] plain = plain(window, start);
      double stretch = WaterField.stretch(window);
      double cell = Math.max(window.rowMetres(), window.widestColumnMetres());
      for (int i = 0; i < field.length; i++) {
        if (Double.isInfinite(plain[i])) {
          continue;
        }
        assertThat(field[i] / stretch).as("grid %d cell %d", n, i).isLessThan(plain[i] + 1);
        // Nor much shorter: the search that looks is itself a little too long.
        assertThat(field[i]).isGreaterThan((float) (plain[i] * 0.97 - 2 * cell));
      }
    }
  }

  private static int freeCell(Window window, SplittableRandom random) {
    for (int n = 0; n < 1000; n++) {
      int cell = random.nextInt(window.blocked.length);
      if (!window.blocked[cell]) {
        return cell;
      }
    }
    return -1;
  }

  @Test
  void aWallAcrossTheWindowLeavesNoWay() {
    boolean[] blocked = open();
    Arrays.fill(blocked, 14 * SIDE, 15 * SIDE, true);
    float[] field = WaterField.from(window(0, blocked), 5 * SIDE + 14, 1e9, -1, null);
    assertThat(field[13 * SIDE + 14]).isFinite();
    assertThat(field[20 * SIDE + 14]).isInfinite();
  }

  @Test
  void twoCellsThatTouchAtACornerLeaveNoWayBetweenThem() {
    boolean[] blocked = open();
    for (int i = 0; i < SIDE; i++) {
      blocked[i * SIDE + i] = true;
    }
    float[] field = WaterField.from(window(0, blocked), 20 * SIDE + 5, 1e9, -1, null);
    assertThat(field[5 * SIDE + 20]).isInfinite();
  }

  @Test
  void overOpenWaterTwelveCellsAlongARowAreTwelveCells() {
    Window window = window(0, open());
    float[] field = WaterField.from(window, 10 * SIDE + 4, 1e9, -1, null);
    // A 64th of a degree at the equator is 1,737.4 m.
    assertThat((double) field[10 * SIDE + 16]).isCloseTo(12 * 1737.4, within(5.0));
    assertThat(WaterField.stretch(window)).isCloseTo(1.0275, within(0.001));
  }

  @Test
  void waysEndAtTheLimit() {
    Window window = window(0, open());
    float[] field = WaterField.from(window, 10 * SIDE + 4, 5_000, -1, null);
    assertThat(field[10 * SIDE + 6]).isFinite();
    assertThat(field[10 * SIDE + 20]).isInfinite();
  }
}
