package org.bellbuoy.port.protocol.modbus;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** Fills operations in from request PDUs. */
final class ModbusRequests {
  private ModbusRequests() {}

  /**
   * Fills an operation in.
   *
   * @param at the function code
   * @param length bytes of the PDU, function code included
   * @return null when the PDU has what its function needs, else which field is wrong
   */
  static @Nullable String fill(Operation operation, byte[] b, int at, int length) {
    int function = b[at] & 0xff;
    operation.function(function, ModbusFunctions.name(function), ModbusFunctions.classOf(function));
    String area = ModbusFunctions.area(function);
    if (!area.isEmpty()) {
      operation.target(TargetPart.AREA, area);
    }
    return switch (function) {
      case 1, 2, 3, 4 -> {
        if (length < 5) {
          yield "address and count";
        }
        range(operation, b, at + 1);
        yield null;
      }
      case 5, 6 -> {
        if (length < 5) {
          yield "address and value";
        }
        operation.target(TargetPart.ADDRESS, Bytes.u16(b, at + 1)).target(TargetPart.COUNT, 1);
        int value = Bytes.u16(b, at + 3);
        // A coil is set by ff00; other values are errors and are kept as they are.
        operation.value(function == 5 && value == 0xff00 ? 1L : value);
        yield null;
      }
      case 8 -> {
        if (length < 3) {
          yield "subfunction";
        }
        int subfunction = Bytes.u16(b, at + 1);
        operation
            .function(
                function,
                ModbusFunctions.name(function),
                ModbusFunctions.diagnosticClass(subfunction))
            .target(TargetPart.SUBFUNCTION, subfunction)
            .target(TargetPart.SUBFUNCTION, ModbusFunctions.diagnostic(subfunction));
        if (length > 3) {
          operation.value(ValueKind.BYTES, b, at + 3, length - 3);
        }
        yield null;
      }
      case 15, 16 -> {
        if (length < 6) {
          yield "address, count and byte count";
        }
        range(operation, b, at + 1);
        yield values(operation, function == 15, b, at + 5, length - 5);
      }
      case 20, 21 -> {
        if (length < 2 + 7) {
          yield "file, record and length of the first group";
        }
        operation
            .target(TargetPart.BLOCK, Bytes.u16(b, at + 3))
            .target(TargetPart.ADDRESS, Bytes.u16(b, at + 5))
            .target(TargetPart.COUNT, Bytes.u16(b, at + 7));
        if (function == 21 && length > 9) {
          operation.value(ValueKind.WORDS, b, at + 9, length - 9);
        }
        yield null;
      }
      case 22 -> {
        if (length < 7) {
          yield "address and masks";
        }
        operation
            .target(TargetPart.ADDRESS, Bytes.u16(b, at + 1))
            .target(TargetPart.COUNT, 1)
            .value(ValueKind.WORDS, b, at + 3, 4);
        yield null;
      }
      case 23 -> {
        if (length < 10) {
          yield "ranges to read and to write";
        }
        range(operation, b, at + 5);
        operation.target(
            TargetPart.SUBFUNCTION,
            "reads " + Bytes.u16(b, at + 1) + " count " + Bytes.u16(b, at + 3));
        yield values(operation, false, b, at + 9, length - 9);
      }
      case 24 -> {
        if (length < 3) {
          yield "address";
        }
        operation.target(TargetPart.ADDRESS, Bytes.u16(b, at + 1));
        yield null;
      }
      case 43 -> encapsulated(operation, b, at, length);
      default -> {
        if (length > 1) {
          operation.value(ValueKind.BYTES, b, at + 1, length - 1);
        }
        yield null;
      }
    };
  }

  private static void range(Operation operation, byte[] b, int at) {
    operation
        .target(TargetPart.ADDRESS, Bytes.u16(b, at))
        .target(TargetPart.COUNT, Bytes.u16(b, at + 2));
  }

  /** A byte count and that many bytes. */
  private static @Nullable String values(
      Operation operation, boolean bits, byte[] b, int at, int left) {
    int count = b[at] & 0xff;
    operation.value(bits ? ValueKind.BITS : ValueKind.WORDS, b, at + 1, Math.min(count, left - 1));
    return count == left - 1 ? null : "byte count, which is " + count + " before " + (left - 1);
  }

  private static @Nullable String encapsulated(Operation operation, byte[] b, int at, int length) {
    if (length < 2) {
      return "type of the encapsulated interface";
    }
    int type = b[at + 1] & 0xff;
    operation.target(TargetPart.TYPE, type);
    if (type == 14) {
      operation.function(43, "read-device-identification", OperationClass.DISCOVERY);
      if (length >= 4) {
        operation.target(TargetPart.INSTANCE, b[at + 3] & 0xff);
      }
    } else if (type == 13) {
      operation.function(43, "canopen-general-reference", OperationClass.CONFIGURATION);
    }
    return null;
  }
}
