package org.bellbuoy.port.protocol.dnp3;

import java.nio.charset.StandardCharsets;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;
import org.bellbuoy.port.operation.TargetPart;
import org.jspecify.annotations.Nullable;

/** Responses of outstations: what became of requests, and what a device tells of itself. */
final class Responses {
  private static final int FIRST = 0x80;
  private static final int UNSOLICITED = 0x10;
  private static final int TEXT = 1;

  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;
  private final ObjectHeaders objects = new ObjectHeaders();

  Responses(Conversation conversation, DecodeContext context, Requests requests) {
    this.conversation = conversation;
    this.context = context;
    this.pending = requests.pending();
  }

  void response(
      Direction direction,
      int master,
      int station,
      byte[] b,
      int from,
      int to,
      int function,
      int indications,
      FrameMark mark) {
    int control = b[from] & 0xff;
    if (function == Functions.UNSOLICITED || (control & UNSOLICITED) != 0) {
      unsolicited(direction, station, b, from, to, indications, mark);
      return;
    }
    identity(direction, station, b, from + 4, to, mark);
    if ((control & FIRST) == 0) {
      // Goes on with an answer that was told with its first message.
      return;
    }
    long key = Requests.key(station, master, control);
    Operation first = pending.waiting(key);
    if (first == null) {
      Operation operation =
          context
              .ledger()
              .begin(conversation, direction.opposite(), Protocol.DNP3, mark)
              .function(function, Functions.name(function), OperationClass.OTHER)
              .target(TargetPart.UNIT, station);
      context.ledger().emit(operation.answered(mark, OperationResult.ANSWER_ONLY, indications, ""));
      return;
    }
    if (Functions.commands(first.functionCode())) {
      first = passOver(key, first, b, from + 4, to);
    }
    long frame = first.request().frame();
    int asked = first.functionCode();
    String error = Functions.error(indications);
    if (Functions.commands(asked)) {
      echoes(key, b, from + 4, to, mark);
    } else if (first.number(TargetPart.TYPE) == Groups.FILE && error.isEmpty()) {
      file(key, b, from + 4, to, mark);
    }
    OperationResult result = error.isEmpty() ? OperationResult.ACCEPTED : OperationResult.REFUSED;
    Operation next = pending.waiting(key);
    while (next != null && next.request().frame() == frame && next.functionCode() == asked) {
      Operation o = pending.answer(key);
      if (o != null) {
        context.ledger().emit(o.answered(mark, result, indications, error));
      }
      next = pending.waiting(key);
    }
  }

  /**
   * The first request that waits under a number for the point that is echoed; those before it were
   * not answered. Where none waits for that point, the first is taken.
   */
  private Operation passOver(long key, Operation first, byte[] b, int from, int to) {
    objects.over(b, from, to);
    if (!objects.next() || objects.objectBytes() <= 0) {
      return first;
    }
    int indexBytes = objects.indexBytes();
    if (objects.left() < indexBytes) {
      return first;
    }
    long index = indexBytes > 0 ? objects.number(objects.at(), indexBytes) : objects.first();
    Operation found = first;
    while (found != null && !isFor(found, index)) {
      found = pending.waitingAfter(found);
    }
    if (found == null) {
      return first;
    }
    for (Operation o = pending.waiting(key); o != null && o != found; o = pending.waiting(key)) {
      Operation late = pending.answer(key);
      if (late != null) {
        context.ledger().emit(late);
      }
    }
    return found;
  }

  private boolean isFor(Operation waiting, long index) {
    return waiting.number(TargetPart.TYPE) == objects.group()
        && waiting.number(TargetPart.ADDRESS) == index;
  }

  /** Each point that was commanded is echoed, in the same order, with its status as last byte. */
  private void echoes(long key, byte[] b, int from, int to, FrameMark mark) {
    objects.over(b, from, to);
    while (objects.next()) {
      long bytes = objects.objectBytes();
      if (bytes <= 0 || objects.count() <= 0) {
        return;
      }
      int indexBytes = objects.indexBytes();
      int each = (int) (bytes / objects.count());
      for (long i = 0; i < objects.count() && objects.left() >= indexBytes + each; i++) {
        long index =
            indexBytes > 0 ? objects.number(objects.at(), indexBytes) : objects.first() + i;
        Operation waiting = pending.waiting(key);
        if (waiting == null || !isFor(waiting, index)) {
          return;
        }
        int status = b[objects.at() + indexBytes + each - 1] & 0x7f;
        Operation operation = pending.answer(key);
        if (operation != null) {
          operation.answered(
              mark,
              status == 0 ? OperationResult.ACCEPTED : OperationResult.REFUSED,
              status,
              status == 0 ? "" : Functions.status(status));
          context.ledger().emit(operation);
        }
        objects.skip(indexBytes + each);
      }
    }
  }

  /** Answers about files carry a status of their own: behind handle, size, block and number. */
  private void file(long key, byte[] b, int from, int to, FrameMark mark) {
    objects.over(b, from, to);
    if (!objects.next() || objects.group() != Groups.FILE || objects.sizeBytes() != 2) {
      return;
    }
    int statusAt = objects.variation() == 4 ? 12 : objects.variation() == 6 ? 8 : -1;
    if (statusAt < 0 || objects.left() < 2 + statusAt + 1) {
      return;
    }
    int status = b[objects.at() + 2 + statusAt] & 0xff;
    if (status == 0) {
      return;
    }
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      context
          .ledger()
          .emit(o.answered(mark, OperationResult.REFUSED, status, Groups.fileStatus(status)));
    }
  }

  /** What an outstation tells unasked; the target is the first of its objects. */
  private void unsolicited(
      Direction direction,
      int station,
      byte[] b,
      int from,
      int to,
      int indications,
      FrameMark mark) {
    Operation operation =
        context
            .ledger()
            .begin(conversation, direction, Protocol.DNP3, mark)
            .function(
                Functions.UNSOLICITED,
                Functions.name(Functions.UNSOLICITED),
                Functions.classOf(Functions.UNSOLICITED))
            .target(TargetPart.UNIT, station);
    objects.over(b, from + 4, to);
    if (objects.next()) {
      Requests.object(operation, objects);
      if (objects.count() >= 0) {
        operation.target(TargetPart.COUNT, objects.count());
      }
    }
    context.ledger().emit(operation.ended(OperationResult.NO_ANSWER_DUE, indications, ""));
  }

  /** Device attributes (A.1): data type, length, text. */
  private void identity(
      Direction direction, int station, byte[] b, int from, int to, FrameMark mark) {
    objects.over(b, from, to);
    while (objects.next() && objects.group() == Groups.DEVICE_ATTRIBUTES) {
      int at = objects.at();
      if (objects.left() < 2 || objects.left() < 2 + (b[at + 1] & 0xff)) {
        return;
      }
      int bytes = b[at + 1] & 0xff;
      AttributeName name = name(objects.variation());
      if (name != null && b[at] == TEXT && bytes > 0) {
        Endpoint device = conversation.source(direction);
        context
            .attributes()
            .attribute(
                Attribute.at(
                    mark,
                    device.address(),
                    device.mac(),
                    station,
                    name,
                    new String(b, at + 2, bytes, StandardCharsets.UTF_8),
                    Protocol.DNP3));
      }
      objects.skip(2L + bytes);
    }
  }

  private static @Nullable AttributeName name(int variation) {
    return switch (variation) {
      case 242 -> AttributeName.FIRMWARE;
      case 243 -> AttributeName.HARDWARE_REVISION;
      case 245 -> AttributeName.LOCATION;
      case 246 -> AttributeName.DEVICE_ID;
      case 247 -> AttributeName.NAME;
      case 248 -> AttributeName.SERIAL_NUMBER;
      case 250 -> AttributeName.MODEL;
      case 252 -> AttributeName.VENDOR;
      default -> null;
    };
  }
}
