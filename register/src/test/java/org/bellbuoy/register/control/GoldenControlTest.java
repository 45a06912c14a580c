package org.bellbuoy.register.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Numbers worked out outside the code: chapter 5 of the register's reference. */
class GoldenControlTest {
  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void aHolderOnALoopOwnsNoMoreThanItShould() {
    Shares c1 = Shares.of("P A 0.6", "A B 0.8", "B A 0.4", "E B 0.2");
    for (int denseUpTo : new int[] {500, 1}) {
      IntegratedOwnership ownership = IntegratedOwnership.of(c1.graph(), denseUpTo);
      assertThat(c1.held(ownership, "P", "A", Bound.LOW)).isEqualTo(15 / 17.0, EXACT);
      assertThat(c1.held(ownership, "P", "B", Bound.LOW)).isEqualTo(12 / 17.0, EXACT);
      assertThat(c1.held(ownership, "A", "B", Bound.LOW)).isEqualTo(0.8, EXACT);
      assertThat(c1.held(ownership, "E", "A", Bound.LOW)).isEqualTo(2 / 17.0, EXACT);
      assertThat(c1.held(ownership, "P", "A", Bound.HIGH)).isEqualTo(15 / 17.0, EXACT);
      assertThat(ownership.holdersOf(c1.node("B"), Bound.LOW)[c1.node("A")]).isEqualTo(0.8, EXACT);
      assertThat(ownership.holdersOf(c1.node("A"), Bound.LOW)[c1.node("P")])
          .isEqualTo(15 / 17.0, EXACT);
      assertThat(ownership.ownerlessLoops()).isEmpty();
    }
  }

  @Test
  void halfOrMoreIsCountedThroughEntitiesThatAreThemselvesHalfOwned() {
    Shares first = Shares.of("X A 0.5", "A B 0.5");
    Shares second = Shares.of("X A 0.5", "X B 0.5", "A C 0.25", "B C 0.25");
    Shares third = Shares.of("X A 0.5", "X B 0.1", "A B 0.4");

    assertThat(first.controlled(Threshold.FIFTY_PERCENT, Bound.LOW, "X")).containsExactly("A", "B");
    assertThat(second.controlled(Threshold.FIFTY_PERCENT, Bound.LOW, "X"))
        .containsExactly("A", "B", "C");
    assertThat(third.controlled(Threshold.FIFTY_PERCENT, Bound.LOW, "X")).containsExactly("A", "B");
    // Neither more than half nor the product of shares catches any of it.
    for (Shares shares : new Shares[] {first, second, third}) {
      assertThat(shares.controlled(Threshold.MAJORITY, Bound.HIGH, "X")).isEmpty();
    }
    assertThat(second.held(IntegratedOwnership.of(second.graph()), "X", "C", Bound.LOW))
        .isEqualTo(0.25, EXACT);
    assertThat(third.held(IntegratedOwnership.of(third.graph()), "X", "B", Bound.LOW))
        .isEqualTo(0.30, EXACT);
  }

  @Test
  void stakesOfDifferentBlockedPersonsAreAdded() {
    Shares shares = Shares.of("X A 0.25", "Y A 0.25", "A B 0.5");

    assertThat(shares.controlled(Threshold.FIFTY_PERCENT, Bound.LOW, "X", "Y"))
        .containsExactly("A", "B");
    assertThat(shares.controlled(Threshold.FIFTY_PERCENT, Bound.LOW, "X")).isEmpty();
  }

  @Test
  void ofTwoHoldersOfTheSameQuarterOneControlsAndTheOtherDoesNot() {
    Shares shares =
        Shares.of(
            "Group Line 0.51",
            "Line Ships 0.51",
            "Marine Ships 0.49",
            "Trust Marine 0.467",
            "Fund Marine 0.533");
    IntegratedOwnership ownership = IntegratedOwnership.of(shares.graph());

    assertThat(shares.held(ownership, "Group", "Ships", Bound.LOW)).isEqualTo(0.2601, EXACT);
    assertThat(shares.held(ownership, "Fund", "Ships", Bound.LOW)).isEqualTo(0.26117, EXACT);
    assertThat(shares.held(ownership, "Trust", "Ships", Bound.LOW)).isEqualTo(0.22883, EXACT);
    assertThat(shares.held(ownership, "Marine", "Ships", Bound.LOW)).isEqualTo(0.49, EXACT);
    assertThat(shares.controlled(Threshold.MAJORITY, Bound.LOW, "Group"))
        .containsExactly("Line", "Ships");
    assertThat(shares.controlled(Threshold.MAJORITY, Bound.LOW, "Fund")).containsExactly("Marine");
    assertThat(shares.controlled(Threshold.MAJORITY, Bound.HIGH, "Marine")).isEmpty();
  }

  @Test
  void votingPowerIsNotTheShareOfVotes() {
    double third = 1 / 3.0;
    assertThat(VotingPower.of(new int[] {4000, 3000, 3000}))
        .containsExactly(power(third, third, third), EXACT);
    assertThat(VotingPower.of(new int[] {4900, 4900, 200}))
        .containsExactly(power(third, third, third), EXACT);
    assertThat(VotingPower.of(new int[] {5100, 4900})).containsExactly(power(1, 0), EXACT);
    assertThat(VotingPower.of(new int[] {3500, 2500, 2000, 2000}))
        .containsExactly(power(0.5, 1 / 6.0, 1 / 6.0, 1 / 6.0), EXACT);
  }

  @Test
  void oneLargeHolderAgainstADispersedRest() {
    assertThat(VotingPower.withOcean(new int[] {3000})[0]).isEqualTo(0.428571429, EXACT);
    assertThat(VotingPower.withOcean(new int[] {4600})[0]).isEqualTo(0.851851852, EXACT);
    assertThat(VotingPower.withOcean(new int[] {5000})[0]).isEqualTo(1, EXACT);
  }

  private static double[] power(double... values) {
    return values;
  }
}
