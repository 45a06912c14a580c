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

/** Address resolution (RFC 826): who says that an IPv4 address is at which hardware address. */
final class Arp implements FrameDecoder {
  private static final int BYTES = 28;

  private final Teller teller;

  Arp(Teller teller) {
    this.teller = teller;
  }

  @Override
  public int[] etherTypes() {
    return new int[] {0x0806};
  }

  @Override
  public void frame(
      PacketView view, Conversation conversation, Direction direction, FrameMark mark) {
    byte[] b = view.buffer();
    int at = view.linkPayloadOffset();
    if (view.linkPayloadLength() < BYTES || Bytes.s32(b, at) != 0x0001_0800) {
      return;
    }
    long mac = Teller.mac(b, at + 8);
    int address = Bytes.s32(b, at + 14);
    // A probe (RFC 5227) names no sender yet.
    if (Bytes.u16(b, at + 4) != 0x0604 || !Teller.single(mac) || !Teller.single(address)) {
      return;
    }
    IpAddress ip = IpAddress.ipv4(address);
    teller.tell(mark, ip, mac, -1, AttributeName.IP, ip.toString(), Protocol.ARP);
  }

  @Override
  public void close() {}
}
