package org.bellbuoy.core.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Line;
import org.bellbuoy.core.finding.Geometry.MultiLine;
import org.bellbuoy.core.finding.Geometry.MultiPolygon;
import org.bellbuoy.core.finding.Geometry.Point;
import org.bellbuoy.core.finding.Geometry.Polygon;
import org.bellbuoy.core.finding.Geometry.Position;

/**
 * Brings shapes whose longitudes run on beyond ±180 into the range of RFC 7946 by cutting them
 * there. What already lies in range is left as it is, so cutting twice changes nothing.
 */
public final class Antimeridian {
  private static final double EDGE_DEGREES = 180;
  private static final double TURN_DEGREES = 360;

  /** More turns than any track makes; beyond it the number is no longitude. */
  private static final double LONGEST_DEGREES = 3 * TURN_DEGREES;

  private Antimeridian() {}

  /**
   * The same shape within ±180.
   *
   * @throws IllegalArgumentException when a position is no place on Earth
   */
  public static Geometry cut(Geometry geometry) {
    return switch (geometry) {
      case Point point -> new Point(wrapped(rounded(point.at())));
      case Line line -> ofLines(lines(line));
      case MultiLine all ->
          ofLines(all.lines().stream().flatMap(line -> lines(line).stream()).toList());
      case Polygon polygon -> ofPolygons(polygons(polygon));
      case MultiPolygon all ->
          ofPolygons(
              all.polygons().stream().flatMap(polygon -> polygons(polygon).stream()).toList());
    };
  }

  private static Geometry ofLines(List<Line> lines) {
    return lines.size() == 1 ? lines.getFirst() : new MultiLine(lines);
  }

  private static Geometry ofPolygons(List<Polygon> polygons) {
    return polygons.size() == 1 ? polygons.getFirst() : new MultiPolygon(polygons);
  }

  private static List<Line> lines(Line line) {
    List<Position> rest =
        inFirstTurn(line.positions().stream().map(Antimeridian::rounded).toList());
    if (rest.size() == 1) {
      // A line needs two positions; a stay in one place is still drawn.
      return List.of(new Line(List.of(rest.getFirst(), rest.getFirst())));
    }
    List<Line> pieces = new ArrayList<>();
    List<Position> piece = new ArrayList<>();
    double start = rest.isEmpty() ? 0 : rest.getFirst().longitudeDegrees();
    double shift = Math.max(0, Math.ceil((start - EDGE_DEGREES) / TURN_DEGREES)) * TURN_DEGREES;
    for (int i = 0; i < rest.size(); i++) {
      Position next = rest.get(i);
      while (next.longitudeDegrees() - shift > EDGE_DEGREES
          || next.longitudeDegrees() - shift < -EDGE_DEGREES) {
        double side = next.longitudeDegrees() - shift > EDGE_DEGREES ? 1 : -1;
        double latitude = crossing(rest.get(i - 1), next, shift + side * EDGE_DEGREES);
        piece.add(new Position(side * EDGE_DEGREES, latitude));
        addLine(pieces, piece);
        piece = new ArrayList<>(List.of(new Position(-side * EDGE_DEGREES, latitude)));
        shift += side * TURN_DEGREES;
      }
      piece.add(rounded(new Position(next.longitudeDegrees() - shift, next.latitudeDegrees())));
    }
    addLine(pieces, piece);
    return pieces;
  }

  private static void addLine(List<Line> pieces, List<Position> piece) {
    Position first = piece.getFirst();
    boolean touchesOnly =
        Math.abs(first.longitudeDegrees()) == EDGE_DEGREES
            && piece.stream().allMatch(first::equals);
    // Touching the edge leaves a piece without length; a stay anywhere else is still drawn.
    if (piece.size() > 1 && !touchesOnly) {
      pieces.add(new Line(piece));
    }
  }

  private static List<Polygon> polygons(Polygon polygon) {
    List<Polygon> done = new ArrayList<>();
    if (polygon.rings().isEmpty()) {
      return done;
    }
    List<Position> all = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (List<Position> ring : polygon.rings()) {
      all.addAll(closed(ring.stream().map(Antimeridian::rounded).toList()));
      ends.add(all.size());
    }
    List<Position> shifted = inFirstTurn(all);
    List<List<Position>> rest = new ArrayList<>();
    int from = 0;
    for (int end : ends) {
      rest.add(shifted.subList(from, end));
      from = end;
    }
    while (rest.stream().flatMap(List::stream).anyMatch(Antimeridian::beyond)) {
      done.addAll(assembled(side(rest, 1)));
      rest =
          side(rest, -1).stream()
              .map(ring -> ring.stream().map(p -> moved(p, -TURN_DEGREES)).toList())
              .toList();
    }
    done.addAll(assembled(rest));
    return done;
  }

  private static boolean beyond(Position position) {
    return position.longitudeDegrees() > EDGE_DEGREES;
  }

  /**
   * The parts of rings on one side of the edge: 1 for west of it, -1 for beyond. Where rings leave
   * and enter, they are joined along the edge in pairs of neighbouring crossings, which keeps bays
   * and holes apart instead of bridging them.
   */
  private static List<List<Position>> side(List<List<Position>> rings, int side) {
    List<List<Position>> parts = new ArrayList<>();
    List<List<Position>> chains = new ArrayList<>();
    for (List<Position> ring : rings) {
      int start = firstEntry(ring, side);
      if (start < 0) {
        if (inside(ring.getFirst(), side)) {
          parts.add(ring);
        }
        continue;
      }
      List<Position> chain = new ArrayList<>();
      int count = ring.size() - 1;
      for (int step = 0; step < count; step++) {
        Position a = ring.get((start + step) % count);
        Position b = ring.get((start + step + 1) % count);
        if (inside(a, side) != inside(b, side)) {
          chain.add(new Position(EDGE_DEGREES, crossing(a, b, EDGE_DEGREES)));
          if (inside(a, side)) {
            chains.add(chain);
            chain = new ArrayList<>();
          }
        }
        if (inside(b, side)) {
          chain.add(b);
        }
      }
    }
    join(chains, parts);
    return parts;
  }

  /** Index of the last position outside before the ring comes in, -1 where it never crosses. */
  private static int firstEntry(List<Position> ring, int side) {
    for (int i = 0; i + 1 < ring.size(); i++) {
      if (!inside(ring.get(i), side) && inside(ring.get(i + 1), side)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean inside(Position position, int side) {
    return beyond(position) == side < 0;
  }

  private record End(int chain, boolean first, double latitude) {}

  private static void join(List<List<Position>> chains, List<List<Position>> parts) {
    List<End> ends = new ArrayList<>();
    for (int i = 0; i < chains.size(); i++) {
      ends.add(new End(i, true, chains.get(i).getFirst().latitudeDegrees()));
      ends.add(new End(i, false, chains.get(i).getLast().latitudeDegrees()));
    }
    ends.sort(Comparator.comparingDouble(End::latitude));
    int[] partner = new int[2 * chains.size()];
    for (int i = 0; i + 1 < ends.size(); i += 2) {
      int low = code(ends.get(i));
      int high = code(ends.get(i + 1));
      partner[low] = high;
      partner[high] = low;
    }
    boolean[] used = new boolean[chains.size()];
    for (int i = 0; i < chains.size(); i++) {
      if (used[i]) {
        continue;
      }
      List<Position> ring = new ArrayList<>();
      int entry = 2 * i;
      while (!used[entry / 2]) {
        used[entry / 2] = true;
        List<Position> chain = chains.get(entry / 2);
        ring.addAll(entry % 2 == 0 ? chain : chain.reversed());
        entry = partner[entry ^ 1];
      }
      parts.add(closed(ring));
    }
  }

  private static int code(End end) {
    return 2 * end.chain() + (end.first() ? 0 : 1);
  }

  /** Rings as polygons: each hole with the outer ring that holds it, both turned as they should. */
  private static List<Polygon> assembled(List<List<Position>> rings) {
    List<List<Position>> real =
        rings.stream().filter(ring -> ring.stream().distinct().count() > 2).toList();
    List<List<List<Position>>> polygons = new ArrayList<>();
    List<List<Position>> holes = new ArrayList<>();
    for (int i = 0; i < real.size(); i++) {
      List<Position> ring = real.get(i);
      int around = 0;
      for (int j = 0; j < real.size(); j++) {
        if (i != j && holds(real.get(j), ring)) {
          around++;
        }
      }
      if (around % 2 == 0) {
        polygons.add(new ArrayList<>(List.of(turned(ring, true))));
      } else {
        holes.add(ring);
      }
    }
    for (List<Position> hole : holes) {
      for (List<List<Position>> polygon : polygons) {
        if (holds(polygon.getFirst(), hole)) {
          polygon.add(turned(hole, false));
          break;
        }
      }
    }
    return polygons.stream().map(Polygon::new).toList();
  }

  private static boolean holds(List<Position> outer, List<Position> inner) {
    // A hole may touch its ring, so the first of its positions that is no corner there decides.
    Position probe =
        inner.stream().filter(p -> !outer.contains(p)).findFirst().orElse(inner.getFirst());
    boolean in = false;
    for (int i = 0; i + 1 < outer.size(); i++) {
      Position a = outer.get(i);
      Position b = outer.get(i + 1);
      if (a.latitudeDegrees() > probe.latitudeDegrees()
              != b.latitudeDegrees() > probe.latitudeDegrees()
          && probe.longitudeDegrees()
              < a.longitudeDegrees()
                  + (b.longitudeDegrees() - a.longitudeDegrees())
                      * (probe.latitudeDegrees() - a.latitudeDegrees())
                      / (b.latitudeDegrees() - a.latitudeDegrees())) {
        in = !in;
      }
    }
    return in;
  }

  private static List<Position> turned(List<Position> ring, boolean counterClockwise) {
    double twiceArea = 0;
    Position origin = ring.getFirst();
    for (int i = 0; i + 1 < ring.size(); i++) {
      Position a = ring.get(i);
      Position b = ring.get(i + 1);
      twiceArea +=
          (a.longitudeDegrees() - origin.longitudeDegrees())
                  * (b.latitudeDegrees() - origin.latitudeDegrees())
              - (b.longitudeDegrees() - origin.longitudeDegrees())
                  * (a.latitudeDegrees() - origin.latitudeDegrees());
    }
    boolean wrongWay = counterClockwise ? twiceArea < 0 : twiceArea > 0;
    return wrongWay ? ring.reversed() : ring;
  }

  private static List<Position> closed(List<Position> ring) {
    if (ring.isEmpty() || ring.getFirst().equals(ring.getLast())) {
      return ring;
    }
    List<Position> whole = new ArrayList<>(ring);
    whole.add(ring.getFirst());
    return whole;
  }

  /** The same shape moved by whole turns so that its western end lies in range. */
  private static List<Position> inFirstTurn(List<Position> positions) {
    double west =
        positions.stream().mapToDouble(Position::longitudeDegrees).min().orElse(-EDGE_DEGREES);
    double east =
        positions.stream().mapToDouble(Position::longitudeDegrees).max().orElse(EDGE_DEGREES);
    if (west >= -EDGE_DEGREES && east <= EDGE_DEGREES) {
      return positions;
    }
    double shift = -TURN_DEGREES * Math.floor((west + EDGE_DEGREES) / TURN_DEGREES);
    return positions.stream().map(position -> moved(position, shift)).toList();
  }

  private static Position moved(Position position, double byDegrees) {
    return rounded(
        new Position(position.longitudeDegrees() + byDegrees, position.latitudeDegrees()));
  }

  private static double crossing(Position a, Position b, double longitude) {
    double share =
        (longitude - a.longitudeDegrees()) / (b.longitudeDegrees() - a.longitudeDegrees());
    return round(a.latitudeDegrees() + share * (b.latitudeDegrees() - a.latitudeDegrees()));
  }

  private static Position wrapped(Position position) {
    return inFirstTurn(List.of(position)).getFirst();
  }

  private static Position rounded(Position position) {
    double longitude = position.longitudeDegrees();
    double latitude = position.latitudeDegrees();
    if (!(Math.abs(longitude) <= LONGEST_DEGREES) || !Double.isFinite(latitude)) {
      throw new IllegalArgumentException(
          "place: longitude "
              + longitude
              + " and latitude "
              + latitude
              + " are no place on Earth.");
    }
    // A circle drawn around a pole may overshoot it by rounding.
    return new Position(round(longitude), Math.clamp(round(latitude), -90.0, 90.0));
  }

  private static double round(double degrees) {
    return BigDecimal.valueOf(degrees)
            .setScale(GeoJson.COORDINATE_PLACES, RoundingMode.HALF_EVEN)
            .doubleValue()
        + 0.0;
  }
}
