package org.bellbuoy.sea.trial;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.exhibit.Chart;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.evaluate.Calibration;
import org.bellbuoy.sea.evaluate.EvaluationResult;
import org.bellbuoy.sea.evaluate.EvaluationResult.Detail;
import org.bellbuoy.sea.evaluate.EvaluationResult.Score;
import org.bellbuoy.sea.evaluate.EvaluationResult.StratumResult;
import org.bellbuoy.sea.evaluate.Interval;
import org.bellbuoy.sea.evaluate.RocPoint;
import org.bellbuoy.sea.evaluate.Stratum;
import org.jspecify.annotations.Nullable;

/** An evaluation as a page: curves, calibration, strata, and what was called though natural. */
public final class EvaluationPage {
  private static final List<String> DRAWN =
      List.of(Outcome.MAIN, "logistic", "hazard", "first-cut", "fixed-timeout", "range-disc");

  private EvaluationPage() {}

  /** The page of a result. */
  public static Document of(EvaluationResult result, Outcome outcome) {
    List<Section> sections = new ArrayList<>();
    StratumResult all = result.stratum(Stratum.ALL);
    sections.add(new Section("How well switch-offs are told from natural silences", roc(all)));
    sections.add(new Section("Whether the probability comes true", reliability(all)));
    List<Block> strata = new ArrayList<>();
    strata.add(strata(result));
    sections.add(new Section("By kind of silence", strata));
    sections.add(new Section("While a silence lasts", List.of(live(outcome.live()))));
    sections.add(
        new Section(
            "Natural silences called likely", CalledPage.called(outcome.naturalCalledLikely())));
    sections.add(
        new Section(
            "Natural silences called likely only while they lasted",
            CalledPage.calledLive(outcome.naturalCalledLive())));
    List<Block> notes = new ArrayList<>();
    result.notes().forEach(note -> notes.add(Paragraph.of(note)));
    if (!notes.isEmpty()) {
      sections.add(new Section("What to know", notes));
    }
    EvaluationResult.Count count = result.data().count();
    return new Document(
        "Was the silence deliberate? An evaluation",
        count.natural()
            + " natural silences and "
            + count.off()
            + " made by taking the records of one ship away, judged alike. A natural silence may be a"
            + " switch-off that nobody knows of: what is called of them is an upper bound of false"
            + " alarms.",
        sections);
  }

  private static List<Block> roc(StratumResult all) {
    List<Block> blocks = new ArrayList<>();
    if (all.details().isEmpty()) {
      blocks.add(Paragraph.of("There is not enough of both kinds to say."));
      return blocks;
    }
    List<Chart.Series> series = new ArrayList<>();
    StringBuilder told = new StringBuilder("Area under the curve: ");
    for (Detail detail : all.details()) {
      if (DRAWN.contains(detail.method())) {
        List<Chart.Point> points = new ArrayList<>();
        for (RocPoint point : detail.roc()) {
          points.add(Chart.Point.of(point.naturalRate(), point.recall()));
        }
        series.add(new Chart.Series(detail.method(), Chart.Mark.LINE, points));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (Score score : all.scores()) {
      told.append(score.method()).append(' ').append(number(score.auc())).append(". ");
      EvaluationResult.Difference toMain = score.toMain();
      rows.add(
          List.of(
              score.method(),
              number(score.auc()),
              brackets(score.aucInterval()),
              number(score.recall().recall()),
              brackets(score.recallInterval()),
              toMain == null ? "" : number(toMain.auc()),
              toMain == null ? "" : brackets(toMain.aucInterval())));
    }
    blocks.add(
        Chart.of(
                "Switch-offs found against natural silences called",
                told.toString().strip(),
                Chart.Axis.share("Natural silences called"),
                Chart.Axis.share("Switch-offs found"),
                series)
            .withReferences(List.of(new Chart.Reference.Diagonal("no better than chance")))
            .squared());
    blocks.add(
        new Table(
            "All ways of judging on the same silences; intervals of 95 % over vessels",
            List.of(
                Column.text("Way"),
                Column.number("AUC"),
                Column.number("interval"),
                Column.number("found at 1 %"),
                Column.number("interval"),
                Column.number("AUC less Bellbuoy's"),
                Column.number("interval")),
            rows));
    return blocks;
  }

  private static List<Block> reliability(StratumResult all) {
    List<Block> blocks = new ArrayList<>();
    for (Detail detail : all.details()) {
      Calibration calibration = detail.atPrior();
      if (!detail.method().equals(Outcome.MAIN) || calibration == null) {
        continue;
      }
      List<Chart.Point> points = new ArrayList<>();
      List<Chart.Bin> bins = new ArrayList<>();
      for (Calibration.Bin bin : calibration.byWidth()) {
        points.add(
            new Chart.Point(
                bin.predicted(), bin.observed(), bin.interval().low(), bin.interval().high()));
        bins.add(new Chart.Bin(bin.low(), bin.high(), bin.cases()));
      }
      blocks.add(
          Chart.of(
                  "Said and come true, for the share of switch-offs taken as prior",
                  "Expected calibration error "
                      + number(calibration.errorByWidth())
                      + " over bins of equal width, "
                      + number(calibration.errorByCount())
                      + " over bins of equal weight; Brier score "
                      + number(calibration.brier())
                      + ".",
                  Chart.Axis.share("Probability said"),
                  Chart.Axis.share("Share that were switch-offs"),
                  List.of(new Chart.Series("with 95 % interval", Chart.Mark.POINTS, points)))
              .withReferences(List.of(new Chart.Reference.Diagonal("as said")))
              .withBeneath(new Chart.Histogram("silences", bins))
              .squared());
      blocks.add(
          Paragraph.of(
              "Weighted so that "
                  + Words.percent(calibration.offShare())
                  + " are switch-offs: expected calibration error "
                  + number(calibration.errorByWidth())
                  + " (equal width), "
                  + number(calibration.errorByCount())
                  + " (equal weight); Brier score "
                  + number(calibration.brier())
                  + ", where one who always says the share scores "
                  + number(calibration.brierOfShare())
                  + "."));
      List<List<String>> rows = new ArrayList<>();
      for (EvaluationResult.Threshold threshold : detail.thresholds()) {
        rows.add(
            List.of(
                threshold.at(),
                number(threshold.calls().recall()),
                number(threshold.calls().falseAlarmRate()),
                threshold.precisionAtPrior() == null
                    ? "none called"
                    : number(threshold.precisionAtPrior())));
      }
      blocks.add(
          new Table(
              "Where to draw the line",
              List.of(
                  Column.text("Called"),
                  Column.number("switch-offs found"),
                  Column.number("natural called"),
                  Column.number("precision at the prior")),
              rows));
    }
    if (blocks.isEmpty()) {
      blocks.add(Paragraph.of("There is not enough of both kinds to say."));
    }
    return blocks;
  }

  private static Table strata(EvaluationResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (StratumResult stratum : result.strata()) {
      Score score =
          stratum.scores().stream()
              .filter(s -> s.method().equals(Outcome.MAIN))
              .findFirst()
              .orElse(null);
      rows.add(
          List.of(
              stratum.group().equals("all")
                  ? stratum.label()
                  : stratum.group() + ": " + stratum.label(),
              Integer.toString(stratum.count().natural()),
              Integer.toString(stratum.count().off()),
              score == null ? "not enough" : number(score.auc()),
              score == null ? "" : brackets(score.aucInterval()),
              score == null ? "" : number(score.recall().recall()),
              score == null || score.decided() == null || score.decided().all() == null
                  ? ""
                  : Words.percent(score.decided().all()),
              score == null || score.errorByCount() == null ? "" : number(score.errorByCount())));
    }
    return new Table(
        "Bellbuoy by kind of silence",
        List.of(
            Column.text("Silences"),
            Column.number("natural"),
            Column.number("made"),
            Column.number("AUC"),
            Column.number("interval"),
            Column.number("found at 1 %"),
            Column.number("decided"),
            Column.number("calibration error as mixed")),
        rows);
  }

  private static Table live(List<LiveFigures> figures) {
    List<List<String>> rows = new ArrayList<>();
    for (LiveFigures f : figures) {
      rows.add(
          List.of(
              f.label(),
              Integer.toString(f.off()),
              share(f.within15(), f.off()),
              share(f.within30(), f.off()),
              share(f.ever(), f.off()),
              Integer.toString(f.natural()),
              share(f.natural15(), f.natural()),
              share(f.natural30(), f.natural()),
              share(f.naturalScoredEver(), f.naturalScored())));
    }
    return new Table(
        "Called likely while it lasted, with what was known by then",
        List.of(
            Column.text("Silences"),
            Column.number("made"),
            Column.number("in 15 min"),
            Column.number("in 30 min"),
            Column.number("ever"),
            Column.number("natural, 10 min and more"),
            Column.number("in 15 min"),
            Column.number("in 30 min"),
            Column.number("of those of 30 min to 3 h, ever")),
        rows);
  }

  static String number(@Nullable Double value) {
    return value == null ? "none" : Words.number(value, 3);
  }

  static String share(int part, int whole) {
    return whole == 0 ? "none" : number(part / (double) whole);
  }

  private static String brackets(@Nullable Interval interval) {
    return interval == null ? "" : number(interval.low()) + " to " + number(interval.high());
  }
}
