package org.bellbuoy.register.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What of a JSON object of another format the model has no place for: kept in details under the
 * format's prefix and a JSON pointer, as JSON text, empty for a field that must be left out. Looks
 * at the object's fields and at those of one object within it. Pure; costs time in proportion to
 * the object.
 *
 * @param prefix of the format, such as {@code bods:}
 * @param record name of the field whose object is looked into
 */
public record Rest(String prefix, String record) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** What the original has otherwise than what would be written of the model alone. */
  public Map<String, String> of(JsonNode original, JsonNode written) {
    Map<String, String> rest = new TreeMap<>();
    differ("/", original, written, rest, true);
    differ("/" + record + "/", original.path(record), written.path(record), rest, false);
    return rest;
  }

  private void differ(
      String at, JsonNode original, JsonNode written, Map<String, String> rest, boolean whole) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    original.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    fields.forEach(
        (name, value) -> {
          if (!(whole && name.equals(record)) && !same(value, written.path(name))) {
            rest.put(prefix + at + name, value.toString());
          }
        });
    for (Iterator<String> names = written.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!fields.containsKey(name)) {
        rest.put(prefix + at + name, "");
      }
    }
  }

  /** Whether two values are the same, 100 and 100.0 too. */
  public static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.isObject() && other.isObject() && one.size() == other.size()) {
      return one.properties().stream()
          .allMatch(field -> same(field.getValue(), other.path(field.getKey())));
    }
    if (one.isArray() && other.isArray() && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        if (!same(one.get(i), other.get(i))) {
          return false;
        }
      }
      return true;
    }
    return one.equals(other);
  }

  /**
   * Puts what was kept back: all of it where the model still reads the same from the whole, else
   * field by field, each only where that holds: what somebody changed since counts for more.
   */
  public void restore(ObjectNode object, Map<String, String> kept, Predicate<JsonNode> fits) {
    ObjectNode whole = object.deepCopy();
    Map<String, String> fields = new TreeMap<>(kept);
    fields.keySet().removeIf(key -> !key.startsWith(prefix + "/"));
    fields.forEach((key, value) -> put(whole, key, value));
    if (fits.test(whole)) {
      object.removeAll();
      object.setAll(whole);
      return;
    }
    fields.forEach(
        (key, value) -> {
          ObjectNode before = object.deepCopy();
          put(object, key, value);
          if (!fits.test(object)) {
            object.removeAll();
            object.setAll(before);
          }
        });
  }

  private void put(ObjectNode object, String key, String value) {
    String pointer = key.substring(prefix.length() + 1);
    boolean deep = pointer.startsWith(record + "/");
    if (deep && !(object.get(record) instanceof ObjectNode)) {
      return;
    }
    ObjectNode into = deep ? (ObjectNode) object.path(record) : object;
    String name = deep ? pointer.substring(record.length() + 1) : pointer;
    if (value.isEmpty()) {
      into.remove(name);
    } else {
      try {
        into.set(name, MAPPER.readTree(value));
      } catch (JsonProcessingException e) {
        // Details are text that a person may have edited: what is no JSON cannot be put back.
        return;
      }
    }
  }
}
