package org.bellbuoy.core.finding;

/** Where a finding stands. */
public enum State {
  /** What it tells of still goes on, or the data ended before it did. */
  OPEN,
  /** Its span is over and it was judged on all that came. */
  FINAL,
  /** Later records showed that it did not happen. */
  WITHDRAWN
}
