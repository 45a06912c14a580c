package org.bellbuoy.register.match;

/**
 * The sound of a Latin word, roughly and without a language: letters that spellings exchange count
 * as one, vowels count only where a word begins with one. Made for spellings of names carried over
 * from other scripts.
 */
final class Phonetic {
  private Phonetic() {}

  static String key(String word) {
    StringBuilder out = new StringBuilder(word.length());
    int i = 0;
    while (i < word.length()) {
      char c = word.charAt(i);
      char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
      char sound = sound(c, next);
      if (sound == 'a') {
        if (i == 0) {
          out.append('a');
        }
      } else if (sound != 0 && (out.isEmpty() || out.charAt(out.length() - 1) != sound)) {
        out.append(sound);
      }
      i += next == 'h' && isTwo(c) ? 2 : 1;
    }
    return out.toString();
  }

  private static boolean isTwo(char c) {
    return c == 's' || c == 'c' || c == 'k' || c == 'z' || c == 'p' || c == 't' || c == 'g'
        || c == 'd';
  }

  private static char sound(char c, char next) {
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> 'a';
      case 'h' -> 0;
      case 'c' -> next == 'h' ? 'C' : next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
      case 'q', 'k', 'x' -> 'k';
      case 'z' -> next == 'h' ? 'j' : 's';
      case 's' -> next == 'h' ? 'S' : 's';
      case 'w', 'v' -> 'v';
      case 'p' -> next == 'h' ? 'f' : 'p';
      default -> c;
    };
  }
}
