package org.bellbuoy.port.identity;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.FrameDecoder;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.packet.Bytes;
import org.bellbuoy.port.packet.PacketView;

/**
 * Cisco's discovery protocol, as public dissectors read it: version, time to live, check sum, then
 * TLVs whose length counts its own four bytes.
 */
final class Cdp implements FrameDecoder {
  private static final int DEVICE = 1;
  private static final int ADDRESSES = 2;
  private static final int PORT = 3;
  private static final int CAPABILITIES = 4;
  private static final int VERSION = 5;
  private static final int PLATFORM = 6;
  private static final int NAME = 0x14;
  private static final int MANAGEMENT = 0x16;
  private static final int HEADER_BYTES = 4;

  private final Teller teller;

  Cdp(Teller teller) {
    this.teller = teller;
  }

  @Override
  public int[] etherTypes() {
    return new int[] {0x2000};
  }

  @Override
  public void frame(
      PacketView view, Conversation conversation, Direction direction, FrameMark mark) {
    byte[] b = view.buffer();
    int from = view.linkPayloadOffset();
    int end = from + view.linkPayloadLength();
    if (end - from < HEADER_BYTES + 4 || b[from] < 1 || b[from] > 2) {
      teller.reject("cdp-header", mark, "no CDP version 1 or 2 in %d bytes.".formatted(end - from));
      return;
    }
    long mac = view.sourceMac();
    IpAddress address = IpAddress.NONE;
    // Addresses come before what is told of the device, but after its name: look for them first.
    for (int at = from + HEADER_BYTES; sound(b, at, end); at += Bytes.u16(b, at + 2)) {
      int type = Bytes.u16(b, at);
      if (address.equals(IpAddress.NONE) && (type == ADDRESSES || type == MANAGEMENT)) {
        address = first(b, at + 4, at + Bytes.u16(b, at + 2));
      }
    }
    int at = from + HEADER_BYTES;
    for (; sound(b, at, end); at += Bytes.u16(b, at + 2)) {
      read(Bytes.u16(b, at), b, at + 4, Bytes.u16(b, at + 2) - 4, address, mac, mark);
    }
    if (end - at >= 4) {
      teller.reject(
          "cdp-length",
          mark,
          "TLV %d says %d bytes, %d are there."
              .formatted(Bytes.u16(b, at), Bytes.u16(b, at + 2), end - at));
    }
  }

  private static boolean sound(byte[] b, int at, int end) {
    return end - at >= 4 && Bytes.u16(b, at + 2) >= 4 && Bytes.u16(b, at + 2) <= end - at;
  }

  private void read(
      int type, byte[] b, int at, int length, IpAddress address, long mac, FrameMark mark) {
    switch (type) {
      case DEVICE -> {
        String id = Teller.text(b, at, length);
        tell(mark, address, mac, AttributeName.CHASSIS, id);
        tell(mark, address, mac, AttributeName.NAME, id);
        if (!address.equals(IpAddress.NONE)) {
          tell(mark, address, mac, AttributeName.IP, address.toString());
        }
      }
      case NAME -> tell(mark, address, mac, AttributeName.NAME, Teller.text(b, at, length));
      case PORT ->
          tell(
              mark,
              address,
              mac,
              AttributeName.NEIGHBOUR,
              "its port " + Teller.text(b, at, length));
      case CAPABILITIES -> {
        if (length >= 4) {
          capabilities(Bytes.s32(b, at), address, mac, mark);
        }
      }
      case VERSION -> tell(mark, address, mac, AttributeName.SOFTWARE, Teller.text(b, at, length));
      case PLATFORM -> tell(mark, address, mac, AttributeName.MODEL, Teller.text(b, at, length));
      default -> {}
    }
  }

  private void tell(FrameMark mark, IpAddress address, long mac, AttributeName name, String value) {
    teller.tell(mark, address, mac, -1, name, value, Protocol.CDP);
  }

  private void capabilities(int bits, IpAddress address, long mac, FrameMark mark) {
    if ((bits & 8) != 0 || (bits & 2) != 0) {
      tell(mark, address, mac, AttributeName.ROLE, "switch");
    }
    if ((bits & 1) != 0) {
      tell(mark, address, mac, AttributeName.ROLE, "gateway");
    }
  }

  /** Count of addresses; each protocol type, length, protocol (cc for IPv4), length, address. */
  private static IpAddress first(byte[] b, int at, int end) {
    if (end - at < 4 + 9 || b[at + 5] != 1 || (b[at + 6] & 0xff) != 0xcc) {
      return IpAddress.NONE;
    }
    int address = Bytes.u16(b, at + 7) == 4 ? Bytes.s32(b, at + 9) : 0;
    return Teller.single(address) ? IpAddress.ipv4(address) : IpAddress.NONE;
  }

  @Override
  public void close() {}
}
