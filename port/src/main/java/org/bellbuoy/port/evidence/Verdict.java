package org.bellbuoy.port.evidence;

/** What a capture says of a paragraph. None of these means that a rule is kept or broken. */
public enum Verdict {
  /** What was captured fits the claim, and enough was captured to say so. */
  SUPPORTS("supports"),
  /** Something was captured that does not fit the claim. */
  CONTRADICTS("contradicts"),
  /** Neither. */
  CANNOT_TELL("cannot tell");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** The words that stand in files and on pages. */
  public String word() {
    return word;
  }

  /** Of several that all decide: one against is enough, for it takes all. */
  static Verdict of(Iterable<Verdict> all) {
    boolean any = false;
    boolean supports = true;
    for (Verdict one : all) {
      any = true;
      if (one == CONTRADICTS) {
        return CONTRADICTS;
      }
      supports &= one == SUPPORTS;
    }
    return any && supports ? SUPPORTS : CANNOT_TELL;
  }
}
