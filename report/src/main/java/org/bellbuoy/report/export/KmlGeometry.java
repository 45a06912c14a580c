package org.bellbuoy.report.export;

import java.io.IOException;
import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Line;
import org.bellbuoy.core.finding.Geometry.MultiLine;
import org.bellbuoy.core.finding.Geometry.MultiPolygon;
import org.bellbuoy.core.finding.Geometry.Point;
import org.bellbuoy.core.finding.Geometry.Polygon;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.core.json.Antimeridian;
import org.bellbuoy.core.json.Decimals;

/** Shapes in KML, cut at the antimeridian, longitude before latitude as KML wants it. */
final class KmlGeometry {
  private static final int COORDINATE_PLACES = 6;

  private KmlGeometry() {}

  static void write(Geometry shape, XmlOut xml) throws IOException {
    switch (Antimeridian.cut(shape)) {
      case Point point -> {
        xml.open("Point");
        coordinates(List.of(point.at()), xml);
        xml.close();
      }
      case Line line -> line(line, xml);
      case MultiLine lines -> {
        xml.open("MultiGeometry");
        for (Line line : lines.lines()) {
          line(line, xml);
        }
        xml.close();
      }
      case Polygon polygon -> polygon(polygon, xml);
      case MultiPolygon polygons -> {
        xml.open("MultiGeometry");
        for (Polygon polygon : polygons.polygons()) {
          polygon(polygon, xml);
        }
        xml.close();
      }
    }
  }

  private static void line(Line line, XmlOut xml) throws IOException {
    // Without tessellation a long line is drawn through the ground.
    xml.open("LineString").element("tessellate", "1");
    coordinates(line.positions(), xml);
    xml.close();
  }

  private static void polygon(Polygon polygon, XmlOut xml) throws IOException {
    xml.open("Polygon").element("tessellate", "1");
    String boundary = "outerBoundaryIs";
    for (List<Position> ring : polygon.rings()) {
      xml.open(boundary).open("LinearRing");
      coordinates(ring, xml);
      xml.close().close();
      boundary = "innerBoundaryIs";
    }
    xml.close();
  }

  private static void coordinates(List<Position> positions, XmlOut xml) throws IOException {
    StringBuilder text = new StringBuilder(24 * positions.size());
    for (Position position : positions) {
      text.append(text.isEmpty() ? "" : " ")
          .append(Decimals.places(position.longitudeDegrees(), COORDINATE_PLACES))
          .append(',')
          .append(Decimals.places(position.latitudeDegrees(), COORDINATE_PLACES));
    }
    xml.element("coordinates", text.toString());
  }
}
