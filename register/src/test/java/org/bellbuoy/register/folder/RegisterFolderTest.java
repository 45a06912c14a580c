package org.bellbuoy.register.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.UnspecifiedReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterFolderTest {
  private static final String ROLES = "holder,target,role,basis,share,share_min,share_max,source\n";

  @TempDir Path folder;
  private final List<Reject> rejects = new ArrayList<>();

  @BeforeEach
  void aSmallRegister() throws IOException {
    write("sources.csv", "id,title\ns,A source\nt,Another\n");
    write(
        "parties.csv",
        "id,kind,name,country,identifiers\na,company,Aa,XA,xa-reg:1|gb-coh:2\nb,company,Bb,XB,\n"
            + "c,fund,Cc,,\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private RegisterFolder.Loaded load() throws SourceException {
    return load(FolderOptions.defaults());
  }

  private RegisterFolder.Loaded load(FolderOptions options) throws SourceException {
    return RegisterFolder.load(folder.toString(), options, rejects::add);
  }

  private void rejected(String reason, String... words) {
    assertThat(rejects)
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.reason()).isEqualTo(reason);
              assertThat(reject.detail()).contains(words);
            });
  }

  @Test
  void sharesMayBeExactRangesOrMoreThanABound() throws Exception {
    write(
        "roles.csv",
        ROLES + "a,b,owner,,51,,,s\nb,c,owner,voting-rights,,>25,<50,s\na,c,owner,,,,,t\n");

    List<Role> roles = load().register().roles();

    assertThat(rejects).isEmpty();
    assertThat(roles.get(0).share()).isEqualTo(Share.exactly(0.51));
    assertThat(roles.get(0).basis()).isEqualTo(Basis.SHAREHOLDING);
    assertThat(roles.get(1).share()).isEqualTo(new Share(Share.ONE / 4, Share.ONE / 2, true, true));
    assertThat(roles.get(1).basis()).isEqualTo(Basis.VOTING_RIGHTS);
    assertThat(roles.get(2).share()).isEqualTo(new Share(0, Share.ONE, false, false));
    assertThat(roles.get(2).statement().place()).hasToString("roles.csv line 4");
  }

  @Test
  void yamlSaysTheSameAsCsv() throws Exception {
    write(
        "parties-more.yaml",
        "- id: d\n  kind: unknown\n  name: Owner not told\n  reason: subject-exempt-from-disclosure\n"
            + "- {id: e, kind: state-body, name: Ee, aliases: [E, Eee], country: 'NO'}\n");
    write(
        "assets.yml",
        "- id: ship\n  kind: vessel\n  name: Ship\n  identifiers: ['xa-reg:9']\n  latitude: 50.5\n"
            + "  longitude: -1\n  x-built: 2001\n");
    write("roles.yaml", "- {holder: d, target: ship, role: owner, share: 100, source: s}\n");

    var register = load().register();

    assertThat(rejects).isEmpty();
    assertThat(register.party("d").orElseThrow().reason())
        .isEqualTo(UnspecifiedReason.SUBJECT_EXEMPT_FROM_DISCLOSURE);
    assertThat(register.party("e").orElseThrow().aliases()).containsExactly("E", "Eee");
    assertThat(register.party("e").orElseThrow().kind()).isEqualTo(PartyKind.STATE_BODY);
    Asset ship = register.asset("ship").orElseThrow();
    assertThat(ship.details()).containsEntry("built", "2001");
    assertThat(ship.geometry()).isNotNull();
    assertThat(register.idsOf(new Identifier("XA-REG", "9"))).containsExactly("ship");
    assertThat(register.roles().getFirst().basis()).isEqualTo(Basis.TITLE);
  }

  @Test
  void aShareOfMoreThanTheWholeIsNamedByRow() throws Exception {
    write("roles.csv", ROLES + "a,b,owner,,120,,,s\n");

    assertThat(load().register().roles()).isEmpty();
    rejected("share-over-whole", "roles.csv line 2", "share is '120'", "0 to 100");
    assertThat(rejects.getFirst().offset()).isEqualTo(ROLES.length());
    assertThat(rejects.getFirst().length()).isEqualTo("a,b,owner,,120,,,s\n".length());
  }

  @Test
  void sharesOfOneSourceThatAreMoreThanTheWholeAreAllNamedAndStayInDoubt() throws Exception {
    write("roles.csv", ROLES + "a,c,owner,,60,,,s\nb,c,owner,,50,,,s\na,b,owner,,30,,,s\n");

    assertThat(load().register().roles()).hasSize(3);
    assertThat(rejects).allMatch(RegisterFolder::kept);
    assertThat(rejects).extracting(Reject::line).containsExactly(2L, 3L);
    assertThat(rejects.getFirst().detail())
        .contains("target is 'c'", "come to 110 % from the beginning", "'a'");
  }

  @Test
  void twoSourcesMayDisagreeOnOneHolding() throws Exception {
    write("roles.csv", ROLES + "a,c,owner,,60,,,s\na,c,owner,,30,,,t\nb,c,owner,,40,,,s\n");

    assertThat(load().register().roles()).hasSize(3);
    assertThat(rejects).isEmpty();
  }

  @Test
  void twoSourcesThatNameDifferentOwnersAreNoErrorOfARow() throws Exception {
    write("roles.csv", ROLES + "a,c,owner,,60,,,s\nb,c,owner,,60,,,t\n");

    assertThat(load().register().roles()).hasSize(2);
    assertThat(rejects).isEmpty();
  }

  @Test
  void aShareThatWasSoldIsNotHeldTwice() throws Exception {
    String dated = "holder,target,role,share,source,valid_from,valid_to\n";
    write("roles.csv", dated + "a,c,owner,100,s,2020,2025-03\nb,c,owner,100,s,2025-03,\n");
    assertThat(load().register().roles()).hasSize(2);
    assertThat(rejects).isEmpty();

    write("roles.csv", dated + "a,c,owner,100,s,2020,2025-04\nb,c,owner,100,s,2025-03,\n");
    assertThat(load().register().roles()).hasSize(2);
    assertThat(rejects).hasSize(2);
    assertThat(rejects.getFirst().detail()).contains("200 % on 2025-03-01");
  }

  @Test
  void datesThatAreReversedAreNamed() throws Exception {
    write(
        "roles.csv",
        "holder,target,role,source,valid_from,valid_to\na,b,operator,s,2025-05,2024-12-31\n");
    load();
    rejected("dates-reversed", "valid_to is '2024-12-31'", "valid_from, '2025-05'");
  }

  @Test
  void idsThatAreNotThereAreNamed() throws Exception {
    write("roles.csv", ROLES + "a,nobody,owner,,10,,,s\n");
    load();
    rejected("unknown-id", "roles.csv line 2", "target is 'nobody'");
    rejects.clear();
    write("roles.csv", ROLES + "a,b,owner,,10,,,elsewhere\n");
    load();
    rejected("unknown-id", "source is 'elsewhere'");
  }

  @Test
  void twoPartiesWithOneIdentifierAreBothNamedAndBothStay() throws Exception {
    write("parties-more.csv", "id,kind,name,identifiers\nz,company,Zz,XA-REG:1\n");
    assertThat(load().register().party("z")).isPresent();
    assertThat(load().register().party("a")).isPresent();
    rejects.subList(2, 4).clear();
    assertThat(rejects).extracting(Reject::reason).containsOnly("same-identifier");
    assertThat(rejects)
        .extracting(Reject::detail)
        .satisfiesExactly(
            first -> assertThat(first).contains("parties.csv line 2", "xa-reg:1", "'z'"),
            second -> assertThat(second).contains("parties-more.csv line 2", "'a'"));
  }

  /** 9999993: 9 x (7+6+5+4+3+2) = 243; LEIs of the example by ISO 7064, 98 - rest. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "imo:9999994; its last digit does not check the others",
        "imo:999999; it has seven digits",
        "lei:00EXAMPLE0000000EX57; its last two digits do not check the others",
        "mmsi:199000000; no station has numbers that begin so",
        "mmsi:799000000; its MID was given to no administration"
      })
  void aNumberThatFailsItsCheckIsNamedAndTheRestOfTheRowStays(String number, String why)
      throws Exception {
    write("assets.csv", "id,kind,name,identifiers\nv,vessel,Vessel,x:1|%s\n".formatted(number));

    var vessel = load().register().asset("v").orElseThrow();

    assertThat(vessel.identifiers()).extracting(Object::toString).containsExactly("x:1");
    rejected("bad-identifier", "assets.csv line 2: identifiers is '" + number + "'", why);
  }

  @Test
  void rightNumbersStayAsTheyAreWrittenAndTwoWaysOfWritingOneAreOne() throws Exception {
    write(
        "assets.csv",
        "id,kind,name,identifiers\nv,vessel,V,imo:9999993|mmsi:366999999\n"
            + "w,vessel,W,imo:IMO 9999993\n");

    assertThat(load().register().asset("v").orElseThrow().identifiers())
        .extracting(Object::toString)
        .containsExactly("imo:9999993", "mmsi:366999999");
    assertThat(rejects)
        .extracting(Reject::reason)
        .containsExactly("same-identifier", "same-identifier");
  }

  @Test
  void aPartyDescribedByTwoSourcesKeepsBothAndTheBetterLeads() throws Exception {
    write(
        "parties-more.csv",
        "id,kind,name,source,confidence\na,company,Aa Limited,s,high\na,company,Aa again,s,low\n");

    var register = load().register();

    assertThat(register.statementsOf("a")).hasSize(2);
    assertThat(register.party("a").orElseThrow().name()).isEqualTo("Aa Limited");
    rejected("duplicate-id", "id is 'a'", "by the same source");
  }

  @Test
  void wordsThatAreNotKnownComeWithThoseThatAre() throws Exception {
    write("roles.csv", ROLES + "a,b,ownr,,10,,,s\n");
    load();
    rejected("unknown-word", "role is 'ownr'", "owner, controller, interest");
    rejects.clear();
    write("roles.csv", "holder,target,role,sorce\na,b,owner,s\n");
    load();
    rejected("unknown-column", "roles.csv line 1", "'sorce'");
  }

  @Test
  void nobodyHoldsItself() throws Exception {
    write("roles.csv", ROLES + "a,a,owner,,10,,,s\n");
    load();
    rejected("held-by-itself", "target is 'a'");
  }

  @Test
  void controlHasNoPercentage() throws Exception {
    write("roles.csv", ROLES + "a,b,controller,golden-share,10,,,s\n");
    load();
    rejected("share-without-shares", "basis is 'golden-share'");
  }

  @Test
  void aFileThatIsTooLargeIsReadNoFurtherAndSaysSo() throws Exception {
    StringBuilder rows = new StringBuilder(ROLES);
    for (int i = 0; i < 20_000; i++) {
      rows.append("a,b,operator,,,,,s\n");
    }
    write("roles.csv", rows.toString());
    load(new FolderOptions(100_000, 1_000, 1_000_000));
    rejected("too-large", "larger than 100000 bytes", "several files");
    rejects.clear();
    load(new FolderOptions(10_000_000, 1_000, 1_000));
    rejected("too-large", "more than 1000 rows");
    rejects.clear();
    write("roles.yaml", "# " + "x".repeat(2_000));
    load(new FolderOptions(10_000_000, 1_000, 1_000_000));
    rejected("too-large", "roles.yaml", "use CSV");
  }

  @Test
  void oneBadLineSpoilsNoOther() throws Exception {
    Files.write(
        folder.resolve("roles.csv"),
        (ROLES
                + "a,b,owner,,\"10,,,s\n"
                + "a,b,owner,,10,,,s,more\n"
                + "a,\u00ff,owner,,10,,,s\n"
                + "a,b,owner,,10,,,s\n"
                + "x".repeat(70_000)
                + "\nb,c,owner,,5.5,,,s")
            .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(load().register().roles()).hasSize(2);
    assertThat(rejects)
        .extracting(Reject::reason)
        .containsExactly("open-quote", "columns", "not-utf8", "line-too-long");
  }

  @Test
  void aFolderWithoutTablesFailsAndAMisnamedFileIsTold() throws Exception {
    write("party.csv", "id\n");
    assertThat(load().problems()).singleElement().asString().contains("party.csv was not read");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("notes.txt"), "nothing");
    assertThatThrownBy(
            () -> RegisterFolder.load(empty.toString(), FolderOptions.defaults(), reject -> {}))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("holds no register");
  }
}
