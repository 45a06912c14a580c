package org.bellbuoy.port.protocol.s7;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Ascii;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** Jobs other than reading and writing: blocks up and down, program invocations, stop. */
final class Blocks {
  static final int REQUEST_DOWNLOAD = 0x1a;
  static final int DOWNLOAD_BLOCK = 0x1b;
  static final int DOWNLOAD_ENDED = 0x1c;
  static final int START_UPLOAD = 0x1d;
  static final int UPLOAD = 0x1e;
  static final int END_UPLOAD = 0x1f;
  static final int PLC_CONTROL = 0x28;
  static final int PLC_STOP = 0x29;
  static final int SETUP = 0xf0;

  private Blocks() {}

  static String name(int function) {
    return switch (function) {
      case 0 -> "cpu-services";
      case Variables.READ -> "read-var";
      case Variables.WRITE -> "write-var";
      case REQUEST_DOWNLOAD -> "request-download";
      case DOWNLOAD_BLOCK -> "download-block";
      case DOWNLOAD_ENDED -> "download-ended";
      case START_UPLOAD -> "start-upload";
      case UPLOAD -> "upload";
      case END_UPLOAD -> "end-upload";
      case PLC_CONTROL -> "plc-control";
      case PLC_STOP -> "plc-stop";
      case SETUP -> "setup-communication";
      default -> "unknown-function";
    };
  }

  static OperationClass classOf(int function) {
    return switch (function) {
      case Variables.READ -> OperationClass.READ;
      case Variables.WRITE -> OperationClass.WRITE;
      case REQUEST_DOWNLOAD, DOWNLOAD_BLOCK, DOWNLOAD_ENDED, START_UPLOAD, UPLOAD, END_UPLOAD ->
          OperationClass.PROGRAM;
      case PLC_CONTROL, PLC_STOP -> OperationClass.CONTROL;
      case SETUP -> OperationClass.DIAGNOSTIC;
      default -> OperationClass.OTHER;
    };
  }

  /**
   * Fills an operation in.
   *
   * @param function the function code, −1 where there are no parameters
   * @return null when the job has what its function needs, else what is wrong
   */
  static @Nullable String fill(Operation operation, int function, Header header, byte[] b) {
    int at = header.parameters;
    int left = header.parameterBytes();
    switch (function) {
      case SETUP -> {
        if (left < 8) {
          return "numbers of jobs and length of messages";
        }
        operation.value(Bytes.u16(b, at + 6));
      }
      case REQUEST_DOWNLOAD, DOWNLOAD_BLOCK, DOWNLOAD_ENDED, START_UPLOAD -> {
        // Function, status, 6 bytes, length of the name, the name.
        int bytes = left > 8 ? b[at + 8] & 0xff : -1;
        if (bytes < 0 || bytes > left - 9) {
          return "name of the block";
        }
        file(operation, b, at + 9, bytes);
      }
      case UPLOAD, END_UPLOAD -> {
        if (left < 8) {
          return "number of the upload";
        }
        operation.target(TargetPart.INSTANCE, Bytes.u32(b, at + 4));
      }
      case PLC_CONTROL -> {
        return invocation(operation, b, at, left);
      }
      case PLC_STOP -> {
        // Function, 5 bytes, length of the program's name, the name.
        int bytes = left > 6 ? b[at + 6] & 0xff : -1;
        if (bytes < 0 || bytes > left - 7) {
          return "name of the program";
        }
        name(operation, b, at + 7, bytes);
      }
      default -> {
        if (left > 1) {
          operation.value(ValueKind.BYTES, b, at + 1, left - 1);
        }
        if (function < 0) {
          return "function";
        }
      }
    }
    return null;
  }

  /** {@code _0A00001P}: kind of block (hexadecimal), number, and in which memory. */
  private static void file(Operation operation, byte[] b, int at, int bytes) {
    if (bytes == 9 && b[at] == '_' && block(operation, b, at + 1)) {
      return;
    }
    name(operation, b, at, bytes);
  }

  private static void name(Operation operation, byte[] b, int at, int bytes) {
    String name = Ascii.printable(b, at, bytes);
    if (name != null) {
      operation.target(TargetPart.NAME, name);
    }
  }

  /**
   * Says a block as target: two characters for its kind, five digits.
   *
   * @return whether it could be read
   */
  static boolean block(Operation operation, byte[] b, int at) {
    int number = 0;
    for (int i = at + 2; i < at + 7; i++) {
      if (b[i] < '0' || b[i] > '9') {
        return false;
      }
      number = number * 10 + b[i] - '0';
    }
    String kind = kind(b, at);
    if (kind.isEmpty()) {
      return false;
    }
    operation.target(TargetPart.AREA, kind).target(TargetPart.BLOCK, number);
    return true;
  }

  /** Kind of a block from its two characters; empty where unknown. */
  static String kind(byte[] b, int at) {
    if (b[at] != '0') {
      return "";
    }
    return switch (b[at + 1]) {
      case '8' -> "OB";
      case 'A' -> "DB";
      case 'B' -> "SDB";
      case 'C' -> "FC";
      case 'D' -> "SFC";
      case 'E' -> "FB";
      case 'F' -> "SFB";
      default -> "";
    };
  }

  /** Function, 7 bytes, length of arguments (2), arguments, length of the name, the name. */
  private static @Nullable String invocation(Operation operation, byte[] b, int at, int left) {
    int arguments = left >= 10 ? Bytes.u16(b, at + 8) : -1;
    int nameAt = at + 10 + arguments;
    if (arguments < 0 || arguments > left - 11 || (b[nameAt] & 0xff) > left - 11 - arguments) {
      return "arguments and name of the service";
    }
    String service = Ascii.printable(b, nameAt + 1, b[nameAt] & 0xff);
    if (service == null) {
      return "name of the service";
    }
    String known = Services.name(service, b, at + 10, arguments);
    operation.target(TargetPart.SUBFUNCTION, known.isEmpty() ? service : known);
    if (!known.isEmpty()) {
      operation.target(TargetPart.NAME, service);
    }
    operation.function(PLC_CONTROL, name(PLC_CONTROL), Services.classOf(service));
    // How many blocks, a zero, and each in eight characters.
    boolean blocks = arguments >= 10 && (service.equals("_INSE") || service.equals("_DELE"));
    if (blocks && block(operation, b, at + 12)) {
      operation.target(TargetPart.COUNT, b[at + 10] & 0xff);
    }
    if (arguments > 0) {
      operation.value(ValueKind.TEXT, b, at + 10, arguments);
    }
    return null;
  }
}
