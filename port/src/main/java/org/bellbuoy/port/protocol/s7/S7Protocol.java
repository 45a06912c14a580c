package org.bellbuoy.port.protocol.s7;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.decode.StreamProtocol;

/** Tells S7comm, the protocol of S7-300 and S7-400 that newer controllers still speak. */
public final class S7Protocol implements StreamProtocol {
  private static final int[] USUAL_PORTS = {102};

  /** The protocol; without state. */
  public S7Protocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.S7COMM;
  }

  @Override
  public int[] usualPorts() {
    return USUAL_PORTS.clone();
  }

  @Override
  public Identity identify(byte[] buffer, int offset, int length) {
    return IsoIdentity.of(buffer, offset, length, false);
  }

  @Override
  public StreamDecoder open(Conversation conversation, DecodeContext context) {
    return new IsoDecoder(conversation, context);
  }
}
