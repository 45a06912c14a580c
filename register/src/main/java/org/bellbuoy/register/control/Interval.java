package org.bellbuoy.register.control;

/**
 * A number that is known within bounds.
 *
 * @param low at least this
 * @param high at most this
 */
public record Interval(double low, double high) {
  /** Whether both bounds are the same to nine decimals. */
  public boolean exact() {
    return Math.abs(high - low) < 1e-9;
  }
}
