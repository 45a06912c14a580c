package org.bellbuoy.port.packet;

import org.bellbuoy.port.capture.Packet;
import org.bellbuoy.port.conversation.IpAddress;

/**
 * Takes packets apart into a view: link, VLAN, tunnels, IP, fragments, TCP, UDP and ICMP. Never
 * throws for what a packet holds; what does not fit is told by the result. Not thread safe, for it
 * keeps fragments.
 */
public final class PacketParser {
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int MOST_TUNNELS = 4;

  /** What came of taking a packet apart. */
  public enum Outcome {
    /** All headers were read. */
    WHOLE,
    /** A fragment that waits for others. */
    FRAGMENT,
    /** The capture cut the packet off within its headers. */
    CUT_HEADER,
    /** A header says what cannot be, for example a length beyond its packet. */
    MALFORMED
  }

  private final LinkParser link = new LinkParser();
  private final Fragments fragments = new Fragments();

  /** A parser with no fragments waiting. */
  public PacketParser() {}

  /** Fragments: waiting, put together, given up. */
  public Fragments fragments() {
    return fragments;
  }

  /** Takes a packet apart; the view tells what was read also where the outcome is not whole. */
  public Outcome parse(Packet packet, PacketView view) {
    view.reset(packet);
    int ether = link.parse(packet, view);
    if (ether == LinkParser.CUT) {
      return Outcome.CUT_HEADER;
    }
    int missing = Math.max(0, packet.originalLength() - packet.length());
    return network(view, ether, view.linkPayloadOffset, view.linkPayloadEnd, missing);
  }

  private Outcome network(PacketView view, int ether, int offset, int end, int missing) {
    if (ether == IPV4) {
      return ipv4(view, offset, end, missing);
    }
    if (ether == IPV6) {
      return ipv6(view, offset, end, missing);
    }
    view.payload(offset, end, missing);
    return Outcome.WHOLE;
  }

  private Outcome ipv4(PacketView view, int offset, int end, int missing) {
    byte[] b = view.buffer;
    if (end - offset < 20) {
      return Outcome.CUT_HEADER;
    }
    int headerBytes = (b[offset] & 15) * 4;
    if ((b[offset] & 0xf0) != 0x40 || headerBytes < 20) {
      return Outcome.MALFORMED;
    }
    if (end - offset < headerBytes) {
      return Outcome.CUT_HEADER;
    }
    int total = Bytes.u16(b, offset + 2);
    if (total == 0) {
      // Written by machines whose network card cuts packets: the length is that of the frame.
      total = end - offset + missing;
    }
    if (total < headerBytes) {
      return Outcome.MALFORMED;
    }
    view.ip = true;
    view.ipv6 = false;
    view.kind = PacketView.Kind.IP;
    view.sourceHigh = 0;
    view.sourceLow = IpAddress.mapped(Bytes.s32(b, offset + 12));
    view.destinationHigh = 0;
    view.destinationLow = IpAddress.mapped(Bytes.s32(b, offset + 16));
    view.ttl = b[offset + 8] & 0xff;
    view.ipId = Bytes.u16(b, offset + 4);
    int protocol = b[offset + 9] & 0xff;
    int captured = Math.min(end, offset + total);
    int cut = Math.max(0, offset + total - end);
    int part = Bytes.u16(b, offset + 6);
    if ((part & 0x3fff) != 0) {
      int from = (part & 0x1fff) * 8;
      boolean more = (part & 0x2000) != 0;
      return fragment(view, protocol, view.ipId, from, more, offset + headerBytes, captured, cut);
    }
    return transport(view, protocol, offset + headerBytes, captured, cut);
  }

  private Outcome ipv6(PacketView view, int offset, int end, int missing) {
    byte[] b = view.buffer;
    if (end - offset < 40) {
      return Outcome.CUT_HEADER;
    }
    if ((b[offset] & 0xf0) != 0x60) {
      return Outcome.MALFORMED;
    }
    int total = Bytes.u16(b, offset + 4);
    if (total == 0) {
      total = end - offset - 40 + missing;
    }
    view.ip = true;
    view.ipv6 = true;
    view.kind = PacketView.Kind.IP;
    view.sourceHigh = Bytes.s64(b, offset + 8);
    view.sourceLow = Bytes.s64(b, offset + 16);
    view.destinationHigh = Bytes.s64(b, offset + 24);
    view.destinationLow = Bytes.s64(b, offset + 32);
    view.ttl = b[offset + 7] & 0xff;
    view.ipId = PacketView.NONE;
    int at = offset + 40;
    int captured = Math.min(end, at + total);
    int cut = Math.max(0, at + total - end);
    int protocol = b[offset + 6] & 0xff;
    // Hop-by-hop, routing, destination and authentication headers (RFC 8200, 4.1).
    while (protocol == 0 || protocol == 43 || protocol == 60 || protocol == 51) {
      if (captured - at < 8) {
        return Outcome.CUT_HEADER;
      }
      int length = b[at + 1] & 0xff;
      int next = b[at] & 0xff;
      at += protocol == 51 ? (length + 2) * 4 : (length + 1) * 8;
      protocol = next;
    }
    if (at > captured) {
      return cut > 0 ? Outcome.CUT_HEADER : Outcome.MALFORMED;
    }
    if (protocol == 44) {
      if (captured - at < 8) {
        return Outcome.CUT_HEADER;
      }
      int part = Bytes.u16(b, at + 2);
      int next = b[at] & 0xff;
      int id = Bytes.s32(b, at + 4);
      if ((part & 0xfff9) != 0) {
        return fragment(view, next, id, part & 0xfff8, (part & 1) != 0, at + 8, captured, cut);
      }
      return transport(view, next, at + 8, captured, cut);
    }
    return transport(view, protocol, at, captured, cut);
  }

  private Outcome fragment(
      PacketView view, int protocol, int id, int from, boolean more, int at, int end, int cut) {
    view.fragment = true;
    view.ipProtocol = protocol;
    view.payload(at, end, cut);
    int length =
        cut > 0
            ? Fragments.WAITING
            : fragments.add(view, protocol, id, from, more, at, Math.max(0, end - at));
    if (length < 0) {
      return Outcome.FRAGMENT;
    }
    view.buffer = fragments.whole();
    return transport(view, protocol, 0, length, 0);
  }

  private Outcome transport(PacketView view, int protocol, int at, int end, int cut) {
    view.ipProtocol = protocol;
    view.payload(at, end, cut);
    return switch (protocol) {
      case 6 -> tcp(view, at, end, cut);
      case 17 -> udp(view, at, end, cut);
      case 1, 58 -> icmp(view, at, end, cut);
      case 47 -> gre(view, at, end, cut);
      case 4 -> tunnel(view, IPV4, at, end, cut);
      case 41 -> tunnel(view, IPV6, at, end, cut);
      default -> Outcome.WHOLE;
    };
  }

  private static Outcome tcp(PacketView view, int at, int end, int cut) {
    byte[] b = view.buffer;
    if (end - at < 20) {
      return cut > 0 ? Outcome.CUT_HEADER : Outcome.MALFORMED;
    }
    int headerBytes = (b[at + 12] & 0xf0) >> 2;
    if (headerBytes < 20 || (headerBytes > end - at && cut == 0)) {
      return Outcome.MALFORMED;
    }
    view.kind = PacketView.Kind.TCP;
    view.sourcePort = Bytes.u16(b, at);
    view.destinationPort = Bytes.u16(b, at + 2);
    view.sequence = Bytes.s32(b, at + 4);
    view.acknowledgment = Bytes.s32(b, at + 8);
    view.flags = b[at + 13] & 0xff;
    view.window = Bytes.u16(b, at + 14);
    view.checksum = Bytes.u16(b, at + 16);
    view.tcpOptionsOffset = at + 20;
    view.tcpOptionsLength = Math.min(headerBytes, end - at) - 20;
    int begin = at + headerBytes;
    view.payload(Math.min(begin, end), end, begin > end ? cut - (begin - end) : cut);
    return Outcome.WHOLE;
  }

  private static Outcome udp(PacketView view, int at, int end, int cut) {
    byte[] b = view.buffer;
    if (end - at < 8) {
      return cut > 0 ? Outcome.CUT_HEADER : Outcome.MALFORMED;
    }
    view.kind = PacketView.Kind.UDP;
    view.sourcePort = Bytes.u16(b, at);
    view.destinationPort = Bytes.u16(b, at + 2);
    view.checksum = Bytes.u16(b, at + 6);
    int length = Bytes.u16(b, at + 4);
    int last = length == 0 ? end : at + length;
    if (length != 0 && length < 8) {
      return Outcome.MALFORMED;
    }
    // The IP packet may hold more than the datagram, and the datagram may say more than there is.
    int missing = Math.min(cut, Math.max(0, last - end));
    view.payload(at + 8, Math.min(end, last), missing);
    return last > end + cut ? Outcome.MALFORMED : Outcome.WHOLE;
  }

  private static Outcome icmp(PacketView view, int at, int end, int cut) {
    if (end - at < 4) {
      return cut > 0 ? Outcome.CUT_HEADER : Outcome.MALFORMED;
    }
    view.kind = PacketView.Kind.ICMP;
    view.sourcePort = view.buffer[at] & 0xff;
    view.destinationPort = view.buffer[at + 1] & 0xff;
    view.checksum = Bytes.u16(view.buffer, at + 2);
    view.payload(at + 4, end, cut);
    return Outcome.WHOLE;
  }

  /** GRE (RFC 2784, 2890): with IP, Ethernet, ERSPAN or PPP inside. */
  private Outcome gre(PacketView view, int at, int end, int cut) {
    byte[] b = view.buffer;
    if (end - at < 4) {
      return cut > 0 ? Outcome.CUT_HEADER : Outcome.MALFORMED;
    }
    int flags = Bytes.u16(b, at);
    int type = Bytes.u16(b, at + 2);
    int version = flags & 7;
    int next = at + 4;
    next += (flags & 0x8000) != 0 ? 4 : 0;
    next += (flags & 0x2000) != 0 ? 4 : 0;
    next += (flags & 0x1000) != 0 ? 4 : 0;
    next += version == 1 && (flags & 0x0080) != 0 ? 4 : 0;
    // A cisco mirror over GRE: type II and III have headers of their own, type I has none.
    if (type == 0x88be) {
      next += (flags & 0x1000) != 0 ? 8 : 0;
      type = 0x6558;
    } else if (type == 0x22eb) {
      next += 12;
      type = 0x6558;
    }
    if (next > end) {
      return cut > 0 ? Outcome.CUT_HEADER : Outcome.MALFORMED;
    }
    if (type == 0x6558) {
      int inner = link.ethernet(view, next, end);
      return inner == LinkParser.CUT
          ? Outcome.CUT_HEADER
          : tunnel(view, inner, view.linkPayloadOffset, end, cut);
    }
    if (type == 0x880b) {
      int inner = LinkParser.ppp(view, next, end);
      return inner == LinkParser.CUT
          ? Outcome.CUT_HEADER
          : tunnel(view, inner, view.linkPayloadOffset, end, cut);
    }
    return tunnel(view, type, next, end, cut);
  }

  private Outcome tunnel(PacketView view, int ether, int at, int end, int cut) {
    if (view.tunnels == MOST_TUNNELS) {
      return Outcome.MALFORMED;
    }
    view.tunnels++;
    return network(view, ether, at, end, cut);
  }
}
