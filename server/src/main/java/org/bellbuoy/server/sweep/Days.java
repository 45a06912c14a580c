package org.bellbuoy.server.sweep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bellbuoy.server.detect.CoverageDay;
import org.bellbuoy.server.detect.LogCoverage;
import org.bellbuoy.server.log.LogKind;

/**
 * Days of a server's web logs. Of several families that of the front door counts: IIS, else access
 * logs, else Exchange's own.
 *
 * @param days each day from the first to the last, in order
 * @param strays days far off all others, which a wrong clock made, with their rows
 */
record Days(List<CoverageDay> days, SortedMap<LocalDate, Long> strays) {
  Days {
    days = List.copyOf(days);
    strays = Collections.unmodifiableSortedMap(new TreeMap<>(strays));
  }

  /** No day at all. */
  static Days none() {
    return new Days(List.of(), new TreeMap<>());
  }

  static Days of(LogCoverage coverage) {
    List<CoverageDay> days = front(coverage.days());
    return new Days(
        days, days.isEmpty() ? new TreeMap<>() : coverage.strays(days.getFirst().kind()));
  }

  private static List<CoverageDay> front(List<CoverageDay> all) {
    for (LogKind kind : LogKind.values()) {
      List<CoverageDay> mine = all.stream().filter(d -> d.kind() == kind).toList();
      if (!mine.isEmpty() && (kind == LogKind.W3C || kind == LogKind.ACCESS)) {
        return mine;
      }
    }
    List<CoverageDay> rest = new ArrayList<>();
    for (CoverageDay day : all) {
      if (rest.isEmpty() || rest.getFirst().kind() == day.kind()) {
        rest.add(day);
      }
    }
    return rest;
  }

  /** Days there are. */
  int all() {
    return days.size();
  }

  /** Days of which it may be said that nothing was seen. */
  int covered() {
    return (int) days.stream().filter(CoverageDay::isCovered).count();
  }

  /** Whether rows of some day lack what an entry would show in. */
  boolean someBlind() {
    return days.stream().anyMatch(d -> d.state() == CoverageDay.State.BLIND);
  }

  /** Whether each day from one to another is covered. */
  boolean cover(LocalDate from, LocalDate to) {
    return !days.isEmpty()
        && !from.isBefore(days.getFirst().day())
        && !to.isAfter(days.getLast().day())
        && days.stream()
            .filter(d -> !d.day().isBefore(from) && !d.day().isAfter(to))
            .allMatch(CoverageDay::isCovered);
  }

  /** Share of days covered; 0 for none. */
  double share() {
    return days.isEmpty() ? 0 : covered() / (double) all();
  }

  /** The last day with a row, null where there is none. */
  @org.jspecify.annotations.Nullable
  LocalDate last() {
    return days.reversed().stream()
        .filter(d -> d.rows() > 0)
        .map(CoverageDay::day)
        .findFirst()
        .orElse(null);
  }

  /** End of the last day with a row, null where there is none. */
  @org.jspecify.annotations.Nullable
  Instant end() {
    LocalDate last = last();
    return last == null ? null : last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Such as {@code 12 covered days of 14 (2025-07-01 to 2025-07-14)}. */
  String words() {
    if (days.isEmpty()) {
      return "no day";
    }
    return covered()
        + (covered() == 1 ? " covered day" : " covered days")
        + " of "
        + all()
        + " ("
        + days.getFirst().day()
        + " to "
        + days.getLast().day()
        + ")";
  }

  String sentence() {
    TreeMap<CoverageDay.State, List<String>> others = new TreeMap<>();
    for (CoverageDay day : days) {
      if (!day.isCovered()) {
        others.computeIfAbsent(day.state(), s -> new ArrayList<>()).add(day.day().toString());
      }
    }
    StringBuilder text = new StringBuilder(words()).append('.');
    others.forEach(
        (state, list) ->
            text.append(' ')
                .append(
                    switch (state) {
                      case COVERED -> "Covered";
                      case PARTLY -> "Covered in part";
                      case BLIND -> "Without method, path, query or status in the rows";
                      case THINNED -> "Thinned";
                      case QUIET -> "Quiet";
                      case MISSING -> "Missing";
                    })
                .append(": ")
                .append(list.size() > 6 ? list.size() + " days" : String.join(", ", list))
                .append('.'));
    if (!strays.isEmpty()) {
      long rows = strays.values().stream().mapToLong(Long::longValue).sum();
      text.append(rows == 1 ? " Left out: 1 row" : " Left out: " + rows + " rows")
          .append(" dated far from all others (")
          .append(
              strays.size() > 6
                  ? strays.size() + " dates"
                  : String.join(", ", strays.keySet().stream().map(LocalDate::toString).toList()))
          .append("), as by a wrong clock.");
    }
    return text.toString();
  }
}
