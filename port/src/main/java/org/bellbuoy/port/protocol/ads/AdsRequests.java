package org.bellbuoy.port.protocol.ads;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.PendingRequests;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Ascii;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** Makes operations of requests and lets them wait for their answers. */
final class AdsRequests {
  private static final int ITEM_BYTES = 12;
  private static final int MOST_ITEMS = 1000;

  private final Conversation conversation;
  private final DecodeContext context;
  private final PendingRequests pending;
  private final SymbolNames names;
  private long lastNet = -1;
  private String lastNetText = "";

  AdsRequests(
      Conversation conversation,
      DecodeContext context,
      PendingRequests pending,
      SymbolNames names) {
    this.conversation = conversation;
    this.context = context;
    this.pending = pending;
    this.names = names;
  }

  /** What an answer has in common with its request. */
  static long key(Direction asked, int asker, int command, long call) {
    return call << 24 | (long) asker << 8 | (command & 0x7fL) << 1 | asked.ordinal();
  }

  /** A net identifier in words; made anew only where it is not that of the message before. */
  String net(long net) {
    if (net != lastNet) {
      lastNet = net;
      lastNetText = Ams.netText(net);
    }
    return lastNetText;
  }

  Operation begin(Direction asked, int command, FrameMark mark) {
    return context
        .ledger()
        .begin(conversation, asked, Protocol.ADS, mark)
        .function(command, AdsNames.command(command), AdsNames.classOf(command));
  }

  void request(Direction direction, int command, byte[] b, int at, int end, FrameMark mark) {
    int port = Bytes.u16Little(b, at + 6);
    long key = key(direction, Bytes.u16Little(b, at + 14), command, Ams.call(b, at));
    for (Operation o = pending.answer(key); o != null; o = pending.answer(key)) {
      context.ledger().emit(o);
    }
    int data = at + Ams.HEADER_BYTES;
    boolean sum =
        command == Ams.READ_WRITE
            && end - data >= 16
            && Bytes.u32Little(b, data) == Groups.SUM_WRITE;
    if (sum) {
      sumWrite(direction, key, port, b, at, end, mark);
      return;
    }
    Operation operation = begin(direction, command, mark);
    target(operation, port, b, at);
    String wrong = fill(operation, command, port, b, data, end - data);
    if (wrong != null) {
      tell(command, wrong, mark);
    }
    pending.add(key, operation);
  }

  private void target(Operation operation, int port, byte[] b, int at) {
    operation.target(TargetPart.UNIT, port).target(TargetPart.UNIT, net(Ams.net(b, at)));
  }

  private void tell(int command, String wrong, FrameMark mark) {
    context.reject(
        "ads-request",
        mark,
        "command "
            + command
            + " lacks or contradicts its "
            + wrong
            + "; it is in the ledger as far as it could be read.");
  }

  private void index(Operation operation, int port, byte[] b, int at) {
    long group = Bytes.u32Little(b, at);
    long offset = Bytes.u32Little(b, at + 4);
    operation.target(TargetPart.TYPE, group).target(TargetPart.INSTANCE, offset);
    String name = Groups.name(port, group);
    if (!name.isEmpty()) {
      operation.target(TargetPart.TYPE, name);
    }
    if (group == Groups.VALUE_BY_HANDLE) {
      String symbol = names.get(port, offset);
      if (symbol != null) {
        operation.target(TargetPart.NAME, symbol);
      }
    }
  }

  private @Nullable String fill(
      Operation operation, int command, int port, byte[] b, int at, int left) {
    switch (command) {
      case Ams.READ, Ams.WRITE, 6 -> {
        if (left < 12) {
          return "index group, offset and length";
        }
        index(operation, port, b, at);
        long bytes = Bytes.u32Little(b, at + 8);
        operation.target(TargetPart.COUNT, bytes);
        if (command == Ams.WRITE) {
          long group = Bytes.u32Little(b, at);
          operation.function(command, AdsNames.command(command), Groups.ofWrite(port, group));
          operation.value(ValueKind.BYTES, b, at + 12, (int) Math.min(bytes, left - 12));
          if (bytes != left - 12) {
            return "length, which is " + bytes + " before " + (left - 12);
          }
        }
      }
      case Ams.WRITE_CONTROL -> {
        if (left < 8) {
          return "states and length";
        }
        int state = Bytes.u16Little(b, at);
        operation
            .target(TargetPart.SUBFUNCTION, state)
            .target(TargetPart.SUBFUNCTION, AdsNames.state(state));
        if (left > 8) {
          operation.value(ValueKind.BYTES, b, at + 8, left - 8);
        }
      }
      case 7 -> {
        if (left < 4) {
          return "handle";
        }
        operation.target(TargetPart.INSTANCE, Bytes.u32Little(b, at));
      }
      case Ams.READ_WRITE -> {
        return readWrite(operation, port, b, at, left);
      }
      default -> {
        // No data belong to it.
      }
    }
    return null;
  }

  /** Group, offset, length to read, length to write, data. */
  private @Nullable String readWrite(Operation operation, int port, byte[] b, int at, int left) {
    if (left < 16) {
      return "index group, offset and lengths";
    }
    index(operation, port, b, at);
    long group = Bytes.u32Little(b, at);
    operation
        .target(TargetPart.COUNT, Bytes.u32Little(b, at + 8))
        .function(
            Ams.READ_WRITE, AdsNames.command(Ams.READ_WRITE), Groups.ofReadWrite(port, group));
    long bytes = Bytes.u32Little(b, at + 12);
    int there = (int) Math.min(bytes, left - 16);
    boolean named =
        group == Groups.HANDLE_BY_NAME
            || group == Groups.VALUE_BY_NAME
            || group == 0xf007
            || group == 0xf009
            || (port == Groups.SYSTEM_SERVICE && group == 120);
    String name = named ? Ascii.printable(b, at + 16, there) : null;
    if (name != null) {
      operation.target(TargetPart.NAME, name);
    } else if (there > 0) {
      operation.value(ValueKind.BYTES, b, at + 16, there);
    }
    return bytes == left - 16 ? null : "length, which is " + bytes + " before " + (left - 16);
  }

  /** As many writes as the offset says: group, offset and length of each, then all values. */
  private void sumWrite(
      Direction direction, long key, int port, byte[] b, int at, int end, FrameMark mark) {
    int data = at + Ams.HEADER_BYTES;
    long says = Bytes.u32Little(b, data + 4);
    int items = data + 16;
    int fitting = Math.min(MOST_ITEMS, (end - items) / ITEM_BYTES);
    int count = (int) Math.min(says, fitting);
    int value = items + count * ITEM_BYTES;
    String wrong = says == count && count > 0 ? null : "number of writes, which is " + says;
    for (int i = 0; i < Math.max(1, count); i++) {
      Operation operation = begin(direction, Ams.READ_WRITE, mark);
      target(operation, port, b, at);
      operation
          .target(TargetPart.SUBFUNCTION, Groups.SUM_WRITE)
          .target(TargetPart.SUBFUNCTION, "sum-write");
      long group = Groups.SUM_WRITE;
      if (i < count) {
        int item = items + i * ITEM_BYTES;
        group = Bytes.u32Little(b, item);
        index(operation, port, b, item);
        long bytes = Bytes.u32Little(b, item + 8);
        operation.target(TargetPart.COUNT, bytes);
        int there = (int) Math.min(bytes, Math.max(0, end - value));
        operation.value(ValueKind.BYTES, b, value, there);
        value += there;
        if (there < bytes) {
          wrong = "value " + (i + 1) + " of " + says;
        }
      }
      operation.function(
          Ams.READ_WRITE, AdsNames.command(Ams.READ_WRITE), Groups.ofWrite(port, group));
      pending.add(key, operation);
    }
    if (wrong != null) {
      tell(Ams.READ_WRITE, wrong, mark);
    }
  }
}
