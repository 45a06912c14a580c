package org.bellbuoy.server.log;

import org.jspecify.annotations.Nullable;

/**
 * What the header lines so far say. Never changed: a header line gives another one, so that a block
 * can be read without those before it.
 *
 * @param columns columns named last; null where none were
 * @param dayMillis day of the last {@code #Date}, {@link WebRow#NO_TIME} where there was none
 */
record LogHead(@Nullable Columns columns, long dayMillis) {
  static final LogHead NONE = new LogHead(null, WebRow.NO_TIME);

  private static final String FIELDS = "#fields:";
  private static final String DATE = "#date:";

  /** What is known after a line: this very one where the line is no header. */
  LogHead after(LogKind kind, byte[] bytes, int from, int to) {
    if (from == to) {
      return this;
    }
    if (bytes[from] != '#') {
      return comma(kind) && isNames(bytes, from, to) ? named(kind, bytes, from, to) : this;
    }
    if (kind == LogKind.ACCESS) {
      return this;
    }
    if (startsWith(bytes, from, to, FIELDS)) {
      int at = skipSpaces(bytes, from + FIELDS.length(), to);
      return named(kind, bytes, at, to);
    }
    if (startsWith(bytes, from, to, DATE)) {
      int at = skipSpaces(bytes, from + DATE.length(), to);
      long day = new LogTimes().day(bytes, at, Math.min(to, at + 10));
      return day == WebRow.NO_TIME || day == dayMillis ? this : new LogHead(columns, day);
    }
    return this;
  }

  private LogHead named(LogKind kind, byte[] bytes, int from, int to) {
    if (columns != null && columns.madeOf(bytes, from, to)) {
      return this;
    }
    Columns next = comma(kind) ? Columns.csv(bytes, from, to) : Columns.w3c(bytes, from, to);
    return new LogHead(next.count == 0 ? null : next, dayMillis);
  }

  /** Whether a line that begins with a mark says something of the rows. */
  static boolean isHeader(byte[] bytes, int from, int to) {
    return startsWith(bytes, from, to, FIELDS) || startsWith(bytes, from, to, DATE);
  }

  /** Whether a line must be looked at: by its first byte, for most are not. */
  static boolean mayBeHeader(LogKind kind, byte first) {
    return switch (kind) {
      case W3C -> first == '#' || first == 0;
      case ACCESS -> false;
      case HTTP_PROXY, ECP_SERVER, OAB_GENERATOR ->
          first == '#' || first == 0 || first == '"' || first >= 'A';
    };
  }

  /**
   * Whether a line without a mark names columns: Exchange repeats them so below its header, exports
   * begin with them. Where columns are known, the one for the time must hold its name, which no
   * visitor of the server can bring about.
   */
  boolean isNames(byte[] bytes, int from, int to) {
    if (bytes[from] < 'A' && bytes[from] != '"') {
      return false;
    }
    int column = 0;
    for (int at = from; at < to; column++) {
      int end = at;
      while (end < to && bytes[end] != ',') {
        end++;
      }
      if ((columns == null || columns.dateTimeColumn == column) && isTimeName(bytes, at, end)) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  private static boolean isTimeName(byte[] bytes, int from, int to) {
    int a = from < to && bytes[from] == '"' ? from + 1 : from;
    int b = to > a && bytes[to - 1] == '"' ? to - 1 : to;
    for (String name : WebField.DATE_TIME.names()) {
      if (b - a == name.length() && startsWith(bytes, a, b, name)) {
        return true;
      }
    }
    return false;
  }

  static boolean comma(LogKind kind) {
    return switch (kind) {
      case W3C, ACCESS -> false;
      case HTTP_PROXY, ECP_SERVER, OAB_GENERATOR -> true;
    };
  }

  /** Bytes where a line begins behind zeros that stand before it. */
  static int behindZeros(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] == 0) {
      at++;
    }
    return at;
  }

  private static int skipSpaces(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  static boolean startsWith(byte[] bytes, int from, int to, String lowerCase) {
    if (to - from < lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (WebRow.lower(bytes[from + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
