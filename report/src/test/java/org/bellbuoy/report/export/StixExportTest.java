package org.bellbuoy.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.State;
import org.junit.jupiter.api.Test;

class StixExportTest {
  private static JsonNode bundle(Origin origin, Finding... findings) {
    return ExportSamples.json(
        ExportSamples.text(ExportFormat.STIX, ExportSamples.input(origin, findings)));
  }

  private static List<JsonNode> objects(JsonNode bundle, String type) {
    return StreamSupport.stream(bundle.get("objects").spliterator(), false)
        .filter(object -> object.get("type").textValue().equals(type))
        .toList();
  }

  private static final Set<String> UNLISTED = Set.of("location", "note", "extension-definition");

  private static final Finding[] ALL = {
    ExportSamples.vessel(),
    ExportSamples.vessel("X", Level.UNLIKELY, 0.1, State.WITHDRAWN, ExportSamples.TO),
    ExportSamples.vessel("Y", Level.POSSIBLE, null, State.OPEN, null),
    ExportSamples.host(),
    ExportSamples.held(),
    ExportSamples.hostile()
  };

  @Test
  void theBundleAndEveryObjectHoldToTheSchemasOfTheStandard() {
    Path folder = ExportSamples.shared("schemas/stix21");
    JsonNode bundle = bundle(Origin.SIMULATED, ALL);
    ObjectNode listed = bundle.deepCopy();
    // The bundle's schema names no location, note or extension definition and takes them for
    // objects of one's own, which two of its branches fit where one must.
    StreamSupport.stream(bundle.get("objects").spliterator(), false)
        .filter(o -> !UNLISTED.contains(o.get("type").textValue()))
        .forEach(listed.putArray("objects")::add);
    assertThat(listed.get("objects")).hasSizeGreaterThan(20);
    assertThat(schema(folder, "common/bundle").validate(listed)).isEmpty();
    Set<String> types = new HashSet<>();
    for (JsonNode object : bundle.get("objects")) {
      String type = object.get("type").textValue();
      types.add(type);
      String room =
          Stream.of("sdos", "sros", "observables", "common")
              .filter(each -> Files.exists(folder.resolve(each).resolve(type + ".json")))
              .findFirst()
              .orElseThrow();
      assertThat(schema(folder, room + "/" + type).validate(object)).as(type).isEmpty();
    }
    assertThat(types)
        .containsExactlyInAnyOrder(
            "identity",
            "extension-definition",
            "infrastructure",
            "file",
            "location",
            "observed-data",
            "note",
            "report",
            "relationship");
  }

  @Test
  void theSchemasDoRefuseWhatIsWrong() {
    Path folder = ExportSamples.shared("schemas/stix21");
    JsonNode location = objects(bundle(Origin.RECORDED, ALL), "location").getFirst();
    ((ObjectNode) location).put("latitude", 91);
    assertThat(schema(folder, "sdos/location").validate(location)).isNotEmpty();
  }

  private static JsonSchema schema(Path folder, String name) {
    String published =
        "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaMappers(
                    mappers -> mappers.mapPrefix(published, folder.toUri().toString())))
        .getSchema(SchemaLocation.of(published + name + ".json"));
  }

  @Test
  void everyReferenceLeadsToAnObjectOfTheBundleAndNoIdComesTwice() {
    JsonNode bundle = bundle(Origin.RECORDED, ALL);
    List<String> ids = new ArrayList<>();
    Set<String> references = new HashSet<>();
    for (JsonNode object : bundle.get("objects")) {
      ids.add(object.get("id").textValue());
      object
          .properties()
          .forEach(
              field -> {
                if (field.getKey().endsWith("_ref")) {
                  references.add(field.getValue().textValue());
                } else if (field.getKey().endsWith("_refs")) {
                  field.getValue().forEach(ref -> references.add(ref.textValue()));
                } else if (field.getKey().equals("extensions")) {
                  field.getValue().fieldNames().forEachRemaining(references::add);
                }
              });
    }
    assertThat(ids).doesNotHaveDuplicates().containsAll(references);
  }

  /** The identifiers come from Python's uuid module, by the rules of the standard. */
  @Test
  void idsAreWhatTheStandardMakesThem() {
    JsonNode bundle = bundle(Origin.RECORDED, ExportSamples.vessel());
    assertThat(objects(bundle, "extension-definition").getFirst().get("id").textValue())
        .isEqualTo("extension-definition--34ac8e5c-46cd-5fa9-8d4d-dcd921b0b90c");
    assertThat(objects(bundle, "file").get(1).get("id").textValue())
        .isEqualTo("file--0d4bb630-4122-5ad0-9c29-ad0e56330cf3");
    assertThat(bundle).isEqualTo(bundle(Origin.RECORDED, ExportSamples.vessel()));
  }

  @Test
  void aVesselIsInfrastructureWithItsNumbersInTheExtension() {
    JsonNode bundle = bundle(Origin.RECORDED, ExportSamples.vessel());
    JsonNode vessel = objects(bundle, "infrastructure").getFirst();
    JsonNode extension = vessel.at("/extensions/" + StixIds.VESSEL_EXTENSION);
    assertThat(vessel.get("name").textValue()).isEqualTo("EXAMPLE ONE");
    assertThat(extension.get("imo").textValue()).isEqualTo("9100001");
    assertThat(extension.get("mmsi").textValue()).isEqualTo("219000001");
    assertThat(extension.get("extension_type").textValue()).isEqualTo("property-extension");
    // Half the diagonal of 0.6 degrees by 0.2 at 57.82 N: 17.77 km and 11.12 km.
    assertThat(objects(bundle, "location").getFirst().get("precision").doubleValue())
        .isBetween(20_900.0, 21_100.0);
  }

  @Test
  void aFindingToldTwiceIsThereOnceAndAsItWasToldLast() {
    JsonNode bundle =
        bundle(
            Origin.RECORDED,
            ExportSamples.vessel("X", Level.POSSIBLE, 0.5, State.OPEN, null),
            ExportSamples.vessel("X", Level.LIKELY, 0.9, State.FINAL, ExportSamples.TO));
    assertThat(objects(bundle, "report")).hasSize(1);
    assertThat(objects(bundle, "report").getFirst().get("confidence").intValue()).isEqualTo(90);
  }

  @Test
  void nothingInItCallsAnybodyGuilty() {
    JsonNode bundle = bundle(Origin.RECORDED, ALL);
    for (String type :
        List.of("indicator", "threat-actor", "campaign", "intrusion-set", "malware", "sighting")) {
      assertThat(objects(bundle, type)).as(type).isEmpty();
    }
    assertThat(bundle.findValues("infrastructure_types")).isEmpty();
  }

  @Test
  void partiesAreIdentitiesWithTheirRoleAndWhoControlsThem() {
    JsonNode bundle = bundle(Origin.RECORDED, ExportSamples.vessel());
    assertThat(objects(bundle, "identity").stream().map(o -> o.get("name").textValue()))
        .contains("Example Shipping Ltd", "Example Shipping Ltd Holding", "Exampleland");
    assertThat(
            objects(bundle, "relationship").stream()
                .map(o -> o.get("relationship_type").textValue()))
        .containsExactly(
            "located-at",
            "within-reach",
            "crossed",
            "owner",
            "possibly-controls",
            "possibly-controls",
            "operator");
  }

  @Test
  void whatIsOnlyPossibleIsNeverToldAsControl() {
    JsonNode bundle = bundle(Origin.RECORDED, ExportSamples.held());
    assertThat(objects(bundle, "relationship"))
        .filteredOn(o -> o.get("relationship_type").textValue().contains("control"))
        .extracting(
            o -> o.get("relationship_type").textValue(),
            o -> o.get("confidence").intValue(),
            o -> o.get("description").textValue())
        .containsExactly(
            tuple(
                "possibly-controls",
                15,
                "May control, by: majority of votes by largest shares only. Control is not"
                    + " behaviour."),
            tuple(
                "stated-to-control",
                50,
                "Is stated to control, by: a basis that sources state. Control is not behaviour."),
            tuple(
                "controls",
                85,
                "Controls, by: majority of votes by least shares. Control is not behaviour."),
            tuple(
                "possible-ultimate-controller",
                15,
                "By: largest shares; control of Provider (possible)"));
    assertThat(objects(bundle, "identity").stream().map(o -> o.get("name").textValue()))
        .contains("Owner Holding", "Provider")
        .doesNotContain("own", "prov");
    assertThat(
            objects(bundle, "identity").stream()
                .map(o -> o.at("/external_references/0/external_id").asText()))
        .contains("own", "prov");
  }

  @Test
  void aTieThatSeveralFindingsTellIsOnceInTheBundleAndHasOneIdInAll() {
    Finding one = ExportSamples.held();
    Finding other = ExportSamples.vessel("X", Level.LIKELY, 0.9, State.FINAL, ExportSamples.TO);
    other = other.withRegister(one.parties(), List.of(), other.severity());
    List<JsonNode> alone = control(bundle(Origin.RECORDED, one));
    List<JsonNode> both = control(bundle(Origin.RECORDED, one, other));
    assertThat(alone).hasSize(4);
    assertThat(both).isEqualTo(alone);
    assertThat(control(bundle(Origin.RECORDED, other))).isEqualTo(alone);
    assertThat(control(bundle(Origin.SIMULATED, one))).doesNotContainAnyElementsOf(alone);
  }

  private static List<JsonNode> control(JsonNode bundle) {
    return objects(bundle, "relationship").stream()
        .filter(o -> o.get("relationship_type").textValue().contains("control"))
        .map(o -> o.get("id"))
        .toList();
  }

  @Test
  void confidenceIsToldOnlyWhereThereIsOneAndWithdrawnFindingsAreRevoked() {
    JsonNode bundle = bundle(Origin.RECORDED, ALL);
    assertThat(objects(bundle, "report")).hasSize(6);
    JsonNode first = objects(bundle, "note").getFirst();
    assertThat(first.get("confidence").intValue()).isEqualTo(93);
    assertThat(first.get("modified").textValue()).isEqualTo("2026-03-14T22:25:12.345Z");
    JsonNode withdrawn =
        bundle(
            Origin.RECORDED,
            ExportSamples.vessel("X", Level.UNLIKELY, 0.1, State.WITHDRAWN, ExportSamples.TO));
    assertThat(objects(withdrawn, "note").getFirst().get("revoked").booleanValue()).isTrue();
    JsonNode untold = bundle(Origin.RECORDED, ExportSamples.host());
    assertThat(objects(untold, "report").getFirst().has("confidence")).isFalse();
  }

  @Test
  void aSimulatedVesselSaysSoAndIsNotTheOneOfThatNumber() {
    JsonNode simulated = bundle(Origin.SIMULATED, ExportSamples.vessel());
    JsonNode vessel = objects(simulated, "infrastructure").getFirst();
    assertThat(vessel.get("name").textValue()).startsWith("SIMULATED ");
    assertThat(vessel.at("/labels/0").textValue()).isEqualTo("simulated");
    assertThat(vessel.get("id"))
        .isNotEqualTo(
            objects(bundle(Origin.RECORDED, ExportSamples.vessel()), "infrastructure")
                .getFirst()
                .get("id"));
    assertThat(objects(simulated, "report").getFirst().get("name").textValue())
        .startsWith("SIMULATED ");
  }
}
