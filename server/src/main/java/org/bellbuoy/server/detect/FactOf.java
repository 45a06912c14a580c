package org.bellbuoy.server.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.core.finding.Reason;

/** Puts a fact together from cases. */
final class FactOf {
  private static final int MOST_TRACES = 50;

  private final String rule;
  private final List<Case> cases;
  private final Map<String, String> about = new TreeMap<>();
  private final List<Reason> reasons = new ArrayList<>();
  private final List<Trace> more = new ArrayList<>();
  private EntryState state = EntryState.CANNOT_TELL;
  private Strength strength = Strength.WEAK;

  FactOf(String rule, List<Case> cases) {
    this.rule = rule;
    this.cases = cases;
    for (Case one : cases) {
      state = later(state, one.key.state());
    }
  }

  /** A number with the word that fits it, such as {@code 1 row} and {@code 2 rows}. */
  static String times(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** Such as {@code Answers by status: 200 (once) 404 (12 times)}. */
  static String statuses(Map<Integer, Long> statuses) {
    StringBuilder text = new StringBuilder("Answers by status:");
    statuses.forEach(
        (status, n) ->
            text.append(' ').append(status).append(n == 1 ? " (once)" : " (" + n + " times)"));
    return text.toString();
  }

  static EntryState later(EntryState one, EntryState other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  FactOf state(EntryState told) {
    state = told;
    return this;
  }

  EntryState state() {
    return state;
  }

  FactOf strength(Strength told) {
    strength = told;
    return this;
  }

  FactOf about(String name, String value) {
    if (!value.isEmpty()) {
      about.put(name, value);
    }
    return this;
  }

  FactOf reason(String code, String text) {
    reasons.add(Reason.of(code, text));
    return this;
  }

  FactOf reason(String code, String text, double measured, String unit) {
    reasons.add(Reason.of(code, text, measured, unit));
    return this;
  }

  FactOf reason(Reason reason) {
    reasons.add(reason);
    return this;
  }

  FactOf trace(Trace trace) {
    more.add(trace);
    return this;
  }

  /** Adds the statuses, what was asked for and by which agents. */
  FactOf describe() {
    TreeMap<Integer, Long> statuses = new TreeMap<>();
    TreeSet<String> paths = new TreeSet<>();
    TreeSet<String> agents = new TreeSet<>();
    TreeSet<String> users = new TreeSet<>();
    long count = 0;
    for (Case one : cases) {
      one.statuses.forEach((status, n) -> statuses.merge(status, n, Long::sum));
      one.paths.forEach(p -> Case.addWord(paths, p));
      one.agents.forEach(a -> Case.addWord(agents, a));
      one.users.forEach(u -> Case.addWord(users, u));
      count += one.count;
    }
    if (!statuses.isEmpty()) {
      reason("statuses", statuses(statuses), (double) count, "requests");
    }
    if (!paths.isEmpty()) {
      about("path", paths.first());
    }
    about("agent", agents.isEmpty() ? "" : agents.first());
    about("account", users.isEmpty() ? "" : users.first());
    return this;
  }

  ServerFact make() {
    long count = more.size();
    long first = Long.MAX_VALUE;
    long last = ServerFact.NO_TIME;
    Set<Trace> traces = new LinkedHashSet<>();
    List<Case> farthest = new ArrayList<>(cases);
    farthest.sort(
        Comparator.comparing((Case c) -> c.key.state())
            .reversed()
            .thenComparing(c -> c.key.kind()));
    for (Case one : farthest) {
      count += one.count;
      first = Math.min(first, one.firstMillis);
      last = Math.max(last, one.lastMillis);
      traces.addAll(one.traces);
    }
    for (Trace trace : more) {
      traces.add(trace);
      if (trace.epochMillis() != ServerFact.NO_TIME) {
        first = Math.min(first, trace.epochMillis());
        last = Math.max(last, trace.epochMillis());
      }
    }
    List<Trace> kept = new ArrayList<>(traces).subList(0, Math.min(MOST_TRACES, traces.size()));
    kept.sort(
        Comparator.comparingLong(Trace::epochMillis)
            .thenComparingInt(Trace::source)
            .thenComparingLong(Trace::offset));
    return new ServerFact(
        rule,
        state,
        strength,
        first == Long.MAX_VALUE ? ServerFact.NO_TIME : first,
        last,
        count,
        about,
        reasons,
        kept);
  }
}
