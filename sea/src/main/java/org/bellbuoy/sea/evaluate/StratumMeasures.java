package org.bellbuoy.sea.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.sea.evaluate.EvaluationResult.Detail;
import org.bellbuoy.sea.evaluate.EvaluationResult.Difference;
import org.bellbuoy.sea.evaluate.EvaluationResult.Score;
import org.bellbuoy.sea.evaluate.EvaluationResult.Threshold;
import org.jspecify.annotations.Nullable;

/** Measures every method within one stratum that holds both kinds of silences. */
final class StratumMeasures {
  private static final double[] PROBABILITIES = {0.5, 0.7, 0.8, 0.9, 0.95, 0.99};

  private final List<MethodScores> methods;
  private final List<Ranking> rankings;
  private final double[] ones;
  private final int[] members;
  private final boolean[] off;
  private final double[] weightAtPrior;
  private final EvaluationOptions options;
  private final int main;

  /**
   * Prepares.
   *
   * @param rankings by method, of the stratum, weighted by vessel
   * @param ones a weight of one for each vessel
   * @param off by case of the whole
   * @param member which cases belong to the stratum
   * @param main which of the methods others are compared with
   */
  StratumMeasures(
      List<MethodScores> methods,
      List<Ranking> rankings,
      double[] ones,
      boolean[] off,
      boolean[] member,
      EvaluationOptions options,
      int main) {
    this.methods = methods;
    this.rankings = rankings;
    this.ones = ones;
    this.options = options;
    this.main = main;
    members = IntStream.range(0, member.length).filter(i -> member[i]).toArray();
    this.off = new boolean[members.length];
    for (int i = 0; i < members.length; i++) {
      this.off[i] = off[members[i]];
    }
    // Of the whole and not of the stratum: where more are switched off than elsewhere, a
    // probability for the whole's prior is to be higher.
    double[] whole = Metrics.weightsAtPrior(off, options.prior());
    weightAtPrior = Arrays.stream(members).mapToDouble(i -> whole[i]).toArray();
  }

  List<Score> scores(Bootstrap.@Nullable Draws draws) {
    List<Score> scores = new ArrayList<>();
    double[] auc = rankings.stream().mapToDouble(r -> r.auc(ones)).toArray();
    RecallAt[] recall = new RecallAt[auc.length];
    for (int m = 0; m < auc.length; m++) {
      RecallAt at = Metrics.recallAt(options.naturalCalledRate(), rankings.get(m), ones);
      if (at == null) {
        throw new IllegalStateException("A kind of silence is missing.");
      }
      recall[m] = at;
    }
    for (int m = 0; m < auc.length; m++) {
      MethodScores method = methods.get(m);
      Level[] level = levels(method);
      Calibration calibration = calibration(method, null);
      Difference toMain =
          m == main
              ? null
              : new Difference(
                  auc[m] - auc[main],
                  draws == null
                      ? null
                      : Interval.ofDraws(Bootstrap.Draws.difference(draws.auc(), m, main)),
                  recall[m].recall() - recall[main].recall(),
                  draws == null
                      ? null
                      : Interval.ofDraws(Bootstrap.Draws.difference(draws.recall(), m, main)));
      scores.add(
          new Score(
              method.method(),
              auc[m],
              draws == null ? null : Interval.ofDraws(draws.auc()[m]),
              recall[m],
              draws == null ? null : Interval.ofDraws(draws.recall()[m]),
              toMain,
              level == null ? null : Metrics.decided(level, off, null),
              calibration == null ? null : calibration.brier(),
              calibration == null ? null : calibration.errorByCount()));
    }
    return scores;
  }

  List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    for (int m = 0; m < methods.size(); m++) {
      MethodScores method = methods.get(m);
      details.add(
          new Detail(
              method.method(),
              RocPoint.thinned(rankings.get(m).roc(ones), Evaluation.ROC_POINTS),
              thresholds(method),
              calibration(method, null),
              calibration(method, weightAtPrior)));
    }
    return details;
  }

  private List<Threshold> thresholds(MethodScores method) {
    List<Threshold> thresholds = new ArrayList<>();
    if (method.probability()) {
      double[] score = scores(method);
      for (double p : PROBABILITIES) {
        thresholds.add(
            threshold(
                String.format(Locale.ROOT, "probability >= %s", p),
                Metrics.callsAt(p, score, off, null)));
      }
    }
    Level[] level = levels(method);
    if (level != null) {
      thresholds.add(threshold("level likely", Metrics.callsAt(Level.LIKELY, level, off, null)));
      thresholds.add(
          threshold("level possible or likely", Metrics.callsAt(Level.POSSIBLE, level, off, null)));
    }
    return thresholds;
  }

  private Threshold threshold(String at, Calls calls) {
    return new Threshold(
        at, calls, calls.precisionAt(options.prior()), calls.precisionAtLeast(options.prior()));
  }

  private @Nullable Calibration calibration(MethodScores method, double @Nullable [] weight) {
    return method.probability() ? Metrics.calibration(scores(method), off, weight) : null;
  }

  private double[] scores(MethodScores method) {
    double[] all = method.score();
    return Arrays.stream(members).mapToDouble(i -> all[i]).toArray();
  }

  private Level @Nullable [] levels(MethodScores method) {
    Level[] all = method.level();
    return all == null ? null : Arrays.stream(members).mapToObj(i -> all[i]).toArray(Level[]::new);
  }
}
