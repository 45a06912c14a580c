package org.bellbuoy.register.bods;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.exchange.BrokenJson;
import org.bellbuoy.register.exchange.Loaded;
import org.bellbuoy.register.exchange.Rest;

/**
 * Reads statements of BODS 0.4: a JSON list of them, or one after another. Streams: memory grows
 * with what is kept of the statements, not with the file. A statement that is not as the standard
 * wants it is a reject with its place, field and value, and so is one that names a record that is
 * not there; nothing is repaired.
 */
public final class BodsReader {
  /**
   * Key of {@link org.bellbuoy.register.model.Party#details} of somebody a relationship names not.
   */
  public static final String UNSPECIFIED = "bods:unspecified";

  /** What of a statement the model has no place for. */
  static final Rest REST = new Rest("bods:", "recordDetails");

  /** Key of details of a role whose span is that of its statement among others of its record. */
  static final String SPAN = "bods:span";

  private static final ObjectMapper MAPPER =
      new ObjectMapper(new JsonFactory())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private final String name;
  private final int source;
  private final Consumer<Reject> rejects;
  private final List<BodsStatement> statements = new ArrayList<>();

  private BodsReader(String name, int source, Consumer<Reject> rejects) {
    this.name = name;
    this.source = source;
    this.rejects = rejects;
  }

  /**
   * Reads a file to its end.
   *
   * @param in not closed
   * @param name of the file, for places
   * @param source its index among those of the run, for rejects
   * @param rejects takes each statement that cannot be used
   * @throws IOException when the stream cannot be read; not for what is in it
   */
  public static Loaded read(InputStream in, String name, int source, Consumer<Reject> rejects)
      throws IOException {
    BodsReader reader = new BodsReader(name, source, rejects);
    reader.read(in);
    return BodsLinks.of(reader.statements, name, reader::reject);
  }

  private void read(InputStream in) throws IOException {
    try (JsonParser parser =
        MAPPER.getFactory().createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
      parser.setCodec(MAPPER);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
          continue;
        }
        JsonLocation at = parser.currentTokenLocation();
        JsonNode node = parser.readValueAsTree();
        JsonLocation end = parser.currentLocation();
        long offset = Math.max(0, at.getByteOffset());
        take(
            new BodsStatement(
                node instanceof ObjectNode object ? object : MAPPER.createObjectNode(),
                offset,
                (int) Math.min(Integer.MAX_VALUE, Math.max(0, end.getByteOffset() - offset)),
                at.getLineNr()),
            node);
      }
    } catch (JsonProcessingException e) {
      rejects.accept(BrokenJson.reject(e, name, source));
    }
  }

  private void take(BodsStatement statement, JsonNode node) {
    if (!node.isObject()) {
      reject("not-a-statement", statement, "must be an object and is " + Shape.shown(node) + ".");
      return;
    }
    List<String> wrong = new ArrayList<>();
    BodsShapes.STATEMENT.check(
        statement.json(), "", (path, sentence) -> wrong.add(path + ": " + sentence));
    if (wrong.isEmpty()) {
      statements.add(statement);
    } else {
      reject("not-as-the-standard-wants", statement, String.join(" ", wrong));
    }
  }

  private void reject(String reason, BodsStatement statement, String detail) {
    rejects.accept(
        new Reject(
            reason,
            source,
            statement.offset(),
            statement.length(),
            statement.line(),
            "%s: %s".formatted(statement.id(), detail)));
  }
}
