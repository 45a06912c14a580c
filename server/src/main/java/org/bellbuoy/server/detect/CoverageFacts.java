package org.bellbuoy.server.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.bellbuoy.server.detect.CoverageDay.State;
import org.bellbuoy.server.log.LogKind;
import org.jspecify.annotations.Nullable;

/** Words for what {@link LogCoverage} counted of one family of logs. */
final class CoverageFacts {
  private static final int MOST_DAYS_NAMED = 5;

  private final LogKind kind;
  private final CoverageFamily family;
  private final List<CoverageDay> days;
  private final SortedMap<LocalDate, Long> strays;
  private final List<ServerFact> facts = new ArrayList<>();

  CoverageFacts(
      LogKind kind,
      CoverageFamily family,
      List<CoverageDay> days,
      SortedMap<LocalDate, Long> strays) {
    this.kind = kind;
    this.family = family;
    this.days = days;
    this.strays = strays;
  }

  List<ServerFact> make() {
    gaps();
    absent();
    clock();
    farOff();
    return facts;
  }

  private void gaps() {
    int at = 0;
    while (at < days.size()) {
      State state = days.get(at).state();
      int end = at + 1;
      while (end < days.size() && days.get(end).state() == state) {
        end++;
      }
      if (state == State.MISSING || state == State.THINNED) {
        facts.add(gap(days.subList(at, end), state));
      }
      at = end;
    }
  }

  private ServerFact gap(List<CoverageDay> gap, State state) {
    CoverageDay first = gap.getFirst();
    CoverageDay last = gap.getLast();
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
                    "%s %s; %.0f rows a day are usual there",
                    gap.size() == 1
                        ? first.day() + " has"
                        : gap.size() + " days from " + first.day() + " to " + last.day() + " have",
                    missing ? "no row" : "as few as " + first.rows() + " rows",
                    first.usualRows()),
                (double) gap.size(),
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

  private void farOff() {
    if (strays.isEmpty()) {
      return;
    }
    long rows = strays.values().stream().mapToLong(Long::longValue).sum();
    String named =
        strays.keySet().stream()
            .limit(MOST_DAYS_NAMED)
            .map(LocalDate::toString)
            .collect(Collectors.joining(", "));
    FactOf fact =
        new FactOf(ServerRules.COVERAGE.id(), List.of())
            .strength(Strength.MEDIUM)
            .about("technique", "clock-far-off")
            .about("log", kind.name())
            .reason(
                "clock-far-off",
                FactOf.times(rows, "row is", "rows are")
                    + " dated far from all others ("
                    + named
                    + (strays.size() > MOST_DAYS_NAMED ? " and more" : "")
                    + "), as by a clock that was wrong; these dates are left out of the days"
                    + " covered",
                (double) rows,
                "rows");
    strays.keySet().stream()
        .limit(MOST_DAYS_NAMED)
        .forEach(day -> trace(fact, family.firstFrom(day.toEpochDay())));
    facts.add(fact.make());
  }

  private void absent() {
    if (!LogCoverage.isWeb(kind)) {
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
            family.absent[i] + " of " + family.rows + " rows have no column " + name + when(i),
            (double) family.absent[i],
            "rows");
      }
    }
    if (any) {
      trace(fact, family.firstFrom(days.isEmpty() ? 0 : days.getFirst().day().toEpochDay()));
      facts.add(fact.make());
    }
  }

  /** The days of rows that lack a field, such as {@code (2026-03-01 to 2026-03-04)}. */
  private String when(int field) {
    List<Long> days = family.daysWithout(field);
    if (days.isEmpty()) {
      return "";
    }
    LocalDate from = LocalDate.ofEpochDay(days.getFirst());
    LocalDate to = LocalDate.ofEpochDay(days.getLast());
    return from.equals(to) ? " (" + from + ")" : " (" + from + " to " + to + ")";
  }

  private void clock() {
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
                "The time in the log goes back " + FactOf.times(family.jumpCount, "time", "times"),
                (double) family.jumpCount,
                "times");
    family.jumps.forEach(fact::trace);
    facts.add(fact.make());
  }
}
