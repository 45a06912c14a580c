package org.bellbuoy.server.page;

import org.bellbuoy.server.log.LogText;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;

/**
 * Who asked: the first address that a proxy passed on where the log has one, else the client's
 * address. The former is the client's word and may be false.
 */
public final class Clients {
  private Clients() {}

  /** The client as text; empty where not told. Untrusted text. */
  public static String text(WebRow row) {
    WebField field = field(row);
    if (!row.isPresent(field)) {
      return "";
    }
    return LogText.of(row.bytes, row.start[field.ordinal()], end(row, field));
  }

  /** The client's hash. */
  static long hash(WebRow row) {
    WebField field = field(row);
    if (!row.isPresent(field)) {
      return 1;
    }
    return ByteHash.of(row.bytes, row.start[field.ordinal()], end(row, field));
  }

  private static WebField field(WebRow row) {
    return row.isPresent(WebField.FORWARDED_FOR) ? WebField.FORWARDED_FOR : WebField.CLIENT_IP;
  }

  private static int end(WebRow row, WebField field) {
    int end = row.end[field.ordinal()];
    if (field == WebField.FORWARDED_FOR) {
      for (int i = row.start[field.ordinal()]; i < end; i++) {
        if (row.bytes[i] == ',' || row.bytes[i] == '+' || row.bytes[i] == ' ') {
          return i;
        }
      }
    }
    return end;
  }
}
