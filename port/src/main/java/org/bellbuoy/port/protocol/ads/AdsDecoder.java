package org.bellbuoy.port.protocol.ads;

import java.util.Locale;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.Ascii;
import org.bellbuoy.port.packet.Bytes;

/** Decodes one connection between two AMS routers; either side may ask. */
final class AdsDecoder implements StreamDecoder {
  private static final int MOST_PENDING = 1024;

  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;
  private final SymbolNames names = new SymbolNames();
  private final AdsRequests requests;

  AdsDecoder(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending =
        new PendingRequests(context.ledger(), MOST_PENDING, PendingRequests.DEFAULT_PATIENCE_NANOS);
    this.requests = new AdsRequests(conversation, context, pending, names);
  }

  @Override
  public int consume(Direction direction, byte[] buffer, int offset, int length, FrameMark mark) {
    int at = offset;
    int end = offset + length;
    while (end - at >= Ams.TCP_BYTES) {
      if (!Ams.plausible(buffer, at, end - at)) {
        if (at > offset) {
          return at - offset;
        }
        context.reject(
            "ads-header",
            mark,
            "kind "
                + Bytes.u16Little(buffer, at)
                + " and length "
                + Bytes.u32Little(buffer, at + 2)
                + " where an AMS message should begin.");
        return LOST;
      }
      int bytes = Ams.messageBytes(buffer, at);
      if (bytes > end - at) {
        break;
      }
      if (Bytes.u16Little(buffer, at) == 0) {
        message(direction, buffer, at + Ams.TCP_BYTES, at + bytes, mark);
      }
      at += bytes;
    }
    return at - offset;
  }

  @Override
  public int resynchronise(Direction direction, byte[] buffer, int offset, int length) {
    for (int skip = 0; skip + Ams.TCP_BYTES + Ams.HEADER_BYTES <= length; skip++) {
      int at = offset + skip;
      // Zeros are frequent in values: the header must be that of ADS, lengths included.
      if (buffer[at] == 0
          && buffer[at + 1] == 0
          && Ams.plausible(buffer, at, length - skip)
          && Ams.isAds(buffer, at + Ams.TCP_BYTES)) {
        return skip;
      }
    }
    return length;
  }

  @Override
  public void gap(Direction direction, long missingBytes) {
    // Requests that wait go on waiting: their answers may still be there.
  }

  @Override
  public int longestMessageBytes() {
    return Ams.TCP_BYTES + Ams.LONGEST_BYTES;
  }

  @Override
  public void close() {
    pending.close();
  }

  private void message(Direction direction, byte[] b, int at, int end, FrameMark mark) {
    int command = Ams.command(b, at);
    if (command == Ams.NOTIFICATION && !Ams.answers(b, at)) {
      return;
    }
    if (Ams.answers(b, at)) {
      answer(direction, command, b, at, end, mark);
    } else {
      requests.request(direction, command, b, at, end, mark);
    }
  }

  private void answer(Direction direction, int command, byte[] b, int at, int end, FrameMark mark) {
    Direction asked = direction.opposite();
    int asker = Bytes.u16Little(b, at + 6);
    long key = AdsRequests.key(asked, asker, command, Ams.call(b, at));
    int data = at + Ams.HEADER_BYTES;
    long error = Ams.error(b, at);
    if (error == 0 && end - data >= 4) {
      error = Bytes.u32Little(b, data);
    }
    Operation operation = pending.answer(key);
    boolean paired = operation != null;
    if (operation == null) {
      operation =
          requests
              .begin(asked, command, mark)
              .target(TargetPart.UNIT, Bytes.u16Little(b, at + 14))
              .target(TargetPart.UNIT, requests.net(Ams.net(b, at + 8)));
    }
    if (error == 0) {
      told(direction, operation, command, b, data, end, mark);
    }
    // A write of several is answered by length (4) and a result (4) for each.
    boolean several =
        command == Ams.READ_WRITE && operation.number(TargetPart.SUBFUNCTION) == Groups.SUM_WRITE;
    int result = data + 8;
    while (operation != null) {
      long each = error;
      if (several && error == 0 && end - result >= 4) {
        each = Bytes.u32Little(b, result);
        result += 4;
      }
      OperationResult outcome =
          !paired
              ? OperationResult.ANSWER_ONLY
              : each == 0 ? OperationResult.ACCEPTED : OperationResult.REFUSED;
      operation.answered(mark, outcome, (int) each, AdsNames.result(each));
      context.ledger().emit(operation);
      operation = paired && several ? pending.answer(key) : null;
    }
  }

  private void told(
      Direction direction,
      Operation operation,
      int command,
      byte[] b,
      int data,
      int end,
      FrameMark mark) {
    int port = (int) operation.number(TargetPart.UNIT);
    if (command == Ams.READ_DEVICE_INFO && end - data >= 24) {
      // Result (4), major and minor version, build (2), name (16).
      String name = Ascii.printable(b, data + 8, 16);
      String version =
          String.format(
              Locale.ROOT,
              "%s %d.%d.%d",
              name == null ? "unnamed" : name,
              b[data + 4] & 0xff,
              b[data + 5] & 0xff,
              Bytes.u16Little(b, data + 6));
      Endpoint device = conversation.source(direction);
      context
          .attributes()
          .attribute(
              Attribute.at(
                  mark,
                  device.address(),
                  device.mac(),
                  port,
                  AttributeName.SOFTWARE,
                  version,
                  Protocol.ADS));
    } else if (command == Ams.READ_WRITE
        && operation.number(TargetPart.TYPE) == Groups.HANDLE_BY_NAME
        && end - data >= 12) {
      String name = operation.text(TargetPart.NAME);
      if (name != null) {
        names.put(port, Bytes.u32Little(b, data + 8), name);
      }
    }
  }
}
