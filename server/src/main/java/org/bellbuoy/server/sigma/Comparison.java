package org.bellbuoy.server.sigma;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers are compared. */
enum Comparison {
  LT,
  LTE,
  GT,
  GTE,
  EQ,
  NEQ;

  static @Nullable Comparison of(String word) {
    for (Comparison one : values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
        return one;
      }
    }
    return null;
  }

  boolean holds(double left, double right) {
    return switch (this) {
      case LT -> left < right;
      case LTE -> left <= right;
      case GT -> left > right;
      case GTE -> left >= right;
      case EQ -> left == right;
      case NEQ -> left != right;
    };
  }

  /** The number of a text, NaN where it is none. Hexadecimal as Windows events write it. */
  static double number(String text) {
    if (text.isEmpty() || text.length() > 40) {
      return Double.NaN;
    }
    int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    boolean digits = false;
    boolean point = false;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = true;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        return hexadecimal(text);
      }
    }
    return digits ? Double.parseDouble(text) : Double.NaN;
  }

  private static double hexadecimal(String text) {
    if (text.length() < 3
        || text.length() > 18
        || text.charAt(0) != '0'
        || (text.charAt(1) | 32) != 'x') {
      return Double.NaN;
    }
    double value = 0;
    for (int i = 2; i < text.length(); i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return Double.NaN;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
