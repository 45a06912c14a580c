package org.bellbuoy.server.event;

import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Turns Event elements as text to events. No document type and no entity is ever looked up. */
final class XmlEvents extends ExportEvents {
  private static final int DEEPEST = 64;
  private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9A-Fa-f]{1,8})|(\\d{1,9}));");

  private final XMLInputFactory factory;

  XmlEvents(int source, ZoneId zone, EventSink sink) {
    super("event-xml", source, zone, sink);
    factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  @Override
  EventDraft draft(String text) throws Unusable {
    XmlNode.Element root;
    try {
      root = parse(allowed(text));
    } catch (XMLStreamException e) {
      throw new Unusable("The Event is no well-formed XML: " + reason(e));
    }
    if (root == null) {
      throw new Unusable("The Event is nested more than %d deep.".formatted(DEEPEST));
    }
    return EventElements.draft(root, zone);
  }

  private XmlNode.@Nullable Element parse(String text) throws XMLStreamException {
    XMLStreamReader in = factory.createXMLStreamReader(new StringReader(text));
    Deque<XmlNode.Element> open = new ArrayDeque<>();
    XmlNode.Element root = null;
    try {
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (open.size() == DEEPEST) {
              return null;
            }
            XmlNode.Element element = new XmlNode.Element(in.getLocalName(), attributes(in));
            if (open.isEmpty()) {
              root = element;
            } else {
              open.peek().children.add(element);
            }
            open.push(element);
          }
          case XMLStreamConstants.END_ELEMENT -> open.pop();
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (!open.isEmpty()) {
              open.peek().append(in.getText());
            }
          }
          default -> {}
        }
      }
    } finally {
      in.close();
    }
    return root;
  }

  private static Map<String, String> attributes(XMLStreamReader in) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    return attributes;
  }

  /** Event Viewer exports control characters, which XML does not allow: U+FFFD stands for them. */
  private static String allowed(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c >= '\uFFFE') {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, '\uFFFD');
      }
    }
    String clean = out == null ? text : out.toString();
    if (!clean.contains("&#")) {
      return clean;
    }
    return REFERENCE
        .matcher(clean)
        .replaceAll(found -> isXml(found) ? Matcher.quoteReplacement(found.group()) : "\uFFFD");
  }

  private static boolean isXml(MatchResult found) {
    String hex = found.group(1);
    long point = hex == null ? Long.parseLong(found.group(2)) : Long.parseLong(hex, 16);
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= ' ' && point < 0xd800)
        || (point > 0xdfff && point < 0xfffe)
        || (point > 0xffff && point <= 0x10ffff);
  }

  private static String reason(XMLStreamException e) {
    String told = String.valueOf(e.getMessage());
    int message = told.indexOf("Message: ");
    return Shown.of(message < 0 ? told : told.substring(message + "Message: ".length())) + ".";
  }
}
