package org.bellbuoy.register.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share as an interval. Kept in whole units of 10^-12, so that sums are exact and ten holders of
 * five percent hold fifty.
 *
 * @param minUnits least share, from 0 to {@link #ONE}
 * @param maxUnits largest share, from {@code minUnits} to {@link #ONE}
 * @param aboveMin whether the share is more than the least one, as in "more than 25 percent"
 * @param belowMax whether the share is less than the largest one
 */
public record Share(long minUnits, long maxUnits, boolean aboveMin, boolean belowMax) {
  /** The whole. */
  public static final long ONE = 1_000_000_000_000L;

  private static final BigDecimal UNITS_OF_PERCENT = BigDecimal.valueOf(ONE / 100);

  public Share {
    boolean empty = minUnits == maxUnits && (aboveMin || belowMax);
    if (minUnits < 0 || maxUnits > ONE || minUnits > maxUnits || empty) {
      throw new IllegalArgumentException("No share: " + minUnits + " to " + maxUnits);
    }
  }

  /** A share known exactly, as a fraction of one. */
  public static Share exactly(double fraction) {
    return between(fraction, fraction);
  }

  /** A share within two fractions of one, both included. */
  public static Share between(double min, double max) {
    return new Share(units(min), units(max), false, false);
  }

  /** Units of a percentage as written; more than ten decimals are rounded half to even. */
  public static long unitsOfPercent(BigDecimal percent) {
    return percent.multiply(UNITS_OF_PERCENT).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  private static long units(double fraction) {
    return unitsOfPercent(new BigDecimal(Double.toString(fraction)).movePointRight(2));
  }

  /** Least share to count with: one unit more where the share is more than the least. */
  public long lowUnits() {
    return aboveMin ? minUnits + 1 : minUnits;
  }

  /** Largest share to count with: one unit less where the share is less than the largest. */
  public long highUnits() {
    return belowMax ? maxUnits - 1 : maxUnits;
  }

  /** Least share as a fraction of one. */
  public double min() {
    return minUnits / (double) ONE;
  }

  /** Largest share as a fraction of one. */
  public double max() {
    return maxUnits / (double) ONE;
  }

  /** Whether one number is known. */
  public boolean exact() {
    return minUnits == maxUnits;
  }

  /** In percent, for example {@code 51 %} or {@code more than 50 to 75 %}. */
  @Override
  public String toString() {
    if (exact()) {
      return percent(minUnits) + " %";
    }
    return (aboveMin ? "more than " : "")
        + percent(minUnits)
        + " to "
        + (belowMax ? "less than " : "")
        + percent(maxUnits)
        + " %";
  }

  /** A number of units as a percentage with the decimals it needs, without the sign. */
  public static String percent(long units) {
    BigDecimal percent = BigDecimal.valueOf(units, 10).stripTrailingZeros();
    return percent.toPlainString();
  }
}
