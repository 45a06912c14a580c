package org.bellbuoy.port.border;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;

/**
 * One fact of a host and a remote party that it called, which may have several addresses under one
 * name; or of a remote party that called hosts.
 *
 * @param host the inside host as text; of those that were called, any
 * @param party the name, or the address where no name is known. Untrusted
 */
record CrossingFacts(String host, String party, boolean outward, List<Crossing> all) {
  private static final int MOST = 50;
  private static final int MOST_SERVICES = 12;

  /** How much it matters among those of its host: answered first, then by bytes and tries. */
  long weight() {
    long weight = 0;
    for (Crossing crossing : all) {
      weight += crossing.answered * 1_000_000 + crossing.bytesOut + crossing.bytesIn;
      weight += crossing.conversations;
    }
    return weight;
  }

  PortFact fact(String rule, boolean approved) {
    long conversations = 0;
    long answered = 0;
    long bytesOut = 0;
    long bytesIn = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    TreeSet<String> services = new TreeSet<>();
    for (Crossing crossing : all) {
      conversations += crossing.conversations;
      answered += crossing.answered;
      bytesOut += crossing.bytesOut;
      bytesIn += crossing.bytesIn;
      first = Math.min(first, crossing.firstNanos);
      last = Math.max(last, crossing.lastNanos);
      services.addAll(crossing.services);
    }
    List<Reason> reasons = new ArrayList<>();
    boolean any = answered > 0;
    String way = outward ? "opened to" : "opened from";
    reasons.add(
        Reason.of(
            "conversations",
            "Conversations %s %s, of which %d were answered.".formatted(way, party, answered),
            (double) conversations,
            "conversations"));
    reasons.add(Reason.of("bytes-out", "Payload that left.", (double) bytesOut, "bytes"));
    reasons.add(Reason.of("bytes-in", "Payload that came in.", (double) bytesIn, "bytes"));
    List<String> named = services.stream().limit(MOST_SERVICES).toList();
    reasons.add(Reason.of("services", "By " + String.join(", ", named) + "."));
    if (approved) {
      reasons.add(Reason.of("approved", "The remote party is on the list of approved ones."));
    } else if (!any) {
      reasons.add(
          Reason.of("unanswered", "No answer is in the capture: blocked, lost, or not recorded."));
    }
    return new PortFact(
        rule,
        Level.LIKELY,
        severity(approved, any),
        Map.of("ip", outward ? host : party),
        (outward ? "egress" : "ingress") + (any ? "" : "-attempt"),
        targets(),
        first,
        last,
        conversations,
        reasons,
        traces());
  }

  private Severity severity(boolean approved, boolean answered) {
    if (approved) {
      return Severity.INFO;
    }
    if (outward) {
      return Severity.MEDIUM;
    }
    return answered ? Severity.HIGH : Severity.LOW;
  }

  private List<PortFact.Target> targets() {
    return all.stream()
        .sorted(Comparator.comparingLong((Crossing c) -> c.conversations).reversed())
        .limit(MOST)
        .map(
            c -> {
              String address = (outward ? c.party : c.host).toString();
              boolean named = outward && !party.equals(address) && !party.endsWith(" parties");
              String id = named ? address + " " + party : address;
              return new PortFact.Target(id, "called", c.conversations);
            })
        .toList();
  }

  private List<PortTrace> traces() {
    return all.stream()
        .map(c -> c.trace)
        .sorted(Comparator.comparingLong(PortTrace::epochNanos))
        .limit(MOST)
        .toList();
  }
}
