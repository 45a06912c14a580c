package org.bellbuoy.port.protocol.ads;

import java.util.Locale;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DatagramDecoder;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.PendingRequests;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.Ascii;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Datagrams of AMS routers: 71146603, call (4 bytes), service (4, upper bit in answers), net
 * identifier (6) and port (2) of the sender, number of parts (4); each part has a tag and a length
 * (2 each). Low bytes first. The layout is that of the captures, for it is not published.
 */
final class RouterDecoder implements DatagramDecoder {
  private static final int HEADER_BYTES = 24;
  private static final int MAGIC = 0x71146603;
  private static final int IDENTIFY = 1;
  private static final int ADD_ROUTE = 6;

  private static final int STATUS = 1;
  private static final int TWINCAT_VERSION = 3;
  private static final int SYSTEM_VERSION = 4;
  private static final int HOST = 5;
  private static final int ROUTE_NAME = 12;
  private static final int USER = 13;

  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;

  RouterDecoder(Conversation conversation, DecodeContext context) {
    this.conversation = conversation;
    this.context = context;
    this.pending = new PendingRequests(context.ledger());
  }

  static boolean formed(byte[] b, int at, int length) {
    return length >= HEADER_BYTES - 4 && Bytes.s32Little(b, at) == MAGIC;
  }

  static boolean answers(byte[] b, int at) {
    return b[at + 11] < 0;
  }

  @Override
  public boolean datagram(
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      int missingBytes,
      FrameMark mark) {
    if (!formed(buffer, offset, length)) {
      return false;
    }
    int service = Bytes.s32Little(buffer, offset + 8) & 0x7fff_ffff;
    int call = Bytes.s32Little(buffer, offset + 4);
    int end = offset + length;
    if (answers(buffer, offset)) {
      answer(direction, service, call, buffer, offset, end, mark);
    } else {
      Operation operation = begin(direction, service, mark);
      request(operation, buffer, offset, end, mark);
      long key = key(direction, service, call);
      for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
        context.ledger().emit(o);
      }
      pending.add(key, operation);
    }
    return true;
  }

  private static long key(Direction asked, int service, int call) {
    return (long) call << 32 | (service & 0x3fff_ffffL) << 1 | asked.ordinal();
  }

  private Operation begin(Direction asked, int service, FrameMark mark) {
    return context
        .ledger()
        .begin(conversation, asked, Protocol.ADS, mark)
        .function(
            0x10000 | service & 0xffff,
            switch (service) {
              case IDENTIFY -> "identify";
              case ADD_ROUTE -> "add-route";
              default -> "unknown-service";
            },
            switch (service) {
              case IDENTIFY -> OperationClass.DISCOVERY;
              case ADD_ROUTE -> OperationClass.CONFIGURATION;
              default -> OperationClass.OTHER;
            })
        .target(TargetPart.UNIT, Groups.SYSTEM_SERVICE);
  }

  /** The name of the route and who asks; the password, which is in clear, is left out. */
  private void request(Operation operation, byte[] b, int at, int end, FrameMark mark) {
    int part = at + HEADER_BYTES;
    while (end - part >= 4) {
      int length = Bytes.u16Little(b, part + 2);
      if (length > end - part - 4) {
        cut(Bytes.u16Little(b, part), length, end - part - 4, mark);
        return;
      }
      int tag = Bytes.u16Little(b, part);
      String text = tag == ROUTE_NAME || tag == USER ? Ascii.printable(b, part + 4, length) : null;
      if (text != null) {
        operation.target(
            tag == USER ? TargetPart.SUBFUNCTION : TargetPart.NAME,
            tag == USER ? "as " + text : text);
      }
      part += 4 + length;
    }
  }

  private void cut(int tag, int length, int left, FrameMark mark) {
    context.reject(
        "ads-router-part",
        mark,
        "part " + tag + " is said to have " + length + " bytes, " + left + " are there.");
  }

  private void answer(
      Direction direction, int service, int call, byte[] b, int at, int end, FrameMark mark) {
    Direction asked = direction.opposite();
    long status = 0;
    Endpoint device = conversation.source(direction);
    String net = Ams.netText(Ams.net(b, at + 12));
    tell(device, AttributeName.DEVICE_ID, net, mark);
    int part = at + HEADER_BYTES;
    while (end - part >= 4) {
      int tag = Bytes.u16Little(b, part);
      int length = Bytes.u16Little(b, part + 2);
      if (length > end - part - 4) {
        cut(tag, length, end - part - 4, mark);
        break;
      }
      if (tag == STATUS && length >= 4) {
        status = Bytes.u32Little(b, part + 4);
      } else {
        part(device, tag, b, part + 4, length, mark);
      }
      part += 4 + length;
    }
    Operation operation = pending.answer(key(asked, service, call));
    boolean paired = operation != null;
    if (operation == null) {
      operation = begin(asked, service, mark);
    }
    OperationResult result =
        !paired
            ? OperationResult.ANSWER_ONLY
            : status == 0 ? OperationResult.ACCEPTED : OperationResult.REFUSED;
    operation.answered(mark, result, (int) status, AdsNames.result(status));
    context.ledger().emit(operation);
  }

  private void part(Endpoint device, int tag, byte[] b, int at, int length, FrameMark mark) {
    if (tag == HOST) {
      tell(device, AttributeName.NAME, Ascii.printable(b, at, length), mark);
    } else if (tag == TWINCAT_VERSION && length >= 4) {
      String version =
          String.format(
              Locale.ROOT,
              "TwinCAT %d.%d.%d",
              b[at] & 0xff,
              b[at + 1] & 0xff,
              Bytes.u16Little(b, at + 2));
      tell(device, AttributeName.SOFTWARE, version, mark);
    } else if (tag == SYSTEM_VERSION && length >= 16) {
      // Size of the structure, major, minor, build.
      String version =
          String.format(
              Locale.ROOT,
              "operating system %d.%d.%d",
              Bytes.u32Little(b, at + 4),
              Bytes.u32Little(b, at + 8),
              Bytes.u32Little(b, at + 12));
      tell(device, AttributeName.SOFTWARE, version, mark);
    }
  }

  private void tell(Endpoint device, AttributeName name, @Nullable String value, FrameMark mark) {
    if (value != null) {
      context
          .attributes()
          .attribute(
              Attribute.at(mark, device.address(), device.mac(), -1, name, value, Protocol.ADS));
    }
  }

  @Override
  public void close() {
    pending.close();
  }
}
