package org.bellbuoy.sea.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTrainerTest {
  private static final int[] ALL =
      Feature.known(true).stream().mapToInt(Feature::ordinal).toArray();

  private record Data(List<double[]> rows, boolean[] truth, double[] weight) {}

  private static Data data(SplittableRandom random, int n) {
    List<double[]> rows = new ArrayList<>();
    boolean[] truth = new boolean[n];
    double[] weight = new double[n];
    for (int r = 0; r < n; r++) {
      double[] x = new double[ALL.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = i % 3 == 0 ? random.nextInt(4) : random.nextDouble(-2, 2);
      }
      rows.add(x);
      // With and against the directions alike, and with noise.
      truth[r] = random.nextDouble(-3, 3) < x[0] - x[1] * x[7] + x[30] - x[19] + x[44] - 1.5;
      weight[r] = random.nextDouble(0.2, 3);
    }
    return new Data(rows, truth, weight);
  }

  private static TreeModel fit(Data data, TreeTrainer.Settings settings, int... features) {
    return new TreeTrainer(settings).fit(data.rows(), data.truth(), data.weight(), features);
  }

  @Test
  void theFirstTreeIsTheOneReckonedByHand() {
    // Three of class B among four switched off, none of four others: share 1/2 after weights of 1.
    // Gradient of each row is p - y = ±0.5, hessian 0.25; l2 = 1. Of class B: 4 rows, 3 off, sum
    // -1.0, value 1.0 / (1.0 + 1) = 0.5. Not: 4 rows, 1 off, sum +1.0, value -0.5. At rate 0.1.
    List<double[]> rows = new ArrayList<>();
    boolean[] truth = {true, true, true, false, true, false, false, false};
    for (int i = 0; i < 8; i++) {
      double[] x = new double[ALL.length];
      x[Feature.CLASS_B.ordinal()] = i < 4 ? 1 : 0;
      rows.add(x);
    }
    double[] weight = {1, 1, 1, 1, 1, 1, 1, 1};
    TreeModel model =
        new TreeTrainer(new TreeTrainer.Settings(1, 2, 0.1, 1, 1)).fit(rows, truth, weight, ALL);
    assertThat(model.lines()).containsExactly("trees 1 0.0", "CLASS_B<0.0?1:2=0.0 =-0.05 =0.05");
    assertThat(model.logOdds(rows.get(0))).isCloseTo(0.05, within(1e-8));
    assertThat(model.logOdds(rows.get(7))).isCloseTo(-0.05, within(1e-8));
  }

  @Test
  void aSplitAgainstItsDirectionIsNotMade() {
    // The same numbers, but more of the feature would speak against what it can only speak for.
    List<double[]> rows = new ArrayList<>();
    boolean[] truth = {true, true, true, false, true, false, false, false};
    for (int i = 0; i < 8; i++) {
      double[] x = new double[ALL.length];
      x[Feature.LENGTH.ordinal()] = i < 4 ? 0 : 1;
      rows.add(x);
    }
    double[] weight = {1, 1, 1, 1, 1, 1, 1, 1};
    TreeModel model =
        new TreeTrainer(new TreeTrainer.Settings(1, 2, 0.1, 1, 1)).fit(rows, truth, weight, ALL);
    assertThat(model.lines()).containsExactly("trees 1 0.0", "=-0.0");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theFirstSplitIsTheBestOfAll(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 60;
    Data data = data(random, n);
    // So few values of each that every one is a bin of its own.
    for (double[] x : data.rows()) {
      for (int i = 0; i < x.length; i++) {
        x[i] = Math.rint(x[i] * 3);
      }
    }
    int[] features = {0, 1, 7, 19, 30, 44};
    double l2 = 2;
    int least = 5;
    double bias = fit(data, new TreeTrainer.Settings(0, 2, 1, least, l2), features).logOdds(x0());
    double p = 1 / (1 + Math.exp(-bias));
    double best = 0;
    double all = 0;
    double allHessian = 0;
    for (int r = 0; r < n; r++) {
      all += data.weight()[r] * (p - (data.truth()[r] ? 1 : 0));
      allHessian += data.weight()[r] * p * (1 - p);
    }
    for (int feature : features) {
      TreeSet<Double> cuts = new TreeSet<>();
      data.rows().forEach(x -> cuts.add(x[feature]));
      for (double cut : cuts) {
        double g = 0;
        double h = 0;
        int count = 0;
        for (int r = 0; r < n; r++) {
          if (data.rows().get(r)[feature] <= cut) {
            g += data.weight()[r] * (p - (data.truth()[r] ? 1 : 0));
            h += data.weight()[r] * p * (1 - p);
            count++;
          }
        }
        double left = -g / (h + l2);
        double right = -(all - g) / (allHessian - h + l2);
        if (count < least
            || n - count < least
            || Feature.values()[feature].direction * (right - left) < 0) {
          continue;
        }
        best = Math.max(best, gain(g, h, l2) + gain(all - g, allHessian - h, l2));
      }
    }
    // What the first tree takes away of the loss, to second order, told by its two values.
    TreeModel tree = fit(data, new TreeTrainer.Settings(1, 2, 1, least, l2), features);
    double taken = 0;
    TreeSet<Double> values = new TreeSet<>();
    for (int r = 0; r < n; r++) {
      double value = tree.logOdds(data.rows().get(r)) - bias;
      double g = data.weight()[r] * (p - (data.truth()[r] ? 1 : 0));
      double h = data.weight()[r] * p * (1 - p);
      taken -= g * value + 0.5 * h * value * value;
      values.add((double) (float) value);
    }
    assertThat(values).hasSize(2);
    taken -= values.stream().mapToDouble(v -> 0.5 * l2 * v * v).sum();
    assertThat(taken).isCloseTo(best, within(1e-4 * Math.max(1, best)));
  }

  private static double[] x0() {
    return new double[ALL.length];
  }

  private static double gain(double g, double h, double l2) {
    return 0.5 * g * g / (h + l2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void moreOfAFeatureNeverSpeaksAgainstItsDirection(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Data data = data(random, 400);
    TreeModel model = fit(data, new TreeTrainer.Settings(40, 10, 0.2, 5, 1), ALL);
    double spread = 0;
    for (int n = 0; n < 400; n++) {
      double[] x = data.rows().get(random.nextInt(400)).clone();
      double before = model.logOdds(x);
      for (Feature feature : Feature.values()) {
        double kept = x[feature.ordinal()];
        x[feature.ordinal()] = kept + random.nextDouble(3);
        double change = model.logOdds(x) - before;
        if (feature.direction != 0) {
          assertThat(change * feature.direction).as("%s", feature).isGreaterThanOrEqualTo(-1e-12);
        }
        spread = Math.max(spread, Math.abs(change));
        x[feature.ordinal()] = kept;
      }
    }
    assertThat(spread).as("something was learnt at all").isGreaterThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatEachFeatureContributesSumsToTheLogOdds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Data data = data(random, 300);
    TreeModel model = fit(data, new TreeTrainer.Settings(30, 8, 0.1, 5, 1), ALL);
    double constant = Double.NaN;
    for (double[] x : data.rows()) {
      double rest = model.logOdds(x) - Arrays.stream(model.contributions(x)).sum();
      constant = Double.isNaN(constant) ? rest : constant;
      assertThat(rest).as("the same for all").isCloseTo(constant, within(1e-9));
    }
    double positive = 0;
    double all = 0;
    for (int r = 0; r < 300; r++) {
      all += data.weight()[r];
      positive += data.truth()[r] ? data.weight()[r] : 0;
    }
    // What is not due to any feature is about what is known before any is asked.
    assertThat(constant).isCloseTo(Math.log(positive / (all - positive)), within(0.5));
  }

  @Test
  void theSameRowsGiveTheSameModelAndMoreTreesFitBetter() {
    Data data = data(new SplittableRandom(9), 500);
    TreeTrainer.Settings settings = new TreeTrainer.Settings(25, 10, 0.1, 10, 3);
    assertThat(fit(data, settings, ALL).lines()).isEqualTo(fit(data, settings, ALL).lines());
    double last = Double.POSITIVE_INFINITY;
    for (int trees = 0; trees <= 40; trees += 10) {
      TreeModel model = fit(data, new TreeTrainer.Settings(trees, 10, 0.1, 10, 3), ALL);
      double loss = 0;
      for (int r = 0; r < 500; r++) {
        double odds = model.logOdds(data.rows().get(r));
        loss += data.weight()[r] * Math.log1p(Math.exp(data.truth()[r] ? -odds : odds));
      }
      assertThat(loss).isLessThan(last);
      last = loss;
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rowsThatAreAllAlikeOrAllOfOneKindSurvive(boolean all) {
    List<double[]> rows = new ArrayList<>();
    boolean[] truth = new boolean[60];
    double[] weight = new double[60];
    for (int i = 0; i < 60; i++) {
      double[] x = new double[ALL.length];
      x[5] = i;
      rows.add(x);
      truth[i] = all;
      weight[i] = 1;
    }
    TreeModel model =
        new TreeTrainer(TreeTrainer.Settings.defaults()).fit(rows, truth, weight, ALL);
    double odds = model.logOdds(rows.getFirst());
    assertThat(odds).isFinite().matches(o -> all ? o > 3 : o < -3);
    assertThatThrownBy(
            () ->
                new TreeTrainer(TreeTrainer.Settings.defaults())
                    .fit(List.of(), new boolean[0], new double[0], ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to learn from");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aModelReadBackFromItsLinesGivesTheSameToTheLastBit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Data data = data(random, 300);
    TreeModel model = fit(data, new TreeTrainer.Settings(20, 10, 0.1, 5, 1), ALL);
    TreeModel read = model.written();
    assertThat(read.lines()).isEqualTo(model.lines());
    for (double[] x : data.rows()) {
      assertThat(read.logOdds(x)).isEqualTo(model.logOdds(x));
      assertThat(read.contributions(x)).isEqualTo(model.contributions(x));
    }
  }
}
