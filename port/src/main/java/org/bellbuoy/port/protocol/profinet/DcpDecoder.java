package org.bellbuoy.port.protocol.profinet;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.FrameDecoder;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Ascii;
import org.bellbuoy.port.packet.Bytes;
import org.bellbuoy.port.packet.PacketView;
import org.jspecify.annotations.Nullable;

/**
 * Decodes PROFINET DCP frames: frame identifier (2 bytes), service, kind of service, transaction
 * (4), delay (2), length of the blocks (2), blocks. Who is searched for is asked of all, so that
 * answers come in other conversations; they are paired by transaction and who asked.
 */
public final class DcpDecoder implements FrameDecoder {
  private static final int[] ETHER_TYPES = {0x8892};
  private static final int HELLO = 0xfefc;
  private static final int IDENTIFY = 0xfefe;
  private static final int IDENTIFIED = 0xfeff;
  private static final int HEADER_BYTES = 12;
  private static final int GET = 3;
  private static final int SET = 4;

  private final DecodeContext context;
  private final PendingRequests pending;

  /** A decoder that tells what it finds there. */
  public DcpDecoder(DecodeContext context) {
    this.context = context;
    this.pending = new PendingRequests(context.ledger(), 4096, 10_000_000_000L);
  }

  @Override
  public int[] etherTypes() {
    return ETHER_TYPES.clone();
  }

  @Override
  public void frame(
      PacketView view, Conversation conversation, Direction direction, FrameMark mark) {
    byte[] b = view.buffer();
    int at = view.linkPayloadOffset();
    int length = view.linkPayloadLength();
    int id = length < 2 ? 0 : Bytes.u16(b, at);
    if (id < HELLO || id > IDENTIFIED) {
      // Cyclic data, alarms, time.
      return;
    }
    int says = length < HEADER_BYTES ? -1 : Bytes.u16(b, at + 10);
    if (says < 0 || says > length - HEADER_BYTES) {
      context.reject(
          "dcp-length",
          mark,
          "blocks of " + says + " bytes are said to be in a frame of " + length + ".");
      if (says < 0) {
        return;
      }
    }
    int service = b[at + 2] & 0xff;
    boolean answers = (b[at + 3] & 1) != 0;
    int blocks = at + HEADER_BYTES;
    int end = Math.min(at + length, blocks + says);
    long transaction = Bytes.u32(b, at + 4);
    long asker = answers ? view.destinationMac() : view.sourceMac();
    long asked = answers ? view.sourceMac() : view.destinationMac();
    switch (id) {
      case HELLO -> {
        Operation operation = begin(conversation, direction, 6, mark);
        context.ledger().emit(operation.ended(OperationResult.NO_ANSWER_DUE, 0, ""));
        DcpIdentity.read(context, view.sourceMac(), b, blocks, end, mark);
      }
      case IDENTIFY -> {
        if (!answers) {
          Operation operation = begin(conversation, direction, 5, mark);
          filter(operation, b, blocks, end, mark);
          add(key(transaction, asker, 5), operation);
        }
      }
      case IDENTIFIED -> {
        // Many may answer; the first counts as the answer.
        Operation operation = pending.answer(key(transaction, asker, 5));
        if (operation != null) {
          context.ledger().emit(operation.answered(mark, OperationResult.ACCEPTED, 0, ""));
        }
        DcpIdentity.read(context, asked, b, blocks, end, mark);
      }
      default -> getOrSet(view, conversation, direction, service, answers, blocks, end, mark);
    }
  }

  private void getOrSet(
      PacketView view,
      Conversation conversation,
      Direction direction,
      int service,
      boolean answers,
      int blocks,
      int end,
      FrameMark mark) {
    byte[] b = view.buffer();
    long transaction = Bytes.u32(b, blocks - 8);
    long asker = answers ? view.destinationMac() : view.sourceMac();
    long asked = answers ? view.sourceMac() : view.destinationMac();
    long key = key(transaction, asker, asked << 3 | service);
    int refused = b[blocks - 9] == 5 ? 5 : 0;
    if (service == SET) {
      if (answers) {
        setAnswer(key, conversation, direction, refused, b, blocks, end, mark);
      } else {
        set(key, conversation, direction, b, blocks, end, mark);
      }
    } else if (service == GET && answers) {
      Operation operation = answered(key, conversation, direction, GET, mark);
      if (operation.result() != OperationResult.ANSWER_ONLY) {
        result(operation, refused, mark);
      }
      context.ledger().emit(operation);
      DcpIdentity.read(context, asked, b, blocks, end, mark);
    } else if (service == GET) {
      Operation operation = begin(conversation, direction, GET, mark);
      if (end - blocks >= 2) {
        DcpOptions.target(operation, b[blocks] & 0xff, b[blocks + 1] & 0xff);
        operation.target(TargetPart.COUNT, (end - blocks) / 2);
      }
      add(key, operation);
    } else {
      context.reject(
          "dcp-service", mark, "service " + service + " is neither get (3) nor set (4).");
    }
  }

  private static long key(long transaction, long asker, long rest) {
    long mixed = (transaction ^ asker << 16) * 0x9e3779b97f4a7c15L;
    return (mixed ^ mixed >>> 29 ^ rest) * 0xd6e8feb86659fd93L;
  }

  private void add(long key, Operation operation) {
    long frame = operation.request().frame();
    for (Operation o = pending.waiting(key);
        o != null && o.request().frame() != frame;
        o = pending.waiting(key)) {
      Operation late = pending.answer(key);
      if (late != null) {
        context.ledger().emit(late);
      }
    }
    pending.add(key, operation);
  }

  private Operation begin(
      Conversation conversation, Direction direction, int service, FrameMark mark) {
    return context
        .ledger()
        .begin(conversation, direction, Protocol.PROFINET_DCP, mark)
        .function(
            service,
            switch (service) {
              case GET -> "get";
              case SET -> "set";
              case 5 -> "identify";
              default -> "hello";
            },
            service == SET ? OperationClass.CONFIGURATION : OperationClass.DISCOVERY);
  }

  /** What is searched for: blocks of option, suboption, length (2), value. */
  private void filter(Operation operation, byte[] b, int from, int end, FrameMark mark) {
    if (end - from < 4) {
      return;
    }
    int option = b[from] & 0xff;
    int suboption = b[from + 1] & 0xff;
    int length = Bytes.u16(b, from + 2);
    DcpOptions.target(operation, option, suboption);
    if (length > end - from - 4) {
      tooLong(option, suboption, length, end - from - 4, mark);
      return;
    }
    if (length > 0) {
      value(operation, DcpOptions.isText(option, suboption), b, from + 4, length);
    }
  }

  private void tooLong(int option, int suboption, int length, int left, FrameMark mark) {
    context.reject(
        "dcp-block",
        mark,
        "block "
            + option
            + "/"
            + suboption
            + " is said to have "
            + length
            + " bytes, "
            + left
            + " are there.");
  }

  private static void value(Operation operation, boolean text, byte[] b, int at, int length) {
    if (text) {
      String name = Ascii.printable(b, at, length);
      if (name != null) {
        operation.target(TargetPart.NAME, name);
      }
      operation.value(ValueKind.TEXT, b, at, length);
    } else {
      operation.value(ValueKind.BYTES, b, at, length);
    }
  }

  /** Each block is an operation: option, suboption, length (2), qualifier (2), value. */
  private void set(
      long key,
      Conversation conversation,
      Direction direction,
      byte[] b,
      int from,
      int end,
      FrameMark mark) {
    int at = from;
    boolean any = false;
    while (end - at >= 4) {
      int option = b[at] & 0xff;
      int suboption = b[at + 1] & 0xff;
      int length = Bytes.u16(b, at + 2);
      Operation operation = begin(conversation, direction, SET, mark);
      operation.function(SET, "set", DcpOptions.classOf(option, suboption));
      DcpOptions.target(operation, option, suboption);
      int there = Math.min(length, end - at - 4);
      if (there > 2) {
        value(operation, DcpOptions.isText(option, suboption), b, at + 6, there - 2);
      }
      add(key, operation);
      any = true;
      if (length > there) {
        tooLong(option, suboption, length, there, mark);
        return;
      }
      at += 4 + length + (length & 1);
    }
    if (!any) {
      add(key, begin(conversation, direction, SET, mark));
    }
  }

  private Operation answered(
      long key, Conversation conversation, Direction direction, int service, FrameMark mark) {
    Operation operation = pending.answer(key);
    if (operation == null) {
      operation = begin(conversation, direction.opposite(), service, mark);
      operation.answered(mark, OperationResult.ANSWER_ONLY, 0, "");
    }
    return operation;
  }

  private static void result(Operation operation, int error, FrameMark mark) {
    operation.answered(
        mark,
        error == 0 ? OperationResult.ACCEPTED : OperationResult.REFUSED,
        error,
        DcpOptions.error(error));
  }

  /** A block 5/4 for each that was set: its option and suboption, error. */
  private void setAnswer(
      long key,
      Conversation conversation,
      Direction direction,
      int refused,
      byte[] b,
      int from,
      int end,
      FrameMark mark) {
    @Nullable Operation waiting = pending.waiting(key);
    int at = from;
    if (waiting == null) {
      Operation only = answered(key, conversation, direction, SET, mark);
      if (end - at >= 7) {
        DcpOptions.target(only, b[at + 4] & 0xff, b[at + 5] & 0xff);
      }
      context.ledger().emit(only);
      return;
    }
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      int error = refused;
      if (end - at >= 7 && b[at] == 5 && b[at + 1] == 4) {
        error = b[at + 6] & 0xff;
        at += 4 + Bytes.u16(b, at + 2) + (b[at + 3] & 1);
      }
      result(o, error, mark);
      context.ledger().emit(o);
    }
  }

  @Override
  public void close() {
    pending.close();
  }
}
