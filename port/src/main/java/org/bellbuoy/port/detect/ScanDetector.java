package org.bellbuoy.port.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.policy.Traffic;

/**
 * Notes who tries many hosts or ports in vain, and who feels a device over by functions or points:
 * {@code port.scan}. What answers is not counted, so a master of many devices is no scanner. Memory
 * grows with actors that try in vain and days, each bounded.
 */
final class ScanDetector implements PortDetector, ConversationListener {
  private static final int MOST_ACTORS = 1 << 14;
  private static final int MOST_TRIED = 1 << 12;
  private static final int MOST_TRIED_OF_ALL = 1 << 18;
  private static final int MANY_TIMES = 3;

  private record Key(Party actor, long day) {}

  private record Door(Party host, int port) {}

  /** What one actor tried in vain on one day. */
  private static final class Tries {
    final Map<Door, Integer> doors = new LinkedHashMap<>();
    final List<PortTrace> first = new ArrayList<>();
    long fromNanos = Long.MAX_VALUE;
    long toNanos = Long.MIN_VALUE;
  }

  private final Map<Key, Tries> tries = new LinkedHashMap<>();
  private int kept;
  private final PairTable pairs;
  private final ScanOptions options;

  ScanDetector(PairTable pairs, ScanOptions options) {
    this.pairs = pairs;
    this.options = options;
  }

  @Override
  public ConversationListener conversations() {
    return this;
  }

  /** How far a connection came, logs tell too. */
  @Override
  public ConversationListener logged() {
    return this;
  }

  @Override
  public void closed(Conversation conversation) {
    if (!inVain(conversation) || !Traffic.betweenTwo(conversation)) {
      return;
    }
    Key key = new Key(Party.of(conversation.client()), PortWords.day(conversation.firstNanos()));
    Tries own = tries.get(key);
    if (own == null) {
      if (tries.size() >= MOST_ACTORS) {
        return;
      }
      own = new Tries();
      tries.put(key, own);
    }
    own.fromNanos = Math.min(own.fromNanos, conversation.firstNanos());
    own.toNanos = Math.max(own.toNanos, conversation.lastNanos());
    Door door = new Door(Party.of(conversation.server()), conversation.server().port());
    boolean room = own.doors.size() < MOST_TRIED && kept < MOST_TRIED_OF_ALL;
    if (room || own.doors.containsKey(door)) {
      boolean added = own.doors.merge(door, 1, Integer::sum) == 1;
      kept += added ? 1 : 0;
      if (added && own.first.size() < 10) {
        own.first.add(
            new PortTrace(
                conversation.firstSource(),
                conversation.firstNanos(),
                conversation.firstOffset(),
                conversation.firstLength(),
                conversation.firstFrame(),
                ""));
      }
    }
  }

  /** Only TCP tells openings from what was always there. */
  private static boolean inVain(Conversation conversation) {
    return conversation.transport() == Transport.TCP
        && (conversation.state() == ConnectionState.ATTEMPTED
            || conversation.state() == ConnectionState.REJECTED)
        && conversation.payloadBytes(Direction.TO_SERVER) == 0;
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    List<PortFact> scans = new ArrayList<>();
    tries.forEach((key, own) -> tried(key.actor(), own, scans));
    List<PortFact> facts = ManyScanners.together(scans);
    for (ControlPair pair : pairs.pairs()) {
      PairScan scan = PairScan.of(pair, options);
      if (scan != null) {
        facts.add(felt(pair, scan));
      }
    }
    return facts;
  }

  private void tried(Party actor, Tries own, List<PortFact> facts) {
    Map<Party, Integer> ports = new LinkedHashMap<>();
    long waited = 0;
    for (Map.Entry<Door, Integer> one : own.doors.entrySet()) {
      if (one.getValue() <= options.mostTries()) {
        ports.merge(one.getKey().host(), 1, Integer::sum);
      } else {
        waited++;
      }
    }
    int most = ports.values().stream().max(Integer::compare).orElse(0);
    boolean hosts = ports.size() >= options.leastTargets();
    if (!hosts && most < options.leastPorts()) {
      return;
    }
    FactGroup group = new FactGroup(actor, hosts ? "addresses" : "ports");
    boolean many =
        ports.size() >= options.leastTargets() * MANY_TIMES
            || most >= options.leastPorts() * MANY_TIMES;
    group.weigh(many ? Level.LIKELY : Level.POSSIBLE, 4).span(own.fromNanos, own.toNanos);
    ports.forEach((host, count) -> group.count(count, host.toString(), "tried"));
    own.first.forEach(group::trace);
    group.reason(
        Reason.of(
            "tried-in-vain",
            "%s tried %s of %s in vain over %s: nobody answered or it was refused."
                .formatted(
                    actor,
                    PortWords.count(
                        ports.values().stream().mapToInt(Integer::intValue).sum(), "port", "ports"),
                    PortWords.count(ports.size(), "host", "hosts"),
                    PortWords.span(own.toNanos - own.fromNanos)),
            (double) ports.size(),
            "hosts"));
    facts.add(
        group.fact(
            PortRules.SCAN.id(),
            waited == 0
                ? List.of()
                : List.of(
                    Reason.of(
                        "waited-for",
                        PortWords.count(waited, "other port", "other ports")
                            + " it tried more often, as one that waits for them does.",
                        (double) waited,
                        "ports"))));
  }

  private PortFact felt(ControlPair pair, PairScan scan) {
    FactGroup group = new FactGroup(pair.actor, scan.word());
    boolean refused = pair.refusedRequests.size() > 0;
    group
        .weigh(Level.POSSIBLE, refused ? 4 : 2)
        .span(pair.firstNanos, pair.lastNanos)
        .count(pair.asked, pair.target.toString(), "asked");
    trace(group, pair);
    String what =
        switch (scan) {
          case FUNCTIONS ->
              "%s asked %s for %,d different functions, of which %,d were refused, and for %,d points."
                  .formatted(
                      pair.actor,
                      pair.target,
                      pair.functions.size(),
                      pair.refusedFunctions.size(),
                      pair.points.size());
          case POINTS ->
              "%s asked %s for %,d different points in %,d requests, %,d of them a point next to the"
                      .formatted(
                          pair.actor, pair.target, pair.points.size(), pair.pointsAsked, pair.steps)
                  + " one before.";
        };
    group.reason(
        Reason.of(
            scan.word(),
            what,
            (double) (scan == PairScan.FUNCTIONS ? pair.functions.size() : pair.points.size()),
            scan.word()));
    return group.fact(
        PortRules.SCAN.id(),
        pair.refused == 0
            ? List.of(Reason.of("none-refused", "None of it was refused."))
            : List.of(
                Reason.of(
                    "refused",
                    "%,d of %,d requests were refused.".formatted(pair.refused, pair.asked),
                    (double) pair.refused,
                    "requests")));
  }

  private static void trace(FactGroup group, ControlPair pair) {
    Operation first = pair.first;
    if (first != null) {
      group.trace(PortTrace.of(first.request()));
    }
    pair.firstRefused.forEach(
        one -> group.trace(PortTrace.of(one.request())).trace(PortTrace.of(one.response())));
  }
}
