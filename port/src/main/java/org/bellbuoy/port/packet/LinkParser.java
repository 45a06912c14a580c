package org.bellbuoy.port.packet;

import org.bellbuoy.port.capture.Packet;
import org.bellbuoy.port.conversation.Endpoint;

/** Link headers: fills in hardware addresses, VLANs, EtherType and where the payload begins. */
final class LinkParser {
  /** The frame ends within its header. */
  static final int CUT = -2;

  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int LONGEST_LLC = 1500;
  private static final int MOST_TAGS = 4;

  /** Gives the EtherType, or {@link #CUT}. */
  int parse(Packet packet, PacketView view) {
    int at = packet.offset();
    int end = at + packet.length();
    view.linkPayloadEnd = end;
    view.linkPayloadOffset = at;
    return switch (packet.linkType()) {
      case ETHERNET -> ethernet(view, at, end);
      case RAW_IP -> rawIp(view, at, end);
      case NULL, LOOP -> loopback(view, at, end);
      case LINUX_SLL -> cooked(view, at, end);
      case LINUX_SLL2 -> cooked2(view, at, end);
      case PPP -> ppp(view, at, end);
    };
  }

  int ethernet(PacketView view, int at, int end) {
    byte[] b = view.buffer;
    if (end - at < 14) {
      return CUT;
    }
    view.destinationMac = Bytes.s64(b, at) >>> 16;
    view.sourceMac = Bytes.s64(b, at + 4) & 0xffff_ffff_ffffL;
    return etherType(view, at + 12, end);
  }

  /** Reads the EtherType at a place, tags before it, LLC behind it. */
  private static int etherType(PacketView view, int typeAt, int end) {
    byte[] b = view.buffer;
    int at = typeAt;
    int type = Bytes.u16(b, at);
    for (int tags = 0; type == 0x8100 || type == 0x88a8 || type == 0x9100; tags++) {
      if (end - at < 6 || tags == MOST_TAGS) {
        return CUT;
      }
      int vlan = Bytes.u16(b, at + 2) & 0xfff;
      if (view.vlan == PacketView.NONE) {
        view.vlan = vlan;
      } else {
        view.innerVlan = vlan;
      }
      at += 4;
      type = Bytes.u16(b, at);
    }
    at += 2;
    if (type <= LONGEST_LLC) {
      return llc(view, at, Math.min(end, at + type));
    }
    if (type == 0x8864 && end - at >= 8) {
      // PPP over Ethernet: six bytes of its own, then PPP.
      return ppp(view, at + 6, end);
    }
    view.etherType = type;
    view.linkPayloadOffset = at;
    return type;
  }

  /** IEEE 802.2: SNAP tells a type of its own. */
  private static int llc(PacketView view, int at, int end) {
    byte[] b = view.buffer;
    view.linkPayloadEnd = end;
    view.etherType = PacketView.ETHER_LLC;
    view.linkPayloadOffset = at;
    if (end - at >= 8 && b[at] == (byte) 0xaa && b[at + 1] == (byte) 0xaa && b[at + 2] == 3) {
      view.etherType = Bytes.u16(b, at + 6);
      view.linkPayloadOffset = at + 8;
    }
    return view.etherType;
  }

  private static int rawIp(PacketView view, int at, int end) {
    if (end - at < 1) {
      return CUT;
    }
    view.etherType = (view.buffer[at] & 0xf0) == 0x60 ? IPV6 : IPV4;
    view.linkPayloadOffset = at;
    return view.etherType;
  }

  private static int loopback(PacketView view, int at, int end) {
    if (end - at < 4) {
      return CUT;
    }
    int family = Bytes.s32(view.buffer, at);
    if ((family & 0xffff) == 0) {
      family = Integer.reverseBytes(family);
    }
    view.linkPayloadOffset = at + 4;
    // AF_INET is 2 everywhere; AF_INET6 is 10, 24, 28 or 30, by system.
    view.etherType =
        switch (family) {
          case 2 -> IPV4;
          case 10, 24, 28, 30 -> IPV6;
          default -> PacketView.ETHER_LLC;
        };
    return view.etherType;
  }

  private static int cooked(PacketView view, int at, int end) {
    byte[] b = view.buffer;
    if (end - at < 16) {
      return CUT;
    }
    view.sourceMac = Bytes.u16(b, at + 4) == 6 ? Bytes.s64(b, at + 6) >>> 16 : Endpoint.NO_MAC;
    return cookedType(view, at + 14, at + 16, end);
  }

  private static int cooked2(PacketView view, int at, int end) {
    byte[] b = view.buffer;
    if (end - at < 20) {
      return CUT;
    }
    view.sourceMac = b[at + 11] == 6 ? Bytes.s64(b, at + 12) >>> 16 : Endpoint.NO_MAC;
    return cookedType(view, at, at + 20, end);
  }

  private static int cookedType(PacketView view, int typeAt, int payloadAt, int end) {
    int type = Bytes.u16(view.buffer, typeAt);
    if (type == 4) {
      return llc(view, payloadAt, end);
    }
    if (type == 0x8100 && end - payloadAt >= 4) {
      view.vlan = Bytes.u16(view.buffer, payloadAt) & 0xfff;
      view.etherType = Bytes.u16(view.buffer, payloadAt + 2);
      view.linkPayloadOffset = payloadAt + 4;
      return view.etherType;
    }
    view.etherType = type;
    view.linkPayloadOffset = payloadAt;
    return type;
  }

  static int ppp(PacketView view, int from, int end) {
    byte[] b = view.buffer;
    int at = from;
    if (end - at >= 2 && b[at] == (byte) 0xff && b[at + 1] == 3) {
      at += 2;
    }
    if (end - at < 2) {
      return CUT;
    }
    // The protocol's first byte is even unless it was left out to save it (RFC 1661, 6.5).
    int protocol = (b[at] & 1) != 0 ? b[at] & 0xff : Bytes.u16(b, at);
    at += (b[at] & 1) != 0 ? 1 : 2;
    view.linkPayloadOffset = at;
    view.etherType =
        switch (protocol) {
          case 0x21 -> IPV4;
          case 0x57 -> IPV6;
          default -> PacketView.ETHER_LLC;
        };
    return view.etherType;
  }
}
