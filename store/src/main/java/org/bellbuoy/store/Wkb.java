package org.bellbuoy.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Line;
import org.bellbuoy.core.finding.Geometry.MultiLine;
import org.bellbuoy.core.finding.Geometry.MultiPolygon;
import org.bellbuoy.core.finding.Geometry.Point;
import org.bellbuoy.core.finding.Geometry.Polygon;
import org.bellbuoy.core.finding.Geometry.Position;

/** Geometries as well-known binary, little-endian, as GeoParquet holds them. */
final class Wkb {
  private static final int HEAD_BYTES = 5;
  private static final int COUNT_BYTES = 4;
  private static final int POSITION_BYTES = 16;

  private Wkb() {}

  static byte[] of(Geometry geometry) {
    ByteBuffer out = ByteBuffer.allocate(size(geometry)).order(ByteOrder.LITTLE_ENDIAN);
    put(geometry, out);
    return out.array();
  }

  static byte[] point(double longitudeDegrees, double latitudeDegrees) {
    return head(1, ByteBuffer.allocate(HEAD_BYTES + POSITION_BYTES).order(ByteOrder.LITTLE_ENDIAN))
        .putDouble(longitudeDegrees)
        .putDouble(latitudeDegrees)
        .array();
  }

  private static int size(Geometry geometry) {
    return HEAD_BYTES
        + switch (geometry) {
          case Point point -> POSITION_BYTES;
          case Line line -> size(line.positions());
          case MultiLine all -> COUNT_BYTES + all.lines().stream().mapToInt(Wkb::size).sum();
          case Polygon polygon -> COUNT_BYTES + polygon.rings().stream().mapToInt(Wkb::size).sum();
          case MultiPolygon all -> COUNT_BYTES + all.polygons().stream().mapToInt(Wkb::size).sum();
        };
  }

  private static int size(List<Position> positions) {
    return COUNT_BYTES + POSITION_BYTES * positions.size();
  }

  private static void put(Geometry geometry, ByteBuffer out) {
    switch (geometry) {
      case Point point ->
          head(1, out)
              .putDouble(point.at().longitudeDegrees())
              .putDouble(point.at().latitudeDegrees());
      case Line line -> {
        head(2, out);
        put(line.positions(), out);
      }
      case MultiLine all -> {
        head(5, out).putInt(all.lines().size());
        all.lines().forEach(line -> put(line, out));
      }
      case Polygon polygon -> {
        head(3, out).putInt(polygon.rings().size());
        polygon.rings().forEach(ring -> put(ring, out));
      }
      case MultiPolygon all -> {
        head(6, out).putInt(all.polygons().size());
        all.polygons().forEach(polygon -> put(polygon, out));
      }
    }
  }

  private static ByteBuffer head(int type, ByteBuffer out) {
    return out.put((byte) 1).putInt(type);
  }

  private static void put(List<Position> positions, ByteBuffer out) {
    out.putInt(positions.size());
    for (Position position : positions) {
      out.putDouble(position.longitudeDegrees()).putDouble(position.latitudeDegrees());
    }
  }
}
