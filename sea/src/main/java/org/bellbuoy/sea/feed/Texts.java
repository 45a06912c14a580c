package org.bellbuoy.sea.feed;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Numbers and words read from bytes without making objects. */
final class Texts {
  /** No number there: nothing but blanks. */
  static final long NONE = Long.MIN_VALUE;

  /** Not a number. */
  static final long BAD = Long.MIN_VALUE + 1;

  private static final int SLOTS = 1 << 13;
  private static final int LONGEST_POOLED = 64;
  private static final int LONGEST_TOLD = 40;

  private final @Nullable String[] pool = new @Nullable String[SLOTS];

  /**
   * A decimal number times 10 to the power of places, rounded half away from zero; {@link #NONE} or
   * {@link #BAD}. Quantities beyond 15 digits are BAD: nothing that AIS carries is so large.
   */
  static long decimal(byte[] buffer, int from, int to, int places) {
    int at = from;
    int end = to;
    while (at < end && buffer[at] == ' ') {
      at++;
    }
    while (end > at && buffer[end - 1] == ' ') {
      end--;
    }
    if (at == end) {
      return NONE;
    }
    boolean negative = buffer[at] == '-';
    if (negative || buffer[at] == '+') {
      at++;
    }
    long value = 0;
    int digits = 0;
    int kept = -1;
    boolean roundUp = false;
    for (; at < end; at++) {
      int c = buffer[at];
      if (c >= '0' && c <= '9') {
        digits++;
        if (kept >= places) {
          if (kept == places) {
            roundUp = c >= '5';
            kept++;
          }
          continue;
        }
        value = value * 10 + (c - '0');
        if (value > 1_000_000_000_000_000L) {
          return BAD;
        }
        if (kept >= 0) {
          kept++;
        }
      } else if (c == '.' && kept < 0) {
        kept = 0;
      } else if ((c == 'e' || c == 'E') && digits > 0) {
        return exponential(buffer, from, end, places);
      } else {
        return BAD;
      }
    }
    if (digits == 0) {
      return BAD;
    }
    for (int i = Math.max(kept, 0); i < places; i++) {
      value *= 10;
    }
    if (value > 1_000_000_000_000_000L) {
      return BAD;
    }
    if (roundUp) {
      value++;
    }
    return negative ? -value : value;
  }

  private static long exponential(byte[] buffer, int from, int to, int places) {
    if (to - from > 32) {
      return BAD;
    }
    try {
      double value =
          Double.parseDouble(new String(buffer, from, to - from, StandardCharsets.ISO_8859_1));
      double scaled = value * Math.pow(10, places);
      return Math.abs(scaled) < 1e15 ? Math.round(scaled) : BAD;
    } catch (NumberFormatException e) {
      return BAD;
    }
  }

  /** Digits only, at most nine; −1 otherwise. */
  static int digits(byte[] buffer, int from, int to) {
    if (from >= to || to - from > 9) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int c = buffer[i] - '0';
      if (c < 0 || c > 9) {
        return -1;
      }
      value = value * 10 + c;
    }
    return value;
  }

  /** A word with padding (blanks and '@') removed; null when nothing is left. */
  @Nullable String word(byte[] buffer, int from, int to) {
    int at = from;
    int end = to;
    while (at < end && buffer[at] == ' ') {
      at++;
    }
    while (end > at && (buffer[end - 1] == ' ' || buffer[end - 1] == '@')) {
      end--;
    }
    int length = end - at;
    if (length == 0) {
      return null;
    }
    if (length > LONGEST_POOLED) {
      return new String(buffer, at, length, StandardCharsets.UTF_8);
    }
    int hash = 0;
    boolean ascii = true;
    for (int i = at; i < end; i++) {
      hash = hash * 31 + buffer[i];
      ascii &= buffer[i] >= 0;
    }
    if (!ascii) {
      return new String(buffer, at, length, StandardCharsets.UTF_8);
    }
    // One slot a hash: names come again and again, and a clash costs one new string.
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    String pooled = pool[slot];
    if (pooled == null || !same(pooled, buffer, at, length)) {
      pooled = new String(buffer, at, length, StandardCharsets.ISO_8859_1);
      pool[slot] = pooled;
    }
    return pooled;
  }

  private static boolean same(String text, byte[] buffer, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != buffer[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether bytes are a lower-case word, whatever their case. */
  static boolean is(byte[] buffer, int from, int to, String lower) {
    if (to - from != lower.length()) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      int c = buffer[from + i];
      if (c >= 'A' && c <= 'Z') {
        c += 'a' - 'A';
      }
      if (c != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Bytes for a person to read in a reject: printable, quoted, at most 40 of them. */
  static String told(byte[] buffer, int from, int to) {
    int end = Math.min(to, from + LONGEST_TOLD);
    StringBuilder text = new StringBuilder(end - from + 5).append('"');
    for (int i = from; i < end; i++) {
      text.append(buffer[i] >= ' ' && buffer[i] < 127 ? (char) buffer[i] : '?');
    }
    return text.append(end < to ? "...\"" : "\"").toString();
  }
}
