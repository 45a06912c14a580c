package org.bellbuoy.port.evidence;

import java.util.Locale;

/** What the number and the paraphrase of a paragraph rest on. */
public enum Basis {
  /** The rule's own text was read. */
  TEXT("the rule's text was read"),
  /** Other people's texts name number and subject. */
  CITED("named so by texts of others; check number and wording"),
  /** General knowledge or a weak source. */
  UNCONFIRMED("not confirmed; check number and wording"),
  /** The keeper's own words. */
  OWN("as the keeper of this checklist wrote it");

  private final String meaning;

  Basis(String meaning) {
    this.meaning = meaning;
  }

  /** The word in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it means, a phrase. */
  public String meaning() {
    return meaning;
  }
}
