package org.bellbuoy.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.json.SampleFindings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExportTest {
  @Test
  void theCsvDefusesFormulasAndQuotesWhatNeedsIt() throws Exception {
    StringWriter text = new StringWriter();
    CsvExport.write(
        List.of(named("=HYPERLINK(\"http://x\",\"y\")\u202e")), f -> Origin.SIMULATED, text);
    String[] lines = text.toString().split("\r\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[1])
        .contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\ufffd\",")
        .contains(",0.5,vessel,")
        .endsWith(",simulated")
        .contains(",cable c1; C 2,'-1 is said; and more,");
  }

  @Test
  void everyCsvRowHasAsManyCellsAsTheHeader() throws Exception {
    SampleFindings samples = new SampleFindings(3);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      findings.add(samples.next());
    }
    StringWriter text = new StringWriter();
    CsvExport.write(findings, f -> Origin.RECORDED, text);
    List<List<String>> rows = parse(text.toString());
    assertThat(rows).hasSize(201).allMatch(row -> row.size() == 19);
    assertThat(rows.getFirst())
        .containsExactlyElementsOf(Columns.of(findings.getFirst(), Origin.RECORDED).keySet());
    assertThat(rows.stream().flatMap(List::stream))
        .noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0);
  }

  @Test
  void aControllerHasItsNameItsIdAndHowSureItIs() throws Exception {
    Finding plain = named("MARY");
    PartyRef party =
        new PartyRef(
            "op",
            "operator",
            List.of(
                new PartyRef.Controller("own", PartyRef.POSSIBLE, "by largest shares", "Owner"),
                new PartyRef.Controller("top", PartyRef.CERTAIN, "by least shares", "Top")),
            "fact",
            null,
            null,
            "Opco");
    StringWriter text = new StringWriter();
    CsvExport.write(
        List.of(plain.withRegister(List.of(party), List.of(), plain.severity())),
        f -> Origin.RECORDED,
        text);
    assertThat(text.toString()).contains(",Owner (possible) [own]; Top [top],");
  }

  @Test
  void theGeoJsonHasOneFeatureEachWithFlatProperties() throws Exception {
    StringWriter text = new StringWriter();
    GeoJsonExport.write(List.of(named("MARY"), named(null)), f -> Origin.SIMULATED, text);
    JsonNode root = new ObjectMapper().readTree(text.toString());
    assertThat(root.get("type").textValue()).isEqualTo("FeatureCollection");
    assertThat(root.get("features")).hasSize(2);
    JsonNode first = root.get("features").get(0);
    assertThat(first.at("/geometry/coordinates/0").doubleValue()).isEqualTo(-170);
    assertThat(first.at("/properties/subjectName").textValue()).isEqualTo("MARY");
    assertThat(first.at("/properties/probability").doubleValue()).isEqualTo(0.5);
    assertThat(first.at("/properties/origin").textValue()).isEqualTo("simulated");
    assertThat(first.get("properties")).allMatch(JsonNode::isValueNode);
  }

  private static Finding named(@Nullable String name) {
    return new Finding(
        new UUID(0, 1),
        "sea.silence",
        1,
        State.OPEN,
        Severity.LOW,
        new Subject("vessel", Map.of("mmsi", "1"), name),
        List.of(
            AssetRef.of("cable", "c1", null, "near"), AssetRef.of("cable", "c2", "C 2", "near")),
        Instant.EPOCH,
        null,
        Geometry.point(2, 190),
        new Assessment(Level.POSSIBLE, 0.5, List.of()),
        List.of(Reason.of("a", "-1 is said"), Reason.of("b", "and more")),
        new Coverage("Good.", null, JsonNodeFactory.instance.objectNode()),
        List.of(),
        List.of(),
        "r");
  }

  private static List<List<String>> parse(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\r')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\r') {
          rows.add(row);
          row = new ArrayList<>();
          i++;
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }
}
