package org.bellbuoy.core.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text: rounded to a fixed precision so that the last bits of floating point arithmetic
 * never change a published byte, and the same in every locale.
 */
public final class Decimals {
  private Decimals() {}

  /**
   * A number rounded to that many places after the point, trailing zeros dropped except one.
   *
   * @throws IllegalArgumentException when the number is not finite
   */
  public static String places(double value, int places) {
    return text(exact(value).setScale(places, RoundingMode.HALF_EVEN));
  }

  /**
   * A number rounded to that many significant digits.
   *
   * @throws IllegalArgumentException when the number is not finite
   */
  public static String significant(double value, int digits) {
    return text(exact(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
  }

  private static BigDecimal exact(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " is no number that can be written.");
    }
    // The shortest decimal that means this double, so 0.15 rounds as people expect.
    return new BigDecimal(Double.toString(value));
  }

  private static String text(BigDecimal value) {
    if (value.signum() == 0) {
      return "0.0";
    }
    BigDecimal shortest = value.stripTrailingZeros();
    int magnitude = shortest.precision() - shortest.scale();
    String text = magnitude > 15 || magnitude < -8 ? shortest.toString() : shortest.toPlainString();
    // A decimal point or exponent tells readers that this is a measurement, not a count.
    return text.indexOf('.') < 0 && text.indexOf('E') < 0 ? text + ".0" : text;
  }
}
