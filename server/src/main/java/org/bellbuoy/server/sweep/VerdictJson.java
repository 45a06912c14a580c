package org.bellbuoy.server.sweep;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.bellbuoy.core.json.JsonOut;

/** Verdicts as JSON, one object a line: {@code servers.jsonl}. */
public final class VerdictJson {
  /** Name and version of the form. */
  public static final String SCHEMA = "bellbuoy.server-verdict/1";

  private VerdictJson() {}

  /** Writes all verdicts; the writer is flushed and left open. */
  public static void write(List<ServerVerdict> verdicts, boolean simulated, Writer writer)
      throws IOException {
    for (ServerVerdict verdict : verdicts) {
      try (JsonOut out = JsonOut.compact(writer)) {
        out.object()
            .text("schema", SCHEMA)
            .flag("simulated", simulated)
            .text("host", verdict.identity().host())
            .text("product", verdict.identity().product().title())
            .text("organisation", verdict.identity().organisation())
            .text("farm", verdict.identity().farm())
            .text("owner", verdict.identity().owner())
            .text("level", verdict.level().word());
        cell("entered", verdict.entered(), out);
        cell("leftBehind", verdict.left(), out);
        cell("patch", verdict.patch(), out);
        cell("key", verdict.key(), out);
        cell("coverage", verdict.coverage(), out);
        out.array("next");
        for (String step : verdict.next()) {
          out.text(step);
        }
        out.endArray().endObject();
      }
      writer.write('\n');
    }
    writer.flush();
  }

  private static void cell(String name, Cell cell, JsonOut out) throws IOException {
    out.object(name)
        .text("word", cell.word())
        .text("sentence", cell.sentence())
        .text("tone", cell.tone().name().toLowerCase(java.util.Locale.ROOT))
        .endObject();
  }
}
