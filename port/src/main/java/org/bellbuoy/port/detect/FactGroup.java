package org.bellbuoy.port.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.operation.Operation;

/** All that one actor did of one kind on one day, on its way to become a fact. Not thread safe. */
final class FactGroup {
  private static final int MOST_TARGETS = 50;
  private static final int MOST_KEPT_TARGETS = 256;
  private static final int MOST_TRACES = 20;
  private static final int MOST_SENTENCES = 8;
  private static final double HIGH = 8;
  private static final double MEDIUM = 4;
  private static final double LOW = 2;

  final Party actor;
  final String kind;
  private final Map<String, Long> targets = new LinkedHashMap<>();
  private final List<PortTrace> traces = new ArrayList<>();
  private final Map<String, Reason> reasons = new LinkedHashMap<>();
  private Level level = Level.UNLIKELY;
  private double weight;
  private long fromNanos = Long.MAX_VALUE;
  private long toNanos = Long.MIN_VALUE;
  private long count;
  private long refused;
  private long unanswered;
  private boolean furtherTargets;
  private boolean forbidden;

  FactGroup(Party actor, String kind) {
    this.actor = actor;
    this.kind = kind;
  }

  /** Adds what was done to one target. */
  FactGroup add(Acts acts, String relation, Level level, double weight) {
    count += acts.count;
    refused += acts.refused;
    unanswered += acts.unanswered;
    span(acts.fromNanos, acts.toNanos);
    forbidden |= acts.forbidden();
    touch(acts.target() + '\t' + relation, acts.count);
    for (Operation operation : acts.first) {
      trace(PortTrace.of(operation.request()));
      if (operation == acts.first.getFirst() && operation.hasResponse()) {
        trace(PortTrace.of(operation.response()));
      }
    }
    return weigh(level, acts.allRefused() ? weight / 2 : weight);
  }

  /** The gravest of all that is in it counts. */
  FactGroup weigh(Level level, double weight) {
    this.weight = Math.max(this.weight, weight);
    this.level = level.compareTo(this.level) < 0 ? level : this.level;
    return this;
  }

  /** Makes all of it graver, or less so. */
  void scale(double factor) {
    weight *= factor;
  }

  FactGroup span(long from, long to) {
    fromNanos = Math.min(fromNanos, from);
    toNanos = Math.max(toNanos, to);
    return this;
  }

  FactGroup trace(PortTrace trace) {
    if (traces.size() < MOST_TRACES && !traces.contains(trace)) {
      traces.add(trace);
    }
    return this;
  }

  FactGroup count(long more, String target, String relation) {
    count += more;
    touch(target + '\t' + relation, more);
    return this;
  }

  private void touch(String target, long more) {
    if (targets.size() < MOST_KEPT_TARGETS || targets.containsKey(target)) {
      targets.merge(target, more, Long::sum);
    } else {
      furtherTargets = true;
    }
  }

  /** Adds a reason unless the same was given, or many are. */
  FactGroup reason(Reason reason) {
    if (reasons.size() < MOST_SENTENCES) {
      reasons.putIfAbsent(reason.text(), reason);
    }
    return this;
  }

  /** Different targets, up to a bound. */
  int targetCount() {
    return targets.size();
  }

  /** Whether there were more. */
  boolean hasMoreTargets() {
    return furtherTargets;
  }

  /** Whether a policy forbids any of it. */
  boolean forbidden() {
    return forbidden;
  }

  long refused() {
    return refused;
  }

  long unanswered() {
    return unanswered;
  }

  long count() {
    return count;
  }

  static Severity severity(double weight) {
    if (weight >= HIGH) {
      return Severity.HIGH;
    }
    return weight >= MEDIUM ? Severity.MEDIUM : weight >= LOW ? Severity.LOW : Severity.INFO;
  }

  PortFact fact(String rule, List<Reason> last) {
    List<PortFact.Target> touched =
        targets.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MOST_TARGETS)
            .map(
                one -> {
                  int cut = one.getKey().lastIndexOf('\t');
                  return new PortFact.Target(
                      one.getKey().substring(0, cut),
                      one.getKey().substring(cut + 1),
                      one.getValue());
                })
            .toList();
    List<Reason> all = new ArrayList<>(reasons.values());
    all.addAll(last);
    traces.sort(
        Comparator.comparingLong(PortTrace::epochNanos)
            .thenComparingInt(PortTrace::source)
            .thenComparingLong(PortTrace::frame));
    return new PortFact(
        rule,
        level,
        severity(weight),
        actor.ids(),
        kind,
        touched,
        fromNanos,
        toNanos,
        count,
        all,
        traces);
  }
}
