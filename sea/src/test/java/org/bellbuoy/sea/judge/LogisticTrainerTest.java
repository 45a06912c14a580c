package org.bellbuoy.sea.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticTrainerTest {
  private static double[] ones(int n) {
    double[] weight = new double[n];
    Arrays.fill(weight, 1);
    return weight;
  }

  @Test
  void hoursOfStudyAndPassingAreFittedAsPublished() {
    // The example of the article on logistic regression in the English Wikipedia: twenty students,
    // intercept about -4.1 and slope about 1.5; four decimals by its sources: -4.0777 and 1.5046.
    double[] hours = {
      0.50, 0.75, 1.00, 1.25, 1.50, 1.75, 1.75, 2.00, 2.25, 2.50, 2.75, 3.00, 3.25, 3.50, 4.00,
      4.25, 4.50, 4.75, 5.00, 5.50
    };
    int[] pass = {0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1};
    List<double[]> rows = new ArrayList<>();
    boolean[] truth = new boolean[hours.length];
    for (int i = 0; i < hours.length; i++) {
      rows.add(new double[] {1, hours[i]});
      truth[i] = pass[i] == 1;
    }
    double[] w = LogisticTrainer.fit(rows, truth, ones(hours.length), 0);
    assertThat(w[0]).isCloseTo(-4.0777, within(5e-5));
    assertThat(w[1]).isCloseTo(1.5046, within(5e-5));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void atTheFitTheSlopeOfTheLossIsNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int m = 2 + random.nextInt(5);
    int n = 50 + random.nextInt(500);
    double[] real = new double[m];
    for (int i = 0; i < m; i++) {
      real[i] = random.nextDouble(-4, 4);
    }
    List<double[]> rows = new ArrayList<>();
    boolean[] truth = new boolean[n];
    double[] weight = new double[n];
    for (int r = 0; r < n; r++) {
      double[] x = new double[m];
      x[0] = 1;
      double sum = real[0];
      for (int i = 1; i < m; i++) {
        x[i] = random.nextDouble(-2, 3) * (i == 1 ? 10 : 1);
        sum += real[i] * x[i];
      }
      rows.add(x);
      truth[r] = random.nextDouble() < 1 / (1 + Math.exp(-sum));
      weight[r] = random.nextDouble(0.1, 5);
    }
    double[] w = LogisticTrainer.fit(rows, truth, weight, 1);
    for (int i = 0; i < m; i++) {
      double slope = i == 0 ? 0 : -w[i];
      for (int r = 0; r < n; r++) {
        double sum = 0;
        for (int k = 0; k < m; k++) {
          sum += w[k] * rows.get(r)[k];
        }
        slope += weight[r] * ((truth[r] ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * rows.get(r)[i];
      }
      assertThat(slope).as("slope %d at %s", i, Arrays.toString(w)).isCloseTo(0, within(1e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void twoKindsThatNeverOverlapAreStillTold(double l2) {
    List<double[]> rows = new ArrayList<>();
    boolean[] truth = new boolean[40];
    for (int i = 0; i < 40; i++) {
      rows.add(new double[] {1, i});
      truth[i] = i >= 20;
    }
    double[] w = LogisticTrainer.fit(rows, truth, ones(40), l2);
    assertThat(Arrays.stream(w)).allMatch(Double::isFinite);
    assertThat(w[1]).isPositive();
    assertThat(-w[0] / w[1]).as("where it turns").isBetween(18.5, 20.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void inputsThatNeverChangeDoNoHarm(double l2) {
    List<double[]> rows = new ArrayList<>();
    boolean[] truth = new boolean[100];
    for (int i = 0; i < 100; i++) {
      rows.add(new double[] {1, 0, 7, i % 10});
      truth[i] = i % 10 * 7 % 10 > 4 && i % 3 > 0;
    }
    double[] w = LogisticTrainer.fit(rows, truth, ones(100), l2);
    assertThat(Arrays.stream(w)).allMatch(Double::isFinite);
    assertThat(w[1]).as("nothing was learnt of what is always 0").isZero();
    // What comes out is the same as without those inputs, but for the pull.
    if (l2 == 0) {
      double[] plain =
          LogisticTrainer.fit(
              rows.stream().map(r -> new double[] {1, r[3]}).toList(), truth, ones(100), 0);
      assertThat(w[3]).isCloseTo(plain[1], within(1e-4));
      assertThat(w[0] + 7 * w[2]).isCloseTo(plain[0], within(1e-3));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereAllIsTheSameOnlyTheConstantSaysSo(boolean all) {
    List<double[]> rows = new ArrayList<>();
    boolean[] truth = new boolean[30];
    for (int i = 0; i < 30; i++) {
      rows.add(new double[] {1, i});
      truth[i] = all;
    }
    double[] w = LogisticTrainer.fit(rows, truth, ones(30), 1);
    assertThat(Arrays.stream(w)).allMatch(Double::isFinite);
    assertThat(w[0]).matches(c -> all ? c > 3 : c < -3);
    assertThat(w[1]).isCloseTo(0, within(0.5));
  }

  @Test
  void aWeightOfTwoIsARowTwice() {
    List<double[]> rows = List.of(row(0), row(1), row(2), row(3));
    List<double[]> twice = List.of(row(0), row(1), row(1), row(2), row(3), row(3));
    double[] a =
        LogisticTrainer.fit(
            rows, new boolean[] {false, true, false, true}, new double[] {1, 2, 1, 2}, 0.5);
    double[] b =
        LogisticTrainer.fit(
            twice, new boolean[] {false, true, true, false, true, true}, ones(6), 0.5);
    assertThat(a).containsExactly(b, within(1e-9));
  }

  private static double[] row(double x) {
    return new double[] {1, x};
  }
}
