package org.bellbuoy.sea.evaluate;

import java.util.List;
import org.bellbuoy.sea.evaluate.EvaluationResult.Detail;
import org.bellbuoy.sea.evaluate.EvaluationResult.StratumResult;
import org.jspecify.annotations.Nullable;

/** Tables of calibration and reliability for a page. */
final class CalibrationMarkdown {
  private CalibrationMarkdown() {}

  /** Writes nothing where no method gives probabilities. */
  static void write(StringBuilder out, StratumResult stratum) {
    if (stratum.details().stream().allMatch(d -> d.asMixed() == null)) {
      return;
    }
    out.append("### Calibration\n\n");
    MarkdownTable table =
        new MarkdownTable(
            out,
            1,
            List.of(
                "method",
                "share of switch-offs",
                "Brier",
                "Brier of the share alone",
                "calibration error, equal width",
                "equal count"));
    for (Detail detail : stratum.details()) {
      summary(table, detail.method(), detail.asMixed());
      summary(table, detail.method(), detail.atPrior());
    }
    table.end();
    for (Detail detail : stratum.details()) {
      reliability(out, detail.method(), detail.asMixed());
      reliability(out, detail.method(), detail.atPrior());
    }
  }

  private static void summary(MarkdownTable table, String method, @Nullable Calibration c) {
    if (c != null) {
      table.row(
          method,
          Figures.percent(c.offShare()),
          Figures.three(c.brier()),
          Figures.three(c.brierOfShare()),
          Figures.three(c.errorByWidth()),
          Figures.three(c.errorByCount()));
    }
  }

  private static void reliability(StringBuilder out, String method, @Nullable Calibration c) {
    if (c == null) {
      return;
    }
    out.append("Reliability of ")
        .append(method)
        .append(" with ")
        .append(Figures.percent(c.offShare()))
        .append(" switch-offs, bins of equal count:\n\n");
    MarkdownTable table =
        new MarkdownTable(
            out, 1, List.of("probability said", "silences", "mean said", "switch-offs", "95 %"));
    for (Calibration.Bin bin : c.byCount()) {
      table.row(
          Figures.three(bin.low()) + " to " + Figures.three(bin.high()),
          String.valueOf(bin.cases()),
          Figures.three(bin.predicted()),
          Figures.three(bin.observed()),
          Figures.interval(bin.interval()));
    }
    table.end();
  }
}
