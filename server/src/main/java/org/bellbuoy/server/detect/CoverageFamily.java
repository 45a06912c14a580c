package org.bellbuoy.server.detect;

import static org.bellbuoy.server.log.WebRow.NO_TIME;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.jspecify.annotations.Nullable;

/** Rows by hour of one family of logs, the fields it lacks and how its clock went. */
final class CoverageFamily {
  static final long HOUR_MILLIS = 3_600_000;
  static final List<WebField> WANTED =
      List.of(
          WebField.METHOD,
          WebField.STEM,
          WebField.QUERY,
          WebField.STATUS,
          WebField.CLIENT_IP,
          WebField.USERNAME,
          WebField.USER_AGENT,
          WebField.REFERER,
          WebField.BYTES_SENT,
          WebField.BYTES_RECEIVED);

  /** The first of these: without them no entry would show. */
  private static final int ESSENTIAL = 0b1111;

  /** Hours kept: some 22 years. The latest stay. */
  private static final int MOST_HOURS = 200_000;

  private static final int MOST_JUMPS = 20;

  /** Rows of one hour and the first of them. */
  private static final class Hour {
    long rows;

    /** Fields of {@link #WANTED} that some row of the hour lacks, a bit each. */
    int absent;

    final RowPlace first;

    Hour(RowPlace first) {
      this.first = first;
    }
  }

  private final TreeMap<Long, Hour> hours = new TreeMap<>();
  final long[] absent = new long[WANTED.size()];
  final List<Trace> jumps = new ArrayList<>();
  long jumpCount;
  long rows;
  long untimed;
  private long hourNow = NO_TIME;
  private @Nullable Hour now;
  private int firstSource = -1;
  private @Nullable RowPlace firstPlace;
  private int lastSource = -1;
  private long lastMillis = NO_TIME;

  void take(WebRow row, long clockBackMillis) {
    rows++;
    int lacks = 0;
    for (int i = 0; i < absent.length; i++) {
      if (!row.has(WANTED.get(i))) {
        absent[i]++;
        lacks |= 1 << i;
      }
    }
    if (row.epochMillis == NO_TIME) {
      untimed++;
      return;
    }
    long hour = Math.floorDiv(row.epochMillis, HOUR_MILLIS);
    Hour current = now;
    if (hour != hourNow || current == null) {
      current = hours.get(hour);
      if (current == null) {
        current = new Hour(RowPlace.of(row));
        hours.put(hour, current);
        drop();
      }
      hourNow = hour;
      now = current;
    }
    current.rows++;
    current.absent |= lacks;
    if (firstPlace == null) {
      firstPlace = current.first;
      firstSource = row.source;
    }
    if (isBack(row.source, row.epochMillis, clockBackMillis)) {
      jump(Traces.of(row));
    }
    lastSource = row.source;
    lastMillis = row.epochMillis;
  }

  private boolean isBack(int source, long millis, long clockBackMillis) {
    return source == lastSource && lastMillis != NO_TIME && millis < lastMillis - clockBackMillis;
  }

  private void jump(Trace trace) {
    jumpCount++;
    if (jumps.size() < MOST_JUMPS) {
      jumps.add(trace);
    }
  }

  private void drop() {
    while (hours.size() > MOST_HOURS) {
      hours.pollFirstEntry();
    }
  }

  void merge(CoverageFamily later, long clockBackMillis) {
    rows += later.rows;
    untimed += later.untimed;
    for (int i = 0; i < absent.length; i++) {
      absent[i] += later.absent[i];
    }
    RowPlace laterFirst = later.firstPlace;
    if (laterFirst != null
        && isBack(later.firstSource, laterFirst.epochMillis(), clockBackMillis)) {
      jump(laterFirst.trace());
    }
    jumpCount += later.jumpCount;
    for (Trace one : later.jumps) {
      if (jumps.size() < MOST_JUMPS) {
        jumps.add(one);
      }
    }
    later.hours.forEach(
        (hour, other) -> {
          Hour mine = hours.get(hour);
          if (mine == null) {
            hours.put(hour, other);
          } else {
            mine.rows += other.rows;
            mine.absent |= other.absent;
          }
        });
    drop();
    now = null;
    if (firstPlace == null) {
      firstPlace = laterFirst;
      firstSource = later.firstSource;
    }
    if (later.lastMillis != NO_TIME) {
      lastSource = later.lastSource;
      lastMillis = later.lastMillis;
    }
  }

  boolean isEmpty() {
    return hours.isEmpty();
  }

  /** The first hour with rows at or after an hour. */
  long hourFrom(long hour) {
    Long found = hours.ceilingKey(hour);
    return found == null ? hour : found;
  }

  /** The last hour with rows before an hour. */
  long hourBefore(long hour) {
    Long found = hours.lowerKey(hour);
    return found == null ? hour : found;
  }

  /** Rows by hour, from one hour on. */
  long[] hours(long first, int count) {
    long[] rowsByHour = new long[count];
    hours
        .subMap(first, true, first + count, false)
        .forEach((hour, one) -> rowsByHour[(int) (hour - first)] = one.rows);
    return rowsByHour;
  }

  /** Hours in which some row lacks what an entry would show in, from one hour on. */
  boolean[] blind(long first, int count) {
    boolean[] blind = new boolean[count];
    hours
        .subMap(first, true, first + count, false)
        .forEach((hour, one) -> blind[(int) (hour - first)] = (one.absent & ESSENTIAL) != 0);
    return blind;
  }

  /** First and last day with a row that lacks a field of {@link #WANTED}; empty for none. */
  List<Long> daysWithout(int field) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (var entry : hours.entrySet()) {
      if ((entry.getValue().absent & 1 << field) != 0) {
        from = Math.min(from, Math.floorDiv(entry.getKey(), 24));
        to = Math.max(to, Math.floorDiv(entry.getKey(), 24));
      }
    }
    return from > to ? List.of() : List.of(from, to);
  }

  /** Rows by day, of days that have any, in order. */
  SortedMap<Long, Long> days() {
    SortedMap<Long, Long> days = new TreeMap<>();
    hours.forEach((hour, one) -> days.merge(Math.floorDiv(hour, 24), one.rows, Long::sum));
    return days;
  }

  /** The first row at or after a day; null where there is none. */
  @Nullable Trace firstFrom(long day) {
    var entry = hours.ceilingEntry(24 * day);
    return entry == null ? null : entry.getValue().first.trace();
  }

  /** The first row of the last hour before a day that has rows; null where there is none. */
  @Nullable Trace lastBefore(long day) {
    var entry = hours.lowerEntry(24 * day);
    return entry == null ? null : entry.getValue().first.trace();
  }

  static double median(double[] values) {
    if (values.length == 0) {
      return -1;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
