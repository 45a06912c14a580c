package org.bellbuoy.port.protocol.bacnet;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;

/**
 * Answers of applications, paired by who asks whom and the number that the asker gave. An answer in
 * parts counts with its first.
 */
final class Answers {
  private final Conversation conversation;
  private final DecodeContext context;
  private final BacnetIdentity identity;
  private final PendingRequests pending;
  private final Tags tags = new Tags();
  private final WriteMultiple writes = new WriteMultiple();
  private final Segments parts = new Segments();

  Answers(Conversation conversation, DecodeContext context, BacnetIdentity identity) {
    this.conversation = conversation;
    this.context = context;
    this.identity = identity;
    this.pending = new PendingRequests(context.ledger());
  }

  /** What a request and its answer have in common, seen from the request. */
  static long key(
      Direction asked,
      int invoke,
      int toNetwork,
      long toAddress,
      int fromNetwork,
      long fromAddress) {
    long to = (toNetwork + 1L) * 0x9e3779b97f4a7c15L ^ toAddress * 0xd6e8feb86659fd93L;
    long from = (fromNetwork + 1L) * 0xc2b2ae3d27d4eb4fL ^ fromAddress * 0x165667b19e3779f9L;
    return (to ^ Long.rotateLeft(from, 29)) << 9 | (long) invoke << 1 | asked.ordinal();
  }

  void await(long key, Operation operation) {
    pending.add(key, operation);
  }

  /** Who uses a number again does not wait for an answer to the request before. */
  void supersede(long key) {
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      context.ledger().emit(o);
    }
  }

  void answer(Direction direction, Npdu npdu, Apdu apdu, byte[] b, int end, FrameMark mark) {
    int choice = apdu.choice();
    long key =
        key(
            direction.opposite(),
            apdu.invoke(),
            npdu.fromNetwork(),
            npdu.fromAddress(),
            npdu.toNetwork(),
            npdu.toAddress());
    switch (apdu.type()) {
      case Apdu.SIMPLE_ACK -> ended(key, direction, choice, OperationResult.ACCEPTED, 0, "", mark);
      case Apdu.COMPLEX_ACK -> acknowledged(key, direction, apdu, b, end, mark);
      case Apdu.ERROR -> error(key, direction, apdu, b, end, mark);
      case Apdu.REJECT ->
          ended(
              key, direction, -1, OperationResult.REFUSED, choice, Services.rejected(choice), mark);
      case Apdu.ABORT -> {
        String reason = Services.aborted(choice);
        if (apdu.fromServer()) {
          ended(key, direction, -1, OperationResult.REFUSED, choice, reason, mark);
        } else {
          givenUp(npdu, direction, apdu.invoke(), choice, reason);
        }
      }
      default -> throw new IllegalStateException("no answer: type " + apdu.type());
    }
  }

  /** Who asked takes it back. */
  private void givenUp(Npdu npdu, Direction direction, int invoke, int code, String reason) {
    long key =
        key(
            direction,
            invoke,
            npdu.toNetwork(),
            npdu.toAddress(),
            npdu.fromNetwork(),
            npdu.fromAddress());
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      context.ledger().emit(o.ended(OperationResult.UNANSWERED, code, reason));
    }
  }

  /**
   * Ends all that wait under a key.
   *
   * @param service what is answered; −1 where the answer does not say
   */
  private void ended(
      long key,
      Direction direction,
      int service,
      OperationResult result,
      int code,
      String name,
      FrameMark mark) {
    Operation first = pending.waiting(key);
    if (first == null || (service >= 0 && first.functionCode() != service)) {
      unasked(direction, service, code, name, mark);
      return;
    }
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      context.ledger().emit(o.answered(mark, result, code, name));
    }
  }

  /** An answer whose question was not captured tells that something was asked. */
  private void unasked(Direction direction, int service, int code, String name, FrameMark mark) {
    Operation operation =
        context.ledger().begin(conversation, direction.opposite(), Protocol.BACNET, mark);
    operation.function(
        Math.max(service, 0), Services.confirmed(service), Services.confirmedClass(service));
    context.ledger().emit(operation.answered(mark, OperationResult.ANSWER_ONLY, code, name));
  }

  private void acknowledged(
      long key, Direction direction, Apdu apdu, byte[] b, int end, FrameMark mark) {
    int service = apdu.choice();
    if (!apdu.segmented()) {
      ended(key, direction, service, OperationResult.ACCEPTED, 0, "", mark);
      tell(service, b, apdu.bodyAt(), end, mark);
      return;
    }
    if (apdu.sequence() == 0) {
      ended(key, direction, service, OperationResult.ACCEPTED, 0, "", mark);
      parts.begin(key, service, mark, b, apdu.bodyAt(), end);
    } else if (parts.continues(key, service, apdu.sequence())) {
      parts.add(mark, b, apdu.bodyAt(), end);
    } else {
      return;
    }
    if (!apdu.more()) {
      parts.end();
      tell(service, parts.bytes(), 0, parts.length(), mark);
    }
  }

  private void tell(int service, byte[] b, int at, int end, FrameMark mark) {
    if (service == Services.READ_PROPERTY) {
      identity.readProperty(b, at, end, mark);
    } else if (service == Services.READ_PROPERTY_MULTIPLE) {
      identity.readPropertyMultiple(b, at, end, mark);
    }
  }

  /** Class and code are the first two enumerated values, with some services within a tag. */
  private void error(long key, Direction direction, Apdu apdu, byte[] b, int end, FrameMark mark) {
    int service = apdu.choice();
    int found = 0;
    long code = 0;
    tags.over(b, apdu.bodyAt(), end);
    while (found < 2 && tags.next()) {
      if (tags.application(Tags.ENUMERATED)) {
        found++;
        code = tags.unsigned();
      }
    }
    String name = found == 2 ? Enumerations.error(code) : "unreadable-error";
    int number = found == 2 ? (int) code : 0;
    if (service == Services.WRITE_PROPERTY_MULTIPLE) {
      writtenInPart(key, apdu.bodyAt(), b, end, mark);
    }
    ended(key, direction, service, OperationResult.REFUSED, number, name, mark);
  }

  /** What stands before the first write that failed was written. */
  private void writtenInPart(long key, int at, byte[] b, int end, FrameMark mark) {
    int before = 0;
    int waiting = 0;
    boolean found = false;
    for (Operation o = pending.waiting(key); o != null; o = pending.waitingAfter(o)) {
      found |= writes.failedFirst(o, b, at, end);
      before += found ? 0 : 1;
      waiting++;
    }
    for (int i = 0; found && i < Math.min(before, waiting); i++) {
      Operation o = pending.answer(key);
      if (o != null) {
        context.ledger().emit(o.answered(mark, OperationResult.ACCEPTED, 0, ""));
      }
    }
  }

  void close() {
    pending.close();
  }
}
