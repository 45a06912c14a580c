package org.bellbuoy.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.rule.Rule;
import org.junit.jupiter.api.Test;

class SarifExportTest {
  private static final Rule SCRIPT =
      new Rule(
          "server.web-script", 1, "Script", "It is odd.", "Who.", List.of(), List.of(), List.of());
  private static final Rule OTHER =
      new Rule("server.toolshell", 1, "Entry", "Entered.", "Who.", List.of(), List.of(), List.of());

  private static JsonNode export(boolean simulated, Finding... findings) throws Exception {
    StringWriter text = new StringWriter();
    SarifExport.write(List.of(findings), List.of(OTHER, SCRIPT), "0.1", simulated, text);
    return new ObjectMapper().readTree(text.toString());
  }

  private static Finding finding(String type, Level level, Severity severity) {
    return new Finding(
        new UUID(0, 7),
        "server.web-script",
        1,
        State.FINAL,
        severity,
        new Subject(type, Map.of("path", "x.aspx"), null),
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        new Assessment(level, level == Level.CANNOT_TELL ? null : 0.9, List.of()),
        List.of(Reason.of("a", "One."), Reason.of("b", "Two.")),
        new Coverage("All seen.", null, JsonNodeFactory.instance.objectNode()),
        List.of(new Evidence("sha256:00", "C:\\inet pub\\a b.aspx", 5, 9, 3, 0, "<%")),
        List.of(),
        "run");
  }

  @Test
  void onlyFilesAreThereWithPlaceMessageAndStableFingerprint() throws Exception {
    JsonNode log =
        export(
            false,
            finding("file", Level.LIKELY, Severity.HIGH),
            finding("host", Level.LIKELY, Severity.HIGH));
    assertThat(log.get("version").textValue()).isEqualTo("2.1.0");
    JsonNode run = log.at("/runs/0");
    assertThat(run.get("results")).hasSize(1);
    assertThat(run.at("/tool/driver/rules")).hasSize(1);
    assertThat(run.at("/tool/driver/rules/0/id").textValue()).isEqualTo("server.web-script");
    JsonNode result = run.at("/results/0");
    assertThat(result.get("ruleIndex").intValue()).isZero();
    assertThat(result.get("level").textValue()).isEqualTo("error");
    assertThat(result.get("kind").textValue()).isEqualTo("fail");
    assertThat(result.get("rank").doubleValue()).isEqualTo(90);
    assertThat(result.at("/message/text").textValue()).isEqualTo("One. Two.");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").textValue())
        .isEqualTo("C%3A/inet%20pub/a%20b.aspx");
    assertThat(place.at("/region/startLine").intValue()).isEqualTo(3);
    assertThat(place.at("/region/byteOffset").intValue()).isEqualTo(5);
    assertThat(place.at("/region/byteLength").intValue()).isEqualTo(9);
    assertThat(result.at("/fingerprints").elements().next().textValue())
        .isEqualTo(new UUID(0, 7).toString());
    assertThat(run.has("properties")).isFalse();
  }

  @Test
  void whatCouldNotBeToldIsOpenAndNoFailure() throws Exception {
    JsonNode result =
        export(true, finding("file", Level.CANNOT_TELL, Severity.MEDIUM)).at("/runs/0/results/0");
    assertThat(result.get("kind").textValue()).isEqualTo("open");
    assertThat(result.get("level").textValue()).isEqualTo("none");
    assertThat(result.has("rank")).isFalse();
  }

  private static Finding of(String server, int id) {
    return new Finding(
        new UUID(0, id),
        "server.web-script",
        1,
        State.FINAL,
        Severity.HIGH,
        new Subject("file", Map.of("server", server, "path", "C/inetpub/a.aspx"), null),
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        new Assessment(Level.LIKELY, null, List.of()),
        List.of(Reason.of("a", "One.")),
        new Coverage("All seen.", null, JsonNodeFactory.instance.objectNode()),
        id == 3
            ? List.of()
            : List.of(new Evidence("sha256:00", server + "/C/inetpub/a.aspx", 0, 2, 0, 0, "<%")),
        List.of(),
        "run");
  }

  @Test
  void filesOfOneNameOnTwoServersAreTwoFilesEachOfItsOwnRoot() throws Exception {
    JsonNode run = export(false, of("SP01", 1), of("SP02", 2), of("SP02", 3)).at("/runs/0");
    assertThat(run.get("originalUriBaseIds").fieldNames())
        .toIterable()
        .containsExactly("SP01", "SP02");
    for (int i = 0; i < 3; i++) {
      JsonNode file =
          run.at("/results/" + i + "/locations/0/physicalLocation").get("artifactLocation");
      assertThat(file.get("uri").textValue()).isEqualTo("C/inetpub/a.aspx");
      assertThat(file.get("uriBaseId").textValue()).isEqualTo(i == 0 ? "SP01" : "SP02");
    }
  }

  /**
   * Against the published schema where the property {@code bellbuoy.sarif.schema} names it: it is
   * not part of the repository. The npm package {@code @microsoft/jest-sarif} holds a copy.
   */
  @Test
  void theExportFitsThePublishedSchema() throws Exception {
    String file = System.getProperty("bellbuoy.sarif.schema", "");
    assumeTrue(!file.isEmpty(), "the schema of SARIF is not here");
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(new ObjectMapper().readTree(Path.of(file).toFile()));
    JsonNode log =
        export(
            true,
            of("SP01", 1),
            of("SP02", 2),
            of("SP02", 3),
            finding("file", Level.CANNOT_TELL, Severity.MEDIUM),
            finding("file", Level.LIKELY, Severity.HIGH));
    assertThat(schema.validate(log)).isEmpty();
    ((ObjectNode) log.at("/runs/0")).put("unknown", 1);
    assertThat(schema.validate(log)).as("the schema refuses what it does not know").isNotEmpty();
  }

  @Test
  void simulatedDataSaysSo() throws Exception {
    JsonNode run = export(true, finding("file", Level.POSSIBLE, Severity.LOW)).at("/runs/0");
    assertThat(run.at("/properties/simulated").booleanValue()).isTrue();
    assertThat(run.at("/results/0/level").textValue()).isEqualTo("note");
  }
}
