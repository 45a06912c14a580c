package org.bellbuoy.register.model;

/** How far a statement can be relied on, as whoever entered it judged. */
public enum Confidence {
  /** The source itself, or two that are independent. */
  HIGH,
  /** One source at second hand. */
  MEDIUM,
  /** Doubtful. */
  LOW,
  /** Nobody said. */
  UNKNOWN
}
