package org.bellbuoy.server.event;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as exports write them: ISO 8601 with a T or a space, any fraction, with or without a zone;
 * whole seconds, milli- or microseconds since 1970; {@code /Date(…)/} of PowerShell.
 */
final class EventTimes {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d{1,18}))?"
              + " ?(Z|UTC|[+-]\\d\\d(?::?\\d\\d)?)?");
  private static final Pattern DATE = Pattern.compile("/Date\\((-?\\d{1,16})(?:[+-]\\d{4})?\\)/");

  private EventTimes() {}

  /**
   * Milliseconds since 1970 UTC, {@link WindowsEvent#NO_TIME} where the text is no time.
   *
   * @param zone of a time that tells none; the earlier of two where the clock was put back
   */
  static long epochMillis(String text, ZoneId zone) {
    String trimmed = text.strip();
    if (trimmed.length() > 64) {
      return WindowsEvent.NO_TIME;
    }
    Matcher iso = ISO.matcher(trimmed);
    if (iso.matches()) {
      return ofIso(iso, zone);
    }
    Matcher date = DATE.matcher(trimmed);
    if (date.matches()) {
      return Long.parseLong(date.group(1));
    }
    long number = EventDraft.whole(trimmed, Long.MAX_VALUE);
    return number < 0 ? WindowsEvent.NO_TIME : ofNumber(number);
  }

  private static long ofNumber(long number) {
    // Seconds of today have ten digits, milliseconds thirteen, microseconds sixteen.
    if (number < 100_000_000_000L) {
      return number * 1000;
    }
    return number < 100_000_000_000_000L ? number : number / 1000;
  }

  private static long ofIso(Matcher iso, ZoneId zone) {
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(iso, 1),
              number(iso, 2),
              number(iso, 3),
              number(iso, 4),
              number(iso, 5),
              number(iso, 6),
              millis(iso.group(7)) * 1_000_000);
      String told = iso.group(8);
      ZoneId used =
          told == null
              ? zone
              : told.equals("Z") || told.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(told);
      return time.atZone(used).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      return WindowsEvent.NO_TIME;
    }
  }

  private static int number(Matcher iso, int group) {
    return Integer.parseInt(iso.group(group));
  }

  private static int millis(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3));
  }
}
