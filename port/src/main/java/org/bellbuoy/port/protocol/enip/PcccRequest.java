package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** Fills operations from PCCC commands. */
final class PcccRequest {
  private static final int LADDER_FILE = 0x22;
  private static final int OUTPUT_FORCES = 0xa1;
  private static final int INPUT_FORCES = 0xa2;

  private PcccRequest() {}

  /**
   * Fills in an operation.
   *
   * @param at the command
   * @param end behind the last byte
   * @return what of the command is missing, null where nothing is
   */
  static @Nullable String fill(Operation operation, byte[] b, int at, int end) {
    int command = b[at] & 0x0f;
    boolean functions = Pccc.hasFunction(command);
    if (functions && end - at < 5) {
      operation.function(command << 8 | 0xff, "unknown-pccc-function", OperationClass.OTHER);
      return "function";
    }
    int code = command << 8 | (functions ? b[at + 4] & 0xff : 0);
    operation.function(code, Pccc.name(code), Pccc.classOf(code));
    int data = at + (functions ? 5 : 4);
    return switch (code) {
      case 0x00_00, 0x02_00, 0x05_00, 0x08_00 -> physical(operation, b, data, end, true);
      case 0x01_00 -> physical(operation, b, data, end, false);
      case 0x0f_a1 -> logical(operation, b, data, end, 2, false);
      case 0x0f_a2 -> logical(operation, b, data, end, 3, false);
      case 0x0f_a9 -> logical(operation, b, data, end, 2, true);
      case 0x0f_aa -> logical(operation, b, data, end, 3, true);
      case 0x0f_ab -> masked(operation, b, data, end);
      case 0x0f_a7, 0x0f_af -> file(operation, b, data, end, code == 0x0f_af);
      case 0x0f_00, 0x0f_01, 0x0f_67, 0x0f_68 -> range(operation, b, data, end, code);
      case 0x0f_3a, 0x0f_80 -> mode(operation, b, data, end, code);
      default -> {
        if (end > data) {
          operation.value(ValueKind.BYTES, b, data, end - data);
        }
        yield null;
      }
    };
  }

  /** Byte address, then size or data. */
  private static @Nullable String physical(
      Operation operation, byte[] b, int at, int end, boolean write) {
    if (end - at < 3) {
      return "address";
    }
    operation.target(TargetPart.ADDRESS, Bytes.u16Little(b, at));
    if (write) {
      operation.value(ValueKind.BYTES, b, at + 2, end - at - 2);
    } else {
      operation.target(TargetPart.COUNT, b[at + 2] & 0xff);
    }
    return null;
  }

  /** Size in bytes, file number, file type, element, subelement, data. */
  private static @Nullable String logical(
      Operation operation, byte[] b, int at, int end, int fields, boolean write) {
    int data = address(operation, b, at, end, fields);
    if (data < 0) {
      return "address";
    }
    int type = (int) operation.number(TargetPart.TYPE);
    if (write) {
      int code = operation.functionCode();
      String name = operation.functionName();
      switch (type) {
        case LADDER_FILE -> operation.function(code, name, OperationClass.PROGRAM);
        case OUTPUT_FORCES, INPUT_FORCES -> operation.function(code, name, OperationClass.CONTROL);
        default -> {}
      }
      value(operation, type, b, data, end - data);
      return end - data < operation.number(TargetPart.COUNT) ? "value" : null;
    }
    return null;
  }

  private static @Nullable String masked(Operation operation, byte[] b, int at, int end) {
    int data = address(operation, b, at, end, 3);
    if (data < 0 || end - data < 4) {
      return "address, mask and value";
    }
    operation.value(ValueKind.BYTES, b, data, end - data);
    return null;
  }

  /** Gives where the data begin, −1 where the address is cut. */
  private static int address(Operation operation, byte[] b, int at, int end, int fields) {
    if (at >= end) {
      return -1;
    }
    operation.target(TargetPart.COUNT, b[at] & 0xff);
    int next = field(operation, TargetPart.BLOCK, b, at + 1, end);
    if (next < 0 || next >= end) {
      return -1;
    }
    int type = b[next] & 0xff;
    operation.target(TargetPart.TYPE, type);
    operation.target(TargetPart.AREA, fileType(type));
    next = field(operation, TargetPart.ADDRESS, b, next + 1, end);
    return next < 0 || fields == 2 ? next : field(operation, TargetPart.INSTANCE, b, next, end);
  }

  /** A byte, or 255 and two bytes; gives where it ends, −1 where it is cut. */
  private static int field(Operation operation, TargetPart part, byte[] b, int at, int end) {
    if (at < 0 || at >= end) {
      return -1;
    }
    if (b[at] != (byte) 0xff) {
      operation.target(part, b[at] & 0xff);
      return at + 1;
    }
    if (end - at < 3) {
      return -1;
    }
    operation.target(part, Bytes.u16Little(b, at + 1));
    return at + 3;
  }

  private static void value(Operation operation, int type, byte[] b, int at, int length) {
    if (type == 0x8a && length == 4) {
      operation.value((double) Float.intBitsToFloat(Bytes.s32Little(b, at)));
    } else if ((type == 0x89 || type == 0x85) && length == 2) {
      operation.value(type == 0x89 ? (short) Bytes.u16Little(b, at) : Bytes.u16Little(b, at));
    } else if (type == 0x89 || type == 0x85) {
      operation.value(ValueKind.WORDS_LITTLE, b, at, length);
    } else {
      operation.value(ValueKind.BYTES, b, at, length);
    }
  }

  /** Size, tag of the open file, offset, file type, data. */
  private static @Nullable String file(
      Operation operation, byte[] b, int at, int end, boolean write) {
    if (end - at < 6) {
      return "file and offset";
    }
    operation.target(TargetPart.COUNT, b[at] & 0xff);
    operation.target(TargetPart.BLOCK, Bytes.u16Little(b, at + 1));
    operation.target(TargetPart.ADDRESS, Bytes.u16Little(b, at + 3));
    int type = b[at + 5] & 0xff;
    operation.target(TargetPart.TYPE, type);
    operation.target(TargetPart.AREA, fileType(type));
    if (write) {
      operation.value(ValueKind.BYTES, b, at + 6, end - at - 6);
    }
    return null;
  }

  /** Offset and total of the transaction, address of the data table, size or data. */
  private static @Nullable String range(Operation operation, byte[] b, int at, int end, int code) {
    if (end - at < 5) {
      return "offset and address";
    }
    operation.target(TargetPart.COUNT, Bytes.u16Little(b, at + 2));
    int next = at + 4;
    if (b[next] == 0 && b[next + 1] == '$') {
      int from = next + 1;
      int to = from;
      while (to < end && b[to] != 0) {
        to++;
      }
      operation.target(
          TargetPart.NAME,
          new String(b, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1));
      next = to + 1;
    } else {
      next = levels(operation, b, next, end);
    }
    if (next < 0 || next > end) {
      return "address";
    }
    if ((code == 0x0f_00 || code == 0x0f_67) && end > next) {
      operation.value(ValueKind.BYTES, b, next, end - next);
    }
    return null;
  }

  /** Which levels stand there, lowest bit first: area, file, element, subelement. */
  private static int levels(Operation operation, byte[] b, int at, int end) {
    int mask = b[at] & 0xff;
    int next = at + 1;
    for (int level = 0; level < 8 && next >= 0; level++) {
      if ((mask >> level & 1) == 0) {
        continue;
      }
      next =
          switch (level) {
            case 1 -> field(operation, TargetPart.BLOCK, b, next, end);
            case 2 -> field(operation, TargetPart.ADDRESS, b, next, end);
            default -> field(operation, TargetPart.INSTANCE, b, next, end);
          };
    }
    return next;
  }

  private static @Nullable String mode(Operation operation, byte[] b, int at, int end, int code) {
    if (at >= end) {
      return "mode";
    }
    int mode = b[at] & 0xff;
    operation.target(TargetPart.SUBFUNCTION, mode);
    String word =
        code == 0x0f_80
            ? switch (mode) {
              case 1 -> "remote-program";
              case 6 -> "remote-run";
              case 7 -> "remote-test-continuous";
              case 8 -> "remote-test-single";
              case 9 -> "remote-test-debug";
              default -> "unknown-mode";
            }
            : switch (mode) {
              case 0 -> "program";
              case 1 -> "test";
              case 2 -> "run";
              default -> "unknown-mode";
            };
    operation.target(TargetPart.SUBFUNCTION, word);
    return null;
  }

  private static String fileType(int type) {
    return switch (type) {
      case LADDER_FILE -> "ladder";
      case 0x49 -> "channel-configuration";
      case 0x65 -> "online-editing";
      case 0x82, 0x8b -> "output";
      case 0x83, 0x8c -> "input";
      case 0x84 -> "status";
      case 0x85 -> "binary";
      case 0x86 -> "timer";
      case 0x87 -> "counter";
      case 0x88 -> "control";
      case 0x89 -> "integer";
      case 0x8a -> "float";
      case 0x8d -> "string";
      case 0x8e -> "ascii";
      case 0x8f -> "bcd";
      case OUTPUT_FORCES -> "output-force";
      case INPUT_FORCES -> "input-force";
      default -> "file";
    };
  }
}
