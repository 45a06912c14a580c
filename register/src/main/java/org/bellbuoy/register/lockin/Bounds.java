package org.bellbuoy.register.lockin;

/**
 * A figure of which the data give only a range.
 *
 * @param low least that the data allow
 * @param high most that they allow
 */
public record Bounds(double low, double high) {
  /** Whether the data give one figure. */
  public boolean exact() {
    return low == high;
  }
}
