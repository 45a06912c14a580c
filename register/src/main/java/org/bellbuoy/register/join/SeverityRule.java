package org.bellbuoy.register.join;

import java.util.Locale;

/** Rules by which a register moves how much a finding would matter; one step at most, all told. */
public enum SeverityRule {
  /**
   * Up: for an asset, its agreement or zone the register names one party of a role and no other.
   */
  NO_SUBSTITUTE(1),
  /** Up: whoever runs or owns the subject is also the only one named who services the asset. */
  SAME_HAND(1),
  /** Up: a certain or stated controller of the subject is of a country that the keeper named. */
  WATCHED_COUNTRY(1),
  /** Down, where no other moves it up: the subject's owner or operator is the asset's too. */
  OWN_THING(-1);

  private final int steps;

  SeverityRule(int steps) {
    this.steps = steps;
  }

  int steps() {
    return steps;
  }

  /** Its word, for example {@code no-substitute}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
