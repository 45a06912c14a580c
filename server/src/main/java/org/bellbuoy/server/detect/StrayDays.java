package org.bellbuoy.server.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which days with rows belong to a log, and which only a wrong clock, or a log of another time, put
 * so far off that they would make all days between look missing. Pure.
 *
 * @param first first day that belongs to it, counted from 1970
 * @param last last such day
 * @param strays days left out, with their rows
 */
record StrayDays(long first, long last, SortedMap<Long, Long> strays) {
  /** Days without a row after which rows may be of another clock. */
  private static final long GAP_DAYS = 92;

  /** A time of real logs has more days with rows than that, or a share of the rows. */
  private static final int FEW_DAYS = 2;

  private static final double SMALL_SHARE = 0.05;
  private static final long FEW_ROWS = 3;

  /** Before the first web servers of this family, and longer ahead than any copy is kept. */
  private static final long EARLIEST = LocalDate.of(1995, 1, 1).toEpochDay();

  private static final long LATEST = LocalDate.of(2100, 1, 1).toEpochDay();

  private record Period(long first, long last, int days, long rows) {
    boolean plausible() {
      return first >= EARLIEST && last < LATEST;
    }
  }

  /** Parts the days with rows; there must be one at least. */
  static StrayDays of(SortedMap<Long, Long> rowsByDay) {
    List<Period> periods = periods(rowsByDay);
    Period main =
        periods.stream()
            .max(
                Comparator.comparing(Period::plausible)
                    .thenComparingLong(Period::rows)
                    .thenComparingLong(Period::last))
            .orElseThrow();
    long first = main.first();
    long last = main.last();
    for (Period one : periods) {
      if (!isStray(one, main)) {
        first = Math.min(first, one.first());
        last = Math.max(last, one.last());
      }
    }
    SortedMap<Long, Long> strays = new TreeMap<>(rowsByDay.headMap(first));
    strays.putAll(rowsByDay.tailMap(last + 1));
    return new StrayDays(first, last, strays);
  }

  private static boolean isStray(Period one, Period main) {
    if (one.equals(main)) {
      return false;
    }
    return (main.plausible() && !one.plausible())
        || (one.days() <= FEW_DAYS
            && (one.rows() < SMALL_SHARE * main.rows()
                || (one.rows() <= FEW_ROWS && one.rows() < main.rows())));
  }

  private static List<Period> periods(SortedMap<Long, Long> rowsByDay) {
    List<Period> periods = new ArrayList<>();
    long first = rowsByDay.firstKey();
    long before = first;
    int days = 0;
    long rows = 0;
    for (var entry : rowsByDay.entrySet()) {
      if (entry.getKey() - before > GAP_DAYS) {
        periods.add(new Period(first, before, days, rows));
        first = entry.getKey();
        days = 0;
        rows = 0;
      }
      before = entry.getKey();
      days++;
      rows += entry.getValue();
    }
    periods.add(new Period(first, before, days, rows));
    return periods;
  }
}
