package org.bellbuoy.register.cables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.register.exchange.Staged;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.RoleKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CableTest {
  /** Made up. */
  static final String MADE_UP_CABLES =
      """
      {"id":"one","name":"Example One","length":"10 km","landing_points":[{"id":"a","name":"A, Norway","country":"Norway"},{"id":"b","name":"B, France","country":"France"}],"owners":"First Example, Inc., Second Example","suppliers":"None","rfs":"2012 April","url":null}
      {"id":"two","name":"Example Two","landing_points":[{"id":"b","name":"B, France"}],"owners":null,"suppliers":"Maker One, Maker Two","rfs":"2030 Q1"}
      """;

  /** Made up. */
  static final String MADE_UP_SHAPES =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"id":"one","name":"Example One"},"geometry":{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}},
      {"type":"Feature","properties":{"id":"one"},"geometry":{"type":"LineString","coordinates":[[3,4],[5,6]]}},
      {"type":"Feature","properties":{"id":"three","name":"Example Three"},"geometry":{"type":"LineString","coordinates":[[3,4],[5,6]]}},
      {"type":"Feature","properties":{"id":"a","name":"A, Norway"},"geometry":{"type":"Point","coordinates":[5,60]}},
      {"type":"Feature","properties":{"id":"bad"},"geometry":{"type":"Point","coordinates":"here"}}
      ]}
      """;

  private static Staged.Read staged() throws IOException {
    List<Path> files =
        new ArrayList<>(
            List.of(
                Staged.file("cables/cables.jsonl"),
                Staged.file("cables/cable-geo.staged.geojson"),
                Staged.file("cables/landing-point-geo.json")));
    try (Stream<Path> suppliers = Files.list(Staged.file("cables/supplier"))) {
      suppliers.sorted().forEach(files::add);
    }
    return Staged.files(CableReader::of, files.toArray(Path[]::new));
  }

  @Test
  void everyCableOfTheStagedFilesHasItsShapeItsLandingsAndItsOwners() throws IOException {
    Staged.Read read = staged();
    assertThat(read.rejects()).isEmpty();
    Register register = read.register();
    List<Asset> cables =
        register.assets().stream().filter(a -> a.kind() == AssetKind.CABLE_SYSTEM).toList();
    assertThat(cables).hasSize(348).allMatch(cable -> cable.geometry() != null);
    // 349 features draw 348 cables.
    List<Asset> points =
        register.assets().stream().filter(a -> a.kind() == AssetKind.LANDING_POINT).toList();
    // Counted outside: 1414 features, of which the cables name 1088.
    assertThat(points).hasSize(1414).allMatch(point -> point.geometry() != null);
    assertThat(points.stream().filter(point -> !point.partOf().isEmpty())).hasSize(1088);
    assertThat(register.roles())
        .allMatch(role -> role.share() == null)
        .allMatch(role -> role.kind() == RoleKind.OWNER || role.kind() == RoleKind.MAKER);
    Asset akorn = register.asset("cable:acs-alaska-oregon-network-akorn").orElseThrow();
    assertThat(akorn.details())
        .containsEntry("cables:length", "3,000 km")
        .containsEntry("ready-for-service", "2009-04");
    assertThat(register.partsOf(akorn.id()))
        .containsExactlyInAnyOrder(
            "landing-point:anchorage-ak-united-states",
            "landing-point:florence-or-united-states",
            "landing-point:homer-ak-united-states",
            "landing-point:nikiski-ak-united-states");
    assertThat(names(register, akorn.id(), RoleKind.OWNER))
        .containsExactly("Alaska Communications");
    assertThat(names(register, akorn.id(), RoleKind.MAKER)).containsExactly("SubCom");
  }

  @Test
  void makersOfTheStagedCablesAreCountedAsTheFilesCountThem() throws IOException {
    Register register = staged().register();
    // Counted outside: 80 of ASN alone and 10 with others; 145 cables without a supplier.
    assertThat(cablesOf(register, "ASN")).isEqualTo(90);
    assertThat(cablesOf(register, "HMN Tech")).isEqualTo(26);
    long unknown =
        register.assets().stream()
            .filter(asset -> asset.kind() == AssetKind.CABLE_SYSTEM)
            .filter(asset -> names(register, asset.id(), RoleKind.MAKER).isEmpty())
            .count();
    assertThat(unknown).isEqualTo(145);
    assertThat(register.parties()).noneMatch(party -> party.name().equals("None"));
  }

  private static long cablesOf(Register register, String maker) {
    return register.parties().stream()
        .filter(party -> party.name().equals(maker))
        .flatMap(party -> register.rolesOf(party.id()).stream())
        .filter(role -> role.kind() == RoleKind.MAKER)
        .count();
  }

  private static List<String> names(Register register, String asset, RoleKind kind) {
    return register.rolesIn(asset).stream()
        .filter(role -> role.kind() == kind)
        .map(role -> register.party(role.holder()).orElseThrow().name())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A, B, C|A;B;C",
        "Telecom Example, Inc.|Telecom Example, Inc.",
        "A, B Co., Ltd., C|A;B Co., Ltd.;C",
        "Ocean Example, Inc (OEX)|Ocean Example, Inc (OEX)",
        "Blue Example, LLC.|Blue Example, LLC.",
        "X (formerly Y, Z, W), V|X (formerly Y, Z, W);V",
        "X (open, Y|X (open;Y",
        "Example S/A, S.A., du|Example S/A, S.A.;du",
        "Ltd.|Ltd.",
        "A,, B,|A;B",
        "''|''"
      })
  void aListOfNamesIsSplitAtCommasThatPartNames(String text, String names) {
    assertThat(String.join(";", NameList.split(text))).isEqualTo(names);
  }

  @Test
  void filesAreJoinedAndWhatDoesNotFitIsTold() {
    Staged.Read read =
        Staged.texts(
            CableReader::of,
            MADE_UP_CABLES,
            MADE_UP_SHAPES,
            """
            {"id":"maker-one","name":"Maker One","cables":[{"id":"two"},{"id":"none-such"}]}
            """);
    assertThat(read.reasons()).containsExactly("bad-geometry", "cable-not-there");
    assertThat(read.rejects().getFirst().line()).isEqualTo(6);
    assertThat(read.rejects().get(1).detail()).contains("'none-such'");
    Register register = read.register();
    Asset one = register.asset("cable:one").orElseThrow();
    assertThat(one.geometry())
        .isInstanceOfSatisfying(
            Geometry.MultiLine.class, lines -> assertThat(lines.lines()).hasSize(2));
    assertThat(names(register, "cable:one", RoleKind.OWNER))
        .containsExactly("First Example, Inc.", "Second Example");
    assertThat(names(register, "cable:one", RoleKind.MAKER)).isEmpty();
    assertThat(names(register, "cable:two", RoleKind.MAKER))
        .containsExactly("Maker One", "Maker Two");
    assertThat(register.rolesIn("cable:two")).allMatch(role -> role.basis() == Basis.FACT);
    Asset b = register.asset("landing-point:b").orElseThrow();
    assertThat(b.country()).isEqualTo("FR");
    assertThat(b.partOf()).containsExactly("cable:one", "cable:two");
    assertThat(b.geometry()).isNull();
    assertThat(register.asset("cable:three")).isPresent();
    assertThat(read.loaded().notes()).anyMatch(note -> note.startsWith("1 cables are drawn"));
  }

  @Test
  void everyObjectOfADamagedFileIsKeptOrTold() {
    for (int seed = 0; seed < 2000; seed++) {
      keptOrTold(Staged.damaged(MADE_UP_CABLES, seed), Staged.damaged(MADE_UP_SHAPES, seed));
    }
  }

  /** A file is read to its end, or to a place that a reject names. */
  static void keptOrTold(byte[] cables, byte[] shapes) {
    Staged.Read read = Staged.bytes(CableReader::of, cables, shapes);
    Register register = read.register();
    long told = read.rejects().stream().filter(r -> r.source() == 0).count();
    long kept = register.assets().stream().filter(a -> a.kind() == AssetKind.CABLE_SYSTEM).count();
    boolean blank = new String(cables, java.nio.charset.StandardCharsets.UTF_8).isBlank();
    assertThat(told + kept > 0 || blank).isTrue();
    boolean whole = read.reasons().stream().noneMatch(r -> r.equals("broken-json"));
    if (whole) {
      assertThat(told + kept).isGreaterThanOrEqualTo(2);
    }
  }
}
