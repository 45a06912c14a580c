package org.bellbuoy.server.log;

/**
 * Dates and times of logs, to milliseconds since 1970 UTC. Keeps the day it saw last, which most
 * rows share; so each thread has its own. A value that is no date gives {@link WebRow#NO_TIME}.
 */
final class LogTimes {
  static final long DAY_MILLIS = 86_400_000L;

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private long cachedDay = Long.MIN_VALUE;
  private long cachedWord;
  private int cachedRest;

  /** A day as {@code 2025-07-18}. The array needs slack behind. */
  long day(byte[] bytes, int from, int to) {
    if (to - from != 10) {
      return WebRow.NO_TIME;
    }
    long word = Words.at(bytes, from);
    int rest = bytes[from + 8] << 8 | (bytes[from + 9] & 0xff);
    if (word == cachedWord && rest == cachedRest && cachedDay != Long.MIN_VALUE) {
      return cachedDay;
    }
    if (bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return WebRow.NO_TIME;
    }
    int year = number(bytes, from, from + 4);
    int month = number(bytes, from + 5, from + 7);
    int day = number(bytes, from + 8, from + 10);
    long millis = day(year, month, day);
    if (millis != WebRow.NO_TIME) {
      cachedDay = millis;
      cachedWord = word;
      cachedRest = rest;
    }
    return millis;
  }

  /**
   * A time of day as {@code 18:06:01}, with any fraction of seconds.
   *
   * @return milliseconds, −1 for no time of day
   */
  static int timeOfDay(byte[] bytes, int from, int to) {
    if (to - from < 8 || bytes[from + 2] != ':' || bytes[from + 5] != ':') {
      return -1;
    }
    int hour = number(bytes, from, from + 2);
    int minute = number(bytes, from + 3, from + 5);
    int second = number(bytes, from + 6, from + 8);
    // A leap second is the last of its minute here, as in Windows.
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return -1;
    }
    int millis = ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000;
    if (to - from == 8) {
      return millis;
    }
    if (bytes[from + 8] != '.' || to - from == 9) {
      return -1;
    }
    int fraction = 0;
    for (int i = 0; i < 3 || from + 9 + i < to; i++) {
      int digit = from + 9 + i < to ? bytes[from + 9 + i] - '0' : 0;
      if (digit < 0 || digit > 9) {
        return -1;
      }
      fraction = i < 3 ? fraction * 10 + digit : fraction;
    }
    return millis + fraction;
  }

  /** Day and time in one: a T or a space between, then nothing, Z or an offset. */
  long instant(byte[] bytes, int from, int to) {
    if (to - from < 19 || (bytes[from + 10] != 'T' && bytes[from + 10] != ' ')) {
      return WebRow.NO_TIME;
    }
    int end = to;
    long zone = 0;
    if (bytes[to - 1] == 'Z') {
      end = to - 1;
    } else if (to - from >= 25 && bytes[to - 3] == ':' && sign(bytes[to - 6]) != 0) {
      int hours = number(bytes, to - 5, to - 3);
      int minutes = number(bytes, to - 2, to);
      if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) {
        return WebRow.NO_TIME;
      }
      zone = sign(bytes[to - 6]) * (hours * 60L + minutes) * 60_000;
      end = to - 6;
    }
    long day = day(bytes, from, from + 10);
    int time = timeOfDay(bytes, from + 11, end);
    return day == WebRow.NO_TIME || time < 0 ? WebRow.NO_TIME : day + time - zone;
  }

  /** A time as {@code 17/May/2015:10:05:03 +0000}. */
  static long accessTime(byte[] bytes, int from, int to) {
    if (to - from != 26
        || bytes[from + 2] != '/'
        || bytes[from + 6] != '/'
        || bytes[from + 11] != ':'
        || bytes[from + 20] != ' '
        || sign(bytes[from + 21]) == 0) {
      return WebRow.NO_TIME;
    }
    long day =
        day(
            number(bytes, from + 7, from + 11),
            month(bytes, from + 3),
            number(bytes, from, from + 2));
    int time = timeOfDay(bytes, from + 12, from + 20);
    int hours = number(bytes, from + 22, from + 24);
    int minutes = number(bytes, from + 24, from + 26);
    if (day == WebRow.NO_TIME || time < 0 || hours < 0 || hours > 14 || minutes < 0) {
      return WebRow.NO_TIME;
    }
    return day + time - sign(bytes[from + 21]) * (hours * 60L + minutes) * 60_000;
  }

  private static int month(byte[] bytes, int from) {
    for (int m = 0; m < 12; m++) {
      if (WebRow.lower(bytes[from]) == MONTHS.charAt(3 * m)
          && WebRow.lower(bytes[from + 1]) == MONTHS.charAt(3 * m + 1)
          && WebRow.lower(bytes[from + 2]) == MONTHS.charAt(3 * m + 2)) {
        return m + 1;
      }
    }
    return -1;
  }

  private static int sign(byte character) {
    return character == '+' ? 1 : character == '-' ? -1 : 0;
  }

  /** A number of digits only, −1 for anything else. */
  static int number(byte[] bytes, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Days from civil date, by Howard Hinnant's algorithm for the proleptic Gregorian calendar. */
  private static long day(int year, int month, int day) {
    if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
      return WebRow.NO_TIME;
    }
    int shifted = month <= 2 ? year - 1 : year;
    int era = shifted / 400;
    int yearOfEra = shifted - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return (era * 146_097L + dayOfEra - 719_468) * DAY_MILLIS;
  }

  private static int daysOf(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
