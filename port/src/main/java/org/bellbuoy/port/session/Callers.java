package org.bellbuoy.port.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.PortFact;

/**
 * Many public addresses that open short sessions of one tool to one host, as scanners and guessers
 * of passwords do with whatever they reach. They are one fact; a session that is long, moves more
 * or during which the host asked devices for changes is told of its own.
 */
final class Callers {
  /** From so many addresses on they are told as one. */
  private static final int LEAST = 20;

  /** OpenSSH ends a connection without a login after two minutes. */
  private static final long SHORT_NANOS = 150 * 1_000_000_000L;

  private static final long FEW_BYTES = 20_000;
  private static final int MOST = 50;

  record Key(IpAddress host, RemoteTool tool) {}

  private final Key key;
  private final Networks networks;
  private final Map<IpAddress, List<RemoteSession>> byCaller = new LinkedHashMap<>();

  private Callers(Key key, Networks networks) {
    this.key = key;
    this.networks = networks;
  }

  static Key key(RemoteSession session) {
    return new Key(session.acceptor().address(), session.tool());
  }

  /** The hosts and tools that were called so by at least {@link #LEAST} addresses. */
  static Map<Key, Callers> of(List<RemoteSession> sessions, Networks networks) {
    Map<Key, Callers> all = new LinkedHashMap<>();
    for (RemoteSession session : sessions) {
      Key key = key(session);
      Callers callers = all.computeIfAbsent(key, k -> new Callers(k, networks));
      if (callers.holds(session)) {
        callers
            .byCaller
            .computeIfAbsent(session.opener().address(), k -> new ArrayList<>(2))
            .add(session);
      }
    }
    all.values().removeIf(callers -> callers.byCaller.size() < LEAST);
    return all;
  }

  /** Whether the session is one of those. */
  boolean holds(RemoteSession session) {
    return networks.isPublic(session.opener().address())
        && networks.isInside(session.acceptor().address())
        && session.lastNanos() - session.firstNanos() <= SHORT_NANOS * session.connections()
        && session.bytesFromOpener() + session.bytesToOpener() <= FEW_BYTES * session.connections()
        && session.work().stream().noneMatch(SessionWork::changes);
  }

  PortFact fact() {
    List<RemoteSession> sessions = byCaller.values().stream().flatMap(List::stream).toList();
    Map<IpAddress, Long> counts = new HashMap<>();
    byCaller.forEach(
        (caller, of) ->
            counts.put(caller, of.stream().mapToLong(RemoteSession::connections).sum()));
    long connections = counts.values().stream().mapToLong(Long::longValue).sum();
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.of(
            "callers",
            "Public addresses opened short sessions of %s to %s, none longer than two and a half"
                    .formatted(key.tool().word(), key.host())
                + " minutes or with more than 20,000 bytes a connection.",
            (double) byCaller.size(),
            "addresses"));
    reasons.add(Reason.of("connections", "Connections.", (double) connections, "connections"));
    reasons.add(
        Reason.of(
            "reachable", "%s is reached by this tool from the internet.".formatted(key.host())));
    reasons.add(
        Reason.of(
            "against-scan",
            "Scanners call whatever they reach like this; whether a login succeeded is not told."));
    return new PortFact(
        RemoteSessionDetector.RULE,
        Level.LIKELY,
        Severity.MEDIUM,
        Map.of("ip", key.host().toString()),
        key.tool().word() + "-many-callers",
        byCaller.keySet().stream()
            .sorted((a, b) -> Long.compare(counts.getOrDefault(b, 0L), counts.getOrDefault(a, 0L)))
            .limit(MOST)
            .map(c -> new PortFact.Target(c.toString(), "called-by", counts.getOrDefault(c, 0L)))
            .toList(),
        sessions.stream().mapToLong(RemoteSession::firstNanos).min().orElse(0),
        sessions.stream().mapToLong(RemoteSession::lastNanos).max().orElse(0),
        sessions.size(),
        reasons,
        sessions.stream().limit(MOST).map(RemoteSession::trace).toList());
  }
}
