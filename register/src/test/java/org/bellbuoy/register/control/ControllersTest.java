package org.bellbuoy.register.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Statement;
import org.junit.jupiter.api.Test;

class ControllersTest {
  private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

  private final List<Entity> entities = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();

  private void party(String id, PartyKind kind, String country) {
    entities.add(Party.of(id, kind, "The " + id, country));
  }

  private void companies(String... ids) {
    for (String id : ids) {
      party(id, PartyKind.COMPANY, "XA");
    }
  }

  private void shares(String holder, String target, double min, double max) {
    roles.add(Role.shareholding(holder, target, Share.between(min, max)));
  }

  private static Statement said(String source, String recorded) {
    return new Statement(
        source,
        null,
        null,
        PartialDate.parse(recorded).orElse(null),
        Confidence.HIGH,
        "",
        Statement.Place.NOWHERE);
  }

  private ControlAnswer answer(String id) {
    return controllers().answer(id);
  }

  private Controllers controllers() {
    return Controllers.of(Register.of(List.of(), entities, roles), DAY, ControlOptions.defaults());
  }

  private static List<String> ids(ControlAnswer answer, boolean certain) {
    return answer.controllers().stream()
        .filter(controller -> controller.certain() == certain)
        .flatMap(controller -> controller.ids().stream())
        .toList();
  }

  @Test
  void aRangeAcrossTheHalfMakesControlPossibleAndSaysWhatIsMissing() {
    companies("a", "b", "c");
    shares("a", "b", 0.4, 0.6);
    shares("b", "c", 0.51, 0.51);

    ControlAnswer answer = answer("c");

    assertThat(ids(answer, true)).containsExactly("b");
    assertThat(ids(answer, false)).containsExactly("a");
    ControlAnswer.Change missing = answer.controllers().getLast().flip();
    assertThat(missing).isNotNull();
    // Two ways: ten percent more of b, or all that makes the half of c; the first is smaller.
    assertThat(missing)
        .isEqualTo(new ControlAnswer.Change(true, "a", "b", Share.ONE / 10 + 1, false));
  }

  @Test
  void sourcesThatDisagreeWidenTheAnswerAndBothStay() {
    companies("a", "b");
    shares("a", "b", 0.7, 0.7);
    Role one = roles.removeFirst();
    roles.add(one.with(said("first", "2024")));
    roles.add(Role.shareholding("a", "b", Share.exactly(0.3)).with(said("second", "2025")));

    ControlAnswer answer = answer("b");

    assertThat(ids(answer, true)).isEmpty();
    assertThat(ids(answer, false)).containsExactly("a");
    assertThat(answer.owners().getFirst().share().low()).isEqualTo(0.3);
    assertThat(answer.owners().getFirst().share().high()).isEqualTo(0.7);
    assertThat(answer.owners().getFirst().chains().getFirst().holdings().getFirst().statements())
        .hasSize(2);
  }

  @Test
  void whatOneSourceSaidLaterReplacesWhatItSaidBefore() {
    companies("a", "b");
    roles.add(Role.shareholding("a", "b", Share.exactly(0.7)).with(said("s", "2020")));
    roles.add(Role.shareholding("a", "b", Share.exactly(0.3)).with(said("s", "2024")));

    assertThat(answer("b").owners().getFirst().share()).isEqualTo(new Interval(0.3, 0.3));
  }

  @Test
  void whoIsUnknownIsNeverAController() {
    companies("a", "b");
    party("somebody", PartyKind.UNKNOWN, "");
    shares("somebody", "b", 0.8, 0.8);
    shares("a", "b", 0.2, 0.2);

    ControlAnswer answer = answer("b");

    assertThat(answer.controllers()).isEmpty();
    assertThat(answer.votesUntold().lowUnits()).isEqualTo(Share.ONE / 5 * 4);
    assertThat(answer.owners()).filteredOn(owner -> !owner.named()).hasSize(1);
    assertThat(answer("somebody").controls().certain()).isEmpty();
  }

  @Test
  void votesThatAreToldCountAndThoseNotToldMayBeAnyOfTheRest() {
    companies("founder", "fund", "firm");
    shares("founder", "firm", 0.1, 0.1);
    shares("fund", "firm", 0.9, 0.9);
    roles.add(Role.of("founder", "firm", RoleKind.OWNER, Basis.VOTING_RIGHTS, Share.exactly(0.6)));

    ControlAnswer answer = answer("firm");

    assertThat(ids(answer, true)).containsExactly("founder");
    assertThat(ids(answer, false)).isEmpty();
    assertThat(answer.owners().getFirst().id()).isEqualTo("fund");
  }

  @Test
  void holdersWhoControlEachOtherAreToldAsOneCycle() {
    companies("a", "b", "c", "d");
    shares("a", "b", 0.6, 0.6);
    shares("b", "a", 0.6, 0.6);
    shares("b", "c", 0.9, 0.9);

    assertThat(answer("c").controllers())
        .singleElement()
        .satisfies(controller -> assertThat(controller.ids()).containsExactly("a", "b"));
    assertThat(answer("a").controllers().getFirst().ids()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aClosedLoopIsNamedAndItsOwnersStayUnknown() {
    companies("a", "b");
    shares("a", "b", 1, 1);
    shares("b", "a", 1, 1);

    ControlAnswer answer = answer("a");

    assertThat(answer.problems()).last().asString().contains("Ownerless loop: a, b");
    assertThat(answer.owners().getFirst().share()).isEqualTo(new Interval(0, 1));
  }

  @Test
  void bodiesOfOneStateCountTogether() {
    party("army", PartyKind.STATE_BODY, "XB");
    party("bank", PartyKind.STATE_BODY, "XB");
    companies("firm");
    shares("army", "firm", 0.3, 0.3);
    shares("bank", "firm", 0.3, 0.4);

    ControlAnswer answer = answer("firm");

    assertThat(answer.controllers()).isEmpty();
    assertThat(answer.facts()).extracting(ControlAnswer.Fact::code).contains("state-control");
    assertThat(answer.power()).hasSize(2);
  }

  @Test
  void aFlagThatIsNotItsControllersIsAFact() {
    companies("owner");
    party("state", PartyKind.STATE, "XB");
    shares("state", "owner", 1, 1);
    entities.add(Asset.of("ship", AssetKind.VESSEL, "The ship", "XC"));
    roles.add(Role.of("owner", "ship", RoleKind.OWNER, Basis.TITLE, Share.exactly(1)));

    ControlAnswer answer = answer("ship");

    assertThat(ids(answer, true)).containsExactly("state");
    assertThat(answer.facts())
        .extracting(ControlAnswer.Fact::text)
        .contains("Its flag or place is XC; the certain ultimate controller The state is of XB.");
  }

  @Test
  void otherBasesAreToldWithTheirChainAndNeverAsPercentages() {
    companies("holding", "yard", "crane-maker");
    roles.add(
        Role.of("holding", "yard", RoleKind.CONTROLLER, Basis.PARTY_COMMITTEE, null)
            .with(said("s", "2020")));
    shares("yard", "crane-maker", 0.9, 0.9);

    ControlAnswer answer = answer("crane-maker");

    assertThat(ids(answer, true)).containsExactly("yard");
    assertThat(answer.stated())
        .singleElement()
        .satisfies(
            stated -> {
              assertThat(stated.id()).isEqualTo("holding");
              assertThat(stated.chain()).hasSize(2);
            });
    assertThat(answer.owners()).extracting(ControlAnswer.Owner::id).containsExactly("yard");
  }

  @Test
  void blockedPersonsAreAddedUpUnderTheFiftyPercentRule() {
    companies("x", "y", "a", "b");
    shares("x", "a", 0.25, 0.25);
    shares("y", "a", 0.25, 0.25);
    shares("a", "b", 0.5, 0.5);

    assertThat(controllers().halfOwnedBy(Set.of("x", "y"))).containsExactly("a", "b");
    assertThat(answer("x").halfOwned().certain()).isEmpty();
  }

  @Test
  void closeLinksRunEitherWayAndThroughACommonOwner() {
    companies("top", "left", "right", "small");
    shares("top", "left", 0.2, 0.2);
    shares("top", "right", 0.5, 0.5);
    shares("top", "small", 0.19, 0.19);

    assertThat(answer("left").links())
        .extracting(link -> link.id() + " " + link.through())
        .containsExactly("top ", "right top");
  }

  @Test
  void whatEndedIsNotCountedAndWhatBeginsLaterNeither() {
    companies("old", "new", "firm");
    Statement ended = Statement.NONE.during(null, PartialDate.parse("2025-03").orElseThrow());
    Statement begun = Statement.NONE.during(PartialDate.parse("2025-03").orElseThrow(), null);
    roles.add(Role.shareholding("old", "firm", Share.exactly(1)).with(ended));
    roles.add(Role.shareholding("new", "firm", Share.exactly(1)).with(begun));
    Register register = Register.of(List.of(), entities, roles);

    assertThat(ids(answer("firm"), true)).containsExactly("new");
    assertThat(
            Controllers.of(register, LocalDate.of(2025, 2, 28), ControlOptions.defaults())
                .controllersOf("firm")
                .getFirst()
                .ids())
        .containsExactly("old");
  }

  @Test
  void aLoopShowsItsChainsAndWhatTheLoopAdds() {
    companies("p", "a", "b");
    shares("p", "a", 0.6, 0.6);
    shares("a", "b", 0.8, 0.8);
    shares("b", "a", 0.4, 0.4);

    ControlAnswer.Owner owner =
        answer("a").owners().stream().filter(o -> o.id().equals("p")).findFirst().orElseThrow();

    assertThat(owner.share().low()).isEqualTo(15 / 17.0, within(1e-9));
    assertThat(owner.chains()).singleElement().satisfies(c -> assertThat(c.share()).isEqualTo(0.6));
  }
}
