package org.bellbuoy.port.protocol.s7;

import java.util.Arrays;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.packet.Bytes;

/**
 * Takes TPKT and COTP off one connection and gives whole messages to who reads S7comm and
 * S7comm-plus: both may be spoken in turn.
 */
final class IsoDecoder implements StreamDecoder {
  private static final int LONGEST_MESSAGE = 1 << 16;
  private static final int CALLED_SELECTOR = 0xc2;

  private final Conversation conversation;
  private final DecodeContext context;
  private final S7Messages s7;
  private final PlusMessages plus;
  private final byte[][] parts = {new byte[0], new byte[0]};
  private final int[] partBytes = new int[2];
  private boolean encrypted;

  IsoDecoder(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.s7 = new S7Messages(conversation, context);
    this.plus = new PlusMessages(conversation, context);
  }

  @Override
  public int consume(Direction direction, byte[] buffer, int offset, int length, FrameMark mark) {
    int at = offset;
    int end = offset + length;
    while (end - at >= 6) {
      if (!Iso.plausible(buffer, at, end - at)) {
        return at == offset ? lost(buffer, at, mark) : at - offset;
      }
      int bytes = Iso.messageBytes(buffer, at);
      if (bytes > end - at) {
        break;
      }
      transport(direction, buffer, at, bytes, mark);
      at += bytes;
    }
    return at - offset;
  }

  private int lost(byte[] b, int at, FrameMark mark) {
    context.reject(
        "s7-tpkt",
        mark,
        "version "
            + (b[at] & 0xff)
            + ", length "
            + Bytes.u16(b, at + 2)
            + " and transport type "
            + (b[at + 5] & 0xff)
            + " where a TPKT of version 3 should begin.");
    return LOST;
  }

  @Override
  public int resynchronise(Direction direction, byte[] buffer, int offset, int length) {
    for (int skip = 0; skip + 7 <= length; skip++) {
      int at = offset + skip;
      int left = length - skip;
      if (!Iso.plausible(buffer, at, left)) {
        continue;
      }
      int bytes = Iso.messageBytes(buffer, at);
      if (bytes > left ? skip == 0 : bytes == left || fits(buffer, at + bytes, left - bytes)) {
        return skip;
      }
    }
    return length;
  }

  private static boolean fits(byte[] b, int at, int left) {
    return Iso.plausible(b, at, left);
  }

  @Override
  public void gap(Direction direction, long missingBytes) {
    // Parts before the hole and parts behind it are of different messages.
    partBytes[direction.ordinal()] = 0;
    plus.gap(direction);
  }

  @Override
  public int longestMessageBytes() {
    return Iso.LONGEST_BYTES;
  }

  @Override
  public void close() {
    s7.close();
    plus.close();
  }

  private void transport(Direction direction, byte[] b, int at, int bytes, FrameMark mark) {
    int type = Iso.type(b, at);
    if (type == Iso.CONNECTION_REQUEST) {
      int selector = Iso.parameter(b, at, bytes, CALLED_SELECTOR);
      if (selector >= 0 && b[selector + 1] == 2) {
        s7.called(b[selector + 3] & 0xff);
      }
      return;
    }
    if (type != Iso.DATA) {
      return;
    }
    int data = Iso.dataAt(b, at);
    int length = at + bytes - data;
    int side = direction.ordinal();
    boolean last = Iso.last(b, at);
    if (last && partBytes[side] == 0) {
      message(direction, b, data, length, mark);
      return;
    }
    if (partBytes[side] + length > LONGEST_MESSAGE) {
      context.reject(
          "s7-parts",
          mark,
          "a message in parts has more than "
              + LONGEST_MESSAGE
              + " bytes; the parts so far are left out.");
      partBytes[side] = 0;
    }
    if (length > 0) {
      if (parts[side].length < partBytes[side] + length) {
        parts[side] = Arrays.copyOf(parts[side], Math.max(1024, 2 * (partBytes[side] + length)));
      }
      System.arraycopy(b, data, parts[side], partBytes[side], length);
      partBytes[side] += length;
    }
    if (last) {
      int whole = partBytes[side];
      partBytes[side] = 0;
      message(direction, parts[side], 0, whole, mark);
    }
  }

  private void message(Direction direction, byte[] b, int at, int length, FrameMark mark) {
    if (length == 0) {
      return;
    }
    switch (b[at]) {
      case Iso.S7 -> s7.message(direction, b, at, at + length, mark);
      case Iso.S7_PLUS -> plus.message(direction, b, at, at + length, mark);
      case 0x14, 0x15, 0x16, 0x17 -> {
        if (length >= 3 && b[at + 1] == 3) {
          encrypted(mark);
        }
      }
      default ->
          context.reject(
              "s7-protocol",
              mark,
              "user data begin with "
                  + (b[at] & 0xff)
                  + ", which is neither S7comm (50) nor S7comm-plus (114).");
    }
  }

  /** TLS within COTP: what is asked cannot be seen any more, and the ledger says so once. */
  private void encrypted(FrameMark mark) {
    if (!encrypted) {
      encrypted = true;
      context
          .ledger()
          .emit(
              context
                  .ledger()
                  .begin(conversation, Direction.TO_SERVER, Protocol.S7COMM_PLUS, mark)
                  .function(0, "encrypted-session", OperationClass.OTHER)
                  .ended(OperationResult.NO_ANSWER_DUE, 0, ""));
    }
  }
}
