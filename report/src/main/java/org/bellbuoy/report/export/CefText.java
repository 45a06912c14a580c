package org.bellbuoy.report.export;

/**
 * Escaping of the Common Event Format ("ArcSight Common Event Format Implementation Standard",
 * version 25, character encoding): in the header backslash and pipe, in the extension backslash,
 * equals sign and line ends; a pipe in the extension and an equals sign in the header stand as they
 * are. Text comes on one line already, so that line ends of the header cannot be.
 */
final class CefText {
  private CefText() {}

  /** A field of the header, at most that long before it is escaped. */
  static String header(String text, int longest) {
    return escaped(PlainText.clip(PlainText.line(text), longest), '|');
  }

  /** A value of the extension, at most that long before it is escaped. */
  static String value(String text, int longest) {
    // A reader takes blanks at the end for what parts two pairs.
    return escaped(PlainText.clip(PlainText.line(text), longest).strip(), '=');
  }

  private static String escaped(String text, char other) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == other) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
