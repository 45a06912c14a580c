package org.bellbuoy.port.identity;

import java.util.HexFormat;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.FrameDecoder;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.packet.Bytes;
import org.bellbuoy.port.packet.PacketView;
import org.jspecify.annotations.Nullable;

/**
 * Link layer discovery (IEEE 802.1AB, 8): TLVs of a 7-bit type and a 9-bit length. LLDP-MED's
 * inventory (ANSI/TIA-1057, 10.2.6) and PROFINET's chassis address (IEC 61158-6-10) are read too.
 */
final class Lldp implements FrameDecoder {
  private static final int CHASSIS = 1;
  private static final int PORT = 2;
  private static final int NAME = 5;
  private static final int DESCRIPTION = 6;
  private static final int CAPABILITIES = 7;
  private static final int MANAGEMENT = 8;
  private static final int ORGANISATION = 127;
  private static final int MED = 0x0012bb;
  private static final int PROFINET = 0x000ecf;
  private static final int CHASSIS_MAC = 5;

  private final Teller teller;

  Lldp(Teller teller) {
    this.teller = teller;
  }

  @Override
  public int[] etherTypes() {
    return new int[] {0x88cc};
  }

  @Override
  public void frame(
      PacketView view, Conversation conversation, Direction direction, FrameMark mark) {
    byte[] b = view.buffer();
    int at = view.linkPayloadOffset();
    int end = at + view.linkPayloadLength();
    long mac = view.sourceMac();
    IpAddress address = management(b, at, end);
    while (end - at >= 2) {
      int head = Bytes.u16(b, at);
      int type = head >> 9;
      int length = head & 0x1ff;
      at += 2;
      if (length > end - at) {
        teller.reject(
            "lldp-length",
            mark,
            "TLV %d says %d bytes, %d are there.".formatted(type, length, end - at));
        return;
      }
      if (type == 0) {
        return;
      }
      read(type, b, at, length, address, mac, mark);
      at += length;
    }
  }

  private void read(
      int type, byte[] b, int at, int length, IpAddress address, long mac, FrameMark mark) {
    switch (type) {
      case CHASSIS -> chassis(b, at, length, address, mac, mark);
      case PORT -> {
        if (length > 1) {
          tell(mark, address, mac, AttributeName.NEIGHBOUR, "its port " + id(b, at, length, 3));
        }
      }
      case NAME -> tell(mark, address, mac, AttributeName.NAME, Teller.text(b, at, length));
      case DESCRIPTION ->
          tell(mark, address, mac, AttributeName.DESCRIPTION, Teller.text(b, at, length));
      case CAPABILITIES -> {
        if (length >= 4) {
          capabilities(Bytes.u16(b, at + 2), address, mac, mark);
        }
      }
      case MANAGEMENT -> {
        if (!address.equals(IpAddress.NONE)) {
          tell(mark, address, mac, AttributeName.IP, address.toString());
        }
      }
      case ORGANISATION -> {
        int organisation = length > 4 ? Bytes.s32(b, at) >>> 8 : 0;
        if (organisation == MED) {
          med(b[at + 3], b, at + 4, length - 4, address, mac, mark);
        } else if (organisation == PROFINET && b[at + 3] == CHASSIS_MAC && length == 10) {
          String chassis = Endpoint.macText(Teller.mac(b, at + 4));
          tell(mark, address, mac, AttributeName.MAC, chassis);
        }
      }
      default -> {}
    }
  }

  private void tell(FrameMark mark, IpAddress address, long mac, AttributeName name, String value) {
    teller.tell(mark, address, mac, -1, name, value, Protocol.LLDP);
  }

  /** Each port of a device tells the same chassis. */
  private void chassis(byte[] b, int at, int length, IpAddress address, long mac, FrameMark mark) {
    if (length < 2) {
      return;
    }
    String id = id(b, at, length, 4);
    tell(mark, address, mac, AttributeName.CHASSIS, id);
    if (b[at] == 4 && length == 7) {
      tell(mark, address, mac, AttributeName.MAC, id);
    } else if (b[at] == 7) {
      // Locally assigned: PROFINET puts its station name here, padded fields in newer devices.
      String name = id.strip();
      if (name.matches("[a-z0-9.-]{1,240}")) {
        tell(mark, address, mac, AttributeName.NAME, name);
      }
    }
  }

  /**
   * An identifier behind its subtype; that of a hardware address and of an IPv4 address as such.
   */
  private static String id(byte[] b, int at, int length, int macSubtype) {
    if (b[at] == macSubtype && length == 7) {
      return Endpoint.macText(Teller.mac(b, at + 1));
    }
    if (length == 6 && b[at + 1] == 1) {
      return IpAddress.ipv4(Bytes.s32(b, at + 2)).toString();
    }
    for (int i = at + 1; i < at + length; i++) {
      if (b[i] < ' ') {
        return HexFormat.of().formatHex(b, at + 1, at + Math.min(length, 33));
      }
    }
    return Teller.text(b, at + 1, length - 1);
  }

  /** Enabled capabilities (8.5.8.1): 4 bridge, 8 access point, 16 router, 32 telephone. */
  private void capabilities(int enabled, IpAddress address, long mac, FrameMark mark) {
    if ((enabled & 4) != 0) {
      tell(mark, address, mac, AttributeName.ROLE, "switch");
    }
    if ((enabled & 16) != 0) {
      tell(mark, address, mac, AttributeName.ROLE, "gateway");
    }
  }

  private void med(
      int subtype, byte[] b, int at, int length, IpAddress address, long mac, FrameMark mark) {
    @Nullable AttributeName name =
        switch (subtype) {
          case 5 -> AttributeName.HARDWARE_REVISION;
          case 6, 7 -> AttributeName.FIRMWARE;
          case 8 -> AttributeName.SERIAL_NUMBER;
          case 9 -> AttributeName.VENDOR;
          case 10 -> AttributeName.MODEL;
          default -> null;
        };
    if (name != null) {
      tell(mark, address, mac, name, Teller.text(b, at, length));
    }
  }

  /** The first IPv4 management address; {@link IpAddress#NONE} where there is none. */
  private static IpAddress management(byte[] b, int from, int end) {
    int at = from;
    while (end - at >= 2) {
      int head = Bytes.u16(b, at);
      int length = head & 0x1ff;
      at += 2;
      if (head >> 9 == 0 || length > end - at) {
        return IpAddress.NONE;
      }
      // The length of subtype and address, subtype 1 for IPv4.
      if (head >> 9 == MANAGEMENT && length >= 6 && b[at] == 5 && b[at + 1] == 1) {
        int address = Bytes.s32(b, at + 2);
        if (Teller.single(address)) {
          return IpAddress.ipv4(address);
        }
      }
      at += length;
    }
    return IpAddress.NONE;
  }

  @Override
  public void close() {}
}
