package org.bellbuoy.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, asked for by type; a wrong type is named with its whole path. */
final class Fields {
  private static final int SHOWN_CHARACTERS = 80;

  private final JsonNode node;
  private final String path;

  private Fields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** The fields of a value that must be an object. */
  static Fields of(JsonNode node, String path) {
    if (!node.isObject()) {
      throw wrong(path.isEmpty() ? "the line" : path, "an object", node);
    }
    return new Fields(node, path);
  }

  String text(String name) {
    return required(name, optionalText(name), "text");
  }

  @Nullable String optionalText(String name) {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrong(at(name), "text", value);
    }
    return value.textValue();
  }

  /** A text turned into something else; what goes wrong there is told with field and value. */
  <T> T parsed(String name, String expected, Function<String, T> parse) {
    String text = text(name);
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          at(name) + ": expected " + expected + " but found '" + shown(text) + "'.", e);
    }
  }

  @Nullable Instant optionalInstant(String name) {
    return get(name) == null ? null : parsed(name, "a time in ISO 8601", Instant::parse);
  }

  Instant instant(String name) {
    return parsed(name, "a time in ISO 8601", Instant::parse);
  }

  long whole(String name) {
    return required(name, optionalWhole(name), "a whole number");
  }

  long wholeOr(String name, long otherwise) {
    Long value = optionalWhole(name);
    return value == null ? otherwise : value;
  }

  int integer(String name) {
    return toInt(name, whole(name));
  }

  int integerOr(String name, int otherwise) {
    return toInt(name, wholeOr(name, otherwise));
  }

  private int toInt(String name, long value) {
    if (value != (int) value) {
      throw new IllegalArgumentException(at(name) + ": " + value + " is too large.");
    }
    return (int) value;
  }

  private @Nullable Long optionalWhole(String name) {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(at(name), "a whole number", value);
    }
    return value.longValue();
  }

  double number(String name) {
    return required(name, optionalNumber(name), "a number");
  }

  @Nullable Double optionalNumber(String name) {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      throw wrong(at(name), "a number", value);
    }
    return value.doubleValue();
  }

  boolean flagOr(String name, boolean otherwise) {
    JsonNode value = get(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw wrong(at(name), "true or false", value);
    }
    return value.booleanValue();
  }

  Fields object(String name) {
    return of(required(name, get(name), "an object"), at(name));
  }

  /** A free tree that must be an object; an empty one where there is none. */
  ObjectNode tree(String name) {
    JsonNode value = get(name);
    if (value == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw wrong(at(name), "an object", value);
  }

  /** The value of a field, null where it is missing or null. */
  @Nullable JsonNode get(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** The objects of an array; none where it is missing. */
  <T> List<T> objects(String name, Function<Fields, T> read) {
    List<T> all = new ArrayList<>();
    elements(name, (element, where) -> all.add(read.apply(of(element, where))));
    return all;
  }

  /** The texts of an array; none where it is missing. */
  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    elements(
        name,
        (element, where) -> {
          if (!element.isTextual()) {
            throw wrong(where, "text", element);
          }
          all.add(element.textValue());
        });
    return all;
  }

  /** The numbers of an array; none where it is missing. */
  List<Double> numbers(String name) {
    List<Double> all = new ArrayList<>();
    elements(
        name,
        (element, where) -> {
          if (!element.isNumber()) {
            throw wrong(where, "a number", element);
          }
          all.add(element.doubleValue());
        });
    return all;
  }

  /** An object as a map in its own order; an empty one where it is missing. */
  <T> Map<String, T> map(String name, MapValue<T> read) {
    JsonNode value = get(name);
    if (value == null) {
      return Map.of();
    }
    Fields inner = of(value, at(name));
    Map<String, T> all = new LinkedHashMap<>();
    for (String key : (Iterable<String>) value::fieldNames) {
      all.put(key, read.of(inner, key));
    }
    return all;
  }

  /** One value of a map, by its key. */
  interface MapValue<T> {
    T of(Fields fields, String key);
  }

  private interface Element {
    void take(JsonNode element, String path);
  }

  private void elements(String name, Element each) {
    JsonNode value = get(name);
    if (value == null) {
      return;
    }
    if (!value.isArray()) {
      throw wrong(at(name), "a list", value);
    }
    for (int i = 0; i < value.size(); i++) {
      each.take(value.get(i), at(name) + '[' + i + ']');
    }
  }

  String at(String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }

  private <T> T required(String name, @Nullable T value, String expected) {
    if (value == null) {
      throw new IllegalArgumentException(
          at(name) + ": expected " + expected + " but it is missing.");
    }
    return value;
  }

  static IllegalArgumentException wrong(String path, String expected, JsonNode found) {
    return new IllegalArgumentException(
        path + ": expected " + expected + " but found " + shown(found.toString()) + ".");
  }

  private static String shown(String value) {
    String safe = SafeText.visible(value);
    return safe.length() <= SHOWN_CHARACTERS
        ? safe
        : SafeText.wellFormed(safe.substring(0, SHOWN_CHARACTERS)) + "…";
  }
}
