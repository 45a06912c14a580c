package org.bellbuoy.sea.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Gives times of day their day. The day comes from the name {@code AIS_SBARC_yymmdd-hh.txt} or from
 * the user; after that each time lies where it is nearest to the one before, so that a line of the
 * hour before, a clock put back by minutes and midnight all come out right.
 */
final class SbarcClock {
  private static final long NEAR_MILLIS = 7_200_000L;
  private static final String PREFIX = "AIS_SBARC_";

  /** Time of the line before, or of the middle of the hour that the name tells. */
  private long last = AisRecord.NO_TIME;

  /** A time of day far from the one before, waiting for a second witness; −1 for none. */
  private long strayOfDay = -1;

  private long firstDay = AisRecord.NO_TIME;

  SbarcClock(String name, @Nullable LocalDate date) {
    int at = name.indexOf(PREFIX);
    int begin = at + PREFIX.length();
    if (at >= 0 && name.length() >= begin + 9 && name.charAt(begin + 6) == '-') {
      int year = number(name, begin);
      long day = Times.day(2000 + year, number(name, begin + 2), number(name, begin + 4));
      int hour = number(name, begin + 7);
      if (year >= 0 && day != Texts.BAD && hour >= 0 && hour < 24) {
        last = day * Times.DAY_MILLIS + hour * 3_600_000L + 1_800_000L;
      }
    }
    if (date != null) {
      long day = date.toEpochDay();
      if (last == AisRecord.NO_TIME) {
        firstDay = day;
      } else {
        // What the user says goes before the name; the name still tells the hour.
        last = day * Times.DAY_MILLIS + Math.floorMod(last, Times.DAY_MILLIS);
      }
    }
  }

  private static int number(String name, int at) {
    int tens = name.charAt(at) - '0';
    int ones = name.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1000 : tens * 10 + ones;
  }

  /** Milliseconds since 1970 of a time of day; {@link AisRecord#NO_TIME} while no day is known. */
  long at(long ofDay) {
    if (last == AisRecord.NO_TIME) {
      if (firstDay == AisRecord.NO_TIME) {
        return AisRecord.NO_TIME;
      }
      // A line of the minute before midnight at the start is left over from the day before.
      long before = ofDay >= Times.DAY_MILLIS - 60_000 ? 1 : 0;
      last = (firstDay - before) * Times.DAY_MILLIS + ofDay;
      return last;
    }
    long ahead = Math.floorMod(ofDay - last, Times.DAY_MILLIS);
    long step = ahead > Times.DAY_MILLIS / 2 ? ahead - Times.DAY_MILLIS : ahead;
    if (Math.abs(step) <= NEAR_MILLIS) {
      strayOfDay = -1;
      last += step;
      return last;
    }
    if (strayOfDay >= 0 && Math.abs(ofDay - strayOfDay) <= NEAR_MILLIS) {
      // Two lines agree: the log went on after a long silence, and logs do not go back by hours.
      strayOfDay = -1;
      last += ahead;
      return last;
    }
    strayOfDay = ofDay;
    return last + step;
  }
}
