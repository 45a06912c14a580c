package org.bellbuoy.register.join;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.register.folder.StarterRegister;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Statement;
import org.junit.jupiter.api.Test;

class PartyJoinTest {
  private final List<Entity> entities = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();

  private void party(String id, PartyKind kind, String country) {
    entities.add(Party.of(id, kind, "Name of " + id, country));
  }

  private void asset(String id, AssetKind kind, String name, String complete, String... more) {
    List<Identifier> identifiers = new ArrayList<>();
    List<String> wholes = new ArrayList<>();
    for (String word : more) {
      int colon = word.indexOf(':');
      if (colon > 0) {
        identifiers.add(new Identifier(word.substring(0, colon), word.substring(colon + 1)));
      } else {
        wholes.add(word);
      }
    }
    entities.add(
        new Asset(
            id,
            kind,
            name,
            List.of(),
            "",
            identifiers,
            wholes,
            null,
            complete.isEmpty() ? Map.of() : Map.of("complete", complete),
            Statement.NONE));
  }

  private void role(String holder, String target, RoleKind kind) {
    Basis basis = kind == RoleKind.OWNER ? Basis.TITLE : Basis.FACT;
    roles.add(Role.of(holder, target, kind, basis, null));
  }

  private Finding join(Finding finding, JoinOptions options) {
    return PartyJoin.of(Register.of(List.of(), entities, roles), options).join(finding, Clues.NONE);
  }

  private Finding join(Finding finding) {
    return join(finding, JoinOptions.defaults());
  }

  private static Finding silence(Map<String, String> ids, String name, AssetRef... assets) {
    return new Finding(
        new UUID(1, 2),
        "sea.silence",
        1,
        State.FINAL,
        Severity.MEDIUM,
        new Subject("vessel", ids, name),
        List.of(assets),
        Instant.parse("2026-11-05T00:00:00Z"),
        null,
        null,
        new Assessment(Level.POSSIBLE, 0.4321, List.of(new Hypothesis("switched-off", 0.4321))),
        List.of(Reason.of("heard-before", "Heard.")),
        new Coverage("Well heard.", 0.9, JsonNodeFactory.instance.objectNode()),
        List.of(),
        List.of(),
        "run");
  }

  private static AssetRef cable(String id) {
    return AssetRef.of("cable", id, null, "within-reach");
  }

  private static List<String> codes(Finding finding) {
    return finding.reasons().stream().map(Reason::code).toList();
  }

  private static PartyRef party(Finding finding, String of, String role) {
    return finding.parties().stream()
        .filter(party -> of.equals(party.of()) && party.role().equals(role))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + role + " of " + of));
  }

  @Test
  void aShipOfTheStarterIsToldWithItsOperatorAndWhoControlsThat() throws Exception {
    Register starter = StarterRegister.load(reject -> {}).register();
    Finding joined =
        PartyJoin.of(starter, JoinOptions.defaults())
            .join(silence(Map.of("mmsi", "000000001"), "FU HAI"), Clues.NONE);

    PartyRef operator = party(joined, "subject", "operator");
    assertThat(operator.id()).isEqualTo("sbss");
    assertThat(operator.controllers())
        .extracting(PartyRef.Controller::label)
        .containsExactly("China Telecom Group", "China (stated)");
    assertThat(operator.controllers().getFirst().basis())
        .isEqualTo("majority of votes by least shares, over all links");
    assertThat(operator.basis()).contains("by the name 'FU HAI' alone", "starter/roles.csv line");
    assertThat(joined.parties())
        .filteredOn(party -> party.role().equals("ultimate-controller"))
        .extracting(PartyRef::id, PartyRef::certainty)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("china-telecom", "certain"),
            org.assertj.core.groups.Tuple.tuple("state-cn", "stated"));
    assertThat(joined.reasons().toString())
        .contains(
            "Without S.B. Submarine Systems no other service provider of Yokohama Zone is named.")
        .contains("does not say that all of them are named");
    assertThat(joined.severity()).as("others may be unnamed").isEqualTo(Severity.MEDIUM);
  }

  @Test
  void theAssessmentIsTheSameBytesWithAndWithoutARegister() {
    sole();
    Finding without = silence(Map.of("imo", "0000002"), "X", cable("c1"));
    Finding with = join(without);

    assertThat(with.severity()).isNotEqualTo(without.severity());
    assertThat(with.parties()).isNotEmpty();
    assertThat(assessment(with)).isEqualTo(assessment(without));
    assertThat(with.id()).isEqualTo(without.id());
    assertThat(with.coverage()).isEqualTo(without.coverage());
    assertThat(with.evidence()).isEqualTo(without.evidence());
  }

  private static String assessment(Finding finding) {
    String json = FindingJson.write(finding);
    return json.substring(json.indexOf("\"assessment\""), json.indexOf("\"reasons\""));
  }

  private void sole() {
    party("a", PartyKind.COMPANY, "XA");
    party("b", PartyKind.COMPANY, "XB");
    asset("zone", AssetKind.AGREEMENT, "Zone", "service-provider");
    asset("ship", AssetKind.VESSEL, "Ship", "", "imo:0000002", "zone");
    asset("cable", AssetKind.CABLE_SYSTEM, "Cable", "", "cable:c1", "zone");
    role("b", "ship", RoleKind.OPERATOR);
    role("a", "zone", RoleKind.SERVICE_PROVIDER);
  }

  @Test
  void theOnlyServicerOfAllWhoAreNamedRaisesSeverityAndSaysSo() {
    sole();
    Finding joined = join(silence(Map.of("imo", "0000002"), "X", cable("c1")));

    assertThat(joined.severity()).isEqualTo(Severity.HIGH);
    assertThat(joined.reasons())
        .filteredOn(reason -> reason.code().equals("severity-by-register"))
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason.text())
                    .contains("from medium to high by the rule no-substitute")
                    .contains("Name of a is the only service provider of Cable"));
    assertThat(party(joined, "cable:c1", "service-provider").id()).isEqualTo("a");
  }

  @Test
  void whatHangsOnAPartyIsSaidInPlainWords() {
    party("op", PartyKind.COMPANY, "XB");
    party("sister", PartyKind.COMPANY, "XB");
    party("top", PartyKind.COMPANY, "XB");
    asset("ship", AssetKind.VESSEL, "Ship", "", "mmsi:000000001");
    role("op", "ship", RoleKind.OPERATOR);
    assertThat(join(silence(Map.of("mmsi", "000000001"), "X")).reasons())
        .extracting(Reason::text)
        .contains(
            "Without Name of op no other operator of any vessel in the register is named. On it"
                + " alone hangs 1 of the 1 that have one named, of 1 in all.");

    asset("other", AssetKind.VESSEL, "Other", "", "mmsi:000000002");
    asset("third", AssetKind.VESSEL, "Third", "", "mmsi:000000003");
    role("sister", "other", RoleKind.OPERATOR);
    roles.add(Role.shareholding("top", "op", Share.exactly(1)));
    roles.add(Role.shareholding("top", "sister", Share.exactly(1)));
    assertThat(join(silence(Map.of("mmsi", "000000001"), "X")).reasons())
        .extracting(Reason::text)
        .contains(
            "Without Name of op one other operator of any vessel in the register is named, under"
                + " the same certain control. On it alone hangs 1 of the 2 that have one named, of"
                + " 3 in all.");
  }

  @Test
  void aRuleThatIsOffMovesNothing() {
    sole();
    Finding joined =
        join(
            silence(Map.of("imo", "0000002"), "X", cable("c1")),
            new JoinOptions(Set.of(SeverityRule.OWN_THING), Set.of(), 60));

    assertThat(joined.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(codes(joined)).doesNotContain("severity-by-register");
  }

  @Test
  void anUnknownServicerIsNeitherAnAlternativeNorPassedOver() {
    sole();
    entities.add(Party.of("who", PartyKind.UNKNOWN, "Not known", ""));
    role("who", "zone", RoleKind.SERVICE_PROVIDER);
    Finding joined = join(silence(Map.of("imo", "0000002"), "X", cable("c1")));

    assertThat(joined.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(joined.reasons().toString())
        .contains(
            "Without Name of a no other service provider of Zone is named. 1 more are unknown");
  }

  @Test
  void workOnOnesOwnCableMattersLess() {
    party("a", PartyKind.COMPANY, "XA");
    party("top", PartyKind.COMPANY, "XA");
    party("b", PartyKind.COMPANY, "XA");
    asset("ship", AssetKind.VESSEL, "Ship", "", "mmsi:000000001");
    asset("cable", AssetKind.CABLE_SYSTEM, "Cable", "", "cable:c1");
    role("a", "ship", RoleKind.OPERATOR);
    role("b", "cable", RoleKind.OWNER);
    roles.add(Role.shareholding("top", "a", Share.between(0.6, 0.7)));
    roles.add(Role.shareholding("top", "b", Share.exactly(1)));
    Finding joined = join(silence(Map.of("mmsi", "000000001"), "X", cable("c1")));

    assertThat(joined.severity()).isEqualTo(Severity.LOW);
    assertThat(joined.reasons().toString()).contains("by the rule own-thing");
  }

  @Test
  void aCountryRaisesSeverityOnlyWhereItsControlIsMoreThanPossible() {
    party("a", PartyKind.COMPANY, "XA");
    party("s", PartyKind.STATE, "XZ");
    asset("ship", AssetKind.VESSEL, "Ship", "", "mmsi:000000001");
    role("a", "ship", RoleKind.OPERATOR);
    JoinOptions watched = new JoinOptions(Set.of(SeverityRule.values()), Set.of("XZ"), 60);
    roles.add(Role.shareholding("s", "a", Share.between(0.4, 0.6)));
    Finding possible = join(silence(Map.of("mmsi", "000000001"), "X"), watched);
    roles.set(1, Role.shareholding("s", "a", Share.between(0.51, 0.6)));
    Finding certain = join(silence(Map.of("mmsi", "000000001"), "X"), watched);

    assertThat(possible.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(party(possible, "subject", "ultimate-controller").certainty()).isEqualTo("possible");
    assertThat(party(possible, "subject", "operator").controllers())
        .containsExactly(
            new PartyRef.Controller(
                "s", "possible", "majority of votes by largest shares only", "Name of s"));
    assertThat(party(certain, "subject", "operator").controllers())
        .extracting(PartyRef.Controller::label)
        .containsExactly("Name of s");
    assertThat(certain.severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void identifiersThatMeanTwoShipsNameNobody() {
    party("a", PartyKind.COMPANY, "XA");
    asset("one", AssetKind.VESSEL, "One", "", "mmsi:000000001");
    asset("two", AssetKind.VESSEL, "Two", "", "imo:0000002");
    role("a", "one", RoleKind.OPERATOR);
    Finding joined = join(silence(Map.of("mmsi", "000000001", "imo", "0000002"), "X"));

    assertThat(joined.parties()).isEmpty();
    assertThat(codes(joined)).contains("register-ambiguous");
  }

  @Test
  void aNameCountsOnlyWhereOneHasItAndNoIdentifierSpeaksAgainstIt() {
    party("a", PartyKind.COMPANY, "XA");
    asset("one", AssetKind.VESSEL, "Île d'Étoile", "", "imo:0000002");
    role("a", "one", RoleKind.OPERATOR);

    assertThat(join(silence(Map.of("mmsi", "1"), "ILE D ETOILE")).parties()).isNotEmpty();
    assertThat(join(silence(Map.of("imo", "0000010"), "ILE D ETOILE")).parties()).isEmpty();
    asset("two", AssetKind.VESSEL, "ile d'etoile", "");
    assertThat(join(silence(Map.of("mmsi", "1"), "ILE D ETOILE")).parties()).isEmpty();
  }

  @Test
  void whoOwnedItThenIsToldAndNotWhoOwnsItNow() {
    party("a", PartyKind.COMPANY, "XA");
    party("b", PartyKind.COMPANY, "XB");
    asset("ship", AssetKind.VESSEL, "Ship", "", "mmsi:000000001");
    PartialDate sold = PartialDate.parse("2026-11-06").orElseThrow();
    Statement before =
        new Statement("", null, sold, null, Confidence.HIGH, "", Statement.Place.NOWHERE);
    Statement after =
        new Statement("", sold, null, null, Confidence.HIGH, "", Statement.Place.NOWHERE);
    roles.add(Role.of("a", "ship", RoleKind.OWNER, Basis.TITLE, null).with(before));
    roles.add(Role.of("b", "ship", RoleKind.OWNER, Basis.TITLE, null).with(after));

    Finding joined = join(silence(Map.of("mmsi", "000000001"), "X"));

    assertThat(sold.first()).isEqualTo(LocalDate.of(2026, 11, 6));
    assertThat(joined.parties()).extracting(PartyRef::id).containsExactly("a");
  }

  @Test
  void anOrganisationThatAFleetFileNamesIsFoundByName() {
    party("a", PartyKind.COMPANY, "XA");
    AssetRef server = AssetRef.of("server", "web1", "web1", "affected");
    Clues clues =
        new Clues(
            Map.of(
                "server:web1", List.of(new Clues.Clue("organisation", "NAME OF A", "fleet file"))));
    Finding joined =
        PartyJoin.of(Register.of(List.of(), entities, roles), JoinOptions.defaults())
            .join(silence(Map.of("mmsi", "1"), "X", server), clues);

    assertThat(party(joined, "server:web1", "organisation").id()).isEqualTo("a");
  }

  private Finding joined(String maker) {
    Clues clues =
        new Clues(
            Map.of(
                "device:10.0.0.1",
                List.of(
                    new Clues.Clue(Clues.MAKER, maker, "enip vendor id 1, frame 7 of x.pcap"))));
    Finding command =
        silence(Map.of("ip", "10.0.0.9"), "10.0.0.9", AssetRef.of("device", "10.0.0.1", null, "x"));
    return PartyJoin.of(Register.of(List.of(), entities, roles), JoinOptions.defaults())
        .join(command, clues);
  }

  private void makers() {
    entities.add(Party.of("works", PartyKind.COMPANY, "Example Drives Works GmbH", "XA"));
    entities.add(Party.of("group", PartyKind.COMPANY, "Holding", "XB"));
    roles.add(Role.shareholding("group", "works", Share.exactly(0.8)));
  }

  @Test
  void aMakerThatADeviceTellsIsJoinedUpToItsController() {
    makers();

    Finding joined = joined("EXAMPLE DRIVES WORKS");

    assertThat(party(joined, "device:10.0.0.1", "maker").id()).isEqualTo("works");
    assertThat(party(joined, "device:10.0.0.1", "maker").basis())
        .startsWith(
            "maker by enip vendor id 1, frame 7 of x.pcap; the name 'EXAMPLE DRIVES WORKS'");
    assertThat(party(joined, "device:10.0.0.1", "ultimate-controller").id()).isEqualTo("group");
    assertThat(joined.assessment().probability()).as("control is not behaviour").isEqualTo(0.4321);
    assertThat(joined.severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void aMakerThatOnlyMayBeMeantIsSaidToBePossibleAndNoParty() {
    makers();

    Finding joined = joined("Exampel Drive Work");

    assertThat(joined.parties()).isEmpty();
    assertThat(joined.reasons())
        .filteredOn(reason -> reason.code().equals("register-possible"))
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason.text())
                    .contains(
                        "the maker 'Exampel Drive Work'", "may be Example Drives Works GmbH"));
  }

  @Test
  void aMakerThatTwoAreCalledNamesNobody() {
    makers();
    entities.add(Party.of("other", PartyKind.COMPANY, "Example Drives Works AG", "XC"));

    Finding joined = joined("Example Drives Works");

    assertThat(joined.parties()).isEmpty();
    assertThat(joined.reasons()).extracting(Reason::code).contains("register-possible");
    assertThat(joined("Something Else").reasons())
        .extracting(Reason::code)
        .doesNotContain("register-possible");
  }
}
