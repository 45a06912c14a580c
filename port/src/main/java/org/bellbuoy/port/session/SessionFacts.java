package org.bellbuoy.port.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.detect.PortWords;

/** Words the sessions of one party, tool, direction and host, or relays, as one fact. */
record SessionFacts(SessionRules rules, IpAddress actor, List<RemoteSession> sessions) {
  private static final int MOST = 50;
  private static final int MOST_WORK = 10;
  private static final long FEW_BYTES = 100;

  PortFact fact() {
    RemoteSession first = sessions.getFirst();
    boolean certain = sessions.stream().anyMatch(s -> s.level() == Level.LIKELY);
    boolean exchanged = sessions.stream().anyMatch(SessionFacts::exchanged);
    List<Reason> reasons = new ArrayList<>();
    long connections = sessions.stream().mapToLong(RemoteSession::connections).sum();
    reasons.add(
        Reason.of(
            "sign", "Told by %s.".formatted(first.sign()), (double) connections, "connections"));
    reasons.add(direction(first, exchanged));
    texts(RemoteSession::version, "version", "It calls itself %s.", reasons);
    texts(RemoteSession::account, "account", "Named in clear: %s.", reasons);
    double seconds = sessions.stream().mapToLong(s -> s.lastNanos() - s.firstNanos()).sum() / 1e9;
    String duration = PortWords.exactSpan((long) (seconds * 1e9));
    reasons.add(Reason.of("duration", "It lasted %s in all.".formatted(duration), seconds, "s"));
    long bytes = sessions.stream().mapToLong(s -> s.bytesFromOpener() + s.bytesToOpener()).sum();
    reasons.add(Reason.of("bytes", "Payload both ways.", (double) bytes, "bytes"));
    if (!exchanged) {
      reasons.add(
          Reason.of(
              "against-attempt", "Hardly anything came back: it may have been a try or a scan."));
    }
    Map<IpAddress, Integer> targets = targets();
    boolean approved =
        rules.isApproved(actor) || targets.keySet().stream().allMatch(rules::isApproved);
    if (approved) {
      reasons.add(Reason.of("approved", "The remote party is on the list of approved ones."));
    }
    boolean changes = work(reasons);
    return new PortFact(
        RemoteSessionDetector.RULE,
        certain && exchanged ? Level.LIKELY : Level.POSSIBLE,
        severity(targets.keySet(), approved, exchanged, changes),
        Map.of("ip", actor.toString()),
        first.tool().word() + (first.control() == Control.BY_ACCEPTOR ? "-reverse" : ""),
        targets.entrySet().stream()
            .limit(MOST)
            .map(t -> new PortFact.Target(t.getKey().toString(), relation(first), t.getValue()))
            .toList(),
        sessions.stream().mapToLong(RemoteSession::firstNanos).min().orElse(0),
        sessions.stream().mapToLong(RemoteSession::lastNanos).max().orElse(0),
        sessions.size(),
        reasons,
        traces());
  }

  /** Those reached, or through whom it went, with how many sessions each. */
  private Map<IpAddress, Integer> targets() {
    Map<IpAddress, Integer> targets = new LinkedHashMap<>();
    for (RemoteSession session : sessions) {
      IpAddress controlled = session.controlled();
      IpAddress target = controlled == null ? session.acceptor().address() : controlled;
      targets.merge(target, 1, Integer::sum);
    }
    return targets;
  }

  private static boolean exchanged(RemoteSession session) {
    boolean datagrams = session.tool().kind() == RemoteTool.Kind.TUNNEL;
    long answered = Math.min(session.bytesFromOpener(), session.bytesToOpener());
    return datagrams
        ? session.bytesFromOpener() + session.bytesToOpener() > FEW_BYTES
        : answered > (session.tool() == RemoteTool.RADMIN ? 0 : 40) || session.packets() > 50;
  }

  private static String relation(RemoteSession session) {
    return switch (session.control()) {
      case BY_OPENER, BY_ACCEPTOR -> "controlled";
      case EITHER -> "joined";
      case UNKNOWN -> "called";
    };
  }

  private static Reason direction(RemoteSession session, boolean exchanged) {
    String text =
        switch (session.control()) {
          case BY_OPENER ->
              (exchanged
                      ? "%s opened it and controls %s%s."
                      : "%s tried to open it; it would control %s%s.")
                  .formatted(
                      session.opener().address(),
                      session.acceptor().address(),
                      estimated(session.basis()));
          case BY_ACCEPTOR ->
              (exchanged
                      ? "%s opened it and is controlled by %s: reverse access%s."
                      : "%s tried to open it; it would be controlled by %s: reverse access%s.")
                  .formatted(
                      session.opener().address(),
                      session.acceptor().address(),
                      estimated(session.basis()));
          case EITHER ->
              "%s opened it to %s; either may reach the other through it."
                  .formatted(session.opener().address(), session.acceptor().address());
          case UNKNOWN ->
              "%s opened it to %s; who controls whom does not show."
                  .formatted(session.opener().address(), session.acceptor().address());
        };
    return Reason.of("direction", text);
  }

  private static String estimated(Control.Basis basis) {
    return switch (basis) {
      case PROTOCOL, NONE -> "";
      case PACKETS -> " (estimated from sizes and times of packets)";
      case OPENING -> " (estimated from who opened it)";
    };
  }

  private void texts(
      Function<RemoteSession, String> part, String code, String sentence, List<Reason> reasons) {
    Set<String> texts = new LinkedHashSet<>();
    sessions.stream().map(part).filter(t -> !t.isBlank()).limit(MOST_WORK).forEach(texts::add);
    if (!texts.isEmpty()) {
      reasons.add(Reason.of(code, sentence.formatted(String.join(", ", texts))));
    }
  }

  /** Tells what was asked meanwhile; gives whether any of it changes anything. */
  private boolean work(List<Reason> reasons) {
    boolean changes = false;
    int told = 0;
    for (RemoteSession session : sessions) {
      for (SessionWork work : session.work()) {
        changes |= work.changes();
        if (told++ < MOST_WORK) {
          reasons.add(
              Reason.of(
                  "meanwhile-" + work.operationClass().word(),
                  "Meanwhile %s asked %s for %s %s (first: %s); that the session caused it is not"
                          .formatted(
                              work.actor(),
                              work.target(),
                              work.protocol().word(),
                              work.operationClass().word(),
                              work.functionName())
                      + " known.",
                  (double) work.count(),
                  "operations"));
        }
      }
    }
    return changes;
  }

  private Severity severity(
      Set<IpAddress> targets, boolean approved, boolean exchanged, boolean changes) {
    boolean crosses =
        !rules.networks().isInside(actor) || !targets.stream().allMatch(rules.networks()::isInside);
    if (approved) {
      return changes ? Severity.LOW : Severity.INFO;
    }
    if (!crosses) {
      return changes ? Severity.MEDIUM : Severity.LOW;
    }
    RemoteSession first = sessions.getFirst();
    boolean reverse = first.control() == Control.BY_ACCEPTOR;
    boolean grave = first.tool() == RemoteTool.STRRAT || first.tool() == RemoteTool.TOR;
    if (!exchanged) {
      return Severity.LOW;
    }
    return changes || reverse || grave ? Severity.HIGH : Severity.MEDIUM;
  }

  private List<PortTrace> traces() {
    List<PortTrace> traces = new ArrayList<>();
    for (RemoteSession session : sessions) {
      traces.add(session.trace());
      session.work().stream().limit(MOST_WORK).map(SessionWork::trace).forEach(traces::add);
    }
    return traces.stream()
        .sorted(Comparator.comparingLong(PortTrace::epochNanos))
        .limit(MOST)
        .toList();
  }
}
