package org.bellbuoy.port.protocol.bacnet;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.TargetPart;
import org.jspecify.annotations.Nullable;

/** Requests of applications, put together where they come in parts; {@link Answers} ends them. */
final class Applications {
  private final Conversation conversation;
  private final DecodeContext context;
  private final BacnetIdentity identity;
  private final Answers answers;
  private final Apdu apdu = new Apdu();
  private final ServiceRequests requests = new ServiceRequests();
  private final WriteMultiple writes = new WriteMultiple();
  private final Segments parts = new Segments();
  private Direction partsDirection = Direction.TO_SERVER;
  private int partsNetwork;
  private long partsAddress;

  Applications(Conversation conversation, DecodeContext context, BacnetIdentity identity) {
    this.conversation = conversation;
    this.context = context;
    this.identity = identity;
    this.answers = new Answers(conversation, context, identity);
  }

  /** Reads one message of applications, which may be a part of one. */
  void apdu(Direction direction, Npdu npdu, byte[] b, int end, FrameMark mark) {
    if (!apdu.read(b, npdu.bodyAt(), end)) {
      context.reject(
          "bacnet-application",
          mark,
          "an application message of type "
              + (b[npdu.bodyAt()] >> 4 & 15)
              + " in "
              + (end - npdu.bodyAt())
              + " bytes lacks part of its header.");
      return;
    }
    switch (apdu.type()) {
      case Apdu.CONFIRMED -> confirmed(direction, npdu, b, end, mark);
      case Apdu.UNCONFIRMED -> unconfirmed(direction, npdu, b, end, mark);
      case Apdu.SEGMENT_ACK -> {
        // Says only that parts came.
      }
      default -> answers.answer(direction, npdu, apdu, b, end, mark);
    }
  }

  private void confirmed(Direction direction, Npdu npdu, byte[] b, int end, FrameMark mark) {
    long key =
        Answers.key(
            direction,
            apdu.invoke(),
            npdu.toNetwork(),
            npdu.toAddress(),
            npdu.fromNetwork(),
            npdu.fromAddress());
    int service = apdu.choice();
    if (!apdu.segmented()) {
      request(direction, npdu, key, service, b, apdu.bodyAt(), end, mark);
      return;
    }
    if (apdu.sequence() == 0 && !(parts.active() && parts.key() == key && parts.length() > 0)) {
      flush();
      parts.begin(key, service, mark, b, apdu.bodyAt(), end);
      partsDirection = direction;
      partsNetwork = npdu.toNetwork();
      partsAddress = npdu.toStation() ? npdu.toAddress() : -1;
    } else if (parts.continues(key, service, apdu.sequence())) {
      parts.add(mark, b, apdu.bodyAt(), end);
    } else {
      // Sent again, or the beginning was not captured.
      return;
    }
    if (!apdu.more()) {
      whole();
    }
  }

  private void whole() {
    parts.end();
    if (parts.cut()) {
      context.reject(
          "bacnet-segments",
          parts.mark,
          "a request in parts has more than "
              + Segments.MOST_BYTES
              + " bytes; the rest is left out.");
    }
    begin(
        partsDirection,
        partsNetwork,
        partsAddress,
        parts.key(),
        parts.service(),
        parts.bytes(),
        0,
        parts.length(),
        parts.mark);
  }

  /** A request in parts whose end did not come still stands in the ledger, as far as it came. */
  private void flush() {
    if (parts.active()) {
      context.reject(
          "bacnet-segments",
          parts.mark,
          "of a request in parts, service " + parts.service() + ", the end is missing.");
      whole();
    }
  }

  private void request(
      Direction direction,
      Npdu npdu,
      long key,
      int service,
      byte[] b,
      int at,
      int end,
      FrameMark mark) {
    long station = npdu.toStation() ? npdu.toAddress() : -1;
    begin(direction, npdu.toNetwork(), station, key, service, b, at, end, mark);
  }

  private void begin(
      Direction direction,
      int network,
      long station,
      long key,
      int service,
      byte[] b,
      int at,
      int end,
      FrameMark mark) {
    answers.supersede(key);
    if (service == Services.WRITE_PROPERTY_MULTIPLE) {
      int count = 0;
      writes.over(b, at, end);
      while (writes.next()) {
        Operation operation = operation(direction, network, station, service, mark);
        writes.fill(operation);
        answers.await(key, operation);
        count++;
      }
      if (count > 0 && !writes.malformed()) {
        return;
      }
      wrong("a list of objects and properties", service, end - at, mark);
      if (count > 0) {
        return;
      }
    }
    Operation operation = operation(direction, network, station, service, mark);
    String wrong = requests.confirmed(operation, service, b, at, end);
    if (wrong != null) {
      wrong(wrong, service, end - at, mark);
    }
    answers.await(key, operation);
  }

  private void wrong(String what, int service, int bytes, FrameMark mark) {
    context.reject(
        "bacnet-request",
        mark,
        "service "
            + service
            + " in "
            + bytes
            + " bytes lacks its "
            + what
            + "; it is in the ledger as far as it could be read.");
  }

  private Operation operation(
      Direction direction, int network, long station, int service, FrameMark mark) {
    Operation operation =
        context
            .ledger()
            .begin(conversation, direction, Protocol.BACNET, mark)
            .function(service, Services.confirmed(service), Services.confirmedClass(service));
    address(operation, network, station);
    return operation;
  }

  /** The network as unit, the station on it as slot. */
  private static void address(Operation operation, int network, long station) {
    if (network != Npdu.LOCAL) {
      operation.target(TargetPart.UNIT, network);
      if (network == Npdu.ALL_NETWORKS) {
        operation.target(TargetPart.UNIT, "all-networks");
      }
      if (station >= 0) {
        operation.target(TargetPart.SLOT, station);
      }
    }
  }

  private void unconfirmed(Direction direction, Npdu npdu, byte[] b, int end, FrameMark mark) {
    int service = apdu.choice();
    int at = apdu.bodyAt();
    Operation operation =
        context
            .ledger()
            .begin(conversation, direction, Protocol.BACNET, mark)
            .function(service, Services.unconfirmed(service), Services.unconfirmedClass(service));
    address(operation, npdu.toNetwork(), npdu.toStation() ? npdu.toAddress() : -1);
    @Nullable String wrong = requests.unconfirmed(operation, service, b, at, end);
    if (wrong != null) {
      wrong(wrong, service, end - at, mark);
    } else if (service == 0) {
      identity.iAm(b, at, end, mark);
    }
    operation.ended(OperationResult.NO_ANSWER_DUE, 0, "");
    context.ledger().emit(operation);
  }

  void close() {
    flush();
    answers.close();
  }
}
