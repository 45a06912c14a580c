package org.bellbuoy.core.json;

/** Untrusted text made fit for writing. */
public final class SafeText {
  private static final char REPLACEMENT = '\uFFFD';

  private SafeText() {}

  /** The text with every lone surrogate replaced, so that it is valid in any UTF encoding. */
  public static String wellFormed(String text) {
    StringBuilder repaired = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (repaired == null) {
        repaired = new StringBuilder(text);
      }
      repaired.setCharAt(i, REPLACEMENT);
    }
    return repaired == null ? text : repaired.toString();
  }

  /**
   * The text without anything that would steer a screen: control characters other than tab and line
   * ends, and characters that reorder text, are replaced.
   */
  public static String visible(String text) {
    StringBuilder shown = new StringBuilder(wellFormed(text));
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      boolean kept = c == '\t' || c == '\n' || c == '\r';
      if (!kept && (Character.isISOControl(c) || reorders(c))) {
        shown.setCharAt(i, REPLACEMENT);
      }
    }
    return shown.toString();
  }

  /** Whether a character embeds, overrides or isolates text direction. */
  static boolean reorders(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
