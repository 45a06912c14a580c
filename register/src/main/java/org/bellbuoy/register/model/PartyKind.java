package org.bellbuoy.register.model;

/** What a party is. */
public enum PartyKind {
  /** A company or another body with legal personality. */
  COMPANY,
  /** A natural person. */
  PERSON,
  /** A state. */
  STATE,
  /** A ministry, agency or other body of a state. */
  STATE_BODY,
  /** An investment fund. */
  FUND,
  /** A trust, partnership or contract through which several hold together. */
  ARRANGEMENT,
  /** Somebody who is identified, but whose name is withheld. */
  ANONYMOUS,
  /** Somebody holds it and the source does not know who; never counted as one and the same. */
  UNKNOWN;

  /** Whether nobody can be named: such a party is never counted as somebody who controls. */
  public boolean unnamed() {
    return this == UNKNOWN || this == ANONYMOUS;
  }

  /** Whether it is a state or an organ of one. */
  public boolean ofState() {
    return this == STATE || this == STATE_BODY;
  }
}
