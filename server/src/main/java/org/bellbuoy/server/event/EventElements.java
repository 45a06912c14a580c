package org.bellbuoy.server.event;

import java.time.ZoneId;
import java.util.Map;

/** An event from its XML, by the schema http://schemas.microsoft.com/win/2004/08/events/event. */
final class EventElements {
  private EventElements() {}

  static EventDraft draft(XmlNode.Element root, ZoneId zone) {
    EventDraft draft = new EventDraft(zone);
    for (XmlNode node : root.children) {
      if (node instanceof XmlNode.Element part) {
        switch (part.localName()) {
          case "System" -> system(part, draft);
          case "EventData" -> eventData(part, draft);
          case "RenderingInfo" -> rendering(part, draft);
          // UserData, ProcessingErrorData, DebugData, BinaryEventData.
          default -> flatten(part, draft);
        }
      }
    }
    return draft;
  }

  private static void system(XmlNode.Element system, EventDraft draft) {
    XmlNode.Element provider = system.child("Provider");
    if (provider != null) {
      String name = provider.attribute("Name");
      draft.provider = name.isEmpty() ? provider.attribute("EventSourceName") : name;
    }
    XmlNode.Element created = system.child("TimeCreated");
    if (created != null) {
      draft.time(created.attribute("SystemTime"));
    }
    draft.eventId(system.textOf("EventID"));
    draft.level(system.textOf("Level"));
    draft.recordId(system.textOf("EventRecordID"));
    draft.channel = system.textOf("Channel");
    draft.computer = system.textOf("Computer");
  }

  private static void eventData(XmlNode.Element part, EventDraft draft) {
    for (XmlNode node : part.children) {
      if (node instanceof XmlNode.Element value) {
        if (value.localName().equals("Data") && !value.hasElements()) {
          draft.put(value.attribute("Name"), value.text());
        } else {
          flatten(value, draft);
        }
      }
    }
  }

  private static void rendering(XmlNode.Element part, EventDraft draft) {
    XmlNode.Element message = part.child("Message");
    if (message != null) {
      draft.message = message.text();
    }
  }

  /** Takes the innermost elements by their names, and attributes but for namespaces. */
  private static void flatten(XmlNode.Element part, EventDraft draft) {
    for (Map.Entry<String, String> attribute : part.attributes.entrySet()) {
      String name = attribute.getKey();
      if (!name.equals("xmlns") && !name.startsWith("xmlns:")) {
        draft.put(part.localName() + "." + name, attribute.getValue());
      }
    }
    if (!part.hasElements()) {
      String text = part.text();
      boolean frame = part.localName().equals("UserData") || part.localName().equals("EventData");
      if (!frame || !text.isBlank()) {
        draft.put(part.localName(), text);
      }
      return;
    }
    for (XmlNode node : part.children) {
      if (node instanceof XmlNode.Element inner) {
        flatten(inner, draft);
      }
    }
  }
}
