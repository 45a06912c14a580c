package org.bellbuoy.register.bods;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What of a statement the model has no place for: kept under {@code bods:} and a JSON pointer, as
 * JSON text, empty for a field that must be left out. Pure.
 */
final class BodsRest {
  static final String PREFIX = "bods:";

  private static final String RECORD = "recordDetails";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private BodsRest() {}

  /** What the original has otherwise than what would be written of the model alone. */
  static Map<String, String> of(JsonNode original, JsonNode written) {
    Map<String, String> rest = new TreeMap<>();
    differ("/", original, written, rest, true);
    differ("/" + RECORD + "/", original.path(RECORD), written.path(RECORD), rest, false);
    return rest;
  }

  private static void differ(
      String at, JsonNode original, JsonNode written, Map<String, String> rest, boolean whole) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    original.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    fields.forEach(
        (name, value) -> {
          if (!(whole && name.equals(RECORD)) && !same(value, written.path(name))) {
            rest.put(PREFIX + at + name, value.toString());
          }
        });
    for (Iterator<String> names = written.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!fields.containsKey(name)) {
        rest.put(PREFIX + at + name, "");
      }
    }
  }

  /** Whether two values are the same, 100 and 100.0 too. */
  static boolean same(JsonNode one, JsonNode other) {
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
   * Puts what was kept back, field by field, each only where the model still reads the same from
   * it: what somebody changed since counts for more.
   */
  static void restore(ObjectNode statement, Map<String, String> kept, Predicate<JsonNode> fits) {
    for (Map.Entry<String, String> field : new TreeMap<>(kept).entrySet()) {
      if (!field.getKey().startsWith(PREFIX + "/")) {
        continue;
      }
      String[] path = field.getKey().substring(PREFIX.length() + 1).split("/", 2);
      boolean deep = path.length == 2 && path[0].equals(RECORD);
      if (path.length == 2 && !deep) {
        continue;
      }
      ObjectNode into = deep ? (ObjectNode) statement.path(RECORD) : statement;
      String name = path[path.length - 1];
      JsonNode before = into.get(name);
      if (field.getValue().isEmpty()) {
        into.remove(name);
      } else {
        try {
          into.set(name, MAPPER.readTree(field.getValue()));
        } catch (JsonProcessingException e) {
          continue;
        }
      }
      if (!fits.test(statement)) {
        if (before == null) {
          into.remove(name);
        } else {
          into.set(name, before);
        }
      }
    }
  }
}
