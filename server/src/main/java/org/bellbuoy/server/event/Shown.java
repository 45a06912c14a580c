package org.bellbuoy.server.event;

import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.json.SecretText;

/** Untrusted text within a sentence. */
final class Shown {
  private static final int MOST_CHARACTERS = 60;

  private Shown() {}

  /** The text cut short and without what steers a screen, in quotes. */
  static String of(String text) {
    String cut =
        SecretText.cut(text, MOST_CHARACTERS) + (text.length() <= MOST_CHARACTERS ? "" : "…");
    return "'" + SafeText.visible(cut).replace('\n', ' ').replace('\r', ' ') + "'";
  }
}
