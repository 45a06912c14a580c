package org.bellbuoy.register.ftm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellbuoy.register.model.PartialDate;

/** The properties of an entity: each a list of texts. Pure. */
final class Properties {
  static final String FIELD = "properties";

  private Properties() {}

  /** The values of a property, without what is no text or empty. */
  static List<String> of(JsonNode entity, String property) {
    List<String> values = new ArrayList<>();
    JsonNode list = entity.path(FIELD).path(property);
    if (list.isTextual()) {
      values.add(list.textValue().strip());
    }
    list.forEach(value -> values.add(value.isValueNode() ? value.asText("").strip() : ""));
    values.removeIf(String::isEmpty);
    return values;
  }

  /** The first value of a property; empty text where there is none. */
  static String first(JsonNode entity, String property) {
    List<String> values = of(entity, property);
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** The first two-letter country among these properties, upper case. */
  static String country(JsonNode entity, List<String> properties) {
    for (String property : properties) {
      for (String value : of(entity, property)) {
        if (value.length() == 2 && value.chars().allMatch(Character::isLetter)) {
          return value.toUpperCase(Locale.ROOT);
        }
      }
    }
    return "";
  }

  /** A date or the day of a time. */
  static Optional<PartialDate> date(String text) {
    return PartialDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
  }

  /** Writes a property, unless there are no values. */
  static void put(ObjectNode entity, String property, Collection<String> values) {
    if (!values.isEmpty()) {
      var list = entity.withObject(FIELD).putArray(property);
      values.forEach(list::add);
    }
  }
}
