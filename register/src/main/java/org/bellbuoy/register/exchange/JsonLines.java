package org.bellbuoy.register.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;

/** Reads JSON lines: one object a line. A broken line is a reject and spoils no other. */
public final class JsonLines {
  static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private JsonLines() {}

  /**
   * Reads to the end; empty lines are passed over.
   *
   * @param objects takes each object and its place
   * @throws IOException when the stream cannot be read
   */
  public static void read(
      InputStream in,
      String name,
      int source,
      Consumer<Reject> rejects,
      BiConsumer<ObjectNode, Entry> objects)
      throws IOException {
    Lines lines = new Lines(in, name, source, rejects);
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      if (line.text().isBlank()) {
        continue;
      }
      try {
        JsonNode node = MAPPER.readTree(line.text());
        if (node instanceof ObjectNode object) {
          objects.accept(object, line.entry());
        } else {
          rejects.accept(
              line.entry()
                  .reject(
                      "not-an-object",
                      "must be an object and is " + Entry.shown(line.text().strip()) + "."));
        }
      } catch (JsonProcessingException e) {
        rejects.accept(
            line.entry()
                .reject(
                    "broken-json", "the line is no JSON: %s".formatted(e.getOriginalMessage())));
      }
    }
  }
}
