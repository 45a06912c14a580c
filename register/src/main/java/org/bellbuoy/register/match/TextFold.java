package org.bellbuoy.register.match;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Any text as lower-case Latin letters, digits and single spaces.
 *
 * <p>Compatibility forms are made plain (NFKD), marks go, letters of other scripts are written with
 * Latin ones by a table of our own. Dots and apostrophes vanish, so that "S.A." is one word; all
 * else that is no letter or digit parts words. A letter that the table does not know stays as it is
 * and can meet only itself.
 */
final class TextFold {
  private static final Map<Integer, String> TABLE = table();
  private static final int DEVANAGARI = 0x900;
  private static final int LAST_INDIC = 0xD7F;
  private static final int HANGUL = 0xAC00;
  private static final int LAST_HANGUL = 0xD7A3;
  private static final String[] INITIALS = {
    "k", "kk", "n", "d", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h"
  };
  private static final String[] VOWELS = {
    "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "u", "ui", "i"
  };
  private static final String[] FINALS = {
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t"
  };

  private TextFold() {}

  static String fold(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < composed.length(); ) {
      int point = composed.codePointAt(i);
      i += Character.charCount(point);
      if (point < 0x80) {
        ascii((char) point, out);
      } else {
        other(Character.toLowerCase(point), out);
      }
    }
    int end = out.length();
    return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
  }

  private static void ascii(char c, StringBuilder out) {
    if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
      out.append(c);
    } else if (c >= 'A' && c <= 'Z') {
      out.append((char) (c + 32));
    } else if (c == '&') {
      space(out);
      out.append("and ");
    } else if (c != '.' && c != '\'' && c != '`') {
      space(out);
    }
  }

  private static void other(int point, StringBuilder out) {
    if (point >= HANGUL && point <= LAST_HANGUL) {
      int syllable = point - HANGUL;
      out.append(INITIALS[syllable / 588])
          .append(VOWELS[syllable % 588 / 28])
          .append(FINALS[syllable % 28]);
      return;
    }
    String known = known(point);
    if (known != null) {
      out.append(known);
      return;
    }
    String apart = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
    for (int i = 0; i < apart.length(); ) {
      int part = apart.codePointAt(i);
      i += Character.charCount(part);
      int kind = Character.getType(part);
      if (part < 0x80) {
        ascii((char) part, out);
      } else if (isMark(kind)) {
        vowelSign(part, out);
      } else {
        String letter = known(part);
        if (letter != null) {
          out.append(letter);
        } else if (Character.isLetterOrDigit(part)) {
          out.appendCodePoint(part);
        } else if (!isQuote(part)) {
          space(out);
        }
      }
    }
  }

  private static @org.jspecify.annotations.Nullable String known(int point) {
    int asked = point;
    if (point >= DEVANAGARI && point <= LAST_INDIC) {
      asked = DEVANAGARI + (point - DEVANAGARI) % 0x80;
    } else if (point >= 0x3041 && point <= 0x3096) {
      asked = point + 0x60;
    }
    return TABLE.get(asked);
  }

  /** Vowel signs of India's scripts take the place of the vowel that a letter brings. */
  private static void vowelSign(int mark, StringBuilder out) {
    if (mark < DEVANAGARI || mark > LAST_INDIC) {
      return;
    }
    String vowel =
        switch ((mark - DEVANAGARI) % 0x80) {
          case 0x3E -> "a";
          case 0x3F, 0x40 -> "i";
          case 0x41, 0x42 -> "u";
          case 0x46, 0x47 -> "e";
          case 0x48 -> "ai";
          case 0x4A, 0x4B -> "o";
          case 0x4C -> "au";
          case 0x4D -> "";
          case 0x02 -> "an";
          default -> "a";
        };
    int end = out.length();
    if (end > 0 && out.charAt(end - 1) == 'a') {
      out.setLength(end - 1);
    }
    out.append(vowel);
  }

  private static boolean isMark(int kind) {
    return kind == Character.NON_SPACING_MARK
        || kind == Character.COMBINING_SPACING_MARK
        || kind == Character.ENCLOSING_MARK
        || kind == Character.FORMAT;
  }

  private static boolean isQuote(int point) {
    return point == 0x2019 || point == 0x2018 || point == 0x2BC || point == 0x2BB;
  }

  private static void space(StringBuilder out) {
    int end = out.length();
    if (end > 0 && out.charAt(end - 1) != ' ') {
      out.append(' ');
    }
  }

  private static Map<Integer, String> table() {
    Map<Integer, String> table = new HashMap<>();
    for (String line : WordLists.lines("transliteration.txt")) {
      String[] parts = line.split(" ", 2);
      table.put(
          parts[0].toLowerCase(Locale.ROOT).codePointAt(0), parts.length == 1 ? "" : parts[1]);
    }
    return Map.copyOf(table);
  }
}
