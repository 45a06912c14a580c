package org.bellbuoy.port.protocol.enip;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.Bytes;

/**
 * What answers tell of a device: the identity item of List Identity (CIP volume 2, 2-4.2.3), the
 * identity object (volume 1, 5-2), the host name, and the diagnostic status of PCCC.
 */
final class CipIdentity {
  private static final int LONGEST_TEXT = 250;
  private static final int HOST_NAME = 6;

  private final Conversation conversation;
  private final DecodeContext context;

  CipIdentity(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
  }

  /** Version, socket address with high bytes first, then the identity object's attributes. */
  void listed(Direction direction, byte[] b, int at, int length, FrameMark mark) {
    if (length < 33) {
      context.reject(
          "enip-identity", mark, "an identity item has " + length + " bytes, not 33 or more.");
      return;
    }
    int address = Bytes.s32(b, at + 6);
    IpAddress said = IpAddress.ipv4(address);
    if (address != 0 && !said.equals(conversation.source(direction).address())) {
      tell(direction, -1, AttributeName.IP, said.toString(), Protocol.ENIP, mark);
    }
    all(direction, -1, b, at + 18, length - 18, Protocol.ENIP, mark);
  }

  /** Takes up an answer without error. */
  void answer(
      Operation operation, Direction direction, byte[] b, int at, int length, FrameMark mark) {
    int cipClass = (int) operation.number(TargetPart.TYPE);
    int unit = operation.hasNumber(TargetPart.SLOT) ? (int) operation.number(TargetPart.SLOT) : -1;
    if (cipClass == CipClasses.TCP_IP) {
      if (operation.functionCode() == CipServices.GET_SINGLE
          && operation.number(TargetPart.ATTRIBUTE) == HOST_NAME
          && length > 2) {
        String name = text(b, at + 2, Math.min(Bytes.u16Little(b, at), length - 2));
        tell(direction, unit, AttributeName.NAME, name, Protocol.CIP, mark);
      }
      return;
    }
    if (cipClass != CipClasses.IDENTITY || operation.number(TargetPart.INSTANCE) != 1) {
      return;
    }
    switch (operation.functionCode()) {
      case CipServices.GET_ALL -> all(direction, unit, b, at, length, Protocol.CIP, mark);
      case CipServices.GET_SINGLE ->
          one(direction, unit, (int) operation.number(TargetPart.ATTRIBUTE), b, at, length, mark);
      case CipServices.GET_LIST -> list(direction, unit, b, at, length, mark);
      default -> {}
    }
  }

  /** Count; number, status and value of each, up to the first whose length is not known. */
  private void list(Direction direction, int unit, byte[] b, int at, int length, FrameMark mark) {
    int end = at + length;
    int next = at + 2;
    for (int left = length >= 2 ? Bytes.u16Little(b, at) : 0; left > 0 && end - next >= 4; left--) {
      int number = Bytes.u16Little(b, next);
      int status = Bytes.u16Little(b, next + 2);
      next += 4;
      if (status != 0) {
        continue;
      }
      int bytes =
          switch (number) {
            case 1, 2, 3, 4, 5 -> 2;
            case 6 -> 4;
            case 7 -> next < end ? 1 + (b[next] & 0xff) : 0;
            case 8 -> 1;
            default -> 0;
          };
      if (bytes == 0 || bytes > end - next) {
        return;
      }
      one(direction, unit, number, b, next, bytes, mark);
      next += bytes;
    }
  }

  private void one(
      Direction direction, int unit, int number, byte[] b, int at, int length, FrameMark mark) {
    if (length < 2) {
      return;
    }
    switch (number) {
      case 1 -> vendor(direction, unit, Bytes.u16Little(b, at), Protocol.CIP, mark);
      case 2 -> deviceType(direction, unit, Bytes.u16Little(b, at), Protocol.CIP, mark);
      case 3 ->
          tell(
              direction,
              unit,
              AttributeName.DEVICE_ID,
              Integer.toString(Bytes.u16Little(b, at)),
              Protocol.CIP,
              mark);
      case 4 -> tell(direction, unit, AttributeName.FIRMWARE, revision(b, at), Protocol.CIP, mark);
      case 6 -> {
        if (length >= 4) {
          tell(direction, unit, AttributeName.SERIAL_NUMBER, serial(b, at), Protocol.CIP, mark);
        }
      }
      case 7 -> product(direction, unit, b, at, length, Protocol.CIP, mark);
      default -> {}
    }
  }

  /** Vendor, type, code, revision, status (2 bytes each), serial number (4), name. */
  private void all(
      Direction direction,
      int unit,
      byte[] b,
      int at,
      int length,
      Protocol protocol,
      FrameMark mark) {
    if (length < 14) {
      return;
    }
    vendor(direction, unit, Bytes.u16Little(b, at), protocol, mark);
    deviceType(direction, unit, Bytes.u16Little(b, at + 2), protocol, mark);
    String code = Integer.toString(Bytes.u16Little(b, at + 4));
    tell(direction, unit, AttributeName.DEVICE_ID, code, protocol, mark);
    tell(direction, unit, AttributeName.FIRMWARE, revision(b, at + 6), protocol, mark);
    tell(direction, unit, AttributeName.SERIAL_NUMBER, serial(b, at + 10), protocol, mark);
    if (length > 14) {
      product(direction, unit, b, at + 14, length - 14, protocol, mark);
    }
  }

  /**
   * Diagnostic status: the catalogue number stands in eleven characters behind five bytes, for SLC
   * 500 and MicroLogix (DF1 protocol manual, 1770-6.5.16, chapter 10).
   */
  void pccc(
      Operation operation, Direction direction, byte[] b, int at, int length, FrameMark mark) {
    if (operation.functionCode() != Pccc.DIAGNOSTIC_STATUS || !Pccc.isOne(b, at, length)) {
      return;
    }
    int data = Pccc.commandAt(b, at) + 4;
    if (at + length - data < 16 || b[data + 1] != (byte) 0xee) {
      return;
    }
    for (int i = data + 5; i < data + 16; i++) {
      if (b[i] < ' ' || b[i] > '~') {
        return;
      }
    }
    String name = text(b, data + 5, 11);
    if (!name.isEmpty()) {
      int unit =
          operation.hasNumber(TargetPart.SLOT) ? (int) operation.number(TargetPart.SLOT) : -1;
      tell(direction, unit, AttributeName.MODEL, name, Protocol.PCCC, mark);
    }
  }

  private void vendor(
      Direction direction, int unit, int vendor, Protocol protocol, FrameMark mark) {
    tell(direction, unit, AttributeName.VENDOR_ID, Integer.toString(vendor), protocol, mark);
    String name = CipNames.vendor(vendor);
    if (!name.isEmpty()) {
      tell(direction, unit, AttributeName.VENDOR, name, protocol, mark);
    }
  }

  private void deviceType(
      Direction direction, int unit, int type, Protocol protocol, FrameMark mark) {
    tell(direction, unit, AttributeName.DEVICE_TYPE, CipNames.deviceType(type), protocol, mark);
    String role = CipNames.role(type);
    if (!role.isEmpty()) {
      tell(direction, unit, AttributeName.ROLE, role, protocol, mark);
    }
  }

  private void product(
      Direction direction,
      int unit,
      byte[] b,
      int at,
      int length,
      Protocol protocol,
      FrameMark mark) {
    String name = text(b, at + 1, Math.min(b[at] & 0xff, length - 1));
    tell(direction, unit, AttributeName.MODEL, name, protocol, mark);
  }

  private static String revision(byte[] b, int at) {
    return (b[at] & 0x7f) + "." + (b[at + 1] & 0xff);
  }

  private static String serial(byte[] b, int at) {
    return String.format(Locale.ROOT, "%08x", Bytes.u32Little(b, at));
  }

  private static String text(byte[] b, int at, int length) {
    return new String(b, at, Math.min(length, LONGEST_TEXT), StandardCharsets.ISO_8859_1).strip();
  }

  private void tell(
      Direction direction,
      int unit,
      AttributeName name,
      String value,
      Protocol protocol,
      FrameMark mark) {
    if (value.isEmpty()) {
      return;
    }
    Endpoint device = conversation.source(direction);
    context
        .attributes()
        .attribute(Attribute.at(mark, device.address(), device.mac(), unit, name, value, protocol));
  }
}
