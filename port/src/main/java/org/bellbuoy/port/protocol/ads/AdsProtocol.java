package org.bellbuoy.port.protocol.ads;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.decode.StreamProtocol;

/** Tells ADS over TCP by its two lengths, which must agree, its command and its flags. */
public final class AdsProtocol implements StreamProtocol {
  private static final int[] USUAL_PORTS = {48898};

  /** The protocol; without state. */
  public AdsProtocol() {}

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
    if (length < Ams.TCP_BYTES + Ams.HEADER_BYTES
        || buffer[offset] != 0
        || buffer[offset + 1] != 0
        || !Ams.plausible(buffer, offset, length)) {
      return Identity.NO;
    }
    int header = offset + Ams.TCP_BYTES;
    int command = Ams.command(buffer, header);
    if (!Ams.isAds(buffer, header) || command == 0) {
      return Identity.NO;
    }
    boolean server = Ams.answers(buffer, header) || command == Ams.NOTIFICATION;
    return server ? Identity.MATCH_FROM_SERVER : Identity.MATCH_FROM_CLIENT;
  }

  @Override
  public StreamDecoder open(Conversation conversation, DecodeContext context) {
    return new AdsDecoder(conversation, context);
  }
}
