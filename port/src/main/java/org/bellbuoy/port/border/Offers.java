package org.bellbuoy.port.border;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.packet.Bytes;
import org.bellbuoy.port.packet.PacketView;
import org.jspecify.annotations.Nullable;

/**
 * Who offers a way out: DHCP servers (RFC 2131, 2132) and router advertisements (RFC 4861, 4.2).
 * Keeps the first 256 of them.
 */
final class Offers {
  private static final int MOST = 256;
  private static final int MOST_TRACES = 8;
  private static final int COOKIE = 0x63825363;

  /** What is offered. */
  enum Kind {
    DHCP,
    ROUTER_ADVERTISEMENT
  }

  /** Who offers what where. */
  record Key(Kind kind, int vlan, long mac, IpAddress server) {}

  /** One that offers. */
  static final class Offer {
    final Kind kind;
    final int vlan;
    final long mac;
    final IpAddress server;
    final Set<IpAddress> routers = new LinkedHashSet<>();
    final Set<IpAddress> nameServers = new LinkedHashSet<>();
    final List<PortTrace> traces = new ArrayList<>();
    final long firstNanos;
    long lastNanos;
    long count;

    Offer(Key key, long nanos) {
      this.kind = key.kind();
      this.vlan = key.vlan();
      this.mac = key.mac();
      this.server = key.server();
      this.firstNanos = nanos;
      this.lastNanos = nanos;
    }
  }

  private final Map<Key, Offer> offers = new LinkedHashMap<>();

  Offers() {}

  void packet(PacketView view, FrameMark mark) {
    if (view.kind() == PacketView.Kind.UDP && view.sourcePort() == 67) {
      dhcp(view, mark);
    } else if (view.kind() == PacketView.Kind.ICMP && view.isIpv6() && view.sourcePort() == 134) {
      boolean lasts =
          view.payloadLength() >= 4 && Bytes.u16(view.buffer(), view.payloadOffset() + 2) > 0;
      if (lasts) {
        offer(Kind.ROUTER_ADVERTISEMENT, source(view), view, mark);
      }
    }
  }

  private static IpAddress source(PacketView view) {
    return new IpAddress(view.sourceHigh(), view.sourceLow());
  }

  private void dhcp(PacketView view, FrameMark mark) {
    byte[] b = view.buffer();
    int o = view.payloadOffset();
    int end = o + view.payloadLength();
    // A reply, with the cookie behind the fixed fields.
    if (end - o < 244 || b[o] != 2 || Bytes.s32(b, o + 236) != COOKIE) {
      return;
    }
    int type = 0;
    IpAddress server = source(view);
    List<IpAddress> routers = List.of();
    List<IpAddress> nameServers = List.of();
    int at = o + 240;
    while (at + 1 < end && b[at] != -1) {
      if (b[at] == 0) {
        at++;
        continue;
      }
      int length = Bytes.u8(b, at + 1);
      if (at + 2 + length > end) {
        break;
      }
      switch (Bytes.u8(b, at)) {
        case 53 -> type = length == 1 ? b[at + 2] : 0;
        case 54 -> server = length == 4 ? IpAddress.ipv4(Bytes.s32(b, at + 2)) : server;
        case 3 -> routers = addresses(b, at + 2, length);
        case 6 -> nameServers = addresses(b, at + 2, length);
        default -> {}
      }
      at += 2 + length;
    }
    // An offer or an acknowledgment.
    if (type == 2 || type == 5) {
      Offer offer = offer(Kind.DHCP, server, view, mark);
      if (offer != null && offer.routers.size() < MOST_TRACES) {
        offer.routers.addAll(routers);
        offer.nameServers.addAll(nameServers);
      }
    }
  }

  private static List<IpAddress> addresses(byte[] b, int at, int length) {
    List<IpAddress> read = new ArrayList<>(2);
    for (int i = 0; i + 4 <= length && read.size() < MOST_TRACES; i += 4) {
      read.add(IpAddress.ipv4(Bytes.s32(b, at + i)));
    }
    return read;
  }

  private @Nullable Offer offer(Kind kind, IpAddress server, PacketView view, FrameMark mark) {
    Key key = new Key(kind, view.vlan(), view.sourceMac(), server);
    Offer offer = offers.get(key);
    if (offer == null) {
      if (offers.size() == MOST) {
        return null;
      }
      offer = new Offer(key, mark.epochNanos());
      offers.put(key, offer);
    }
    offer.count++;
    offer.lastNanos = Math.max(offer.lastNanos, mark.epochNanos());
    if (offer.traces.size() < MOST_TRACES) {
      offer.traces.add(PortTrace.of(mark));
    }
    return offer;
  }

  /** All, in the order in which they were first seen. */
  Collection<Offer> all() {
    return offers.values();
  }
}
