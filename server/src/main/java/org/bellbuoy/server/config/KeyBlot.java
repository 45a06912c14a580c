package org.bellbuoy.server.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.bellbuoy.core.json.SecretText;

/**
 * Takes keys out of text that is to be quoted: runs of 20 hex digits and more, and the values of
 * attributes that hold keys or passwords. The text keeps its length. Time grows with the text.
 */
public final class KeyBlot {
  /**
   * Shorter runs of hex digits are left: tokens of assemblies have 16. Keys have 32 and more, but a
   * quote may begin or end within one.
   */
  public static final int HEX_DIGITS = SecretText.HEX_DIGITS;

  private static final char BLOT = '*';

  private static final Pattern VALUES =
      Pattern.compile(
          "(?i)(?:validationKey|decryptionKey|password|CipherValue)[\"'\\s]*[=:>]\\s*"
              + "(\"[^\"]*\"?|'[^']*'?|[^\\s\"'<>,;}]+)");

  private KeyBlot() {}

  /** The text with stars for keys. */
  public static String blot(String text) {
    char[] chars = text.toCharArray();
    Matcher values = VALUES.matcher(text);
    while (values.find()) {
      for (int i = values.start(1); i < values.end(1); i++) {
        if (chars[i] != '"' && chars[i] != '\'') {
          chars[i] = BLOT;
        }
      }
    }
    blotHex(chars, 0, chars.length, BLOT);
    return new String(chars);
  }

  /** Overwrites long runs of hex digits. */
  static void blotHex(char[] chars, int from, int to, char blot) {
    int begin = from;
    int digits = 0;
    for (int i = from; i <= to; i++) {
      char c = i < to ? chars[i] : 0;
      if (isHex(c)) {
        digits++;
      } else {
        if (digits >= HEX_DIGITS) {
          java.util.Arrays.fill(chars, begin, i, blot);
        }
        begin = i + 1;
        digits = 0;
      }
    }
  }

  static boolean isHex(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }
}
