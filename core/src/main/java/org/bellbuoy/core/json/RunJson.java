package org.bellbuoy.core.json;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;

/** The ledger of a run as {@code run.json}: indented, for people and programs. */
public final class RunJson {
  /** What the {@code schema} field says. */
  public static final String SCHEMA = "bellbuoy.run/1";

  private static final int SECONDS_PLACES = 3;

  private RunJson() {}

  /** The run as an indented document that ends with a line end. */
  public static String write(Run run) {
    StringWriter text = new StringWriter();
    try (JsonOut out = JsonOut.pretty(text)) {
      write(run, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** The run as the next value of a larger document. */
  public static void write(Run run, JsonOut out) throws IOException {
    out.object()
        .text("schema", SCHEMA)
        .text("id", run.id())
        .text("version", run.version())
        .text("command", run.command())
        .object("parameters");
    for (Map.Entry<String, String> parameter : run.parameters().entrySet()) {
      out.text(parameter.getKey(), parameter.getValue());
    }
    out.endObject().object("rules");
    for (Map.Entry<String, Integer> rule : run.rules().entrySet()) {
      out.whole(rule.getKey(), rule.getValue());
    }
    out.endObject().array("inputs");
    for (SourceInfo input : run.inputs()) {
      out.object()
          .text("name", input.name())
          .text("path", input.path())
          .text("format", input.format())
          .whole("storedBytes", input.storedBytes())
          .text("storedSha256", input.storedSha256())
          .whole("contentBytes", input.contentBytes())
          .text("contentSha256", input.contentSha256())
          .text("problem", input.problem())
          .endObject();
    }
    out.endArray();
    counts("counts", run.counts(), out);
    counts("rejects", run.rejects(), out);
    out.places("seconds", run.seconds(), SECONDS_PLACES)
        .flag("simulated", run.simulated())
        .text("from", run.from() == null ? null : run.from().toString())
        .text("to", run.to() == null ? null : run.to().toString())
        .array("notes");
    for (String note : run.notes()) {
      out.text(note);
    }
    out.endArray().endObject();
  }

  /**
   * Reads a run, ignoring fields it does not know.
   *
   * @throws IllegalArgumentException when it is no run; the message names field and value
   */
  public static Run read(String json) {
    Fields fields;
    try {
      fields = Fields.of(FindingJson.MAPPER.readTree(json), "");
    } catch (JacksonException e) {
      throw new IllegalArgumentException(FindingJson.notJson(e), e);
    }
    String schema = fields.text("schema");
    if (!schema.equals(SCHEMA)) {
      throw new IllegalArgumentException(
          "schema: this version reads " + SCHEMA + ", not '" + SafeText.visible(schema) + "'.");
    }
    return new Run(
        fields.text("id"),
        fields.text("version"),
        fields.text("command"),
        fields.map("parameters", Fields::text),
        fields.map("rules", Fields::integer),
        fields.objects("inputs", RunJson::input),
        fields.map("counts", Fields::whole),
        fields.map("rejects", Fields::whole),
        fields.number("seconds"),
        fields.flagOr("simulated", false),
        fields.optionalInstant("from"),
        fields.optionalInstant("to"),
        fields.texts("notes"));
  }

  private static SourceInfo input(Fields fields) {
    return new SourceInfo(
        fields.text("name"),
        fields.text("path"),
        fields.text("format"),
        fields.whole("storedBytes"),
        fields.optionalText("storedSha256"),
        fields.whole("contentBytes"),
        fields.text("contentSha256"),
        fields.optionalText("problem"));
  }

  private static void counts(String name, Map<String, Long> counts, JsonOut out)
      throws IOException {
    out.object(name);
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      out.whole(count.getKey(), count.getValue());
    }
    out.endObject();
  }
}
