package org.bellbuoy.port.protocol.s7;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;

/** Addresses and values of variables: the items of read and write jobs and of subscriptions. */
final class Variables {
  static final int READ = 4;
  static final int WRITE = 5;
  static final int GOOD = 0xff;

  private static final int SPECIFICATION = 0x12;
  private static final int ANY = 0x10;
  private static final int COUNTER = 28;
  private static final int TIMER = 29;

  private Variables() {}

  /**
   * Fills the target in from an item: 0x12, length, syntax, and what the syntax has.
   *
   * @return where the next item begins; −1 where this one does not fit
   */
  static int item(Operation operation, byte[] b, int at, int end) {
    if (end - at < 3 || b[at] != SPECIFICATION) {
      return -1;
    }
    int length = b[at + 1] & 0xff;
    int itemEnd = at + 2 + length;
    if (length < 1 || itemEnd > end) {
      return -1;
    }
    int syntax = b[at + 2] & 0xff;
    int body = at + 3;
    int left = itemEnd - body;
    switch (syntax) {
      case ANY -> {
        if (left >= 9) {
          any(operation, b, body);
        }
      }
      case 0xb0 -> {
        // Several ranges of data blocks; the first is told: bytes, block, address.
        if (left >= 6) {
          operation
              .target(TargetPart.AREA, "DB")
              .target(TargetPart.BLOCK, Bytes.u16(b, body + 2))
              .target(TargetPart.ADDRESS, Bytes.u16(b, body + 4))
              .target(TargetPart.COUNT, b[body + 1] & 0xff);
          ranges(operation, b[body] & 0xff);
        }
      }
      case 0xb2 -> {
        if (left >= 9) {
          symbol(operation, b, body, itemEnd);
        }
      }
      case 0x82, 0x83, 0x84, 0x85, 0x86, 0x87 -> {
        if (left >= 7) {
          operation
              .target(TargetPart.UNIT, b[body] & 31)
              .target(TargetPart.AREA, "NCK")
              .target(TargetPart.BLOCK, b[body + 5] & 0xff)
              .target(TargetPart.ADDRESS, Bytes.u16(b, body + 1))
              .target(TargetPart.INSTANCE, Bytes.u16(b, body + 3))
              .target(TargetPart.COUNT, b[body + 6] & 0xff);
        }
      }
      default -> operation.target(TargetPart.TYPE, syntax).target(TargetPart.TYPE, syntax(syntax));
    }
    // An item of odd length is followed by a byte to fill up, but for the last.
    return (length & 1) != 0 && itemEnd < end && b[itemEnd] == 0 ? itemEnd + 1 : itemEnd;
  }

  private static void ranges(Operation operation, int ranges) {
    if (ranges > 1) {
      operation.target(TargetPart.SUBFUNCTION, "first of several ranges");
    }
  }

  private static String syntax(int syntax) {
    return switch (syntax) {
      case 0x13 -> "pbc-r-id";
      case 0x15 -> "alarm-lock";
      case 0x16 -> "alarm-indication";
      case 0x19 -> "alarm-acknowledge";
      case 0x1a -> "alarm-query";
      case 0x1c -> "notify-indication";
      case 0xa2 -> "drive";
      default -> "unknown-syntax";
    };
  }

  /** Type, count (2 bytes), block (2), area, address in bits (3). */
  private static void any(Operation operation, byte[] b, int at) {
    int type = b[at] & 0xff;
    int area = b[at + 5] & 0xff;
    int bits = (b[at + 6] & 0xff) << 16 | Bytes.u16(b, at + 7);
    operation.target(TargetPart.AREA, area(area));
    if (area == 0x84 || area == 0x85 || area == 0x87) {
      operation.target(TargetPart.BLOCK, Bytes.u16(b, at + 3));
    }
    operation.target(TargetPart.TYPE, type).target(TargetPart.TYPE, type(type));
    boolean numbered = area == COUNTER || area == TIMER || area == 30 || area == 31;
    operation.target(TargetPart.ADDRESS, numbered ? bits : bits >> 3);
    if (type == 1) {
      operation.target(TargetPart.BIT, bits & 7);
    }
    operation.target(TargetPart.COUNT, Bytes.u16(b, at + 1));
  }

  /** S7-1200: a zero, where it lies (2 and 2 bytes), checksum (4), then numbers of the members. */
  private static void symbol(Operation operation, byte[] b, int at, int end) {
    int root = Bytes.u16(b, at + 1);
    int second = Bytes.u16(b, at + 3);
    if (root == 0x8a0e) {
      operation.target(TargetPart.AREA, "DB").target(TargetPart.BLOCK, second);
    } else {
      operation.target(
          TargetPart.AREA,
          switch (second) {
            case 0x50 -> "I";
            case 0x51 -> "Q";
            case 0x52 -> "M";
            case 0x53 -> "C";
            case 0x54 -> "T";
            default -> "symbol";
          });
    }
    operation.target(TargetPart.INSTANCE, Bytes.u32(b, at + 5));
    if (end - at >= 13) {
      // The upper four bits say how the number counts.
      operation.target(TargetPart.ADDRESS, Bytes.u32(b, at + 9) & 0x0fff_ffff);
    }
  }

  static String area(int area) {
    return switch (area) {
      case 0x03 -> "system-info";
      case 0x05 -> "system-flags";
      case 0x06 -> "analog-input";
      case 0x07 -> "analog-output";
      case COUNTER -> "C";
      case TIMER -> "T";
      case 30 -> "iec-counter";
      case 31 -> "iec-timer";
      case 0x80 -> "P";
      case 0x81 -> "I";
      case 0x82 -> "Q";
      case 0x83 -> "M";
      case 0x84 -> "DB";
      case 0x85 -> "DI";
      case 0x86 -> "L";
      case 0x87 -> "V";
      default -> "unknown-area";
    };
  }

  private static String type(int type) {
    return switch (type) {
      case 1 -> "bit";
      case 2 -> "byte";
      case 3 -> "char";
      case 4 -> "word";
      case 5 -> "int";
      case 6 -> "dword";
      case 7 -> "dint";
      case 8 -> "real";
      case 9 -> "date";
      case 10 -> "time-of-day";
      case 11 -> "time";
      case 12 -> "s5time";
      case 15 -> "date-and-time";
      case COUNTER -> "counter";
      case TIMER -> "timer";
      case 30 -> "iec-counter";
      case 31 -> "iec-timer";
      case 32 -> "hs-counter";
      default -> "unknown-type";
    };
  }

  /**
   * Fills the value in from a data item: result (unused), how its length counts, length, bytes.
   *
   * @return where the next begins; −1 where this one does not fit
   */
  static int value(Operation operation, byte[] b, int at, int end) {
    int bytes = valueBytes(b, at, end);
    if (bytes < 0 || at + 4 + bytes > end) {
      return -1;
    }
    int v = at + 4;
    int type = (int) operation.number(TargetPart.TYPE);
    boolean single = operation.number(TargetPart.COUNT) == 1;
    if (bytes == 1 && b[at + 1] == 3) {
      operation.value(b[v] & 0xff);
    } else if (single && type == 8 && bytes == 4) {
      operation.value((double) Float.intBitsToFloat(Bytes.s32(b, v)));
    } else if (single && type == 5 && bytes == 2) {
      operation.value((short) Bytes.u16(b, v));
    } else if (single && type == 4 && bytes == 2) {
      operation.value(Bytes.u16(b, v));
    } else if (single && type == 7 && bytes == 4) {
      operation.value(Bytes.s32(b, v));
    } else if (single && type == 6 && bytes == 4) {
      operation.value(Bytes.u32(b, v));
    } else if (single && type == 2 && bytes == 1) {
      operation.value(b[v] & 0xff);
    } else {
      operation.value(type == 4 || type == 5 ? ValueKind.WORDS : ValueKind.BYTES, b, v, bytes);
    }
    return Math.min(end, v + bytes + (bytes & 1));
  }

  /** Where the data item behind this one begins. */
  static int afterValue(byte[] b, int at, int end) {
    int bytes = valueBytes(b, at, end);
    return bytes < 0 ? end : Math.min(end, at + 4 + bytes + (bytes & 1));
  }

  /** Bytes of a value; bits, bytes of bits and integers are counted in bits. */
  private static int valueBytes(byte[] b, int at, int end) {
    if (end - at < 4) {
      return -1;
    }
    int length = Bytes.u16(b, at + 2);
    return switch (b[at + 1]) {
      case 3, 4, 5 -> (length + 7) / 8;
      default -> length;
    };
  }
}
