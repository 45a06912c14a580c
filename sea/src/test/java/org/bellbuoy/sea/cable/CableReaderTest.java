package org.bellbuoy.sea.cable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.bellbuoy.core.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CableReaderTest {
  /** A degree of a great circle on the sphere of radius 6,371.0088 km, by hand. */
  private static final double DEGREE_KILOMETRES = 111.19508;

  private static Cables read(String json) throws SourceException {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Cables read(byte[] bytes) throws SourceException {
    return Cables.read(new ByteArrayInputStream(bytes), "routes.json", CableOptions.defaults());
  }

  private static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":%s}"
        .formatted(properties, geometry);
  }

  private static String line(String coordinates) {
    return "{\"type\":\"LineString\",\"coordinates\":" + coordinates + "}";
  }

  @Test
  void aLineAlongTheEquatorIsAsLongAsItsDegrees() throws SourceException {
    Cable cable = read(line("[[10,0],[13,0]]")).cables().getFirst();
    assertThat(cable.lengthKilometres()).isCloseTo(3 * DEGREE_KILOMETRES, within(1e-3));
    assertThat(cable.at(DEGREE_KILOMETRES).longitudeDegrees()).isCloseTo(11, within(1e-5));
    assertThat(cable.id()).isEqualTo("cable-1");
    assertThat(cable.uncertaintyMetres()).isEqualTo(5_000);
  }

  @Test
  void aLongEdgeFollowsTheParallelAsGeoJsonMeansIt() throws SourceException {
    CablePart part = read(line("[[-20,60],[20,60]]")).cables().getFirst().parts().getFirst();
    assertThat(part.size()).isEqualTo(41);
    assertThat(part.latitude(20)).isEqualTo(60);
    assertThat(part.longitude(20)).isCloseTo(0, within(1e-9));
  }

  @Test
  void partsSplitAtTheAntimeridianCountOnAsOneStretch() throws SourceException {
    Cable cable =
        read("{\"type\":\"MultiLineString\",\"coordinates\":[[[178,0],[180,0]],[[-180,0],[-177,0]]]}")
            .cables()
            .getFirst();
    assertThat(cable.parts()).hasSize(2);
    assertThat(cable.parts().get(1).stretch()).isEqualTo(1);
    assertThat(cable.parts().get(1).fromKilometres())
        .isEqualTo(cable.parts().get(0).toKilometres());
    assertThat(cable.lengthKilometres()).isCloseTo(5 * DEGREE_KILOMETRES, within(1e-3));
  }

  @Test
  void partsThatDoNotJoinAreNumberedAndContinueTheCount() throws SourceException {
    Cable cable =
        read("{\"type\":\"MultiLineString\",\"coordinates\":[[[0,0],[1,0]],[[5,0],[6,0]]]}")
            .cables()
            .getFirst();
    assertThat(cable.parts().get(1).stretch()).isEqualTo(2);
    assertThat(cable.parts().get(1).fromKilometres()).isCloseTo(DEGREE_KILOMETRES, within(1e-3));
    assertThat(cable.lengthKilometres()).isCloseTo(2 * DEGREE_KILOMETRES, within(1e-3));
  }

  @Test
  void aLineAcrossTheAntimeridianTakesTheShortWay() throws SourceException {
    for (String way : new String[] {"[[179,0],[-179,0]]", "[[179,0],[181,0]]"}) {
      Cable cable = read(line(way)).cables().getFirst();
      assertThat(cable.lengthKilometres()).isCloseTo(2 * DEGREE_KILOMETRES, within(1e-3));
    }
  }

  @Test
  void namesIdsAndUncertaintyAreFoundUnderTheirUsualNames() throws SourceException {
    Cables cables =
        read(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + feature(
                    "\"cable_id\":7,\"name\":\"Seven\",\"uncertainty_m\":120",
                    line("[[0,0],[1,1]]"))
                + ","
                + feature("\"id\":\"a\",\"feature_id\":\"a-0\"", line("[[0,0],[1,1]]"))
                + ","
                + feature("\"id\":\"a\",\"feature_id\":\"a-1\"", line("[[0,0],[1,1]]"))
                + ","
                + feature(
                    "\"id\":\"a\",\"uncertaintyMetres\":\"30\"",
                    "{\"type\":\"GeometryCollection\",\"geometries\":["
                        + line("[[0,0],[1,1]]")
                        + ",{\"type\":\"Point\",\"coordinates\":[1,1]}]}")
                + ",{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}]}");
    assertThat(cables.cables()).extracting(Cable::id).containsExactly("7", "a", "a-1", "a#2");
    assertThat(cables.cables())
        .extracting(Cable::uncertaintyMetres)
        .containsExactly(120.0, 5000.0, 5000.0, 30.0);
    assertThat(cables.cables().getFirst().name()).isEqualTo("Seven");
    assertThat(cables.skippedByType()).containsEntry("Point", 1).containsEntry("none", 1);
    assertThat(cables.skipped()).isEqualTo(2);
  }

  @Test
  void gzippedAndPlainAreReadAlike() throws IOException, SourceException {
    assertThat(read(gzip(line("[[0,0],[1,1]]"))).cables()).hasSize(1);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | routes.json is empty: expected GeoJSON with cable routes.",
        "id;name | routes.json is not JSON (line 1, column",
        "{\"type\":\"FeatureCollection\",\"features\":[ | routes.json is not JSON (line 1, column",
        "[1,2] | routes.json is JSON but not GeoJSON: it is no object",
        "{\"a\":1} | routes.json is JSON but not GeoJSON: an object has no \"type\"",
        "{\"type\":\"Topology\"} | routes.json is JSON but not GeoJSON: its \"type\" is \"Topology\"",
        "{\"type\":\"FeatureCollection\",\"features\":[]} | without any features",
        "{\"type\":\"Point\",\"coordinates\":[1,2]} | without lines: it holds 1 Point, where",
        "{\"type\":\"LineString\",\"coordinates\":[[0,0],[500,3]]} | feature cable-1, point 1 has"
            + " longitude 500.0 and latitude 3.0, outside the world: the range is",
        "{\"type\":\"LineString\",\"coordinates\":[[24.1,120.5],[24,121]]} | point 0 has longitude"
            + " 24.1 and latitude 120.5, outside the world: latitude and longitude look swapped",
        "{\"type\":\"LineString\",\"coordinates\":[[1113194,6446275],[0,0]]} | look like projected"
            + " metres",
        "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1]]} | feature cable-1, point 1 is not a"
            + " longitude and a latitude.",
        "{\"type\":\"LineString\",\"coordinates\":[[[0,0],[1,1]]]} | nested 3 deep in place of 2",
        "{\"type\":\"Feature\",\"properties\":{\"id\":\"x\",\"uncertainty_m\":-1},\"geometry\":"
            + "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}} | feature x has the"
            + " uncertainty \"-1\", which is not a number of metres"
      })
  void aBadFileIsNamedInOneSentence(String json, String sentence) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("routes.json")
        .hasMessageContaining(sentence)
        .hasMessageEndingWith(".");
  }

  @Test
  void damagedGzipAMissingFileAndTooManyPointsAreNamed() throws IOException {
    byte[] whole = gzip(line("[[0,0],[1,1]]"));
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("is damaged");
    assertThatThrownBy(() -> Cables.read(Path.of("no-such.json"), CableOptions.defaults()))
        .hasMessage("The cable file no-such.json does not exist.");
    assertThatThrownBy(
            () ->
                Cables.read(
                    new ByteArrayInputStream(
                        line("[[0,0],[100,0]]").getBytes(StandardCharsets.UTF_8)),
                    "big.json",
                    new CableOptions(0, 50)))
        .hasMessageContaining("big.json holds more than 50 points");
  }

  @Test
  void theWorldMapHas527CablesAndTheNordicOnes503And553() throws SourceException {
    Cables world = RealCables.teleGeography();
    assertThat(world.cables()).hasSize(527);
    assertThat(world.cables()).extracting(Cable::id).doesNotHaveDuplicates();
    assertThat(world.skipped()).isZero();
    CableOptions options = CableOptions.defaults().withDefaultUncertaintyMetres(500);
    assertThat(
            Cables.read(
                    RealCables.file("emodnet-nordic-baltic-cables-20260724.geojson.gz"), options)
                .cables())
        .hasSize(503);
    assertThat(
            Cables.read(
                    RealCables.file("emodnet-nordic-baltic-pipelines-20260724.geojson.gz"), options)
                .cables())
        .hasSize(553);
  }

  @Test
  void theLandingPointsAreNotTakenForCables() {
    Path points = RealCables.file("telegeography-2022-landing-point-geo.json.gz");
    assertThatThrownBy(() -> Cables.read(points, CableOptions.defaults()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("without lines: it holds 1,414 Point")
        .hasMessageContaining("perhaps the landing points were given");
  }
}
