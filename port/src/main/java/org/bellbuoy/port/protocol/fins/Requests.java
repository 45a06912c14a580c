package org.bellbuoy.port.protocol.fins;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Ascii;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** Fills operations in from what stands behind the command. */
final class Requests {
  private static final int FORCED_BYTES = 6;

  private Requests() {}

  /**
   * Fills an operation in.
   *
   * @return null when all is there that the command needs, else what is not
   */
  static @Nullable String fill(Operation operation, int command, byte[] b, int at, int end) {
    int left = end - at;
    return switch (command) {
      case Commands.MEMORY_READ, Commands.MEMORY_WRITE, Commands.MEMORY_FILL -> {
        if (left < 6) {
          yield "area, address and number";
        }
        int code = b[at] & 0xff;
        int count = Bytes.u16(b, at + 4);
        memory(operation, b, at);
        operation.target(TargetPart.COUNT, count);
        yield command == Commands.MEMORY_READ
            ? null
            : values(operation, command, Commands.bits(code), count, b, at + 6, left - 6);
      }
      case Commands.MULTIPLE_READ -> {
        if (left < 4) {
          yield "area and address";
        }
        memory(operation, b, at);
        operation.target(TargetPart.COUNT, left / 4);
        operation.target(TargetPart.SUBFUNCTION, "first of several places");
        yield null;
      }
      case Commands.MEMORY_TRANSFER -> {
        if (left < 10) {
          yield "two places and number";
        }
        // From the first place to the second, which is changed.
        memory(operation, b, at + 4);
        operation.target(TargetPart.COUNT, Bytes.u16(b, at + 8));
        operation.value(ValueKind.BYTES, b, at, 4);
        yield null;
      }
      case 0x0201, 0x0202, 0x0203 -> {
        if (left < 6) {
          yield "area, address and number";
        }
        operation
            .target(TargetPart.BLOCK, Bytes.u16(b, at))
            .target(TargetPart.ADDRESS, Bytes.u16(b, at + 2))
            .target(TargetPart.COUNT, Bytes.u16(b, at + 4) & 0x7fff);
        rest(operation, b, at + 6, end);
        yield null;
      }
      case 0x0306, 0x0307, 0x0308 -> {
        if (left < 8) {
          // Clearing all of a program has no address.
          yield command == 0x0308 ? null : "program, address and number";
        }
        operation
            .target(TargetPart.BLOCK, Bytes.u16(b, at))
            .target(TargetPart.ADDRESS, Bytes.u32(b, at + 2))
            .target(TargetPart.COUNT, Bytes.u16(b, at + 6) & 0x7fff);
        rest(operation, b, at + 8, end);
        yield null;
      }
      case Commands.RUN -> {
        if (left >= 3) {
          operation.target(TargetPart.SUBFUNCTION, b[at + 2] & 0xff);
          operation.target(TargetPart.SUBFUNCTION, mode(b[at + 2]));
        }
        yield null;
      }
      case 0x2203 -> {
        // Disk (2), kind of write (2), name (12).
        if (left < 16) {
          yield "disk, kind and name";
        }
        String name = Ascii.printable(b, at + 4, 12);
        if (name != null) {
          operation.target(TargetPart.NAME, name);
        }
        operation
            .target(TargetPart.SLOT, Bytes.u16(b, at))
            .target(TargetPart.SUBFUNCTION, Bytes.u16(b, at + 2));
        yield null;
      }
      case 0x0304, 0x0305 -> null; // What follows holds a password in clear.
      default -> {
        rest(operation, b, at, end);
        yield null;
      }
    };
  }

  private static String mode(int mode) {
    return switch (mode) {
      case 2 -> "monitor";
      case 4 -> "run";
      default -> "unknown-mode";
    };
  }

  private static void rest(Operation operation, byte[] b, int at, int end) {
    if (end > at) {
      operation.value(ValueKind.BYTES, b, at, end - at);
    }
  }

  /** Area, address (2), bit. */
  private static void memory(Operation operation, byte[] b, int at) {
    int code = b[at] & 0xff;
    operation
        .target(TargetPart.AREA, Commands.area(code))
        .target(TargetPart.TYPE, code)
        .target(TargetPart.ADDRESS, Bytes.u16(b, at + 1));
    if (Commands.bits(code)) {
      operation.target(TargetPart.BIT, b[at + 3] & 0xff);
    }
  }

  /** Bits have a byte each, words two; one value fills all. */
  private static @Nullable String values(
      Operation operation, int command, boolean bits, int count, byte[] b, int at, int left) {
    int due = command == Commands.MEMORY_FILL ? 2 : bits ? count : count * 2;
    int there = Math.min(due, left);
    if (there > 0) {
      operation.value(bits ? ValueKind.BYTES : ValueKind.WORDS, b, at, there);
    }
    return due == left ? null : "values, of which " + left + " bytes are there for " + count;
  }

  /** How many bits are forced; −1 where more are said than there are. */
  static int forced(byte[] b, int at, int end) {
    int says = end - at < 2 ? -1 : Bytes.u16(b, at);
    return says > (end - at - 2) / FORCED_BYTES ? -1 : says;
  }

  /** What is done (2), area, address (2), bit. */
  static @Nullable String force(Operation operation, byte[] b, int at, int end) {
    if (end - at < FORCED_BYTES) {
      return "bit";
    }
    int action = Bytes.u16(b, at);
    memory(operation, b, at + 2);
    operation
        .target(TargetPart.SUBFUNCTION, action)
        .target(
            TargetPart.SUBFUNCTION,
            switch (action) {
              case 0 -> "force-reset";
              case 1 -> "force-set";
              case 0x8000 -> "release-to-off";
              case 0x8001 -> "release-to-on";
              case 0xffff -> "release";
              default -> "unknown-action";
            });
    return null;
  }
}
