package org.bellbuoy.register.match;

/**
 * One word of a name.
 *
 * @param text folded
 * @param kind what it does in the name
 * @param sound its {@link Phonetic} key
 */
record Token(String text, Kind kind, String sound) {
  /** What a word does in a name. */
  enum Kind {
    /** Names. */
    NAME,
    /** Names, but many have it. */
    GENERIC,
    /** A number, Roman or Arabic, or a word with digits. */
    NUMBER,
    /** One letter. */
    INITIAL,
    /** Joins names, such as "bin"; may be missing. */
    PARTICLE
  }

  static Token of(String text, Kind kind) {
    return new Token(text, kind, Phonetic.key(text));
  }

  /** How much it counts in a name. */
  double weight() {
    return switch (kind) {
      case NAME, NUMBER -> Math.min(8, Math.max(2, text.length()));
      case GENERIC -> 0.7 * Math.min(8, text.length());
      case INITIAL -> 1;
      case PARTICLE -> 0.3;
    };
  }
}
