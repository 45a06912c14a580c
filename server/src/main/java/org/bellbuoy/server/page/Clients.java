package org.bellbuoy.server.page;

import org.bellbuoy.server.log.LogText;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;

/**
 * Who asked: the last address of {@code X-Forwarded-For} where the log has that, else the client's
 * address. Each proxy adds the address that it saw at the end, so what stands before it is the
 * sender's word; the last is too where no proxy stands before the server.
 */
public final class Clients {
  private Clients() {}

  /** The client as text; empty where not told. Untrusted text. */
  public static String text(WebRow row) {
    WebField field = field(row);
    if (!row.isPresent(field)) {
      return "";
    }
    return LogText.of(row.bytes, start(row, field), row.end[field.ordinal()]);
  }

  /** The client's hash. */
  static long hash(WebRow row) {
    WebField field = field(row);
    if (!row.isPresent(field)) {
      return 1;
    }
    return ByteHash.of(row.bytes, start(row, field), row.end[field.ordinal()]);
  }

  private static WebField field(WebRow row) {
    return row.isPresent(WebField.FORWARDED_FOR) ? WebField.FORWARDED_FOR : WebField.CLIENT_IP;
  }

  private static int start(WebRow row, WebField field) {
    int start = row.start[field.ordinal()];
    if (field == WebField.FORWARDED_FOR) {
      for (int i = row.end[field.ordinal()] - 1; i >= start; i--) {
        if (row.bytes[i] == ',' || row.bytes[i] == '+' || row.bytes[i] == ' ') {
          return i + 1;
        }
      }
    }
    return start;
  }
}
