package org.bellbuoy.port.protocol.opcua;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.decode.StreamProtocol;

/** Tells OPC UA binary over TCP by its chunks. */
public final class OpcUaProtocol implements StreamProtocol {
  private static final int PORT = 4840;

  /** The protocol; without state. */
  public OpcUaProtocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.OPC_UA;
  }

  @Override
  public int[] usualPorts() {
    return new int[] {PORT};
  }

  @Override
  public Identity identify(byte[] buffer, int offset, int length) {
    int at = offset;
    int end = offset + length;
    Identity told = Identity.NO;
    while (end - at >= Chunk.HEADER_BYTES && Chunk.plausible(buffer, at)) {
      int bytes = Chunk.bytes(buffer, at);
      Identity one = tell(buffer, at, Math.min(bytes, end - at));
      told = told.compareTo(one) < 0 ? one : told;
      if (bytes >= end - at) {
        break;
      }
      at += bytes;
    }
    return told;
  }

  private static Identity tell(byte[] b, int at, int length) {
    return switch (Chunk.type(b, at)) {
      case Chunk.HELLO -> Identity.MATCH_FROM_CLIENT;
      case Chunk.ACKNOWLEDGE -> Identity.MATCH_FROM_SERVER;
      case Chunk.MESSAGE, Chunk.CLOSE -> {
        long type = OpcUaMessages.type(b, at + Chunk.MESSAGE_BODY, length - Chunk.MESSAGE_BODY);
        yield UaServices.isRequest(type)
            ? Identity.MATCH_FROM_CLIENT
            : UaServices.isResponse(type) ? Identity.MATCH_FROM_SERVER : Identity.MATCH;
      }
      default -> Identity.MATCH;
    };
  }

  @Override
  public StreamDecoder open(Conversation conversation, DecodeContext context) {
    return new OpcUaDecoder(conversation, context);
  }
}
