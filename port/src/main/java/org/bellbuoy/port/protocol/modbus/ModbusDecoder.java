package org.bellbuoy.port.protocol.modbus;

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
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;

/**
 * Decodes one Modbus/TCP connection. Answers are paired by transaction and function; the unit is
 * not asked, for gateways do not always repeat it.
 */
final class ModbusDecoder implements StreamDecoder {
  private static final int UMAS_FUNCTION = 90;

  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;

  ModbusDecoder(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending = new PendingRequests(context.ledger());
  }

  @Override
  public int consume(Direction direction, byte[] buffer, int offset, int length, FrameMark mark) {
    int at = offset;
    int end = offset + length;
    while (end - at >= 6) {
      if (!Mbap.plausible(buffer, at, end - at)) {
        return at == offset ? lost(buffer, at, mark) : at - offset;
      }
      int bytes = Mbap.messageBytes(buffer, at);
      if (bytes > end - at) {
        break;
      }
      message(direction, buffer, at, bytes, mark);
      at += bytes;
    }
    return at - offset;
  }

  private int lost(byte[] b, int at, FrameMark mark) {
    context.reject(
        "modbus-header",
        mark,
        "protocol "
            + Bytes.u16(b, at + 2)
            + " and length "
            + Bytes.u16(b, at + 4)
            + " where a Modbus message with protocol 0 should begin.");
    return LOST;
  }

  @Override
  public int resynchronise(Direction direction, byte[] buffer, int offset, int length) {
    for (int skip = 0; skip + Mbap.HEADER_BYTES < length; skip++) {
      int at = offset + skip;
      int left = length - skip;
      if (!Mbap.plausible(buffer, at, left)) {
        continue;
      }
      int bytes = Mbap.messageBytes(buffer, at);
      if (bytes > left) {
        // Only where a segment begins may a cut message be the next; elsewhere chance is likelier.
        if (skip == 0 && Shape.known(buffer[at + Mbap.HEADER_BYTES] & 0x7f)) {
          return 0;
        }
        continue;
      }
      boolean formed =
          Shape.of(buffer, at + Mbap.HEADER_BYTES, bytes - Mbap.HEADER_BYTES) != Shape.NEITHER;
      boolean fits = bytes == left || Mbap.plausible(buffer, at + bytes, left - bytes);
      if (fits && (formed || skip == 0)) {
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
    return Mbap.LONGEST_BYTES;
  }

  @Override
  public void close() {
    pending.close();
  }

  private void message(Direction direction, byte[] b, int at, int bytes, FrameMark mark) {
    int transaction = Bytes.u16(b, at);
    int pdu = at + Mbap.HEADER_BYTES;
    int length = bytes - Mbap.HEADER_BYTES;
    if ((b[pdu] & 0x80) != 0 && direction == Direction.TO_SERVER) {
      // Exceptions are answers, also where whoever opened the connection sends them.
      context.ledger().emit(unasked(direction, b[pdu] & 0x7f, b, pdu, length, mark));
    } else if (direction == Direction.TO_SERVER) {
      request(transaction, b, pdu, length, mark);
    } else {
      response(transaction, b, pdu, length, mark);
    }
  }

  private static long key(int transaction, int function) {
    return (long) transaction << 8 | function & 0x7f;
  }

  private void request(int transaction, byte[] b, int pdu, int length, FrameMark mark) {
    int function = b[pdu] & 0xff;
    boolean umas = function == UMAS_FUNCTION && length >= 3;
    Operation operation =
        context
            .ledger()
            .begin(conversation, Direction.TO_SERVER, umas ? Protocol.UMAS : Protocol.MODBUS, mark);
    operation.target(TargetPart.UNIT, b[pdu - 1] & 0xff);
    if (umas) {
      umasRequest(operation, b, pdu, length);
    } else {
      String wrong = ModbusRequests.fill(operation, b, pdu, length);
      if (wrong != null) {
        context.reject(
            "modbus-request",
            mark,
            "function "
                + function
                + " in "
                + length
                + " bytes lacks or contradicts its "
                + wrong
                + "; it is in the ledger as far as it could be read.");
      }
    }
    supersede(key(transaction, function), mark);
    pending.add(key(transaction, function), operation);
  }

  /**
   * A client that uses one transaction number over and over waits for each answer; what still waits
   * under it was not answered. Only within one packet may several be on their way.
   */
  private void supersede(long key, FrameMark mark) {
    Operation before = pending.waiting(key);
    while (before != null && before.request().frame() != mark.frame()) {
      Operation late = pending.answer(key);
      if (late != null) {
        context.ledger().emit(late);
      }
      before = pending.waiting(key);
    }
  }

  private static void umasRequest(Operation operation, byte[] b, int pdu, int length) {
    int code = b[pdu + 2] & 0xff;
    operation.function(code, Umas.name(code), Umas.classOf(code));
    if (length > 3) {
      operation.value(ValueKind.BYTES, b, pdu + 3, length - 3);
    }
  }

  private void response(int transaction, byte[] b, int pdu, int length, FrameMark mark) {
    int function = b[pdu] & 0x7f;
    boolean exception = (b[pdu] & 0x80) != 0;
    Operation operation = pending.answer(key(transaction, function));
    if (operation == null) {
      context.ledger().emit(unasked(Direction.TO_CLIENT, function, b, pdu, length, mark));
      return;
    }
    if (exception) {
      int code = length > 1 ? b[pdu + 1] & 0xff : 0;
      operation.answered(mark, OperationResult.REFUSED, code, ModbusFunctions.exception(code));
    } else if (operation.protocol() == Protocol.UMAS) {
      umasResponse(operation, b, pdu, length, mark);
    } else {
      operation.answered(mark, OperationResult.ACCEPTED, 0, "");
      ModbusIdentity.read(conversation, context, operation, b, pdu, length, mark);
    }
    context.ledger().emit(operation);
  }

  private static void umasResponse(
      Operation operation, byte[] b, int pdu, int length, FrameMark mark) {
    int status = length >= 3 ? b[pdu + 2] & 0xff : 0;
    if (status == Umas.ACCEPTED) {
      operation.answered(mark, OperationResult.ACCEPTED, status, "");
    } else {
      operation.answered(
          mark, OperationResult.REFUSED, status, status == Umas.REFUSED ? "error" : "unknown");
    }
  }

  /** An answer whose question was not captured: it tells that something was asked. */
  private Operation unasked(
      Direction answers, int function, byte[] b, int pdu, int length, FrameMark mark) {
    Operation operation =
        context.ledger().begin(conversation, answers.opposite(), Protocol.MODBUS, mark);
    OperationClass kind = ModbusFunctions.classOf(function);
    operation
        .function(function, ModbusFunctions.name(function), kind)
        .target(TargetPart.UNIT, b[pdu - 1] & 0xff);
    boolean echoes = function == 5 || function == 6 || function == 15 || function == 16;
    if (echoes && (b[pdu] & 0x80) == 0 && length >= 5) {
      operation
          .target(TargetPart.AREA, ModbusFunctions.area(function))
          .target(TargetPart.ADDRESS, Bytes.u16(b, pdu + 1))
          .target(TargetPart.COUNT, function < 15 ? 1 : Bytes.u16(b, pdu + 3));
    }
    if ((b[pdu] & 0x80) != 0 && length > 1) {
      int code = b[pdu + 1] & 0xff;
      return operation.answered(
          mark, OperationResult.ANSWER_ONLY, code, ModbusFunctions.exception(code));
    }
    return operation.answered(mark, OperationResult.ANSWER_ONLY, 0, "");
  }
}
