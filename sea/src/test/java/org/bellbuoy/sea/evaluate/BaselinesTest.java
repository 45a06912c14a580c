package org.bellbuoy.sea.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bellbuoy.sea.evaluate.Cases.MILE;
import static org.bellbuoy.sea.evaluate.Cases.silence;

import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.sea.detect.SilenceWeighing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinesTest {
  @Test
  void theTimeoutScoresMinutes() {
    assertThat(Baselines.fixedTimeout(List.of(silence(1, false, 45, 0, 0))).score())
        .containsExactly(45);
  }

  @Test
  void anUnknownDistanceCountsAsTheMedianOfTheKnownOnes() {
    List<SilenceCase> cases =
        List.of(
            silence(1, false, 60, 4000, 0),
            silence(2, false, 60, Double.NaN, 0),
            silence(3, true, 60, 1000, 0));
    assertThat(Baselines.rangeDisc(cases).score()).containsExactly(-4000, -2500, -1000);
    assertThat(Baselines.rangeDisc(List.of(silence(1, true, 60, Double.NaN, 0))).score()[0])
        .isZero();
  }

  @ParameterizedTest(name = "{0} min, {1} nm, {2} a day, {3} before: {4}")
  @CsvSource({
    "720, 50, 11, 14, true",
    "719, 50, 11, 14, false",
    "720, 49, 11, 14, false",
    "720, 50, 10, 14, false",
    "720, 50, 11, 13, false",
    "720, NaN, 11, 14, false",
    "720, 50, NaN, 14, false",
    "720, 50, 11, -1, false"
  })
  void theRuleOfGlobalFishingWatchAsksForAllFourConditions(
      long minutes, double miles, double aDay, int before, boolean yes) {
    List<SilenceCase> cases = List.of(silence(1, false, minutes, 0, miles * MILE));
    List<GfwFacts> facts = List.of(new GfwFacts(aDay, before));
    MethodScores verdict = Baselines.gfwRule(cases, facts);
    assertThat(verdict.score()).containsExactly(yes ? 1 : 0);
    assertThat(verdict.level()).containsExactly(yes ? Level.LIKELY : Level.UNLIKELY);
    // The grades count conditions before length: 12 h give half a grade.
    assertThat(Baselines.gfwGraded(cases, facts).score()[0])
        .isCloseTo(yes ? 4.5 : 3.5, within(0.001));
  }

  @Test
  void theFirstCutGivesItsProbabilityAndLevel() {
    SilenceWeighing.Result result =
        new SilenceWeighing.Result(Level.CANNOT_TELL, 0.6, 0, 0.1, 0.5, 10, 0, 3, List.of());
    MethodScores scores = Baselines.firstCut(List.of(result));
    assertThat(scores.score()).containsExactly(0.6);
    assertThat(scores.level()).containsExactly(Level.CANNOT_TELL);
    assertThat(scores.probability()).isTrue();
  }

  @Test
  void scoresThatAreNoNumbersOrNoProbabilitiesAreRefused() {
    assertThatThrownBy(() -> MethodScores.ofScores("m", "M", new double[] {1, Double.NaN}))
        .hasMessage("m: the score NaN of case 1 is not finite.");
    assertThatThrownBy(() -> MethodScores.ofProbabilities("m", "M", new double[] {1.5}))
        .hasMessage("m: the score 1.5 of case 0 is no probability.");
    assertThatThrownBy(() -> new MethodScores("m", "M", new double[] {1}, true, new Level[0]))
        .hasMessage("m: 0 levels for 1 scores.");
  }
}
