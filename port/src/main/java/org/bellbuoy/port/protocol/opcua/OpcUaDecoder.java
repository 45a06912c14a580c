package org.bellbuoy.port.protocol.opcua;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.packet.Bytes;

/** Takes chunks off one connection and joins those of one message. */
final class OpcUaDecoder implements StreamDecoder {
  /** Of a longer message only its beginning is kept, where its service and first nodes stand. */
  private static final int MOST_JOINED_BYTES = 1 << 20;

  private final DecodeContext context;
  private final OpcUaMessages messages;
  private final Joined[] joined = {new Joined(), new Joined()};

  /** The bodies of the chunks of a message that is not whole yet. */
  private static final class Joined {
    byte[] bytes = new byte[0];
    int length;
    long request = -1;
  }

  OpcUaDecoder(Conversation conversation, DecodeContext context) {
    this.context = context;
    this.messages = new OpcUaMessages(conversation, context);
  }

  @Override
  public int consume(Direction direction, byte[] buffer, int offset, int length, FrameMark mark) {
    int at = offset;
    int end = offset + length;
    while (end - at >= Chunk.HEADER_BYTES) {
      if (!Chunk.plausible(buffer, at)) {
        if (at > offset) {
          return at - offset;
        }
        context.reject(
            "opcua-header",
            mark,
            "type %08x and %d bytes where an OPC UA message should begin."
                .formatted(Bytes.s32(buffer, at), Chunk.bytes(buffer, at)));
        return LOST;
      }
      int bytes = Chunk.bytes(buffer, at);
      if (bytes > end - at) {
        break;
      }
      chunk(direction, buffer, at, bytes, mark);
      at += bytes;
    }
    return at - offset;
  }

  private void chunk(Direction direction, byte[] b, int at, int bytes, FrameMark mark) {
    switch (Chunk.type(b, at)) {
      case Chunk.HELLO -> messages.hello(direction, b, at, bytes, mark);
      case Chunk.ACKNOWLEDGE -> messages.acknowledged(direction, mark);
      case Chunk.ERROR -> messages.error(direction, b, at, bytes, mark);
      case Chunk.REVERSE_HELLO -> messages.reverseHello(direction, b, at, bytes, mark);
      case Chunk.OPEN -> messages.open(direction, b, at, bytes, mark);
      default -> part(direction, b, at, bytes, mark);
    }
  }

  private void part(Direction direction, byte[] b, int at, int bytes, FrameMark mark) {
    Joined before = joined[direction.ordinal()];
    long request = Bytes.u32Little(b, at + Chunk.MESSAGE_BODY - 4);
    int body = at + Chunk.MESSAGE_BODY;
    int length = bytes - Chunk.MESSAGE_BODY;
    boolean goesOn = before.request == request && before.length > 0;
    if (before.length > 0 && !goesOn) {
      // Encrypted chunks bear no number that can be read; each of them is told by itself.
      before.length = 0;
    }
    switch (Chunk.kind(b, at)) {
      case 'C' -> {
        if (goesOn || OpcUaMessages.isOpen(b, body, length)) {
          keep(before, b, body, length);
          before.request = request;
        }
      }
      case 'A' -> before.length = 0;
      default -> {
        if (goesOn) {
          keep(before, b, body, length);
          messages.message(direction, before.bytes, 0, before.length, request, mark);
          before.length = 0;
        } else {
          messages.message(direction, b, body, length, request, mark);
        }
      }
    }
  }

  private static void keep(Joined joined, byte[] b, int at, int length) {
    int room = Math.min(length, MOST_JOINED_BYTES - joined.length);
    if (room <= 0) {
      return;
    }
    if (joined.length + room > joined.bytes.length) {
      int larger = Math.max(joined.length + room, Math.min(joined.length * 2, MOST_JOINED_BYTES));
      joined.bytes = java.util.Arrays.copyOf(joined.bytes, larger);
    }
    System.arraycopy(b, at, joined.bytes, joined.length, room);
    joined.length += room;
  }

  @Override
  public int resynchronise(Direction direction, byte[] buffer, int offset, int length) {
    for (int skip = 0; length - skip >= Chunk.HEADER_BYTES; skip++) {
      int at = offset + skip;
      if (!Chunk.plausible(buffer, at)) {
        continue;
      }
      int left = length - skip;
      int bytes = Chunk.bytes(buffer, at);
      // Four letters and a size that fits hardly come about by chance.
      boolean fits =
          bytes >= left || left - bytes < Chunk.HEADER_BYTES || Chunk.plausible(buffer, at + bytes);
      if (fits) {
        return skip;
      }
    }
    return length;
  }

  @Override
  public void gap(Direction direction, long missingBytes) {
    joined[direction.ordinal()].length = 0;
  }

  @Override
  public int longestMessageBytes() {
    return Chunk.LONGEST_BYTES;
  }

  @Override
  public void close() {
    messages.close();
  }
}
