package org.bellbuoy.register.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Directness;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sources leave open is told as open, never as nobody and never as somebody. */
class DoubtsTest {
  private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

  private final List<Entity> entities = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();

  @BeforeEach
  void fourCompanies() {
    for (String id : List.of("t", "a", "b", "c")) {
      entities.add(Party.of(id, PartyKind.COMPANY, "The " + id, "XA"));
    }
  }

  private Role held(String holder, String target, double share, String source) {
    Role role =
        Role.shareholding(holder, target, Share.exactly(share))
            .with(Statement.NONE.withSource(source));
    roles.add(role);
    return role;
  }

  private ControlAnswer answer(String id, LocalDate day) {
    return Controllers.of(Register.of(List.of(), entities, roles), day, ControlOptions.defaults())
        .fullAnswer(id);
  }

  private ControlAnswer answer() {
    return answer("t", DAY);
  }

  private static List<String> controllers(ControlAnswer answer) {
    return answer.controllers().stream()
        .map(c -> String.join("+", c.ids()) + (c.certain() ? " certain" : " possible"))
        .toList();
  }

  private static List<String> codes(ControlAnswer answer) {
    return answer.doubts().stream().map(ControlAnswer.Fact::code).toList();
  }

  @Test
  void twoSourcesThatNameDifferentHoldersLeaveBothPossibleAndNeitherCertain() {
    held("a", "t", 0.6, "s1");
    held("b", "t", 0.6, "s2");

    assertThat(controllers(answer())).containsExactly("a possible", "b possible");
    assertThat(codes(answer())).containsExactly("sources-contradict");
    assertThat(answer().doubts().getFirst().text())
        .contains("Sources contradict each other on who holds The t", "The a 60 % (s1)", "(s2)");
    assertThat(answer().owners())
        .extracting(ControlAnswer.Owner::share)
        .containsExactly(new Interval(0, 0.6), new Interval(0, 0.6));
  }

  @Test
  void aShareThatEverySourceLeavesRoomForStaysAsItWasStated() {
    held("c", "t", 0.1, "s1");
    held("a", "t", 0.6, "s1");
    held("b", "t", 0.6, "s2");

    assertThat(answer().owners().getFirst().id()).isEqualTo("c");
    assertThat(answer().owners().getFirst().share()).isEqualTo(new Interval(0.1, 0.1));
  }

  @Test
  void aSecondOpinionOnOneHolderDoesNotMakeTheOtherHolderCertain() {
    held("a", "t", 0.6, "s1");
    held("a", "t", 0.4, "s2");
    held("b", "t", 0.6, "s2");

    assertThat(controllers(answer())).containsExactly("a possible", "b possible");
  }

  @Test
  void aSourceThatGivesMoreThanTheWholeLeavesItUntoldWhoControls() {
    held("a", "t", 0.7, "s1");
    held("b", "t", 0.7, "s1");

    assertThat(controllers(answer())).containsExactly("a possible", "b possible");
    assertThat(answer().doubts().getFirst().text()).contains("A source contradicts itself");
    assertThat(answer().problems()).isNotEmpty();
  }

  @Test
  void whatBeginsLaterTakesNothingFromToday() {
    PartialDate then = PartialDate.parse("2030").orElseThrow();
    held("a", "t", 0.6, "s1");
    roles.add(
        Role.shareholding("b", "t", Share.exactly(0.7))
            .with(Statement.NONE.withSource("s1").during(then, null)));

    assertThat(controllers(answer())).containsExactly("a certain");
    assertThat(answer().doubts()).isEmpty();
    assertThat(controllers(answer("t", LocalDate.of(2031, 1, 1))))
        .containsExactly("a possible", "b possible");
  }

  @Test
  void aNomineeIsNoCertainOwnerAndWhoNamedItMayBe() {
    held("a", "t", 0.6, "s1");
    roles.add(Role.of("a", "t", RoleKind.INTEREST, Basis.NOMINEE, null));
    roles.add(Role.of("b", "t", RoleKind.INTEREST, Basis.NOMINATOR, null));

    assertThat(controllers(answer())).containsExactly("a possible", "b possible");
    assertThat(answer().doubts().getFirst().text())
        .contains("The a is said to be a nominee in The t", "The b");
  }

  private void indirectly(String holder, double share) {
    roles.add(
        new Role(
            "",
            holder,
            "t",
            RoleKind.OWNER,
            Basis.SHAREHOLDING,
            Share.exactly(share),
            Directness.INDIRECT,
            false,
            List.of(),
            null,
            Map.of(),
            Statement.NONE.withSource("s1")));
  }

  @Test
  void anIndirectShareWhoseChainIsNotKnownMakesControlPossible() {
    indirectly("a", 0.6);

    assertThat(controllers(answer())).containsExactly("a possible");
    assertThat(answer().doubts().getFirst().text()).contains("The a", "the chain is not known");
    assertThat(answer().owners().getFirst().share()).isEqualTo(new Interval(0, 0.6));
  }

  @Test
  void anIndirectShareWhoseChainIsKnownIsTheChain() {
    indirectly("a", 0.6);
    held("a", "b", 1, "s1");
    held("b", "t", 0.6, "s1");

    assertThat(controllers(answer())).containsExactly("a certain");
    assertThat(answer().doubts()).isEmpty();
    assertThat(answer().owners().getFirst().share()).isEqualTo(new Interval(0.6, 0.6));
  }

  @Test
  void votesOfSomebodyUnknownMayBeOneHandOrManySoPowerIsARange() {
    entities.add(Party.of("u", PartyKind.UNKNOWN, "Unknown", ""));
    held("u", "t", 0.6, "s1");
    held("b", "t", 0.4, "s1");

    assertThat(answer().power()).hasSize(1);
    Interval power = answer().power().getFirst().power();
    assertThat(power.low()).isZero();
    assertThat(power.high()).isEqualTo(0.4 / 0.6, within(1e-9));
  }

  @Test
  void controlIsLikelyOnlyWhereASourceSaysThatTheRestIsDispersed() {
    held("a", "t", 0.46, "s1");
    ControlAnswer.Power untold = answer().power().getFirst();
    assertThat(untold.power().low()).isZero();
    assertThat(untold.power().high()).isEqualTo(0.46 / 0.54, within(1e-9));
    assertThat(untold.likely()).isFalse();

    Party target = (Party) entities.getFirst();
    entities.set(
        0,
        new Party(
            "t",
            target.kind(),
            target.name(),
            List.of(),
            "XA",
            List.of(),
            null,
            Map.of("x-rest", "dispersed"),
            target.statement().withSource("s2")));
    ControlAnswer.Power told = answer().power().getFirst();
    assertThat(told.power().exact()).isTrue();
    assertThat(told.likely()).isTrue();
    assertThat(answer().votesUntold().dispersedBy()).isEqualTo("s2");
  }

  @Test
  void twoPartiesWithOneIdentifierAreToldInEveryAnswerThatRestsOnThem() {
    Identifier same = new Identifier("lei", "5493001KJTIIGC8Y1R12");
    for (int i = 1; i <= 2; i++) {
      entities.set(i, ((Party) entities.get(i)).withIdentifiers(List.of(same)));
    }
    held("a", "t", 0.2, "s1");
    held("b", "t", 0.6, "s1");

    assertThat(controllers(answer())).containsExactly("b certain");
    assertThat(codes(answer())).containsExactly("same-identifier");
    assertThat(answer().doubts().getFirst().text()).contains("The a and The b", same.toString());
  }

  @Test
  void whoHoldsAllOfEachOtherIsNoCertainUltimateController() {
    held("a", "b", 1, "s1");
    held("b", "a", 1, "s1");
    held("a", "t", 0.8, "s1");

    assertThat(controllers(answer())).containsExactly("a+b possible");
    assertThat(answer().controllers().getFirst().flip()).isNull();
    assertThat(codes(answer())).containsExactly("ownerless-loop");
    ControlAnswer.Owner through = answer().owners().getLast();
    assertThat(through.share()).isEqualTo(new Interval(0, 0.8));
    assertThat(through.throughOwnerless()).isTrue();
    assertThat(through.chains()).isEmpty();
  }

  @Test
  void whoMayBeControlledInTurnIsNotToldAsTheLastWord() {
    roles.add(Role.shareholding("a", "b", Share.between(0.4, 0.6)));
    held("b", "t", 0.9, "s1");

    assertThat(answer().controllers().getFirst().perhapsUnder()).containsExactly("a");
  }

  @Test
  void onALoopTheDivisionIsGiven() {
    held("c", "a", 0.6, "s1");
    held("a", "t", 0.8, "s1");
    held("t", "a", 0.4, "s1");

    ControlAnswer.Owner owner = answer().owners().getFirst();
    assertThat(owner.id()).isEqualTo("a");
    assertThat(owner.self()).isEqualTo(1 / 0.68, within(1e-9));
    assertThat(owner.share().low()).isEqualTo(0.8, within(1e-9));
  }

  @Test
  void whomAPartyComesToHasStepsAndTheSmallestChange() {
    held("a", "b", 0.6, "s1");
    held("b", "t", 0.5, "s1");

    ControlAnswer answer = answer("a", DAY);
    assertThat(answer.controls().how()).hasSize(1);
    assertThat(answer.halfOwned().how())
        .extracting(reached -> reached.step().id())
        .containsExactly("b", "t");
    assertThat(answer.halfOwned().how().getLast().flip())
        .isEqualTo(new ControlAnswer.Change(false, "b", "t", 1, false));
  }

  @Test
  void stakesOfDifferentBlockedPersonsAreAdded() {
    held("a", "t", 0.25, "s1");
    held("b", "t", 0.25, "s1");
    Controllers controllers =
        Controllers.of(Register.of(List.of(), entities, roles), DAY, ControlOptions.defaults());

    assertThat(controllers.blocked(Set.of("a"), "t").possible()).isFalse();
    ControlAnswer.Blocked together = controllers.blocked(Set.of("a", "b"), "t");
    assertThat(together.certain()).isTrue();
    assertThat(together.steps().getFirst().holdings()).hasSize(2);
    assertThat(together.flip()).isNotNull();
  }
}
