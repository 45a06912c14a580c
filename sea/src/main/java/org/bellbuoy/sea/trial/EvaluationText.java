package org.bellbuoy.sea.trial;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.judge.Judgement;

/** The live figures and the natural silences called, as Markdown and as JSON. */
public final class EvaluationText {
  private EvaluationText() {}

  /** Tables that follow those of the measures. */
  public static String markdown(Outcome outcome) {
    StringBuilder out = new StringBuilder("## While a silence lasts\n\n");
    out.append(
        "Called likely with what was known by then. Natural silences are those of ten minutes and"
            + " more, those that never ended included.\n\n");
    out.append(
        "| silences | made | likely in 15 min | in 30 min | ever | natural | in 15 min | in 30 min |"
            + " natural of 30 min to 3 h | ever |\n|---|---|---|---|---|---|---|---|---|---|\n");
    for (LiveFigures f : outcome.live()) {
      out.append("| ")
          .append(
              String.join(
                  " | ",
                  f.label(),
                  Integer.toString(f.off()),
                  EvaluationPage.share(f.within15(), f.off()),
                  EvaluationPage.share(f.within30(), f.off()),
                  EvaluationPage.share(f.ever(), f.off()),
                  Integer.toString(f.natural()),
                  EvaluationPage.share(f.natural15(), f.natural()),
                  EvaluationPage.share(f.natural30(), f.natural()),
                  Integer.toString(f.naturalScored()),
                  EvaluationPage.share(f.naturalScoredEver(), f.naturalScored())))
          .append(" |\n");
    }
    called(out, outcome.naturalCalledLikely());
    calledLive(out, outcome.naturalCalledLive());
    return out.toString();
  }

  private static void called(StringBuilder out, List<Judgement> called) {
    out.append("\n## Natural silences called likely\n\n");
    if (called.isEmpty()) {
      out.append("None.\n");
      return;
    }
    out.append("| from | for | range | probability |\n|---|---|---|---|\n");
    for (Judgement one : called) {
      out.append("| ")
          .append(time(one.facts().silence().fromMillis()))
          .append(" | ")
          .append(Words.span(one.facts().silence().millis()))
          .append(" | ")
          .append(Words.number(one.facts().rangeMetres() / 1852, 0))
          .append(" nm | ")
          .append(EvaluationPage.number(one.probabilityOff()))
          .append(" |\n");
    }
  }

  static void calledLive(StringBuilder out, List<LiveCall> calls) {
    out.append("\n## Natural silences called likely only while they lasted\n\n");
    if (calls.isEmpty()) {
      out.append("None.\n");
      return;
    }
    out.append("| from | likely after | for | range | probability then | afterwards |\n");
    out.append("|---|---|---|---|---|---|\n");
    for (LiveCall call : calls) {
      out.append("| ")
          .append(
              String.join(
                  " | ",
                  time(call.silence().fromMillis()),
                  Words.span(LiveCall.afterMillis(call.first())),
                  call.lasted(),
                  Words.number(call.first().facts().rangeMetres() / 1852, 0) + " nm",
                  EvaluationPage.number(call.first().probabilityOff()),
                  call.afterwards()))
          .append(" |\n");
    }
  }

  /** The same as one JSON object. */
  public static String json(Outcome outcome) {
    StringBuilder out = new StringBuilder("{\"live\":[");
    String comma = "";
    for (LiveFigures f : outcome.live()) {
      out.append(comma)
          .append(
              String.format(
                  Locale.ROOT,
                  "{\"label\":\"%s\",\"made\":%d,\"within15\":%d,\"within30\":%d,\"ever\":%d,"
                      + "\"natural\":%d,\"natural15\":%d,\"natural30\":%d,\"naturalEver\":%d,"
                      + "\"naturalScored\":%d,\"naturalScoredEver\":%d}",
                  f.label(),
                  f.off(),
                  f.within15(),
                  f.within30(),
                  f.ever(),
                  f.natural(),
                  f.natural15(),
                  f.natural30(),
                  f.naturalEver(),
                  f.naturalScored(),
                  f.naturalScoredEver()));
      comma = ",";
    }
    out.append("],\"naturalCalledLikely\":[");
    comma = "";
    for (Judgement one : outcome.naturalCalledLikely()) {
      out.append(comma)
          .append(
              String.format(
                  Locale.ROOT,
                  "{\"mmsi\":\"%09d\",\"from\":\"%s\",\"seconds\":%d,\"probability\":%.4f}",
                  one.facts().silence().mmsi(),
                  time(one.facts().silence().fromMillis()),
                  one.facts().silence().millis() / 1000,
                  one.probabilityOff()));
      comma = ",";
    }
    return out.append("],\"naturalCalledLive\":")
        .append(json(outcome.naturalCalledLive()))
        .append('}')
        .toString();
  }

  static String json(List<LiveCall> calls) {
    return calls.stream()
        .map(
            call ->
                String.format(
                    Locale.ROOT,
                    "{\"mmsi\":\"%09d\",\"from\":\"%s\",\"secondsToCall\":%d,\"seconds\":%d,"
                        + "\"open\":%b,\"probability\":%.4f,\"levelAfterwards\":%s}",
                    call.silence().mmsi(),
                    time(call.silence().fromMillis()),
                    LiveCall.afterMillis(call.first()) / 1000,
                    call.silence().millis() / 1000,
                    call.silence().open(),
                    call.first().probabilityOff(),
                    call.ended() == null ? "null" : '"' + call.ended().level().word() + '"'))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
