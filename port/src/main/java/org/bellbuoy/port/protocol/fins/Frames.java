package org.bellbuoy.port.protocol.fins;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.Ascii;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** Frames between two endpoints: requests, and answers paired by command, service and node. */
final class Frames {
  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;

  Frames(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending = new PendingRequests(context.ledger());
  }

  void close() {
    pending.close();
  }

  void frame(Direction direction, byte[] b, int at, int end, FrameMark mark) {
    int length = end - at;
    if (length < Frame.BODY_AT || (Frame.answers(b, at) && length < Frame.BODY_AT + 2)) {
      context.reject(
          "fins-frame", mark, "a frame is cut after " + length + " bytes, before its command.");
      return;
    }
    if (Frame.answers(b, at)) {
      answer(direction, b, at, end, mark);
    } else {
      request(direction, b, at, end, mark);
    }
  }

  /** In answers asked and asker have changed places. */
  private static long key(Direction asked, byte[] b, int at, int askedAt, int askerAt) {
    long nodes = (long) Bytes.u16(b, at + askedAt) << 16 | Bytes.u16(b, at + askerAt);
    return nodes << 26
        | (long) Bytes.u16(b, at + Frame.COMMAND_AT) << 9
        | (b[at + 9] & 0xffL) << 1
        | asked.ordinal();
  }

  private Operation begin(Direction asked, byte[] b, int at, int nodeAt, FrameMark mark) {
    int command = Bytes.u16(b, at + Frame.COMMAND_AT);
    String name = Commands.name(command);
    Operation operation =
        context
            .ledger()
            .begin(conversation, asked, Protocol.FINS, mark)
            .function(command, name.isEmpty() ? "unknown-command" : name, Commands.classOf(command))
            .target(TargetPart.UNIT, b[at + nodeAt] & 0xff);
    int unit = b[at + nodeAt + 1] & 0xff;
    return unit == 0 ? operation : operation.target(TargetPart.SLOT, unit);
  }

  private void request(Direction direction, byte[] b, int at, int end, FrameMark mark) {
    long key = key(direction, b, at, 4, 7);
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      context.ledger().emit(o);
    }
    int command = Bytes.u16(b, at + Frame.COMMAND_AT);
    boolean silent = Frame.unanswered(b, at);
    int body = at + Frame.BODY_AT;
    int bits = command == Commands.FORCE ? Requests.forced(b, body, end) : 1;
    String wrong = bits < 0 ? "number of bits" : null;
    for (int i = 0; i < Math.max(1, bits); i++) {
      Operation operation = begin(direction, b, at, 4, mark);
      String lacks =
          command == Commands.FORCE
              ? Requests.force(operation, b, body + 2 + i * 6, end)
              : Requests.fill(operation, command, b, body, end);
      wrong = wrong == null ? lacks : wrong;
      if (silent) {
        context.ledger().emit(operation.ended(OperationResult.NO_ANSWER_DUE, 0, ""));
      } else {
        pending.add(key, operation);
      }
    }
    if (wrong != null) {
      context.reject(
          "fins-request",
          mark,
          "command "
              + command
              + " in "
              + (end - at)
              + " bytes lacks or contradicts its "
              + wrong
              + "; it is in the ledger as far as it could be read.");
    }
  }

  private void answer(Direction direction, byte[] b, int at, int end, FrameMark mark) {
    Direction asked = direction.opposite();
    long key = key(asked, b, at, 7, 4);
    int code = Bytes.u16(b, at + Frame.BODY_AT);
    boolean good = Commands.good(code);
    Operation operation = pending.answer(key);
    boolean paired = operation != null;
    if (operation == null) {
      operation = begin(asked, b, at, 7, mark);
    }
    if (good && operation.functionCode() == Commands.CONTROLLER_DATA) {
      identity(direction, (int) operation.number(TargetPart.UNIT), b, at + 14, end, mark);
    }
    OperationResult result =
        !paired
            ? OperationResult.ANSWER_ONLY
            : good ? OperationResult.ACCEPTED : OperationResult.REFUSED;
    while (operation != null) {
      operation.answered(mark, result, good ? 0 : code, good ? "" : Commands.result(code));
      context.ledger().emit(operation);
      operation = paired ? pending.answer(key) : null;
    }
  }

  /** Model and version, 20 characters each. */
  private void identity(Direction direction, int node, byte[] b, int at, int end, FrameMark mark) {
    if (end - at >= 40) {
      tell(direction, node, AttributeName.MODEL, Ascii.printable(b, at, 20), mark);
      // Some put a second version into the same field, behind zeros.
      int bytes = 0;
      while (bytes < 20 && b[at + 20 + bytes] != 0) {
        bytes++;
      }
      tell(direction, node, AttributeName.FIRMWARE, Ascii.printable(b, at + 20, bytes), mark);
    }
  }

  private void tell(
      Direction direction, int node, AttributeName name, @Nullable String value, FrameMark mark) {
    if (value != null) {
      Endpoint device = conversation.source(direction);
      context
          .attributes()
          .attribute(
              Attribute.at(mark, device.address(), device.mac(), node, name, value, Protocol.FINS));
    }
  }
}
