package org.bellbuoy.port.protocol.profinet;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DatagramDecoder;
import org.bellbuoy.port.decode.DatagramProtocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Tells the connection management of PROFINET IO by the identifier of its interface. A device
 * answers from another port than it was asked at: requests wait in one table for all conversations
 * of a run. One for each run; not thread safe.
 */
public final class IoProtocol implements DatagramProtocol {
  private static final int[] USUAL_PORTS = {34964};

  private final Rpc rpc = new Rpc();
  private @Nullable Calls calls;

  /** The protocol with nothing waiting. */
  public IoProtocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.PROFINET_IO;
  }

  @Override
  public int[] usualPorts() {
    return USUAL_PORTS.clone();
  }

  @Override
  public Identity identify(byte[] buffer, int offset, int length) {
    if (!rpc.read(buffer, offset, length)) {
      return Identity.NO;
    }
    if (rpc.face == 0) {
      // The endpoint mapper serves others too.
      return Identity.MAYBE;
    }
    return switch (rpc.type) {
      case Rpc.REQUEST -> Identity.MATCH_FROM_CLIENT;
      case Rpc.RESPONSE, Rpc.FAULT, Rpc.REJECT -> Identity.MATCH_FROM_SERVER;
      default -> Identity.MATCH;
    };
  }

  @Override
  public DatagramDecoder open(Conversation conversation, DecodeContext context) {
    Calls shared = calls;
    if (shared == null) {
      shared = new Calls(context);
      calls = shared;
    }
    shared.opened();
    return new IoDecoder(conversation, context, shared);
  }
}
