package org.bellbuoy.server.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the common and combined log formats of Apache httpd, which nginx and Tomcat write too,
 * also with a virtual host before them and with the whole line in quotes. The path of a request for
 * an absolute address is taken without scheme and host. What stands behind the user agent is left
 * alone.
 */
final class AccessParser implements RowParser {
  private static final long COMMON =
      bit(WebField.CLIENT_IP)
          | bit(WebField.USERNAME)
          | bit(WebField.DATE_TIME)
          | bit(WebField.METHOD)
          | bit(WebField.STEM)
          | bit(WebField.QUERY)
          | bit(WebField.VERSION)
          | bit(WebField.STATUS)
          | bit(WebField.BYTES_SENT);

  private long fields = COMMON;

  private static long bit(WebField field) {
    return 1L << field.ordinal();
  }

  @Override
  public @Nullable RejectReason parse(LogHead head, byte[] bytes, int from, int to, WebRow row) {
    Arrays.fill(row.start, -1);
    Arrays.fill(row.end, -1);
    row.epochMillis = WebRow.NO_TIME;
    row.status = WebRow.UNKNOWN;
    fields = COMMON;
    int start = from;
    int end = to;
    if (bytes[start] == '"') {
      start++;
      end = end > start && bytes[end - 1] == '"' ? end - 1 : end;
    }
    int open = index(bytes, start, end, " [");
    int close = open < 0 ? -1 : index(bytes, open + 2, end, "] \"");
    if (close < 0) {
      return control(bytes, from, to) ? RejectReason.BINARY : RejectReason.BAD_FORM;
    }
    if (!who(bytes, start, open, row)) {
      return RejectReason.BAD_FORM;
    }
    set(row, WebField.DATE_TIME, open + 2, close);
    row.epochMillis = LogTimes.accessTime(bytes, open + 2, close);
    if (row.epochMillis == WebRow.NO_TIME) {
      return RejectReason.BAD_TIME;
    }
    int quote = endOfRequest(bytes, close + 3, end);
    if (quote < 0) {
      return RejectReason.BAD_FORM;
    }
    request(bytes, close + 3, quote, row);
    set(row, WebField.STATUS, quote + 2, quote + 5);
    row.status = LogTimes.number(bytes, quote + 2, quote + 5);
    return answer(bytes, quote + 5, end, row);
  }

  /** Client, identity and user, a virtual host before them where there are four. */
  private boolean who(byte[] bytes, int from, int to, WebRow row) {
    int first = space(bytes, from, to);
    int second = first < to ? space(bytes, first + 1, to) : to;
    if (first >= to || second >= to) {
      return false;
    }
    int third = space(bytes, second + 1, to);
    if (third < to && hasPort(bytes, from, first)) {
      fields |= bit(WebField.HOST);
      set(row, WebField.HOST, from, first);
      set(row, WebField.CLIENT_IP, first + 1, second);
      set(row, WebField.USERNAME, third + 1, to);
    } else {
      set(row, WebField.CLIENT_IP, from, first);
      set(row, WebField.USERNAME, second + 1, to);
    }
    dash(bytes, row, WebField.USERNAME);
    return true;
  }

  private static boolean hasPort(byte[] bytes, int from, int to) {
    int at = to;
    while (at > from && bytes[at - 1] >= '0' && bytes[at - 1] <= '9') {
      at--;
    }
    if (at == to || at == from || bytes[at - 1] != ':') {
      return false;
    }
    for (int i = from; i < at - 1; i++) {
      if (bytes[i] == ':') {
        return false;
      }
    }
    return true;
  }

  /**
   * The quote that ends a request: followed by a status, not behind a backslash. Tomcat does not
   * mark quotes within a request, so a quote alone is no end.
   */
  private static int endOfRequest(byte[] bytes, int from, int to) {
    for (int at = from; at + 5 <= to; at++) {
      if (bytes[at] == '"'
          && bytes[at + 1] == ' '
          && LogTimes.number(bytes, at + 2, at + 5) >= 0
          && (at + 5 == to || bytes[at + 5] == ' ')
          && !escaped(bytes, from, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean escaped(byte[] bytes, int from, int at) {
    int i = at;
    while (i > from && bytes[i - 1] == '\\') {
      i--;
    }
    return (at - i) % 2 == 1;
  }

  private static void request(byte[] bytes, int from, int to, WebRow row) {
    int method = space(bytes, from, to);
    int version = to;
    for (int i = to - 1; i > method; i--) {
      if (bytes[i] == ' ') {
        version = LogHead.startsWith(bytes, i + 1, to, "http/") ? i : to;
        break;
      }
    }
    set(row, WebField.METHOD, from, method);
    dash(bytes, row, WebField.METHOD);
    int at = Math.min(version, method + 1);
    int path = behindHost(bytes, at, version);
    int query = path;
    while (query < version && bytes[query] != '?') {
      query++;
    }
    set(row, WebField.STEM, path, query);
    set(row, WebField.QUERY, Math.min(version, query + 1), version);
    set(row, WebField.VERSION, Math.min(to, version + 1), to);
  }

  /** Where the path begins in {@code http://host/path}. */
  private static int behindHost(byte[] bytes, int from, int to) {
    if (!LogHead.startsWith(bytes, from, to, "http://")
        && !LogHead.startsWith(bytes, from, to, "https://")) {
      return from;
    }
    int at = from + 8;
    while (at < to && bytes[at] != '/' && bytes[at] != '?') {
      at++;
    }
    return Math.min(at, to);
  }

  private @Nullable RejectReason answer(byte[] bytes, int from, int to, WebRow row) {
    int start = Math.min(to, from + 1);
    int end = space(bytes, start, to);
    set(row, WebField.BYTES_SENT, start, end);
    dash(bytes, row, WebField.BYTES_SENT);
    if (start == to
        || (row.isPresent(WebField.BYTES_SENT)
            && LogTimes.number(bytes, start, Math.min(end, start + 9)) < 0)) {
      return RejectReason.BAD_FORM;
    }
    int next = value(WebField.REFERER, bytes, end + 1, to, row);
    value(WebField.USER_AGENT, bytes, next, to, row);
    return null;
  }

  /** A value in quotes; one that is not closed, as of lines that were cut, goes to the end. */
  private int value(WebField field, byte[] bytes, int at, int to, WebRow row) {
    if (at >= to || bytes[at] != '"') {
      return to;
    }
    int close = closing(bytes, at + 1, to);
    fields |= bit(field);
    set(row, field, at + 1, close);
    dash(bytes, row, field);
    return close + 2;
  }

  /** The quote that ends a value: before a space or the end, not behind a backslash. */
  private static int closing(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to
        && (bytes[at] != '"'
            || (at + 1 < to && bytes[at + 1] != ' ')
            || escaped(bytes, from, at))) {
      at++;
    }
    return at;
  }

  private static int space(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != ' ') {
      at++;
    }
    return at;
  }

  private static int index(byte[] bytes, int from, int to, String text) {
    for (int at = from; at + text.length() <= to; at++) {
      int k = 0;
      while (k < text.length() && bytes[at + k] == text.charAt(k)) {
        k++;
      }
      if (k == text.length()) {
        return at;
      }
    }
    return -1;
  }

  private static boolean control(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') {
        return true;
      }
    }
    return false;
  }

  private static void set(WebRow row, WebField field, int from, int to) {
    row.start[field.ordinal()] = from;
    row.end[field.ordinal()] = to;
  }

  private static void dash(byte[] bytes, WebRow row, WebField field) {
    int at = row.start[field.ordinal()];
    if (row.end[field.ordinal()] - at == 1 && bytes[at] == '-') {
      row.end[field.ordinal()] = at;
    }
  }

  @Override
  public long fields() {
    return fields;
  }

  @Override
  public String detail(RejectReason reason, byte[] bytes, int from, int to) {
    return RowParser.shown(bytes, from, to);
  }
}
