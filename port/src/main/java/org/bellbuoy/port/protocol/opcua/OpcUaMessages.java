package org.bellbuoy.port.protocol.opcua;

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
import org.bellbuoy.port.packet.Bytes;

/** The messages of one connection, put together from their chunks. Not thread safe. */
final class OpcUaMessages {
  /** A write of many nodes is as many operations that wait. */
  private static final int MOST_WAITING = 1024;

  /** Publish requests wait until something has changed. */
  private static final long PATIENCE_NANOS = 3600L * 1_000_000_000;

  private static final long HELLO_KEY = 1L << 40;
  private static final long OPEN_KEY = 1L << 41;

  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;
  private final UaReader in = new UaReader();
  private final UaRequests requests;
  private final UaResponses responses;

  // What the last opening of the channel said of its security.
  private String policy = "";

  OpcUaMessages(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending = new PendingRequests(context.ledger(), MOST_WAITING, PATIENCE_NANOS);
    UaIdentity identity = new UaIdentity(conversation, context);
    BuildInfoReads builds = new BuildInfoReads(identity);
    this.requests = new UaRequests(conversation, context, pending, identity, builds);
    this.responses = new UaResponses(conversation, context, pending, identity, builds);
  }

  private Operation begin(
      Direction direction, String function, OperationClass kind, FrameMark mark) {
    return context
        .ledger()
        .begin(conversation, direction, Protocol.OPC_UA, mark)
        .function(0, function, kind);
  }

  /** Version, buffers, limits (4 bytes each), then the address that is asked for. */
  void hello(Direction direction, byte[] b, int at, int bytes, FrameMark mark) {
    Operation operation = begin(direction, "hello", OperationClass.DIAGNOSTIC, mark);
    in.set(b, at + 28, bytes - 28);
    operation.target(TargetPart.NAME, in.text());
    pending.add(HELLO_KEY, operation);
  }

  void acknowledged(Direction direction, FrameMark mark) {
    Operation operation = pending.answer(HELLO_KEY);
    if (operation == null) {
      operation = begin(direction.opposite(), "hello", OperationClass.DIAGNOSTIC, mark);
      operation.answered(mark, OperationResult.ANSWER_ONLY, 0, "");
    } else {
      operation.answered(mark, OperationResult.ACCEPTED, 0, "");
    }
    context.ledger().emit(operation);
  }

  /** A status, and a reason in words; the connection ends with it. */
  void error(Direction direction, byte[] b, int at, int bytes, FrameMark mark) {
    int status = Bytes.s32Little(b, at + Chunk.HEADER_BYTES);
    Operation operation = pending.answer(HELLO_KEY);
    if (operation == null) {
      operation = pending.answer(OPEN_KEY);
    }
    if (operation == null) {
      operation = begin(direction.opposite(), "error", OperationClass.DIAGNOSTIC, mark);
      in.set(b, at + 12, bytes - 12);
      String reason = in.text();
      if (!reason.isEmpty()) {
        operation.target(TargetPart.NAME, reason);
      }
      operation.answered(
          mark, OperationResult.ANSWER_ONLY, UaStatus.code(status), UaStatus.name(status));
    } else {
      operation.answered(
          mark, OperationResult.REFUSED, UaStatus.code(status), UaStatus.name(status));
    }
    context.ledger().emit(operation);
  }

  /** A server that opens the connection says who it is and where it wants to be asked. */
  void reverseHello(Direction direction, byte[] b, int at, int bytes, FrameMark mark) {
    Operation operation = begin(direction, "reverse-hello", OperationClass.DISCOVERY, mark);
    in.set(b, at + Chunk.HEADER_BYTES, bytes - Chunk.HEADER_BYTES);
    operation.target(TargetPart.NAME, in.text());
    operation.ended(OperationResult.NO_ANSWER_DUE, 0, "");
    context.ledger().emit(operation);
  }

  /** Channel, policy, certificate, thumbprint, sequence and request number; then the body. */
  void open(Direction direction, byte[] b, int at, int bytes, FrameMark mark) {
    in.set(b, at + 12, bytes - 12);
    String said = UaIdentity.policy(in.text());
    in.bytes();
    in.bytes();
    in.skip(4);
    long request = in.u32();
    if (in.cut) {
      context.reject("opcua-open", mark, "the opening of a channel ends within its header.");
      return;
    }
    policy = said;
    if (isOpen(b, in.at, in.end - in.at)) {
      message(direction, b, in.at, in.end - in.at, request, mark);
    } else if (direction == Direction.TO_SERVER) {
      Operation operation =
          begin(direction, "open-secure-channel", OperationClass.AUTHENTICATION, mark)
              .target(TargetPart.NAME, policy)
              .target(TargetPart.SUBFUNCTION, "closed");
      pending.add(OPEN_KEY, operation);
    } else {
      // Errors come in clear, so that an encrypted answer is one without.
      Operation operation = pending.answer(OPEN_KEY);
      if (operation != null) {
        operation.answered(mark, OperationResult.ACCEPTED, 0, "");
        context.ledger().emit(operation);
      }
    }
  }

  /** Whether a body begins with the type of a request or response, which ciphertext hardly does. */
  static boolean isOpen(byte[] b, int at, int length) {
    long type = type(b, at, length);
    return UaServices.isRequest(type) || UaServices.isResponse(type);
  }

  /** Number of a type of namespace 0 in its usual encoding, −1 for others. */
  static long type(byte[] b, int at, int length) {
    return length >= 4 && b[at] == 1 && b[at + 1] == 0 ? Bytes.u16Little(b, at + 2) : -1;
  }

  /** Reads one message, or tells that it cannot be read. */
  void message(Direction direction, byte[] b, int at, int length, long request, FrameMark mark) {
    long type = type(b, at, length);
    long key = request | (long) direction.ordinal() << 33;
    if (UaServices.isRequest(type)) {
      in.set(b, at + 4, length - 4);
      requests.request(direction, (int) type, in, key, policy, mark);
    } else if (UaServices.isResponse(type)) {
      in.set(b, at + 4, length - 4);
      long asked = request | (long) direction.opposite().ordinal() << 33;
      responses.response(direction, UaServices.request(type), in, asked, mark);
    } else if (direction == Direction.TO_SERVER) {
      Operation operation =
          begin(direction, "closed-message", OperationClass.OTHER, mark)
              .target(TargetPart.AREA, "closed")
              .ended(OperationResult.UNANSWERED, 0, "not-readable");
      if (!policy.isEmpty()) {
        operation.target(TargetPart.NAME, policy);
      }
      context.ledger().emit(operation);
    }
  }

  void close() {
    pending.close();
  }
}
