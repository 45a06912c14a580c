package org.bellbuoy.register.bods;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a value must look like. */
interface Shape {
  /** Longest value that a message quotes, in characters. */
  int SHOWN_CHARS = 60;

  /** Takes what is wrong. */
  interface Sink {
    /**
     * One thing that is wrong.
     *
     * @param path JSON pointer of the value within the statement
     */
    void problem(String path, String sentence);
  }

  void check(JsonNode value, String path, Sink sink);

  /** Both. */
  default Shape and(Shape other) {
    return (value, path, sink) -> {
      check(value, path, sink);
      other.check(value, path, sink);
    };
  }

  static String shown(JsonNode value) {
    String text = value.isTextual() ? "'" + value.textValue() + "'" : value.toString();
    return text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "…" : text;
  }

  static Shape text() {
    return (value, path, sink) -> {
      if (!value.isTextual()) {
        sink.problem(path, "must be text and is " + shown(value) + ".");
      }
    };
  }

  /** Text of so many characters. */
  static Shape text(int least, int most) {
    return text()
        .and(
            (value, path, sink) -> {
              int length = value.asText("").codePointCount(0, value.asText("").length());
              if (value.isTextual() && (length < least || length > most)) {
                sink.problem(
                    path,
                    "must have %d to %d characters and has %d: %s."
                        .formatted(least, most, length, shown(value)));
              }
            });
  }

  static Shape pattern(Pattern pattern, String form) {
    return text()
        .and(
            (value, path, sink) -> {
              if (value.isTextual() && !pattern.matcher(value.textValue()).find()) {
                sink.problem(path, "must be " + form + " and is " + shown(value) + ".");
              }
            });
  }

  static Shape word(Set<String> allowed) {
    return text()
        .and(
            (value, path, sink) -> {
              if (value.isTextual() && !allowed.contains(value.textValue())) {
                sink.problem(
                    path,
                    "must be one of %s and is %s."
                        .formatted(
                            String.join(", ", allowed.stream().sorted().toList()), shown(value)));
              }
            });
  }

  static Shape flag() {
    return (value, path, sink) -> {
      if (!value.isBoolean()) {
        sink.problem(path, "must be true or false and is " + shown(value) + ".");
      }
    };
  }

  static Shape percentage() {
    return (value, path, sink) -> {
      if (!value.isNumber()) {
        sink.problem(path, "must be a number and is " + shown(value) + ".");
      } else if (!(value.doubleValue() >= 0 && value.doubleValue() <= 100)) {
        sink.problem(path, "must lie between 0 and 100 and is " + shown(value) + ".");
      }
    };
  }

  static Shape date() {
    return text()
        .and(
            (value, path, sink) -> {
              if (value.isTextual() && !isDate(value.textValue())) {
                sink.problem(path, "must be a day such as 2025-11-03 and is " + shown(value) + ".");
              }
            });
  }

  /** A day, a month or a year. */
  static Shape partialDate() {
    Pattern month = Pattern.compile("^\\d{4}(-(1[0-2]|0[1-9]))?$");
    return text()
        .and(
            (value, path, sink) -> {
              if (value.isTextual()
                  && !month.matcher(value.textValue()).find()
                  && !isDate(value.textValue())) {
                sink.problem(path, "must be a year, month or day and is " + shown(value) + ".");
              }
            });
  }

  static Shape dateOrTime() {
    return text()
        .and(
            (value, path, sink) -> {
              if (value.isTextual() && !isDate(value.textValue()) && !isTime(value.textValue())) {
                sink.problem(
                    path,
                    "must be a day or a time such as 2025-11-03T10:00:00Z and is "
                        + shown(value)
                        + ".");
              }
            });
  }

  static Shape uri() {
    return text()
        .and(
            (value, path, sink) -> {
              if (value.isTextual() && !isUri(value.textValue())) {
                sink.problem(path, "must be an absolute URI and is " + shown(value) + ".");
              }
            });
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T')) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  static Shape list(Shape item) {
    return (value, path, sink) -> {
      if (!value.isArray()) {
        sink.problem(path, "must be a list and is " + shown(value) + ".");
        return;
      }
      for (int i = 0; i < value.size(); i++) {
        item.check(value.get(i), path + "/" + i, sink);
      }
    };
  }

  /** An object; fields that are not named may hold anything. */
  static ObjectShape object() {
    return new ObjectShape();
  }

  /** An object with fields. */
  final class ObjectShape implements Shape {
    private final Map<String, Shape> fields = new LinkedHashMap<>();
    private final Map<String, Boolean> required = new LinkedHashMap<>();

    private ObjectShape() {}

    ObjectShape may(String name, Shape shape) {
      fields.put(name, shape);
      return this;
    }

    ObjectShape must(String name, Shape shape) {
      required.put(name, true);
      return may(name, shape);
    }

    @Override
    public void check(JsonNode value, String path, Sink sink) {
      if (!value.isObject()) {
        sink.problem(path, "must be an object and is " + shown(value) + ".");
        return;
      }
      for (String name : required.keySet()) {
        if (!value.has(name)) {
          sink.problem(path + "/" + name, "is missing.");
        }
      }
      fields.forEach(
          (name, shape) -> {
            JsonNode field = value.get(name);
            if (field != null) {
              shape.check(field, path + "/" + name, sink);
            }
          });
    }
  }
}
