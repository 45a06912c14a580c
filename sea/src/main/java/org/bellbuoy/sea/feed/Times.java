package org.bellbuoy.sea.feed;

/** Times as feeds write them, read without making objects. A time without a zone is UTC. */
final class Times {
  static final long DAY_MILLIS = 86_400_000L;

  private Times() {}

  /** Days since 1970 of a proleptic Gregorian day; {@link Texts#BAD} when there is no such day. */
  static long day(int year, int month, int day) {
    if (year < 1970 || year > 2200 || month < 1 || month > 12 || day < 1) {
      return Texts.BAD;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    int last =
        month == 2
            ? (leap ? 29 : 28)
            : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    if (day > last) {
      return Texts.BAD;
    }
    // Years from March on, so that the leap day is a year's last.
    int y = month > 2 ? year : year - 1;
    int era = y / 400;
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  /**
   * Milliseconds since 1970 of ISO 8601 and its kin, {@code yyyyMMdd_HHmmss}, {@code dd/MM/yyyy
   * HH:mm:ss} and epoch seconds or milliseconds; {@link Texts#NONE} or {@link Texts#BAD}.
   *
   * @param dayFirst whether {@code 03/04/2016} is known to be the third of April; else it is BAD,
   *     for it can be read two ways
   */
  static long parse(byte[] b, int from, int to, boolean dayFirst) {
    int at = from;
    int end = to;
    while (at < end && b[at] == ' ') {
      at++;
    }
    while (end > at && b[end - 1] == ' ') {
      end--;
    }
    int length = end - at;
    if (length == 0) {
      return Texts.NONE;
    }
    if (length >= 15 && (b[at + 8] == '_' || b[at + 8] == 'T')) {
      return compact(b, at, end);
    }
    if (length >= 16 && (b[at + 4] == '-' || b[at + 4] == '/')) {
      long day = day(two(b, at, 4), two(b, at + 5, 2), two(b, at + 8, 2));
      boolean shaped = b[at + 7] == b[at + 4] && (b[at + 10] == 'T' || b[at + 10] == ' ');
      return shaped ? withClock(day, b, at + 11, end) : Texts.BAD;
    }
    if (length >= 16 && (b[at + 2] == '/' || b[at + 2] == '-')) {
      long day = day(two(b, at + 6, 4), two(b, at + 3, 2), two(b, at, 2));
      boolean shaped = dayFirst && b[at + 5] == b[at + 2] && b[at + 10] == ' ';
      return shaped ? withClock(day, b, at + 11, end) : Texts.BAD;
    }
    long whole = Texts.decimal(b, at, end, 0);
    if (whole < 100_000_000L || whole > 100_000_000_000_000L) {
      // Before 1973 as seconds: so small a number is no time but something else.
      return Texts.BAD;
    }
    return whole >= 100_000_000_000L ? whole : Texts.decimal(b, at, end, 3);
  }

  private static long compact(byte[] b, int at, int end) {
    long day = day(two(b, at, 4), two(b, at + 4, 2), two(b, at + 6, 2));
    long clock = clock(two(b, at + 9, 2), two(b, at + 11, 2), two(b, at + 13, 2), 0);
    boolean ended = at + 15 == end || (at + 16 == end && b[end - 1] == 'Z');
    return day == Texts.BAD || clock < 0 || !ended ? Texts.BAD : day * DAY_MILLIS + clock;
  }

  private static long withClock(long day, byte[] b, int from, int end) {
    int at = from;
    if (day == Texts.BAD || end - at < 5 || b[at + 2] != ':') {
      return Texts.BAD;
    }
    int hour = two(b, at, 2);
    int minute = two(b, at + 3, 2);
    at += 5;
    int second = 0;
    int millis = 0;
    if (at < end && b[at] == ':') {
      if (end - at < 3) {
        return Texts.BAD;
      }
      second = two(b, at + 1, 2);
      at += 3;
      if (at < end && (b[at] == '.' || b[at] == ',')) {
        at++;
        int weight = 100;
        while (at < end && b[at] >= '0' && b[at] <= '9') {
          millis += weight * (b[at] - '0');
          weight /= 10;
          at++;
        }
      }
    }
    long clock = clock(hour, minute, second, millis);
    long zone = zone(b, at, end);
    return clock < 0 || zone == Texts.BAD ? Texts.BAD : day * DAY_MILLIS + clock - zone;
  }

  /** Offset of what stands behind a time: nothing, Z, UTC, +01:00, +0100, or "+0000 UTC". */
  private static long zone(byte[] b, int from, int end) {
    int at = from;
    while (at < end && b[at] == ' ') {
      at++;
    }
    if (at == end || Texts.is(b, at, end, "z") || Texts.is(b, at, end, "utc")) {
      return 0;
    }
    if ((b[at] != '+' && b[at] != '-') || end - at < 5) {
      return Texts.BAD;
    }
    int colon = b[at + 3] == ':' ? 1 : 0;
    if (end - at < 5 + colon) {
      return Texts.BAD;
    }
    int hours = two(b, at + 1, 2);
    int minutes = two(b, at + 3 + colon, 2);
    int rest = at + 5 + colon;
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Texts.BAD;
    }
    if (rest != end && !Texts.is(b, rest, end, " utc")) {
      return Texts.BAD;
    }
    long millis = (hours * 60L + minutes) * 60_000L;
    return b[at] == '-' ? -millis : millis;
  }

  /** Milliseconds of the day; −1 when there is no such time. A leap second is the next second. */
  static long clock(int hour, int minute, int second, int millis) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return -1;
    }
    return ((hour * 60L + minute) * 60L + second) * 1000L + millis;
  }

  private static int two(byte[] b, int from, int count) {
    return from + count <= b.length ? Texts.digits(b, from, from + count) : -1;
  }
}
