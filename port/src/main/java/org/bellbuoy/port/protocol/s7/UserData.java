package org.bellbuoy.port.protocol.s7;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;

/**
 * User data: engineering functions. Parameters: 00 01 12, length, 11 or 12, kind and group (half a
 * byte each), subfunction, sequence; answers and what continues them have number of the part, 0 for
 * the last part, and an error (2 bytes) behind. Data: result, how its length counts, length, bytes.
 */
final class UserData {
  static final int PUSH = 0;
  static final int REQUEST = 4;
  static final int RESPONSE = 8;

  private static final int DATA_HEADER = 4;

  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;
  private final SystemStatus status;

  UserData(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending = new PendingRequests(context.ledger());
    this.status = new SystemStatus(conversation, context);
  }

  void close() {
    pending.close();
  }

  private static long key(Direction asked, int reference) {
    return (long) reference << 1 | asked.ordinal();
  }

  void message(Direction direction, Header header, byte[] b, FrameMark mark) {
    int at = header.parameters;
    if (header.parameterBytes() < 8) {
      context.reject(
          "s7-user-data",
          mark,
          "parameters of " + header.parameterBytes() + " bytes where 8 at least are needed.");
      return;
    }
    int kind = b[at + 5] >> 4 & 15;
    int group = b[at + 5] & 15;
    int subfunction = b[at + 6] & 0xff;
    switch (kind) {
      case REQUEST, 2 -> request(direction, header, group, subfunction, b, mark);
      case RESPONSE, 3 -> response(direction, header, group, subfunction, b, mark);
      case PUSH, 1 -> push(direction, header, group, subfunction, b, mark);
      default ->
          context.reject(
              "s7-user-data", mark, "kind " + kind + " is neither push, request nor response.");
    }
  }

  private Operation begin(Direction direction, int group, int subfunction, FrameMark mark) {
    return context
        .ledger()
        .begin(conversation, direction, Protocol.S7COMM, mark)
        .function(
            UserFunctions.code(group, subfunction),
            UserFunctions.name(group, subfunction),
            UserFunctions.classOf(group, subfunction));
  }

  private void request(
      Direction direction, Header header, int group, int subfunction, byte[] b, FrameMark mark) {
    long key = key(direction, header.reference);
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      context.ledger().emit(o);
    }
    Operation operation = begin(direction, group, subfunction, mark);
    boolean continues = header.parameterBytes() >= 12 && b[header.parameters + 8] != 0;
    if (continues) {
      operation.target(TargetPart.SUBFUNCTION, "continued");
    }
    int bytes = header.dataBytes() - DATA_HEADER;
    int at = header.data + DATA_HEADER;
    if (bytes > 0 && !continues) {
      fill(operation, group, subfunction, b, at, bytes);
    } else if (group == UserFunctions.CPU && subfunction == UserFunctions.READ_SZL && continues) {
      status.continued(operation);
    }
    pending.add(key, operation);
  }

  private static void fill(
      Operation operation, int group, int subfunction, byte[] b, int at, int bytes) {
    switch (group) {
      case UserFunctions.CPU -> {
        if (subfunction == UserFunctions.READ_SZL && bytes >= 4) {
          int id = Bytes.u16(b, at);
          operation
              .target(TargetPart.TYPE, id)
              .target(TargetPart.TYPE, SystemStatus.name(id))
              .target(TargetPart.INSTANCE, Bytes.u16(b, at + 2));
          if (SystemStatus.identifies(id)) {
            operation.function(
                operation.functionCode(), operation.functionName(), OperationClass.DISCOVERY);
          }
        } else {
          operation.value(ValueKind.BYTES, b, at, bytes);
        }
      }
      case UserFunctions.BLOCKS -> {
        if (bytes >= 7) {
          Blocks.block(operation, b, at);
        } else if (bytes >= 2) {
          operation.target(TargetPart.AREA, Blocks.kind(b, at));
        }
      }
      case UserFunctions.CYCLIC -> {
        // How many, unit and length of the interval, then variables; the first is told.
        if (subfunction != UserFunctions.UNSUBSCRIBE && bytes > 4) {
          Variables.item(operation, b, at + 4, at + bytes);
        }
      }
      case UserFunctions.SECURITY -> {
        // Passwords are scrambled, not encrypted: the ledger must not spread them.
      }
      default -> operation.value(ValueKind.BYTES, b, at, bytes);
    }
  }

  private void response(
      Direction direction, Header header, int group, int subfunction, byte[] b, FrameMark mark) {
    Direction asked = direction.opposite();
    int at = header.parameters;
    int error = header.parameterBytes() >= 12 ? Bytes.u16(b, at + 10) : 0;
    int code = header.dataBytes() > 0 ? b[header.data] & 0xff : Variables.GOOD;
    Operation operation = pending.waiting(key(asked, header.reference));
    boolean paired =
        operation != null
            && operation.functionCode() == UserFunctions.code(group, subfunction)
            && pending.answer(key(asked, header.reference)) != null;
    if (operation == null || !paired) {
      operation = begin(asked, group, subfunction, mark);
    }
    OperationResult good = paired ? OperationResult.ACCEPTED : OperationResult.ANSWER_ONLY;
    OperationResult bad = paired ? OperationResult.REFUSED : OperationResult.ANSWER_ONLY;
    if (error != 0) {
      operation.answered(mark, bad, error, ResultNames.ofMessage(error));
    } else if (code != Variables.GOOD && header.dataBytes() > DATA_HEADER) {
      operation.answered(mark, bad, code, ResultNames.ofVariable(code));
    } else {
      // Without data the code says only that there are none.
      operation.answered(mark, good, 0, "");
    }
    if (group == UserFunctions.CPU && subfunction == UserFunctions.READ_SZL && error == 0) {
      boolean last = header.parameterBytes() < 12 || b[at + 9] == 0;
      int part = header.parameterBytes() < 12 ? 0 : b[at + 8] & 0xff;
      int head = Math.min(DATA_HEADER, header.dataBytes());
      int bytes = header.dataBytes() - head;
      status.answer(direction, part, last, b, header.data + head, bytes, mark);
    }
    context.ledger().emit(operation);
  }

  /** What a controller tells unasked; values in cycles are not operations. */
  private void push(
      Direction direction, Header header, int group, int subfunction, byte[] b, FrameMark mark) {
    if (group == UserFunctions.CYCLIC) {
      return;
    }
    Operation operation = context.ledger().begin(conversation, direction, Protocol.S7COMM, mark);
    int code = UserFunctions.code(group, subfunction);
    if (group == UserFunctions.MODE) {
      operation
          .function(code, "mode-transition-indication", OperationClass.DIAGNOSTIC)
          .target(TargetPart.SUBFUNCTION, subfunction)
          .target(TargetPart.SUBFUNCTION, UserFunctions.mode(subfunction));
    } else {
      operation.function(code, UserFunctions.name(group, subfunction), OperationClass.DIAGNOSTIC);
      int bytes = header.dataBytes() - DATA_HEADER;
      if (bytes > 0) {
        operation.value(ValueKind.BYTES, b, header.data + DATA_HEADER, bytes);
      }
    }
    operation.ended(OperationResult.NO_ANSWER_DUE, 0, "");
    context.ledger().emit(operation);
  }
}
