package org.bellbuoy.register.lockin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.bellbuoy.register.lockin.RepairOutcome.Stable;
import org.bellbuoy.register.lockin.RepairOutcome.Unstable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden figures: 45 faults a year of 25.6 days each, from the reference. */
final class RepairModelTest {
  private static final RepairLoad ZONE = RepairLoad.of(4, 45, 25.6);

  private static RepairModel simulation(long seed) {
    return new RepairSimulation(SimulationOptions.defaults(), () -> new SplittableRandom(seed));
  }

  @ParameterizedTest
  @CsvSource({"4,0.575891,17.4266", "5,0.275995,3.8275", "6,0.120283,1.0820"})
  void erlangGivesTheWaitOfTheReference(int ships, double waits, double days) {
    Stable found = (Stable) new ErlangC().of(ZONE.withShips(ships));
    assertThat(found.waitProbability()).isCloseTo(waits, within(5e-7));
    assertThat(found.waitDays().mean()).isCloseTo(days, within(5e-5));
    assertThat(found.restorationDays()).isCloseTo(found.waitDays().mean() + 25.6, within(1e-9));
    assertThat(found.warnings()).isEmpty();
  }

  @Test
  void utilisationIsWorkOverShips() {
    assertThat(new ErlangC().of(ZONE).utilisation())
        .isCloseTo(45 * 25.6 / (365.25 * 4), within(1e-9))
        .isCloseTo(0.7885, within(5e-5));
  }

  @Test
  void oneServerWaitsAsTheTextbookSays() {
    Stable found = (Stable) new ErlangC().of(RepairLoad.of(1, 365.25 / 2, 1));
    assertThat(found.waitProbability()).isCloseTo(0.5, within(1e-9));
    assertThat(found.waitDays().mean()).isCloseTo(1, within(1e-9));
  }

  @Test
  void threeShipsCannotKeepUpWhicheverWayItIsReckoned() {
    for (RepairModel model : List.of(new ErlangC(), simulation(1))) {
      RepairOutcome found = model.of(ZONE.withShips(3));
      assertThat(found).isInstanceOf(Unstable.class);
      assertThat(found.utilisation()).isCloseTo(1.0513, within(5e-5));
      assertThat(found.text())
          .isEqualTo(
              "Unstable: faults bring 1.0513 times the work that the ships can do. The queue grows"
                  + " without end; there is no mean wait.");
    }
  }

  /**
   * Ten intervals of 95 %: fewer than eight that hold the figure come up once in ninety times if
   * the simulation is right, and the seeds are fixed.
   */
  @ParameterizedTest
  @CsvSource({"4", "5", "6"})
  void theSimulationMeetsErlangWhereWorksAreExponential(int ships) {
    Stable exact = (Stable) new ErlangC().of(ZONE.withShips(ships));
    int held = 0;
    double sum = 0;
    for (int seed = 1; seed <= 10; seed++) {
      Stable found = (Stable) simulation(seed).of(ZONE.withShips(ships));
      double wait = exact.waitDays().mean();
      held += found.waitDays().low() <= wait && wait <= found.waitDays().high() ? 1 : 0;
      sum += found.waitDays().mean();
      assertThat(found.waitProbability()).isCloseTo(exact.waitProbability(), within(0.01));
      assertThat(found.utilisation()).isCloseTo(exact.utilisation(), within(0.01));
    }
    assertThat(held).isGreaterThanOrEqualTo(8);
    assertThat(sum / 10).isCloseTo(exact.waitDays().mean(), within(0.02 * exact.waitDays().mean()));
  }

  @Test
  void urgentFaultsWaitLessAndBothWaysAgreeByHowMuch() {
    RepairLoad zone =
        new RepairLoad(
            4,
            45,
            0,
            25.6,
            RepairLoad.Spread.EXPONENTIAL,
            ZONE.sites(),
            List.of(new RepairLoad.Priority("urgent", 0.3), new RepairLoad.Priority("other", 0.7)));
    Stable exact = (Stable) new ErlangC().of(zone);
    Stable found = (Stable) simulation(7).of(zone);
    double urgent = exact.byPriority().getFirst().waitDays().mean();
    double other = exact.byPriority().getLast().waitDays().mean();
    assertThat(urgent).isLessThan(other / 3);
    assertThat(0.3 * urgent + 0.7 * other).isCloseTo(exact.waitDays().mean(), within(1e-9));
    assertThat(found.byPriority().getFirst().waitDays().mean()).isCloseTo(urgent, within(0.1));
    assertThat(found.byPriority().getLast().waitDays().mean())
        .isCloseTo(other, within(0.05 * other));
  }

  @Test
  void equalWorksWaitAboutHalfAsLongOnOneShip() {
    RepairLoad zone =
        new RepairLoad(
            1,
            365.25 / 2,
            0,
            1,
            RepairLoad.Spread.CONSTANT,
            List.of(new RepairLoad.Site("zone", 1, 1, List.of(0.0))),
            List.of(new RepairLoad.Priority("all", 1)));
    Stable found = (Stable) simulation(3).of(zone);
    assertThat(found.waitDays().mean()).as("Pollaczek and Khinchine").isCloseTo(0.5, within(0.01));
    assertThat(((Stable) new ErlangC().of(zone)).warnings()).hasSize(1);
  }

  @Test
  void travelAddsToRestorationAndCanTipTheQueue() {
    RepairLoad zone = withTravel(4, 20);
    Stable found = (Stable) simulation(5).of(withTravel(4, 2));
    assertThat(found.travelDays()).isBetween(0.5, 1.5);
    assertThat(found.restorationDays())
        .isCloseTo(found.waitDays().mean() + found.travelDays() + 25.6, within(1e-9));
    assertThat(found.utilisation()).isGreaterThan(0.7885);
    assertThat(simulation(5).of(zone)).isInstanceOf(Unstable.class);
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    assertThat(simulation(9).of(withTravel(5, 3))).isEqualTo(simulation(9).of(withTravel(5, 3)));
  }

  @Test
  void zonesThatCannotBeAreToldInASentence() {
    assertThat(RepairLoad.problem(0, 1, 0, 1, ZONE.sites(), ZONE.priorities()))
        .contains("A zone of 0 ships repairs nothing.");
    assertThat(RepairLoad.problem(1, Double.NaN, 0, 1, ZONE.sites(), ZONE.priorities()))
        .isPresent();
    assertThat(RepairLoad.problem(1, 1, 0, 1, List.of(), ZONE.priorities()))
        .contains("The shares of the sites do not sum to 1.");
  }

  private static RepairLoad withTravel(int ships, double days) {
    return new RepairLoad(
        ships,
        45,
        0,
        25.6,
        RepairLoad.Spread.EXPONENTIAL,
        List.of(
            new RepairLoad.Site("north", 0.5, 2, List.of(0.0, days)),
            new RepairLoad.Site("south", 0.5, 2, List.of(days, 0.0))),
        ZONE.priorities());
  }
}
