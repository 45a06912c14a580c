package org.bellbuoy.port.protocol.dnp3;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DatagramDecoder;
import org.bellbuoy.port.decode.DatagramProtocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;

/** Tells DNP3 over UDP; each datagram holds whole frames. */
public final class Dnp3DatagramProtocol implements DatagramProtocol {
  /** The protocol; without state. */
  public Dnp3DatagramProtocol() {}

  @Override
  public Protocol protocol() {
    return Protocol.DNP3;
  }

  @Override
  public int[] usualPorts() {
    return new int[] {Dnp3Protocol.PORT};
  }

  @Override
  public Identity identify(byte[] buffer, int offset, int length) {
    return Dnp3Protocol.tell(buffer, offset, length);
  }

  @Override
  public DatagramDecoder open(Conversation conversation, DecodeContext context) {
    Stations stations = new Stations(conversation, context);
    return new DatagramDecoder() {
      @Override
      public boolean datagram(
          Direction direction,
          byte[] buffer,
          int offset,
          int length,
          int missingBytes,
          FrameMark mark) {
        int at = offset;
        int end = offset + length;
        while (end - at >= Link.HEADER_BYTES && Link.plausible(buffer, at, end - at)) {
          int bytes = Link.frameBytes(buffer, at);
          if (bytes > end - at) {
            context.reject(
                "dnp3-frame",
                mark,
                "a frame of " + bytes + " bytes has " + (end - at) + " in its datagram.");
            return true;
          }
          stations.frame(direction, buffer, at, mark);
          at += bytes;
        }
        return at > offset;
      }

      @Override
      public void close() {
        stations.close();
      }
    };
  }
}
