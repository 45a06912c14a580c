package org.bellbuoy.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.State;
import org.junit.jupiter.api.Test;

class OcsfExportTest {
  private static List<JsonNode> events(Origin origin, Finding... findings) {
    String text = ExportSamples.text(ExportFormat.OCSF, ExportSamples.input(origin, findings));
    return text.lines().map(ExportSamples::json).toList();
  }

  @Test
  void everyEventIsADetectionFindingAfterOcsfsOwnDescription() {
    JsonSchema schema = OcsfSchema.of(ExportSamples.shared("schemas/ocsf"), "detection_finding");
    List<JsonNode> events =
        events(
            Origin.SIMULATED,
            ExportSamples.vessel(),
            ExportSamples.vessel("X", Level.UNLIKELY, 0.1, State.WITHDRAWN, ExportSamples.TO),
            ExportSamples.vessel("Y", Level.POSSIBLE, null, State.OPEN, null),
            ExportSamples.host(),
            ExportSamples.held(),
            ExportSamples.hostile());
    assertThat(events).hasSize(6);
    for (JsonNode event : events) {
      assertThat(schema.validate(event)).isEmpty();
    }
  }

  @Test
  void theDescriptionDoesRefuseWhatIsWrong() {
    JsonSchema schema = OcsfSchema.of(ExportSamples.shared("schemas/ocsf"), "detection_finding");
    ObjectNode event = (ObjectNode) events(Origin.RECORDED, ExportSamples.vessel()).getFirst();
    event.withObject("/finding_info").remove("uid");
    event.put("severity_id", 17);
    event.put("vessel", "none such");
    event.withObject("/metadata").put("version", 1);
    assertThat(schema.validate(event).stream().map(Object::toString))
        .anyMatch(m -> m.contains("uid"))
        .anyMatch(m -> m.contains("severity_id"))
        .anyMatch(m -> m.contains("vessel"))
        .anyMatch(m -> m.contains("version"));
  }

  /**
   * Attributes that a Detection Finding and the objects in it must have, by hand from the browser
   * of the schema (schema.ocsf.io, class detection_finding and objects finding_info, metadata,
   * product, observable, graph, node, edge, evidences; 1.9.0-dev), so that this holds where the
   * schema itself is missing.
   */
  @Test
  void everyEventHasWhatItsClassAndObjectsRequire() {
    for (JsonNode event :
        events(
            Origin.RECORDED,
            ExportSamples.vessel(),
            ExportSamples.vessel("Y", Level.POSSIBLE, null, State.OPEN, null),
            ExportSamples.host(),
            ExportSamples.held(),
            ExportSamples.hostile())) {
      has(
          event,
          "activity_id",
          "category_uid",
          "class_uid",
          "finding_info",
          "metadata",
          "severity_id",
          "time",
          "type_uid");
      assertThat(event.get("type_uid").longValue())
          .isEqualTo(event.get("class_uid").longValue() * 100 + event.get("activity_id").asLong());
      has(event.get("finding_info"), "uid");
      has(event.get("metadata"), "product", "version");
      hasOneOf(event.at("/metadata/product"), "name", "uid");
      assertThat(event.get("resources")).isNotEmpty();
      event.get("resources").forEach(resource -> hasOneOf(resource, "name", "uid"));
      event.get("observables").forEach(observable -> has(observable, "type_id"));
      JsonNode graph = event.at("/resources/0/resource_relationship");
      has(graph, "nodes");
      graph.get("nodes").forEach(node -> has(node, "uid"));
      graph.get("edges").forEach(edge -> has(edge, "source", "target"));
      Set<String> nodes = new HashSet<>(graph.get("nodes").findValuesAsText("uid"));
      graph
          .get("edges")
          .forEach(
              edge ->
                  assertThat(nodes)
                      .contains(edge.get("source").textValue(), edge.get("target").textValue()));
      assertThat(event.get("evidences")).isNotEmpty();
      event.get("evidences").forEach(evidence -> hasOneOf(evidence, "file", "data"));
      event.get("evidences").findValues("file").forEach(file -> has(file, "name", "type_id"));
    }
  }

  private static void has(JsonNode object, String... required) {
    for (String name : required) {
      assertThat(object.hasNonNull(name)).as(name + " in " + object).isTrue();
    }
  }

  private static void hasOneOf(JsonNode object, String... names) {
    assertThat(Stream.of(names).anyMatch(object::hasNonNull)).as(object.toString()).isTrue();
  }

  @Test
  void severitySaysHowMuchItMattersAndConfidenceHowSureItIs() {
    JsonNode event = events(Origin.RECORDED, ExportSamples.vessel()).getFirst();
    assertThat(event.get("class_uid").intValue()).isEqualTo(2004);
    assertThat(event.get("type_uid").longValue()).isEqualTo(200401);
    assertThat(event.get("severity_id").intValue()).isEqualTo(4);
    assertThat(event.get("confidence_id").intValue()).isEqualTo(3);
    assertThat(event.get("confidence_score").intValue()).isEqualTo(93);
    assertThat(event.get("is_alert").booleanValue()).isTrue();
    assertThat(event.get("time").longValue()).isEqualTo(1_773_527_112_345L);
  }

  @Test
  void whatCannotBeToldHasNoConfidenceAndIsNoAlert() {
    JsonNode event = events(Origin.RECORDED, ExportSamples.host()).getFirst();
    assertThat(event.get("confidence_id").intValue()).isZero();
    assertThat(event.has("confidence_score")).isFalse();
    assertThat(event.get("is_alert").booleanValue()).isFalse();
    assertThat(event.at("/resources/0/ip").textValue()).isEqualTo("192.0.2.7");
  }

  @Test
  void aWithdrawnFindingIsClosedAndAnOpenOneIsNoAlert() {
    List<JsonNode> events =
        events(
            Origin.RECORDED,
            ExportSamples.vessel("X", Level.LIKELY, 0.9, State.WITHDRAWN, ExportSamples.TO),
            ExportSamples.vessel("Y", Level.LIKELY, 0.9, State.OPEN, null));
    assertThat(events.get(0).get("activity_id").intValue()).isEqualTo(3);
    assertThat(events.get(0).get("type_uid").longValue()).isEqualTo(200403);
    assertThat(events.get(1).has("end_time")).isFalse();
    assertThat(events).noneMatch(event -> event.get("is_alert").booleanValue());
  }

  @Test
  void theVesselIsAResourceByItsImoNumberAndTheCablesAreOnlyRelated() {
    JsonNode event = events(Origin.RECORDED, ExportSamples.vessel()).getFirst();
    assertThat(event.at("/resources/0/type").textValue()).isEqualTo("vessel");
    assertThat(event.at("/resources/0/uid").textValue()).isEqualTo("imo:9100001");
    assertThat(event.at("/resources/0/uid_alt").textValue()).isEqualTo("mmsi:219000001");
    assertThat(event.at("/resources/0/data/location/lat").doubleValue()).isEqualTo(57.82);
    assertThat(event.at("/resources/1/role").textValue()).isEqualTo("Related");
    assertThat(event.at("/resources/1/data/along_km/0/1").doubleValue()).isEqualTo(61.75);
    for (JsonNode observable : event.get("observables")) {
      String path = observable.get("name").textValue().replaceAll("[\\[\\].]+", "/");
      JsonNode pointed = event.at("/" + path);
      assertThat(pointed.isMissingNode()).as(path).isFalse();
      if (observable.has("value")) {
        assertThat(observable.get("value")).as(path).isEqualTo(pointed);
      }
    }
  }

  @Test
  void partiesStandInAGraphAndInFull() {
    JsonNode event = events(Origin.RECORDED, ExportSamples.vessel()).getFirst();
    JsonNode graph = event.at("/resources/0/resource_relationship");
    assertThat(graph.get("nodes").findValuesAsText("uid"))
        .containsExactly(
            ExportSamples.vessel().id().toString(),
            "Example Shipping Ltd",
            "Example Shipping Ltd Holding",
            "Exampleland");
    assertThat(graph.get("edges").findValuesAsText("relation"))
        .containsExactly("owner", "possibly-controls", "possibly-controls", "operator");
    assertThat(event.at("/unmapped/parties/0/basis").textValue()).isEqualTo("register of 2026-01");
  }

  @Test
  void whatIsOnlyPossibleIsNeverToldAsControl() {
    JsonNode event = events(Origin.RECORDED, ExportSamples.held()).getFirst();
    JsonNode graph = event.at("/resources/0/resource_relationship");
    assertThat(graph.get("nodes").findValuesAsText("name")).contains("Owner Holding", "Provider");
    assertThat(graph.get("edges"))
        .extracting(
            e -> e.get("source").textValue(),
            e -> e.get("relation").textValue(),
            e -> e.at("/data/certainty").textValue(),
            e -> e.at("/data/basis").textValue())
        .containsExactly(
            tuple("prov", "service-provider", "stated", "fact [Made up]"),
            tuple(
                "own", "possibly-controls", "possible", "majority of votes by largest shares only"),
            tuple("body", "stated-to-control", "stated", "a basis that sources state"),
            tuple("top", "controls", "certain", "majority of votes by least shares"),
            tuple(
                "own",
                "possible-ultimate-controller",
                "possible",
                "largest shares; control of Provider"));
    assertThat(event.at("/unmapped/parties/0/control/0/certainty").textValue())
        .isEqualTo("possible");
    assertThat(event.toString()).contains("controlled by Owner Holding (possible) and");
  }

  @Test
  void simulatedDataSaySoInTitleLabelsAndOrigin() {
    JsonNode event = events(Origin.SIMULATED, ExportSamples.vessel()).getFirst();
    assertThat(event.get("message").textValue()).startsWith("SIMULATED ");
    assertThat(event.at("/finding_info/title").textValue()).startsWith("SIMULATED ");
    assertThat(event.at("/metadata/labels/0").textValue()).isEqualTo("simulated");
    assertThat(event.at("/unmapped/origin").textValue()).isEqualTo("simulated");
  }

  @Test
  void hostileTextStaysWithinItsFieldAndLine() {
    String text =
        ExportSamples.text(
            ExportFormat.OCSF, ExportSamples.input(Origin.RECORDED, ExportSamples.hostile()));
    assertThat(text.lines()).hasSize(1);
    assertThat(text).doesNotContain("\u001b", "\u202e", "\u0000");
    assertThat(ExportSamples.json(text).at("/unmapped/origin").textValue()).isEqualTo("recorded");
  }
}
