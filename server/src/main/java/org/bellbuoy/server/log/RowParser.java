package org.bellbuoy.server.log;

import org.bellbuoy.core.json.SecretText;
import org.jspecify.annotations.Nullable;

/** Makes a row of a line. One for each thread; not thread safe. */
sealed interface RowParser permits W3cParser, CsvParser, AccessParser {
  /**
   * Fills fields, time and status of a row.
   *
   * @param bytes hold the line and {@link Words#SLACK} more
   * @return null for a row, else why it is none
   */
  @Nullable RejectReason parse(LogHead head, byte[] bytes, int from, int to, WebRow row);

  /** Names field and value of the line refused last, for people. */
  String detail(RejectReason reason, byte[] bytes, int from, int to);

  /** Which fields the lines have that were parsed last, one bit each by ordinal. */
  long fields();

  /** A value as it may stand in a sentence: cut, with control characters shown. */
  static String shown(byte[] bytes, int from, int to) {
    int most = Math.min(to, from + 60 + 2 * SecretText.HEX_DIGITS);
    StringBuilder out = new StringBuilder();
    for (int i = from; i < most; i++) {
      int c = bytes[i] & 0xff;
      if (c >= 0x20 && c < 0x7f) {
        out.append((char) c);
      } else {
        out.append("\\x")
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    return SecretText.cut(out.toString(), 60) + (to - from > 60 ? "..." : "");
  }

  /**
   * A status of one to three digits.
   *
   * @return {@link WebRow#UNKNOWN} for an empty value, −2 for anything else
   */
  static int status(byte[] bytes, int from, int to) {
    if (from == to) {
      return WebRow.UNKNOWN;
    }
    int value = to - from > 3 ? -1 : LogTimes.number(bytes, from, to);
    return value < 0 ? -2 : value;
  }
}
