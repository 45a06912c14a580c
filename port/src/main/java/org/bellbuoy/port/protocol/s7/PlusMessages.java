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
 * S7comm-plus: 0x72, version, length (2 bytes); in version 3 a digest of 32 bytes behind its
 * length; opcode, two zeros, function (2), two zeros, sequence (2), and in requests session (4),
 * flags, body. A message ends with 0x72, version and two zeros; one without goes on in the next,
 * which has no opcode of its own.
 */
final class PlusMessages {
  static final int HEADER_BYTES = 4;
  static final int REQUEST = 0x31;
  static final int RESPONSE = 0x32;
  static final int NOTIFICATION = 0x33;

  private static final int DIGEST_BYTES = 32;
  private static final int FIXED = 9;
  private static final int BODY = 14;

  /** The CPU's execution unit, and which state it is asked to go to: 1 stop, 3 run. */
  private static final long EXECUTION_UNIT = 52;

  private static final long STATE_REQUEST = 2167;

  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;
  private final boolean[] goesOn = new boolean[2];
  private int next;

  PlusMessages(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending = new PendingRequests(context.ledger());
  }

  /** Versions in use: 1 to 3, and 254 and 255 for keep-alives. */
  static boolean known(int version) {
    return version >= 1 && version <= 3 || version >= 254;
  }

  /** Where the opcode stands. */
  static int bodyAt(byte[] b, int at, int end) {
    boolean digest = b[at + 1] == 3 && end - at > 4 && b[at + 4] == DIGEST_BYTES;
    return at + HEADER_BYTES + (digest ? 1 + DIGEST_BYTES : 0);
  }

  void gap(Direction direction) {
    goesOn[direction.ordinal()] = false;
  }

  void close() {
    pending.close();
  }

  void message(Direction direction, byte[] b, int at, int end, FrameMark mark) {
    int says = end - at < HEADER_BYTES ? -1 : Bytes.u16(b, at + 2);
    int version = end - at < HEADER_BYTES ? 0 : b[at + 1] & 0xff;
    if (!known(version) || says > end - at - HEADER_BYTES) {
      context.reject(
          "s7-plus-header",
          mark,
          "version " + version + " and length " + says + " in " + (end - at) + " bytes.");
      return;
    }
    if (version >= 254) {
      return;
    }
    int side = direction.ordinal();
    int bodyEnd = at + HEADER_BYTES + says;
    boolean first = !goesOn[side];
    goesOn[side] = end - bodyEnd < HEADER_BYTES;
    int body = bodyAt(b, at, end);
    if (!first) {
      return;
    }
    if (bodyEnd - body < FIXED) {
      goesOn[side] = false;
      context.reject(
          "s7-plus-header",
          mark,
          "the head of a message is cut after " + (bodyEnd - body) + " bytes.");
      return;
    }
    int function = Bytes.u16(b, body + 3);
    int sequence = Bytes.u16(b, body + 7);
    switch (b[body]) {
      case REQUEST -> request(direction, function, sequence, b, body, bodyEnd, mark);
      case RESPONSE, 2 -> response(direction, function, sequence, b, body, bodyEnd, mark);
      case NOTIFICATION -> {
        // Values that were subscribed to.
      }
      default ->
          context.reject(
              "s7-plus-opcode", mark, "opcode " + (b[body] & 0xff) + " is none of 49, 50 and 51.");
    }
  }

  private static long key(Direction asked, int function, int sequence) {
    return (long) function << 17 | (long) sequence << 1 | asked.ordinal();
  }

  private void request(
      Direction direction, int function, int sequence, byte[] b, int at, int end, FrameMark mark) {
    Operation operation =
        context
            .ledger()
            .begin(conversation, direction, Protocol.S7COMM_PLUS, mark)
            .function(function, PlusFunctions.name(function), PlusFunctions.classOf(function));
    int body = at + BODY;
    if (end - body >= 4) {
      switch (function) {
        case PlusFunctions.SET_VARIABLE, PlusFunctions.GET_VARIABLE -> {
          operation.target(TargetPart.INSTANCE, Bytes.u32(b, body));
          variable(operation, function, b, body + 4, end);
        }
        case PlusFunctions.SET_MULTI, PlusFunctions.GET_MULTI -> {
          operation.target(TargetPart.INSTANCE, Bytes.u32(b, body));
          next = body + 4;
          long count = variableLength(b, end, false);
          if (count >= 0) {
            operation.target(TargetPart.COUNT, count);
          }
        }
        case PlusFunctions.CREATE_OBJECT,
            PlusFunctions.DELETE_OBJECT,
            PlusFunctions.EXPLORE,
            0x056b,
            0x057c,
            0x0586 ->
            operation.target(TargetPart.INSTANCE, Bytes.u32(b, body));
        default -> {
          // Nothing of it is known well enough.
        }
      }
    }
    long key = key(direction, function, sequence);
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      context.ledger().emit(o);
    }
    // No answer is due to flags without it, but which these are is not known well enough.
    pending.add(key, operation);
  }

  /** How many, number of the attribute; then flags, type and value. */
  private void variable(Operation operation, int function, byte[] b, int at, int end) {
    next = at;
    long count = variableLength(b, end, false);
    long attribute = count == 1 ? variableLength(b, end, false) : -1;
    if (attribute < 0) {
      return;
    }
    operation.target(TargetPart.ATTRIBUTE, attribute);
    boolean state =
        operation.number(TargetPart.INSTANCE) == EXECUTION_UNIT && attribute == STATE_REQUEST;
    if (state && function == PlusFunctions.SET_VARIABLE) {
      operation
          .function(function, PlusFunctions.name(function), OperationClass.CONTROL)
          .target(TargetPart.SUBFUNCTION, "operating-state-request");
    }
    if (function == PlusFunctions.SET_VARIABLE && end - next >= 2) {
      value(operation, b, end);
    }
  }

  private void value(Operation operation, byte[] b, int end) {
    int type = b[next + 1] & 0xff;
    boolean plain = b[next] == 0;
    int at = next + 2;
    int left = end - at;
    if (plain && left >= 1 && (type == 1 || type == 2)) {
      operation.value(b[at] & 0xff);
    } else if (plain && left >= 1 && type == 6) {
      operation.value(b[at]);
    } else if (plain && left >= 2 && (type == 3 || type == 7)) {
      operation.value(type == 3 ? Bytes.u16(b, at) : (short) Bytes.u16(b, at));
    } else if (plain && left >= 1 && (type == 4 || type == 8)) {
      next = at;
      operation.value(variableLength(b, end, type == 8));
    } else if (left > 0) {
      operation.value(ValueKind.BYTES, b, at, left);
    }
  }

  /** Seven bits a byte, most significant first; the upper bit says that more follow. */
  private long variableLength(byte[] b, int end, boolean signed) {
    long value = 0;
    for (int i = 0; i < 5 && next < end; i++) {
      int octet = b[next++];
      if (i == 0 && signed && (octet & 0x40) != 0) {
        value = -1L << 6 | octet & 0x3f;
      } else {
        value = value << 7 | octet & 0x7f;
      }
      if (octet >= 0) {
        return value;
      }
    }
    return -1;
  }

  /** Answers begin, behind the sequence and flags, with a number of variable length: 0 is good. */
  private void response(
      Direction direction, int function, int sequence, byte[] b, int at, int end, FrameMark mark) {
    Direction asked = direction.opposite();
    next = at + FIXED + 1;
    long code = next < end ? resultCode(b, end) : 0;
    Operation operation = pending.answer(key(asked, function, sequence));
    boolean paired = operation != null;
    if (operation == null) {
      operation =
          context
              .ledger()
              .begin(conversation, asked, Protocol.S7COMM_PLUS, mark)
              .function(function, PlusFunctions.name(function), PlusFunctions.classOf(function));
    }
    // The lower 16 bits are the error, signed; above stand where it arose and flags.
    int error = (short) code;
    OperationResult result =
        !paired
            ? OperationResult.ANSWER_ONLY
            : error < 0 ? OperationResult.REFUSED : OperationResult.ACCEPTED;
    operation.answered(mark, result, error < 0 ? error : 0, error < 0 ? "error" : "");
    context.ledger().emit(operation);
  }

  /** A 64-bit number of variable length: eight times seven bits, then eight. */
  private long resultCode(byte[] b, int end) {
    long value = 0;
    for (int i = 0; i < 9 && next < end; i++) {
      int octet = b[next++];
      if (i == 8) {
        return value << 8 | octet & 0xff;
      }
      value = value << 7 | octet & 0x7f;
      if (octet >= 0) {
        return value;
      }
    }
    return value;
  }
}
