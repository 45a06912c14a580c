package org.bellbuoy.atlas;

import java.util.ArrayList;
import java.util.List;

/** Cuts land polygons to a box and thins them for drawing. */
final class Outlines {
  private static final int WEST = 0;
  private static final int EAST = 1;
  private static final int SOUTH = 2;
  private static final int NORTH = 3;

  /** More turns than any box is wide, so a ring around the pole always covers the box. */
  private static final int TURNS = 4;

  private final Shores shores;

  Outlines(Shores shores) {
    this.shores = shores;
  }

  List<double[]> within(BoundingBox box, double toleranceDegrees) {
    double[] sides = {
      box.westDegrees(), box.continuousEastDegrees(), box.southDegrees(), box.northDegrees()
    };
    List<double[]> rings = new ArrayList<>();
    for (int r = 0; r + 1 < shores.ringStart().length; r++) {
      int from = shores.ringStart()[r];
      int to = shores.ringStart()[r + 1];
      if (reachesLatitudes(from, to, sides)) {
        addRing(from, to, sides, toleranceDegrees, rings);
      }
    }
    return rings;
  }

  private boolean reachesLatitudes(int from, int to, double[] sides) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    long x = shores.lon()[from];
    long start = x;
    for (int i = from; i < to; i++) {
      low = Math.min(low, shores.lat()[i]);
      high = Math.max(high, shores.lat()[i]);
      x += i == from ? 0 : shores.lon()[i] - shores.lon()[i - 1];
    }
    boolean aroundPole = x != start;
    return BinaryAngle.toDegrees(high) >= sides[SOUTH]
        && (aroundPole || BinaryAngle.toDegrees(low) <= sides[NORTH]);
  }

  private void addRing(
      int from, int to, double[] sides, double toleranceDegrees, List<double[]> rings) {
    double[] ring = continuous(from, to);
    double turn = ring[ring.length - 2] - ring[0];
    if (Math.abs(turn) > 180) {
      addCut(aroundPole(ring, turn), sides, toleranceDegrees, rings);
      return;
    }
    double low = ring[0];
    double high = ring[0];
    for (int i = 2; i < ring.length; i += 2) {
      low = Math.min(low, ring[i]);
      high = Math.max(high, ring[i]);
    }
    int first = (int) Math.ceil((sides[WEST] - high) / 360);
    int last = (int) Math.floor((sides[EAST] - low) / 360);
    for (int k = first; k <= last; k++) {
      double[] shifted = ring.clone();
      for (int i = 0; i < shifted.length; i += 2) {
        shifted[i] += 360.0 * k;
      }
      addCut(shifted, sides, toleranceDegrees, rings);
    }
  }

  /** A ring's points with longitudes that run on past the antimeridian. */
  private double[] continuous(int from, int to) {
    double[] ring = new double[2 * (to - from)];
    long x = shores.lon()[from];
    for (int i = from; i < to; i++) {
      x += i == from ? 0 : shores.lon()[i] - shores.lon()[i - 1];
      ring[2 * (i - from)] = BinaryAngle.toDegrees(x);
      ring[2 * (i - from) + 1] = BinaryAngle.toDegrees(shores.lat()[i]);
    }
    return ring;
  }

  /** Antarctica's shore several times around the world, closed along the pole. */
  private static double[] aroundPole(double[] ring, double turn) {
    double[] turns = new double[(2 * TURNS + 1) * ring.length + 4];
    int at = 0;
    for (int k = -TURNS; k <= TURNS; k++) {
      for (int i = 0; i < ring.length; i += 2) {
        turns[at++] = ring[i] + k * turn;
        turns[at++] = ring[i + 1];
      }
    }
    turns[at] = turns[at - 2];
    turns[at + 1] = -90;
    turns[at + 2] = turns[0];
    turns[at + 3] = -90;
    return turns;
  }

  private static void addCut(
      double[] ring, double[] sides, double toleranceDegrees, List<double[]> rings) {
    double[] cut = ring;
    for (int side = WEST; side <= NORTH && cut.length > 0; side++) {
      cut = cut(cut, side, sides[side]);
    }
    if (cut.length == 0) {
      return;
    }
    double[] closed = Thinning.closed(cut);
    double[] thinned =
        toleranceDegrees == 0 ? closed : Thinning.thin(closed, sides, toleranceDegrees);
    // Three points and the first again; anything less has no area.
    if (thinned.length >= 8) {
      rings.add(thinned);
    }
  }

  /** Sutherland and Hodgman: what remains of a ring on the inner side of one line. */
  private static double[] cut(double[] ring, int side, double limit) {
    int axis = side == WEST || side == EAST ? 0 : 1;
    double sign = side == WEST || side == SOUTH ? 1 : -1;
    double[] kept = new double[2 * ring.length];
    int n = 0;
    int last = ring.length - 2;
    double before = sign * (ring[last + axis] - limit);
    for (int i = 0; i < ring.length; i += 2) {
      double now = sign * (ring[i + axis] - limit);
      if ((before < 0 && now > 0) || (before > 0 && now < 0)) {
        double share = before / (before - now);
        kept[n + axis] = limit;
        kept[n + 1 - axis] =
            ring[last + 1 - axis] + share * (ring[i + 1 - axis] - ring[last + 1 - axis]);
        n += 2;
      }
      if (now >= 0) {
        kept[n++] = ring[i];
        kept[n++] = ring[i + 1];
      }
      before = now;
      last = i;
    }
    return java.util.Arrays.copyOf(kept, n);
  }
}
