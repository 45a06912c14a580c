package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** Fills operations from the data of requests to the message router. */
final class CipRequest {
  private static final int STRUCTURE = 0x02a0;

  private CipRequest() {}

  /**
   * Fills in an operation.
   *
   * @param at the data behind the path
   * @return what of the request is missing, null where nothing is
   */
  static @Nullable String fill(
      Operation operation, CipPath path, int service, byte[] b, int at, int length) {
    boolean named = path.hasName();
    operation.function(
        service,
        CipServices.name(service, path.cipClass, named),
        CipServices.classOf(service, path.cipClass, named));
    path.target(operation);
    if (service >= 0x4b && CipServices.onTags(path.cipClass, named)) {
      return tag(operation, service, b, at, length);
    }
    return switch (service) {
      case CipServices.GET_LIST -> list(operation, b, at, length, false);
      case CipServices.SET_LIST -> list(operation, b, at, length, true);
      case CipServices.RESET -> {
        operation.target(TargetPart.SUBFUNCTION, length > 0 ? b[at] & 0xff : 0);
        operation.target(
            TargetPart.SUBFUNCTION,
            length > 0 && b[at] != 0 ? "to-factory-settings" : "power-cycle");
        yield null;
      }
      case CipServices.SET_SINGLE, CipServices.SET_ALL -> {
        operation.value(ValueKind.BYTES, b, at, length);
        yield length == 0 ? "value" : null;
      }
      default -> {
        if (length > 0 && operation.operationClass() != OperationClass.READ) {
          operation.value(ValueKind.BYTES, b, at, length);
        }
        yield null;
      }
    };
  }

  /** Count, then numbers; where they are set, each number with a value of unknown length. */
  private static @Nullable String list(
      Operation operation, byte[] b, int at, int length, boolean set) {
    if (length < 2) {
      return "attribute count";
    }
    int count = Bytes.u16Little(b, at);
    operation.target(TargetPart.COUNT, count);
    if (count > 0 && length >= 4) {
      operation.target(TargetPart.ATTRIBUTE, Bytes.u16Little(b, at + 2));
    }
    if (set) {
      if (length > 4) {
        operation.value(ValueKind.BYTES, b, at + 4, length - 4);
      }
      return count > 0 && length <= 4 ? "attributes" : null;
    }
    return length < 2 + 2 * count ? "attributes" : null;
  }

  private static @Nullable String tag(
      Operation operation, int service, byte[] b, int at, int length) {
    return switch (service) {
      case CipServices.READ_TAG -> readTag(operation, b, at, length, false);
      case CipServices.READ_TAG_FRAGMENTED -> readTag(operation, b, at, length, true);
      case CipServices.WRITE_TAG -> writeTag(operation, b, at, length, false);
      case CipServices.WRITE_TAG_FRAGMENTED -> writeTag(operation, b, at, length, true);
      case CipServices.READ_MODIFY_WRITE_TAG -> {
        if (length > 0) {
          operation.value(ValueKind.BYTES, b, at, length);
        }
        yield length < 2 ? "masks" : null;
      }
      default -> null;
    };
  }

  /** Count of elements, offset in bytes. */
  private static @Nullable String readTag(
      Operation operation, byte[] b, int at, int length, boolean fragmented) {
    if (length < (fragmented ? 6 : 2)) {
      return "element count";
    }
    operation.target(TargetPart.COUNT, Bytes.u16Little(b, at));
    if (fragmented) {
      operation.target(TargetPart.ADDRESS, Bytes.u32Little(b, at + 2));
    }
    return null;
  }

  /** Type, with a handle where it is a structure, count of elements, offset, elements. */
  private static @Nullable String writeTag(
      Operation operation, byte[] b, int at, int length, boolean fragmented) {
    int header = 4 + (fragmented ? 4 : 0);
    int type = length >= 2 ? Bytes.u16Little(b, at) : 0;
    int handle = type == STRUCTURE ? 2 : 0;
    if (length < header + handle) {
      return "type and count";
    }
    int counted = at + 2 + handle;
    int count = Bytes.u16Little(b, counted);
    operation.target(TargetPart.COUNT, count);
    if (fragmented) {
      operation.target(TargetPart.ADDRESS, Bytes.u32Little(b, counted + 2));
    }
    int valueAt = at + header + handle;
    int bytes = length - header - handle;
    if (count == 1 && !fragmented) {
      elementary(operation, type, b, valueAt, bytes);
    } else {
      operation.value(ValueKind.BYTES, b, valueAt, bytes);
    }
    return bytes == 0 ? "value" : null;
  }

  /** One element of an elementary type (CIP volume 1, appendix C-6.1). */
  static void elementary(Operation operation, int type, byte[] b, int at, int bytes) {
    switch (type) {
      case 0xc1 -> number(operation, 1, b, at, bytes, bytes > 0 && b[at] != 0 ? 1 : 0);
      case 0xc2 -> number(operation, 1, b, at, bytes, bytes > 0 ? b[at] : 0);
      case 0xc6, 0xd1 -> number(operation, 1, b, at, bytes, bytes > 0 ? b[at] & 0xff : 0);
      case 0xc3 ->
          number(operation, 2, b, at, bytes, bytes >= 2 ? (short) Bytes.u16Little(b, at) : 0);
      case 0xc7, 0xd2 ->
          number(operation, 2, b, at, bytes, bytes >= 2 ? Bytes.u16Little(b, at) : 0);
      case 0xc4 -> number(operation, 4, b, at, bytes, bytes >= 4 ? Bytes.s32Little(b, at) : 0);
      case 0xc8, 0xd3 ->
          number(operation, 4, b, at, bytes, bytes >= 4 ? Bytes.u32Little(b, at) : 0);
      case 0xc5 -> number(operation, 8, b, at, bytes, bytes >= 8 ? Bytes.s64Little(b, at) : 0);
      case 0xca -> {
        if (bytes >= 4) {
          operation.value((double) Float.intBitsToFloat(Bytes.s32Little(b, at)));
        } else {
          operation.value(ValueKind.BYTES, b, at, bytes);
        }
      }
      case 0xcb -> {
        if (bytes >= 8) {
          operation.value(Double.longBitsToDouble(Bytes.s64Little(b, at)));
        } else {
          operation.value(ValueKind.BYTES, b, at, bytes);
        }
      }
      default -> operation.value(ValueKind.BYTES, b, at, bytes);
    }
  }

  private static void number(
      Operation operation, int needed, byte[] b, int at, int bytes, long value) {
    if (bytes >= needed) {
      operation.value(value);
    } else {
      operation.value(ValueKind.BYTES, b, at, bytes);
    }
  }
}
