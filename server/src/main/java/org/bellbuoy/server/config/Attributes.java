package org.bellbuoy.server.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** Attributes of one element, by lower-case name: hand-written configurations mix the case. */
final class Attributes {
  private static final int MOST_CHARACTERS = 512;

  private final Map<String, String> values = new HashMap<>();

  private Attributes() {}

  static Attributes of(XMLStreamReader xml) {
    Attributes attributes = new Attributes();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String value = KeyBlot.blot(xml.getAttributeValue(i)).strip();
      attributes.values.put(
          xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT),
          value.length() <= MOST_CHARACTERS ? value : value.substring(0, MOST_CHARACTERS));
    }
    return attributes;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value, empty where there is none. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  boolean is(String name, String value) {
    return get(name).equalsIgnoreCase(value);
  }
}
