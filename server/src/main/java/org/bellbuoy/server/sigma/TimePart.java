package org.bellbuoy.server.sigma;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A number taken out of a date, as the time modifiers do. No time zone is reckoned. */
enum TimePart {
  MINUTE,
  HOUR,
  DAY,
  WEEK,
  MONTH,
  YEAR;

  private static final int NONE = -1;

  static @Nullable TimePart of(String modifier) {
    for (TimePart part : values()) {
      if (part.name().toLowerCase(Locale.ROOT).equals(modifier)) {
        return part;
      }
    }
    return null;
  }

  /**
   * The part of a text such as {@code 2025-08-02 10:11:12}, {@code 2025-08-02T10:11Z}, {@code
   * 10:11:12} or {@code 2025-08-02}; −1 where it has none.
   */
  int in(String text) {
    String stripped = text.strip();
    boolean dated = stripped.length() >= 10 && stripped.charAt(4) == '-';
    if (this == HOUR || this == MINUTE) {
      int at = dated ? 11 : 0;
      int hour = digits(stripped, at, 2);
      int minute = at + 2 < stripped.length() ? digits(stripped, at + 3, 2) : NONE;
      boolean clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
      return !clock || stripped.charAt(at + 2) != ':' ? NONE : this == HOUR ? hour : minute;
    }
    if (!dated || stripped.charAt(7) != '-') {
      return NONE;
    }
    try {
      LocalDate date =
          LocalDate.of(digits(stripped, 0, 4), digits(stripped, 5, 2), digits(stripped, 8, 2));
      return switch (this) {
        case DAY -> date.getDayOfMonth();
        case WEEK -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        case MONTH -> date.getMonthValue();
        case YEAR, HOUR, MINUTE -> date.getYear();
      };
    } catch (DateTimeException e) {
      return NONE;
    }
  }

  private static int digits(String text, int from, int count) {
    if (from + count > text.length()) {
      return NONE;
    }
    int value = 0;
    for (int i = from; i < from + count; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return NONE;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }
}
