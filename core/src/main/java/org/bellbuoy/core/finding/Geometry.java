package org.bellbuoy.core.finding;

import java.util.List;

/**
 * A GeoJSON geometry (RFC 7946). Longitudes may run beyond ±180 inside the program so that a shape
 * across the antimeridian stays whole; they are wrapped or cut on export.
 */
public sealed interface Geometry {
  /**
   * One place.
   *
   * @param longitudeDegrees east positive
   * @param latitudeDegrees north positive
   */
  record Position(double longitudeDegrees, double latitudeDegrees) {}

  /** A single place. */
  record Point(Position at) implements Geometry {}

  /** A path. */
  record Line(List<Position> positions) implements Geometry {
    public Line {
      positions = List.copyOf(positions);
    }
  }

  /** Several paths. */
  record MultiLine(List<Line> lines) implements Geometry {
    public MultiLine {
      lines = List.copyOf(lines);
    }
  }

  /** An area: the outer ring first, then holes; each ring closed. */
  record Polygon(List<List<Position>> rings) implements Geometry {
    public Polygon {
      rings = rings.stream().map(List::copyOf).toList();
    }
  }

  /** Several areas. */
  record MultiPolygon(List<Polygon> polygons) implements Geometry {
    public MultiPolygon {
      polygons = List.copyOf(polygons);
    }
  }

  /** A point at that place. */
  static Geometry point(double latitudeDegrees, double longitudeDegrees) {
    return new Point(new Position(longitudeDegrees, latitudeDegrees));
  }
}
