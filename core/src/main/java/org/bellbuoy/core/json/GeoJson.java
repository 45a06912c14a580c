package org.bellbuoy.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
 * Geometries as RFC 7946 wants them: longitudes within ±180, shapes across the antimeridian cut,
 * outer rings counter-clockwise, coordinates to 6 places (about 10 cm).
 */
public final class GeoJson {
  static final int COORDINATE_PLACES = 6;

  private GeoJson() {}

  /** Writes a geometry, or null for none. */
  public static void write(@Nullable Geometry geometry, JsonOut out) throws IOException {
    Geometry ready = geometry == null ? null : Antimeridian.cut(geometry);
    switch (ready) {
      case null -> out.text(null);
      case Point point -> {
        open("Point", out);
        position(point.at(), out);
        out.endObject();
      }
      case Line line -> {
        open("LineString", out);
        positions(line.positions(), out);
        out.endObject();
      }
      case MultiLine lines -> {
        open("MultiLineString", out);
        out.array();
        for (Line line : lines.lines()) {
          positions(line.positions(), out);
        }
        out.endArray().endObject();
      }
      case Polygon polygon -> {
        open("Polygon", out);
        rings(polygon, out);
        out.endObject();
      }
      case MultiPolygon polygons -> {
        open("MultiPolygon", out);
        out.array();
        for (Polygon polygon : polygons.polygons()) {
          rings(polygon, out);
        }
        out.endArray().endObject();
      }
    }
  }

  /**
   * Reads a geometry; altitudes are dropped.
   *
   * @throws IllegalArgumentException naming what is wrong under {@code path}
   */
  public static Geometry read(JsonNode node, String path) {
    String type = Fields.of(node, path).text("type");
    JsonNode at = node.path("coordinates");
    String where = path + ".coordinates";
    return switch (type) {
      case "Point" -> new Point(position(at, where));
      case "LineString" -> new Line(positions(at, where));
      case "MultiLineString" -> {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : list(at, where)) {
          lines.add(new Line(positions(line, where)));
        }
        yield new MultiLine(lines);
      }
      case "Polygon" -> polygon(at, where);
      case "MultiPolygon" -> {
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode polygon : list(at, where)) {
          polygons.add(polygon(polygon, where));
        }
        yield new MultiPolygon(polygons);
      }
      default -> throw Fields.wrong(path + ".type", "a geometry type", node.path("type"));
    };
  }

  private static void open(String type, JsonOut out) throws IOException {
    out.object().text("type", type).name("coordinates");
  }

  private static void rings(Polygon polygon, JsonOut out) throws IOException {
    out.array();
    for (List<Position> ring : polygon.rings()) {
      positions(ring, out);
    }
    out.endArray();
  }

  private static void positions(List<Position> positions, JsonOut out) throws IOException {
    out.array();
    for (Position position : positions) {
      position(position, out);
    }
    out.endArray();
  }

  private static void position(Position position, JsonOut out) throws IOException {
    out.array()
        .places(position.longitudeDegrees(), COORDINATE_PLACES)
        .places(position.latitudeDegrees(), COORDINATE_PLACES)
        .endArray();
  }

  private static Polygon polygon(JsonNode node, String path) {
    List<List<Position>> rings = new ArrayList<>();
    for (JsonNode ring : list(node, path)) {
      rings.add(positions(ring, path));
    }
    return new Polygon(rings);
  }

  private static List<Position> positions(JsonNode node, String path) {
    List<Position> positions = new ArrayList<>();
    for (JsonNode position : list(node, path)) {
      positions.add(position(position, path));
    }
    return positions;
  }

  private static Position position(JsonNode node, String path) {
    if (!node.isArray() || node.size() < 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
      throw Fields.wrong(path, "longitude and latitude", node);
    }
    return new Position(node.get(0).doubleValue(), node.get(1).doubleValue());
  }

  private static JsonNode list(JsonNode node, String path) {
    if (!node.isArray()) {
      throw Fields.wrong(path, "a list", node);
    }
    return node;
  }
}
