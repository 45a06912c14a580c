package org.bellbuoy.sea.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.sea.evaluate.EvaluationResult.Detail;
import org.bellbuoy.sea.evaluate.EvaluationResult.Difference;
import org.bellbuoy.sea.evaluate.EvaluationResult.Fold;
import org.bellbuoy.sea.evaluate.EvaluationResult.Method;
import org.bellbuoy.sea.evaluate.EvaluationResult.Score;
import org.bellbuoy.sea.evaluate.EvaluationResult.StratumResult;
import org.bellbuoy.sea.evaluate.EvaluationResult.Threshold;
import org.jspecify.annotations.Nullable;

/** An evaluation as tables for a page, the command line that makes them at the top. */
public final class EvaluationMarkdown {
  private final EvaluationResult result;
  private final StringBuilder out = new StringBuilder();

  private EvaluationMarkdown(EvaluationResult result) {
    this.result = result;
  }

  /** The tables as Markdown that ends with a line end. */
  public static String write(EvaluationResult result) {
    EvaluationMarkdown page = new EvaluationMarkdown(result);
    page.head();
    page.methods();
    page.overall(Stratum.ALL, "All silences");
    page.overall(Stratum.HEARD_THROUGHOUT, "Artificial switch-offs that would have been heard");
    page.byStratum();
    page.folds();
    return page.out.toString();
  }

  private void head() {
    EvaluationOptions options = result.options();
    EvaluationResult.Data data = result.data();
    out.append("```\n").append(line(options.command())).append("\n```\n\n");
    out.append(data.count().natural() + data.count().off())
        .append(" silences of ")
        .append(data.vessels())
        .append(" vessels: ")
        .append(data.count().natural())
        .append(" natural ones, and ")
        .append(data.count().off())
        .append(" artificial switch-offs, made by deleting a ship's reports; ")
        .append(data.heardThroughout())
        .append(" of these would have been heard throughout. Seed ")
        .append(options.seed())
        .append("; 95 % intervals from ")
        .append(options.resamples())
        .append(
            " draws of vessels. *Recall* is the share of artificial switch-offs found while at most ")
        .append(Figures.percent(options.naturalCalledRate()))
        .append(" of natural silences are called.\n\n");
    if (!options.sources().isEmpty()) {
      out.append("Recordings:\n```\n");
      options.sources().forEach(source -> out.append(line(source)).append('\n'));
      out.append("```\n\n");
    }
    result.notes().forEach(note -> out.append("- ").append(line(note)).append('\n'));
    if (!result.notes().isEmpty()) {
      out.append('\n');
    }
  }

  private void methods() {
    row("method", "what it is", "gives");
    rule(3, 3);
    for (Method method : result.methods()) {
      List<String> gives = new ArrayList<>();
      gives.add(method.probability() ? "probability" : "score");
      if (method.levels()) {
        gives.add("levels");
      }
      row(method.id(), method.title(), String.join(", ", gives));
    }
    out.append('\n');
  }

  private void overall(String id, String title) {
    StratumResult stratum = result.stratum(id);
    out.append("## ").append(title).append("\n\n");
    if (stratum.scores().isEmpty()) {
      out.append("Not enough: ").append(counts(stratum)).append(".\n\n");
      return;
    }
    out.append(counts(stratum)).append(".\n\n");
    row("method", "AUC", "95 %", "recall", "95 %", "AUC to main", "95 %", "recall to main", "95 %");
    rule(9, 1);
    for (Score score : stratum.scores()) {
      Difference toMain = score.toMain();
      row(
          score.method(),
          Figures.three(score.auc()),
          Figures.interval(score.aucInterval()),
          Figures.three(score.recall().recall()),
          Figures.interval(score.recallInterval()),
          toMain == null ? "main" : Figures.signed(toMain.auc()),
          toMain == null ? "" : Figures.interval(toMain.aucInterval()),
          toMain == null ? "main" : Figures.signed(toMain.recall()),
          toMain == null ? "" : Figures.interval(toMain.recallInterval()));
    }
    out.append('\n');
    thresholds(stratum);
    calibration(stratum);
  }

  private void thresholds(StratumResult stratum) {
    if (stratum.details().stream().allMatch(d -> d.thresholds().isEmpty())) {
      return;
    }
    out.append("### Where to draw the line\n\n");
    row(
        "method",
        "called at",
        "switch-offs called",
        "natural called",
        "recall",
        "false alarm rate",
        "precision as mixed",
        "precision at " + Figures.percent(result.options().prior()) + " switch-offs");
    rule(8, 2);
    for (Detail detail : stratum.details()) {
      for (Threshold threshold : detail.thresholds()) {
        Calls calls = threshold.calls();
        row(
            detail.method(),
            threshold.at(),
            String.valueOf(Math.round(calls.offCalled())),
            String.valueOf(Math.round(calls.naturalCalled())),
            Figures.three(calls.recall(), Figures.NOT_ENOUGH),
            Figures.three(calls.falseAlarmRate(), Figures.NOT_ENOUGH),
            Figures.three(calls.precision(), "none called"),
            Figures.three(threshold.precisionAtPrior(), "none called"));
      }
    }
    out.append('\n');
    if (stratum.scores().stream().anyMatch(s -> s.decided() != null)) {
      row("method", "decided", "of switch-offs", "of natural ones");
      rule(4, 1);
      for (Score score : stratum.scores()) {
        Decided decided = score.decided();
        if (decided != null) {
          row(
              score.method(),
              Figures.three(decided.all(), Figures.NOT_ENOUGH),
              Figures.three(decided.off(), Figures.NOT_ENOUGH),
              Figures.three(decided.natural(), Figures.NOT_ENOUGH));
        }
      }
      out.append('\n');
    }
  }

  private void calibration(StratumResult stratum) {
    if (stratum.details().stream().allMatch(d -> d.asMixed() == null)) {
      return;
    }
    out.append("### Calibration\n\n");
    row(
        "method",
        "share of switch-offs",
        "Brier",
        "Brier of the share alone",
        "calibration error, equal width",
        "equal count");
    rule(6, 1);
    for (Detail detail : stratum.details()) {
      summary(detail.method(), detail.asMixed());
      summary(detail.method(), detail.atPrior());
    }
    out.append('\n');
    for (Detail detail : stratum.details()) {
      reliability(detail.method(), detail.asMixed());
      reliability(detail.method(), detail.atPrior());
    }
  }

  private void summary(String method, @Nullable Calibration c) {
    if (c != null) {
      row(
          method,
          Figures.percent(c.offShare()),
          Figures.three(c.brier()),
          Figures.three(c.brierOfShare()),
          Figures.three(c.errorByWidth()),
          Figures.three(c.errorByCount()));
    }
  }

  private void reliability(String method, @Nullable Calibration c) {
    if (c == null) {
      return;
    }
    out.append("Reliability of ")
        .append(method)
        .append(" with ")
        .append(Figures.percent(c.offShare()))
        .append(" switch-offs, bins of equal count:\n\n");
    row("probability said", "silences", "mean said", "switch-offs", "95 %");
    rule(5, 1);
    for (Calibration.Bin bin : c.byCount()) {
      row(
          Figures.three(bin.low()) + " to " + Figures.three(bin.high()),
          String.valueOf(bin.cases()),
          Figures.three(bin.predicted()),
          Figures.three(bin.observed()),
          Figures.interval(bin.interval()));
    }
    out.append('\n');
  }

  private void byStratum() {
    out.append("## By kind of silence\n\nAUC with its 95 % interval:\n\n");
    matrix(s -> Figures.three(s.auc()) + brackets(s.aucInterval()));
    out.append("Recall with its 95 % interval:\n\n");
    matrix(s -> Figures.three(s.recall().recall()) + brackets(s.recallInterval()));
    out.append(
        "No interval is given where either kind comes from fewer than "
            + Evaluation.LEAST_VESSELS
            + " vessels. Where there are fewer natural silences than "
            + "one over the rate allowed, none may be called.\n\n");
  }

  private static String brackets(@Nullable Interval interval) {
    return interval == null ? "" : " (" + Figures.interval(interval) + ")";
  }

  private void matrix(Function<Score, String> cell) {
    List<String> head = new ArrayList<>(List.of("silences", "natural", "switched off"));
    result.methods().forEach(m -> head.add(m.id()));
    row(head.toArray(String[]::new));
    rule(head.size(), 1);
    for (StratumResult stratum : result.strata()) {
      List<String> cells = new ArrayList<>();
      cells.add(
          stratum.id().equals(Stratum.ALL)
              ? stratum.label()
              : stratum.group() + ": " + stratum.label());
      cells.add(String.valueOf(stratum.count().natural()));
      cells.add(String.valueOf(stratum.count().off()));
      if (stratum.scores().isEmpty()) {
        result.methods().forEach(m -> cells.add(Figures.NOT_ENOUGH));
      } else {
        stratum.scores().forEach(s -> cells.add(cell.apply(s)));
      }
      row(cells.toArray(String[]::new));
    }
    out.append('\n');
  }

  private void folds() {
    out.append("## Parts in cross-validation\n\n");
    row("part", "natural", "switched off");
    rule(3, 1);
    result.data().vesselFolds().forEach(f -> fold("vessels", f));
    result.data().timeFolds().forEach(f -> fold("time", f));
  }

  private void fold(String of, Fold fold) {
    row(
        of + " " + fold.fold(),
        String.valueOf(fold.count().natural()),
        String.valueOf(fold.count().off()));
  }

  private static String counts(StratumResult stratum) {
    return stratum.count().natural()
        + " natural silences of "
        + stratum.vesselsNatural()
        + " vessels, "
        + stratum.count().off()
        + " artificial switch-offs of "
        + stratum.vesselsOff()
        + " vessels";
  }

  private void row(String... cells) {
    out.append('|');
    for (String cell : cells) {
      out.append(' ').append(line(cell).replace("|", "\\|")).append(" |");
    }
    out.append('\n');
  }

  /** The line below a head: texts to the left, figures to the right. */
  private void rule(int columns, int texts) {
    out.append('|');
    for (int i = 0; i < columns; i++) {
      out.append(i < texts ? "---|" : "---:|");
    }
    out.append('\n');
  }

  private static String line(String text) {
    return SafeText.visible(text).replaceAll("[\\r\\n\\t]+", " ").replace("```", "'''");
  }
}
