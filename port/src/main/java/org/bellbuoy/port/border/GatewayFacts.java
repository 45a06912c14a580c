package org.bellbuoy.port.border;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.border.NextHops.Hop;
import org.bellbuoy.port.border.Offers.Offer;
import org.bellbuoy.port.border.SecondGatewayDetector.Oddity;
import org.bellbuoy.port.border.Stacks.Stack;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.detect.PortFact;

/** Words what was seen of ways out. */
final class GatewayFacts {
  private static final String RULE = SecondGatewayDetector.RULE;
  private static final int MOST = 50;
  private static final double MIRROR_SEES_HALF = 0.2;
  private static final int FEW_PACKETS = 3;

  private final BorderRules rules;

  GatewayFacts(BorderRules rules) {
    this.rules = rules;
  }

  /** Ways out of one VLAN, the most used first. */
  List<PortFact> hops(List<Hop> ways) {
    boolean declared = !rules.gateways().isEmpty();
    List<PortFact> facts = new ArrayList<>();
    Hop main = ways.getFirst();
    boolean shared = ways.stream().anyMatch(way -> ModemMakers.isShared(way.mac));
    for (Hop way : ways) {
      boolean known = declared ? rules.gateways().contains(way.mac) : way.mac == main.mac;
      if (!known) {
        List<Hop> busier = ways.stream().filter(w -> w.packets > way.packets).toList();
        boolean neighbours = busier.stream().anyMatch(way::sharesSubnet);
        facts.add(hop(way, main, declared, shared, neighbours));
      }
    }
    return facts;
  }

  private static PortFact hop(
      Hop way, Hop main, boolean declared, boolean shared, boolean neighbours) {
    String maker = ModemMakers.of(way.mac);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.of(
            "next-hop",
            "Packets for addresses outside were handed to %s.".formatted(Endpoint.macText(way.mac)),
            (double) way.packets,
            "packets"));
    if (declared) {
      reasons.add(Reason.of("undeclared", "It is not among the declared gateways."));
    } else {
      reasons.add(
          Reason.of(
              "other-next-hop",
              "Most of what leaves this VLAN is handed to %s."
                  .formatted(Endpoint.macText(main.mac)),
              (double) main.packets,
              "packets"));
    }
    if (!maker.isEmpty()) {
      reasons.add(
          Reason.of("modem-maker", "Its hardware address belongs to a maker of modems: " + maker));
    }
    if (way.hosts.size() == 1) {
      reasons.add(Reason.of("one-host", "Only one host uses it."));
    }
    if (!declared) {
      reasons.add(
          Reason.of(
              "against-redundancy",
              shared
                  ? "A hardware address that routers share (VRRP, HSRP) was seen: two routers that"
                      + " stand in for each other explain two next hops."
                  : "Two routers that stand in for each other (VRRP, HSRP), or one that was"
                      + " replaced, explain two next hops too."));
    }
    boolean weak = shared || !neighbours || way.packets < FEW_PACKETS;
    if (!declared && !neighbours) {
      reasons.add(
          Reason.of(
              "against-subnet",
              "No host beside them uses the other next hop: another subnet may have its own"
                  + " gateway."));
    }
    if (way.packets < FEW_PACKETS) {
      reasons.add(
          Reason.of(
              "against-few", "So few packets may be damaged, or sent to an outdated address."));
    }
    Level level =
        declared || !maker.isEmpty() ? Level.LIKELY : weak ? Level.UNLIKELY : Level.POSSIBLE;
    Map<String, Long> hosts = new LinkedHashMap<>();
    way.hosts.forEach((host, count) -> hosts.put(host.toString(), count));
    return new PortFact(
        RULE,
        level,
        switch (level) {
          case LIKELY -> Severity.HIGH;
          case POSSIBLE -> Severity.MEDIUM;
          case UNLIKELY, CANNOT_TELL -> Severity.LOW;
        },
        actor(way.mac, maker, way.vlan),
        "next-hop",
        targets(hosts, "routed"),
        way.firstNanos,
        way.lastNanos,
        way.packets,
        withBlindSpots(reasons),
        way.traces);
  }

  /** DHCP servers and router advertisements: all undeclared ones, else all but the busiest. */
  List<PortFact> offers(Collection<Offer> all) {
    List<PortFact> facts = new ArrayList<>();
    for (Offer offer : all) {
      boolean dhcp = offer.kind == Offers.Kind.DHCP;
      boolean declared = dhcp ? !rules.servers().isEmpty() : !rules.gateways().isEmpty();
      boolean known =
          rules.servers().contains(offer.server)
              || rules.gateways().contains(offer.mac)
              || (!declared && isBusiest(offer, all));
      if (!known) {
        facts.add(offer(offer, declared));
      }
    }
    return facts;
  }

  private static boolean isBusiest(Offer offer, Collection<Offer> all) {
    return all.stream()
            .filter(other -> other.kind == offer.kind && other.vlan == offer.vlan)
            .max(
                Comparator.comparingLong((Offer other) -> other.count)
                    .thenComparingLong(other -> -other.firstNanos))
            .orElse(offer)
        == offer;
  }

  private static PortFact offer(Offer offer, boolean declared) {
    boolean dhcp = offer.kind == Offers.Kind.DHCP;
    String maker = ModemMakers.of(offer.mac);
    List<Reason> reasons = new ArrayList<>();
    String what = dhcp ? "DHCP leases" : "routes by router advertisement";
    reasons.add(
        Reason.of(
            "offers",
            "%s offered %s.".formatted(offer.server, what),
            (double) offer.count,
            "times"));
    if (!offer.routers.isEmpty()) {
      reasons.add(Reason.of("routers", "It names as routers: " + join(offer.routers)));
    }
    if (!offer.nameServers.isEmpty()) {
      reasons.add(
          Reason.of("name-servers", "It names as name servers: " + join(offer.nameServers)));
    }
    if (!maker.isEmpty()) {
      reasons.add(
          Reason.of("modem-maker", "Its hardware address belongs to a maker of modems: " + maker));
    }
    reasons.add(
        declared
            ? Reason.of("undeclared", "It is not among those declared.")
            : Reason.of(
                "against-relay",
                "Another offers more in this VLAN; a second server or a relay of the same network"
                    + " explains it too."));
    Map<String, String> actor = new LinkedHashMap<>(actor(offer.mac, maker, offer.vlan));
    actor.put("ip", offer.server.toString());
    return new PortFact(
        RULE,
        declared || !maker.isEmpty() ? Level.LIKELY : Level.POSSIBLE,
        declared || !maker.isEmpty() ? Severity.HIGH : Severity.MEDIUM,
        actor,
        dhcp ? "dhcp-server" : "router-advertisement",
        List.of(),
        offer.firstNanos,
        offer.lastNanos,
        offer.count,
        withBlindSpots(reasons),
        offer.traces);
  }

  PortFact modem(long mac, Oddity oddity) {
    String maker = ModemMakers.of(mac);
    return new PortFact(
        RULE,
        rules.gateways().contains(mac) ? Level.UNLIKELY : Level.POSSIBLE,
        rules.gateways().contains(mac) ? Severity.INFO : Severity.MEDIUM,
        actor(mac, maker, -1),
        "modem-maker",
        targets(oddity.targets, "address"),
        oddity.firstNanos,
        oddity.lastNanos,
        oddity.count,
        withBlindSpots(
            List.of(
                Reason.of(
                    "modem-maker",
                    "Conversations with a hardware address of a maker of modems: " + maker,
                    (double) oddity.count,
                    "conversations"),
                Reason.of(
                    "against-other-products", "Such makers also build devices without a modem."))),
        oddity.traces);
  }

  PortFact stack(Stack stack) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.of(
            "hop-limits",
            "It opens connections with different initial hop limits.",
            (double) stack.classes(),
            "values"));
    if (stack.counters() > 1) {
      reasons.add(
          Reason.of(
              "identification",
              "The IPv4 identification of its packets runs in several counters.",
              (double) stack.counters(),
              "counters"));
    }
    if (stack.forwarded()) {
      reasons.add(Reason.of("forwarded", "Some came over a hop before they were seen here."));
    }
    reasons.add(
        Reason.of(
            "against-modules",
            "A device with several processors, virtual machines or another boot of the same"
                + " machine look the same."));
    return new PortFact(
        RULE,
        Level.POSSIBLE,
        Severity.MEDIUM,
        Map.of("ip", stack.address.toString(), "mac", Endpoint.macText(stack.mac)),
        "several-behind-one",
        List.of(),
        stack.firstNanos,
        stack.lastNanos,
        Arrays.stream(stack.openings).sum(),
        withBlindSpots(reasons),
        stack.traces);
  }

  PortFact carrier(IpAddress peer, Oddity oddity) {
    return new PortFact(
        RULE,
        Level.POSSIBLE,
        Severity.MEDIUM,
        Map.of("ip", peer.toString()),
        "carrier-peer",
        targets(oddity.targets, "spoke"),
        oddity.firstNanos,
        oddity.lastNanos,
        oddity.count,
        withBlindSpots(
            List.of(
                Reason.of(
                    "carrier-address",
                    "Conversations with an address that carriers give out behind their NAT"
                        + " (100.64.0.0/10).",
                    (double) oddity.count,
                    "conversations"),
                Reason.of(
                    "against-overlay", "Overlay networks such as Tailscale use this block too."))),
        oddity.traces);
  }

  PortFact half(IpAddress host, Oddity oddity, long oneSided, long connections) {
    double share = connections == 0 ? 0 : (double) oneSided / connections;
    boolean blind = share > MIRROR_SEES_HALF;
    List<Reason> reasons = new ArrayList<>();
    if (blind) {
      reasons.add(
          Reason.of(
              Reason.WHY_CANNOT_TELL + "-mirror",
              "So large a share of all connections was captured one way only that the mirror itself"
                  + " may miss a direction.",
              share * 100,
              "%"));
    }
    reasons.add(
        Reason.of(
            "half-conversations",
            "Connections with addresses outside of which only this host's half passes here.",
            (double) oddity.count,
            "connections"));
    return new PortFact(
        RULE,
        blind ? Level.CANNOT_TELL : Level.POSSIBLE,
        Severity.MEDIUM,
        Map.of("ip", host.toString()),
        "half-conversation",
        targets(oddity.targets, "answered"),
        oddity.firstNanos,
        oddity.lastNanos,
        oddity.count,
        withBlindSpots(reasons),
        oddity.traces);
  }

  private static Map<String, String> actor(long mac, String maker, int vlan) {
    Map<String, String> actor = new LinkedHashMap<>();
    actor.put("mac", Endpoint.macText(mac));
    if (!maker.isEmpty()) {
      actor.put("maker", maker);
    }
    if (vlan >= 0) {
      actor.put("vlan", Integer.toString(vlan));
    }
    return actor;
  }

  private static List<PortFact.Target> targets(Map<String, Long> counts, String relation) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST)
        .map(entry -> new PortFact.Target(entry.getKey(), relation, entry.getValue()))
        .toList();
  }

  private static String join(Collection<IpAddress> addresses) {
    return String.join(", ", addresses.stream().map(IpAddress::toString).toList());
  }

  private static List<Reason> withBlindSpots(List<Reason> reasons) {
    List<Reason> all = new ArrayList<>(reasons);
    all.add(Reason.of("blind-spot", SecondGatewayDetector.blindSpots().getFirst()));
    return all;
  }
}
