package org.bellbuoy.port.protocol.modbus;

import org.bellbuoy.port.packet.Bytes;

/**
 * Whether a PDU has the form that the specification gives its function. Forms are narrow enough to
 * tell Modbus from other bytes, and mostly requests from responses.
 */
final class Shape {
  static final int NEITHER = 0;
  static final int REQUEST = 1;
  static final int RESPONSE = 2;

  private static final int MOST_READ_BITS = 2000;
  private static final int MOST_READ_WORDS = 125;

  private Shape() {}

  /**
   * Which forms a PDU has: a sum of {@link #REQUEST} and {@link #RESPONSE}.
   *
   * @param at the function code
   * @param length bytes of the PDU, function code included
   */
  static int of(byte[] b, int at, int length) {
    int function = b[at] & 0xff;
    if (function > 0x80) {
      return length == 2 && known(function & 0x7f) && b[at + 1] > 0 && b[at + 1] <= 11
          ? RESPONSE
          : NEITHER;
    }
    return switch (function) {
      case 1, 2 -> (asks(b, at, length, MOST_READ_BITS) ? REQUEST : 0) | counted(b, at, length);
      case 3, 4 ->
          (asks(b, at, length, MOST_READ_WORDS) ? REQUEST : 0)
              | (length > 1 && (b[at + 1] & 1) == 0 ? counted(b, at, length) : 0);
      case 5 ->
          length == 5 && (b[at + 3] == 0 || b[at + 3] == -1) && b[at + 4] == 0
              ? REQUEST | RESPONSE
              : NEITHER;
      case 6 -> length == 5 ? REQUEST | RESPONSE : NEITHER;
      case 8 -> length >= 5 && Bytes.u16(b, at + 1) <= 21 ? REQUEST | RESPONSE : NEITHER;
      case 15 -> writesMany(b, at, length, 1968, 8);
      case 16 -> writesMany(b, at, length, 123, 0);
      case 22 -> length == 7 ? REQUEST | RESPONSE : NEITHER;
      case 23 ->
          (length >= 10 && length == 10 + (b[at + 9] & 0xff) && Bytes.u16(b, at + 3) <= 125
                  ? REQUEST
                  : 0)
              | counted(b, at, length);
      case 43 ->
          length >= 4 && b[at + 1] == 14 && b[at + 2] >= 1 && b[at + 2] <= 4
              ? length == 4 ? REQUEST : RESPONSE
              : NEITHER;
      default -> NEITHER;
    };
  }

  /** Whether the specification, or UMAS, names the function. */
  static boolean known(int function) {
    return function <= 63 ? (1L << function & 0x0000_0800_01f3_99feL) != 0 : function == 90;
  }

  private static boolean asks(byte[] b, int at, int length, int most) {
    if (length != 5) {
      return false;
    }
    int count = Bytes.u16(b, at + 3);
    return count >= 1 && count <= most;
  }

  private static int counted(byte[] b, int at, int length) {
    return length >= 3 && length == 2 + (b[at + 1] & 0xff) ? RESPONSE : 0;
  }

  private static int writesMany(byte[] b, int at, int length, int most, int bitsAByte) {
    if (length < 5) {
      return NEITHER;
    }
    int count = Bytes.u16(b, at + 3);
    if (count < 1 || count > most) {
      return NEITHER;
    }
    if (length == 5) {
      return RESPONSE;
    }
    int bytes = bitsAByte == 0 ? count * 2 : (count + 7) / 8;
    return length == 6 + bytes && (b[at + 5] & 0xff) == bytes ? REQUEST : NEITHER;
  }
}
