package org.bellbuoy.port.protocol.fins;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DatagramDecoder;
import org.bellbuoy.port.decode.DatagramProtocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.packet.Bytes;

/** Tells FINS in datagrams by its fixed bits and known commands; surely only where lengths fit. */
public final class FinsUdpProtocol implements DatagramProtocol {
  private static final int[] USUAL_PORTS = {9600};

  /** The protocol; without state. */
  public FinsUdpProtocol() {}

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
    if (!Frame.formed(buffer, offset, length)) {
      return Identity.NO;
    }
    int command = Bytes.u16(buffer, offset + Frame.COMMAND_AT);
    boolean read = command == Commands.MEMORY_READ && length == Frame.BODY_AT + 6;
    return read && !Frame.answers(buffer, offset) && area(buffer, offset)
        ? Identity.MATCH_FROM_CLIENT
        : Identity.MAYBE;
  }

  private static boolean area(byte[] b, int at) {
    return !Commands.area(b[at + Frame.BODY_AT] & 0xff).equals("unknown-area");
  }

  @Override
  public DatagramDecoder open(Conversation conversation, DecodeContext context) {
    Frames frames = new Frames(conversation, context);
    return new DatagramDecoder() {
      @Override
      public boolean datagram(
          Direction direction,
          byte[] buffer,
          int offset,
          int length,
          int missingBytes,
          FrameMark mark) {
        boolean known = length < 1 || (buffer[offset] & 0xbe) == 0x80;
        if (known) {
          frames.frame(direction, buffer, offset, offset + length, mark);
        }
        return known;
      }

      @Override
      public void close() {
        frames.close();
      }
    };
  }
}
