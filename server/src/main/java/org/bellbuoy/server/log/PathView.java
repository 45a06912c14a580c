package org.bellbuoy.server.log;

/**
 * The path of a row in one spelling (see {@link Paths}) to be compared without making text of it.
 * Most paths need no change, which is found in one pass; only the others are written anew. Used
 * again for each row by one thread. All texts to compare with are in lower case.
 */
public final class PathView {
  private byte[] scratch = new byte[256];
  private byte[] bytes = scratch;
  private int from;
  private int to;
  private boolean rewritten;

  /** Looks at a field that is a path: {@link WebField#STEM}. */
  public PathView of(WebRow row, WebField field) {
    int start = Math.max(0, row.start[field.ordinal()]);
    return look(row.bytes, start, Math.max(start, row.end[field.ordinal()]));
  }

  /**
   * Looks at the path of a field that is an address, with or without scheme and host, query or
   * fragment: {@link WebField#REFERER}.
   */
  public PathView ofUrl(WebRow row, WebField field) {
    byte[] in = row.bytes;
    int start = Math.max(0, row.start[field.ordinal()]);
    int end = Math.max(start, row.end[field.ordinal()]);
    int last = start;
    while (last < end && in[last] != '?' && in[last] != '#') {
      last++;
    }
    for (int at = start; at + 2 < last && in[at] != '/'; at++) {
      if (in[at] == ':' && in[at + 1] == '/' && in[at + 2] == '/') {
        start = at + 3;
        while (start < last && in[start] != '/') {
          start++;
        }
        break;
      }
    }
    return look(in, start, last);
  }

  private PathView look(byte[] in, int start, int end) {
    bytes = in;
    from = start;
    to = end;
    rewritten = !plain(in, start, end);
    if (rewritten) {
      if (scratch.length <= end - start) {
        scratch = new byte[2 * (end - start) + 1];
      }
      to = Paths.normalise(in, start, end, scratch);
      bytes = scratch;
      from = 0;
    }
    return this;
  }

  /** Whether nothing but the case of letters would change. */
  private static boolean plain(byte[] in, int start, int end) {
    byte before = '/';
    for (int at = start; at < end; at++) {
      byte c = in[at];
      boolean odd =
          switch (c) {
            case '%', ';', '\\' -> true;
            case '/' -> at > start && before == '/';
            case '.' -> before == '/';
            default -> false;
          };
      if (odd) {
        return false;
      }
      before = c;
    }
    return end - start <= 1 || before != '/';
  }

  /** Whether the path ends with that. */
  public boolean endsWith(String lowerCase) {
    return matches(to - lowerCase.length(), lowerCase);
  }

  /** Whether the path begins with that. */
  public boolean startsWith(String lowerCase) {
    return matches(from, lowerCase);
  }

  /** Whether the path is that. */
  public boolean is(String lowerCase) {
    return to - from == lowerCase.length() && matches(from, lowerCase);
  }

  /** Whether the path holds that. */
  public boolean contains(String lowerCase) {
    for (int at = from; at + lowerCase.length() <= to; at++) {
      if (matches(at, lowerCase)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(int at, String lowerCase) {
    int length = lowerCase.length();
    if (at < from || at + length > to) {
      return false;
    }
    // From the end: paths of one server share their beginning.
    for (int i = length - 1; i >= 0; i--) {
      if (WebRow.lower(bytes[at + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Length in bytes. */
  public int length() {
    return to - from;
  }

  /** One byte, in lower case, unsigned. */
  public int at(int index) {
    return WebRow.lower(bytes[from + index]);
  }

  /** Whether percent signs with two hexadecimal digits were left after decoding once. */
  public boolean encodedTwice() {
    return rewritten && Paths.encoded(bytes, to);
  }

  /** The path as text, of which a copy is made. */
  public String text() {
    byte[] lower = new byte[to - from];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = (byte) WebRow.lower(bytes[from + i]);
    }
    return LogText.of(lower, 0, lower.length);
  }
}
