package org.bellbuoy.port.beacon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When there are data, in days for scoring. A day goes back from its end to the beginning of the
 * hour a day before, and begins where the first data in it do. Keeps one time for each hour, of
 * {@link #MOST_HOURS} hours at most.
 */
final class DataSpan {
  private static final int MOST_HOURS = 10_000;
  private static final int MOST_DAYS = 31;
  private static final long DAY_SECONDS = 86_400;
  private static final long HOUR_SECONDS = 3_600;

  private final TreeMap<Long, Long> firstOfHour = new TreeMap<>();
  private long lastSeconds = Long.MIN_VALUE;

  /** From the first data to the last, in seconds since 1970. */
  record Day(long fromSeconds, long toSeconds) {}

  DataSpan() {}

  /** There are data at that time. */
  void add(long epochNanos) {
    long second = Math.floorDiv(epochNanos, 1_000_000_000L);
    lastSeconds = Math.max(lastSeconds, second);
    long hour = Math.floorDiv(second, HOUR_SECONDS);
    Long first = firstOfHour.get(hour);
    if (first == null ? firstOfHour.size() < MOST_HOURS : second < first) {
      firstOfHour.put(hour, second);
    }
  }

  /** The last day first; at most 31. */
  List<Day> days() {
    List<Day> days = new ArrayList<>();
    long to = lastSeconds;
    while (days.size() < MOST_DAYS && !firstOfHour.isEmpty()) {
      long hour = Math.floorDiv(to - DAY_SECONDS, HOUR_SECONDS);
      Map.Entry<Long, Long> first = firstOfHour.ceilingEntry(hour);
      if (first != null && first.getValue() <= to) {
        days.add(new Day(first.getValue(), to));
      }
      Map.Entry<Long, Long> before = firstOfHour.lowerEntry(hour);
      if (before == null) {
        break;
      }
      to = (before.getKey() + 1) * HOUR_SECONDS - 1;
    }
    return days;
  }
}
