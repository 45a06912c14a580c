package org.bellbuoy.server.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The path of a request in one form, so that spellings that a server takes for the same page are
 * the same bytes: percent signs decoded once, ASCII letters in lower case, {@code \} and {@code //}
 * as {@code /}, dot segments resolved, {@code ;x} and a trailing {@code /} stripped. What follows a
 * script's name ({@code /a.aspx/more}) is kept but not part of its {@link #page}. One is reused for
 * many paths: not thread safe. Paths longer than {@link #MOST_BYTES} are cut.
 */
public final class UrlPath {
  /** Longest path kept. */
  public static final int MOST_BYTES = 2048;

  /** Endings of files that a web server runs. */
  private static final Set<String> SCRIPTS =
      new TreeSet<>(
          Set.of(
              "asp", "aspx", "ashx", "asmx", "asax", "ascx", "asa", "cer", "cdx", "svc", "soap",
              "cshtml", "vbhtml", "axd", "jsp", "jspx", "jspf", "jsw", "jsv", "php", "php3", "php4",
              "php5", "php7", "phtml", "phar", "cfm", "cfml", "cfc", "cgi", "pl", "py", "war"));

  private static final long[] PACKED_SCRIPTS =
      SCRIPTS.stream().mapToLong(UrlPath::pack).sorted().toArray();

  private final byte[] bytes = new byte[MOST_BYTES];
  private int length;
  private int pageLength;
  private boolean script;
  private boolean dotted;

  /** Reads a path. Cost: one pass over its bytes, a second one where dots or semicolons stand. */
  public UrlPath read(byte[] from, int start, int end) {
    int n = 0;
    boolean semicolon = false;
    boolean dotSegment = false;
    dotted = false;
    for (int i = start; i < end && n < MOST_BYTES; i++) {
      int c = from[i];
      if (c == '%' && i + 2 < end) {
        int decoded = hex(from[i + 1]) << 4 | hex(from[i + 2]);
        if (decoded >= 0) {
          c = (byte) decoded;
          i += 2;
        }
      }
      if (c >= 'A' && c <= 'Z') {
        c += 32;
      } else if (c <= '/' || c == '\\' || c == ';') {
        if (c == '\\') {
          c = '/';
        }
        if (c == '/' && n > 0 && bytes[n - 1] == '/') {
          continue;
        }
        if (c == '.') {
          dotted = true;
          dotSegment |= n > 0 && bytes[n - 1] == '/';
        }
        semicolon |= c == ';';
      }
      bytes[n++] = (byte) c;
    }
    length = n;
    if (semicolon) {
      stripParameters();
    }
    if (dotSegment) {
      resolveDots();
    }
    if (length > 1 && bytes[length - 1] == '/') {
      length--;
    }
    findScript();
    return this;
  }

  private void stripParameters() {
    int n = 0;
    boolean inParameter = false;
    for (int i = 0; i < length; i++) {
      byte c = bytes[i];
      if (c == ';') {
        inParameter = true;
      } else if (c == '/') {
        inParameter = false;
      }
      if (!inParameter && !(c == '/' && n > 0 && bytes[n - 1] == '/')) {
        bytes[n++] = c;
      }
    }
    length = n;
  }

  private void resolveDots() {
    int n = 0;
    int i = 0;
    while (i < length) {
      int next = i + 1;
      while (next < length && bytes[next] != '/') {
        next++;
      }
      int segment = next - i;
      boolean slash = bytes[i] == '/';
      if (slash && segment == 2 && bytes[i + 1] == '.') {
        i = next;
        continue;
      }
      if (slash && segment == 3 && bytes[i + 1] == '.' && bytes[i + 2] == '.') {
        while (n > 0 && bytes[--n] != '/') {
          // back to the slash before
        }
        i = next;
        continue;
      }
      System.arraycopy(bytes, i, bytes, n, segment);
      n += segment;
      i = next;
    }
    if (n == 0 && length > 0) {
      bytes[n++] = '/';
    }
    length = n;
  }

  private void findScript() {
    script = false;
    pageLength = length;
    if (!dotted) {
      return;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[i] != '.') {
        continue;
      }
      int end = i + 1;
      long packed = 0;
      while (end < length && end - i <= 8 && bytes[end] != '/' && bytes[end] != '.') {
        packed |= (bytes[end] & 0xffL) << (8 * (end - i - 1));
        end++;
      }
      boolean whole = end == length || bytes[end] == '/';
      if (whole && Arrays.binarySearch(PACKED_SCRIPTS, packed) >= 0) {
        script = true;
        pageLength = end;
        return;
      }
    }
  }

  private static long pack(String ending) {
    long packed = 0;
    for (int i = 0; i < ending.length(); i++) {
      packed |= (long) ending.charAt(i) << (8 * i);
    }
    return packed;
  }

  private static int hex(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 32;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  /** Whether a file that the server runs is named. */
  public boolean isScript() {
    return script;
  }

  /** Whether the last segment has an ending of any kind. */
  boolean hasEnding() {
    for (int i = pageLength - 1; dotted && i >= 0 && bytes[i] != '/'; i--) {
      if (bytes[i] == '.') {
        return true;
      }
    }
    return false;
  }

  /** Whether the page, without what follows a script's name, ends so. */
  public boolean pageEndsWith(String lowerCase) {
    int at = pageLength - lowerCase.length();
    return at >= 0 && matches(at, lowerCase);
  }

  /** Whether the whole path ends so. */
  public boolean endsWith(String lowerCase) {
    int at = length - lowerCase.length();
    return at >= 0 && matches(at, lowerCase);
  }

  /** Whether the whole path begins so. */
  public boolean startsWith(String lowerCase) {
    return lowerCase.length() <= length && matches(0, lowerCase);
  }

  /** Whether the whole path holds that text. */
  public boolean contains(String lowerCase) {
    for (int i = 0; i + lowerCase.length() <= length; i++) {
      if (bytes[i] == lowerCase.charAt(0) && matches(i, lowerCase)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(int at, String lowerCase) {
    for (int i = 0; i < lowerCase.length(); i++) {
      if (bytes[at + i] != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The page: a script without what follows its name, else the whole path. */
  public String page() {
    return new String(bytes, 0, pageLength, StandardCharsets.UTF_8);
  }

  /** The whole path. */
  public String text() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** Hash of the page. */
  long pageHash() {
    return ByteHash.of(bytes, 0, pageLength);
  }

  boolean pageIs(byte[] other) {
    return Arrays.equals(bytes, 0, pageLength, other, 0, other.length);
  }

  byte[] pageBytes() {
    return Arrays.copyOf(bytes, pageLength);
  }
}
