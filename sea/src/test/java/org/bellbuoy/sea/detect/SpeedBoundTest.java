package org.bellbuoy.sea.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedBoundTest {
  @Test
  void aShipsOwnHistoryGoesBeforeItsType() {
    SpeedBound bound = SpeedBound.of(70, 14, 60, 0, 15);
    assertThat(bound.knots()).isCloseTo(16.1, within(1e-9));
    assertThat(bound.basis()).contains("its own");
  }

  @ParameterizedTest
  @CsvSource({"70,25", "80,18", "30,16", "40,45", "60,30", "52,15", "-1,25", "0,25", "255,25"})
  void aShortHistoryOrOneOfLyingStillSaysNothing(int shipType, double knots) {
    assertThat(SpeedBound.of(shipType, 14, 59, 0, 15).knots()).isEqualTo(knots);
    assertThat(SpeedBound.of(shipType, 1, 5000, 0, 15).knots()).isEqualTo(knots);
  }

  @Test
  void whatShipsOfUnknownTypeDoIsNotCalledThatOfTheirType() {
    assertThat(SpeedBound.of(-1, 0, 0, 0, 15).basis()).isEqualTo("the usual top speed of ships");
    assertThat(SpeedBound.of(0, 0, 0, 0, 15).basis()).isEqualTo("the usual top speed of ships");
    assertThat(SpeedBound.of(70, 0, 0, 0, 15).basis()).isEqualTo("the usual top speed of its type");
  }

  @Test
  void aShipThatCameBackFastWasThatFast() {
    SpeedBound bound = SpeedBound.of(80, 10, 600, 20, 15);
    assertThat(bound.knots()).isCloseTo(21, within(1e-9));
    assertThat(bound.basis()).contains("come back");
    assertThat(SpeedBound.of(80, 10, 600, 5, 15).knots()).isCloseTo(11.5, within(1e-9));
  }
}
