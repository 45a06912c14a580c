package org.bellbuoy.port.protocol.fins;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.packet.Bytes;

/** Takes frames off one TCP connection. */
final class FinsTcpDecoder implements StreamDecoder {
  private final DecodeContext context;
  private final Frames frames;

  FinsTcpDecoder(Conversation conversation, DecodeContext context) {
    this.context = context;
    this.frames = new Frames(conversation, context);
  }

  @Override
  public int consume(Direction direction, byte[] buffer, int offset, int length, FrameMark mark) {
    int at = offset;
    int end = offset + length;
    while (end - at >= 8) {
      if (!Frame.plausible(buffer, at, end - at)) {
        if (at > offset) {
          return at - offset;
        }
        context.reject(
            "fins-header",
            mark,
            "%08x and length %d where the letters FINS should stand."
                .formatted(Bytes.s32(buffer, at), Bytes.u32(buffer, at + 4)));
        return LOST;
      }
      int bytes = Frame.messageBytes(buffer, at);
      if (bytes > end - at) {
        break;
      }
      if (Bytes.s32(buffer, at + 8) == Frame.TCP_FRAME) {
        frames.frame(direction, buffer, at + Frame.TCP_BYTES, at + bytes, mark);
      }
      at += bytes;
    }
    return at - offset;
  }

  @Override
  public int resynchronise(Direction direction, byte[] buffer, int offset, int length) {
    for (int skip = 0; skip < length; skip++) {
      if (Frame.plausible(buffer, offset + skip, length - skip)) {
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
    return Frame.longestBytes();
  }

  @Override
  public void close() {
    frames.close();
  }
}
