package org.bellbuoy.server.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * An event whose XML was turned to JSON: attributes as {@code #attributes}, {@code NAME_attributes}
 * or {@code @Name}, text beside them as {@code #text}.
 */
final class JsonElements {
  private static final String ATTRIBUTES = "#attributes";
  private static final String TEXT = "#text";

  private JsonElements() {}

  static void fill(JsonNode event, EventDraft draft) {
    JsonNode system = event.path("System");
    if (system.isObject()) {
      String provider = attribute(system, "Provider", "Name");
      draft.provider =
          provider.isEmpty() ? attribute(system, "Provider", "EventSourceName") : provider;
      draft.eventId(inner(system.path("EventID")));
      draft.level(inner(system.path("Level")));
      draft.recordId(inner(system.path("EventRecordID")));
      draft.channel = inner(system.path("Channel"));
      draft.computer = inner(system.path("Computer"));
      draft.time(attribute(system, "TimeCreated", "SystemTime"));
      draft.time(inner(system.path("TimeCreated")));
    }
    JsonNode message = event.path("RenderingInfo").path("Message");
    if (!message.isMissingNode()) {
      draft.message = inner(message);
    }
    for (Map.Entry<String, JsonNode> part : event.properties()) {
      switch (part.getKey()) {
        case "System", "RenderingInfo" -> {}
        case "EventData" -> data(part.getValue(), draft);
        default -> flatten(part.getKey(), part.getValue(), draft);
      }
    }
  }

  private static void data(JsonNode data, EventDraft draft) {
    for (Map.Entry<String, JsonNode> field : data.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (name.startsWith("#") || name.startsWith("@") || name.endsWith("_attributes")) {
        continue;
      }
      if (!name.equals("Data")) {
        flatten(name, value, draft);
      } else if (value.isObject() && value.path(TEXT).isArray()) {
        value.path(TEXT).forEach(item -> draft.put("", JsonShapes.text(item)));
      } else if (value.isArray()) {
        value.forEach(item -> named(item, draft));
      } else {
        named(value, draft);
      }
    }
  }

  private static void named(JsonNode item, EventDraft draft) {
    String name = JsonShapes.text(item.path("@Name"));
    if (name.isEmpty()) {
      name = JsonShapes.text(item.path(ATTRIBUTES).path("Name"));
    }
    draft.put(name, inner(item));
  }

  /** Takes the innermost values by their names. */
  static void flatten(String name, JsonNode value, EventDraft draft) {
    if (value.isMissingNode()) {
      return;
    }
    if (value.isArray()) {
      value.forEach(item -> flatten(name, item, draft));
      return;
    }
    if (!value.isObject() || value.has(TEXT)) {
      if (!isFrame(name) || !inner(value).isEmpty()) {
        draft.put(name, inner(value));
      }
      return;
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String inner = field.getKey();
      if (!inner.startsWith("#") && !inner.startsWith("@") && !inner.endsWith("_attributes")) {
        flatten(inner, field.getValue(), draft);
      } else if (inner.equals(ATTRIBUTES)) {
        for (Map.Entry<String, JsonNode> attribute : field.getValue().properties()) {
          if (!attribute.getKey().startsWith("xmlns")) {
            draft.put(name + "." + attribute.getKey(), JsonShapes.text(attribute.getValue()));
          }
        }
      }
    }
  }

  private static boolean isFrame(String name) {
    return name.equals("UserData")
        || name.equals("EventData")
        || name.equals("event_data")
        || name.equals("user_data");
  }

  private static String attribute(JsonNode system, String element, String attribute) {
    JsonNode inside = system.path(element);
    for (JsonNode found :
        new JsonNode[] {
          inside.path(ATTRIBUTES).path(attribute),
          inside.path("@" + attribute),
          inside.path(attribute),
          system.path(element + "_attributes").path(attribute)
        }) {
      if (found.isValueNode() && !found.isNull()) {
        return found.asText();
      }
    }
    return "";
  }

  private static String inner(JsonNode value) {
    return value.isObject() ? JsonShapes.text(value.path(TEXT)) : JsonShapes.text(value);
  }
}
