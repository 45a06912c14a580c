package org.bellbuoy.server.page;

import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;

/** The page that a request says it came from. Anybody can write anything there. */
public final class Referers {
  private Referers() {}

  /**
   * Whether the referer may be of the same site: its host is the one asked for, or the log does not
   * tell which was asked for, or it names no host.
   */
  static boolean isSameSite(WebRow row) {
    int host = hostStart(row);
    if (host < 0 || !row.isPresent(WebField.HOST)) {
      return true;
    }
    int asked = row.start[WebField.HOST.ordinal()];
    int length = row.length(WebField.HOST);
    int end = row.end[WebField.REFERER.ordinal()];
    if (host + length > end) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (WebRow.lower(row.bytes[host + i]) != WebRow.lower(row.bytes[asked + i])) {
        return false;
      }
    }
    return host + length == end || "/:?#".indexOf(row.bytes[host + length]) >= 0;
  }

  /** Reads the referer's path, without host, query and fragment. Empty where there is none. */
  public static void readPath(WebRow row, UrlPath into) {
    int end = Math.max(0, row.end[WebField.REFERER.ordinal()]);
    int at = Math.max(0, row.start[WebField.REFERER.ordinal()]);
    int host = hostStart(row);
    if (host >= 0) {
      at = host;
      while (at < end && "/\\?%".indexOf(row.bytes[at]) < 0) {
        at++;
      }
    }
    int stop = at;
    while (stop < end && row.bytes[stop] != '?' && row.bytes[stop] != '#') {
      stop++;
    }
    into.read(row.bytes, at, stop);
  }

  /** First byte of the host, −1 where the referer names none. */
  private static int hostStart(WebRow row) {
    int at = row.start[WebField.REFERER.ordinal()];
    int end = row.end[WebField.REFERER.ordinal()];
    if (at < 0) {
      return -1;
    }
    for (int i = at; i + 2 < end && i < at + 12; i++) {
      byte c = row.bytes[i];
      if (c == '/') {
        return -1;
      }
      if (c == ':') {
        return row.bytes[i + 1] == '/' && row.bytes[i + 2] == '/' ? i + 3 : -1;
      }
    }
    return -1;
  }
}
