package org.bellbuoy.port.identity;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.FrameDecoder;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.packet.PacketView;

/**
 * Spanning tree (IEEE 802.1D, 9.3): who sends configuration messages is a bridge. Its own
 * identifier stands in them, which joins its ports.
 */
final class Bridges implements FrameDecoder {
  private static final int LLC_BYTES = 3;
  private static final int BRIDGE_MAC_AT = LLC_BYTES + 19;
  private static final int SAP = 0x42;

  private final Teller teller;

  Bridges(Teller teller) {
    this.teller = teller;
  }

  @Override
  public int[] etherTypes() {
    return new int[] {PacketView.ETHER_LLC};
  }

  @Override
  public void frame(
      PacketView view, Conversation conversation, Direction direction, FrameMark mark) {
    byte[] b = view.buffer();
    int at = view.linkPayloadOffset();
    boolean tree =
        view.linkPayloadLength() >= BRIDGE_MAC_AT + 6
            && b[at] == SAP
            && b[at + 1] == SAP
            && b[at + LLC_BYTES] == 0
            && b[at + LLC_BYTES + 1] == 0
            && (b[at + LLC_BYTES + 2] == 0 || b[at + LLC_BYTES + 2] == 2);
    if (!tree || view.sourceMac() == Endpoint.NO_MAC) {
      return;
    }
    long mac = view.sourceMac();
    teller.tell(mark, IpAddress.NONE, mac, -1, AttributeName.ROLE, "switch", Protocol.STP);
    long bridge = Teller.mac(b, at + BRIDGE_MAC_AT);
    if (Teller.single(bridge)) {
      String text = Endpoint.macText(bridge);
      teller.tell(mark, IpAddress.NONE, mac, -1, AttributeName.CHASSIS, text, Protocol.STP);
      teller.tell(mark, IpAddress.NONE, mac, -1, AttributeName.MAC, text, Protocol.STP);
    }
  }

  @Override
  public void close() {}
}
