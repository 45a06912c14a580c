package org.bellbuoy.server.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bellbuoy.server.detect.CoverageDay.State;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.RowAggregate;
import org.bellbuoy.server.log.WebRow;

/**
 * For which days the logs of a server can be relied on. Counts rows by hour for each family of logs
 * and compares each day with the median of the same weekday near it. That nothing was seen may be
 * said of covered days only. Memory: one small object an hour, at most 200,000 hours a family. Not
 * thread safe.
 */
public final class LogCoverage implements RowAggregate<LogCoverage> {
  private static final int NEAR_WEEKS = 8;
  private static final int LEAST_DAYS = 3;

  /** Days judged, back from the last: a time a century off is a fault of the clock. */
  private static final int MOST_DAYS = 36_500;

  private static final long DAY_MILLIS = 86_400_000L;

  /** Beyond that, logs and events were collected of different times. */
  private static final long MOST_ALIVE_DAYS = 92;

  private final LogCoverageOptions options;
  private final Map<LogKind, CoverageFamily> families = new EnumMap<>(LogKind.class);
  private final List<long[]> broken = new ArrayList<>();
  private long aliveDay = Long.MIN_VALUE;
  private final Map<LogKind, Judged> judged = new EnumMap<>(LogKind.class);

  /** Days as they were judged when the family had so many rows. */
  private record Judged(long rows, List<CoverageDay> days) {}

  /** With thresholds. */
  public LogCoverage(LogCoverageOptions options) {
    this.options = options;
  }

  @Override
  public void row(WebRow row) {
    CoverageFamily family = families.get(row.kind);
    if (family == null) {
      family = new CoverageFamily();
      families.put(row.kind, family);
    }
    family.take(row, options.clockBackMillis());
  }

  @Override
  public void merge(LogCoverage later) {
    later.families.forEach(
        (kind, other) -> {
          CoverageFamily mine = families.get(kind);
          if (mine == null) {
            families.put(kind, other);
          } else {
            mine.merge(other, options.clockBackMillis());
          }
        });
  }

  /**
   * Says that a log was not read whole: it broke off, or many of its lines were no rows. The days
   * on which it has rows are covered in part at most.
   */
  public void broken(long earliestMillis, long latestMillis) {
    if (earliestMillis != WebRow.NO_TIME && latestMillis != WebRow.NO_TIME) {
      broken.add(
          new long[] {
            Math.floorDiv(earliestMillis, DAY_MILLIS), Math.floorDiv(latestMillis, DAY_MILLIS)
          });
      judged.clear();
    }
  }

  private boolean isBroken(long day) {
    return broken.stream().anyMatch(span -> span[0] <= day && day <= span[1]);
  }

  /**
   * Says that the server was running at a time, as its events tell. Days without a row between a
   * log's last and that day are days of which nothing is known, not the end of the log.
   */
  public void aliveUntil(long epochMillis) {
    if (epochMillis != ServerFact.NO_TIME) {
      // A log's day counts once half of it has passed: before, it may not have been written yet.
      aliveDay = Math.max(aliveDay, Math.floorDiv(epochMillis - DAY_MILLIS / 2, DAY_MILLIS));
      judged.clear();
    }
  }

  /**
   * One line for each family and day from its first row to its last. Days far off from all others,
   * as a wrong clock makes them, are left out: {@link #strays} names them.
   */
  public List<CoverageDay> days() {
    List<CoverageDay> days = new ArrayList<>();
    families.forEach((kind, family) -> days.addAll(days(kind, family)));
    return days;
  }

  private List<CoverageDay> days(LogKind kind, CoverageFamily family) {
    Judged before = judged.get(kind);
    if (before == null || before.rows != family.rows) {
      before = new Judged(family.rows, List.copyOf(judge(kind, family)));
      judged.put(kind, before);
    }
    return before.days;
  }

  private List<CoverageDay> judge(LogKind kind, CoverageFamily family) {
    if (family.isEmpty()) {
      return List.of();
    }
    StrayDays span = StrayDays.of(family.days());
    long last = span.last();
    if (aliveDay > last && aliveDay - last <= MOST_ALIVE_DAYS) {
      last = aliveDay;
    }
    long first = Math.max(last - MOST_DAYS + 1, span.first());
    int count = (int) (last - first + 1);
    long[] hours = family.hours(24 * first, 24 * count);
    double[] rows = new double[count];
    for (int i = 0; i < hours.length; i++) {
      rows[i / 24] += hours[i];
    }
    long[] outside = {family.hourFrom(24 * first), family.hourBefore(24 * (last + 1))};
    boolean[] blind = isWeb(kind) ? family.blind(24 * first, 24 * count) : new boolean[24 * count];
    double all = CoverageFamily.median(rows);
    List<CoverageDay> days = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double[] near = near(rows, i);
      double usual =
          near.length >= LEAST_DAYS
              ? CoverageFamily.median(near)
              : count >= LEAST_DAYS + 1 ? all : -1;
      int silent = rows[i] == 0 ? 24 : silentHours(outside, hours, blind, first, i);
      boolean sees = rows[i] == 0;
      for (int h = 24 * i; h < 24 * i + 24; h++) {
        sees |= hours[h] > 0 && !blind[h];
      }
      days.add(
          new CoverageDay(
              kind,
              LocalDate.ofEpochDay(first + i),
              (long) rows[i],
              usual,
              silent,
              sees ? state((long) rows[i], usual, silent, isBroken(first + i)) : State.BLIND));
    }
    return days;
  }

  /** The same weekday in the weeks before and after, the day itself left out. */
  private static double[] near(double[] rows, int day) {
    double[] near = new double[2 * NEAR_WEEKS];
    int n = 0;
    for (int week = -NEAR_WEEKS; week <= NEAR_WEEKS; week++) {
      int at = day + 7 * week;
      if (week != 0 && at >= 0 && at < rows.length) {
        near[n++] = rows[at];
      }
    }
    return Arrays.copyOf(near, n);
  }

  private State state(long rows, double usual, int silent, boolean brokenOff) {
    if (rows == 0) {
      return usual >= options.leastUsualHour() || usual < 0 ? State.MISSING : State.QUIET;
    }
    if (usual >= options.leastUsualRows() && rows < options.thinShare() * usual) {
      return State.THINNED;
    }
    return brokenOff || silent > options.mostSilentHours() ? State.PARTLY : State.COVERED;
  }

  private int silentHours(long[] outside, long[] hours, boolean[] blind, long firstDay, int day) {
    int silent = 0;
    for (int i = 24 * day; i < 24 * day + 24; i++) {
      long at = 24 * firstDay + i;
      if (at < outside[0] || at > outside[1]) {
        silent++;
      } else if (blind[i] || (hours[i] == 0 && isUsual(hours, i))) {
        silent++;
      }
    }
    return silent;
  }

  private boolean isUsual(long[] hours, int hour) {
    double[] near = new double[2 * NEAR_WEEKS];
    int n = 0;
    for (int week = -NEAR_WEEKS; week <= NEAR_WEEKS; week++) {
      int at = hour + 168 * week;
      if (week != 0 && at >= 0 && at < hours.length) {
        near[n++] = hours[at];
      }
    }
    return n >= LEAST_DAYS
        && CoverageFamily.median(Arrays.copyOf(near, n)) >= options.leastUsualHour();
  }

  static boolean isWeb(LogKind kind) {
    return kind == LogKind.W3C || kind == LogKind.ACCESS;
  }

  /** Days left out of {@link #days} for lying far off all others, with their rows. */
  public SortedMap<LocalDate, Long> strays(LogKind kind) {
    SortedMap<LocalDate, Long> strays = new TreeMap<>();
    CoverageFamily family = families.get(kind);
    if (family != null && !family.isEmpty()) {
      StrayDays.of(family.days())
          .strays()
          .forEach((day, rows) -> strays.put(LocalDate.ofEpochDay(day), rows));
    }
    return strays;
  }

  /** Start of the first day of web logs, strays left out; {@link ServerFact#NO_TIME} for none. */
  public long webFromMillis() {
    return webSpans().mapToLong(s -> s.first() * DAY_MILLIS).min().orElse(ServerFact.NO_TIME);
  }

  /** End of the last day of web logs, strays left out; {@link ServerFact#NO_TIME} for none. */
  public long webToMillis() {
    return webSpans().mapToLong(s -> (s.last() + 1) * DAY_MILLIS).max().orElse(ServerFact.NO_TIME);
  }

  private Stream<StrayDays> webSpans() {
    return families.entrySet().stream()
        .filter(e -> isWeb(e.getKey()) && !e.getValue().isEmpty())
        .map(e -> StrayDays.of(e.getValue().days()));
  }

  /** What the table says, in sentences, a family each. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    families.forEach(
        (kind, family) -> {
          List<CoverageDay> days = days(kind, family);
          if (days.isEmpty()) {
            sentences.add(kind + ": no row tells a time, so no day is covered.");
            return;
          }
          long covered = days.stream().filter(CoverageDay::isCovered).count();
          sentences.add(
              String.format(
                  Locale.ROOT,
                  "%s: %d of %d days from %s to %s are covered. Only of these can it be said that"
                      + " nothing was seen.",
                  kind,
                  covered,
                  days.size(),
                  days.getFirst().day(),
                  days.getLast().day()));
        });
    return sentences;
  }

  /** The facts: gaps, thinned days, absent fields, clocks put back or far off. */
  public List<ServerFact> facts() {
    List<ServerFact> facts = new ArrayList<>();
    families.forEach(
        (kind, family) ->
            facts.addAll(new CoverageFacts(kind, family, days(kind, family), strays(kind)).make()));
    return facts;
  }
}
