package org.bellbuoy.sea.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bellbuoy.sea.evaluate.Cases.off;
import static org.bellbuoy.sea.evaluate.Cases.some;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
  @Test
  void theBrierScoreIsThatOfTheExampleInTheManualOfScikitLearn() {
    assertThat(Metrics.brier(new double[] {0.1, 0.9, 0.8, 0.3}, off(0, 1, 1, 0), null))
        .isCloseTo(0.0375, within(1e-15));
  }

  @Test
  void theBinsAreThoseOfTheExampleInTheManualOfScikitLearn() {
    // calibration_curve with three bins: prob_true 0, 0.5, 1 and prob_pred 0.2, 0.525, 0.85.
    double[] p = {0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1.0};
    Calibration c = some(Calibration.of(p, off(0, 0, 0, 0, 1, 1, 1, 1, 1), ones(9), 3));
    assertThat(c.byWidth()).extracting(Calibration.Bin::observed).containsExactly(0.0, 0.5, 1.0);
    assertThat(c.byWidth().stream().mapToDouble(Calibration.Bin::predicted).toArray())
        .containsExactly(new double[] {0.2, 0.525, 0.85}, within(1e-12));
    // By hand: (3 x 0.2 + 2 x 0.025 + 4 x 0.15) / 9.
    assertThat(c.errorByWidth()).isCloseTo(1.25 / 9, within(1e-12));
    // By hand, three each: means 0.2, 1.75 / 3, 0.9 against 0, 2/3, 1.
    assertThat(c.byCount()).extracting(Calibration.Bin::cases).containsExactly(3, 3, 3);
    assertThat(c.errorByCount()).isCloseTo((0.2 + 0.25 / 3 + 0.1) / 3, within(1e-12));
  }

  @Test
  void theEdgesOfTenBinsBelongToTheUpperAndOneToTheLast() {
    Calibration c =
        some(Metrics.calibration(new double[] {0, 0.1, 0.95, 1}, off(0, 0, 1, 1), null));
    assertThat(c.byWidth()).extracting(Calibration.Bin::low).containsExactly(0.0, 0.1, 0.9);
    assertThat(c.byWidth()).extracting(Calibration.Bin::high).containsExactly(0.1, 0.2, 1.0);
    assertThat(c.byWidth()).extracting(Calibration.Bin::cases).containsExactly(1, 1, 2);
  }

  @Test
  void aHundredCasesFallIntoTenBinsOfTenInWhateverOrder() {
    double[] p = DoubleStream.iterate(99, i -> i >= 0, i -> i - 1).map(i -> i / 100).toArray();
    Calibration c = some(Metrics.calibration(p, new boolean[100], null));
    assertThat(c.byCount()).extracting(Calibration.Bin::cases).containsOnly(10).hasSize(10);
    assertThat(c.byCount().getFirst().high()).isEqualTo(0.09);
    // All said p and none came: the error is the mean of p.
    assertThat(c.errorByCount()).isCloseTo(0.495, within(1e-12));
    assertThat(c.errorByWidth()).isCloseTo(0.495, within(1e-12));
  }

  @Test
  void casesOfOneProbabilityAreNeverParted() {
    double[] p = new double[30];
    Arrays.fill(p, 0, 25, 0.2);
    Arrays.fill(p, 25, 30, 0.7);
    Calibration c = some(Metrics.calibration(p, new boolean[30], null));
    assertThat(c.byCount()).extracting(Calibration.Bin::cases).containsExactly(25, 5);
  }

  @Test
  void probabilitiesThatComeTrueHaveHardlyAnyErrorAtTheirOwnShareOnly() {
    SplittableRandom random = new SplittableRandom(7);
    double[] p = random.doubles(40_000).toArray();
    boolean[] off = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      off[i] = random.nextDouble() < p[i];
    }
    Calibration own = some(Metrics.calibration(p, off, null));
    Calibration rare = some(Metrics.calibration(p, off, Metrics.weightsAtPrior(off, 0.01)));
    assertThat(own.errorByWidth()).isLessThan(0.01);
    // A uniform probability that comes true: the mean of p(1-p) is 1/6.
    assertThat(own.brier()).isCloseTo(1 / 6.0, within(0.005));
    assertThat(rare.offShare()).isCloseTo(0.01, within(1e-12));
    assertThat(rare.brierOfShare()).isCloseTo(0.0099, within(1e-9));
    assertThat(rare.errorByCount()).isGreaterThan(0.2);
    assertThat(own.byCount()).allSatisfy(CalibrationTest::holdsItsMean);
  }

  private static void holdsItsMean(Calibration.Bin bin) {
    assertThat(bin.predicted()).isBetween(bin.low(), bin.high());
    assertThat(bin.observed()).isBetween(bin.interval().low(), bin.interval().high());
  }

  @ParameterizedTest(name = "{0} of {1} is {2} to {3}")
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void wilsonsIntervalIsThatOfNewcombesTable(int successes, int n, double low, double high) {
    // Statistics in Medicine 17 (1998), 857-872, table I, method 3.
    Interval interval = Interval.wilson(successes, n);
    assertThat(interval.low()).isCloseTo(low, within(0.00005));
    assertThat(interval.high()).isCloseTo(high, within(0.00005));
  }

  @Test
  void wilsonsIntervalOfAllReachesOneExactly() {
    assertThat(Interval.wilson(7, 7).high()).isEqualTo(1);
    assertThat(Interval.wilson(7, 7).low())
        .isCloseTo(1 - Interval.wilson(0, 7).high(), within(1e-12));
  }

  @Test
  void quantilesOfDrawsLieOnStraightLinesBetweenThem() {
    // 0, 1, ..., 100 and one that could not be measured.
    double[] draws = new double[102];
    Arrays.setAll(draws, i -> i == 50 ? Double.NaN : i < 50 ? i : i - 1);
    assertThat(Interval.ofDraws(draws)).isEqualTo(new Interval(2.5, 97.5));
    assertThat(Interval.ofDraws(new double[] {Double.NaN})).isNull();
  }

  private static double[] ones(int n) {
    return Metrics.weights(null, n);
  }
}
