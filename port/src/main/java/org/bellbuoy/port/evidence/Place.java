package org.bellbuoy.port.evidence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the keeper says that the capture sees all of. A capture cannot know what passes it by, so an
 * absence counts only where this was stated. The statement is told on the page and not checked.
 */
public enum Place {
  /** All that leaves or enters the network. */
  BORDER("all that leaves or enters the network"),
  /** All that passes between zones. */
  ZONES("all that passes between zones"),
  /** All that devices send. */
  DEVICES("all that devices send");

  private final String meaning;

  Place(String meaning) {
    this.meaning = meaning;
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it means, a phrase. */
  public String meaning() {
    return meaning;
  }

  /** The place of that word, null for another. */
  public static @Nullable Place of(String word) {
    for (Place place : values()) {
      if (place.word().equals(word)) {
        return place;
      }
    }
    return null;
  }
}
