package org.bellbuoy.core.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what may be a key or a password out of text that is to be kept or shown: runs of 20
 * hexadecimal digits and more, and values that are named so. Digests fall to it too. Cost grows
 * with the text; thread safe.
 */
public final class SecretText {
  /**
   * Shorter runs are left: tokens of assemblies have 16 digits. Keys have 32 and more, but a text
   * may begin or end within one.
   */
  public static final int HEX_DIGITS = 20;

  private static final String MARK = "[blotted]";

  // In a query, a command line or a configuration. All loops are over one class of characters.
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:(?:validationkey|decryptionkey|password|ciphervalue)[\"']?(?:\\s|%20|\\+)?"
              + "(?:=|:|>|%3d)\\s?|-(?:validationkey|decryptionkey)\\s)"
              + "[\"']?([^\\s\"'<>,;&}]++)",
          Pattern.CASE_INSENSITIVE);

  private SecretText() {}

  /** The text with a mark for each that may be secret; the same object where there is none. */
  public static String blot(String text) {
    String named = text;
    Matcher values = NAMED.matcher(text);
    if (values.find()) {
      StringBuilder out = new StringBuilder();
      int from = 0;
      do {
        out.append(text, from, values.start(1)).append(MARK);
        from = values.end(1);
      } while (values.find());
      named = out.append(text, from, text.length()).toString();
    }
    return hex(named);
  }

  private static String hex(String text) {
    StringBuilder out = null;
    int copied = 0;
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.digit(text.charAt(i), 16) >= 0) {
        continue;
      }
      if (i - begin >= HEX_DIGITS) {
        out = out == null ? new StringBuilder() : out;
        out.append(text, copied, begin).append(MARK);
        copied = i;
      }
      begin = i + 1;
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  /**
   * The text blotted, then cut: a key that is cut first may be too short to be told.
   *
   * @param most characters; a mark at the end is left out rather than cut
   */
  public static String cut(String text, int most) {
    String blotted = blot(text);
    if (blotted.length() <= most) {
      return blotted;
    }
    int mark = blotted.lastIndexOf(MARK, most - 1);
    return blotted.substring(0, mark >= 0 && mark + MARK.length() > most ? mark : most);
  }

  /** Whether something was taken out, so that the text is no longer the very bytes. */
  public static boolean isBlotted(String text) {
    return text.contains(MARK);
  }
}
