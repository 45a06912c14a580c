package org.bellbuoy.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.finding.Geometry;

/**
 * A geometry as interleaved longitudes and latitudes, whole across the antimeridian. Positions that
 * are not on Earth are left out.
 */
record Shape(Kind kind, List<double[]> parts) {
  enum Kind {
    POINT,
    LINE,
    AREA
  }

  static Shape of(Geometry geometry) {
    List<double[]> parts = new ArrayList<>();
    Kind kind =
        switch (geometry) {
          case Geometry.Point point -> {
            add(parts, List.of(point.at()));
            yield Kind.POINT;
          }
          case Geometry.Line line -> {
            add(parts, line.positions());
            yield Kind.LINE;
          }
          case Geometry.MultiLine lines -> {
            lines.lines().forEach(line -> add(parts, line.positions()));
            yield Kind.LINE;
          }
          case Geometry.Polygon polygon -> {
            polygon.rings().forEach(ring -> add(parts, ring));
            yield Kind.AREA;
          }
          case Geometry.MultiPolygon polygons -> {
            polygons.polygons().forEach(p -> p.rings().forEach(ring -> add(parts, ring)));
            yield Kind.AREA;
          }
        };
    return new Shape(kind, parts);
  }

  private static void add(List<double[]> parts, List<Geometry.Position> positions) {
    double[] out = new double[positions.size() * 2];
    int used = 0;
    double last = parts.isEmpty() ? Double.NaN : parts.getFirst()[0];
    for (Geometry.Position position : positions) {
      double longitude = position.longitudeDegrees();
      double latitude = position.latitudeDegrees();
      if (!(Math.abs(longitude) <= 3600) || !(Math.abs(latitude) <= 90)) {
        continue;
      }
      if (!Double.isNaN(last) && Math.abs(longitude - last) > 180) {
        longitude += 360 * Math.rint((last - longitude) / 360);
      }
      last = longitude;
      out[used++] = longitude;
      out[used++] = latitude;
    }
    if (used > 0) {
      parts.add(used == out.length ? out : Arrays.copyOf(out, used));
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  Extent extent() {
    Extent extent = new Extent();
    for (double[] part : parts) {
      for (int i = 0; i < part.length; i += 2) {
        extent.add(part[i], part[i + 1]);
      }
    }
    return extent;
  }
}
