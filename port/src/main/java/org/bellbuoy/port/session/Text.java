package org.bellbuoy.port.session;

import java.nio.charset.StandardCharsets;

/** Small reading of bytes. */
final class Text {
  private Text() {}

  /** Whether ASCII text stands there. */
  static boolean at(byte[] b, int offset, int length, String text) {
    if (length < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (b[offset + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where text begins within bytes; −1 where it does not. */
  static int find(byte[] b, int offset, int length, String text) {
    for (int i = offset; i + text.length() <= offset + length; i++) {
      if (at(b, i, text.length(), text)) {
        return i;
      }
    }
    return -1;
  }

  /** Text up to the end of the line or so many bytes, whichever comes first. */
  static String line(byte[] b, int offset, int length, int most) {
    int end = offset;
    int last = offset + Math.min(length, most);
    while (end < last && b[end] != '\r' && b[end] != '\n' && b[end] != 0) {
      end++;
    }
    return new String(b, offset, end - offset, StandardCharsets.ISO_8859_1);
  }
}
