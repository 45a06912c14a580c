package org.bellbuoy.port.protocol.modbus;

import org.bellbuoy.port.packet.Bytes;

/**
 * The MBAP header: transaction (2 bytes), protocol (2, always 0), length of what follows (2), unit
 * (1). The function code follows it.
 */
final class Mbap {
  static final int HEADER_BYTES = 7;

  /**
   * Longest length field: the specification allows 254, UMAS of newer controllers uses up to 1 KiB
   * more.
   */
  static final int LONGEST_LENGTH = 1300;

  /** Longest message with its header. */
  static final int LONGEST_BYTES = LONGEST_LENGTH + 6;

  private Mbap() {}

  /** Whether the bytes that are there can be the beginning of a message. */
  static boolean plausible(byte[] b, int at, int length) {
    if (length >= 4 && Bytes.u16(b, at + 2) != 0) {
      return false;
    }
    if (length >= 6) {
      int says = Bytes.u16(b, at + 4);
      return says >= 2 && says <= LONGEST_LENGTH;
    }
    return true;
  }

  /** Bytes of the whole message, header included; six bytes must be there. */
  static int messageBytes(byte[] b, int at) {
    return 6 + Bytes.u16(b, at + 4);
  }
}
