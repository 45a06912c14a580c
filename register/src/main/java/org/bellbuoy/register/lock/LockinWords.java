package org.bellbuoy.register.lock;

import java.math.BigDecimal;
import java.util.Locale;
import org.bellbuoy.register.lockin.Bounds;

/** Figures in words. */
public final class LockinWords {
  private LockinWords() {}

  /** An index from 0 to 10,000, or its range, for example {@code 6,400 to 6,800}. */
  public static String index(Bounds bounds) {
    String low = String.format(Locale.ROOT, "%,.0f", bounds.low());
    String high = String.format(Locale.ROOT, "%,.0f", bounds.high());
    return low.equals(high) ? low : low + " to " + high;
  }

  /** A share, or its range, in percent with one decimal where it needs one. */
  public static String percent(Bounds bounds) {
    String low = percent(bounds.low());
    String high = percent(bounds.high());
    return low.equals(high) ? low + " %" : low + " to " + high + " %";
  }

  /** A share in percent, without the sign. */
  public static String percent(double share) {
    return number(Math.round(share * 1000) / 10.0);
  }

  /** A number with the decimals it needs, at most four. */
  public static String number(double value) {
    BigDecimal rounded = new BigDecimal(String.format(Locale.ROOT, "%.4f", value));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
