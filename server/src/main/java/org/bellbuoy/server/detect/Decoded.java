package org.bellbuoy.server.detect;

import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;

/** Texts of rows with percent signs decoded, {@code %uXXXX} too, ASCII letters in lower case. */
final class Decoded {
  private static final int MOST = 8192;

  private Decoded() {}

  /** The field decoded once; empty where it has no value. */
  static String of(WebRow row, WebField field) {
    return row.isPresent(field)
        ? of(row.bytes, row.start[field.ordinal()], row.end[field.ordinal()])
        : "";
  }

  private static String of(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + MOST);
    StringBuilder out = new StringBuilder(end - from);
    for (int i = from; i < end; i++) {
      int c = bytes[i] & 0xff;
      if (c == '%') {
        boolean wide = i + 5 < end && (bytes[i + 1] | 32) == 'u';
        int decoded = wide ? hex(bytes, i + 2, 4) : i + 2 < end ? hex(bytes, i + 1, 2) : -1;
        if (decoded >= 0) {
          c = decoded;
          i += wide ? 5 : 2;
        }
      }
      out.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
    }
    return out.toString();
  }

  private static int hex(byte[] bytes, int at, int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = 16 * value + digit;
    }
    return value;
  }
}
