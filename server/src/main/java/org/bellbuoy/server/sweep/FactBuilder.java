package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.detect.Trace;

/** Puts a fact together that is not of rows or events. */
final class FactBuilder {
  private final String rule;
  private final EntryState state;
  private Strength strength;
  private long fromMillis = ServerFact.NO_TIME;
  private long toMillis = ServerFact.NO_TIME;
  private long count;
  private final Map<String, String> about = new TreeMap<>();
  private final List<Reason> reasons = new ArrayList<>();
  private final List<Trace> traces = new ArrayList<>();

  FactBuilder(String rule, EntryState state, Strength strength) {
    this.rule = rule;
    this.state = state;
    this.strength = strength;
  }

  /** Raises the strength; never lowers it. */
  FactBuilder atLeast(Strength other) {
    strength = strength.compareTo(other) >= 0 ? strength : other;
    return this;
  }

  FactBuilder about(String key, String value) {
    if (!value.isEmpty()) {
      about.put(key, value);
    }
    return this;
  }

  FactBuilder reason(String code, String text) {
    reasons.add(Reason.of(code, text));
    return this;
  }

  FactBuilder reason(String code, String text, double measured, String unit) {
    reasons.add(Reason.of(code, text, measured, unit));
    return this;
  }

  /** When; left out where not known. */
  FactBuilder at(long epochMillis) {
    if (epochMillis != ServerFact.NO_TIME) {
      fromMillis =
          fromMillis == ServerFact.NO_TIME ? epochMillis : Math.min(fromMillis, epochMillis);
      toMillis = Math.max(toMillis, epochMillis);
    }
    return this;
  }

  /** Traces there were, where not all are kept. */
  FactBuilder count(long all) {
    count = all;
    return this;
  }

  FactBuilder trace(Trace trace) {
    traces.add(trace);
    return this;
  }

  ServerFact make() {
    return new ServerFact(
        rule,
        state,
        strength,
        fromMillis,
        toMillis,
        Math.max(count, Math.max(1, traces.size())),
        about,
        reasons,
        traces);
  }
}
