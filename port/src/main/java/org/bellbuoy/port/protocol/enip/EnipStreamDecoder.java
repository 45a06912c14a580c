package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.StreamDecoder;

/** Takes messages off one TCP connection. */
final class EnipStreamDecoder implements StreamDecoder {
  private final DecodeContext context;
  private final EnipSession session;

  EnipStreamDecoder(Conversation conversation, DecodeContext context) {
    this.context = context;
    this.session = new EnipSession(conversation, context);
  }

  @Override
  public int consume(Direction direction, byte[] buffer, int offset, int length, FrameMark mark) {
    int at = offset;
    int end = offset + length;
    while (end - at >= Encapsulation.HEADER_BYTES) {
      if (!Encapsulation.plausible(buffer, at)) {
        if (at > offset) {
          return at - offset;
        }
        context.reject(
            "enip-header",
            mark,
            "command %d, status %d where an EtherNet/IP message should begin."
                .formatted(Encapsulation.command(buffer, at), Encapsulation.status(buffer, at)));
        return LOST;
      }
      int bytes = Encapsulation.messageBytes(buffer, at);
      if (bytes > end - at) {
        break;
      }
      session.message(direction, buffer, at, bytes, mark);
      at += bytes;
    }
    return at - offset;
  }

  @Override
  public int resynchronise(Direction direction, byte[] buffer, int offset, int length) {
    for (int skip = 0; length - skip >= Encapsulation.HEADER_BYTES; skip++) {
      int at = offset + skip;
      if (!Encapsulation.plausible(buffer, at)) {
        continue;
      }
      int left = length - skip;
      int bytes = Encapsulation.messageBytes(buffer, at);
      // Zeros look like the header of an empty NOP; only where a segment begins may a message be
      // cut.
      boolean empty = Encapsulation.command(buffer, at) == Encapsulation.NOP;
      boolean fits =
          bytes == left
              || (bytes < left
                  && (left - bytes < Encapsulation.HEADER_BYTES
                      || Encapsulation.plausible(buffer, at + bytes)))
              || (bytes > left && skip == 0);
      if (fits && !(empty && skip > 0)) {
        return skip;
      }
    }
    return length;
  }

  @Override
  public void gap(Direction direction, long missingBytes) {
    // Requests that wait go on waiting: their answers may still be there.
  }

  @Override
  public int longestMessageBytes() {
    return Encapsulation.LONGEST_BYTES;
  }

  @Override
  public void close() {
    session.close();
  }
}
