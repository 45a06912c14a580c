package org.bellbuoy.port.session;

import java.util.HashMap;
import java.util.Map;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.packet.Bytes;
import org.bellbuoy.port.packet.PacketView;
import org.jspecify.annotations.Nullable;

/**
 * Finds what travels in pings. An honest answer holds the bytes of its question (RFC 792); a tunnel
 * answers with others, or carries whole IP packets. Keeps 1,024 pairs of hosts, the first seen.
 */
final class IcmpTunnels {
  private static final int MOST_PAIRS = 1024;
  private static final int NEEDED_PACKETS = 5;
  private static final int NEEDED_UNLIKE = 10;

  private record Pair(IpAddress lower, IpAddress higher) {}

  private static final class Pings {
    final long[] asked = new long[8];
    final long[] hashes = new long[8];
    int at;
    int carried;
    int unlike;
    int alike;
    @Nullable Session session;
  }

  private final SessionRegister register;
  private final Map<Pair, Pings> pairs = new HashMap<>();

  IcmpTunnels(SessionRegister register) {
    this.register = register;
  }

  void packet(PacketView view, FrameMark mark) {
    int type = view.sourcePort();
    boolean asks = type == 8 || type == 128;
    boolean answers = type == 0 || type == 129;
    int o = view.payloadOffset();
    int n = view.payloadLength();
    if ((!asks && !answers) || view.payloadMissing() > 0 || n < 4 + 20) {
      return;
    }
    IpAddress from = new IpAddress(view.sourceHigh(), view.sourceLow());
    IpAddress to = new IpAddress(view.destinationHigh(), view.destinationLow());
    Pair pair = from.compareTo(to) < 0 ? new Pair(from, to) : new Pair(to, from);
    Pings pings = pairs.get(pair);
    if (pings == null) {
      if (pairs.size() == MOST_PAIRS) {
        return;
      }
      pings = new Pings();
      pairs.put(pair, pings);
    }
    look(pings, asks, view.buffer(), o, n);
    Session session = pings.session;
    if (session == null && isTunnel(pings)) {
      session = begin(pings, from, to, view, mark);
      pings.session = session;
    }
    if (session != null) {
      session.lastNanos = Math.max(session.lastNanos, mark.epochNanos());
      session.packets++;
      if (session.opener.address().equals(from)) {
        session.bytesFromOpener += n;
      } else {
        session.bytesToOpener += n;
      }
    }
  }

  private static boolean isTunnel(Pings pings) {
    return pings.carried >= NEEDED_PACKETS
        || (pings.unlike >= NEEDED_UNLIKE && pings.unlike > pings.alike);
  }

  private Session begin(
      Pings pings, IpAddress from, IpAddress to, PacketView view, FrameMark mark) {
    String text =
        pings.carried >= NEEDED_PACKETS
            ? "IP packets within echo messages"
            : "echo replies that hold other bytes than their requests";
    return register.begin(
        Sign.of(RemoteTool.ICMP_TUNNEL, text, Sign.EITHER),
        Transport.ICMP,
        new Endpoint(from, 0, view.sourceMac()),
        new Endpoint(to, 0, view.destinationMac()),
        Control.EITHER,
        mark);
  }

  private static void look(Pings pings, boolean asks, byte[] b, int o, int n) {
    int at = o + 4;
    int length = n - 4;
    boolean packet = (b[at] & 0xf0) == 0x40 && (b[at] & 15) >= 5 && Bytes.u16(b, at + 2) == length;
    pings.carried += packet ? 1 : 0;
    long number = Bytes.u32(b, o) + 1;
    long hash = length;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + b[at + i];
    }
    if (asks) {
      pings.asked[pings.at & 7] = number;
      pings.hashes[pings.at++ & 7] = hash;
      return;
    }
    boolean seen = false;
    for (int i = 0; i < 8; i++) {
      if (pings.asked[i] == number) {
        seen = true;
        if (pings.hashes[i] == hash) {
          pings.alike++;
          return;
        }
      }
    }
    pings.unlike += seen ? 1 : 0;
  }
}
