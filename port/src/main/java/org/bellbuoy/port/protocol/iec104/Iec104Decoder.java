package org.bellbuoy.port.protocol.iec104;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;

/** Takes messages off a connection; application data goes to {@link AsduReader}. */
final class Iec104Decoder implements StreamDecoder {
  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests transfers;
  private final AsduReader asdus;

  Iec104Decoder(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.transfers = new PendingRequests(context.ledger());
    this.asdus = new AsduReader(conversation, context);
  }

  @Override
  public int consume(Direction direction, byte[] buffer, int offset, int length, FrameMark mark) {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      if (!Apci.plausible(buffer, at, end - at)) {
        return at == offset ? lost(buffer, at, mark) : at - offset;
      }
      if (end - at < Apci.HEADER_BYTES || Apci.messageBytes(buffer, at) > end - at) {
        break;
      }
      int bytes = Apci.messageBytes(buffer, at);
      if (Apci.isInformation(buffer, at)) {
        int asdu = at + Apci.HEADER_BYTES;
        asdus.read(direction, buffer, asdu, bytes - Apci.HEADER_BYTES, mark);
      } else {
        transfer(direction, Apci.function(buffer, at), mark);
      }
      at += bytes;
    }
    return at - offset;
  }

  private int lost(byte[] b, int at, FrameMark mark) {
    context.reject(
        "iec104-message",
        mark,
        "no message with start 104 and control octets that can be begins with byte "
            + (b[at] & 0xff)
            + ".");
    return LOST;
  }

  @Override
  public int resynchronise(Direction direction, byte[] buffer, int offset, int length) {
    for (int skip = 0; skip < length; skip++) {
      int at = offset + skip;
      int left = length - skip;
      if (!Apci.plausible(buffer, at, left)) {
        continue;
      }
      // Cut by the end of the bytes it counts only where they begin: elsewhere chance is likelier,
      // and would swallow the messages behind it.
      if (left < Apci.HEADER_BYTES) {
        if (skip == 0) {
          return 0;
        }
        continue;
      }
      int bytes = Apci.messageBytes(buffer, at);
      boolean formed =
          !Apci.isInformation(buffer, at)
              || (bytes <= left
                  && Asdu.formed(buffer, at + Apci.HEADER_BYTES, bytes - Apci.HEADER_BYTES));
      if (bytes > left ? skip == 0 : formed && follows(buffer, at + bytes, left - bytes)) {
        return skip;
      }
    }
    return length;
  }

  private static boolean follows(byte[] b, int at, int left) {
    return left == 0 || Apci.plausible(b, at, left);
  }

  /**
   * Starting and stopping of data transfer changes this connection only, so it counts as diagnosis;
   * tests of the connection and acknowledgements are not told.
   */
  private void transfer(Direction direction, int function, FrameMark mark) {
    switch (function) {
      case Apci.START_TRANSFER, Apci.STOP_TRANSFER -> {
        String name =
            function == Apci.START_TRANSFER ? "start-data-transfer" : "stop-data-transfer";
        transfers.add(
            function,
            context
                .ledger()
                .begin(conversation, direction, Protocol.IEC104, mark)
                .function(function, name, OperationClass.DIAGNOSTIC));
      }
      case Apci.START_CONFIRMED -> confirmed(Apci.START_TRANSFER, mark);
      case Apci.STOP_CONFIRMED -> confirmed(Apci.STOP_TRANSFER, mark);
      default -> {}
    }
  }

  private void confirmed(int function, FrameMark mark) {
    Operation operation = transfers.answer(function);
    if (operation != null) {
      context.ledger().emit(operation.answered(mark, OperationResult.ACCEPTED, 0, ""));
    }
  }

  @Override
  public void gap(Direction direction, long missingBytes) {
    // Requests that wait go on waiting: their confirmations may still be there.
  }

  @Override
  public int longestMessageBytes() {
    return Apci.LONGEST_BYTES;
  }

  @Override
  public void close() {
    transfers.close();
    asdus.close();
  }
}
