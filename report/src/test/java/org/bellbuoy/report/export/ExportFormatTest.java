package org.bellbuoy.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Line;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.core.json.FindingJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every form. */
class ExportFormatTest {
  private static final Finding[] ALL = {
    ExportSamples.vessel(), ExportSamples.host(), ExportSamples.hostile()
  };

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void theSameFindingsAreTheSameBytes(ExportFormat format) {
    String first = ExportSamples.text(format, ExportSamples.input(Origin.RECORDED, ALL));
    assertThat(ExportSamples.text(format, ExportSamples.input(Origin.RECORDED, ALL)))
        .isEqualTo(first)
        .contains(ExportSamples.vessel().id().toString());
  }

  @ParameterizedTest
  @EnumSource(value = ExportFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "NDJSON")
  void simulatedDataSaySoAndRecordedDataNever(ExportFormat format) {
    Finding vessel = ExportSamples.vessel();
    assertThat(ExportSamples.text(format, ExportSamples.input(Origin.SIMULATED, vessel)))
        .containsIgnoringCase("simulated");
    assertThat(ExportSamples.text(format, ExportSamples.input(Origin.RECORDED, vessel)))
        .doesNotContainIgnoringCase("simulated");
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void nothingThatSteersATerminalComesThrough(ExportFormat format) {
    String text =
        ExportSamples.text(format, ExportSamples.input(Origin.NOT_TOLD, ExportSamples.hostile()));
    assertThat(text).doesNotContain("\u001b", "\u202e", "\u0000");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void noFindingsAreAWholeFileToo(ExportFormat format) {
    String text = ExportSamples.text(format, ExportSamples.input(Origin.RECORDED));
    if (format == ExportFormat.STIX) {
      assertThat(ExportSamples.json(text).get("objects")).hasSize(1);
    } else if (format == ExportFormat.GEOJSON) {
      assertThat(ExportSamples.json(text).get("features")).isEmpty();
    } else {
      assertThat(text.lines().filter(line -> line.contains("finding-"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void thePageOfExportsSaysWhatIsDropped(ExportFormat format) throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("bellbuoy.root", ".")).resolve("docs/exports.md"));
    assertThat(page.lines())
        .anyMatch(
            line -> line.startsWith("| `" + format.word() + "`") && line.contains(format.drops()));
  }

  @Test
  void noTwoFormsShareASuffix() {
    assertThat(Arrays.stream(ExportFormat.values()).flatMap(f -> f.suffixes().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theFindingsThemselvesAreReadBackUnchanged() {
    String text =
        ExportSamples.text(
            ExportFormat.NDJSON, ExportSamples.input(Origin.RECORDED, ExportSamples.vessel()));
    assertThat(FindingJson.read(text)).isEqualTo(ExportSamples.vessel());
  }

  /** One degree of the equator of a sphere of 6,371,008.8 m is 111,195 m. */
  @Test
  void aShapeAcrossTheAntimeridianHasItsMiddleThere() {
    Geometry across = new Line(java.util.List.of(new Position(179, 0), new Position(181, 0)));
    Spot spot = java.util.Objects.requireNonNull(Spot.of(across));
    assertThat(Math.abs(spot.longitudeDegrees())).isEqualTo(180);
    assertThat(spot.radiusMetres()).isBetween(111_190.0, 111_200.0);
  }

  @Test
  void aPlaceThatIsNoneOnEarthIsNone() {
    assertThat(Spot.of(Geometry.point(91, 0))).isNull();
    assertThat(Spot.of(Geometry.point(0, Double.NaN))).isNull();
    assertThat(Spot.of(null)).isNull();
  }
}
