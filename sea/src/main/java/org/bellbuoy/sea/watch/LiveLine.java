package org.bellbuoy.sea.watch;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.sea.detect.SeaRules;
import org.jspecify.annotations.Nullable;

/**
 * News of a silence while it lasts, as one line of {@code live.jsonl}.
 *
 * @param id of the finding that it becomes when it lasts long enough
 * @param subject the ship by what was known of it then
 * @param fromMillis when it fell silent
 * @param momentMillis event time at which this was known; it rests on nothing later
 * @param level as judged last; for a withdrawn one what had been told
 * @param probability that it was switched off; null where that cannot be told
 * @param hypotheses all explanations, the likeliest first
 * @param state what became of it
 * @param why a sentence
 */
public record LiveLine(
    UUID id,
    Subject subject,
    long fromMillis,
    long momentMillis,
    Level level,
    @Nullable Double probability,
    List<Hypothesis> hypotheses,
    State state,
    String why) {
  /** What the {@code schema} field says. */
  public static final String SCHEMA = "bellbuoy.live/1";

  private static final int PROBABILITY_PLACES = 4;
  private static final String NOT_SIMULATED = ",\"simulated\":false,\"run\":null}";
  private static final String WHY = ",\"why\":\"";
  private static final String MARK = "SIMULATED. ";

  public LiveLine {
    hypotheses = List.copyOf(hypotheses);
  }

  /** States of a line. */
  public enum State {
    /** It lasts. */
    OPEN,
    /** It was heard again. */
    FINAL,
    /** A record that came late showed that it had been transmitting. */
    WITHDRAWN
  }

  /**
   * The line as JSON, without a line end.
   *
   * @param run the run's id, null where it is not known yet
   */
  public String json(boolean simulated, @Nullable String run) {
    StringWriter text = new StringWriter(1024);
    try (JsonOut out = JsonOut.compact(text)) {
      out.object()
          .text("schema", SCHEMA)
          .text("id", id.toString())
          .text("rule", SeaRules.SILENCE.id())
          .text("state", state.name().toLowerCase(Locale.ROOT))
          .object("subject")
          .text("type", subject.type())
          .object("ids");
      for (Map.Entry<String, String> one : subject.ids().entrySet()) {
        out.text(one.getKey(), one.getValue());
      }
      out.endObject()
          .text("name", subject.name())
          .endObject()
          .text("from", Instant.ofEpochMilli(fromMillis).toString())
          .text("moment", Instant.ofEpochMilli(momentMillis).toString())
          .places("afterOnsetSeconds", (momentMillis - fromMillis) / 1000.0, 3)
          .text("level", level.word())
          .places("probability", probability, PROBABILITY_PLACES)
          .array("hypotheses");
      for (Hypothesis hypothesis : hypotheses) {
        out.object()
            .text("name", hypothesis.name())
            .places("probability", hypothesis.probability(), PROBABILITY_PLACES)
            .endObject();
      }
      out.endArray()
          .text("why", simulated ? MARK + why : why)
          .flag("simulated", simulated)
          .text("run", run)
          .endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A line that was written while the run went on, with what is known at its end. */
  public static String completed(String line, boolean simulated, String run) {
    String known = ",\"simulated\":" + simulated + ",\"run\":\"" + run + "\"}";
    if (line.endsWith(NOT_SIMULATED)) {
      String head = line.substring(0, line.length() - NOT_SIMULATED.length());
      int at = simulated ? head.lastIndexOf(WHY) + WHY.length() : head.length();
      return (simulated ? head.substring(0, at) + MARK + head.substring(at) : head) + known;
    }
    return line.substring(0, line.lastIndexOf(",\"simulated\":")) + known;
  }
}
