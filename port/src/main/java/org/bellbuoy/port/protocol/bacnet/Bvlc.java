package org.bellbuoy.port.protocol.bacnet;

import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.packet.Bytes;

/**
 * The BACnet virtual link (ASHRAE 135, J.2): type 0x81, function, length of the whole (2 bytes).
 * Functions that carry no network message are about the tables of a broadcast management device.
 */
final class Bvlc {
  static final int TYPE = 0x81;
  static final int HEADER_BYTES = 4;
  static final int RESULT = 0;
  static final int FORWARDED_NPDU = 4;
  static final int REGISTER_FOREIGN_DEVICE = 5;
  static final int DELETE_ENTRY = 8;

  private static final int DISTRIBUTE = 9;
  private static final int UNICAST = 10;
  private static final int BROADCAST = 11;
  private static final int SECURED = 12;

  private Bvlc() {}

  /** Whether the datagram has the form of its function; its length must be that of the whole. */
  static boolean formed(byte[] b, int at, int length) {
    if (length < HEADER_BYTES
        || (b[at] & 0xff) != TYPE
        || Bytes.u16(b, at + 2) != length
        || (b[at + 1] & 0xff) > SECURED) {
      return false;
    }
    int npdu = networkAt(b[at + 1] & 0xff);
    if (npdu > 0) {
      return length > npdu + 1 && b[at + npdu] == 1;
    }
    return switch (b[at + 1]) {
      case RESULT, REGISTER_FOREIGN_DEVICE -> length == 6;
      case 1, 3, 7 -> (length - HEADER_BYTES) % 10 == 0;
      case 2, 6 -> length == HEADER_BYTES;
      case DELETE_ENTRY -> length == 10;
      default -> true;
    };
  }

  /** Where the network message begins within the datagram, 0 for functions that carry none. */
  static int networkAt(int function) {
    return switch (function) {
      case FORWARDED_NPDU -> 10;
      case DISTRIBUTE, UNICAST, BROADCAST -> HEADER_BYTES;
      default -> 0;
    };
  }

  /** Whether a function asks a broadcast management device for something. */
  static boolean asks(int function) {
    return switch (function) {
      case 1, 2, REGISTER_FOREIGN_DEVICE, 6, DELETE_ENTRY -> true;
      default -> false;
    };
  }

  static String name(int function) {
    return switch (function) {
      case 1 -> "write-broadcast-distribution-table";
      case 2 -> "read-broadcast-distribution-table";
      case REGISTER_FOREIGN_DEVICE -> "register-foreign-device";
      case 6 -> "read-foreign-device-table";
      case DELETE_ENTRY -> "delete-foreign-device-table-entry";
      case SECURED -> "secured-bvll";
      default -> "unknown-bvlc-function";
    };
  }

  static OperationClass classOf(int function) {
    return switch (function) {
      case 1, REGISTER_FOREIGN_DEVICE, DELETE_ENTRY -> OperationClass.CONFIGURATION;
      case 2, 6 -> OperationClass.DIAGNOSTIC;
      default -> OperationClass.OTHER;
    };
  }

  /** The function that an answer belongs to; −1 where it is none. */
  static int asked(int function, int resultCode) {
    return switch (function) {
      case 3 -> 2;
      case 7 -> 6;
      // A successful result does not say of what.
      case RESULT ->
          switch (resultCode) {
            case 0x10 -> 1;
            case 0x20 -> 2;
            case 0x30 -> REGISTER_FOREIGN_DEVICE;
            case 0x40 -> 6;
            case 0x50 -> DELETE_ENTRY;
            default -> -1;
          };
      default -> -1;
    };
  }

  static String result(int code) {
    return switch (code) {
      case 0x10 -> "write-broadcast-distribution-table-nak";
      case 0x20 -> "read-broadcast-distribution-table-nak";
      case 0x30 -> "register-foreign-device-nak";
      case 0x40 -> "read-foreign-device-table-nak";
      case 0x50 -> "delete-foreign-device-table-entry-nak";
      case 0x60 -> "distribute-broadcast-to-network-nak";
      default -> "unknown-result";
    };
  }
}
