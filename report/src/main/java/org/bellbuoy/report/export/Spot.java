package org.bellbuoy.report.export;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Line;
import org.bellbuoy.core.finding.Geometry.MultiLine;
import org.bellbuoy.core.finding.Geometry.MultiPolygon;
import org.bellbuoy.core.finding.Geometry.Point;
import org.bellbuoy.core.finding.Geometry.Polygon;
import org.bellbuoy.core.finding.Geometry.Position;
import org.jspecify.annotations.Nullable;

/**
 * A shape as a point and a circle around it, for formats that know no shapes: the middle of its
 * bounds, and the distance to the furthest of its positions.
 *
 * @param latitudeDegrees within ±90
 * @param longitudeDegrees within ±180
 * @param radiusMetres within which the whole shape lies; 0 for a single point
 */
record Spot(double latitudeDegrees, double longitudeDegrees, double radiusMetres) {
  /** Mean radius of the Earth, IUGG 1980. */
  private static final double EARTH_METRES = 6_371_008.8;

  /** The spot of a shape; null where there is none, or where it is no place on Earth. */
  static @Nullable Spot of(@Nullable Geometry shape) {
    if (shape == null) {
      return null;
    }
    List<Position> positions = positions(shape);
    if (positions.isEmpty()
        || positions.stream()
            .anyMatch(
                p ->
                    !(Math.abs(p.latitudeDegrees()) <= 90)
                        || !(Math.abs(p.longitudeDegrees()) <= 1080))) {
      return null;
    }
    double west = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (Position p : positions) {
      west = Math.min(west, p.longitudeDegrees());
      east = Math.max(east, p.longitudeDegrees());
      south = Math.min(south, p.latitudeDegrees());
      north = Math.max(north, p.latitudeDegrees());
    }
    Position middle = new Position((west + east) / 2, (south + north) / 2);
    double radius = 0;
    for (Position p : positions) {
      radius = Math.max(radius, metres(middle, p));
    }
    double longitude = Math.IEEEremainder(middle.longitudeDegrees(), 360);
    return new Spot(middle.latitudeDegrees(), longitude, radius);
  }

  private static List<Position> positions(Geometry shape) {
    return switch (shape) {
      case Point point -> List.of(point.at());
      case Line line -> line.positions();
      case MultiLine lines -> lines.lines().stream().flatMap(l -> l.positions().stream()).toList();
      case Polygon polygon -> polygon.rings().isEmpty() ? List.of() : polygon.rings().getFirst();
      case MultiPolygon polygons -> {
        List<Position> all = new ArrayList<>();
        for (Polygon polygon : polygons.polygons()) {
          all.addAll(positions(polygon));
        }
        yield all;
      }
    };
  }

  /** Great-circle distance by the haversine formula. */
  private static double metres(Position a, Position b) {
    double latitudes = Math.toRadians(b.latitudeDegrees() - a.latitudeDegrees());
    double longitudes = Math.toRadians(b.longitudeDegrees() - a.longitudeDegrees());
    double h =
        Math.pow(Math.sin(latitudes / 2), 2)
            + Math.cos(Math.toRadians(a.latitudeDegrees()))
                * Math.cos(Math.toRadians(b.latitudeDegrees()))
                * Math.pow(Math.sin(longitudes / 2), 2);
    return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
