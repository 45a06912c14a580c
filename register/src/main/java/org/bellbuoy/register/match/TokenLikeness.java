package org.bellbuoy.register.match;

/**
 * How two words of names met.
 *
 * @param how in one word for the explanation
 * @param likeness 0 to 1
 */
record TokenLikeness(How how, double likeness) {
  /** Ways to meet. */
  enum How {
    SAME("are the same"),
    SOUND("sound alike"),
    SPELLING("differ by a spelling"),
    INITIAL("meet as initial and name"),
    SHORT_FORM("are short and full form"),
    JOINED("are the same written together"),
    ACRONYM("meet as letters and words"),
    NUMBER_DIFFERS("are different numbers"),
    NONE("do not meet");

    private final String text;

    How(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  static final TokenLikeness NONE = new TokenLikeness(How.NONE, 0);
  private static final int SHORT_WORD = 3;
  private static final double VOWELLESS = 0.85;
  private static final TokenLikeness SAME = new TokenLikeness(How.SAME, 1);
  private static final TokenLikeness INITIAL = new TokenLikeness(How.INITIAL, 0.85);
  private static final TokenLikeness SHORT_FORM = new TokenLikeness(How.SHORT_FORM, 0.95);

  static TokenLikeness of(Token a, Token b, EntityType type, MatchOptions options) {
    if (a.text().equals(b.text())) {
      return SAME;
    }
    boolean person = type == EntityType.PERSON || type == EntityType.LEGAL_ENTITY;
    if (a.kind() == Token.Kind.INITIAL || b.kind() == Token.Kind.INITIAL) {
      return person && a.text().charAt(0) == b.text().charAt(0) ? INITIAL : NONE;
    }
    if (a.kind() == Token.Kind.NUMBER || b.kind() == Token.Kind.NUMBER) {
      return a.kind() == b.kind() && a.text().length() + b.text().length() < 16
          ? new TokenLikeness(How.NUMBER_DIFFERS, options.otherNumberLikeness())
          : NONE;
    }
    if (a.kind() == Token.Kind.PARTICLE || b.kind() == Token.Kind.PARTICLE) {
      return a.kind() == b.kind() ? new TokenLikeness(How.SOUND, 0.9) : NONE;
    }
    if (person && shortForms(a.text(), b.text())) {
      return SHORT_FORM;
    }
    return spelling(a, b, person, options);
  }

  private static TokenLikeness spelling(Token a, Token b, boolean person, MatchOptions options) {
    int shorter = Math.min(a.text().length(), b.text().length());
    int longer = Math.max(a.text().length(), b.text().length());
    boolean sound = a.sound().length() >= 2 && a.sound().equals(b.sound());
    if (sound && shorter >= SHORT_WORD && (vowelless(a.text()) || vowelless(b.text()))) {
      return new TokenLikeness(How.SOUND, VOWELLESS);
    }
    double limit =
        sound
            ? options.soundSpellingShare()
            : person ? options.personSpellingShare() : options.firmSpellingShare();
    int most = (int) Math.min(longer * limit, shorter <= 4 && !sound ? 1 : longer);
    if (!person && most == 0 && shorter >= SHORT_WORD) {
      most = 1;
    }
    if (longer - shorter > most || most == 0) {
      return NONE;
    }
    int distance = EditDistance.of(a.text(), b.text(), most);
    if (distance > most) {
      return NONE;
    }
    double likeness = 1 - (double) distance / longer;
    return sound
        ? new TokenLikeness(How.SOUND, (1 + likeness) / 2)
        : new TokenLikeness(How.SPELLING, likeness);
  }

  /** Written as in Arabic or Hebrew, where short vowels are left out. */
  private static boolean vowelless(String word) {
    return word.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
  }

  private static boolean shortForms(String a, String b) {
    if (a.charAt(0) != b.charAt(0) && !WordLists.is("short", a) && !WordLists.is("short", b)) {
      return false;
    }
    String longA = WordLists.standsFor("short", a);
    String longB = WordLists.standsFor("short", b);
    return longA.equals(longB);
  }
}
