package org.bellbuoy.port.protocol.dnp3;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.decode.StreamProtocol;

/** Tells DNP3 over TCP by its start bytes and the check sum of the header. */
public final class Dnp3Protocol implements StreamProtocol {
  static final int PORT = 20000;

  /** The protocol; without state. */
  public Dnp3Protocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.DNP3;
  }

  @Override
  public int[] usualPorts() {
    return new int[] {PORT};
  }

  @Override
  public Identity identify(byte[] buffer, int offset, int length) {
    return tell(buffer, offset, length);
  }

  /** A frame says whether a master sent it; an outstation may be the one that connects. */
  static Identity tell(byte[] buffer, int offset, int length) {
    if (length < Link.HEADER_BYTES || !Link.plausible(buffer, offset, length)) {
      return Identity.NO;
    }
    return Link.fromMaster(buffer, offset)
        ? Identity.MATCH_FROM_CLIENT
        : Identity.MATCH_FROM_SERVER;
  }

  @Override
  public StreamDecoder open(Conversation conversation, DecodeContext context) {
    return new Dnp3StreamDecoder(new Stations(conversation, context), context);
  }
}
