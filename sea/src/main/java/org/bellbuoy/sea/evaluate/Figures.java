package org.bellbuoy.sea.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bellbuoy.core.json.Decimals;
import org.jspecify.annotations.Nullable;

/** Figures as they stand in tables for people. */
final class Figures {
  /** Where there are too few silences or vessels. */
  static final String NOT_ENOUGH = "not enough";

  private Figures() {}

  /** A share to three places. */
  static String three(double value) {
    String text = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    return text.equals("-0.000") ? "0.000" : text;
  }

  /** A share to three places, or what is said where there is none. */
  static String three(@Nullable Double value, String none) {
    return value == null ? none : three((double) value);
  }

  /** A difference with its sign. */
  static String signed(double value) {
    String text = three(value);
    return text.startsWith("-") || text.equals("0.000") ? text : "+" + text;
  }

  /** An interval, or that there is not enough. */
  static String interval(@Nullable Interval interval) {
    return interval == null ? NOT_ENOUGH : three(interval.low()) + " to " + three(interval.high());
  }

  /** A score or probability as short as it can be told. */
  static String score(double value) {
    return Decimals.significant(value, 4);
  }

  /** A share in per cent, such as {@code 1 %}. */
  static String percent(double share) {
    String text = Decimals.significant(share * 100, 4);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
  }
}
