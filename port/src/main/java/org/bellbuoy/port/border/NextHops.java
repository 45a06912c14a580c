package org.bellbuoy.port.border;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.packet.PacketView;

/**
 * Which hardware addresses inside hosts hand their packets to on the way out, for each VLAN.
 * Packets from a hardware address that speaks for several inside hosts were already forwarded once
 * and are no proof of a host's next hop. Keeps 4,096 pairs of hardware addresses, the first seen.
 */
final class NextHops {
  private static final int MOST_EDGES = 4096;
  private static final int MOST_SPEAKERS = 8192;
  private static final int MOST_KEPT = 32;
  private static final int FORWARDS = 3;

  private record EdgeKey(int vlan, long from, long to) {}

  private record SpeakerKey(int vlan, long mac) {}

  /** A way out. */
  static final class Hop {
    final int vlan;
    final long mac;
    final Map<IpAddress, Long> hosts = new LinkedHashMap<>();
    final Set<IpAddress> destinations = new LinkedHashSet<>();
    final List<PortTrace> traces = new ArrayList<>();
    long packets;
    long firstNanos = Long.MAX_VALUE;
    long lastNanos = Long.MIN_VALUE;

    Hop(int vlan, long mac) {
      this.vlan = vlan;
      this.mac = mac;
    }

    /** Whether a host of this hop has a neighbour in its subnet that uses the other. */
    boolean sharesSubnet(Hop other) {
      return hosts.keySet().stream()
          .anyMatch(host -> other.hosts.keySet().stream().anyMatch(o -> neighbours(host, o)));
    }

    /** The usual sizes of subnets: /24 and /64; the true ones are not told by packets. */
    private static boolean neighbours(IpAddress one, IpAddress other) {
      return one.high() == other.high() && (!one.isIpv4() || (one.low() ^ other.low()) >>> 8 == 0);
    }
  }

  private static final class Edge {
    final Map<IpAddress, Long> hosts = new LinkedHashMap<>();
    final Set<IpAddress> destinations = new LinkedHashSet<>();
    final PortTrace trace;
    long packets;
    long firstNanos;
    long lastNanos;

    Edge(FrameMark mark) {
      trace = PortTrace.of(mark);
      firstNanos = mark.epochNanos();
    }
  }

  private final Networks networks;
  private final Map<EdgeKey, Edge> edges = new HashMap<>();
  private final Map<SpeakerKey, Set<IpAddress>> speakers = new HashMap<>();
  private long notKept;

  NextHops(Networks networks) {
    this.networks = networks;
  }

  /** Looks at one packet with IP addresses and hardware addresses. */
  void packet(PacketView view, FrameMark mark) {
    long to = view.destinationMac();
    if ((to >>> 40 & 1) != 0 || !leaves(view)) {
      return;
    }
    EdgeKey key = new EdgeKey(view.vlan(), view.sourceMac(), to);
    Edge edge = edges.get(key);
    if (edge == null) {
      if (edges.size() == MOST_EDGES) {
        notKept++;
        return;
      }
      edge = new Edge(mark);
      edges.put(key, edge);
    }
    edge.packets++;
    edge.lastNanos = Math.max(edge.lastNanos, mark.epochNanos());
    IpAddress host = new IpAddress(view.sourceHigh(), view.sourceLow());
    if (edge.hosts.size() < MOST_KEPT || edge.hosts.containsKey(host)) {
      edge.hosts.merge(host, 1L, Long::sum);
    }
    if (edge.destinations.size() < MOST_KEPT) {
      edge.destinations.add(new IpAddress(view.destinationHigh(), view.destinationLow()));
    }
    speaks(view.vlan(), view.sourceMac(), host);
  }

  private boolean leaves(PacketView view) {
    return networks.isInside(view.sourceHigh(), view.sourceLow())
        && (networks.isPublic(view.destinationHigh(), view.destinationLow())
            || Networks.isCarrier(new IpAddress(view.destinationHigh(), view.destinationLow())));
  }

  private void speaks(int vlan, long mac, IpAddress host) {
    Set<IpAddress> hosts = speakers.get(new SpeakerKey(vlan, mac));
    if (hosts == null) {
      if (speakers.size() == MOST_SPEAKERS) {
        return;
      }
      hosts = new LinkedHashSet<>(2);
      speakers.put(new SpeakerKey(vlan, mac), hosts);
    }
    if (hosts.size() < FORWARDS) {
      hosts.add(host);
    }
  }

  private boolean forwards(int vlan, long mac) {
    Set<IpAddress> hosts = speakers.get(new SpeakerKey(vlan, mac));
    return hosts != null && hosts.size() >= FORWARDS;
  }

  /** Ways out of each VLAN, the most used first. */
  Map<Integer, List<Hop>> byVlan() {
    Map<SpeakerKey, Hop> hops = new LinkedHashMap<>();
    edges.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> entry.getValue().firstNanos))
        .filter(entry -> !forwards(entry.getKey().vlan(), entry.getKey().from()))
        .filter(entry -> entry.getKey().from() != Endpoint.NO_MAC)
        .forEach(
            entry -> {
              EdgeKey key = entry.getKey();
              Hop hop =
                  hops.computeIfAbsent(
                      new SpeakerKey(key.vlan(), key.to()), at -> new Hop(at.vlan(), at.mac()));
              join(hop, entry.getValue());
            });
    Map<Integer, List<Hop>> byVlan = new LinkedHashMap<>();
    hops.values().stream()
        .sorted(Comparator.comparingLong((Hop hop) -> hop.packets).reversed())
        .forEach(hop -> byVlan.computeIfAbsent(hop.vlan, v -> new ArrayList<>()).add(hop));
    return byVlan;
  }

  private static void join(Hop hop, Edge edge) {
    hop.packets += edge.packets;
    hop.firstNanos = Math.min(hop.firstNanos, edge.firstNanos);
    hop.lastNanos = Math.max(hop.lastNanos, edge.lastNanos);
    edge.hosts.forEach((host, count) -> hop.hosts.merge(host, count, Long::sum));
    if (hop.destinations.size() < MOST_KEPT) {
      hop.destinations.addAll(edge.destinations);
    }
    if (hop.traces.size() < MOST_KEPT) {
      hop.traces.add(edge.trace);
    }
  }

  /** Packets on the way out whose pair of hardware addresses was not kept. */
  long notKept() {
    return notKept;
  }
}
