package org.bellbuoy.port.protocol.dnp3;

import java.nio.charset.StandardCharsets;
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
 * Requests of masters: each object header is an operation, and of commands each point, so that each
 * has its own target, value and status.
 */
final class Requests {
  private static final int BROADCASTS_FROM = 0xfffd;
  private static final int MOST_WAITING = 2048;
  private static final int FILE_COMMAND_BYTES = 26;
  private static final int LONGEST_NAME = 250;

  /** After so long an answer is for the later of two requests with the same number. */
  private static final long PATIENCE_NANOS = 2_000_000_000L;

  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;
  private final ObjectHeaders objects = new ObjectHeaders();
  private final Crob crob = new Crob();

  // The message being read.
  private Direction direction = Direction.TO_SERVER;
  private int station;
  private int function;
  private boolean answerDue;
  private long key;
  private byte[] b = new byte[0];

  Requests(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending =
        new PendingRequests(context.ledger(), MOST_WAITING, PendingRequests.DEFAULT_PATIENCE_NANOS);
  }

  /** What a request and its response have in common: the stations and the sequence number. */
  static long key(int station, int master, int control) {
    return (long) station << 24 | (long) master << 8 | control & 15;
  }

  PendingRequests pending() {
    return pending;
  }

  void request(
      Direction way, int destination, int source, byte[] buffer, int from, int to, FrameMark mark) {
    direction = way;
    station = destination;
    function = buffer[from + 1] & 0xff;
    answerDue = !Functions.unanswered(function) && destination < BROADCASTS_FROM;
    key = key(destination, source, buffer[from]);
    b = buffer;
    supersede(mark);
    int told = 0;
    objects.over(buffer, from + 2, to);
    while (objects.next()) {
      boolean points =
          Functions.commands(function)
              && objects.objectBytes() > 0
              && (objects.group() == Groups.CROB || objects.group() == Groups.ANALOG_OUTPUT);
      if (points) {
        told += points(mark);
      } else {
        told++;
        header(mark);
      }
    }
    if (objects.malformed()) {
      context.reject(
          "dnp3-objects",
          mark,
          "the objects of function "
              + function
              + " to station "
              + destination
              + " cannot be read to their end; behind group "
              + objects.group()
              + " they are left out.");
    }
    if (told == 0) {
      done(begin(mark));
    }
  }

  /**
   * A master waits for its answer before it uses a number again, or gives up first. Some ask anew
   * at once under few numbers; then answers come in the order of requests.
   */
  private void supersede(FrameMark mark) {
    Operation before = pending.waiting(key);
    while (before != null && mark.epochNanos() - before.epochNanos() > PATIENCE_NANOS) {
      Operation late = pending.answer(key);
      if (late != null) {
        context.ledger().emit(late);
      }
      before = pending.waiting(key);
    }
  }

  private Operation begin(FrameMark mark) {
    return context
        .ledger()
        .begin(conversation, direction, Protocol.DNP3, mark)
        .function(function, Functions.name(function), Functions.classOf(function))
        .target(TargetPart.UNIT, station);
  }

  private void done(Operation operation) {
    if (answerDue) {
      pending.add(key, operation);
    } else {
      operation.ended(OperationResult.NO_ANSWER_DUE, 0, "");
      context.ledger().emit(operation);
    }
  }

  static void object(Operation operation, ObjectHeaders objects) {
    String name = Groups.name(objects.group(), objects.variation());
    operation
        .target(TargetPart.TYPE, objects.group())
        .target(TargetPart.ATTRIBUTE, objects.variation());
    if (!name.isEmpty()) {
      operation.target(TargetPart.TYPE, name);
    }
  }

  /** Commands: one operation for each point. */
  private int points(FrameMark mark) {
    int indexBytes = objects.indexBytes();
    int valueBytes = (int) (objects.objectBytes() / objects.count());
    int told = 0;
    for (long i = 0; i < objects.count() && objects.left() >= indexBytes + valueBytes; i++) {
      long index = indexBytes > 0 ? objects.number(objects.at(), indexBytes) : objects.first() + i;
      Operation operation = begin(mark);
      object(operation, objects);
      operation.target(TargetPart.ADDRESS, index);
      command(operation, objects.at() + indexBytes);
      objects.skip(indexBytes + valueBytes);
      done(operation);
      told++;
    }
    if (told < objects.count()) {
      // Marks the message as cut.
      objects.skip(Integer.MAX_VALUE);
    }
    return told;
  }

  private void command(Operation operation, int at) {
    if (objects.group() == Groups.CROB) {
      crob.set(operation, b, at);
      return;
    }
    switch (objects.variation()) {
      case 1 -> operation.value(Bytes.s32Little(b, at));
      case 2 -> operation.value((short) Bytes.u16Little(b, at));
      case 3 -> operation.value((double) Float.intBitsToFloat(Bytes.s32Little(b, at)));
      default -> operation.value(Double.longBitsToDouble(Bytes.s64Little(b, at)));
    }
  }

  /** Any other object header: one operation with what values follow. */
  private void header(FrameMark mark) {
    Operation operation = begin(mark);
    object(operation, objects);
    if (function == Functions.WRITE) {
      operation.function(function, Functions.name(function), Functions.writeClass(objects.group()));
    }
    if (objects.first() >= 0) {
      operation.target(TargetPart.ADDRESS, objects.first());
    }
    if (objects.count() >= 0) {
      operation.target(TargetPart.COUNT, objects.count());
    }
    if (objects.sizeBytes() > 0) {
      sized(operation);
    } else if (!Functions.carriesValues(function)) {
      indexes(operation);
    } else {
      values(operation, mark);
    }
    done(operation);
  }

  /** Reads may name their points by a list of indexes. */
  private void indexes(Operation operation) {
    int bytes = objects.indexBytes();
    if (bytes > 0 && objects.count() > 0 && objects.left() >= bytes) {
      operation.target(TargetPart.ADDRESS, objects.number(objects.at(), bytes));
    }
    objects.skip(Math.max(objects.count(), 0) * bytes);
  }

  private void values(Operation operation, FrameMark mark) {
    long bytes = objects.objectBytes();
    if (bytes < 0 || objects.count() < 0) {
      if (objects.left() > 0) {
        operation.value(ValueKind.BYTES, b, objects.at(), objects.left());
        context.reject(
            "dnp3-objects",
            mark,
            "the size of group %d variation %d is not known; %d bytes stand as one value."
                .formatted(objects.group(), objects.variation(), objects.left()));
        objects.giveUp();
      }
      return;
    }
    int indexBytes = objects.indexBytes();
    long all = bytes + objects.count() * indexBytes;
    int there = (int) Math.min(all, objects.left());
    if (indexBytes > 0 && there >= indexBytes) {
      operation.target(TargetPart.ADDRESS, objects.number(objects.at(), indexBytes));
    }
    if (objects.group() == Groups.TIME && there >= 6 && indexBytes == 0) {
      // Milliseconds since 1970 in 48 bits.
      operation.value(
          Bytes.u32Little(b, objects.at()) | (long) Bytes.u16Little(b, objects.at() + 4) << 32);
    } else if (there > 0) {
      operation.value(ValueKind.BYTES, b, objects.at(), there);
    }
    objects.skip(all);
  }

  /** Objects with their size before them: files, authentication, data sets. */
  private void sized(Operation operation) {
    int prefix = objects.sizeBytes();
    for (long i = 0; i < objects.count() && objects.left() >= prefix; i++) {
      long size = objects.number(objects.at(), prefix);
      objects.skip(prefix);
      int there = (int) Math.min(size, objects.left());
      if (i == 0) {
        if (objects.group() == Groups.FILE) {
          file(operation, objects.at(), there);
        } else if (there > 0) {
          operation.value(ValueKind.BYTES, b, objects.at(), there);
        }
      }
      objects.skip(size);
    }
  }

  /** Name and mode of a command, handle and block of a transport object (A.19). */
  private void file(Operation operation, int at, int bytes) {
    if (objects.variation() == 3 && bytes >= FILE_COMMAND_BYTES) {
      int length = Math.min(Bytes.u16Little(b, at + 2), bytes - FILE_COMMAND_BYTES);
      operation.target(
          TargetPart.NAME,
          new String(
              b,
              at + FILE_COMMAND_BYTES,
              Math.min(length, LONGEST_NAME),
              StandardCharsets.ISO_8859_1));
      int mode = Bytes.u16Little(b, at + 20);
      operation.target(TargetPart.SUBFUNCTION, mode).target(TargetPart.SUBFUNCTION, mode(mode));
      if (function == Functions.OPEN_FILE && mode == 1) {
        operation.function(function, Functions.name(function), OperationClass.READ);
      }
    } else if ((objects.variation() == 5 || objects.variation() == 4) && bytes >= 8) {
      operation.target(TargetPart.INSTANCE, Bytes.u32Little(b, at));
      if (objects.variation() == 5) {
        // The highest bit marks the last block.
        operation.target(TargetPart.BLOCK, Bytes.u32Little(b, at + 4) & 0x7fff_ffffL);
        if (bytes > 8) {
          operation.value(ValueKind.BYTES, b, at + 8, bytes - 8);
        }
      }
    } else if (bytes > 0) {
      operation.value(ValueKind.BYTES, b, at, bytes);
    }
  }

  private static String mode(int mode) {
    return switch (mode) {
      case 0 -> "no-mode";
      case 1 -> "read";
      case 2 -> "write";
      case 3 -> "append";
      default -> "unknown-mode";
    };
  }

  void close() {
    pending.close();
  }
}
