package org.bellbuoy.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.junit.jupiter.api.Test;

class CefExportTest {
  private static CefLine line(Origin origin, Finding finding) {
    String text = ExportSamples.text(ExportFormat.CEF, ExportSamples.input(origin, finding));
    assertThat(text).endsWith("\n");
    assertThat(text.lines()).hasSize(1);
    return CefLine.parse(text.strip());
  }

  @Test
  void theHeaderNamesRuleAndSeverity() {
    assertThat(line(Origin.RECORDED, ExportSamples.vessel()).header())
        .containsExactly(
            "CEF:0",
            "Bellbuoy",
            "Bellbuoy",
            "0.1.0",
            "sea.silence",
            "Silence of a vessel, likely: EXAMPLE ONE"
                + " (vessel:hull=1,imo=9100001,mmsi=219000001)",
            "8");
  }

  @Test
  void theExtensionCarriesTimesLevelPlaceAndParties() {
    assertThat(line(Origin.RECORDED, ExportSamples.vessel()).extension())
        .containsEntry("externalId", ExportSamples.vessel().id().toString())
        .containsEntry("start", "1773513600000")
        .containsEntry("end", "1773527112345")
        .containsEntry("cs1", "likely")
        .containsEntry("cs1Label", "level")
        .containsEntry("cfp1", "0.93")
        .containsEntry("cfp2", "57.82")
        .containsEntry("cfp3", "11.35")
        .containsEntry("cs6", "recorded")
        .hasEntrySatisfying(
            "cs5",
            parties ->
                assertThat(parties)
                    .contains("owner Example Shipping Ltd, controlled by")
                    .contains("operator Exampleland"));
    assertThat(line(Origin.RECORDED, ExportSamples.host()).extension())
        .containsEntry("src", "192.0.2.7")
        .doesNotContainKey("cfp1");
  }

  @Test
  void simulatedDataSaySoInNameMessageAndOrigin() {
    CefLine line = line(Origin.SIMULATED, ExportSamples.vessel());
    assertThat(line.header().get(5)).startsWith("SIMULATED ");
    assertThat(line.extension().get("msg")).startsWith("SIMULATED");
    assertThat(line.extension()).containsEntry("cs6", "simulated");
  }

  @Test
  void hostileTextMakesNoLineNoFieldAndNoKey() {
    CefLine line = line(Origin.RECORDED, ExportSamples.hostile());
    assertThat(line.header()).hasSize(7);
    assertThat(line.header().get(6)).isEqualTo("8");
    assertThat(line.extension().keySet())
        .containsExactlyInAnyOrderElementsOf(
            java.util.stream.Stream.concat(
                    line(Origin.RECORDED, ExportSamples.vessel()).extension().keySet().stream(),
                    java.util.stream.Stream.of("filePath"))
                .toList());
    assertThat(line.extension()).containsEntry("cs6", "recorded");
    assertThat(line.extension().get("cs4"))
        .startsWith("=cmd|' /C calc'!A0  CEF:0|x|y|z|1|2|10|msg=owned cs6=recorded \\ \ufffd")
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void longTextIsCutWhereTheDictionarySays() {
    Finding finding = ExportSamples.vessel();
    String reason = "a=b|c\\".repeat(1000);
    CefLine line =
        line(
            Origin.RECORDED,
            finding.withReasons(
                java.util.List.of(org.bellbuoy.core.finding.Reason.of("long", reason))));
    assertThat(line.extension().get("msg")).hasSize(1023).endsWith("…");
  }
}
