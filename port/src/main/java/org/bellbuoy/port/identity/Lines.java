package org.bellbuoy.port.identity;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text in bytes: lines and headers as HTTP and its relatives have them. */
final class Lines {
  private static final int LONGEST_HEAD = 8192;

  private Lines() {}

  /** Whether bytes begin with a word of ASCII. */
  static boolean begins(byte[] b, int at, int length, String word) {
    if (length < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (b[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Index of a lower-case word, in whatever case it stands there; −1 where it does not. */
  static int find(byte[] b, int at, int length, String lower) {
    char first = lower.charAt(0);
    for (int i = at; i <= at + length - lower.length(); i++) {
      if (lower(b[i]) == first && matches(b, i, lower)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] b, int at, String lower) {
    for (int i = 1; i < lower.length(); i++) {
      if (lower(b[at + i]) != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  /** The rest of the line that begins there, at most 500 bytes; invalid bytes are replaced. */
  static String line(byte[] b, int at, int end) {
    int to = at;
    while (to < end && to - at < 2 * Teller.LONGEST_TEXT && b[to] != '\r' && b[to] != '\n') {
      to++;
    }
    return new String(b, at, to - at, StandardCharsets.UTF_8).strip();
  }

  /** The value of a header, by its lower-case name; null where it does not stand in the head. */
  static @Nullable String header(byte[] b, int at, int length, String lower) {
    int end = at + Math.min(length, LONGEST_HEAD);
    int i = at;
    while (i < end) {
      int start = i;
      while (i < end && b[i] != '\n') {
        i++;
      }
      if (start == i || (i == start + 1 && b[start] == '\r')) {
        return null;
      }
      boolean named =
          i - start > lower.length()
              && b[start + lower.length()] == ':'
              && find(b, start, lower.length(), lower) == start;
      if (named) {
        String value = line(b, start + lower.length() + 1, i);
        return value.isEmpty() ? null : value;
      }
      i++;
    }
    return null;
  }
}
