package org.bellbuoy.sea.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
    page.overall(Stratum.HEARD_WELL, "Heard in 9 or 10 of the 10 six-minute slots before");
    page.overall(Stratum.HEARD_THROUGHOUT, "Artificial switch-offs that would have been heard");
    page.byStratum();
    page.folds();
    return page.out.toString();
  }

  private void head() {
    EvaluationOptions options = result.options();
    EvaluationResult.Data data = result.data();
    out.append("```\n").append(MarkdownTable.line(options.command())).append("\n```\n\n");
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
      options.sources().forEach(source -> out.append(MarkdownTable.line(source)).append('\n'));
      out.append("```\n\n");
    }
    result.notes().forEach(note -> out.append("- ").append(MarkdownTable.line(note)).append('\n'));
    if (!result.notes().isEmpty()) {
      out.append('\n');
    }
  }

  private void methods() {
    MarkdownTable table = new MarkdownTable(out, 3, List.of("method", "what it is", "gives"));
    for (Method method : result.methods()) {
      List<String> gives = new ArrayList<>();
      gives.add(method.probability() ? "probability" : "score");
      if (method.levels()) {
        gives.add("levels");
      }
      table.row(method.id(), method.title(), String.join(", ", gives));
    }
    table.end();
  }

  private void overall(String id, String title) {
    StratumResult stratum = result.stratum(id);
    out.append("## ").append(title).append("\n\n");
    if (stratum.scores().isEmpty()) {
      out.append("Not enough: ").append(counts(stratum)).append(".\n\n");
      return;
    }
    out.append(counts(stratum)).append(".\n\n");
    MarkdownTable table =
        new MarkdownTable(
            out,
            1,
            List.of(
                "method",
                "AUC",
                "95 %",
                "recall",
                "95 %",
                "AUC to main",
                "95 %",
                "recall to main",
                "95 %"));
    for (Score score : stratum.scores()) {
      Difference toMain = score.toMain();
      table.row(
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
    table.end();
    thresholds(stratum);
    decided(stratum);
    CalibrationMarkdown.write(out, stratum);
  }

  private void thresholds(StratumResult stratum) {
    if (stratum.details().stream().allMatch(d -> d.thresholds().isEmpty())) {
      return;
    }
    out.append("### Where to draw the line\n\n");
    MarkdownTable table =
        new MarkdownTable(
            out,
            2,
            List.of(
                "method",
                "called at",
                "switch-offs called",
                "natural called",
                "recall",
                "false alarm rate",
                "precision as mixed",
                "precision at " + Figures.percent(result.options().prior()) + " switch-offs",
                "of that at least"));
    for (Detail detail : stratum.details()) {
      for (Threshold threshold : detail.thresholds()) {
        Calls calls = threshold.calls();
        table.row(
            detail.method(),
            threshold.at(),
            String.valueOf(Math.round(calls.offCalled())),
            String.valueOf(Math.round(calls.naturalCalled())),
            Figures.three(calls.recall(), Figures.NOT_ENOUGH),
            Figures.three(calls.falseAlarmRate(), Figures.NOT_ENOUGH),
            Figures.three(calls.precision(), "none called"),
            Figures.three(threshold.precisionAtPrior(), "none called"),
            Figures.three(threshold.precisionAtLeast(), "none called"));
      }
    }
    table.end();
    out.append(
        "*At least*: with recall at the lower and false alarms at the upper end of their 95 % "
            + "intervals by Wilson, silences taken as independent.\n\n");
  }

  private void decided(StratumResult stratum) {
    if (stratum.scores().stream().allMatch(s -> s.decided() == null)) {
      return;
    }
    MarkdownTable table =
        new MarkdownTable(
            out, 1, List.of("method", "decided", "of switch-offs", "of natural ones"));
    for (Score score : stratum.scores()) {
      Decided decided = score.decided();
      if (decided != null) {
        table.row(
            score.method(),
            Figures.three(decided.all(), Figures.NOT_ENOUGH),
            Figures.three(decided.off(), Figures.NOT_ENOUGH),
            Figures.three(decided.natural(), Figures.NOT_ENOUGH));
      }
    }
    table.end();
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
    MarkdownTable table = new MarkdownTable(out, 1, head);
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
      table.row(cells);
    }
    table.end();
  }

  private void folds() {
    out.append("## Parts in cross-validation\n\n");
    MarkdownTable table = new MarkdownTable(out, 1, List.of("part", "natural", "switched off"));
    result.data().vesselFolds().forEach(f -> fold(table, "vessels", f));
    result.data().timeFolds().forEach(f -> fold(table, "time", f));
  }

  private static void fold(MarkdownTable table, String of, Fold fold) {
    table.row(
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
}
