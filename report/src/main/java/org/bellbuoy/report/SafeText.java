package org.bellbuoy.report;

/**
 * Untrusted text made fit for a page. Every character that could end its context is escaped, and
 * every character that could hide or reorder others is shown as what it is.
 */
final class SafeText {
  /** Combining marks beyond this many in a row only paint over neighbours. */
  private static final int MAX_MARKS_IN_A_ROW = 3;

  private SafeText() {}

  /** The text as it may be shown, not yet escaped, cut after so many characters. */
  static String visible(String text, int maxCharacters) {
    if (isPlain(text, maxCharacters)) {
      return text;
    }
    StringBuilder out = new StringBuilder(Math.min(text.length(), maxCharacters) + 32);
    int shown = 0;
    int marks = 0;
    int i = 0;
    while (i < text.length()) {
      int character = text.codePointAt(i);
      boolean mark = isMark(character);
      if (mark && marks >= MAX_MARKS_IN_A_ROW) {
        int end = i;
        while (end < text.length() && isMark(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
        out.append('⟨').append(text.codePointCount(i, end)).append(" more marks⟩");
        i = end;
        marks = 0;
        continue;
      }
      if (shown >= maxCharacters) {
        int left = text.codePointCount(i, text.length());
        out.append("… (").append(Words.count(left)).append(" more characters)");
        break;
      }
      marks = mark ? marks + 1 : 0;
      appendVisible(out, character);
      shown++;
      i += Character.charCount(character);
    }
    return out.toString();
  }

  private static boolean isPlain(String text, int maxCharacters) {
    if (text.length() > maxCharacters) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static void appendVisible(StringBuilder out, int character) {
    if (character < ' ') {
      out.append((char) (0x2400 + character));
    } else if (character == 0x7F) {
      out.append('\u2421');
    } else if ((character >= 0xD800 && character <= 0xDFFF) || isHidden(character)) {
      // A lone surrogate has no UTF-8 form; the others have no shape of their own.
      out.append("⟨U+").append(hex(character)).append('⟩');
    } else {
      out.appendCodePoint(character);
    }
  }

  private static String hex(int character) {
    String digits = Integer.toHexString(character).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  /** Controls, bidirectional controls, zero-width characters, separators, tags, noncharacters. */
  private static boolean isHidden(int c) {
    return (c >= 0x80 && c < 0xA0)
        || c == 0xAD
        || c == 0x61C
        || c == 0x180E
        || c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0x3164
        || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xFDD0 && c <= 0xFDEF)
        || (c & 0xFFFE) == 0xFFFE
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  /** Appends visible text so that no parser of HTML or SVG sees anything but text. */
  static void appendEscaped(StringBuilder out, String visible) {
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '`' -> out.append("&#96;");
        default -> out.append(c);
      }
    }
  }
}
