package org.bellbuoy.port.protocol.profinet;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Ascii;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of calls: type, length of what follows, version (2 bytes each). Headers of records have
 * sequence (2), relation (16), API (4), slot, subslot, two zeros, index (2 each), length (4).
 */
final class Records {
  static final int HEADER_BYTES = 64;

  /** Where a result says its status. */
  static final int STATUS_AT = 44;

  static final int WRITE_RESULT = 0x8008;

  private static final int WRITE_HEADER = 0x0008;
  private static final int READ_HEADER = 0x0009;
  private static final int READ_RESULT = 0x8009;
  private static final int MULTIPLE = 0xe040;
  private static final int IDENTITY = 0x0020;
  private static final int LEAST_RECORD = 40;

  private Records() {}

  static boolean isWrite(byte[] b, int at) {
    return Bytes.u16(b, at) == WRITE_HEADER;
  }

  /** Whether a header is about several records. */
  static boolean isMultiple(byte[] b, int at, int end) {
    return end - at >= HEADER_BYTES && Bytes.u16(b, at + 34) == MULTIPLE;
  }

  /** Where the record of this header ends. */
  static int next(byte[] b, int at) {
    long bytes = Bytes.u32(b, at + 36);
    return at + HEADER_BYTES + (int) Math.min(bytes, 1 << 20);
  }

  /** Fills an operation in from the first block of a request. */
  static void fill(
      Operation operation,
      Conversation conversation,
      Direction direction,
      DecodeContext context,
      byte[] b,
      int at,
      int end,
      FrameMark mark) {
    int type = Bytes.u16(b, at);
    switch (type) {
      case WRITE_HEADER, READ_HEADER -> {
        if (end - at < LEAST_RECORD) {
          tooShort(context, type, end - at, mark);
          return;
        }
        int index = Bytes.u16(b, at + 34);
        operation
            .target(TargetPart.SLOT, Bytes.u16(b, at + 28))
            .target(TargetPart.TYPE, Bytes.u32(b, at + 24))
            .target(TargetPart.INSTANCE, Bytes.u16(b, at + 30))
            .target(TargetPart.ATTRIBUTE, index)
            .target(TargetPart.ATTRIBUTE, Indices.name(index));
        operation.function(
            operation.functionCode(),
            operation.functionName(),
            Indices.classOf(index, type == WRITE_HEADER, operation.operationClass()));
        if (type == WRITE_HEADER) {
          int data = at + HEADER_BYTES;
          int there = Math.max(0, Math.min(end, next(b, at)) - data);
          if (there > 0) {
            operation.value(ValueKind.BYTES, b, data, there);
          }
        }
      }
      case 0x0101 -> {
        // Kind, relation (16), session (2), address (6), object (16), properties (4), times (2),
        // port (2), length of the name (2), name.
        int name = at + 58;
        int bytes = end - at >= 58 ? Bytes.u16(b, at + 56) : -1;
        if (bytes < 0 || bytes > end - name) {
          tooShort(context, type, end - at, mark);
          return;
        }
        String station = Ascii.printable(b, name, bytes);
        if (station != null) {
          operation.target(TargetPart.NAME, station);
          tell(context, conversation.source(direction), -1, AttributeName.NAME, station, mark);
        }
        operation.target(TargetPart.SUBFUNCTION, relation(Bytes.u16(b, at + 6)));
      }
      default -> control(operation, type, b, at, end);
    }
  }

  private static void tooShort(DecodeContext context, int type, int bytes, FrameMark mark) {
    context.reject(
        "profinet-io-block", mark, "block " + type + " is cut after " + bytes + " bytes.");
  }

  private static String relation(int kind) {
    return switch (kind) {
      case 1 -> "io-controller";
      case 6 -> "io-supervisor";
      case 0x10 -> "io-controller-real-time-class-3";
      case 0x20 -> "io-redundant";
      default -> "unknown-relation";
    };
  }

  /** Blocks 0110 to 0118: two zeros, relation (16), session, two zeros, command (2). */
  private static void control(Operation operation, int type, byte[] b, int at, int end) {
    if (type < 0x0110 || type > 0x0118 || end - at < 30) {
      return;
    }
    int command = Bytes.u16(b, at + 28);
    operation
        .target(TargetPart.SUBFUNCTION, command)
        .target(
            TargetPart.SUBFUNCTION,
            switch (Integer.lowestOneBit(command)) {
              case 0x01 -> "parameter-end";
              case 0x02 -> "application-ready";
              case 0x04 -> "release";
              case 0x08 -> "done";
              case 0x10 -> "ready-for-companion";
              case 0x20 -> "ready-for-real-time-class-3";
              case 0x40 -> "parameter-begin";
              default -> "unknown-command";
            });
  }

  /** Takes up what the blocks of an answer tell of the device. */
  static void told(
      Operation operation,
      Conversation conversation,
      Direction direction,
      DecodeContext context,
      byte[] b,
      int from,
      int end,
      FrameMark mark) {
    Endpoint device = conversation.source(direction);
    int type = Bytes.u16(b, from);
    if (type == READ_RESULT && end - from >= HEADER_BYTES + 6) {
      int slot = Bytes.u16(b, from + 28);
      if (!operation.hasNumber(TargetPart.ATTRIBUTE)) {
        int index = Bytes.u16(b, from + 34);
        operation
            .target(TargetPart.SLOT, slot)
            .target(TargetPart.INSTANCE, Bytes.u16(b, from + 30))
            .target(TargetPart.ATTRIBUTE, index)
            .target(TargetPart.ATTRIBUTE, Indices.name(index));
      }
      int block = from + HEADER_BYTES;
      if (Bytes.u16(b, block) == IDENTITY && end - block >= 60) {
        identity(context, device, slot == 0 ? -1 : slot, b, block + 6, mark);
      }
    }
  }

  /** I&amp;M0: vendor (2), order (20), serial (16), hardware (2), software (4). */
  private static void identity(
      DecodeContext context, Endpoint device, int slot, byte[] b, int at, FrameMark mark) {
    String vendor = Integer.toString(Bytes.u16(b, at));
    tell(context, device, slot, AttributeName.VENDOR_ID, vendor, mark);
    tell(context, device, slot, AttributeName.ORDER_NUMBER, Ascii.printable(b, at + 2, 20), mark);
    String serial = Ascii.printable(b, at + 22, 16);
    tell(context, device, slot, AttributeName.SERIAL_NUMBER, serial, mark);
    String hardware = Integer.toString(Bytes.u16(b, at + 38));
    tell(context, device, slot, AttributeName.HARDWARE_REVISION, hardware, mark);
    if (b[at + 40] >= 'A' && b[at + 40] <= 'Z') {
      String software =
          "%c%d.%d.%d"
              .formatted(
                  (char) b[at + 40], b[at + 41] & 0xff, b[at + 42] & 0xff, b[at + 43] & 0xff);
      tell(context, device, slot, AttributeName.FIRMWARE, software, mark);
    }
  }

  private static void tell(
      DecodeContext context,
      Endpoint device,
      int slot,
      AttributeName name,
      @Nullable String value,
      FrameMark mark) {
    if (value != null) {
      context
          .attributes()
          .attribute(
              Attribute.at(
                  mark, device.address(), device.mac(), slot, name, value, Protocol.PROFINET_IO));
    }
  }
}
