package org.bellbuoy.sea.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation came to.
 *
 * @param options how it was done
 * @param data what it was done on
 * @param methods in the order of columns
 * @param strata in the order of {@link Stratum#all()}; the first holds every case
 * @param notes what a reader must know, those of the options first
 */
public record EvaluationResult(
    EvaluationOptions options,
    Data data,
    List<Method> methods,
    List<StratumResult> strata,
    List<String> notes) {
  /** Copies. */
  public EvaluationResult {
    methods = List.copyOf(methods);
    strata = List.copyOf(strata);
    notes = List.copyOf(notes);
  }

  /**
   * What was judged.
   *
   * @param count of silences of either kind
   * @param heardThroughout artificial ones that would have been heard throughout
   * @param vessels how many MMSIs
   * @param fromMillis start of the first
   * @param toMillis end of the last
   * @param vesselFolds by part of the fleet, ascending
   * @param timeFolds by part of the time, ascending
   */
  public record Data(
      Count count,
      int heardThroughout,
      int vessels,
      long fromMillis,
      long toMillis,
      List<Fold> vesselFolds,
      List<Fold> timeFolds) {
    /** Copies. */
    public Data {
      vesselFolds = List.copyOf(vesselFolds);
      timeFolds = List.copyOf(timeFolds);
    }
  }

  /**
   * Silences of either kind.
   *
   * @param natural as recorded
   * @param off artificially switched off
   */
  public record Count(int natural, int off) {}

  /**
   * One part in cross-validation.
   *
   * @param fold its number
   * @param count its silences
   */
  public record Fold(int fold, Count count) {}

  /**
   * One method.
   *
   * @param id as in {@link MethodScores#method()}
   * @param title in words
   * @param probability whether its score is a probability
   * @param levels whether it gives levels
   */
  public record Method(String id, String title, boolean probability, boolean levels) {}

  /**
   * One kind of silence.
   *
   * @param id as in {@link Stratum}
   * @param group as there
   * @param label as there
   * @param count its silences
   * @param vesselsNatural vessels behind natural ones
   * @param vesselsOff vessels behind artificial ones
   * @param scores of each method in order; empty where there is not enough: a kind is missing
   * @param details of each method in order; only of all silences, of those heard well before and of
   *     those heard throughout
   */
  public record StratumResult(
      String id,
      String group,
      String label,
      Count count,
      int vesselsNatural,
      int vesselsOff,
      List<Score> scores,
      List<Detail> details) {
    /** Copies. */
    public StratumResult {
      scores = List.copyOf(scores);
      details = List.copyOf(details);
    }
  }

  /**
   * How well one method tells the kinds apart in one stratum. Intervals are null where either kind
   * comes from fewer than {@link Evaluation#LEAST_VESSELS} vessels.
   *
   * @param method id
   * @param auc area under the ROC curve
   * @param aucInterval its interval
   * @param recall at the share of natural silences allowed
   * @param recallInterval its interval
   * @param toMain difference to the main method, null of the main method itself
   * @param decided of how many it can tell, null where it gives no levels
   * @param brier mean square error as mixed in the data, null where it gives no probability
   * @param errorByCount expected calibration error as mixed in the data, over bins of equal count
   */
  public record Score(
      String method,
      double auc,
      @Nullable Interval aucInterval,
      RecallAt recall,
      @Nullable Interval recallInterval,
      @Nullable Difference toMain,
      @Nullable Decided decided,
      @Nullable Double brier,
      @Nullable Double errorByCount) {}

  /**
   * A method less the main method, on the same draws.
   *
   * @param auc difference of areas
   * @param aucInterval its interval
   * @param recall difference of recalls
   * @param recallInterval its interval
   */
  public record Difference(
      double auc,
      @Nullable Interval aucInterval,
      double recall,
      @Nullable Interval recallInterval) {}

  /**
   * More of one method in one stratum.
   *
   * @param method id
   * @param roc curve, thinned to {@link Evaluation#ROC_POINTS} points
   * @param thresholds at probabilities and levels, empty where it gives neither
   * @param asMixed calibration with the share of switch-offs in the data, null without probability
   * @param atPrior calibration where that share of all silences, not only of these, are
   *     switch-offs; null without probability
   */
  public record Detail(
      String method,
      List<RocPoint> roc,
      List<Threshold> thresholds,
      @Nullable Calibration asMixed,
      @Nullable Calibration atPrior) {
    /** Copies. */
    public Detail {
      roc = List.copyOf(roc);
      thresholds = List.copyOf(thresholds);
    }
  }

  /**
   * A place to draw the line.
   *
   * @param at what is called, for example {@code probability >= 0.9} or {@code level likely}
   * @param calls what is right then, in counts
   * @param precisionAtPrior precision at the share of the options, null where none is called
   * @param precisionAtLeast the same as {@link Calls#precisionAtLeast} has it
   */
  public record Threshold(
      String at,
      Calls calls,
      @Nullable Double precisionAtPrior,
      @Nullable Double precisionAtLeast) {}

  /** The stratum of that id. */
  public StratumResult stratum(String id) {
    return strata.stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no stratum '" + id + "'."));
  }
}
