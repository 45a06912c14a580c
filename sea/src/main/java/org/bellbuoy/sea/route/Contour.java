package org.bellbuoy.sea.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Position;

/**
 * The areas where a value on the middles of a window's cells is above zero (marching squares). The
 * border of the window must be below zero, so that every line closes. Pure functions.
 */
final class Contour {
  private Contour() {}

  /** The areas, outer rings anticlockwise as GeoJSON wants them, each with its holes. */
  static List<Geometry.Polygon> areas(Window window, double[] value) {
    Map<Long, long[]> next = segments(window, value);
    List<List<Position>> outer = new ArrayList<>();
    List<List<Position>> holes = new ArrayList<>();
    List<Long> starts = new ArrayList<>(next.keySet());
    starts.sort(null);
    for (long start : starts) {
      List<Position> ring = new ArrayList<>();
      long at = start;
      while (true) {
        long[] to = next.remove(at);
        if (to == null) {
          break;
        }
        ring.add(place(window, value, at));
        at = to[0];
      }
      if (ring.isEmpty()) {
        continue;
      }
      ring.add(ring.getFirst());
      (area(ring) > 0 ? outer : holes).add(ring);
    }
    List<Geometry.Polygon> areas = new ArrayList<>();
    for (int i = 0; i < outer.size(); i++) {
      List<List<Position>> rings = new ArrayList<>(List.of(outer.get(i)));
      for (List<Position> hole : holes) {
        if (smallestAround(hole, outer) == i) {
          rings.add(hole);
        }
      }
      areas.add(new Geometry.Polygon(rings));
    }
    return areas;
  }

  /**
   * Pieces of line by the grid edge they begin on, with the edge they end on; what is above zero
   * lies on their left. An edge is named by its cell and whether it leads east (0) or north (1).
   */
  private static Map<Long, long[]> segments(Window window, double[] value) {
    Map<Long, long[]> next = new HashMap<>();
    int columns = window.columns;
    for (int r = 0; r + 1 < window.rows; r++) {
      for (int c = 0; c + 1 < columns; c++) {
        int cell = r * columns + c;
        boolean sw = value[cell] > 0;
        boolean se = value[cell + 1] > 0;
        boolean ne = value[cell + columns + 1] > 0;
        boolean nw = value[cell + columns] > 0;
        long south = 2L * cell;
        long west = 2L * cell + 1;
        long north = 2L * (cell + columns);
        long east = 2L * (cell + 1) + 1;
        // Two opposite corners alone are two areas: they touch nowhere.
        corner(next, sw, nw, se, south, west);
        corner(next, se, sw, ne, east, south);
        corner(next, ne, se, nw, north, east);
        corner(next, nw, ne, sw, west, north);
        through(next, sw && se && !ne && !nw, east, west);
        through(next, ne && nw && !sw && !se, west, east);
        through(next, sw && nw && !se && !ne, south, north);
        through(next, se && ne && !sw && !nw, north, south);
        // One corner missing: the line turns round it.
        through(next, !sw && se && ne && nw, west, south);
        through(next, sw && !se && ne && nw, south, east);
        through(next, sw && se && !ne && nw, east, north);
        through(next, sw && se && ne && !nw, north, west);
      }
    }
    return next;
  }

  /** A corner whose two neighbours are below zero is cut off, whatever lies opposite. */
  private static void corner(
      Map<Long, long[]> next, boolean in, boolean one, boolean other, long from, long to) {
    through(next, in && !one && !other, from, to);
  }

  private static void through(Map<Long, long[]> next, boolean there, long from, long to) {
    if (there) {
      next.put(from, new long[] {to});
    }
  }

  /** Where the value passes zero on a grid edge. */
  private static Position place(Window window, double[] value, long edge) {
    int cell = (int) (edge >> 1);
    boolean northward = (edge & 1) != 0;
    int r = cell / window.columns;
    int c = cell % window.columns;
    double here = value[cell];
    double there = value[northward ? cell + window.columns : cell + 1];
    double share = Math.clamp(here / (here - there), 0, 1);
    double latitude = window.latitude(r) + (northward ? share * window.lattice.rowDegrees() : 0);
    double longitude =
        window.longitude(c) + (northward ? 0 : share * window.lattice.columnDegrees());
    return new Position(longitude, latitude);
  }

  private static double area(List<Position> ring) {
    double twice = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      Position a = ring.get(i);
      Position b = ring.get(i + 1);
      twice +=
          a.longitudeDegrees() * b.latitudeDegrees() - b.longitudeDegrees() * a.latitudeDegrees();
    }
    return twice / 2;
  }

  private static int smallestAround(List<Position> hole, List<List<Position>> outer) {
    int found = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < outer.size(); i++) {
      double area = area(outer.get(i));
      if (area < least && holds(outer.get(i), hole.getFirst())) {
        least = area;
        found = i;
      }
    }
    return found;
  }

  private static boolean holds(List<Position> ring, Position at) {
    boolean in = false;
    for (int i = 0; i + 1 < ring.size(); i++) {
      Position a = ring.get(i);
      Position b = ring.get(i + 1);
      if ((a.latitudeDegrees() > at.latitudeDegrees())
          != (b.latitudeDegrees() > at.latitudeDegrees())) {
        double share =
            (at.latitudeDegrees() - a.latitudeDegrees())
                / (b.latitudeDegrees() - a.latitudeDegrees());
        double x = a.longitudeDegrees() + share * (b.longitudeDegrees() - a.longitudeDegrees());
        in ^= at.longitudeDegrees() < x;
      }
    }
    return in;
  }
}
