package org.bellbuoy.core.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what may be a key or a password out of text that is to be kept or shown: runs of 20
 * hexadecimal digits and more, plain or percent-encoded, but for names of files; runs of encoded
 * bytes that are no text; and values that are named so. Digests fall to it too. Cost grows with the
 * text; thread safe.
 */
public final class SecretText {
  /**
   * Shorter runs are left: tokens of assemblies have 16 digits. Keys have 32 and more, but a text
   * may begin or end within one.
   */
  public static final int HEX_DIGITS = 20;

  /** Encoded bytes in a row that are no text. */
  private static final int RAW_BYTES = 12;

  /** Of a file's name, with its dot. */
  private static final int LONGEST_ENDING = 10;

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
    for (int i = 0; i < text.length(); ) {
      int digits = 0;
      int end = i;
      for (int step = digit(text, end); step > 0; step = digit(text, end)) {
        digits++;
        end += step;
      }
      int raw = digits > 0 ? 0 : rawEnd(text, i);
      boolean secret = digits >= HEX_DIGITS ? !isName(text, i, end) : raw > 0;
      end = raw > 0 ? raw : end;
      if (secret) {
        out = out == null ? new StringBuilder() : out;
        out.append(text, copied, i).append(MARK);
        copied = end;
      }
      i = Math.max(end, i + 1);
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  /** Characters that a hexadecimal digit takes there, plain or percent-encoded; 0 for none. */
  private static int digit(String text, int at) {
    if (at >= text.length()) {
      return 0;
    }
    if (isDigit(text.charAt(at))) {
      return 1;
    }
    return isEncoded(text, at) && isDigit((char) encoded(text, at)) ? 3 : 0;
  }

  private static boolean isDigit(char c) {
    return c < 128 && Character.digit(c, 16) >= 0;
  }

  private static boolean isEncoded(String text, int at) {
    return text.charAt(at) == '%'
        && at + 2 < text.length()
        && isDigit(text.charAt(at + 1))
        && isDigit(text.charAt(at + 2));
  }

  private static int encoded(String text, int at) {
    return Character.digit(text.charAt(at + 1), 16) * 16 + Character.digit(text.charAt(at + 2), 16);
  }

  /** End of a run of encoded bytes that is no text, as a key in percent signs is; 0 for none. */
  private static int rawEnd(String text, int at) {
    int end = at;
    while (end < text.length() && isEncoded(text, end)) {
      end += 3;
    }
    if (end - at < 3 * RAW_BYTES) {
      return 0;
    }
    byte[] bytes = new byte[(end - at) / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) encoded(text, at + 3 * i);
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return 0;
    } catch (CharacterCodingException e) {
      return end;
    }
  }

  /**
   * Whether digits are the name of a file, as {@code /layouts/<32 digits>.aspx}: shells are named
   * so, and who is to find them needs the name. No key stands before an ending.
   */
  private static boolean isName(String text, int from, int to) {
    boolean begins = from == 0 || text.charAt(from - 1) == '/' || text.charAt(from - 1) == '\\';
    int end = to + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return begins
        && to < text.length()
        && text.charAt(to) == '.'
        && end - to >= 3
        && end - to <= LONGEST_ENDING;
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
