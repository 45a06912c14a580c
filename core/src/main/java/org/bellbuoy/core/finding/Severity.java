package org.bellbuoy.core.finding;

/** How much it would matter if the assessment holds; says nothing of how sure the assessment is. */
public enum Severity {
  /** Worth keeping. */
  INFO,
  /** Look when there is time. */
  LOW,
  /** Look today. */
  MEDIUM,
  /** Look now. */
  HIGH
}
