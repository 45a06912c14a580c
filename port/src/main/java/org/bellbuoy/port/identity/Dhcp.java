package org.bellbuoy.port.identity;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.packet.Bytes;

/**
 * DHCP (RFC 2131, 2132): host name (option 12), vendor class (60), parameter request list (55) and
 * qualified name (81) of clients; the address that a server acknowledges, and the router it names.
 */
final class Dhcp {
  private static final int FIXED_BYTES = 240;
  private static final int COOKIE = 0x6382_5363;
  private static final int MOST_PARAMETERS = 48;

  private Dhcp() {}

  /** Whether a datagram is a message of this protocol. */
  static boolean is(byte[] b, int at, int length) {
    return length > FIXED_BYTES
        && (b[at] == 1 || b[at] == 2)
        && b[at + 1] == 1
        && b[at + 2] == 6
        && Bytes.s32(b, at + 236) == COOKIE;
  }

  static void read(
      Conversation conversation,
      Direction direction,
      byte[] b,
      int at,
      int length,
      FrameMark mark,
      Teller teller) {
    long client = Teller.mac(b, at + 28);
    if (!Teller.single(client)) {
      return;
    }
    int kind = 0;
    int router = 0;
    int end = at + length;
    int option = at + FIXED_BYTES;
    IpAddress own = address(Bytes.s32(b, at + 12));
    while (option < end && b[option] != (byte) 255) {
      if (b[option] == 0) {
        option++;
        continue;
      }
      int size = option + 1 < end ? b[option + 1] & 0xff : 256;
      if (size > end - option - 2) {
        teller.reject(
            "dhcp-option",
            mark,
            "option %d says %d bytes, %d are there."
                .formatted(b[option] & 0xff, size, Math.max(0, end - option - 2)));
        break;
      }
      int code = b[option] & 0xff;
      int value = option + 2;
      if (code == 53 && size == 1) {
        kind = b[value];
      } else if (code == 3 && size >= 4) {
        router = Bytes.s32(b, value);
      } else if (b[at] == 1) {
        asked(code, b, value, size, own, client, mark, teller);
      }
      option = value + size;
    }
    if (b[at] == 2) {
      answered(conversation, direction, kind, router, b, at, client, mark, teller);
    }
  }

  private static IpAddress address(int ipv4) {
    return Teller.single(ipv4) ? IpAddress.ipv4(ipv4) : IpAddress.NONE;
  }

  private static void asked(
      int code,
      byte[] b,
      int at,
      int size,
      IpAddress address,
      long mac,
      FrameMark mark,
      Teller teller) {
    switch (code) {
      case 12 ->
          teller.tell(
              mark, address, mac, -1, AttributeName.NAME, Teller.text(b, at, size), Protocol.DHCP);
      case 60 ->
          teller.tell(
              mark,
              address,
              mac,
              -1,
              AttributeName.SOFTWARE,
              "DHCP vendor class " + Teller.text(b, at, size),
              Protocol.DHCP);
      case 55 -> {
        StringBuilder list = new StringBuilder("DHCP asks for options");
        for (int i = 0; i < Math.min(size, MOST_PARAMETERS); i++) {
          list.append(i == 0 ? " " : ",").append(b[at + i] & 0xff);
        }
        teller.tell(mark, address, mac, -1, AttributeName.SOFTWARE, list.toString(), Protocol.DHCP);
      }
      case 81 -> {
        // Flags and two result codes come first; bit 2 says that labels follow as in DNS.
        if (size > 3 && (b[at] & 4) == 0) {
          teller.tell(
              mark,
              address,
              mac,
              -1,
              AttributeName.NAME,
              Teller.text(b, at + 3, size - 3),
              Protocol.DHCP);
        }
      }
      default -> {}
    }
  }

  private static void answered(
      Conversation conversation,
      Direction direction,
      int kind,
      int router,
      byte[] b,
      int at,
      long client,
      FrameMark mark,
      Teller teller) {
    Endpoint server = conversation.source(direction);
    if (kind == 2 || kind == 5) {
      teller.tell(mark, server, AttributeName.SERVICE, "dhcp", Protocol.DHCP);
      if (Teller.single(router)) {
        IpAddress gateway = IpAddress.ipv4(router);
        teller.tell(
            mark, gateway, Endpoint.NO_MAC, -1, AttributeName.ROLE, "gateway", Protocol.DHCP);
      }
    }
    int yours = Bytes.s32(b, at + 16);
    if (kind == 5 && Teller.single(yours)) {
      IpAddress given = IpAddress.ipv4(yours);
      teller.tell(mark, given, client, -1, AttributeName.IP, given.toString(), Protocol.DHCP);
    }
  }
}
