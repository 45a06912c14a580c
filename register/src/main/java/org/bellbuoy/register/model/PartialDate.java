package org.bellbuoy.register.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A day, a month or a year, as a source gave it.
 *
 * @param year from 1 to 9999
 * @param month from 1, or 0 where only the year is known
 * @param day from 1, or 0 where only the month is known
 */
public record PartialDate(int year, int month, int day) {
  public PartialDate {
    boolean real =
        year >= 1
            && year <= 9999
            && (month != 0 || day == 0)
            && month >= 0
            && month <= 12
            && YearMonth.of(year, Math.max(1, month)).isValidDay(Math.max(1, day))
            && day >= 0;
    if (!real) {
      throw new IllegalArgumentException("No date: %d-%d-%d".formatted(year, month, day));
    }
  }

  /** A whole day. */
  public static PartialDate of(LocalDate day) {
    return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** Reads {@code 2025}, {@code 2025-11} or {@code 2025-11-03}; empty for anything else. */
  public static Optional<PartialDate> parse(String text) {
    int length = text.length();
    if (length != 4 && length != 7 && length != 10) {
      return Optional.empty();
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean hyphen = i == 4 || i == 7;
      if (hyphen ? c != '-' : c < '0' || c > '9') {
        return Optional.empty();
      }
    }
    int year = Integer.parseInt(text, 0, 4, 10);
    int month = length > 4 ? Integer.parseInt(text, 5, 7, 10) : 0;
    int day = length > 7 ? Integer.parseInt(text, 8, 10, 10) : 0;
    if (year < 1 || (length > 4 && month == 0) || (length > 7 && day == 0)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PartialDate(year, month, day));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The first day it can mean. */
  public LocalDate first() {
    return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
  }

  @Override
  public String toString() {
    if (month == 0) {
      return "%04d".formatted(year);
    }
    return day == 0
        ? "%04d-%02d".formatted(year, month)
        : "%04d-%02d-%02d".formatted(year, month, day);
  }
}
