package org.bellbuoy.sea.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bellbuoy.sea.evaluate.Cases.some;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bellbuoy.sea.evaluate.EvaluationResult.Score;
import org.bellbuoy.sea.evaluate.EvaluationResult.StratumResult;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  static final List<SilenceCase> FLEET = Cases.fleet(new SplittableRandom(5), 60, 1500);

  static EvaluationOptions options(String main, int resamples) {
    return new EvaluationOptions(
        "bellbuoy sea evaluate silence --seed 1 recordings/",
        List.of("day1.nmea.gz"),
        main,
        1,
        resamples,
        0.01,
        0.05,
        List.of("Artificial switch-offs are simulated."));
  }

  /** A method that knows more, one that knows less, and two that know nothing of the kind. */
  static EvaluationResult fleet(int resamples) {
    SplittableRandom random = new SplittableRandom(9);
    List<GfwFacts> facts = FLEET.stream().map(c -> new GfwFacts(500, 20)).toList();
    return Evaluation.run(
        FLEET,
        List.of(
            Cases.method("good", FLEET, 0.4, random),
            Cases.method("fair", FLEET, 0.2, random),
            Baselines.fixedTimeout(FLEET),
            Baselines.gfwRule(FLEET, facts)),
        options("good", resamples));
  }

  @Test
  void theSameSeedGivesTheSameResultToTheLastBit() {
    assertThat(fleet(50)).isEqualTo(fleet(50));
  }

  @Test
  void aBetterMethodIsFoundBetterByMoreThanChance() {
    List<Score> scores = fleet(300).stratum(Stratum.ALL).scores();
    Score good = scores.get(0);
    Score fair = scores.get(1);
    assertThat(good.auc())
        .isBetween(some(good.aucInterval()).low(), some(good.aucInterval()).high());
    assertThat(good.toMain()).isNull();
    EvaluationResult.Difference toMain = some(fair.toMain());
    assertThat(toMain.auc()).isEqualTo(fair.auc() - good.auc());
    assertThat(some(toMain.aucInterval()).high()).isLessThan(0);
    // What knows nothing has half the area within its interval.
    Interval timeout = some(scores.get(2).aucInterval());
    assertThat(0.5).isBetween(timeout.low(), timeout.high());
  }

  @Test
  void aStratumIsCalibratedAtTheShareThatItHasWhereTheWholeHasThatOfThePrior() {
    EvaluationResult result = fleet(1);
    StratumResult all = result.stratum(Stratum.ALL);
    StratumResult well = result.stratum(Stratum.HEARD_WELL);
    double off = 0.05 * well.count().off() / all.count().off();
    double natural = 0.95 * well.count().natural() / all.count().natural();
    assertThat(some(all.details().get(0).atPrior()).offShare()).isCloseTo(0.05, within(1e-9));
    assertThat(some(well.details().get(0).atPrior()).offShare())
        .isCloseTo(off / (off + natural), within(1e-9));
  }

  @Test
  void withOneSilenceAVesselTheIntervalIsThatOfThePublishedStandardError() {
    double[] score = HanleyMcNeil.score();
    boolean[] abnormal = HanleyMcNeil.abnormal();
    List<SilenceCase> cases = new ArrayList<>();
    for (int i = 0; i < score.length; i++) {
      cases.add(Cases.silence(i, abnormal[i]));
    }
    Interval interval = some(ofAll(cases, score).aucInterval());
    // Hanley and McNeil 1982: 0.032.
    assertThat((interval.high() - interval.low()) / 2 / 1.96).isCloseTo(0.032, within(0.005));
  }

  @Test
  void tenSilencesOfOneVesselTellNoMoreThanOne() {
    double[] score = HanleyMcNeil.score();
    boolean[] abnormal = HanleyMcNeil.abnormal();
    List<SilenceCase> once = new ArrayList<>();
    List<SilenceCase> tenTimes = new ArrayList<>();
    double[] tenScores = new double[score.length * 10];
    for (int i = 0; i < score.length; i++) {
      once.add(Cases.silence(i, abnormal[i]));
      for (int k = 0; k < 10; k++) {
        tenScores[tenTimes.size()] = score[i];
        tenTimes.add(Cases.silence(i, abnormal[i]));
      }
    }
    Score one = ofAll(once, score);
    Score ten = ofAll(tenTimes, tenScores);
    assertThat(ten.auc()).isEqualTo(one.auc());
    assertThat(some(ten.aucInterval()).low())
        .isCloseTo(some(one.aucInterval()).low(), within(1e-12));
    assertThat(some(ten.aucInterval()).high())
        .isCloseTo(some(one.aucInterval()).high(), within(1e-12));
  }

  @Test
  void aMethodAgainstItsTwinDiffersByNothingOnEveryDraw() {
    double[] score = Cases.method("a", FLEET, 0.3, new SplittableRandom(2)).score();
    Score twin =
        Evaluation.run(
                FLEET,
                List.of(
                    MethodScores.ofScores("a", "A", score), MethodScores.ofScores("b", "B", score)),
                options("a", 50))
            .stratum(Stratum.ALL)
            .scores()
            .get(1);
    assertThat(twin.toMain())
        .isEqualTo(new EvaluationResult.Difference(0, new Interval(0, 0), 0, new Interval(0, 0)));
  }

  @Test
  void emptyAndOneSidedStrataHaveNoScoresAndFewVesselsNoIntervals() {
    List<SilenceCase> cases = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      cases.add(Cases.silence(i % 4, i % 2 == 0));
      cases.add(Cases.silence(i, false, 40, Double.NaN, 0));
    }
    EvaluationResult result =
        Evaluation.run(cases, List.of(Baselines.fixedTimeout(cases)), options("fixed-timeout", 10));
    StratumResult empty = result.stratum("class-b");
    assertThat(empty.count()).isEqualTo(new EvaluationResult.Count(0, 0));
    assertThat(empty.scores()).isEmpty();
    StratumResult naturalOnly = result.stratum("range-unknown");
    assertThat(naturalOnly.count()).isEqualTo(new EvaluationResult.Count(8, 0));
    assertThat(naturalOnly.scores()).isEmpty();
    StratumResult all = result.stratum(Stratum.ALL);
    assertThat(all.vesselsOff()).isEqualTo(2);
    assertThat(all.scores().getFirst().aucInterval()).isNull();
    for (String text : written(result)) {
      assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
    }
    assertThat(EvaluationText.write(result)).contains("not enough");
    assertThat(EvaluationMarkdown.write(result)).contains("| class: B | 0 | 0 | not enough |");
    assertThat(EvaluationJson.write(result)).contains("\"enough\" : false");
  }

  @Test
  void silencesOfOneKindOnlyAreAllNotEnough() {
    List<SilenceCase> cases = List.of(Cases.silence(1, false));
    EvaluationResult result =
        Evaluation.run(cases, List.of(Baselines.fixedTimeout(cases)), options("fixed-timeout", 10));
    assertThat(result.strata()).allMatch(s -> s.scores().isEmpty() && s.details().isEmpty());
    assertThat(EvaluationText.write(result)).contains("Not enough: 1 natural silences");
    assertThat(EvaluationMarkdown.write(result)).contains("Not enough: 1 natural silences");
  }

  @Test
  void aRuleThatSaysNoToAllIsReportedPlainly() {
    EvaluationResult result = fleet(10);
    assertThat(result.notes())
        .contains(
            "Global Fishing Watch: the rule to the letter (gfw-rule) gives all 1500 silences the"
                + " same score: it tells none apart.")
        .anyMatch(n -> n.contains("calls none of the 1500 silences possible or likely"));
    Score rule = result.stratum(Stratum.ALL).scores().get(3);
    assertThat(rule.auc()).isEqualTo(0.5);
    assertThat(rule.recall()).isEqualTo(new RecallAt(0, 0, null));
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    MethodScores timeout = Baselines.fixedTimeout(FLEET);
    assertThatThrownBy(() -> Evaluation.run(FLEET, List.of(timeout), options("other", 1)))
        .hasMessage("The main method 'other' is none of [fixed-timeout].");
    assertThatThrownBy(
            () -> Evaluation.run(FLEET, List.of(timeout, timeout), options("fixed-timeout", 1)))
        .hasMessageStartingWith("Two methods have the same id");
    assertThatThrownBy(() -> Evaluation.run(FLEET.subList(1, 9), List.of(timeout), options("x", 1)))
        .hasMessage("fixed-timeout: 1500 scores for 8 silences.");
    assertThatThrownBy(() -> Evaluation.run(List.of(), List.of(), options("x", 1)))
        .hasMessage("There is no silence to evaluate on.");
  }

  private static Score ofAll(List<SilenceCase> cases, double[] score) {
    return Evaluation.run(
            cases, List.of(MethodScores.ofScores("m", "M", score)), options("m", 2000))
        .stratum(Stratum.ALL)
        .scores()
        .getFirst();
  }

  static List<String> written(EvaluationResult result) {
    return List.of(
        EvaluationText.write(result),
        EvaluationMarkdown.write(result),
        EvaluationJson.write(result));
  }
}
