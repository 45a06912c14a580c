package org.bellbuoy.port.protocol.s7;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;
import org.bellbuoy.port.operation.TargetPart;
import org.jspecify.annotations.Nullable;

/**
 * S7comm messages of one connection. Either side may ask: in a download the controller fetches.
 * Each variable of a read or write is an operation. Answers are paired by direction and reference,
 * and their function must be that of the request.
 */
final class S7Messages {
  /** A job has at most 20 variables or so; some may be on their way at the same time. */
  private static final int MOST_PENDING = 1024;

  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;
  private final Header header = new Header();
  private final UserData userData;
  private int called = -1;

  S7Messages(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending =
        new PendingRequests(context.ledger(), MOST_PENDING, PendingRequests.DEFAULT_PATIENCE_NANOS);
    this.userData = new UserData(conversation, context);
  }

  /** The connection was opened to that rack (upper three bits) and slot. */
  void called(int rackAndSlot) {
    called = rackAndSlot;
  }

  void close() {
    pending.close();
    userData.close();
  }

  void message(Direction direction, byte[] b, int at, int end, FrameMark mark) {
    String wrong = header.read(b, at, end);
    if (wrong != null) {
      context.reject(
          "s7-header", mark, wrong + " bytes; it is in the ledger as far as it could be read.");
    }
    if (end - at < Header.BYTES || header.parameters > end) {
      return;
    }
    switch (header.kind) {
      case Header.JOB -> job(direction, b, mark);
      case Header.ACK, Header.ACK_DATA -> answer(direction, b, mark);
      case Header.USER_DATA -> userData.message(direction, header, b, mark);
      default ->
          context.reject(
              "s7-kind", mark, "kind of message " + header.kind + " is none of 1, 2, 3 and 7.");
    }
  }

  private static long key(Direction asked, int reference) {
    return (long) reference << 1 | asked.ordinal();
  }

  private void job(Direction direction, byte[] b, FrameMark mark) {
    long key = key(direction, header.reference);
    // Whoever uses a reference again does not wait for the answer before any more.
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      context.ledger().emit(o);
    }
    int function = header.parameterBytes() > 0 ? b[header.parameters] & 0xff : -1;
    if (function != Variables.READ && function != Variables.WRITE) {
      Operation operation = begin(direction, mark, Math.max(0, function));
      String wrong = Blocks.fill(operation, function, header, b);
      if (function == Blocks.SETUP && called >= 0) {
        operation.target(TargetPart.SLOT, called & 31);
        operation.target(TargetPart.SLOT, RACKS[called >> 5]);
      }
      tell(wrong, function, mark);
      pending.add(key, operation);
      return;
    }
    int items = header.parameterBytes() > 1 ? b[header.parameters + 1] & 0xff : 0;
    int item = header.parameters + 2;
    int data = header.data;
    String wrong = items == 0 ? "variables" : null;
    for (int i = 0; i < Math.max(1, items); i++) {
      Operation operation = begin(direction, mark, function);
      int next = i < items ? Variables.item(operation, b, item, header.parametersEnd) : item;
      if (next < 0) {
        wrong = "variable " + (i + 1) + " of " + items;
      }
      if (function == Variables.WRITE && data >= 0) {
        data = Variables.value(operation, b, data, header.dataEnd);
        if (data < 0) {
          wrong = "value " + (i + 1) + " of " + items;
        }
      }
      pending.add(key, operation);
      if (next < 0) {
        // What follows cannot be found, and how many there are may be nonsense too.
        break;
      }
      item = next;
    }
    tell(wrong, function, mark);
  }

  private static final String[] RACKS = {
    "rack 0", "rack 1", "rack 2", "rack 3", "rack 4", "rack 5", "rack 6", "rack 7"
  };

  private Operation begin(Direction direction, FrameMark mark, int function) {
    return context
        .ledger()
        .begin(conversation, direction, Protocol.S7COMM, mark)
        .function(function, Blocks.name(function), Blocks.classOf(function));
  }

  private void tell(@Nullable String wrong, int function, FrameMark mark) {
    if (wrong != null) {
      context.reject(
          "s7-request",
          mark,
          "function "
              + function
              + " lacks or contradicts its "
              + wrong
              + "; it is in the ledger as far as it could be read.");
    }
  }

  private void answer(Direction direction, byte[] b, FrameMark mark) {
    Direction asked = direction.opposite();
    long key = key(asked, header.reference);
    boolean named = header.kind == Header.ACK_DATA && header.parameterBytes() > 0;
    int function = named ? b[header.parameters] & 0xff : -1;
    Operation operation = pending.waiting(key);
    if (operation == null || (named && operation.functionCode() != function)) {
      unasked(asked, function, mark);
      return;
    }
    int data = header.data;
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      int code = function == Variables.READ || function == Variables.WRITE ? 0xff : -1;
      if (header.error != 0) {
        o.answered(
            mark, OperationResult.REFUSED, header.error, ResultNames.ofMessage(header.error));
      } else if (code < 0) {
        o.answered(mark, OperationResult.ACCEPTED, 0, "");
      } else if (data >= header.dataEnd) {
        o.answered(mark, OperationResult.ACCEPTED, 0, "no-result-for-this-variable");
      } else {
        code = b[data] & 0xff;
        data =
            function == Variables.READ ? Variables.afterValue(b, data, header.dataEnd) : data + 1;
        boolean good = code == Variables.GOOD;
        o.answered(
            mark,
            good ? OperationResult.ACCEPTED : OperationResult.REFUSED,
            good ? 0 : code,
            good ? "" : ResultNames.ofVariable(code));
      }
      context.ledger().emit(o);
    }
  }

  /** An answer whose question was not captured; a bare acknowledgment does not even say of what. */
  private void unasked(Direction asked, int function, FrameMark mark) {
    Operation operation = begin(asked, mark, Math.max(0, function));
    operation.answered(
        mark,
        OperationResult.ANSWER_ONLY,
        header.error,
        header.error == 0 ? "" : ResultNames.ofMessage(header.error));
    context.ledger().emit(operation);
  }
}
