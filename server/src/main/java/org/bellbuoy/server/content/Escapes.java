package org.bellbuoy.server.content;

/** Escapes of C#, JavaScript, Java and PHP in names and strings. */
final class Escapes {
  private Escapes() {}

  /** The character that a Unicode escape at this backslash gives, −1 where there is none. */
  static int unicode(ScriptText text, int at, int end) {
    char kind = text.at(at + 1);
    int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits == 0 || at + 2 + digits > end) {
      return -1;
    }
    int point = hex(text, at + 2, digits);
    return Character.isValidCodePoint(point) ? point : -1;
  }

  /** Appends what the escape at this backslash gives and returns the index behind it. */
  static int read(ScriptText text, int at, int end, StringBuilder value) {
    int point = unicode(text, at, end);
    if (point >= 0) {
      value.appendCodePoint(point);
      return at + (text.at(at + 1) == 'U' ? 10 : 6);
    }
    char kind = text.at(at + 1);
    if (kind == 'x' && at + 4 <= end) {
      int byTwo = hex(text, at + 2, 2);
      if (byTwo >= 0) {
        value.append((char) byTwo);
        return at + 4;
      }
    }
    if (kind >= '0' && kind <= '7') {
      int octal = 0;
      int next = at + 1;
      while (next < end && next < at + 4 && text.at(next) >= '0' && text.at(next) <= '7') {
        octal = octal * 8 + text.at(next++) - '0';
      }
      value.append((char) octal);
      return next;
    }
    value.append(
        switch (kind) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> kind;
        });
    return at + 2;
  }

  private static int hex(ScriptText text, int from, int digits) {
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(text.at(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value > Integer.MAX_VALUE ? -1 : (int) value;
  }
}
