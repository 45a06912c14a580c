package org.bellbuoy.server.log;

import java.nio.charset.StandardCharsets;

/**
 * URL paths as a server takes them, so that spellings of one path become one text: percent signs
 * decoded once, ASCII letters in lower case, backslashes and repeated slashes as one slash, {@code
 * .} and {@code ..} resolved without leaving the root, parameters behind a semicolon and slashes at
 * the end left out.
 */
public final class Paths {
  private Paths() {}

  /**
   * A path in one spelling.
   *
   * @param path without the parts named above; {@code /} for the root
   * @param encodedTwice whether percent signs with two hexadecimal digits are left after decoding
   *     once
   */
  public record Normal(String path, boolean encodedTwice) {}

  /** One spelling of a path, which has no query. */
  public static Normal normal(String path) {
    byte[] in = path.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length + 1];
    int end = normalise(in, 0, in.length, out);
    return new Normal(LogText.of(out, 0, end), encoded(out, end));
  }

  /**
   * Writes one spelling of a path.
   *
   * @param out one byte longer than the path at least
   * @return how many bytes were written
   */
  static int normalise(byte[] in, int from, int to, byte[] out) {
    Segments segments = new Segments(out);
    boolean parameter = false;
    for (int at = from; at < to; at++) {
      int c = in[at];
      if (c == '%' && hex(in, at + 1, to) >= 0 && hex(in, at + 2, to) >= 0) {
        c = hex(in, at + 1, to) << 4 | hex(in, at + 2, to);
        at += 2;
      }
      if (c == '/' || c == '\\') {
        segments.end();
        parameter = false;
      } else if (c == ';') {
        parameter = true;
      } else if (!parameter) {
        segments.put((byte) WebRow.lower((byte) c));
      }
    }
    return segments.finish();
  }

  /** Whether bytes that were decoded hold what decodes again. */
  static boolean encoded(byte[] bytes, int to) {
    for (int at = 0; at + 2 < to; at++) {
      if (bytes[at] == '%' && hex(bytes, at + 1, to) >= 0 && hex(bytes, at + 2, to) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Value of a hexadecimal digit, −1 for anything else. */
  private static int hex(byte[] bytes, int at, int to) {
    return at < to ? Character.digit(bytes[at], 16) : -1;
  }

  /** Parts between slashes as they are written. */
  private static final class Segments {
    private final byte[] out;
    private int length;
    private int start;
    private int root;

    Segments(byte[] out) {
      this.out = out;
    }

    void put(byte one) {
      out[length++] = one;
    }

    void end() {
      int bytes = length - start;
      if (bytes == 0) {
        if (length == 0) {
          out[length++] = '/';
          root = 1;
          start = 1;
        }
      } else if (bytes == 1 && out[start] == '.') {
        length = start;
      } else if (bytes == 2 && out[start] == '.' && out[start + 1] == '.') {
        length = Math.max(root, start - 1);
        while (length > root && out[length - 1] != '/') {
          length--;
        }
        start = length;
      } else {
        out[length++] = '/';
        start = length;
      }
    }

    int finish() {
      if (length > start) {
        end();
      }
      return length > 1 && out[length - 1] == '/' ? length - 1 : length;
    }
  }
}
