package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the message router: requests with their answers. Unconnected Send and Multiple
 * Service Packet are carriers: what they carry stands in the ledger, one operation each, and they
 * do not. Not thread safe.
 */
final class CipMessages {
  /** A packet of many services is as many requests that wait. */
  private static final int MOST_WAITING = 1024;

  private static final int DEEPEST = 3;
  private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

  final Connections connections = new Connections();
  final PendingRequests pending;
  private final Conversation conversation;
  private final DecodeContext context;
  private final CipPath path;
  private final CipPath route;
  private final CipIdentity identity;

  // Of the message that is being read: its rank among those in one packet.
  private int index;

  CipMessages(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending =
        new PendingRequests(context.ledger(), MOST_WAITING, PendingRequests.DEFAULT_PATIENCE_NANOS);
    TagNames names = new TagNames();
    this.path = new CipPath(names);
    this.route = new CipPath(names);
    this.identity = new CipIdentity(conversation, context);
  }

  private static long key(long base, int index) {
    return base ^ (index + 1) * SPREAD;
  }

  /**
   * Reads one message.
   *
   * @param base what its answer will repeat
   * @param slot where it goes, as far as its connection tells; else {@link CipPath#NONE}
   */
  void message(
      Direction direction, byte[] b, int at, int length, long base, long slot, FrameMark mark) {
    if (length < 2) {
      context.reject("cip-message", mark, "a CIP message has " + length + " bytes.");
      return;
    }
    index = 0;
    if ((b[at] & 0x80) == 0) {
      request(direction, b, at, length, base, slot, 0, mark);
    } else {
      response(direction, b, at, length, base, mark);
    }
  }

  private void request(
      Direction direction,
      byte[] b,
      int at,
      int length,
      long base,
      long slot,
      int depth,
      FrameMark mark) {
    int service = b[at] & 0x7f;
    int pathBytes = length >= 2 ? (b[at + 1] & 0xff) * 2 : 0;
    if (length < 2 || 2 + pathBytes > length) {
      context.reject(
          "cip-request",
          mark,
          "service %d in %d bytes lacks its path of %d bytes."
              .formatted(service, length, pathBytes));
      Operation operation = begin(direction, Protocol.CIP, slot, mark);
      operation.function(
          service,
          CipServices.name(service, CipPath.NONE, false),
          CipServices.classOf(service, CipPath.NONE, false));
      hold(operation, base, mark);
      return;
    }
    boolean whole = path.parse(b, at + 2, pathBytes);
    int dataAt = at + 2 + pathBytes;
    int dataLength = length - 2 - pathBytes;
    if (!whole) {
      context.reject(
          "cip-path",
          mark,
          "the path of %d bytes of service %d has a segment that is not known."
              .formatted(pathBytes, service));
    }
    if (depth < DEEPEST
        && service == CipServices.UNCONNECTED_SEND
        && path.cipClass == CipClasses.CONNECTION_MANAGER
        && unconnected(direction, b, dataAt, dataLength, base, depth, mark)) {
      return;
    }
    if (depth < DEEPEST
        && service == CipServices.MULTIPLE
        && path.cipClass == CipClasses.MESSAGE_ROUTER
        && multiple(direction, b, dataAt, dataLength, base, slot, depth, mark)) {
      return;
    }
    emit(direction, service, b, dataAt, dataLength, base, slot, mark);
  }

  /** Priority, ticks, length, message, pad; then the route: its length, reserved, segments. */
  private boolean unconnected(
      Direction direction, byte[] b, int at, int length, long base, int depth, FrameMark mark) {
    int bytes = length >= 4 ? Bytes.u16Little(b, at + 2) : 0;
    if (bytes < 2 || bytes > length - 4) {
      return false;
    }
    int routeAt = 4 + bytes + (bytes & 1);
    route.clear();
    if (length >= routeAt + 2) {
      route.parse(
          b, at + routeAt + 2, Math.min((b[at + routeAt] & 0xff) * 2, length - routeAt - 2));
    }
    request(direction, b, at + 4, bytes, base, route.link, depth + 1, mark);
    return true;
  }

  /** Count, offsets from the count on, messages. */
  private boolean multiple(
      Direction direction,
      byte[] b,
      int at,
      int length,
      long base,
      long slot,
      int depth,
      FrameMark mark) {
    int count = length >= 2 ? Bytes.u16Little(b, at) : 0;
    if (count == 0 || 2 + count * 2 > length) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      int from = partFrom(b, at, i);
      int to = i + 1 < count ? partFrom(b, at, i + 1) : length;
      if (from < 2 + count * 2 || to <= from || to > length) {
        context.reject(
            "cip-multiple",
            mark,
            "service %d of %d in a packet goes from byte %d to %d of %d."
                .formatted(i + 1, count, from, to, length));
        index++;
        continue;
      }
      request(direction, b, at + from, to - from, base, slot, depth + 1, mark);
    }
    return true;
  }

  private static int partFrom(byte[] b, int at, int part) {
    return Bytes.u16Little(b, at + 2 + part * 2);
  }

  /** Puts one request into the ledger; its path is parsed. */
  private void emit(
      Direction direction,
      int service,
      byte[] b,
      int at,
      int length,
      long base,
      long slot,
      FrameMark mark) {
    boolean pccc =
        service == CipServices.EXECUTE_PCCC
            && path.cipClass == CipClasses.PCCC
            && Pccc.isOne(b, at, length);
    Operation operation = begin(direction, pccc ? Protocol.PCCC : Protocol.CIP, slot, mark);
    String wrong;
    if (pccc) {
      wrong = PcccRequest.fill(operation, b, Pccc.commandAt(b, at), at + length);
    } else if (ConnectionRequests.isOne(service, path)) {
      wrong = ConnectionRequests.fill(operation, path, service, b, at, length);
    } else {
      wrong = CipRequest.fill(operation, path, service, b, at, length);
    }
    if (wrong != null) {
      context.reject(
          "cip-request",
          mark,
          "%s with %d bytes lacks or contradicts its %s; it is in the ledger as far as it could be read."
              .formatted(operation.functionName(), length, wrong));
    }
    hold(operation, base, mark);
  }

  private Operation begin(Direction direction, Protocol protocol, long slot, FrameMark mark) {
    Operation operation = context.ledger().begin(conversation, direction, protocol, mark);
    if (slot != CipPath.NONE) {
      operation.target(TargetPart.SLOT, slot);
    }
    return operation;
  }

  private void hold(Operation operation, long base, FrameMark mark) {
    long key = key(base, index++);
    supersede(key, mark);
    pending.add(key, operation);
  }

  /** What waits under a number that is used again was not answered, but within one packet. */
  void supersede(long key, FrameMark mark) {
    Operation before = pending.waiting(key);
    while (before != null && before.request().frame() != mark.frame()) {
      Operation late = pending.answer(key);
      if (late != null) {
        context.ledger().emit(late);
      }
      before = pending.waiting(key);
    }
  }

  private void response(
      Direction direction, byte[] b, int at, int length, long base, FrameMark mark) {
    if (length < 4 || 4 + (b[at + 3] & 0xff) * 2 > length) {
      context.reject(
          "cip-response",
          mark,
          "an answer to service %d has %d bytes, less than its status says."
              .formatted(b[at] & 0x7f, length));
      return;
    }
    int service = b[at] & 0x7f;
    int status = b[at + 2] & 0xff;
    boolean carriers = service == CipServices.MULTIPLE || service == CipServices.UNCONNECTED_SEND;
    Operation waiting = pending.waiting(key(base, 0));
    if (carriers && waiting != null && waiting.functionCode() != service) {
      if (service == CipServices.MULTIPLE && parts(direction, b, at, length, base, mark)) {
        return;
      }
      if (status != CipStatus.SUCCESS) {
        refuseAll(base, status, mark);
        return;
      }
    }
    if (service == CipServices.MULTIPLE
        && waiting == null
        && parts(direction, b, at, length, base, mark)) {
      return;
    }
    answer(direction, b, at, length, base, mark);
  }

  private boolean parts(
      Direction direction, byte[] b, int at, int length, long base, FrameMark mark) {
    int data = at + 4 + (b[at + 3] & 0xff) * 2;
    int left = at + length - data;
    int count = left >= 2 ? Bytes.u16Little(b, data) : 0;
    if (count == 0 || 2 + count * 2 > left) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      int from = partFrom(b, data, i);
      int to = i + 1 < count ? partFrom(b, data, i + 1) : left;
      boolean fits =
          from >= 2 + count * 2
              && to <= left
              && to - from >= 4
              && 4 + (b[data + from + 3] & 0xff) * 2 <= to - from;
      if (fits) {
        answer(direction, b, data + from, to - from, base, mark);
      } else {
        context.reject(
            "cip-multiple",
            mark,
            "answer %d of %d in a packet goes from byte %d to %d of %d."
                .formatted(i + 1, count, from, to, left));
        index++;
      }
    }
    return true;
  }

  /** The carrier itself was refused, and with it all that it carried. */
  private void refuseAll(long base, int status, FrameMark mark) {
    Operation operation = pending.answer(key(base, 0));
    for (int i = 1; operation != null; i++) {
      operation.answered(mark, OperationResult.REFUSED, status, CipStatus.name(status));
      context.ledger().emit(operation);
      operation = pending.answer(key(base, i));
    }
  }

  private void answer(
      Direction direction, byte[] b, int at, int length, long base, FrameMark mark) {
    int service = b[at] & 0x7f;
    int status = b[at + 2] & 0xff;
    int data = at + 4 + (b[at + 3] & 0xff) * 2;
    int dataLength = at + length - data;
    Operation operation = waitingFor(service, key(base, index));
    if (operation == null) {
      operation = unasked(direction, service, mark);
      operation.answered(mark, OperationResult.ANSWER_ONLY, status, CipStatus.name(status));
    } else {
      pending.answer(key(base, index));
      if (!CipStatus.isAccepted(status)) {
        operation.answered(mark, OperationResult.REFUSED, status, CipStatus.name(status));
      } else if (operation.protocol() == Protocol.PCCC) {
        Pccc.answer(operation, b, data, dataLength, mark);
        identity.pccc(operation, direction, b, data, dataLength, mark);
      } else {
        operation.answered(mark, OperationResult.ACCEPTED, status, CipStatus.name(status));
        accepted(operation, direction, b, data, dataLength, mark);
      }
    }
    index++;
    context.ledger().emit(operation);
  }

  private void accepted(
      Operation operation, Direction direction, byte[] b, int at, int length, FrameMark mark) {
    if (operation.functionName().equals(CipServices.OPENS)
        || operation.functionName().equals(CipServices.OPENS_LARGE)) {
      connections.opened(
          b,
          at,
          length,
          operation.hasNumber(TargetPart.SLOT) ? operation.number(TargetPart.SLOT) : CipPath.NONE);
    } else {
      identity.answer(operation, direction, b, at, length, mark);
    }
  }

  private @Nullable Operation waitingFor(int service, long key) {
    Operation operation = pending.waiting(key);
    if (operation == null) {
      return null;
    }
    boolean fits =
        operation.protocol() == Protocol.PCCC
            ? service == CipServices.EXECUTE_PCCC
            : operation.protocol() == Protocol.CIP && operation.functionCode() == service;
    return fits ? operation : null;
  }

  /** An answer whose question was not captured: its class and path are not known. */
  private Operation unasked(Direction direction, int service, FrameMark mark) {
    return context
        .ledger()
        .begin(conversation, direction.opposite(), Protocol.CIP, mark)
        .function(
            service,
            CipServices.name(service, CipPath.NONE, false),
            CipServices.classOf(service, CipPath.NONE, false));
  }

  /** The encapsulation refused a message: so is all that was in it. */
  void refused(long base, long status, FrameMark mark) {
    Operation operation = pending.answer(key(base, 0));
    for (int i = 1; operation != null; i++) {
      operation.answered(
          mark, OperationResult.REFUSED, (int) status, Encapsulation.statusName(status));
      context.ledger().emit(operation);
      operation = pending.answer(key(base, i));
    }
  }
}
