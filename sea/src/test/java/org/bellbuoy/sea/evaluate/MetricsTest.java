package org.bellbuoy.sea.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bellbuoy.sea.evaluate.Cases.off;
import static org.bellbuoy.sea.evaluate.Cases.some;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bellbuoy.core.finding.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
  /** The example of scikit-learn's pages on roc_curve and roc_auc_score. */
  private static final boolean[] OFF = off(0, 0, 1, 1);

  private static final double[] SCORE = {0.1, 0.4, 0.35, 0.8};

  @Test
  void theAreaIsThatOfTheExampleInTheManualOfScikitLearn() {
    assertThat(Metrics.auc(SCORE, OFF, null)).isEqualTo(0.75);
  }

  @Test
  void theCurveIsThatOfTheExampleInTheManualOfScikitLearn() {
    assertThat(Metrics.roc(SCORE, OFF, null))
        .containsExactly(
            new RocPoint(0, 0, null),
            new RocPoint(0, 0.5, 0.8),
            new RocPoint(0.5, 0.5, 0.4),
            new RocPoint(0.5, 1, 0.35),
            new RocPoint(1, 1, 0.1));
  }

  @Test
  void theAreaIsThatOfHanleyAndMcNeilsReadingsWithTies() {
    // Radiology 143 (1982), table 1: 109 computed tomography images in five ratings.
    assertThat(Metrics.auc(HanleyMcNeil.score(), HanleyMcNeil.abnormal(), null))
        .isCloseTo(0.893, within(0.0005));
  }

  @Test
  void theSameScoreForAllGivesHalfTheArea() {
    assertThat(Metrics.auc(new double[] {2, 2, 2}, off(0, 1, 0), null)).isEqualTo(0.5);
    assertThat(Metrics.auc(new double[] {-0.0, 0.0}, off(0, 1), null)).isEqualTo(0.5);
  }

  @Test
  void withOneKindOnlyThereIsNoAreaNorCurveNorRecall() {
    for (boolean[] off : List.of(off(1, 1), off(0, 0))) {
      double[] score = {1, 2};
      assertThat(Metrics.auc(score, off, null)).isNull();
      assertThat(Metrics.roc(score, off, null)).isEmpty();
      assertThat(Metrics.recallAt(0.01, score, off, null)).isNull();
    }
    assertThat(Metrics.auc(new double[0], new boolean[0], null)).isNull();
    assertThat(Metrics.brier(new double[0], new boolean[0], null)).isNull();
    assertThat(Metrics.calibration(new double[0], new boolean[0], null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theAreaIsTheShareOfPairsInOrderAndThatUnderTheCurve(long seed) {
    Random data = new Random(seed, 300, 12);
    double wins = 0;
    double pairs = 0;
    for (int i = 0; i < data.score.length; i++) {
      for (int j = 0; j < data.score.length; j++) {
        if (data.off[i] && !data.off[j]) {
          pairs += data.weight[i] * data.weight[j];
          double win = data.score[i] > data.score[j] ? 1 : data.score[i] == data.score[j] ? 0.5 : 0;
          wins += data.weight[i] * data.weight[j] * win;
        }
      }
    }
    assertThat(Metrics.auc(data.score, data.off, data.weight))
        .isCloseTo(wins / pairs, within(1e-12));
    assertThat(RocPoint.area(Metrics.roc(data.score, data.off, data.weight)))
        .isCloseTo(wins / pairs, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aWeightOfThreeIsThreeCases(long seed) {
    Random data = new Random(seed, 400, 40);
    int[] copies =
        IntStream.range(0, data.score.length)
            .flatMap(i -> IntStream.range(0, (int) data.weight[i]).map(c -> i))
            .toArray();
    double[] score = Arrays.stream(copies).mapToDouble(i -> data.score[i]).toArray();
    boolean[] off = new boolean[copies.length];
    IntStream.range(0, copies.length).forEach(c -> off[c] = data.off[copies[c]]);
    assertThat(Metrics.auc(data.score, data.off, data.weight))
        .isEqualTo(Metrics.auc(score, off, null));
    assertThat(Metrics.recallAt(0.05, data.score, data.off, data.weight))
        .isEqualTo(Metrics.recallAt(0.05, score, off, null));
    assertThat(Metrics.callsAt(0.5, data.score, data.off, data.weight))
        .isEqualTo(Metrics.callsAt(0.5, score, off, null));
    Calibration weighted = calibration(data.score, data.off, data.weight);
    Calibration copied = calibration(score, off, null);
    assertThat(weighted.brier()).isCloseTo(copied.brier(), within(1e-12));
    assertThat(weighted.errorByWidth()).isCloseTo(copied.errorByWidth(), within(1e-12));
    assertThat(weighted.errorByCount()).isCloseTo(copied.errorByCount(), within(1e-12));
  }

  @Test
  void oneNaturalSilenceInAHundredMayBeCalledAndTiesAreCalledTogether() {
    // 250 natural ones with scores 1 to 250: two may be called.
    double[] score = new double[254];
    boolean[] off = new boolean[254];
    for (int i = 0; i < 250; i++) {
      score[i] = i + 1;
    }
    Arrays.fill(off, 250, 254, true);
    score[250] = 300;
    score[251] = 249.5;
    score[252] = 248.5;
    score[253] = 100;
    assertThat(Metrics.recallAt(0.01, score, off, null))
        .isEqualTo(new RecallAt(0.75, 0.008, 248.5));
    // A third natural one with the score of the second: calling both would be three.
    score[247] = 249;
    assertThat(Metrics.recallAt(0.01, score, off, null)).isEqualTo(new RecallAt(0.5, 0.004, 249.5));
  }

  @Test
  void ofNinetyNineNaturalSilencesNoneMayBeCalledOfAHundredOne() {
    for (int natural : new int[] {99, 100}) {
      double[] score = new double[natural + 2];
      boolean[] off = new boolean[natural + 2];
      off[natural] = true;
      off[natural + 1] = true;
      score[0] = 5;
      score[natural] = 9;
      score[natural + 1] = 4;
      RecallAt at = Metrics.recallAt(0.01, score, off, null);
      assertThat(at)
          .isEqualTo(natural == 99 ? new RecallAt(0.5, 0, 9.0) : new RecallAt(1, 0.01, 4.0));
    }
  }

  @Test
  void whereEveryoneHasTheSameScoreNoneCanBeCalled() {
    assertThat(Metrics.recallAt(0.01, new double[] {1, 1, 1}, off(0, 1, 0), null))
        .isEqualTo(new RecallAt(0, 0, null));
  }

  @Test
  void callsAtAThresholdAreCountedByHand() {
    Calls calls = Metrics.callsAt(0.4, SCORE, OFF, null);
    assertThat(calls).isEqualTo(new Calls(1, 1, 1, 1));
    assertThat(calls.precision()).isEqualTo(0.5);
    assertThat(calls.recall()).isEqualTo(0.5);
    assertThat(calls.falseAlarmRate()).isEqualTo(0.5);
  }

  @Test
  void precisionAtAnotherShareFollowsBayes() {
    // A test that finds 99 % with 5 % false alarms, of 1 % who have it: 1 in 6.
    Calls calls = new Calls(99, 5, 1, 95);
    assertThat(calls.precisionAt(0.01)).isCloseTo(0.0099 / 0.0594, within(1e-12));
    // And the same by weighing each case.
    boolean[] off = new boolean[200];
    Arrays.fill(off, 0, 100, true);
    double[] score = new double[200];
    Arrays.fill(score, 0, 99, 1);
    Arrays.fill(score, 100, 105, 1);
    double[] weight = Metrics.weightsAtPrior(off, 0.01);
    assertThat(Arrays.stream(weight).sum()).isCloseTo(200, within(1e-9));
    assertThat(Metrics.callsAt(1, score, off, weight).precision())
        .isCloseTo(0.0099 / 0.0594, within(1e-12));
  }

  @Test
  void noFalseAlarmAmongTwentyStillLeavesRoomForSome() {
    // Newcombe 1998: 0 of 20 may be 0.1611, and 81 of 263 may be 0.2553.
    Calls calls = new Calls(81, 0, 182, 20);
    assertThat(calls.precisionAt(0.1)).isEqualTo(1);
    assertThat(calls.precisionAtLeast(0.1))
        .isCloseTo(0.02553 / (0.02553 + 0.9 * 0.1611), within(0.0002));
    assertThat(new Calls(0, 0, 263, 20).precisionAtLeast(0.1)).isNull();
    assertThat(new Calls(5, 0, 5, 0).precisionAtLeast(0.1)).isNull();
  }

  @Test
  void whereNothingIsCalledThereIsNoPrecision() {
    Calls calls = Metrics.callsAt(2, SCORE, OFF, null);
    assertThat(calls.precision()).isNull();
    assertThat(calls.precisionAt(0.01)).isNull();
    assertThat(calls.recall()).isEqualTo(0);
  }

  @Test
  void levelsCallTheirOwnAndStrongerOnes() {
    Level[] level = {Level.LIKELY, Level.POSSIBLE, Level.UNLIKELY, Level.CANNOT_TELL};
    boolean[] off = off(1, 0, 1, 0);
    assertThat(Metrics.callsAt(Level.LIKELY, level, off, null)).isEqualTo(new Calls(1, 0, 1, 2));
    assertThat(Metrics.callsAt(Level.POSSIBLE, level, off, null)).isEqualTo(new Calls(1, 1, 1, 1));
    assertThat(Metrics.decided(level, off, null)).isEqualTo(new Decided(0.75, 1.0, 0.5));
  }

  @Test
  void whatCannotBeWeighedIsRefused() {
    assertThatThrownBy(() -> Metrics.auc(SCORE, off(0, 1), null))
        .hasMessage("4 scores for 2 cases.");
    assertThatThrownBy(() -> Metrics.auc(SCORE, OFF, new double[] {1, 1, 1, -1}))
        .hasMessage("-1.0 is no weight.");
    assertThatThrownBy(() -> Metrics.auc(new double[] {Double.NaN}, off(1), null))
        .hasMessage("A score must be a number.");
    assertThatThrownBy(() -> Metrics.weightsAtPrior(off(1, 1), 0.1))
        .hasMessage("Only one kind of silence: no share can be set.");
  }

  private static Calibration calibration(double[] p, boolean[] off, double @Nullable [] weight) {
    return some(Metrics.calibration(p, off, weight));
  }

  /** Scores from 0 to 1 in few steps, so with ties, and whole weights of 0 to 3. */
  private static final class Random {
    final double[] score;
    final boolean[] off;
    final double[] weight;

    Random(long seed, int cases, int steps) {
      SplittableRandom random = new SplittableRandom(seed);
      score = new double[cases];
      off = new boolean[cases];
      weight = new double[cases];
      for (int i = 0; i < cases; i++) {
        off[i] = random.nextInt(3) == 0;
        double p = Math.min(1, random.nextDouble() + (off[i] ? 0.2 : 0));
        score[i] = Math.round(p * steps) / (double) steps;
        weight[i] = random.nextInt(4);
      }
    }
  }
}
