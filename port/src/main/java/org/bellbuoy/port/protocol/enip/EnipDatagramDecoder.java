package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DatagramDecoder;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;

/**
 * Decodes datagrams between two endpoints. Implicit data come every few milliseconds for years, so
 * each of their connections stands in the ledger once, with its first data. Nothing in them says
 * whether they are inputs or outputs, hence the class "other".
 */
final class EnipDatagramDecoder implements DatagramDecoder {
  private static final int MOST_CONNECTIONS = 1024;
  private static final int SEARCHED = 16;

  private final Conversation conversation;
  private final DecodeContext context;
  private final EnipSession session;

  // Connections that were told, each with its direction; 0 is an empty place.
  private long[] told = new long[16];
  private int toldCount;
  private boolean full;

  EnipDatagramDecoder(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.session = new EnipSession(conversation, context);
  }

  @Override
  public boolean datagram(
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      int missingBytes,
      FrameMark mark) {
    if (CommonPacket.isImplicit(buffer, offset, length)) {
      implicit(direction, buffer, offset, length, mark);
      return true;
    }
    if (length < Encapsulation.HEADER_BYTES || !Encapsulation.plausible(buffer, offset)) {
      return false;
    }
    int bytes = Encapsulation.messageBytes(buffer, offset);
    if (bytes > length) {
      context.reject(
          "enip-datagram",
          mark,
          "a message of %d bytes has %d in its datagram, of which %d were not captured."
              .formatted(bytes, length + missingBytes, missingBytes));
      return missingBytes > 0;
    }
    session.message(direction, buffer, offset, bytes, mark);
    return true;
  }

  private void implicit(Direction direction, byte[] b, int at, int length, FrameMark mark) {
    long connection = Bytes.u32Little(b, at + 6);
    long key = connection << 2 | direction.ordinal() << 1 | 1;
    if (!isNew(key)) {
      return;
    }
    if (toldCount > MOST_CONNECTIONS) {
      if (!full) {
        full = true;
        context.reject(
            "enip-connections",
            mark,
            "connection %d is one of more than %d between two endpoints; those that follow are not in the ledger."
                .formatted(connection, MOST_CONNECTIONS));
      }
      return;
    }
    Operation operation =
        context
            .ledger()
            .begin(conversation, direction, Protocol.CIP, mark)
            .function(0, "implicit-data", OperationClass.OTHER)
            .target(TargetPart.AREA, "connection")
            .target(TargetPart.INSTANCE, connection)
            .value(ValueKind.BYTES, b, at + 18, length - 18);
    operation.ended(OperationResult.NO_ANSWER_DUE, 0, "");
    context.ledger().emit(operation);
  }

  /** Whether the key was not there; now it is, unless there are too many. */
  private boolean isNew(long key) {
    int mask = told.length - 1;
    int place = (int) (key * 0x9e37_79b9_7f4a_7c15L >>> 40) & mask;
    for (int i = 0; i < Math.min(SEARCHED, told.length); i++) {
      int here = place + i & mask;
      if (told[here] == key) {
        return false;
      }
      if (told[here] == 0) {
        if (toldCount > MOST_CONNECTIONS) {
          return false;
        }
        told[here] = key;
        toldCount++;
        if (toldCount * 2 > told.length) {
          grow();
        }
        return true;
      }
    }
    return false;
  }

  private void grow() {
    long[] old = told;
    told = new long[old.length * 2];
    toldCount = 0;
    for (long key : old) {
      if (key != 0) {
        isNew(key);
      }
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
