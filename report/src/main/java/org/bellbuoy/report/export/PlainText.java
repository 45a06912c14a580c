package org.bellbuoy.report.export;

import java.net.InetAddress;
import org.bellbuoy.core.json.SafeText;
import org.jspecify.annotations.Nullable;

/** Text from outside, made fit for formats that are read line by line. */
final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int LONGEST_ADDRESS = 45;

  private PlainText() {}

  /** On one line: nothing that steers a screen, every break and tab a blank. */
  static String line(String text) {
    StringBuilder shown = new StringBuilder(SafeText.visible(text));
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (c == '\t' || c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        shown.setCharAt(i, ' ');
      } else if (c == '\uFFFE' || c == '\uFFFF') {
        // XML 1.0 section 2.2 allows neither.
        shown.setCharAt(i, REPLACEMENT);
      }
    }
    return shown.toString();
  }

  /** At most that many characters; a cut is shown and splits no character. */
  static String clip(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + '…';
  }

  /** Small letters, digits and hyphens only: a word that STIX takes as a name of a relationship. */
  static String slug(String text) {
    StringBuilder slug = new StringBuilder();
    for (int i = 0; i < text.length() && slug.length() < 100; i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        slug.append(c);
      } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    if (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
      slug.setLength(slug.length() - 1);
    }
    return slug.isEmpty() ? "related-to" : slug.toString();
  }

  /** Whether it is an IPv4 or IPv6 address as written; no name is ever looked up. */
  static boolean isAddress(@Nullable String text) {
    if (text == null || text.length() > LONGEST_ADDRESS || text.indexOf('%') >= 0) {
      return false;
    }
    boolean four = text.chars().filter(c -> c == '.').count() == 3;
    if (!four && text.indexOf(':') < 0) {
      return false;
    }
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
