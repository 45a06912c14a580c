package org.bellbuoy.server.page;

import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;

/** Whole numbers in rows. */
public final class WebNumbers {
  private WebNumbers() {}

  /** The field's number, −1 where it has none. Never throws. */
  public static long of(WebRow row, WebField field) {
    int at = row.start[field.ordinal()];
    int end = row.end[field.ordinal()];
    if (at < 0 || end <= at || end - at > 18) {
      return -1;
    }
    long value = 0;
    for (int i = at; i < end; i++) {
      int digit = row.bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
