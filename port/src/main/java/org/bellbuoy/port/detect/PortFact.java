package org.bellbuoy.port.detect;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;

/**
 * One thing that somebody did on the network: all of one actor, kind and target together, so that
 * ten thousand writes are one fact with a count.
 *
 * @param rule id of the rule, for example {@code port.control}
 * @param level how well the rule's claim is supported by what was seen
 * @param severity how much it would matter
 * @param actor who acted: {@code ip}, {@code mac}, {@code host}, {@code account} and the like; at
 *     least one. Untrusted text
 * @param kind what was done, a stable word that tells facts of one actor apart, for example {@code
 *     stop}
 * @param targets what it was done to, most touched first; at most 50
 * @param fromNanos first time seen, nanoseconds since 1970
 * @param toNanos last time seen
 * @param count how often
 * @param reasons why, most telling first, with what speaks against it
 * @param traces the first and the most telling packets, by time; at most 50
 */
public record PortFact(
    String rule,
    Level level,
    Severity severity,
    Map<String, String> actor,
    String kind,
    List<Target> targets,
    long fromNanos,
    long toNanos,
    long count,
    List<Reason> reasons,
    List<PortTrace> traces) {
  public PortFact {
    actor = Collections.unmodifiableMap(new TreeMap<>(actor));
    targets = List.copyOf(targets);
    reasons = List.copyOf(reasons);
    traces = List.copyOf(traces);
  }

  /**
   * One that was acted upon.
   *
   * @param id address or name, with the part of it where one is told, for example {@code
   *     10.0.0.3:502 unit 1 coil 12}. Untrusted text
   * @param relation how it is touched, for example {@code written}
   * @param count how often
   */
  public record Target(String id, String relation, long count) {}
}
