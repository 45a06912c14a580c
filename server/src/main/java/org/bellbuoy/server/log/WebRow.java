package org.bellbuoy.server.log;

import org.bellbuoy.core.json.SecretText;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log as slices of its bytes. A reader has one and fills it again for each line. Not
 * thread safe.
 */
public final class WebRow {
  /** Time not known. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** Number not known. */
  public static final int UNKNOWN = -1;

  private static final int FIELDS = WebField.values().length;

  /** Which log. */
  public LogKind kind = LogKind.W3C;

  /** Index of the source among those of the run. */
  public int source;

  /** First byte of the line in the content. */
  public long offset;

  /**
   * Bytes the line takes in the content, its end left out. More than {@code to - from} where the
   * content is UTF-16, of which {@link #bytes} hold the UTF-8.
   */
  public int lengthBytes;

  /** Line number, from 1. */
  public long line;

  /** Milliseconds since 1970 UTC, {@link #NO_TIME} where the line has none. */
  public long epochMillis = NO_TIME;

  /** HTTP status, {@link #UNKNOWN}. */
  public int status = UNKNOWN;

  /** Bytes that hold the line. */
  public byte[] bytes = new byte[0];

  /** Where the line begins in {@link #bytes}. */
  public int from;

  /** Where it ends, line end left out. */
  public int to;

  /**
   * Where each field begins in {@link #bytes}, by ordinal; −1 where the header does not name it.
   */
  public final int[] start = new int[FIELDS];

  /** Where each field ends. A value of {@code -} or none is empty: end equals start. */
  public final int[] end = new int[FIELDS];

  /** Whether the header names the field: where it does not, nobody can tell. */
  public boolean has(WebField field) {
    return start[field.ordinal()] >= 0;
  }

  /** Whether the field has a value other than {@code -}. */
  public boolean isPresent(WebField field) {
    return end[field.ordinal()] > start[field.ordinal()];
  }

  /** Length of the value in bytes, 0 where there is none. */
  public int length(WebField field) {
    return end[field.ordinal()] - start[field.ordinal()];
  }

  /** The value as text, Latin letters where it is no UTF-8; null where there is none. */
  public @Nullable String text(WebField field) {
    if (!isPresent(field)) {
      return null;
    }
    int at = start[field.ordinal()];
    return LogText.of(bytes, at, end[field.ordinal()]);
  }

  /** The whole line as text, what may be a key blotted out, cut at a number of characters. */
  public String quote(int most) {
    // So many more that a key which begins before the cut is told for one.
    int slack = most + SecretText.HEX_DIGITS;
    String text = LogText.of(bytes, from, Math.min(to, from + 4 * slack));
    return SecretText.cut(text.length() <= slack ? text : text.substring(0, slack), most);
  }

  /** Whether the value is that text, ASCII letters of any case. */
  public boolean is(WebField field, String lowerCase) {
    int at = start[field.ordinal()];
    if (at < 0 || end[field.ordinal()] - at != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (lower(bytes[at + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the value holds that text, ASCII letters of any case. */
  public boolean contains(WebField field, String lowerCase) {
    int at = start[field.ordinal()];
    int last = end[field.ordinal()] - lowerCase.length();
    for (int i = at; at >= 0 && i <= last; i++) {
      int k = 0;
      while (k < lowerCase.length() && lower(bytes[i + k]) == lowerCase.charAt(k)) {
        k++;
      }
      if (k == lowerCase.length()) {
        return true;
      }
    }
    return false;
  }

  /** An ASCII letter in lower case, any other byte as it is, unsigned. */
  public static int lower(byte one) {
    return one >= 'A' && one <= 'Z' ? one + 32 : one & 0xff;
  }
}
