package org.bellbuoy.sea.evaluate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.sea.evaluate.EvaluationResult.Count;
import org.bellbuoy.sea.evaluate.EvaluationResult.Detail;
import org.bellbuoy.sea.evaluate.EvaluationResult.Difference;
import org.bellbuoy.sea.evaluate.EvaluationResult.Fold;
import org.bellbuoy.sea.evaluate.EvaluationResult.Method;
import org.bellbuoy.sea.evaluate.EvaluationResult.Score;
import org.bellbuoy.sea.evaluate.EvaluationResult.StratumResult;
import org.bellbuoy.sea.evaluate.EvaluationResult.Threshold;
import org.jspecify.annotations.Nullable;

/** An evaluation for machines; what there is not enough for is null or left empty. */
public final class EvaluationJson {
  /** What the {@code schema} field says. */
  public static final String SCHEMA = "bellbuoy.evaluation/1";

  private static final int PLACES = 6;
  private static final int DIGITS = 9;

  private EvaluationJson() {}

  /** The result as an indented document that ends with a line end. */
  public static String write(EvaluationResult result) {
    StringWriter text = new StringWriter();
    try (JsonOut out = JsonOut.pretty(text)) {
      write(result, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** The result as the next value of a larger document. */
  public static void write(EvaluationResult result, JsonOut out) throws IOException {
    EvaluationOptions options = result.options();
    EvaluationResult.Data data = result.data();
    out.object().text("schema", SCHEMA).text("command", options.command());
    texts("sources", options.sources(), out);
    out.whole("seed", options.seed())
        .whole("resamples", options.resamples())
        .significant("naturalCalledRate", options.naturalCalledRate(), DIGITS)
        .significant("prior", options.prior(), DIGITS)
        .text("mainMethod", options.mainMethod())
        .object("data");
    counts(data.count(), out);
    out.whole("heardThroughout", data.heardThroughout())
        .whole("vessels", data.vessels())
        .text("from", Instant.ofEpochMilli(data.fromMillis()).toString())
        .text("to", Instant.ofEpochMilli(data.toMillis()).toString());
    folds("vesselFolds", data.vesselFolds(), out);
    folds("timeFolds", data.timeFolds(), out);
    out.endObject().array("methods");
    for (Method method : result.methods()) {
      out.object()
          .text("id", method.id())
          .text("title", method.title())
          .flag("probability", method.probability())
          .flag("levels", method.levels())
          .endObject();
    }
    out.endArray().array("strata");
    for (StratumResult stratum : result.strata()) {
      stratum(stratum, out);
    }
    out.endArray();
    texts("notes", result.notes(), out);
    out.endObject();
  }

  private static void stratum(StratumResult stratum, JsonOut out) throws IOException {
    out.object()
        .text("id", stratum.id())
        .text("group", stratum.group())
        .text("label", stratum.label());
    counts(stratum.count(), out);
    out.whole("vesselsNatural", stratum.vesselsNatural())
        .whole("vesselsSwitchedOff", stratum.vesselsOff())
        .flag("enough", !stratum.scores().isEmpty())
        .array("scores");
    for (Score score : stratum.scores()) {
      score(score, out);
    }
    out.endArray().array("details");
    for (Detail detail : stratum.details()) {
      detail(detail, out);
    }
    out.endArray().endObject();
  }

  private static void score(Score score, JsonOut out) throws IOException {
    out.object().text("method", score.method()).places("auc", score.auc(), PLACES);
    interval("aucInterval", score.aucInterval(), out);
    out.places("recall", score.recall().recall(), PLACES);
    interval("recallInterval", score.recallInterval(), out);
    out.places("naturalRate", score.recall().naturalRate(), PLACES)
        .significant("threshold", score.recall().threshold(), DIGITS)
        .name("toMain");
    Difference toMain = score.toMain();
    if (toMain == null) {
      out.text(null);
    } else {
      out.object().places("auc", toMain.auc(), PLACES);
      interval("aucInterval", toMain.aucInterval(), out);
      out.places("recall", toMain.recall(), PLACES);
      interval("recallInterval", toMain.recallInterval(), out);
      out.endObject();
    }
    out.name("decided");
    Decided decided = score.decided();
    if (decided == null) {
      out.text(null);
    } else {
      out.object()
          .places("all", decided.all(), PLACES)
          .places("natural", decided.natural(), PLACES)
          .places("switchedOff", decided.off(), PLACES)
          .endObject();
    }
    out.places("brier", score.brier(), PLACES)
        .places("calibrationErrorByCount", score.errorByCount(), PLACES)
        .endObject();
  }

  private static void detail(Detail detail, JsonOut out) throws IOException {
    out.object().text("method", detail.method()).array("roc");
    for (RocPoint point : detail.roc()) {
      out.object()
          .places("naturalRate", point.naturalRate(), PLACES)
          .places("recall", point.recall(), PLACES)
          .significant("threshold", point.threshold(), DIGITS)
          .endObject();
    }
    out.endArray().array("thresholds");
    for (Threshold threshold : detail.thresholds()) {
      Calls calls = threshold.calls();
      out.object()
          .text("at", threshold.at())
          .whole("switchedOffCalled", Math.round(calls.offCalled()))
          .whole("naturalCalled", Math.round(calls.naturalCalled()))
          .whole("switchedOffMissed", Math.round(calls.offMissed()))
          .whole("naturalSpared", Math.round(calls.naturalSpared()))
          .places("precision", calls.precision(), PLACES)
          .places("precisionAtPrior", threshold.precisionAtPrior(), PLACES)
          .places("precisionAtLeast", threshold.precisionAtLeast(), PLACES)
          .places("recall", calls.recall(), PLACES)
          .places("falseAlarmRate", calls.falseAlarmRate(), PLACES)
          .endObject();
    }
    out.endArray();
    calibration("calibrationAsMixed", detail.asMixed(), out);
    calibration("calibrationAtPrior", detail.atPrior(), out);
    out.endObject();
  }

  private static void calibration(String name, @Nullable Calibration calibration, JsonOut out)
      throws IOException {
    out.name(name);
    if (calibration == null) {
      out.text(null);
      return;
    }
    out.object()
        .places("switchedOffShare", calibration.offShare(), PLACES)
        .places("brier", calibration.brier(), PLACES)
        .places("brierOfShare", calibration.brierOfShare(), PLACES)
        .places("errorByWidth", calibration.errorByWidth(), PLACES)
        .places("errorByCount", calibration.errorByCount(), PLACES);
    bins("byWidth", calibration.byWidth(), out);
    bins("byCount", calibration.byCount(), out);
    out.endObject();
  }

  private static void bins(String name, List<Calibration.Bin> bins, JsonOut out)
      throws IOException {
    out.array(name);
    for (Calibration.Bin bin : bins) {
      out.object()
          .places("low", bin.low(), PLACES)
          .places("high", bin.high(), PLACES)
          .whole("cases", bin.cases())
          .places("share", bin.share(), PLACES)
          .places("predicted", bin.predicted(), PLACES)
          .places("observed", bin.observed(), PLACES);
      interval("observedInterval", bin.interval(), out);
      out.endObject();
    }
    out.endArray();
  }

  private static void interval(String name, @Nullable Interval interval, JsonOut out)
      throws IOException {
    if (interval == null) {
      out.text(name, null);
      return;
    }
    out.array(name).places(interval.low(), PLACES).places(interval.high(), PLACES).endArray();
  }

  private static void counts(Count count, JsonOut out) throws IOException {
    out.whole("natural", count.natural()).whole("switchedOff", count.off());
  }

  private static void folds(String name, List<Fold> folds, JsonOut out) throws IOException {
    out.array(name);
    for (Fold fold : folds) {
      out.object().whole("fold", fold.fold());
      counts(fold.count(), out);
      out.endObject();
    }
    out.endArray();
  }

  private static void texts(String name, List<String> texts, JsonOut out) throws IOException {
    out.array(name);
    for (String text : texts) {
      out.text(text);
    }
    out.endArray();
  }
}
