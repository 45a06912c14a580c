package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DatagramDecoder;
import org.bellbuoy.port.decode.DatagramProtocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;

/** Tells EtherNet/IP over UDP: one encapsulated message, or one implicit message. */
public final class EnipDatagramProtocol implements DatagramProtocol {
  private static final int IMPLICIT_PORT = 2222;

  /** The protocol; without state. */
  public EnipDatagramProtocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.ENIP;
  }

  @Override
  public int[] usualPorts() {
    return new int[] {EnipProtocol.PORT, IMPLICIT_PORT};
  }

  @Override
  public Identity identify(byte[] buffer, int offset, int length) {
    if (CommonPacket.isImplicit(buffer, offset, length)) {
      return Identity.MATCH;
    }
    if (length < Encapsulation.HEADER_BYTES
        || !Encapsulation.plausible(buffer, offset)
        || Encapsulation.messageBytes(buffer, offset) != length) {
      return Identity.NO;
    }
    return EnipProtocol.tell(buffer, offset, length);
  }

  @Override
  public DatagramDecoder open(Conversation conversation, DecodeContext context) {
    return new EnipDatagramDecoder(conversation, context);
  }
}
