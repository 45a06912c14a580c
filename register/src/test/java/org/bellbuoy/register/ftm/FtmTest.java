package org.bellbuoy.register.ftm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.register.exchange.Dropped;
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
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entities of FollowTheMoney, held against staged files and the format's own model. */
class FtmTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Made up. */
  static final String MADE_UP =
      """
      {"id":"o1","schema":"Ownership","properties":{"owner":["c1"],"asset":["c2"],"percentage":["12,5 %"],"startDate":["2020-03-01"],"sharesType":["ordinary"]},"datasets":["made_up"]}
      {"id":"c1","schema":"Company","caption":"Beispiel AG","properties":{"name":["Example plc","Beispiel AG"],"alias":["Пример"],"previousName":["例子公司"],"jurisdiction":["de"],"leiCode":["529900T8BM49AURSDO55"],"registrationNumber":["HRB 1"],"imoNumber":["IMO6183435"]},"datasets":["made_up"],"referents":["x-1"],"last_change":"2024-03-28T18:57:01"}
      {"id":"c2","schema":"Company","properties":{"name":["Second Example"],"country":["xx","de"]}}
      {"id":"p1","schema":"Person","properties":{"name":["Made Up Person"],"nationality":["fr"]}}
      {"id":"v1","schema":"Vessel","properties":{"name":["EXAMPLE SHIP"],"flag":["pa"],"country":["lr"],"imoNumber":["IMO9242223"],"mmsi":["352000000"],"operator":["c2"],"owner":["gone"],"pastFlags":["mt"]}}
      {"id":"o2","schema":"Ownership","properties":{"owner":["c1","c2"],"asset":["v1"],"percentage":["about half"]}}
      {"id":"d1","schema":"Directorship","properties":{"director":["p1"],"organization":["c1"],"role":["CEO"]}}
      {"id":"k1","schema":"Control","properties":{"controller":["p1"],"controlled":["c2"],"controlType":["nominee"]}}
      {"id":"u1","schema":"UnknownLink","properties":{"subject":["c1"],"object":["v1"],"role":["maker"]}}
      {"id":"m1","schema":"Membership","properties":{"member":["c1"],"organization":["c2"]}}
      {"id":"s1","schema":"Succession","properties":{"predecessor":["c1"],"successor":["c2"]}}
      {"id":"a1","schema":"Asset","properties":{"name":["A quay"]}}
      """;

  private static List<JsonNode> lines(String text) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      lines.add(MAPPER.readTree(line));
    }
    return lines;
  }

  private record Written(List<ObjectNode> entities, Dropped dropped) {}

  private static Written write(Register register) {
    List<ObjectNode> out = new ArrayList<>();
    return new Written(out, FtmWriter.write(register, out::add));
  }

  private static String text(List<ObjectNode> entities) {
    StringBuilder text = new StringBuilder();
    entities.forEach(entity -> text.append(entity).append('\n'));
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftm/parteispenden.entities.ftm.json|96"
            + "|290 entities of schema Payment were left out;"
            + "|89 entities of schema Address were left out;",
        "ftm/t1.entities.ftm.json|6|1 entities of schema Address were left out;|"
      })
  void everyEntityOfAStagedFileIsWrittenAsItWasOrNamedAsLeftOut(
      String name, int kept, String first, String second) throws IOException {
    Path file = Staged.file(name);
    Staged.Read read = Staged.files(FtmReader::of, file);
    assertThat(read.rejects()).isEmpty();
    assertThat(read.loaded().entities()).hasSize(kept);
    assertThat(read.loaded().notes()).anyMatch(note -> note.startsWith(first));
    if (second != null) {
      assertThat(read.loaded().notes()).anyMatch(note -> note.startsWith(second));
    }
    Written written = write(read.register());
    List<JsonNode> original = lines(Files.readString(file));
    original.removeIf(e -> List.of("Payment", "Address").contains(e.path("schema").asText()));
    assertThat(written.entities()).isEqualTo(original);
    assertThat(written.dropped().lines()).isEmpty();
  }

  @Test
  void linksOfAllKindsAreRolesAndWrittenAsTheyWere() throws IOException {
    Staged.Read read = Staged.texts(FtmReader::of, MADE_UP);
    assertThat(read.reasons()).containsExactly("entity-not-there");
    assertThat(read.rejects().getFirst().detail()).contains("'v1'", "owner", "'gone'");
    Register register = read.register();
    Party company = register.party("c1").orElseThrow();
    assertThat(company.name()).isEqualTo("Beispiel AG");
    assertThat(company.aliases()).containsExactly("Example plc", "Пример", "例子公司");
    assertThat(company.country()).isEqualTo("DE");
    assertThat(company.identifiers())
        .containsExactly(
            new Identifier("imo-company", "6183435"),
            new Identifier("lei", "529900T8BM49AURSDO55"),
            new Identifier("reg-de", "HRB 1"));
    assertThat(company.statement().recorded()).hasToString("2024-03-28");
    Asset ship = register.asset("v1").orElseThrow();
    assertThat(ship.country()).isEqualTo("PA");
    assertThat(ship.identifiers())
        .containsExactly(new Identifier("imo", "9242223"), new Identifier("mmsi", "352000000"));
    assertThat(read.loaded().roles().stream().map(FtmTest::told).toList())
        .containsExactlyInAnyOrder(
            "c1 owner c2 shareholding 12.5 %",
            "c1 owner v1 title null",
            "c2 owner v1 title null",
            "p1 interest c1 board_member null",
            "p1 controller c2 nominee null",
            "c1 maker v1 fact null",
            "c1 member c2 fact null",
            "c2 operator v1 fact null");
    Role held = register.rolesIn("c2").stream().filter(r -> r.id().equals("o1")).findFirst().get();
    assertThat(held.statement().holdsOn(LocalDate.of(2020, 2, 29))).isFalse();
    assertThat(read.loaded().notes())
        .anyMatch(note -> note.contains("no share is counted; the first: 'about half'"))
        .anyMatch(note -> note.startsWith("1 entities of schema Succession were left out"));

    List<JsonNode> original = lines(MADE_UP);
    original.removeIf(entity -> entity.path("schema").asText().equals("Succession"));
    assertThat(write(register).entities()).containsExactlyInAnyOrderElementsOf(objects(original));
  }

  private static List<ObjectNode> objects(List<JsonNode> nodes) {
    return nodes.stream().map(ObjectNode.class::cast).toList();
  }

  private static String told(Role role) {
    return "%s %s %s %s %s"
        .formatted(
            role.holder(),
            role.kind().name().toLowerCase(java.util.Locale.ROOT),
            role.target(),
            role.basis().name().toLowerCase(java.util.Locale.ROOT),
            role.share());
  }

  @Test
  void whatSomebodyChangedSinceCountsForMoreThanWhatWasRead() {
    Staged.Read read = Staged.texts(FtmReader::of, MADE_UP);
    List<Role> roles = new ArrayList<>();
    for (Role role : read.loaded().roles()) {
      roles.add(
          role.id().equals("o1")
              ? new Role(
                  role.id(),
                  role.holder(),
                  role.target(),
                  role.kind(),
                  role.basis(),
                  Share.exactly(0.3),
                  role.directness(),
                  false,
                  List.of(),
                  null,
                  role.details(),
                  role.statement())
              : role);
    }
    Register changed = Register.of(read.loaded().sources(), read.loaded().entities(), roles);
    assertThat(text(write(changed).entities()))
        .contains("\"percentage\":[\"30\"]", "\"sharesType\":[\"ordinary\"]")
        .doesNotContain("12,5");
  }

  @Test
  void kindsAndRolesWithoutASchemaComeBackAsTheyWere() {
    List<Party> parties = new ArrayList<>();
    for (PartyKind kind : PartyKind.values()) {
      parties.add(Party.of("p-" + kind, kind, "Example " + kind, "NO"));
    }
    List<Asset> assets = new ArrayList<>();
    for (AssetKind kind : AssetKind.values()) {
      assets.add(Asset.of("a-" + kind, kind, "Example " + kind, "NO"));
    }
    List<Role> roles = new ArrayList<>();
    for (RoleKind kind : RoleKind.values()) {
      Basis basis =
          switch (kind) {
            case OWNER -> Basis.TITLE;
            case INTEREST -> Basis.RIGHTS_TO_PROFIT_OR_INCOME;
            default -> Basis.FACT;
          };
      roles.add(Role.of("p-COMPANY", "a-CRANE", kind, basis, null));
    }
    roles.add(Role.of("p-STATE", "p-COMPANY", RoleKind.CONTROLLER, Basis.GOLDEN_SHARE, null));
    roles.add(
        Role.of(
            "p-FUND",
            "p-COMPANY",
            RoleKind.OWNER,
            Basis.VOTING_RIGHTS,
            new Share(Share.ONE / 4, Share.ONE / 2, true, false)));
    List<org.bellbuoy.register.model.Entity> all = new ArrayList<>(parties);
    all.addAll(assets);
    Written written = write(Register.of(List.of(), all, roles));
    assertThat(written.dropped().lines()).isEmpty();
    Staged.Read read = Staged.texts(FtmReader::of, text(written.entities()));
    assertThat(read.rejects()).isEmpty();
    Register again = read.register();
    parties.forEach(p -> assertThat(again.party(p.id()).orElseThrow().kind()).isEqualTo(p.kind()));
    assets.forEach(a -> assertThat(again.asset(a.id()).orElseThrow().kind()).isEqualTo(a.kind()));
    assertThat(again.roles().stream().map(FtmTest::told).toList())
        .containsExactlyInAnyOrderElementsOf(roles.stream().map(FtmTest::told).toList());
  }

  @Test
  void whatTheFormatCannotHoldIsCounted() {
    Statement said =
        new Statement(
            "s",
            null,
            null,
            null,
            org.bellbuoy.register.model.Confidence.HIGH,
            "a note",
            Statement.Place.NOWHERE);
    Asset segment =
        new Asset(
            "seg",
            AssetKind.SEGMENT,
            "Example segment",
            List.of(),
            "",
            List.of(new Identifier("gb-coh", "1")),
            List.of("sys"),
            Geometry.point(1, 2),
            Map.of(),
            said);
    assertThat(write(Register.of(List.of(), List.of(segment), List.of())).dropped().lines())
        .containsExactly(
            "how far statements can be relied on: 1",
            "notes: 1",
            "schemes of numbers that the format has no property for: 1",
            "what assets are part of: 1",
            "where assets lie: 1");
  }

  @Test
  void brokenLinesAndEndsAreRejectsWithPlaceFieldAndValue() {
    Staged.Read read =
        Staged.texts(
            FtmReader::of,
            """
            {"id":"c1","schema":"Company","properties":{"name":["A"]}}
            {"id":"c1",
            ["list"]
            {"id":"","schema":"Company","properties":{}}
            {"id":"o","schema":"Ownership","properties":{"owner":["c1"]}}
            {"id":"o","schema":"Ownership","properties":{"owner":["c1"],"asset":["c1"],"startDate":["2022"],"endDate":["2021"]}}
            {"id":"c1","schema":"Vessel","properties":{"name":["A"]}}
            {"id":"v","schema":"Vessel","properties":{"name":["V"]}}
            {"id":"o","schema":"Ownership","properties":{"owner":["v"],"asset":["c1"]}}
            """);
    assertThat(read.reasons())
        .containsExactly(
            "broken-json",
            "not-an-object",
            "not-an-entity",
            "party-and-asset",
            "link-without-end",
            "dates-reversed",
            "holder-is-no-party");
    assertThat(read.rejects())
        .extracting(r -> r.line())
        .containsExactly(2L, 3L, 4L, 7L, 5L, 6L, 9L);
    assertThat(read.rejects().get(5).detail()).contains("endDate 2021 is before startDate 2022");
  }

  @Test
  void everyPropertyThatIsWrittenIsOneOfTheFormatsModel() throws IOException {
    JsonNode model =
        MAPPER.readTree(Staged.file("ftm/defaultModel.json").toFile()).path("schemata");
    for (ObjectNode entity : write(Staged.texts(FtmReader::of, MADE_UP).register()).entities()) {
      String schema = entity.path("schema").asText();
      if (schema.equals("Control")) {
        continue; // newer than the staged model
      }
      entity
          .path("properties")
          .fieldNames()
          .forEachRemaining(
              property ->
                  assertThat(known(model, schema, property)).as(schema + "." + property).isTrue());
    }
  }

  private static boolean known(JsonNode model, String schema, String property) {
    if (model.path(schema).path("properties").has(property)) {
      return true;
    }
    for (JsonNode parent : model.path(schema).path("extends")) {
      if (known(model, parent.asText(), property)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyLineOfADamagedFileIsKeptOrTold() {
    for (int seed = 0; seed < 4000; seed++) {
      keptOrTold(Staged.damaged(MADE_UP, seed));
    }
  }

  /** Lines that are not blank are entities, links, counted schemata or rejects. */
  static void keptOrTold(byte[] bytes) {
    Staged.Read read = Staged.bytes(FtmReader::of, bytes);
    long lines = 0;
    for (String line : new String(bytes, java.nio.charset.StandardCharsets.UTF_8).split("\n")) {
      lines += line.isBlank() ? 0 : 1;
    }
    long links =
        read.loaded().roles().stream()
            .map(role -> role.statement().place().line())
            .distinct()
            .count();
    long leftOut =
        read.loaded().notes().stream()
            .filter(note -> note.contains("were left out"))
            .mapToLong(note -> Long.parseLong(note.substring(0, note.indexOf(' '))))
            .sum();
    assertThat(read.loaded().entities().size() + links + leftOut + read.rejects().size())
        .isGreaterThanOrEqualTo(lines);
    write(read.register());
  }
}
