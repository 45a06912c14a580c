package org.bellbuoy.port.protocol.iec104;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.decode.StreamProtocol;

/** Tells IEC 60870-5-104 by its messages: control octets, and lengths that fit the types. */
public final class Iec104Protocol implements StreamProtocol {
  /** The protocol; without state. */
  public Iec104Protocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.IEC104;
  }

  @Override
  public int[] usualPorts() {
    return new int[] {2404};
  }

  /**
   * All messages of a segment must be plausible. Formats S and U are all but fixed; data counts as
   * certain where its length is that of its type.
   */
  @Override
  public Identity identify(byte[] buffer, int offset, int length) {
    int at = offset;
    int end = offset + length;
    Identity found = Identity.NO;
    if (length < Apci.HEADER_BYTES) {
      return Identity.NO;
    }
    while (at < end) {
      if (!Apci.plausible(buffer, at, end - at)) {
        return Identity.NO;
      }
      if (end - at < Apci.HEADER_BYTES || Apci.messageBytes(buffer, at) > end - at) {
        break;
      }
      Identity one = one(buffer, at);
      if (one.compareTo(found) > 0) {
        found = one;
      }
      at += Apci.messageBytes(buffer, at);
    }
    return found == Identity.NO ? Identity.MAYBE : found;
  }

  private static Identity one(byte[] b, int at) {
    if (!Apci.isInformation(b, at)) {
      return switch (Apci.function(b, at)) {
        case Apci.START_TRANSFER, Apci.STOP_TRANSFER -> Identity.MATCH_FROM_CLIENT;
        case Apci.START_CONFIRMED, Apci.STOP_CONFIRMED -> Identity.MATCH_FROM_SERVER;
        default -> Identity.MATCH;
      };
    }
    int asdu = at + Apci.HEADER_BYTES;
    if (!Asdu.formed(b, asdu, Apci.messageBytes(b, at) - Apci.HEADER_BYTES)) {
      return Identity.MAYBE;
    }
    if (Types.reports(Asdu.type(b, asdu))) {
      return Identity.MATCH_FROM_SERVER;
    }
    return switch (Asdu.cause(b, asdu)) {
      case Asdu.ACTIVATION, Asdu.DEACTIVATION -> Identity.MATCH_FROM_CLIENT;
      case Asdu.ACTIVATION_CONFIRMED, Asdu.DEACTIVATION_CONFIRMED, Asdu.TERMINATION ->
          Identity.MATCH_FROM_SERVER;
      default -> Identity.MATCH;
    };
  }

  @Override
  public StreamDecoder open(Conversation conversation, DecodeContext context) {
    return new Iec104Decoder(conversation, context);
  }
}
