package org.bellbuoy.register.control;

/** Which end of the intervals is counted with. */
public enum Bound {
  /** Least shares: what is certain. */
  LOW,
  /** Largest shares: what is possible. */
  HIGH
}
