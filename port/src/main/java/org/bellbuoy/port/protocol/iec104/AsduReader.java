package org.bellbuoy.port.protocol.iec104;

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
 * Reads application data: requests wait for their confirmation, which mirrors type, station and
 * object; reports are told as they come.
 */
final class AsduReader {
  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;

  AsduReader(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending = new PendingRequests(context.ledger());
  }

  void read(Direction direction, byte[] b, int at, int length, FrameMark mark) {
    int type = Asdu.type(b, at);
    if (Types.objectBytes(type) >= 0 && !Asdu.formed(b, at, length)) {
      context.reject(
          "iec104-objects",
          mark,
          "%d objects of type %d do not fit into %d bytes; what was read of them stands in the ledger."
              .formatted(Asdu.count(b, at), type, length));
    }
    int cause = Asdu.cause(b, at);
    if (Types.reports(type)) {
      report(direction, type, cause, b, at, length, mark);
    } else if (Types.files(type) && !Types.rejects(cause)) {
      unanswered(direction, type, cause, b, at, length, mark);
    } else {
      switch (cause) {
        case Asdu.REQUEST, Asdu.ACTIVATION, Asdu.DEACTIVATION, 3 ->
            requests(direction, type, cause, b, at, length, mark);
        case Asdu.ACTIVATION_CONFIRMED, Asdu.DEACTIVATION_CONFIRMED ->
            confirmed(direction, type, cause, b, at, length, mark);
        case Asdu.TERMINATION -> terminated(direction, type, b, at, length, mark);
        default -> {
          if (Types.rejects(cause)) {
            confirmed(direction, type, cause, b, at, length, mark);
          } else {
            unanswered(direction, type, cause, b, at, length, mark);
          }
        }
      }
    }
  }

  private static long key(Direction asked, int type, boolean ends, int station, int object) {
    return (long) type << 48
        | (long) station << 32
        | (long) object << 2
        | (ends ? 2 : 0)
        | asked.ordinal();
  }

  /** Address of the first object, −1 where there is none. */
  private static int firstObject(byte[] b, int at, int length) {
    return length >= Asdu.HEADER_BYTES + Asdu.ADDRESS_BYTES
        ? Asdu.address(b, at + Asdu.HEADER_BYTES)
        : -1;
  }

  private Operation begin(Direction direction, int type, byte[] b, int at, FrameMark mark) {
    return context
        .ledger()
        .begin(conversation, direction, Protocol.IEC104, mark)
        .function(type, Types.name(type), Types.classOf(type))
        .target(TargetPart.UNIT, Asdu.station(b, at))
        .target(TargetPart.TYPE, type);
  }

  /** One operation for all objects of a report, with the address and value of the first. */
  private void report(
      Direction direction, int type, int cause, byte[] b, int at, int length, FrameMark mark) {
    Operation operation = begin(direction, type, b, at, mark);
    int object = firstObject(b, at, length);
    operation
        .target(TargetPart.COUNT, Asdu.count(b, at))
        .target(TargetPart.SUBFUNCTION, cause)
        .target(TargetPart.SUBFUNCTION, Types.cause(cause));
    if (object >= 0) {
      operation.target(TargetPart.ADDRESS, object);
      InformationObjects.reported(
          operation, type, b, at + Asdu.HEADER_BYTES + Asdu.ADDRESS_BYTES, at + length);
    }
    context.ledger().emit(operation.ended(OperationResult.NO_ANSWER_DUE, 0, ""));
    if (cause == Asdu.REQUEST && object >= 0) {
      // What was asked for by a read.
      answer(
          key(direction.opposite(), Types.READ, false, Asdu.station(b, at), object),
          OperationResult.ACCEPTED,
          0,
          "",
          mark);
    }
  }

  private boolean answer(long key, OperationResult result, int code, String name, FrameMark mark) {
    Operation operation = pending.answer(key);
    if (operation == null) {
      return false;
    }
    context.ledger().emit(operation.answered(mark, result, code, name));
    return true;
  }

  /** Files and what has an unusual cause: told, with no answer that would be paired. */
  private void unanswered(
      Direction direction, int type, int cause, byte[] b, int at, int length, FrameMark mark) {
    Operation operation = begin(direction, type, b, at, mark);
    operation
        .target(TargetPart.SUBFUNCTION, cause)
        .target(TargetPart.SUBFUNCTION, Types.cause(cause));
    int object = firstObject(b, at, length);
    if (object >= 0) {
      operation.target(TargetPart.ADDRESS, object);
      InformationObjects.moved(
          operation, type, b, at + Asdu.HEADER_BYTES + Asdu.ADDRESS_BYTES, at + length);
    }
    context.ledger().emit(operation.ended(OperationResult.NO_ANSWER_DUE, 0, ""));
  }

  /** Each object of a command is an operation; there is seldom more than one. */
  private void requests(
      Direction direction, int type, int cause, byte[] b, int at, int length, FrameMark mark) {
    int size = Types.objectBytes(type);
    int end = at + length;
    int object = firstObject(b, at, length);
    if (object < 0 || size < 0) {
      Operation operation = begin(direction, type, b, at, mark);
      if (object >= 0) {
        operation.target(TargetPart.ADDRESS, object);
      }
      wait(direction, type, cause, Asdu.station(b, at), object, operation);
      return;
    }
    int count = Math.max(1, Asdu.count(b, at));
    boolean sequence = Asdu.sequence(b, at);
    int value = at + Asdu.HEADER_BYTES + Asdu.ADDRESS_BYTES;
    for (int i = 0; i < count; i++) {
      if (i > 0 && !sequence) {
        if (end - value < Asdu.ADDRESS_BYTES) {
          return;
        }
        object = Asdu.address(b, value);
        value += Asdu.ADDRESS_BYTES;
      } else if (i > 0) {
        object++;
      }
      if (i > 0 && end - value < size) {
        return;
      }
      Operation operation = begin(direction, type, b, at, mark);
      operation.target(TargetPart.ADDRESS, object);
      if (end - value >= size) {
        InformationObjects.asked(operation, type, b, value);
      }
      if (cause == Asdu.DEACTIVATION) {
        operation.target(TargetPart.SUBFUNCTION, "deactivate");
      }
      if (Asdu.test(b, at)) {
        operation.target(TargetPart.NAME, "test");
      }
      wait(direction, type, cause, Asdu.station(b, at), object, operation);
      value += size;
    }
  }

  private void wait(
      Direction direction, int type, int cause, int station, int object, Operation operation) {
    pending.add(key(direction, type, cause == Asdu.DEACTIVATION, station, object), operation);
  }

  /** A confirmation mirrors its request; P/N says whether it is negative. */
  private void confirmed(
      Direction direction, int type, int cause, byte[] b, int at, int length, FrameMark mark) {
    int station = Asdu.station(b, at);
    boolean refused = Asdu.negative(b, at) || Types.rejects(cause);
    OperationResult result = refused ? OperationResult.REFUSED : OperationResult.ACCEPTED;
    int code = refused ? cause : 0;
    String name = !refused ? "" : Types.rejects(cause) ? Types.cause(cause) : "negative";
    int object = firstObject(b, at, length);
    Direction asked = direction.opposite();
    boolean ends = cause == Asdu.DEACTIVATION_CONFIRMED;
    boolean found = answer(key(asked, type, ends, station, object), result, code, name, mark);
    if (!found && Types.rejects(cause)) {
      // The cause of the request is not mirrored then.
      found = answer(key(asked, type, true, station, object), result, code, name, mark);
    }
    if (!found) {
      Operation operation = begin(asked, type, b, at, mark);
      int value = at + Asdu.HEADER_BYTES + Asdu.ADDRESS_BYTES;
      if (object >= 0) {
        operation.target(TargetPart.ADDRESS, object);
        if (at + length - value >= Math.max(0, Types.objectBytes(type))
            && Types.objectBytes(type) >= 0) {
          InformationObjects.asked(operation, type, b, value);
        }
      }
      context.ledger().emit(operation.answered(mark, OperationResult.ANSWER_ONLY, code, name));
    }
  }

  /** The end of what was confirmed before; only where the confirmation is missing it is told. */
  private void terminated(
      Direction direction, int type, byte[] b, int at, int length, FrameMark mark) {
    long key =
        key(direction.opposite(), type, false, Asdu.station(b, at), firstObject(b, at, length));
    @Nullable Operation waiting = pending.waiting(key);
    if (waiting != null) {
      boolean refused = Asdu.negative(b, at);
      answer(
          key,
          refused ? OperationResult.REFUSED : OperationResult.ACCEPTED,
          refused ? Asdu.TERMINATION : 0,
          refused ? "negative" : "",
          mark);
    }
  }

  void close() {
    pending.close();
  }
}
