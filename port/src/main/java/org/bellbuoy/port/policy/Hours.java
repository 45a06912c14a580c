package org.bellbuoy.port.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the week, in the policy's time zone.
 *
 * @param days on which they begin
 * @param from first moment of the day
 * @param to end, not included; at or before {@code from} on the next day
 * @param text as it was written
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, String text) {
  private static final List<String> NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  public Hours {
    days = Set.copyOf(days);
  }

  /** Whether a moment is within. */
  public boolean contains(long epochNanos, ZoneId zone) {
    ZonedDateTime at =
        Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, 1_000_000_000L),
                Math.floorMod(epochNanos, 1_000_000_000L))
            .atZone(zone);
    LocalTime time = at.toLocalTime();
    if (from.isBefore(to)) {
      return days.contains(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
    }
    return (days.contains(at.getDayOfWeek()) && !time.isBefore(from))
        || (days.contains(at.getDayOfWeek().minus(1)) && time.isBefore(to));
  }

  /** Reads {@code Mon-Fri 06:00-18:00}, {@code Sat 22:00-02:00}, {@code daily 00:00-24:00}. */
  static @Nullable Hours parse(String text) {
    String[] parts = text.trim().split("\\s+");
    if (parts.length != 2) {
      return null;
    }
    Set<DayOfWeek> days = days(parts[0].toLowerCase(Locale.ROOT));
    String[] times = parts[1].split("-", -1);
    if (days == null || times.length != 2) {
      return null;
    }
    LocalTime from = time(times[0]);
    LocalTime to = times[1].equals("24:00") ? LocalTime.MIDNIGHT : time(times[1]);
    return from == null || to == null ? null : new Hours(days, from, to, text.trim());
  }

  private static @Nullable LocalTime time(String text) {
    return text.matches("([01][0-9]|2[0-3]):[0-5][0-9]") ? LocalTime.parse(text) : null;
  }

  private static @Nullable Set<DayOfWeek> days(String text) {
    if (text.equals("daily")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      int dash = part.indexOf('-');
      int first = NAMES.indexOf(dash < 0 ? part : part.substring(0, dash));
      int last = dash < 0 ? first : NAMES.indexOf(part.substring(dash + 1));
      if (first < 0 || last < 0) {
        return null;
      }
      for (int i = first; ; i = (i + 1) % 7) {
        days.add(DayOfWeek.of(i + 1));
        if (i == last) {
          break;
        }
      }
    }
    return days;
  }
}
