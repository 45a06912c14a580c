package org.bellbuoy.server.event;

import java.util.Map;

/** Writes an event as XML on one line, well formed whatever its text holds. */
final class XmlText {
  private XmlText() {}

  static String of(XmlNode node) {
    StringBuilder out = new StringBuilder(1024);
    write(node, out);
    return out.toString();
  }

  private static void write(XmlNode node, StringBuilder out) {
    switch (node) {
      case XmlNode.Text text -> escape(text.value(), out);
      case XmlNode.Instruction pi -> {
        // A declaration may not stand within a document.
        if (!pi.target().equalsIgnoreCase("xml")) {
          out.append("<?").append(pi.target()).append(' ').append(instruction(pi)).append("?>");
        }
      }
      case XmlNode.Element element -> {
        out.append('<').append(element.name);
        for (Map.Entry<String, String> attribute : element.attributes.entrySet()) {
          out.append(' ').append(attribute.getKey()).append("=\"");
          escape(attribute.getValue(), out);
          out.append('"');
        }
        if (element.children.isEmpty()) {
          out.append("/>");
          return;
        }
        out.append('>');
        for (XmlNode child : element.children) {
          write(child, out);
        }
        out.append("</").append(element.name).append('>');
      }
    }
  }

  private static String instruction(XmlNode.Instruction pi) {
    StringBuilder safe = new StringBuilder();
    escape(pi.data().replace("?>", "? >"), safe);
    return safe.toString();
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&apos;");
        // Otherwise a reader would turn them into a line feed or a space.
        case '\r', '\n', '\t' -> out.append("&#").append((int) c).append(';');
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else {
            out.append(isXml(c) ? c : '\uFFFD');
          }
        }
      }
    }
  }

  private static boolean isXml(char c) {
    return c >= ' ' && !Character.isSurrogate(c) && c < '\uFFFE';
  }
}
