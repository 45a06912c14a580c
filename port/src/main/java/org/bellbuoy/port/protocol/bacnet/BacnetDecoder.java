package org.bellbuoy.port.protocol.bacnet;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DatagramDecoder;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the BACnet/IP datagrams between two endpoints: virtual link and network layer; what
 * applications say goes to {@link Applications}.
 */
final class BacnetDecoder implements DatagramDecoder {
  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;
  private final Npdu npdu = new Npdu();
  private final BacnetIdentity identity;
  private final Applications applications;

  BacnetDecoder(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending = new PendingRequests(context.ledger());
    this.identity = new BacnetIdentity(conversation, context);
    this.applications = new Applications(conversation, context, identity);
  }

  @Override
  public boolean datagram(
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      int missingBytes,
      FrameMark mark) {
    if (length < Bvlc.HEADER_BYTES || (buffer[offset] & 0xff) != Bvlc.TYPE) {
      return false;
    }
    int function = buffer[offset + 1] & 0xff;
    int says = Bytes.u16(buffer, offset + 2);
    if (says < Bvlc.HEADER_BYTES || says > length + missingBytes) {
      context.reject(
          "bacnet-length",
          mark,
          "the virtual link's length is " + says + " in a datagram of " + length + " bytes.");
      return false;
    }
    int end = offset + Math.min(says, length);
    int network = Bvlc.networkAt(function);
    if (network == 0) {
      managed(direction, function, buffer, offset + Bvlc.HEADER_BYTES, end, mark);
    } else if (!npdu.read(buffer, Math.min(offset + network, end), end)) {
      context.reject(
          "bacnet-network",
          mark,
          "the header of the network layer is cut, or its version is not 1, in "
              + (end - offset)
              + " bytes of function "
              + function
              + ".");
    } else {
      identity.tellerIs(direction, npdu.fromNetwork() != Npdu.LOCAL);
      if (function == Bvlc.FORWARDED_NPDU) {
        identity.forwardedFor(Bytes.s32(buffer, offset + 4));
      }
      if (npdu.isMessage()) {
        message(direction, buffer, end, mark);
      } else {
        applications.apdu(direction, npdu, buffer, end, mark);
      }
    }
    return true;
  }

  private static long key(Direction asked, int function) {
    return (long) function << 1 | asked.ordinal();
  }

  /** Functions about the tables of a broadcast management device, and their results. */
  private void managed(
      Direction direction, int function, byte[] b, int at, int end, FrameMark mark) {
    int code = function == Bvlc.RESULT && end - at >= 2 ? Bytes.u16(b, at) : 0;
    boolean answers = function == Bvlc.RESULT || function == 3 || function == 7;
    if (answers) {
      Operation operation = waiting(direction.opposite(), Bvlc.asked(function, code), code);
      if (operation != null) {
        operation.answered(
            mark,
            code == 0 ? OperationResult.ACCEPTED : OperationResult.REFUSED,
            code,
            code == 0 ? "" : Bvlc.result(code));
        context.ledger().emit(operation);
      }
      return;
    }
    Operation operation =
        context
            .ledger()
            .begin(conversation, direction, Protocol.BACNET, mark)
            .function(function, Bvlc.name(function), Bvlc.classOf(function))
            .target(TargetPart.AREA, "virtual-link");
    if (function == Bvlc.REGISTER_FOREIGN_DEVICE && end - at >= 2) {
      // Time to live in seconds.
      operation.value(Bytes.u16(b, at));
    } else if (end > at) {
      operation.value(ValueKind.BYTES, b, at, end - at);
    }
    if (!Bvlc.asks(function)) {
      operation.ended(OperationResult.NO_ANSWER_DUE, 0, "");
      context.ledger().emit(operation);
      return;
    }
    long key = key(direction, function);
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      context.ledger().emit(o);
    }
    pending.add(key, operation);
  }

  /** The request that a result belongs to; a good result does not say of what it is. */
  private @Nullable Operation waiting(Direction asked, int function, int code) {
    if (function >= 0 || code != 0) {
      return pending.answer(key(asked, function));
    }
    Operation found = pending.answer(key(asked, Bvlc.REGISTER_FOREIGN_DEVICE));
    if (found == null) {
      found = pending.answer(key(asked, 1));
    }
    return found == null ? pending.answer(key(asked, Bvlc.DELETE_ENTRY)) : found;
  }

  /** Messages of routers; none is answered under a number, so none is paired. */
  private void message(Direction direction, byte[] b, int end, FrameMark mark) {
    int at = npdu.bodyAt();
    int type = b[at] & 0xff;
    Operation operation =
        context
            .ledger()
            .begin(conversation, direction, Protocol.BACNET, mark)
            .function(type, Services.network(type), Services.networkClass(type))
            .target(TargetPart.AREA, "network");
    boolean names = type != 3 && type != 6 && type != 7;
    int networkAt = at + (type == 3 ? 2 : 1);
    if ((names || type == 3) && end - networkAt >= 2) {
      operation.target(TargetPart.ADDRESS, Bytes.u16(b, networkAt));
    }
    if (end - at > 1) {
      operation.value(ValueKind.BYTES, b, at + 1, end - at - 1);
    }
    if (type == 1) {
      identity.router(mark);
    }
    operation.ended(OperationResult.NO_ANSWER_DUE, 0, "");
    context.ledger().emit(operation);
  }

  @Override
  public void close() {
    applications.close();
    pending.close();
  }
}
