package org.bellbuoy.port.protocol.profinet;

import java.util.Arrays;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DatagramDecoder;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** Decodes the calls of PROFINET IO between two endpoints; fragments are put together. */
final class IoDecoder implements DatagramDecoder {
  static final int CONNECT = 0;
  static final int RELEASE = 1;
  static final int READ = 2;
  static final int WRITE = 3;
  static final int CONTROL = 4;
  static final int READ_IMPLICIT = 5;

  private static final int LONGEST_CALL = 1 << 16;

  /** Lengths before the blocks: most or status, length, and three of the array. */
  private static final int ARGUMENTS = 20;

  private final Conversation conversation;
  private final DecodeContext context;
  private final Calls calls;
  private final Rpc rpc = new Rpc();
  private byte[] parts = new byte[0];
  private int partBytes;
  private int nextPart;
  private int partSequence;

  IoDecoder(Conversation conversation, DecodeContext context, Calls calls) {
    this.conversation = conversation;
    this.context = context;
    this.calls = calls;
  }

  @Override
  public boolean datagram(
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      int missingBytes,
      FrameMark mark) {
    if (!rpc.read(buffer, offset, length)) {
      return false;
    }
    int body = offset + Rpc.BYTES;
    int bytes = Math.min(rpc.bodyBytes, length - Rpc.BYTES);
    if (rpc.bodyBytes > length + missingBytes - Rpc.BYTES) {
      context.reject(
          "profinet-io-length",
          mark,
          "a body of "
              + rpc.bodyBytes
              + " bytes is said to be in a datagram of "
              + length
              + "; it is in the ledger as far as it could be read.");
    }
    boolean call = rpc.type == Rpc.REQUEST || rpc.type == Rpc.RESPONSE;
    if (call && rpc.fragment && !(rpc.last && rpc.fragmentNumber == 0)) {
      if (!join(buffer, body, bytes, mark)) {
        return true;
      }
      body = 0;
      bytes = partBytes;
      partBytes = 0;
      take(direction, parts, body, bytes, mark);
      return true;
    }
    take(direction, buffer, body, bytes, mark);
    return true;
  }

  /** Puts a fragment to those before; whether it was the last. */
  private boolean join(byte[] b, int at, int bytes, FrameMark mark) {
    if (rpc.fragmentNumber == 0) {
      partBytes = 0;
      nextPart = 0;
      partSequence = rpc.sequence;
    }
    if (rpc.fragmentNumber != nextPart
        || rpc.sequence != partSequence
        || partBytes + bytes > LONGEST_CALL) {
      if (rpc.fragmentNumber > nextPart) {
        context.reject(
            "profinet-io-fragments",
            mark,
            "fragment "
                + rpc.fragmentNumber
                + " of call "
                + rpc.sequence
                + " came where "
                + nextPart
                + " was due; the call is left out.");
        nextPart = Integer.MAX_VALUE;
      }
      return false;
    }
    if (parts.length < partBytes + bytes) {
      parts = Arrays.copyOf(parts, Math.max(4096, 2 * (partBytes + bytes)));
    }
    System.arraycopy(b, at, parts, partBytes, bytes);
    partBytes += bytes;
    nextPart++;
    return rpc.last;
  }

  private void take(Direction direction, byte[] b, int at, int bytes, FrameMark mark) {
    switch (rpc.type) {
      case Rpc.REQUEST -> request(direction, b, at, at + bytes, mark);
      case Rpc.RESPONSE -> response(direction, b, at, at + bytes, mark);
      case Rpc.FAULT, Rpc.REJECT -> {
        int status = bytes >= 4 ? rpc.u32(b, at) : 0;
        answer(
            direction, status, rpc.type == Rpc.FAULT ? "rpc-fault" : "rpc-reject", b, -1, -1, mark);
      }
      default -> {
        // Pings, acknowledgments and cancelling ask nothing of a device.
      }
    }
  }

  private Operation begin(Direction direction, FrameMark mark) {
    Operation operation =
        context.ledger().begin(conversation, direction, Protocol.PROFINET_IO, mark);
    if (rpc.face == 0) {
      return operation.function(
          0x100 | rpc.operation & 0xff, "endpoint-lookup", OperationClass.DISCOVERY);
    }
    return operation.function(rpc.operation, name(rpc.operation), classOf(rpc.operation));
  }

  private static String name(int operation) {
    return switch (operation) {
      case CONNECT -> "connect";
      case RELEASE -> "release";
      case READ -> "read";
      case WRITE -> "write";
      case CONTROL -> "control";
      case READ_IMPLICIT -> "read-implicit";
      default -> "unknown-operation";
    };
  }

  /** Who connects takes a device's inputs and outputs over, and who releases lets go of them. */
  private static OperationClass classOf(int operation) {
    return switch (operation) {
      case CONNECT, RELEASE, CONTROL -> OperationClass.CONTROL;
      case READ, READ_IMPLICIT -> OperationClass.READ;
      case WRITE -> OperationClass.WRITE;
      default -> OperationClass.OTHER;
    };
  }

  private void request(Direction direction, byte[] b, int at, int end, FrameMark mark) {
    long key = rpc.key();
    Operation operation = begin(direction, mark);
    if (rpc.face == 0) {
      calls.add(key, operation);
      return;
    }
    int block = at + ARGUMENTS;
    if (end - block < 6) {
      context.reject(
          "profinet-io-blocks",
          mark,
          "operation " + rpc.operation + " has " + (end - at) + " bytes and no block.");
      calls.add(key, operation);
      return;
    }
    boolean several = rpc.operation == WRITE && Records.isMultiple(b, block, end);
    if (!several) {
      Records.fill(operation, conversation, direction, context, b, block, end, mark);
      calls.add(key, operation);
      return;
    }
    // The first header is about all; each record behind it is an operation of its own.
    int inner = block + Records.HEADER_BYTES;
    boolean any = false;
    while (end - inner >= Records.HEADER_BYTES && Records.isWrite(b, inner)) {
      Operation each = any ? begin(direction, mark) : operation;
      Records.fill(each, conversation, direction, context, b, inner, end, mark);
      calls.add(key, each);
      any = true;
      int next = Records.next(b, inner);
      inner = block + (next - block + 3) / 4 * 4;
    }
    if (!any) {
      Records.fill(operation, conversation, direction, context, b, block, end, mark);
      calls.add(key, operation);
    }
  }

  /** The status of the whole call; that of each record stands in its block. */
  private void response(Direction direction, byte[] b, int at, int end, FrameMark mark) {
    int status = end - at >= 4 && rpc.face != 0 ? rpc.u32(b, at) : 0;
    if (rpc.face == 0) {
      Mapper.read(conversation.source(direction), context, rpc, b, at, end, mark);
    }
    answer(direction, status, IoStatus.name(status), b, at + ARGUMENTS, end, mark);
  }

  private void answer(
      Direction direction, int status, String name, byte[] b, int from, int end, FrameMark mark) {
    long key = rpc.key();
    int block = from;
    @Nullable Operation operation = calls.answer(key);
    boolean paired = operation != null;
    if (operation == null) {
      operation = begin(direction.opposite(), mark);
    }
    boolean blocks = rpc.face != 0 && block >= 0 && end - block >= 6;
    if (blocks) {
      Records.told(operation, conversation, direction, context, b, block, end, mark);
    }
    boolean multiple =
        blocks && Bytes.u16(b, block) == Records.WRITE_RESULT && Records.isMultiple(b, block, end);
    if (multiple) {
      block += Records.HEADER_BYTES;
    }
    while (operation != null) {
      int each = status;
      if (multiple && end - block >= Records.HEADER_BYTES && status == 0) {
        each = Bytes.s32(b, block + Records.STATUS_AT);
        block += Records.HEADER_BYTES;
      }
      String said = each == status ? name : IoStatus.name(each);
      OperationResult result =
          !paired
              ? OperationResult.ANSWER_ONLY
              : each == 0 ? OperationResult.ACCEPTED : OperationResult.REFUSED;
      // The last byte is the maker's own.
      operation.answered(mark, result, each >>> 8, each == 0 ? "" : said);
      context.ledger().emit(operation);
      operation = paired ? calls.answer(key) : null;
    }
  }

  @Override
  public void close() {
    calls.closed();
  }
}
