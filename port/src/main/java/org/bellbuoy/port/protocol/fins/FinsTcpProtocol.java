package org.bellbuoy.port.protocol.fins;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.decode.StreamProtocol;
import org.bellbuoy.port.packet.Bytes;

/** Tells FINS over TCP by its four letters, length and command. */
public final class FinsTcpProtocol implements StreamProtocol {
  private static final int[] USUAL_PORTS = {9600};

  /** The protocol; without state. */
  public FinsTcpProtocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.FINS;
  }

  @Override
  public int[] usualPorts() {
    return USUAL_PORTS.clone();
  }

  @Override
  public Identity identify(byte[] buffer, int offset, int length) {
    if (length < Frame.TCP_BYTES || !Frame.plausible(buffer, offset, length)) {
      return Identity.NO;
    }
    int frame = offset + Frame.TCP_BYTES;
    return switch (Bytes.s32(buffer, offset + 8)) {
      case 0 -> Identity.MATCH_FROM_CLIENT;
      case 1 -> Identity.MATCH_FROM_SERVER;
      case Frame.TCP_FRAME ->
          length == Frame.TCP_BYTES
              ? Identity.MATCH
              : Frame.answers(buffer, frame)
                  ? Identity.MATCH_FROM_SERVER
                  : Identity.MATCH_FROM_CLIENT;
      case 3, 6 -> Identity.MATCH;
      default -> Identity.NO;
    };
  }

  @Override
  public StreamDecoder open(Conversation conversation, DecodeContext context) {
    return new FinsTcpDecoder(conversation, context);
  }
}
