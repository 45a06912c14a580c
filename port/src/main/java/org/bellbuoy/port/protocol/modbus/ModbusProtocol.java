package org.bellbuoy.port.protocol.modbus;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.decode.StreamProtocol;

/** Tells Modbus/TCP by its header and by the form of its PDUs. */
public final class ModbusProtocol implements StreamProtocol {
  private static final int[] USUAL_PORTS = {502};

  /** The protocol; without state. */
  public ModbusProtocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.MODBUS;
  }

  @Override
  public int[] usualPorts() {
    return USUAL_PORTS.clone();
  }

  /**
   * A segment of whole messages with at least one in a known form is Modbus. Where the header fits
   * and the form is not known, or the message is cut, it may be.
   */
  @Override
  public Identity identify(byte[] buffer, int offset, int length) {
    int at = offset;
    int end = offset + length;
    int forms = 0;
    boolean formed = false;
    if (length < Mbap.HEADER_BYTES + 1) {
      return Identity.NO;
    }
    while (at < end) {
      int left = end - at;
      if (!Mbap.plausible(buffer, at, left)) {
        return Identity.NO;
      }
      if (left < 6 || Mbap.messageBytes(buffer, at) > left) {
        break;
      }
      int bytes = Mbap.messageBytes(buffer, at);
      int shape = Shape.of(buffer, at + Mbap.HEADER_BYTES, bytes - Mbap.HEADER_BYTES);
      if (shape != Shape.NEITHER) {
        forms = formed ? forms & shape : shape;
        formed = true;
      }
      at += bytes;
    }
    if (!formed) {
      return Shape.known(buffer[offset + Mbap.HEADER_BYTES] & 0x7f) || at == end
          ? Identity.MAYBE
          : Identity.NO;
    }
    return switch (forms) {
      case Shape.REQUEST -> Identity.MATCH_FROM_CLIENT;
      case Shape.RESPONSE -> Identity.MATCH_FROM_SERVER;
      default -> Identity.MATCH;
    };
  }

  @Override
  public StreamDecoder open(Conversation conversation, DecodeContext context) {
    return new ModbusDecoder(conversation, context);
  }
}
