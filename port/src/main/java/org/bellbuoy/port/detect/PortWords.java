package org.bellbuoy.port.detect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers, spans and times in the words of findings. */
public final class PortWords {
  static final long SECOND = 1_000_000_000L;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private PortWords() {}

  /** A span such as {@code 3 h 05 min}, {@code 12 min}, {@code 1.5 s} or {@code 2 d 4 h}. */
  public static String span(long nanos) {
    if (nanos < 10 * SECOND) {
      return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }
    long minutes = Math.round(nanos / (double) MINUTE);
    if (nanos < 2 * MINUTE) {
      return Math.round(nanos / 1e9) + " s";
    }
    if (minutes < 60) {
      return minutes + " min";
    }
    return minutes < 48 * 60
        ? String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60)
        : String.format(Locale.ROOT, "%d d %d h", minutes / 1440, minutes % 1440 / 60);
  }

  /** A span to the second, such as {@code 40 min 30 s}; from an hour on to the minute. */
  public static String exactSpan(long nanos) {
    long seconds = nanos / SECOND;
    if (nanos < MINUTE || nanos >= HOUR) {
      return span(nanos);
    }
    return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
  }

  /** A unit that is written for many, as it is said of so many: of one without its s. */
  public static String unit(double count, String unit) {
    boolean one = count == 1 && unit.length() > 3 && unit.endsWith("s");
    return !one ? unit : unit.substring(0, unit.length() - (unit.endsWith("sses") ? 2 : 1));
  }

  /** One or many. */
  public static String count(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }

  /** How often. */
  public static String times(long count) {
    return count == 1 ? "once" : String.format(Locale.ROOT, "%,d times", count);
  }

  /** A time to the second, in UTC. */
  public static String time(long epochNanos) {
    return instant(epochNanos).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A time to the nanosecond. */
  public static Instant instant(long epochNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND));
  }

  /** Number of the day since 1970, in UTC. */
  static long day(long epochNanos) {
    return Math.floorDiv(epochNanos, DAY);
  }
}
