package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.decode.StreamProtocol;
import org.bellbuoy.port.packet.Bytes;

/** Tells EtherNet/IP over TCP by its header and by the form of what follows it. */
public final class EnipProtocol implements StreamProtocol {
  static final int PORT = 44818;

  /** The protocol; without state. */
  public EnipProtocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.ENIP;
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
    while (end - at >= Encapsulation.HEADER_BYTES) {
      if (!Encapsulation.plausible(buffer, at)) {
        return told.certain() ? told : Identity.NO;
      }
      int bytes = Encapsulation.messageBytes(buffer, at);
      Identity one = tell(buffer, at, Math.min(bytes, end - at));
      if (one == Identity.NO) {
        return told.certain() ? told : Identity.NO;
      }
      told = told.compareTo(one) < 0 ? one : told;
      if (bytes >= end - at) {
        break;
      }
      at += bytes;
    }
    return told;
  }

  /**
   * What one message tells; its header is plausible.
   *
   * @param length bytes of it that are there, its header among them
   */
  static Identity tell(byte[] b, int at, int length) {
    int body = at + Encapsulation.HEADER_BYTES;
    int there = length - Encapsulation.HEADER_BYTES;
    int says = Encapsulation.messageBytes(b, at) - Encapsulation.HEADER_BYTES;
    return switch (Encapsulation.command(b, at)) {
      case Encapsulation.LIST_SERVICES,
          Encapsulation.LIST_IDENTITY,
          Encapsulation.LIST_INTERFACES ->
          list(b, at, body, there, says);
      case Encapsulation.REGISTER_SESSION -> {
        if (there < 4 || Bytes.s32Little(b, body) != 1) {
          yield Identity.MAYBE;
        }
        yield Bytes.s32Little(b, at + 4) == 0
            ? Identity.MATCH_FROM_CLIENT
            : Identity.MATCH_FROM_SERVER;
      }
      case Encapsulation.SEND_RR_DATA, Encapsulation.SEND_UNIT_DATA -> items(b, body, there);
      default -> Identity.MAYBE;
    };
  }

  private static Identity list(byte[] b, int at, int body, int there, int says) {
    if (says == 0) {
      // Zeros but for one byte: chance makes such, so that only the usual port makes it certain.
      return Encapsulation.status(b, at) == 0 ? Identity.MAYBE : Identity.NO;
    }
    if (there < 6) {
      return Identity.MAYBE;
    }
    int type = Bytes.u16Little(b, body + 2);
    boolean fits =
        Bytes.u16Little(b, body) <= 8
            && (type == CommonPacket.IDENTITY || type == CommonPacket.SERVICES)
            && Bytes.u16Little(b, body + 4) <= says - 6;
    return fits ? Identity.MATCH_FROM_SERVER : Identity.NO;
  }

  /** Interface 0, two to four items of which the first is an address; then CIP says who asks. */
  private static Identity items(byte[] b, int body, int there) {
    if (there < 8) {
      return Identity.MAYBE;
    }
    int count = Bytes.u16Little(b, body + 6);
    if (Bytes.s32Little(b, body) != 0 || count < 1 || count > 8) {
      return Identity.NO;
    }
    if (there < 12) {
      return Identity.MAYBE;
    }
    int type = Bytes.u16Little(b, body + 8);
    int bytes = Bytes.u16Little(b, body + 10);
    boolean address =
        (type == CommonPacket.NULL_ADDRESS && bytes == 0)
            || (type == CommonPacket.CONNECTED_ADDRESS && bytes == 4);
    if (!address) {
      return Identity.NO;
    }
    int data = 12 + bytes;
    if (there < data + 4) {
      return Identity.MAYBE;
    }
    int dataType = Bytes.u16Little(b, body + data);
    boolean connected = dataType == CommonPacket.CONNECTED_DATA;
    if (!connected && dataType != CommonPacket.UNCONNECTED_DATA) {
      return Identity.NO;
    }
    int service = data + 4 + (connected ? 2 : 0);
    if (there <= service) {
      return Identity.MATCH;
    }
    return (b[body + service] & 0x80) == 0
        ? Identity.MATCH_FROM_CLIENT
        : Identity.MATCH_FROM_SERVER;
  }

  @Override
  public StreamDecoder open(Conversation conversation, DecodeContext context) {
    return new EnipStreamDecoder(conversation, context);
  }
}
