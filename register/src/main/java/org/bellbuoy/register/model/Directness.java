package org.bellbuoy.register.model;

/** Whether others stand between holder and target. */
public enum Directness {
  /** Nobody stands between. */
  DIRECT,
  /** Held through others. Such a share is the sum of a chain and never enters the arithmetic. */
  INDIRECT,
  /** The source does not say. Counted as direct, and told. */
  UNKNOWN
}
