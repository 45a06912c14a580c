package org.bellbuoy.server.event;

import org.bellbuoy.core.json.SafeText;

/** Untrusted text within a sentence. */
final class Shown {
  private static final int MOST_CHARACTERS = 60;

  private Shown() {}

  /** The text cut short and without what steers a screen, in quotes. */
  static String of(String text) {
    String cut = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    return "'" + SafeText.visible(cut).replace('\n', ' ').replace('\r', ' ') + "'";
  }
}
