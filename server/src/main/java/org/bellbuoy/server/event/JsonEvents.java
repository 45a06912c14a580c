package org.bellbuoy.server.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;

/** Turns JSON objects to events. */
final class JsonEvents extends ExportEvents {
  static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(64)
                      .maxStringLength(Cutter.MOST_BYTES)
                      .build())
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
              .build());

  JsonEvents(int source, ZoneId zone, EventSink sink) {
    super("event-json", source, zone, sink);
  }

  @Override
  EventDraft draft(String text) throws Unusable {
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Unusable("The object is no JSON: %s.".formatted(Shown.of(e.getOriginalMessage())));
    }
    if (!(node instanceof ObjectNode object)) {
      throw new Unusable("The record is no JSON object.");
    }
    return JsonShapes.draft(object, zone);
  }
}
