package org.bellbuoy.port.protocol.profinet;

import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.packet.Ascii;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** What devices tell of themselves in answers and announcements of DCP. */
final class DcpIdentity {
  private DcpIdentity() {}

  /** Blocks of option, suboption, length (2), information (2), value. */
  static void read(DecodeContext context, long mac, byte[] b, int from, int end, FrameMark mark) {
    IpAddress address = address(b, from, end);
    int at = from;
    while (end - at >= 6) {
      int length = Bytes.u16(b, at + 2);
      if (length < 2 || length > end - at - 4) {
        return;
      }
      if (b[at] == DcpOptions.DEVICE) {
        device(context, address, mac, b[at + 1], b, at + 6, length - 2, mark);
      } else if (b[at] == DcpOptions.IP && !address.equals(IpAddress.NONE)) {
        tell(context, address, mac, AttributeName.IP, address.toString(), mark);
      }
      at += 4 + length + (length & 1);
    }
  }

  /** The address among the blocks, so that all facts stand with it; none where it is 0.0.0.0. */
  private static IpAddress address(byte[] b, int from, int end) {
    int at = from;
    while (end - at >= 10) {
      int length = Bytes.u16(b, at + 2);
      boolean ip = b[at] == DcpOptions.IP && (b[at + 1] == 2 || b[at + 1] == 3);
      if (ip && length >= 6 && Bytes.s32(b, at + 6) != 0) {
        return IpAddress.ipv4(Bytes.s32(b, at + 6));
      }
      at += 4 + length + (length & 1);
    }
    return IpAddress.NONE;
  }

  private static void device(
      DecodeContext context,
      IpAddress address,
      long mac,
      int suboption,
      byte[] b,
      int at,
      int length,
      FrameMark mark) {
    switch (suboption) {
      case 1 -> tell(context, address, mac, AttributeName.MODEL, text(b, at, length), mark);
      case 2 -> tell(context, address, mac, AttributeName.NAME, text(b, at, length), mark);
      case 3 -> {
        if (length >= 4) {
          String vendor = Integer.toString(Bytes.u16(b, at));
          String device = Integer.toString(Bytes.u16(b, at + 2));
          tell(context, address, mac, AttributeName.VENDOR_ID, vendor, mark);
          tell(context, address, mac, AttributeName.DEVICE_ID, device, mark);
        }
      }
      case 4 -> {
        if (length >= 1) {
          tell(context, address, mac, AttributeName.ROLE, role(b[at]), mark);
        }
      }
      case 6 -> tell(context, address, mac, AttributeName.NEIGHBOUR, text(b, at, length), mark);
      default -> {
        // Says nothing of who it is.
      }
    }
  }

  private static @Nullable String text(byte[] b, int at, int length) {
    return Ascii.printable(b, at, length);
  }

  /** Bits; a controller that is a device too is told as controller. */
  private static @Nullable String role(int bits) {
    if ((bits & 8) != 0) {
      return "io-supervisor";
    }
    if ((bits & 2) != 0) {
      return "io-controller";
    }
    return (bits & 5) != 0 ? "io-device" : null;
  }

  private static void tell(
      DecodeContext context,
      IpAddress address,
      long mac,
      AttributeName name,
      @Nullable String value,
      FrameMark mark) {
    if (value != null) {
      context
          .attributes()
          .attribute(Attribute.at(mark, address, mac, -1, name, value, Protocol.PROFINET_DCP));
    }
  }
}
