package org.bellbuoy.server.sigma;

/**
 * Letters without case. Beyond ASCII as Unicode folds them one to one, but never onto an ASCII
 * letter, so that what holds for bytes of ASCII holds for texts.
 */
final class Folding {
  private Folding() {}

  static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    char folded = Character.toLowerCase(Character.toUpperCase(c));
    return folded < 128 ? c : folded;
  }

  static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (fold(text.charAt(i)) != text.charAt(i)) {
        char[] folded = text.toCharArray();
        for (int k = i; k < folded.length; k++) {
          folded[k] = fold(folded[k]);
        }
        return new String(folded);
      }
    }
    return text;
  }
}
