package org.bellbuoy.port.protocol.iec104;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;

/** Elements of information objects (IEC 60870-5-101, 7.2.6). */
final class InformationObjects {
  private static final double NORMALIZED = 32768.0;
  private static final int SELECT = 0x80;

  private InformationObjects() {}

  /** Value and qualifier of what is asked; all bytes of the object are there. */
  static void asked(Operation operation, int type, byte[] b, int at) {
    switch (Types.plain(type)) {
      case 45 -> {
        operation.value(b[at] & 1L);
        commanded(operation, b[at], b[at] >> 2 & 31);
      }
      case 46, 47 -> {
        operation.value(b[at] & 3L);
        commanded(operation, b[at], b[at] >> 2 & 31);
      }
      case 48 -> {
        operation.value((short) Bytes.u16Little(b, at) / NORMALIZED);
        commanded(operation, b[at + 2], b[at + 2] & 0x7f);
      }
      case 49 -> {
        operation.value((short) Bytes.u16Little(b, at));
        commanded(operation, b[at + 2], b[at + 2] & 0x7f);
      }
      case 50 -> {
        operation.value((double) Float.intBitsToFloat(Bytes.s32Little(b, at)));
        commanded(operation, b[at + 4], b[at + 4] & 0x7f);
      }
      case 51 -> operation.value(Bytes.u32Little(b, at));
      case 100 -> qualified(operation, b[at] & 0xff);
      case 101 -> {
        int qualifier = b[at] & 0xff;
        qualified(operation, qualifier);
        if (qualifier >> 6 != 0) {
          operation
              .function(type, Types.name(type), OperationClass.CONTROL)
              .target(TargetPart.SUBFUNCTION, counters(qualifier >> 6));
        }
      }
      case 103 -> operation.value(ValueKind.BYTES, b, at, 7);
      case 105 -> qualified(operation, b[at] & 0xff);
      case 110 -> {
        operation.value((short) Bytes.u16Little(b, at) / NORMALIZED);
        qualified(operation, b[at + 2] & 0xff);
      }
      case 111 -> {
        operation.value((short) Bytes.u16Little(b, at));
        qualified(operation, b[at + 2] & 0xff);
      }
      case 112 -> {
        operation.value((double) Float.intBitsToFloat(Bytes.s32Little(b, at)));
        qualified(operation, b[at + 4] & 0xff);
      }
      case 113 -> qualified(operation, b[at] & 0xff);
      default -> {}
    }
  }

  /** Select or execute in the highest bit, and how: pulse, persistent ... */
  private static void commanded(Operation operation, int octet, int qualifier) {
    operation
        .target(TargetPart.ATTRIBUTE, qualifier)
        .target(TargetPart.SUBFUNCTION, (octet & SELECT) != 0 ? "select" : "execute");
  }

  private static void qualified(Operation operation, int qualifier) {
    operation.target(TargetPart.ATTRIBUTE, qualifier);
  }

  private static String counters(int freeze) {
    return switch (freeze) {
      case 1 -> "freeze";
      case 2 -> "freeze-and-reset";
      default -> "reset";
    };
  }

  /** Value of the first object of a report, as far as its bytes are there. */
  static void reported(Operation operation, int type, byte[] b, int at, int end) {
    int left = end - at;
    if (left < Math.max(1, Types.objectBytes(type))) {
      return;
    }
    switch (type) {
      case 1, 2, 30 -> operation.value(b[at] & 1L);
      case 3, 4, 31 -> operation.value(b[at] & 3L);
      case 5, 6, 32 ->
          // Seven bits with a sign, above them whether the step is in transit.
          operation.value((b[at] & 0x7f) << 25 >> 25);
      case 7, 8, 33 -> operation.value(Bytes.u32Little(b, at));
      case 9, 10, 21, 34 -> operation.value((short) Bytes.u16Little(b, at) / NORMALIZED);
      case 11, 12, 35 -> operation.value((short) Bytes.u16Little(b, at));
      case 13, 14, 36 -> operation.value((double) Float.intBitsToFloat(Bytes.s32Little(b, at)));
      case 15, 16, 37 -> operation.value(Bytes.s32Little(b, at));
      default -> operation.value(ValueKind.BYTES, b, at, left);
    }
  }

  /** File and section of a file transfer, and the bytes of a segment. */
  static void moved(Operation operation, int type, byte[] b, int at, int end) {
    int left = end - at;
    if (!Types.files(type) || left < 4) {
      if (left > 0) {
        operation.value(ValueKind.BYTES, b, at, left);
      }
      return;
    }
    operation.target(TargetPart.INSTANCE, Bytes.u16Little(b, at));
    boolean sections = type != 120 && type != 126 && type != 127;
    if (sections) {
      operation.target(TargetPart.BLOCK, b[at + 2] & 0xff);
    }
    if (type == Types.SEGMENT) {
      int bytes = Math.min(b[at + 3] & 0xff, left - 4);
      if (bytes > 0) {
        operation.value(ValueKind.BYTES, b, at + 4, bytes);
      }
    } else {
      int from = sections ? 3 : 2;
      operation.value(ValueKind.BYTES, b, at + from, left - from);
    }
  }
}
