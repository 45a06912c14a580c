package org.bellbuoy.server.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.server.detect.CoverageDay.State;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.RowAggregate;
import org.bellbuoy.server.log.WebRow;
import org.jspecify.annotations.Nullable;

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

  private final LogCoverageOptions options;
  private final Map<LogKind, CoverageFamily> families = new EnumMap<>(LogKind.class);
  private final Map<LogKind, Judged> judged = new EnumMap<>(LogKind.class);

  /** Days as they were judged when the family had so many rows. */
  private record Judged(long rows, List<CoverageDay> days) {}

  /** All that is told, once no more rows come. */
  private record Told(List<CoverageDay> days, List<String> sentences, List<ServerFact> facts) {}

  private @Nullable Told told;

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
   * Works out all that is told and lets go of the hours, some 400 bytes each. No row may come after
   * it.
   */
  public void settle() {
    if (told == null) {
      told = new Told(List.copyOf(days()), List.copyOf(sentences()), List.copyOf(facts()));
      families.clear();
      judged.clear();
    }
  }

  /** One line for each family and day from its first row to its last. */
  public List<CoverageDay> days() {
    if (told != null) {
      return told.days;
    }
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
    long last = Math.floorDiv(family.lastHour(), 24);
    long first = Math.max(last - MOST_DAYS + 1, Math.floorDiv(family.firstHour(), 24));
    int count = (int) (last - first + 1);
    long[] hours = family.hours(24 * first, 24 * count);
    double[] rows = new double[count];
    for (int i = 0; i < hours.length; i++) {
      rows[i / 24] += hours[i];
    }
    double all = CoverageFamily.median(rows);
    List<CoverageDay> days = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double[] near = near(rows, i);
      double usual =
          near.length >= LEAST_DAYS
              ? CoverageFamily.median(near)
              : count >= LEAST_DAYS + 1 ? all : -1;
      int silent = rows[i] == 0 ? 24 : silentHours(family, hours, first, i);
      days.add(
          new CoverageDay(
              kind,
              LocalDate.ofEpochDay(first + i),
              (long) rows[i],
              usual,
              silent,
              state((long) rows[i], usual, silent)));
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

  private State state(long rows, double usual, int silent) {
    if (rows == 0) {
      return usual >= options.leastUsualHour() || usual < 0 ? State.MISSING : State.QUIET;
    }
    if (usual >= options.leastUsualRows() && rows < options.thinShare() * usual) {
      return State.THINNED;
    }
    return silent > options.mostSilentHours() ? State.PARTLY : State.COVERED;
  }

  private int silentHours(CoverageFamily family, long[] hours, long firstDay, int day) {
    int silent = 0;
    for (int i = 24 * day; i < 24 * day + 24; i++) {
      long at = 24 * firstDay + i;
      if (at < family.firstHour() || at > family.lastHour()) {
        silent++;
      } else if (hours[i] == 0 && isUsual(hours, i)) {
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

  /** What the table says, in sentences, a family each. */
  public List<String> sentences() {
    if (told != null) {
      return told.sentences;
    }
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

  /** The facts: gaps, thinned days, absent fields, clocks put back. */
  public List<ServerFact> facts() {
    if (told != null) {
      return told.facts;
    }
    List<ServerFact> facts = new ArrayList<>();
    families.forEach(
        (kind, family) -> {
          gaps(kind, family, facts);
          absent(kind, family, facts);
          clock(kind, family, facts);
        });
    return facts;
  }

  private void gaps(LogKind kind, CoverageFamily family, List<ServerFact> facts) {
    List<CoverageDay> days = days(kind, family);
    int at = 0;
    while (at < days.size()) {
      State state = days.get(at).state();
      int end = at + 1;
      while (end < days.size() && days.get(end).state() == state) {
        end++;
      }
      if (state == State.MISSING || state == State.THINNED) {
        facts.add(gap(kind, family, days.subList(at, end), state));
      }
      at = end;
    }
  }

  private static ServerFact gap(
      LogKind kind, CoverageFamily family, List<CoverageDay> days, State state) {
    CoverageDay first = days.getFirst();
    CoverageDay last = days.getLast();
    boolean missing = state == State.MISSING;
    FactOf fact =
        new FactOf(ServerRules.COVERAGE.id(), List.of())
            .strength(Strength.MEDIUM)
            .about("technique", missing ? "log-missing" : "log-thinned")
            .about("log", kind.name())
            .about("days", first.day() + "/" + last.day())
            .reason(
                missing ? "days-missing" : "days-thinned",
                String.format(
                    Locale.ROOT,
                    "%d day(s) from %s to %s have %s; %.0f rows a day are usual there",
                    days.size(),
                    first.day(),
                    last.day(),
                    missing ? "no row" : "as few as " + first.rows() + " rows",
                    first.usualRows()),
                (double) days.size(),
                "days");
    trace(fact, family.lastBefore(first.day().toEpochDay()));
    trace(fact, family.firstFrom(last.day().toEpochDay() + (missing ? 0 : 1)));
    return fact.make();
  }

  private static void trace(FactOf fact, @Nullable Trace trace) {
    if (trace != null) {
      fact.trace(trace);
    }
  }

  private static void absent(LogKind kind, CoverageFamily family, List<ServerFact> facts) {
    if (kind != LogKind.W3C && kind != LogKind.ACCESS) {
      return;
    }
    FactOf fact =
        new FactOf(ServerRules.COVERAGE.id(), List.of())
            .about("technique", "fields-absent")
            .about("log", kind.name());
    boolean any = false;
    for (int i = 0; i < family.absent.length; i++) {
      if (family.absent[i] > 0) {
        any = true;
        String name = CoverageFamily.WANTED.get(i).names().getFirst();
        fact.reason(
            "why-cannot-tell-field",
            family.absent[i] + " of " + family.rows + " rows have no column " + name,
            (double) family.absent[i],
            "rows");
      }
    }
    if (any) {
      trace(fact, family.firstFrom(Math.floorDiv(family.isEmpty() ? 0 : family.firstHour(), 24)));
      facts.add(fact.make());
    }
  }

  private static void clock(LogKind kind, CoverageFamily family, List<ServerFact> facts) {
    if (family.jumpCount == 0) {
      return;
    }
    FactOf fact =
        new FactOf(ServerRules.COVERAGE.id(), List.of())
            .strength(kind == LogKind.W3C ? Strength.MEDIUM : Strength.WEAK)
            .about("technique", "clock-back")
            .about("log", kind.name())
            .reason(
                "clock-back",
                "The time in the log goes back " + family.jumpCount + " time(s)",
                (double) family.jumpCount,
                "times");
    family.jumps.forEach(fact::trace);
    facts.add(fact.make());
  }
}
