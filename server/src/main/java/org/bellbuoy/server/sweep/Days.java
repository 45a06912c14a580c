package org.bellbuoy.server.sweep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bellbuoy.server.detect.CoverageDay;
import org.bellbuoy.server.log.LogKind;

/**
 * Days of a server's web logs. Of several families that of the front door counts: IIS, else access
 * logs, else Exchange's own.
 *
 * @param days each day from the first to the last, in order
 */
record Days(List<CoverageDay> days) {
  Days {
    days = List.copyOf(days);
  }

  static Days of(List<CoverageDay> all) {
    for (LogKind kind : LogKind.values()) {
      List<CoverageDay> mine = all.stream().filter(d -> d.kind() == kind).toList();
      if (!mine.isEmpty() && (kind == LogKind.W3C || kind == LogKind.ACCESS)) {
        return new Days(mine);
      }
    }
    List<CoverageDay> rest = new ArrayList<>();
    for (CoverageDay day : all) {
      if (rest.isEmpty() || rest.getFirst().kind() == day.kind()) {
        rest.add(day);
      }
    }
    return new Days(rest);
  }

  /** Days there are. */
  int all() {
    return days.size();
  }

  /** Days of which it may be said that nothing was seen. */
  int covered() {
    return (int) days.stream().filter(CoverageDay::isCovered).count();
  }

  /** Share of days covered; 0 for none. */
  double share() {
    return days.isEmpty() ? 0 : covered() / (double) all();
  }

  /** The last day, null where there is none. */
  @org.jspecify.annotations.Nullable
  LocalDate last() {
    return days.isEmpty() ? null : days.getLast().day();
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
                      case THINNED -> "Thinned";
                      case QUIET -> "Quiet";
                      case MISSING -> "Missing";
                    })
                .append(": ")
                .append(list.size() > 6 ? list.size() + " days" : String.join(", ", list))
                .append('.'));
    return text.toString();
  }
}
