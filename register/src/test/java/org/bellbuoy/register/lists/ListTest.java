package org.bellbuoy.register.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bellbuoy.register.exchange.Staged;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.junit.jupiter.api.Test;

/** Lists of states, held against the staged ones and their PROVENANCE. */
class ListTest {
  /** Made up. */
  static final String MADE_UP_1260H =
      """
      Name,Clean Name,Alias,Previous Name,Parent Name,Note,Start date,End date,Source Url
      Example Group*,Example Group,EG; Example,,,made up,2021-06-03,,
      "Example Sub Co., Ltd.","Example Sub Co., Ltd.",,Old Example,Example Group,,2022-01-01,2024-05-06,
      "Example Sub Co., Ltd.","Example Sub Co., Ltd.",,,Example Group.,,2025-01-07,,
      Own,Own,,,Own,,2021-06-03,,
      Late,Late,,,,,2025-01-07,2021-06-03,
      """;

  /** Made up. */
  static final String MADE_UP_ANNEX =
      """
      celex,recordId,annex,measure,startDate,reason,schema,name,alias,previousName,country,registrationNumber,imoNumber
      32014R0833,1,XLII,Transport,25.6.2024,made up,Vessel,EXAMPLE,,Older; Oldest,,,9242223
      32014R0833,2,IV,Export control,12 March 2022,,LegalEntity,Example JSC,Пример,,Russia,7704730655 (Tax ID/INN),
      32014R0833,3,IV,Export control,some day,,LegalEntity,Example Two,,,,1 (CR No.),
      32014R0833,4,IV,Export control,,,Aeroplane,Example Three,,,,,
      """;

  private static Staged.Read read(String... texts) {
    return Staged.texts(ListReader::of, texts);
  }

  @Test
  void allRowsOfThe1260HListAreListingsAndParentsAreStatedControl() {
    Staged.Read read =
        Staged.files(ListReader::of, Staged.file("sanctions/us_dod_1260h_sanctions.csv"));
    assertThat(read.rejects()).isEmpty();
    Register register = read.register();
    assertThat(register.entities().stream().filter(entity -> !Listing.of(entity).isEmpty()).count())
        .isEqualTo(397);
    assertThat(register.roles()).hasSize(197);
    assertThat(register.roles()).allMatch(role -> role.basis() == Basis.STATED_CONTROL);
    assertThat(register.roles()).allMatch(role -> role.share() == null);
    assertThat(
            register.entities().stream()
                .flatMap(entity -> Listing.of(entity).stream())
                .filter(listing -> listing.until() == null)
                .count())
        .isEqualTo(376);
    Party telecom = named(register, "China Telecom Corporation Limited");
    assertThat(register.rolesIn(telecom.id()))
        .extracting(role -> register.party(role.holder()).orElseThrow().name())
        .containsOnly("China Telecom Group Co., Ltd.");
    assertThat(read.loaded().notes())
        .anyMatch(note -> note.contains("became parties of their own"));
  }

  @Test
  void whoIsListedIsAskedForADay() {
    Register register =
        Staged.files(ListReader::of, Staged.file("sanctions/us_dod_1260h_sanctions.csv"))
            .register();
    String finance = named(register, "COSCO SHIPPING Finance Co., Ltd.").id();
    assertThat(on(register, "us-1260h", 2025, 1, 6)).doesNotContainKey(finance);
    assertThat(on(register, "us-1260h", 2025, 1, 7)).containsKey(finance);
    assertThat(on(register, "us-1260h", 2026, 2, 17)).doesNotContainKey(finance);
    assertThat(on(register, "us-1260h", 2021, 6, 2)).isEmpty();
  }

  private static Map<String, Listing> on(Register register, String list, int y, int m, int d) {
    return Listing.on(register, list, LocalDate.of(y, m, d));
  }

  private static Party named(Register register, String name) {
    return register.parties().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void allRowsOfTheAnnexesAreKeptWithTheirShips() {
    Staged.Read read =
        Staged.files(ListReader::of, Staged.file("sanctions/eu_32014R0833_consolidated.csv"));
    assertThat(read.rejects()).isEmpty();
    assertThat(read.loaded().notes()).isEmpty();
    Register register = read.register();
    assertThat(register.entities()).hasSize(1522);
    assertThat(register.ids()).hasSize(1522);
    List<Asset> ships =
        register.assets().stream().filter(a -> a.kind() == AssetKind.VESSEL).toList();
    assertThat(ships).hasSize(409).allMatch(ship -> ship.identifiers().size() == 1);
    assertThat(register.idsOf(new Identifier("imo", "9179842"))).hasSize(1);
    // One ship stands there twice; a list does not join what it does not join.
    assertThat(ships.stream().flatMap(s -> s.identifiers().stream()).distinct()).hasSize(408);
    assertThat(on(register, "eu-32014r0833/XLII", 2026, 11, 1)).hasSize(409);
    assertThat(on(register, "eu-32014r0833/XLII", 2024, 6, 24)).isEmpty();
    assertThat(on(register, "eu-32014r0833", 2026, 11, 1)).hasSize(1522);
  }

  @Test
  void rowsOfTheMaritimeTableWithoutATopicAreOnNoList() {
    Staged.Read read =
        Staged.files(
            ListReader::of, Staged.file("sanctions/opensanctions_testdataset_maritime.csv"));
    assertThat(read.rejects()).isEmpty();
    Register register = read.register();
    assertThat(register.ids()).hasSize(6);
    assertThat(on(register, "opensanctions-maritime", 2026, 1, 1).keySet())
        .containsExactly("org-a", "org-b", "vessel-a", "vessel-b", "vessel-d");
    assertThat(on(register, "opensanctions-maritime/sanction", 2026, 1, 1).keySet())
        .doesNotContain("vessel-a");
    assertThat(register.party("org-b").orElseThrow().identifiers())
        .containsExactly(new Identifier("imo-company", "6183435"));
    assertThat(register.asset("vessel-b").orElseThrow().identifiers())
        .containsExactly(new Identifier("imo", "9209972"));
  }

  @Test
  void aNameThatDiffersByAFullStopIsAnotherParty() {
    Staged.Read read = read(MADE_UP_1260H);
    assertThat(read.reasons()).containsExactlyInAnyOrder("own-parent", "dates-reversed");
    Register register = read.register();
    Party sub = named(register, "Example Sub Co., Ltd.");
    assertThat(register.statementsOf(sub.id())).hasSize(2);
    assertThat(register.rolesIn(sub.id()))
        .extracting(role -> register.party(role.holder()).orElseThrow().name())
        .containsExactly("Example Group", "Example Group.");
    Role first = register.rolesIn(sub.id()).getFirst();
    assertThat(first.statement().holdsOn(LocalDate.of(2024, 5, 5))).isTrue();
    assertThat(first.statement().holdsOn(LocalDate.of(2024, 5, 6))).isFalse();
  }

  @Test
  void anEntryOfAnAnnexKeepsItsNumbersDaysAndNames() {
    Staged.Read read = read(MADE_UP_ANNEX);
    assertThat(read.reasons()).containsExactly("unknown-schema");
    assertThat(read.rejects().getFirst().detail()).contains("schema: 'Aeroplane'");
    Register register = read.register();
    Party company = named(register, "Example JSC");
    assertThat(company.country()).isEqualTo("RU");
    assertThat(company.identifiers()).containsExactly(new Identifier("ru-inn", "7704730655"));
    assertThat(Listing.of(company))
        .containsExactly(
            new Listing(
                "eu-32014r0833/IV",
                new org.bellbuoy.register.model.PartialDate(2022, 3, 12),
                null,
                "Export control"));
    assertThat(register.assets().getFirst().aliases()).containsExactly("Older", "Oldest");
    assertThat(named(register, "Example Two").identifiers())
        .containsExactly(new Identifier("reg", "1 (CR No.)"));
    assertThat(read.loaded().notes())
        .singleElement()
        .asString()
        .startsWith("1 days cannot be read and are kept as text; the first: 'some day'");
  }

  @Test
  void aTableThatIsNoListIsTold() {
    Staged.Read read = read("a,b\n1,2\n3,4\n");
    assertThat(read.reasons()).containsExactly("unknown-list");
    assertThat(read.rejects().getFirst().detail()).contains("a, b");
  }

  @Test
  void everyRowOfADamagedListIsKeptOrTold() {
    for (int seed = 0; seed < 2000; seed++) {
      keptOrTold(Staged.damaged(MADE_UP_1260H, seed));
      keptOrTold(Staged.damaged(MADE_UP_ANNEX, seed));
    }
  }

  /** Every row is a statement, a reject or in a file that is rejected as a whole. */
  static void keptOrTold(byte[] bytes) {
    Staged.Read read = Staged.bytes(ListReader::of, bytes);
    read.register();
    boolean whole =
        read.reasons().stream().anyMatch(r -> r.equals("unknown-list") || r.equals("header"));
    List<Long> lines = new java.util.ArrayList<>();
    read.loaded().entities().forEach(e -> lines.add(e.statement().place().line()));
    read.rejects().forEach(r -> lines.add(r.line()));
    String[] all = new String(bytes, java.nio.charset.StandardCharsets.UTF_8).split("\n");
    boolean quotes = new String(bytes, java.nio.charset.StandardCharsets.UTF_8).contains("\"");
    for (int i = 1; i < all.length; i++) {
      if (!whole && !quotes && !all[i].isBlank() && !all[0].isBlank()) {
        assertThat(lines).as(all[i]).contains(i + 1L);
      }
    }
  }
}
