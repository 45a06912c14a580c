package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.detect.Trace;

/**
 * What logs and events tell only together. View state that runs code ends in an error whether or
 * not it ran, so the log alone shows an attempt; a program that the worker process started in the
 * same moments shows that it ran. Pure.
 */
final class Joins {
  /** Clocks of one server's log and events differ by rounding; code runs at once. */
  private static final long TOGETHER_MILLIS = 60_000;

  private Joins() {}

  /** The same facts, with attempts raised that events show to have come through. */
  static List<ServerFact> raised(List<ServerFact> facts) {
    List<Trace> children = new ArrayList<>();
    for (ServerFact fact : facts) {
      if (fact.rule().equals(ServerRules.EVENT.id())
          && fact.strength() == Strength.STRONG
          && fact.about().getOrDefault("technique", "").equals("child-process")) {
        children.addAll(fact.traces());
      }
    }
    return facts.stream().map(fact -> raised(fact, children)).toList();
  }

  private static ServerFact raised(ServerFact fact, List<Trace> children) {
    boolean viewState =
        fact.rule().equals(ServerRules.EXCHANGE_VIEW_STATE.id())
            || fact.rule().equals(ServerRules.VIEW_STATE.id());
    if (!viewState || fact.state() != EntryState.ATTEMPTED) {
      return fact;
    }
    for (Trace row : fact.traces()) {
      for (Trace child : children) {
        long after = child.epochMillis() - row.epochMillis();
        if (row.epochMillis() != ServerFact.NO_TIME
            && child.epochMillis() != ServerFact.NO_TIME
            && after >= -1000
            && after <= TOGETHER_MILLIS) {
          return ran(fact, child, after);
        }
      }
    }
    return fact;
  }

  private static ServerFact ran(ServerFact fact, Trace child, long afterMillis) {
    List<Reason> reasons = new ArrayList<>(fact.reasons());
    reasons.add(
        0,
        Reason.of(
            "ran",
            "The worker process started a program in the same moment: what was sent ran.",
            Math.max(0, afterMillis) / 1000.0,
            "seconds after"));
    List<Trace> traces = new ArrayList<>(fact.traces());
    traces.add(child);
    return new ServerFact(
        fact.rule(),
        EntryState.SUCCEEDED,
        Strength.STRONG,
        fact.fromMillis(),
        Math.max(fact.toMillis(), child.epochMillis()),
        fact.count(),
        fact.about(),
        reasons,
        traces);
  }
}
