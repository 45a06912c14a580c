package org.bellbuoy.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Line;
import org.bellbuoy.core.finding.Geometry.MultiLine;
import org.bellbuoy.core.finding.Geometry.MultiPolygon;
import org.bellbuoy.core.finding.Geometry.Point;
import org.bellbuoy.core.finding.Geometry.Polygon;
import org.bellbuoy.core.finding.Geometry.Position;

/** Takes geometries out of what {@link Wkb} wrote. */
final class WkbReader {
  private static final int POSITION_BYTES = 16;

  private WkbReader() {}

  /**
   * The geometry.
   *
   * @throws IllegalArgumentException where the bytes are none
   */
  static Geometry read(byte[] bytes) {
    try {
      return read(ByteBuffer.wrap(bytes));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("geometry ends within a shape", e);
    }
  }

  private static Geometry read(ByteBuffer in) {
    in.order(in.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int type = in.getInt();
    return switch (type) {
      case 1 -> new Point(position(in));
      case 2 -> new Line(positions(in));
      case 3 -> {
        List<List<Position>> rings = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
          rings.add(positions(in));
        }
        yield new Polygon(rings);
      }
      case 5 -> {
        List<Line> lines = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
          lines.add((Line) part(in, Line.class));
        }
        yield new MultiLine(lines);
      }
      case 6 -> {
        List<Polygon> polygons = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
          polygons.add((Polygon) part(in, Polygon.class));
        }
        yield new MultiPolygon(polygons);
      }
      default -> throw new IllegalArgumentException("geometry has shape " + type + ", not known");
    };
  }

  private static Geometry part(ByteBuffer in, Class<?> wanted) {
    Geometry part = read(in);
    if (!wanted.isInstance(part)) {
      throw new IllegalArgumentException("geometry has a part of another kind");
    }
    return part;
  }

  private static List<Position> positions(ByteBuffer in) {
    int count = in.getInt();
    if (count < 0 || count > in.remaining() / POSITION_BYTES) {
      throw new IllegalArgumentException("geometry tells more positions than it has");
    }
    List<Position> positions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      positions.add(position(in));
    }
    return positions;
  }

  private static Position position(ByteBuffer in) {
    return new Position(in.getDouble(), in.getDouble());
  }
}
