package org.bellbuoy.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Position;
import org.junit.jupiter.api.Test;

class GeoJsonTest {
  @Test
  void aPointBeyondTheAntimeridianIsWrapped() throws Exception {
    assertThat(json(Geometry.point(1, 190)))
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[-170.0,1.0]}");
    assertThat(json(Geometry.point(1, 180)))
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[180.0,1.0]}");
  }

  @Test
  void aLineAcrossTheAntimeridianIsCutWhereItCrosses() throws Exception {
    assertThat(json(line(170, 0, 190, 10)))
        .isEqualTo(
            "{\"type\":\"MultiLineString\",\"coordinates\":"
                + "[[[170.0,0.0],[180.0,5.0]],[[-180.0,5.0],[-170.0,10.0]]]}");
    assertThat(json(line(-190, 10, -170, 0))).contains("[170.0,10.0],[180.0,5.0]");
  }

  @Test
  void aLineThatOnlyTouchesTheAntimeridianStaysOne() throws Exception {
    assertThat(json(line(170, 0, 180, 5)))
        .isEqualTo("{\"type\":\"LineString\",\"coordinates\":[[170.0,0.0],[180.0,5.0]]}");
  }

  @Test
  void aPolygonAcrossTheAntimeridianIsCutAndTurnedCounterClockwise() throws Exception {
    Geometry clockwise = polygon(ring(170, 0, 170, 10, 190, 10, 190, 0, 170, 0));
    Geometry cut = Antimeridian.cut(clockwise);
    assertThat(cut).isInstanceOf(Geometry.MultiPolygon.class);
    for (Geometry.Polygon part : ((Geometry.MultiPolygon) cut).polygons()) {
      assertThat(area(part.rings().getFirst())).isEqualTo(100);
    }
  }

  @Test
  void aBayOpenToTheAntimeridianIsNotBridged() throws Exception {
    // A letter U lying on its side: its two arms reach over the edge.
    Geometry arms =
        polygon(ring(170, 0, 190, 0, 190, 2, 175, 2, 175, 8, 190, 8, 190, 10, 170, 10, 170, 0));
    List<Geometry.Polygon> parts = ((Geometry.MultiPolygon) Antimeridian.cut(arms)).polygons();
    assertThat(parts).hasSize(3);
    assertThat(parts.stream().mapToDouble(p -> area(p.rings().getFirst())).sum())
        .isEqualTo(20 * 10 - 15 * 6);
  }

  @Test
  void aHoleAcrossTheAntimeridianIsCutOutOfBothSides() throws Exception {
    Geometry holed =
        polygon(
            ring(170, 0, 190, 0, 190, 10, 170, 10, 170, 0),
            ring(175, 4, 185, 4, 185, 6, 175, 6, 175, 4),
            ring(171, 1, 172, 1, 172, 2, 171, 2, 171, 1));
    List<Geometry.Polygon> parts = ((Geometry.MultiPolygon) Antimeridian.cut(holed)).polygons();
    assertThat(parts).hasSize(2);
    double all =
        parts.stream().flatMap(p -> p.rings().stream()).mapToDouble(GeoJsonTest::area).sum();
    assertThat(all).isEqualTo(200 - 20 - 1);
    assertThat(parts.getFirst().rings()).hasSize(2);
    assertThat(area(parts.getFirst().rings().get(1))).as("holes run clockwise").isEqualTo(-1);
  }

  @Test
  void cuttingKeepsAreaAndCuttingAgainChangesNothing() throws Exception {
    SampleFindings samples = new SampleFindings(7);
    for (int i = 0; i < 2_000; i++) {
      Geometry shape = samples.geometry();
      Geometry cut = Antimeridian.cut(shape);
      assertThat(Antimeridian.cut(cut)).isEqualTo(cut);
      if (shape instanceof Geometry.Polygon polygon) {
        List<Geometry.Polygon> parts =
            cut instanceof Geometry.MultiPolygon many
                ? many.polygons()
                : List.of((Geometry.Polygon) cut);
        assertThat(parts.stream().mapToDouble(p -> area(p.rings().getFirst())).sum())
            .isCloseTo(
                Math.abs(area(polygon.rings().getFirst())),
                org.assertj.core.data.Offset.offset(0.001));
      }
    }
  }

  private static double area(List<Position> ring) {
    return IntStream.range(0, ring.size() - 1)
            .mapToDouble(
                i ->
                    ring.get(i).longitudeDegrees() * ring.get(i + 1).latitudeDegrees()
                        - ring.get(i + 1).longitudeDegrees() * ring.get(i).latitudeDegrees())
            .sum()
        / 2;
  }

  private static String json(Geometry geometry) throws Exception {
    StringWriter text = new StringWriter();
    try (JsonOut out = JsonOut.compact(text)) {
      GeoJson.write(geometry, out);
    }
    return text.toString();
  }

  private static Geometry line(double... numbers) {
    return new Geometry.Line(ring(numbers));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Geometry polygon(List<Position>... rings) {
    return new Geometry.Polygon(List.of(rings));
  }

  private static List<Position> ring(double... numbers) {
    return IntStream.range(0, numbers.length / 2)
        .mapToObj(i -> new Position(numbers[2 * i], numbers[2 * i + 1]))
        .toList();
  }
}
