package org.bellbuoy.register.exchange;

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
import java.util.Set;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;

/**
 * Reads a JSON document whose bulk stands in lists: their items come one by one, and what else the
 * document holds as one object at its end. Memory: one item and that object.
 */
public final class JsonItems {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private final String name;
  private final int source;
  private final Consumer<Reject> rejects;
  private final Set<String> lists;
  private final Sink sink;
  private long objects;

  /** Takes what a document holds. */
  public interface Sink {
    /**
     * An item.
     *
     * @param list name of the field that holds the list; empty where the document is one
     */
    void item(String list, ObjectNode item, Entry entry);

    /**
     * The document without those lists, after their items.
     *
     * @param items how many of its lists were objects
     */
    void document(ObjectNode rest, long items, Entry entry);
  }

  private JsonItems(
      String name, int source, Consumer<Reject> rejects, Set<String> lists, Sink sink) {
    this.name = name;
    this.source = source;
    this.rejects = rejects;
    this.lists = lists;
    this.sink = sink;
  }

  /**
   * Reads to the end, also several documents one after another.
   *
   * @param lists fields of the document whose items come one by one
   * @throws IOException when the stream cannot be read
   */
  public static void read(
      InputStream in,
      String name,
      int source,
      Consumer<Reject> rejects,
      Set<String> lists,
      Sink sink)
      throws IOException {
    JsonItems items = new JsonItems(name, source, rejects, lists, sink);
    try (JsonParser parser =
        MAPPER.getFactory().createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
      parser.setCodec(MAPPER);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        items.document(parser, token);
      }
    } catch (JsonProcessingException e) {
      items.rejects.accept(BrokenJson.reject(e, name, source));
    }
  }

  private void document(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.START_ARRAY) {
      list(parser, "");
    } else if (token == JsonToken.START_OBJECT) {
      JsonLocation at = parser.currentTokenLocation();
      ObjectNode rest = MAPPER.createObjectNode();
      long before = objects;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        if (parser.nextToken() == JsonToken.START_ARRAY && lists.contains(field)) {
          list(parser, field);
        } else {
          JsonNode value = parser.readValueAsTree();
          rest.set(field, value);
        }
      }
      sink.document(rest, objects - before, entry(at, parser));
    } else {
      JsonLocation at = parser.currentTokenLocation();
      JsonNode node = parser.readValueAsTree();
      notObject(node, entry(at, parser));
    }
  }

  private void list(JsonParser parser, String field) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonLocation at = parser.currentTokenLocation();
      JsonNode node = parser.readValueAsTree();
      Entry entry = entry(at, parser);
      if (node instanceof ObjectNode object) {
        objects++;
        sink.item(field, object, entry);
      } else {
        notObject(node, entry);
      }
    }
  }

  private void notObject(JsonNode node, Entry entry) {
    rejects.accept(
        entry.reject(
            "not-an-object", "must be an object and is " + Entry.shown(node.toString()) + "."));
  }

  private Entry entry(JsonLocation at, JsonParser parser) {
    long offset = Math.max(0, at.getByteOffset());
    long end = Math.max(offset, parser.currentLocation().getByteOffset());
    return new Entry(
        name, source, offset, (int) Math.min(Integer.MAX_VALUE, end - offset), at.getLineNr());
  }
}
