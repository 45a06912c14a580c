package org.bellbuoy.port.border;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.packet.PacketView;
import org.jspecify.annotations.Nullable;

/**
 * Rule {@code port.second-gateway}: signs of another way out of the network than the known one.
 * Next hops of hosts on the way out; servers that offer routes; hardware addresses of makers of
 * modems; several machines behind one address; peers in networks of carriers; conversations of
 * which only one half passes. None of these proves a modem, and a modem on a port of a controller
 * that is not connected to this network shows none of them: see {@link #blindSpots}. Keeps 4,096
 * pairs of hardware addresses, 2,048 addresses and 256 servers, under 16 MB.
 */
public final class SecondGatewayDetector
    implements PortDetector, PacketListener, ConversationListener {
  static final String RULE = "port.second-gateway";
  private static final int MOST = 1024;
  private static final int MOST_TRACES = 8;
  private static final int FEWEST_HALVES = 3;

  /** Something odd about one device, counted. */
  static final class Oddity {
    final List<PortTrace> traces = new ArrayList<>();
    final Map<String, Long> targets = new LinkedHashMap<>();
    final long firstNanos;
    long lastNanos;
    long count;

    Oddity(long nanos) {
      firstNanos = nanos;
      lastNanos = nanos;
    }
  }

  private final BorderRules rules;
  private final Networks networks;
  private final NextHops hops;
  private final Stacks stacks;
  private final Offers offers = new Offers();
  private final Map<Long, Oddity> modems = new LinkedHashMap<>();
  private final Map<IpAddress, Oddity> carriers = new LinkedHashMap<>();
  private final Map<IpAddress, Oddity> halves = new LinkedHashMap<>();
  private long connections;
  private long oneSided;

  /** A detector under those rules. */
  public SecondGatewayDetector(BorderRules rules) {
    this.rules = rules;
    this.networks = rules.networks();
    this.hops = new NextHops(networks);
    this.stacks = new Stacks(networks);
  }

  /** What this rule cannot see, in sentences; they belong on every page that shows its outcome. */
  public static List<String> blindSpots() {
    return List.of(
        "A modem on another port of a controller, drive or panel sends nothing over this network"
            + " and is not seen.",
        "Traffic that does not pass the mirrored port or VLAN is not seen.",
        "A second way to a network with private addresses is told by servers that offer routes"
            + " only, for which networks are reached through which router is not known.",
        "A modem that bridges, or that takes the place of the known gateway with its hardware"
            + " address, looks like the gateway.",
        "A modem that was silent while the capture lasted leaves no sign.");
  }

  @Override
  public PacketListener packets() {
    return this;
  }

  @Override
  public ConversationListener conversations() {
    return this;
  }

  @Override
  public void packet(PacketView view, FrameMark mark) {
    if (!view.isIp() || view.tunnels() > 0 || view.sourceMac() == Endpoint.NO_MAC) {
      return;
    }
    hops.packet(view, mark);
    stacks.packet(view, mark);
    offers.packet(view, mark);
  }

  @Override
  public void closed(Conversation conversation) {
    maker(conversation, conversation.client());
    maker(conversation, conversation.server());
    if (conversation.transport() == Transport.LINK) {
      return;
    }
    carrier(conversation, conversation.client(), conversation.server());
    carrier(conversation, conversation.server(), conversation.client());
    if (conversation.transport() == Transport.TCP) {
      connections++;
      if (conversation.oneSided()) {
        oneSided++;
        half(conversation);
      }
    }
  }

  private void maker(Conversation conversation, Endpoint endpoint) {
    if (!ModemMakers.of(endpoint.mac()).isEmpty()) {
      Oddity oddity = oddity(modems, endpoint.mac(), conversation);
      if (oddity != null && networks.isInside(endpoint.address())) {
        target(oddity, endpoint.address().toString());
      }
    }
  }

  private void carrier(Conversation conversation, Endpoint peer, Endpoint other) {
    if (Networks.isCarrier(peer.address()) && !networks.isInside(peer.address())) {
      Oddity oddity = oddity(carriers, peer.address(), conversation);
      if (oddity != null) {
        target(oddity, other.address() + " " + Crossing.service(conversation));
      }
    }
  }

  private void half(Conversation conversation) {
    boolean toServer = conversation.packets(Direction.TO_SERVER) > 0;
    Endpoint speaker = toServer ? conversation.client() : conversation.server();
    Endpoint silent = toServer ? conversation.server() : conversation.client();
    if (networks.isInside(speaker.address()) && networks.isPublic(silent.address())) {
      Oddity oddity = oddity(halves, speaker.address(), conversation);
      if (oddity != null) {
        target(oddity, silent.address() + " " + Crossing.service(conversation));
      }
    }
  }

  private static <K> @Nullable Oddity oddity(Map<K, Oddity> of, K key, Conversation conversation) {
    Oddity oddity = of.get(key);
    if (oddity == null) {
      if (of.size() == MOST) {
        return null;
      }
      oddity = new Oddity(conversation.firstNanos());
      of.put(key, oddity);
    }
    oddity.count++;
    oddity.lastNanos = Math.max(oddity.lastNanos, conversation.lastNanos());
    if (oddity.traces.size() < MOST_TRACES) {
      oddity.traces.add(
          new PortTrace(
              conversation.firstSource(),
              conversation.firstNanos(),
              conversation.firstOffset(),
              conversation.firstLength(),
              conversation.firstFrame(),
              ""));
    }
    return oddity;
  }

  private static void target(Oddity oddity, String target) {
    if (oddity.targets.size() < 50 || oddity.targets.containsKey(target)) {
      oddity.targets.merge(target, 1L, Long::sum);
    }
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    GatewayFacts facts = new GatewayFacts(rules);
    List<PortFact> told = new ArrayList<>();
    hops.byVlan().values().forEach(ways -> told.addAll(facts.hops(ways)));
    told.addAll(facts.offers(offers.all()));
    modems.forEach((mac, oddity) -> told.add(facts.modem(mac, oddity)));
    stacks.several().forEach(stack -> told.add(facts.stack(stack)));
    carriers.forEach((peer, oddity) -> told.add(facts.carrier(peer, oddity)));
    halves.forEach(
        (host, oddity) -> {
          if (oddity.count >= FEWEST_HALVES) {
            told.add(facts.half(host, oddity, oneSided, connections));
          }
        });
    return told;
  }
}
