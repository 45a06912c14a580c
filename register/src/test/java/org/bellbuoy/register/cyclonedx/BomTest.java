package org.bellbuoy.register.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.register.exchange.Staged;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Statement;
import org.junit.jupiter.api.Test;

/** Bills of materials, held against the schema of CycloneDX 1.6. */
class BomTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A crane, made up. */
  static final String CRANE =
      """
      {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,
       "metadata":{"component":{"type":"device","bom-ref":"crane-1","name":"Example crane","manufacturer":{"name":"Example Cranes","url":["https://example.org"]},"supplier":{"name":"Example Service"},
         "properties":[{"name":"bellbuoy:kind","value":"crane"},{"name":"cdx:device:serialNumber","value":"S-1"},{"name":"cdx:device:function","value":"lifting"}]}},
       "components":[
        {"type":"device","bom-ref":"plc-1","name":"Example controller","version":"2.1","manufacturer":{"name":"Example Controls"},
         "properties":[{"name":"cdx:device:countryOfOrigin","value":"DE"}],
         "components":[{"type":"firmware","bom-ref":"fw-1","name":"Example firmware","version":"7","manufacturer":{"name":"Example Controls"},"licenses":[{"license":{"name":"proprietary"}}]}]},
        {"type":"application","name":"Example viewer","purl":"pkg:generic/example-viewer@1"},
        {"type":"device","name":""}
       ],
       "dependencies":[{"ref":"crane-1","dependsOn":["plc-1"]}]}
      """;

  private static JsonSchema schema() throws IOException {
    Map<String, String> schemas = new HashMap<>();
    for (String name : List.of("bom-1.6", "spdx", "jsf-0.82")) {
      schemas.put(
          "http://cyclonedx.org/schema/" + name + ".schema.json",
          Files.readString(Staged.file("schemas/cyclonedx/" + name + ".schema.json")));
    }
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V7, b -> b.schemaLoaders(l -> l.schemas(schemas)))
        .getSchema(SchemaLocation.of("http://cyclonedx.org/schema/bom-1.6.schema.json"));
  }

  private static Staged.Read read(String text) {
    return Staged.texts(BomReader::of, text);
  }

  private static List<String> makers(Register register, String id) {
    return register.rolesIn(id).stream()
        .map(
            role ->
                "%s %s %s"
                    .formatted(
                        role.kind(),
                        role.basis(),
                        register.party(role.holder()).orElseThrow().name()))
        .toList();
  }

  @Test
  void aCraneIsAnAssetWithItsPartsAndTheirMakers() {
    Staged.Read read = read(CRANE);
    assertThat(read.reasons()).containsExactly("not-a-component");
    Register register = read.register();
    Asset crane = register.asset("crane-1").orElseThrow();
    assertThat(crane.kind()).isEqualTo(AssetKind.CRANE);
    assertThat(crane.identifiers()).containsExactly(new Identifier("serial-number", "S-1"));
    assertThat(makers(register, "crane-1"))
        .containsExactly("MAKER FACT Example Cranes", "SERVICE_PROVIDER FACT Example Service");
    Asset controller = register.asset("plc-1").orElseThrow();
    assertThat(controller.kind()).isEqualTo(AssetKind.CONTROLLER);
    assertThat(controller.country()).isEqualTo("DE");
    assertThat(controller.partOf()).containsExactly("crane-1");
    Asset firmware = register.asset("fw-1").orElseThrow();
    assertThat(firmware.kind()).isEqualTo(AssetKind.SOFTWARE);
    assertThat(firmware.partOf()).containsExactly("plc-1");
    assertThat(makers(register, "fw-1")).containsExactly("SOFTWARE_MAKER FACT Example Controls");
    assertThat(register.partsOf("crane-1")).hasSize(2);
    assertThat(read.loaded().notes()).anyMatch(note -> note.contains("'dependencies'"));
  }

  @Test
  void whatIsWrittenIsValidAndEveryComponentIsAsItWas() throws IOException {
    BomWriter.Written written = BomWriter.write(read(CRANE).register());
    assertThat(written.dropped().lines()).isEmpty();
    assertThat(schema().validate(written.bill().toString(), InputFormat.JSON)).isEmpty();
    JsonNode original = MAPPER.readTree(CRANE);
    JsonNode crane = written.bill().path("components").path(0);
    JsonNode plain = original.path("metadata").path("component");
    plain.properties().forEach(f -> assertThat(crane.path(f.getKey())).isEqualTo(f.getValue()));
    assertThat(crane.path("components").path(0)).isEqualTo(original.path("components").path(0));
    assertThat(crane.path("components").path(1)).isEqualTo(original.path("components").path(1));
    assertThat(crane.path("components")).hasSize(2);
    // The same register gives the same bytes.
    assertThat(BomWriter.write(read(CRANE).register()).bill()).isEqualTo(written.bill());
  }

  @Test
  void theSchemaRefusesABillThatIsNone() throws IOException {
    assertThat(schema().validate("{\"bomFormat\":\"Other\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void aRegisterFromElsewhereIsWrittenValidAndWhatDoesNotFitIsCounted() throws IOException {
    Asset crane =
        new Asset(
            "c/1",
            AssetKind.CRANE,
            "Crane 1",
            List.of("Old crane"),
            "CN",
            List.of(new Identifier("gb-asset", "7")),
            List.of("t1", "t2"),
            Geometry.point(1, 2),
            Map.of(),
            Statement.NONE);
    Asset cable = Asset.of("cable", AssetKind.CABLE_SYSTEM, "Cable", "");
    Party maker = Party.of("m", PartyKind.COMPANY, "Maker", "CN");
    Register register =
        Register.of(
            List.of(),
            List.of(crane, cable, maker),
            List.of(
                Role.of("m", "c/1", RoleKind.MAKER, Basis.FACT, null),
                Role.of("m", "c/1", RoleKind.OWNER, Basis.TITLE, null)));
    BomWriter.Written written = BomWriter.write(register);
    assertThat(schema().validate(written.bill().toString(), InputFormat.JSON)).isEmpty();
    assertThat(written.dropped().lines())
        .containsExactly(
            "assets of kind cable-system: 1",
            "further things that assets are part of: 1",
            "other names of assets: 1",
            "roles other than of makers and suppliers of what is written: 1",
            "where assets lie: 1");
    Asset again = read(written.bill().toString()).register().asset("c/1").orElseThrow();
    assertThat(again.kind()).isEqualTo(AssetKind.CRANE);
    assertThat(again.country()).isEqualTo("CN");
  }

  @Test
  void everyComponentOfADamagedBillIsKeptOrTold() {
    for (int seed = 0; seed < 3000; seed++) {
      keptOrTold(Staged.damaged(CRANE, seed));
    }
  }

  /** A bill that gives nothing says why; what was read can be written. */
  static void keptOrTold(byte[] bytes) {
    Staged.Read read = Staged.bytes(BomReader::of, bytes);
    Register register = read.register();
    boolean nothing = read.rejects().isEmpty() && register.assets().isEmpty();
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    assertThat(nothing && text.contains("\"bom-ref\"")).isFalse();
    BomWriter.write(register);
  }
}
