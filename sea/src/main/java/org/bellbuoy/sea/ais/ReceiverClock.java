package org.bellbuoy.sea.ais;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Time and place of a moving receiver by its own {@code $--RMC} sentences, and PGHP times. */
final class ReceiverClock {
  private static final long STALE_MILLIS = 60_000;
  private static final long DAY_MILLIS = 86_400_000;

  private final int[] starts = new int[32];

  // Nearly all sentences are of the day of the one before.
  private long knownDate;
  private long knownDay;
  private long positionMillis = NmeaContext.UNKNOWN_MILLIS;

  long epochMillis = NmeaContext.UNKNOWN_MILLIS;
  int latitudeE7 = NmeaContext.UNKNOWN_E7;
  int longitudeE7 = NmeaContext.UNKNOWN_E7;
  long hearMillis;
  int hearStation;

  /** Reads RMC fields from the first comma to the star; gives the fault, or null. */
  @Nullable String rmc(byte[] buffer, int from, int star) {
    int fields = split(buffer, from, star);
    if (fields < 9) {
      return "RMC with " + fields + " fields";
    }
    boolean valid = starts[2] - starts[1] == 2 && buffer[starts[1]] == 'A';
    long millis = time(buffer);
    if (millis < 0) {
      if (valid) {
        return "RMC time or date: " + Ascii.quote(buffer, from + 1, star);
      }
      lose();
      epochMillis = NmeaContext.UNKNOWN_MILLIS;
      return null;
    }
    if (valid) {
      epochMillis = millis;
      position(buffer, millis);
    } else {
      // Without a fix the clock runs on, but one that was never set, or leaps, is not believed.
      boolean runsOn =
          epochMillis >= 0 && millis >= epochMillis && millis - epochMillis < DAY_MILLIS;
      epochMillis = runsOn ? millis : NmeaContext.UNKNOWN_MILLIS;
      lose();
    }
    return null;
  }

  private void position(byte[] buffer, long millis) {
    long latitude = angle(buffer, 2, 'N', 'S', 90);
    long longitude = angle(buffer, 4, 'E', 'W', 180);
    if (latitude != NmeaContext.UNKNOWN_MILLIS && longitude != NmeaContext.UNKNOWN_MILLIS) {
      latitudeE7 = (int) latitude;
      longitudeE7 = (int) longitude;
      positionMillis = millis;
    } else if (positionMillis != NmeaContext.UNKNOWN_MILLIS
        && Math.abs(millis - positionMillis) > STALE_MILLIS) {
      lose();
    }
  }

  private void lose() {
    latitudeE7 = NmeaContext.UNKNOWN_E7;
    longitudeE7 = NmeaContext.UNKNOWN_E7;
    positionMillis = NmeaContext.UNKNOWN_MILLIS;
  }

  private long time(byte[] buffer) {
    int clock = starts[0];
    int clockEnd = starts[1] - 1;
    int dot = Ascii.indexOf(buffer, clock, clockEnd, '.');
    long hms = dot - clock == 6 ? Ascii.number(buffer, clock, dot) : -1;
    long dmy = starts[9] - 1 - starts[8] == 6 ? Ascii.number(buffer, starts[8], starts[9] - 1) : -1;
    if (hms < 0 || dmy < 0) {
      return -1;
    }
    int year = (int) (dmy % 100);
    long millis = 0;
    for (int i = dot + 1, unit = 100; i < clockEnd && unit > 0; i++, unit /= 10) {
      int digit = buffer[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      millis += (long) digit * unit;
    }
    long start =
        millis(
            year < 80 ? 2000 + year : 1900 + year,
            dmy / 100 % 100,
            dmy / 10_000,
            hms / 10_000,
            hms / 100 % 100,
            hms % 100);
    return start < 0 ? -1 : start + millis;
  }

  private long millis(long year, long month, long day, long hour, long minute, long second) {
    boolean clock =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
    if (!clock || year < 1970 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
      return -1;
    }
    long date = (year << 9) | (month << 5) | day;
    if (date != knownDate) {
      if (day > YearMonth.of((int) year, (int) month).lengthOfMonth()) {
        return -1;
      }
      knownDate = date;
      knownDay = LocalDate.of((int) year, (int) month, (int) day).toEpochDay();
    }
    return ((knownDay * 24 + hour) * 60 + minute) * 60_000 + second * 1000;
  }

  /** {@code dddmm.mmmm,N} in 1e-7 degrees. */
  private long angle(byte[] buffer, int field, char plus, char minus, int limit) {
    int from = starts[field];
    int to = starts[field + 1] - 1;
    int dot = Ascii.indexOf(buffer, from, to, '.');
    long whole = Ascii.number(buffer, from, dot);
    int signEnd = starts[field + 2] - 1;
    if (whole < 0 || whole % 100 > 59 || signEnd - starts[field + 1] != 1) {
      return NmeaContext.UNKNOWN_MILLIS;
    }
    long minutesE7 = whole % 100 * 10_000_000;
    long unit = 1_000_000;
    for (int i = dot + 1; i < to; i++, unit /= 10) {
      int digit = buffer[i] - '0';
      if (digit < 0 || digit > 9) {
        return NmeaContext.UNKNOWN_MILLIS;
      }
      minutesE7 += digit * unit;
    }
    long angle = whole / 100 * 10_000_000 + (minutesE7 + 30) / 60;
    byte sign = buffer[starts[field + 1]];
    if (whole > 18_000 || angle > limit * 10_000_000L || (sign != plus && sign != minus)) {
      return NmeaContext.UNKNOWN_MILLIS;
    }
    return sign == plus ? angle : -angle;
  }

  /** Reads {@code $PGHP,1,y,m,d,h,m,s,ms,country,region,base,online,ck}; the fault, or null. */
  @Nullable String pghp(byte[] buffer, int from, int star, StationTable stations) {
    int fields = split(buffer, from, star);
    if (fields < 11) {
      return "PGHP with " + fields + " fields";
    }
    long start =
        millis(
            field(buffer, 1),
            field(buffer, 2),
            field(buffer, 3),
            field(buffer, 4),
            field(buffer, 5),
            field(buffer, 6));
    long thousandths = field(buffer, 7);
    if (start < 0 || thousandths < 0 || thousandths > 999) {
      return "PGHP time: " + Ascii.quote(buffer, from + 1, star);
    }
    hearMillis = start + thousandths;
    hearStation = stations.intern(buffer, starts[10], starts[11] - 1);
    return null;
  }

  private long field(byte[] buffer, int index) {
    return Ascii.number(buffer, starts[index], starts[index + 1] - 1);
  }

  /** Starts of the fields behind the comma at {@code from}; one more marks the end. */
  private int split(byte[] buffer, int from, int star) {
    int fields = 0;
    for (int i = from; i < star && fields < starts.length - 1; i++) {
      if (buffer[i] == ',') {
        starts[fields++] = i + 1;
      }
    }
    starts[fields] = star + 1;
    return fields;
  }
}
