package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.packet.Bytes;

/** The messages of one conversation, whatever carries them. Not thread safe. */
final class EnipSession {
  private static final long CONNECTED = 1L << 62;
  private static final long COMMAND = 1L << 61;

  private final Conversation conversation;
  private final DecodeContext context;
  private final CommonPacket packet = new CommonPacket();
  private final CipMessages messages;
  private final CipIdentity identity;

  EnipSession(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.messages = new CipMessages(conversation, context);
    this.identity = new CipIdentity(conversation, context);
  }

  /** Reads one whole message; its header is plausible. */
  void message(Direction direction, byte[] b, int at, int bytes, FrameMark mark) {
    int command = Encapsulation.command(b, at);
    long status = Encapsulation.status(b, at);
    int body = at + Encapsulation.HEADER_BYTES;
    int length = bytes - Encapsulation.HEADER_BYTES;
    switch (command) {
      case Encapsulation.NOP -> {}
      case Encapsulation.SEND_RR_DATA, Encapsulation.SEND_UNIT_DATA -> {
        if (status != 0) {
          messages.refused(Encapsulation.context(b, at), status, mark);
        } else {
          data(direction, b, at, body, length, mark);
        }
      }
      case Encapsulation.UNREGISTER_SESSION,
          Encapsulation.INDICATE_STATUS,
          Encapsulation.CANCEL -> {
        Operation operation = begin(direction, command, mark);
        operation.ended(OperationResult.NO_ANSWER_DUE, 0, "");
        context.ledger().emit(operation);
      }
      default -> command(direction, command, status, b, at, body, length, mark);
    }
  }

  /** Interface (4 bytes, 0 for CIP), timeout (2), then items. */
  private void data(Direction direction, byte[] b, int at, int body, int length, FrameMark mark) {
    if (Bytes.s32Little(b, body) != 0 || !packet.parse(b, body + 6, length - 6)) {
      context.reject(
          "enip-items",
          mark,
          "a body of %d bytes holds no CIP message: interface %d, %d items."
              .formatted(length, Bytes.s32Little(b, body), Bytes.u16Little(b, body + 6)));
      return;
    }
    int dataAt = packet.dataAt;
    int dataLength = packet.dataLength;
    if (packet.dataType == CommonPacket.UNCONNECTED_DATA) {
      messages.message(
          direction, b, dataAt, dataLength, Encapsulation.context(b, at), CipPath.NONE, mark);
    } else if (packet.dataType == CommonPacket.CONNECTED_DATA && dataLength >= 4) {
      boolean request = (b[dataAt + 2] & 0x80) == 0;
      Connections connections = messages.connections;
      int connection =
          request
              ? connections.ofRequest(packet.connection)
              : connections.ofResponse(packet.connection);
      long base = CONNECTED | (long) (connection + 1) << 16 | Bytes.u16Little(b, dataAt);
      messages.message(
          direction, b, dataAt + 2, dataLength - 2, base, connections.slot(connection), mark);
    } else if (packet.dataType != CommonPacket.CONNECTED_DATA) {
      context.reject("enip-items", mark, "a body of " + length + " bytes has no item with data.");
    }
  }

  private void command(
      Direction direction,
      int command,
      long status,
      byte[] b,
      int at,
      int body,
      int length,
      FrameMark mark) {
    long key = COMMAND ^ Encapsulation.context(b, at) ^ (long) command << 40;
    if (direction == Direction.TO_SERVER) {
      messages.supersede(key, mark);
      messages.pending.add(key, begin(direction, command, mark));
      return;
    }
    Operation operation = messages.pending.answer(key);
    if (operation == null) {
      operation = begin(direction.opposite(), command, mark);
      operation.answered(
          mark, OperationResult.ANSWER_ONLY, (int) status, Encapsulation.statusName(status));
    } else {
      operation.answered(
          mark,
          status == 0 ? OperationResult.ACCEPTED : OperationResult.REFUSED,
          (int) status,
          Encapsulation.statusName(status));
    }
    if (status == 0 && command == Encapsulation.LIST_IDENTITY && packet.parse(b, body, length)) {
      if (packet.dataType == CommonPacket.IDENTITY) {
        identity.listed(direction, b, packet.dataAt, packet.dataLength, mark);
      }
    }
    context.ledger().emit(operation);
  }

  private Operation begin(Direction direction, int command, FrameMark mark) {
    OperationClass kind =
        switch (command) {
          case Encapsulation.LIST_TARGETS,
              Encapsulation.LIST_SERVICES,
              Encapsulation.LIST_IDENTITY,
              Encapsulation.LIST_INTERFACES ->
              OperationClass.DISCOVERY;
          default -> OperationClass.DIAGNOSTIC;
        };
    return context
        .ledger()
        .begin(conversation, direction, Protocol.ENIP, mark)
        .function(command, Encapsulation.name(command), kind);
  }

  /** The conversation has ended: requests that wait are told as unanswered. */
  void close() {
    messages.pending.close();
  }
}
