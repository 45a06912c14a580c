package org.bellbuoy.sea.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.sea.evaluate.EvaluationResult.Detail;
import org.bellbuoy.sea.evaluate.EvaluationResult.Difference;
import org.bellbuoy.sea.evaluate.EvaluationResult.Method;
import org.bellbuoy.sea.evaluate.EvaluationResult.Score;
import org.bellbuoy.sea.evaluate.EvaluationResult.StratumResult;
import org.bellbuoy.sea.evaluate.EvaluationResult.Threshold;
import org.jspecify.annotations.Nullable;

/** An evaluation for the terminal, no line longer than {@value #COLUMNS} columns. */
public final class EvaluationText {
  /** Longest line. */
  public static final int COLUMNS = 100;

  private static final int LABEL = 26;
  private static final int NAME = 18;
  private static final int CELL = 7;
  private static final int METHODS_A_TABLE = 8;

  private final EvaluationResult result;
  private final StringBuilder out = new StringBuilder();

  private EvaluationText(EvaluationResult result) {
    this.result = result;
  }

  /** The tables, ending with a line end. */
  public static String write(EvaluationResult result) {
    EvaluationText text = new EvaluationText(result);
    text.head();
    text.overall(result.stratum(Stratum.ALL));
    text.overall(result.stratum(Stratum.HEARD_WELL));
    text.overall(result.stratum(Stratum.HEARD_THROUGHOUT));
    text.matrix("AUC by kind of silence", s -> Figures.three(s.auc()));
    text.matrix("Recall by kind of silence", s -> Figures.three(s.recall().recall()));
    text.thresholds(result.stratum(Stratum.ALL));
    for (String note : result.notes()) {
      text.wrapped("Note: " + note);
    }
    return text.out.toString();
  }

  private void head() {
    EvaluationResult.Data data = result.data();
    wrapped(
        data.count().natural()
            + " natural silences and "
            + data.count().off()
            + " artificial switch-offs ("
            + data.heardThroughout()
            + " heard throughout) of "
            + data.vessels()
            + " vessels; recall while at most "
            + Figures.percent(result.options().naturalCalledRate())
            + " of natural silences are called; 95 % intervals from "
            + result.options().resamples()
            + " draws of vessels, seed "
            + result.options().seed()
            + ".");
  }

  private void overall(StratumResult stratum) {
    heading(title(stratum));
    if (stratum.scores().isEmpty()) {
      line(
          "  Not enough: "
              + stratum.count().natural()
              + " natural silences, "
              + stratum.count().off()
              + " artificial switch-offs.");
      return;
    }
    line(
        pad("  method", NAME + 5)
            + right("AUC", CELL)
            + right("95 %", 18)
            + right("recall", CELL + 1)
            + right("95 %", 18)
            + right("AUC to main, 95 %", 26));
    int number = 1;
    for (Score score : stratum.scores()) {
      Difference toMain = score.toMain();
      line(
          pad("  " + number++ + " " + score.method(), NAME + 5)
              + right(Figures.three(score.auc()), CELL)
              + right(Figures.interval(score.aucInterval()), 18)
              + right(Figures.three(score.recall().recall()), CELL + 1)
              + right(Figures.interval(score.recallInterval()), 18)
              + right(toMain == null ? "main" : difference(toMain), 26));
    }
    calibration(stratum);
  }

  private static String difference(Difference toMain) {
    Interval interval = toMain.aucInterval();
    return Figures.signed(toMain.auc())
        + (interval == null
            ? " " + Figures.NOT_ENOUGH
            : " " + Figures.signed(interval.low()) + ".." + Figures.signed(interval.high()));
  }

  private void calibration(StratumResult stratum) {
    for (Detail detail : stratum.details()) {
      calibration(detail.method(), detail.asMixed());
      calibration(detail.method(), detail.atPrior());
    }
  }

  private void calibration(String method, @Nullable Calibration c) {
    if (c != null) {
      wrapped(
          "  "
              + method
              + " at "
              + Figures.percent(c.offShare())
              + " switch-offs: Brier "
              + Figures.three(c.brier())
              + " ("
              + Figures.three(c.brierOfShare())
              + " by the share alone), calibration error "
              + Figures.three(c.errorByCount()));
    }
  }

  private void matrix(String title, Function<Score, String> cell) {
    List<Method> methods = result.methods();
    for (int from = 0; from < methods.size(); from += METHODS_A_TABLE) {
      int to = Math.min(methods.size(), from + METHODS_A_TABLE);
      heading(title + ", methods by number");
      StringBuilder head = new StringBuilder(pad("", LABEL + 2));
      head.append(right("natural", CELL + 1)).append(right("off", CELL));
      for (int m = from; m < to; m++) {
        head.append(right("(" + (m + 1) + ")", CELL));
      }
      line(head.toString());
      String group = "";
      for (StratumResult stratum : result.strata()) {
        if (!stratum.group().equals(group)) {
          group = stratum.group();
          if (!stratum.id().equals(Stratum.ALL)) {
            line(group);
          }
        }
        StringBuilder row =
            new StringBuilder(pad("  " + stratum.label(), LABEL + 2))
                .append(right(String.valueOf(stratum.count().natural()), CELL + 1))
                .append(right(String.valueOf(stratum.count().off()), CELL));
        if (stratum.scores().isEmpty()) {
          row.append("  ").append(Figures.NOT_ENOUGH);
        } else {
          stratum.scores().subList(from, to).forEach(s -> row.append(right(cell.apply(s), CELL)));
        }
        line(row.toString());
      }
    }
  }

  private void thresholds(StratumResult stratum) {
    if (stratum.details().stream().allMatch(d -> d.thresholds().isEmpty())) {
      return;
    }
    heading("Where to draw the line, " + title(stratum));
    line(
        pad("  method", NAME + 2)
            + pad("called at", LABEL - 1)
            + right("recall", CELL)
            + right("false alarm", 12)
            + right("precision", 12)
            + right("at " + Figures.percent(result.options().prior()), 12)
            + right("at least", 12));
    for (Detail detail : stratum.details()) {
      for (Threshold threshold : detail.thresholds()) {
        Calls calls = threshold.calls();
        line(
            pad("  " + detail.method(), NAME + 2)
                + pad(threshold.at(), LABEL - 1)
                + right(Figures.three(calls.recall(), Figures.NOT_ENOUGH), CELL)
                + right(Figures.three(calls.falseAlarmRate(), Figures.NOT_ENOUGH), 12)
                + right(Figures.three(calls.precision(), "none called"), 12)
                + right(Figures.three(threshold.precisionAtPrior(), "none called"), 12)
                + right(Figures.three(threshold.precisionAtLeast(), "none called"), 12));
      }
    }
  }

  private static String title(StratumResult stratum) {
    return stratum.id().equals(Stratum.ALL)
        ? stratum.label()
        : stratum.group() + ", " + stratum.label();
  }

  private void heading(String text) {
    out.append('\n');
    line(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
  }

  /** Breaks between words. */
  private void wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    String indent = text.startsWith("  ") ? "  " : "";
    for (String word : text.trim().split("\\s+")) {
      if (current.length() + word.length() + indent.length() + 1 > COLUMNS) {
        lines.add(indent + current);
        current.setLength(0);
      }
      current.append(current.isEmpty() ? "" : " ").append(word);
    }
    lines.add(indent + current);
    lines.forEach(this::line);
  }

  private void line(String text) {
    String safe = SafeText.visible(text).stripTrailing();
    out.append(safe, 0, Math.min(safe.length(), COLUMNS)).append('\n');
  }

  private static String pad(String text, int width) {
    String cut = text.length() >= width ? text.substring(0, width - 1) : text;
    return cut + " ".repeat(width - cut.length());
  }

  private static String right(String text, int width) {
    return text.length() >= width ? " " + text : " ".repeat(width - text.length()) + text;
  }
}
