package org.bellbuoy.server.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shapes that exporters give an event in JSON, told apart by what they hold: XML turned to JSON
 * ({@code Event.System}), Winlogbeat ({@code winlog} or {@code event_data}), and flat objects of
 * NXLog, Get-WinEvent and EvtxECmd. The table is in {@code docs/server-events.md}.
 */
final class JsonShapes {
  private static final List<String> EVENT_ID = List.of("EventID", "EventId", "event_id", "Id");
  private static final List<String> PROVIDER =
      List.of("SourceName", "ProviderName", "Provider", "provider_name", "source_name");
  private static final List<String> CHANNEL = List.of("Channel", "LogName", "channel", "log_name");
  private static final List<String> COMPUTER =
      List.of("Hostname", "Computer", "ComputerName", "MachineName", "computer_name");
  private static final List<String> LEVEL =
      List.of("Level", "level", "LevelDisplayName", "Severity");
  private static final List<String> RECORD =
      List.of(
          "RecordNumber",
          "EventRecordID",
          "EventRecordId",
          "RecordId",
          "record_id",
          "record_number");
  private static final List<String> TIME =
      List.of("EventTime", "TimeCreated", "SystemTime", "@timestamp");
  private static final List<String> MESSAGE = List.of("Message", "message");

  /** Fields of the envelope that no event holds as its own data. */
  private static final Set<String> ENVELOPE =
      Set.of(
          "ProviderGuid",
          "ProviderId",
          "Keywords",
          "KeywordsDisplayNames",
          "Task",
          "TaskDisplayName",
          "Opcode",
          "OpcodeValue",
          "OpcodeDisplayName",
          "Version",
          "Qualifiers",
          "EventReceivedTime",
          "SourceModuleName",
          "SourceModuleType",
          "SeverityValue",
          "ExecutionProcessID",
          "ActivityID",
          "RelatedActivityID",
          "ActivityId",
          "RelatedActivityId",
          "ContainerLog",
          "MatchedQueryIds",
          "Bookmark",
          "PSComputerName",
          "RunspaceId",
          "PSShowComputerName",
          "ChunkNumber",
          "SourceFile",
          "MapDescription",
          "HiddenRecord",
          "ExtraDataOffset",
          "@version",
          "host",
          "port",
          "tags");

  private JsonShapes() {}

  static EventDraft draft(ObjectNode given, ZoneId zone) {
    EventDraft draft = new EventDraft(zone);
    JsonNode object = given.path("_source") instanceof ObjectNode source ? source : given;
    JsonNode event = object.path("Event").isObject() ? object.path("Event") : object;
    if (event.path("System").isObject()) {
      JsonElements.fill(event, draft);
      message(object, draft);
    } else if (object.path("winlog").isObject()) {
      beat(object, object.path("winlog"), draft);
    } else if (object.has("winlog.event_id")) {
      ObjectNode nested = undotted(object);
      beat(nested, nested.path("winlog"), draft);
    } else if (object.has("event_data") || object.has("event_id")) {
      beat(object, object, draft);
    } else {
      flat(object, draft);
    }
    return draft;
  }

  private static void beat(JsonNode object, JsonNode inner, EventDraft draft) {
    header(inner, draft);
    draft.level(text(object.path("log").path("level")));
    // When it was made; @timestamp may be when it was shipped.
    draft.time(text(inner.path("time_created")));
    draft.time(text(object.path("@timestamp")));
    message(object, draft);
    JsonElements.flatten("event_data", inner.path("event_data"), draft);
    JsonElements.flatten("user_data", inner.path("user_data"), draft);
  }

  private static void flat(JsonNode object, EventDraft draft) {
    header(object, draft);
    message(object, draft);
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (name.equals("Payload") && value.isTextual()) {
        payload(value.textValue(), draft);
      } else if (name.equals("Properties") && value.isArray()) {
        for (JsonNode property : value) {
          draft.put("", text(property.has("Value") ? property.path("Value") : property));
        }
      } else if (!isHeader(name) && !ENVELOPE.contains(name)) {
        draft.put(name, text(value));
      }
    }
  }

  /** EvtxECmd keeps the event's data as JSON within a string. */
  private static void payload(String text, EventDraft draft) {
    try {
      JsonNode inner = JsonEvents.MAPPER.readTree(text);
      if (inner instanceof ObjectNode) {
        JsonElements.fill(inner, draft);
        return;
      }
    } catch (JsonProcessingException e) {
      // Text of its own that only bears the name; it is kept below.
      draft.put("Payload", text);
      return;
    }
    draft.put("Payload", text);
  }

  private static void header(JsonNode object, EventDraft draft) {
    for (String name : EVENT_ID) {
      draft.eventId(text(object.path(name)));
    }
    draft.provider = first(object, PROVIDER);
    draft.channel = first(object, CHANNEL);
    draft.computer = first(object, COMPUTER);
    for (String name : LEVEL) {
      draft.level(text(object.path(name)));
    }
    for (String name : RECORD) {
      draft.recordId(text(object.path(name)));
    }
    for (String name : TIME) {
      JsonNode time = object.path(name);
      // Get-WinEvent of older PowerShell: an object with the value beside its display.
      draft.time(text(time.isObject() ? time.path("value") : time));
    }
  }

  private static boolean isHeader(String name) {
    return EVENT_ID.contains(name)
        || PROVIDER.contains(name)
        || CHANNEL.contains(name)
        || COMPUTER.contains(name)
        || LEVEL.contains(name)
        || RECORD.contains(name)
        || TIME.contains(name)
        || MESSAGE.contains(name);
  }

  private static void message(JsonNode object, EventDraft draft) {
    String message = first(object, MESSAGE);
    draft.message = message.isEmpty() ? draft.message : message;
  }

  private static String first(JsonNode object, List<String> names) {
    for (String name : names) {
      JsonNode value = object.path(name);
      if (value.isValueNode() && !text(value).isEmpty()) {
        return text(value);
      }
    }
    return "";
  }

  /** Exports of a search engine may have one level with dots in the names. */
  private static ObjectNode undotted(JsonNode object) {
    ObjectNode out = JsonEvents.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      ObjectNode at = out;
      int from = 0;
      for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', from)) {
        String step = name.substring(from, dot);
        at = at.get(step) instanceof ObjectNode there ? there : at.putObject(step);
        from = dot + 1;
      }
      at.set(name.substring(from), field.getValue());
    }
    return out;
  }

  /** A value as text: empty where there is none, JSON where it is no single value. */
  static String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
