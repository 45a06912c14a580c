package org.bellbuoy.core.finding;

/** What an assessment comes to, in words that people act on. */
public enum Level {
  /** The claim of the rule is well supported. */
  LIKELY,
  /** The claim is one good explanation among others. */
  POSSIBLE,
  /** The claim is weakly supported: too little spoke for it, or another explanation is better. */
  UNLIKELY,
  /** It was not possible to see well enough to say. */
  CANNOT_TELL;

  /** The level as it stands in JSON and on the command line, for example {@code cannot-tell}. */
  public String word() {
    return this == CANNOT_TELL ? "cannot-tell" : name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The level of that word.
   *
   * @throws IllegalArgumentException when there is no such level; the message lists those there are
   */
  public static Level ofWord(String word) {
    for (Level level : values()) {
      if (level.word().equals(word)) {
        return level;
      }
    }
    throw new IllegalArgumentException(
        "There is no level '" + word + "'; levels are likely, possible, unlikely, cannot-tell.");
  }
}
