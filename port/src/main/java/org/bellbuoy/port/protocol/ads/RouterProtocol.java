package org.bellbuoy.port.protocol.ads;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DatagramDecoder;
import org.bellbuoy.port.decode.DatagramProtocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;

/** Tells the datagrams of AMS routers by the four bytes with which they begin. */
public final class RouterProtocol implements DatagramProtocol {
  private static final int[] USUAL_PORTS = {48899};

  /** The protocol; without state. */
  public RouterProtocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.ADS;
  }

  @Override
  public int[] usualPorts() {
    return USUAL_PORTS.clone();
  }

  @Override
  public Identity identify(byte[] buffer, int offset, int length) {
    if (!RouterDecoder.formed(buffer, offset, length)) {
      return Identity.NO;
    }
    return RouterDecoder.answers(buffer, offset)
        ? Identity.MATCH_FROM_SERVER
        : Identity.MATCH_FROM_CLIENT;
  }

  @Override
  public DatagramDecoder open(Conversation conversation, DecodeContext context) {
    return new RouterDecoder(conversation, context);
  }
}
