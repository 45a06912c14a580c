package org.bellbuoy.register.match;

/** What kind of thing a name stands for, as far as matching cares. */
public enum EntityType {
  /** A human being. */
  PERSON("person"),
  /** A company of any legal form. */
  COMPANY("company"),
  /** An organisation that is no company, such as a ministry or an association. */
  ORGANIZATION("organisation"),
  /** A person or an organisation; the source does not say which. */
  LEGAL_ENTITY("legal entity"),
  /** A ship. */
  VESSEL("vessel");

  private final String text;

  EntityType(String text) {
    this.text = text;
  }

  /** In words. */
  String text() {
    return text;
  }

  /** Whether one thing can be of both types. Companies and organisations are told apart loosely. */
  boolean compatible(EntityType other) {
    if (this == other) {
      return true;
    }
    return this != VESSEL
        && other != VESSEL
        && (this == LEGAL_ENTITY || other == LEGAL_ENTITY || (this != PERSON && other != PERSON));
  }
}
