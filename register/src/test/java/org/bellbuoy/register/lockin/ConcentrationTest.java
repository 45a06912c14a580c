package org.bellbuoy.register.lockin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bellbuoy.register.lockin.Market.Holding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConcentrationTest {
  private static final double EXACT = 1e-9;

  @ParameterizedTest
  @CsvSource({"80,20,6400,6800", "70,30,4900,5800"})
  void cranesOfOneMakerAndOthersNotNamedGiveTheBoundsOfTheReference(
      double maker, double others, double low, double high) {
    Concentration found = holder(market(others, Holding.of("maker", maker)));
    assertThat(found.hhi().low()).isCloseTo(low, within(EXACT));
    assertThat(found.hhi().high()).isCloseTo(high, within(EXACT));
    assertThat(found.coverage()).isCloseTo(maker / 100, within(EXACT));
  }

  @Test
  void whatIsNobodysKnownAddsToTheUpperBoundAsIfItWereTheLargests() {
    Concentration found =
        holder(market(0, Holding.of("a", 40), Holding.of("b", 20), Holding.unknown(40)));
    assertThat(found.hhi().low()).isCloseTo(1600 + 400, within(EXACT));
    assertThat(found.hhi().high()).isCloseTo(6400 + 400, within(EXACT));
    assertThat(found.cr1()).isEqualTo(new Bounds(0.4, 0.8));
    assertThat(found.cr4().low()).isCloseTo(0.6, within(EXACT));
    assertThat(found.cr4().high()).isCloseTo(1, within(EXACT));
    assertThat(found.shares()).extracting(Concentration.Share::party).containsExactly("a", "b");
    assertThat(found.coverage()).isCloseTo(0.6, within(EXACT));
  }

  @Test
  void aMarketKnownWholeHasOneFigure() {
    Concentration found =
        holder(
            market(
                0,
                Holding.of("a", 5),
                Holding.of("b", 2),
                Holding.of("c", 1),
                Holding.of("d", 1),
                Holding.of("e", 1)));
    assertThat(found.hhi().exact()).isTrue();
    assertThat(found.hhi().low()).isCloseTo(2500 + 400 + 300, within(EXACT));
    assertThat(found.cr4().low()).isCloseTo(0.9, within(EXACT));
  }

  @Test
  void holdersOfOneControllerCountAsOneAndAnUnknownControllerWidensTheRange() {
    Market market =
        market(
            0,
            Holding.of("yard a", "state", 30),
            Holding.of("yard b", "state", 30),
            Holding.of("yard c", 20),
            new Holding(Optional.of("yard d"), Optional.empty(), 20));
    assertThat(holder(market).hhi().exact()).isTrue();
    assertThat(holder(market).hhi().low()).isCloseTo(2600, within(EXACT));
    Concentration grouped = Concentration.byController(market).orElseThrow();
    assertThat(grouped.hhi().low()).isCloseTo(3600 + 400, within(EXACT));
    assertThat(grouped.hhi().high()).isCloseTo(6400 + 400, within(EXACT));
    assertThat(grouped.unknownShare()).isCloseTo(0.2, within(EXACT));
  }

  @Test
  void noQuantityGivesNoFigure() {
    assertThat(Concentration.byHolder(market(0))).isEmpty();
    assertThat(Concentration.byHolder(market(0, Holding.of("a", 0)))).isEmpty();
  }

  @Test
  void quantitiesThatAreNoneAreToldInASentence() {
    assertThat(Holding.problem(-1)).contains("The quantity -1.0 is no number from 0 up.");
    assertThat(Holding.problem(Double.NaN)).isPresent();
    assertThatThrownBy(() -> Holding.of("a", -1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Concentration holder(Market market) {
    return Concentration.byHolder(market).orElseThrow();
  }

  private static Market market(double others, Holding... holdings) {
    return new Market(
        "crane", "world", Market.Unit.COUNT, LocalDate.of(2024, 9, 1), List.of(holdings), others);
  }
}
