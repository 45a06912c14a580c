package org.bellbuoy.server.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of an event as XML, however it was stored. */
sealed interface XmlNode {
  /** Characters, not escaped. */
  record Text(String value) implements XmlNode {}

  /** A processing instruction. */
  record Instruction(String target, String data) implements XmlNode {}

  /** An element. Not thread safe. */
  final class Element implements XmlNode {
    final String name;
    final Map<String, String> attributes;
    final List<XmlNode> children = new ArrayList<>();

    Element(String name) {
      this(name, new LinkedHashMap<>());
    }

    Element(String name, Map<String, String> attributes) {
      this.name = name;
      this.attributes = attributes;
    }

    /** The name without a prefix. */
    String localName() {
      return name.substring(name.indexOf(':') + 1);
    }

    /** The value of an attribute, empty where there is none. */
    String attribute(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }

    /** The first child element of that name. */
    @Nullable Element child(String local) {
      for (XmlNode node : children) {
        if (node instanceof Element element && element.localName().equals(local)) {
          return element;
        }
      }
      return null;
    }

    /** The text of the first child element of that name, trimmed; empty where there is none. */
    String textOf(String local) {
      Element found = child(local);
      return found == null ? "" : found.text().strip();
    }

    /** All text directly within. */
    String text() {
      StringBuilder out = new StringBuilder();
      for (XmlNode node : children) {
        if (node instanceof Text text) {
          out.append(text.value());
        }
      }
      return out.toString();
    }

    /** Whether it holds elements. */
    boolean hasElements() {
      return children.stream().anyMatch(Element.class::isInstance);
    }

    /** Adds text. It is not joined to text before it, which would cost the square of its parts. */
    void append(String text) {
      if (!text.isEmpty()) {
        children.add(new Text(text));
      }
    }
  }
}
