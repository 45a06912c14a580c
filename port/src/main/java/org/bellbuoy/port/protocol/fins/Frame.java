package org.bellbuoy.port.protocol.fins;

import org.bellbuoy.port.packet.Bytes;

/**
 * A FINS frame: control, zero, gateways that may be passed, then network, node and unit of who is
 * asked and of who asks, number of the service (10 bytes), command (2); answers have an end code
 * (2) behind. Over TCP 16 bytes stand before it: FINS, length, command and error (4 each).
 */
final class Frame {
  static final int HEADER_BYTES = 10;
  static final int COMMAND_AT = 10;
  static final int BODY_AT = 12;
  static final int TCP_BYTES = 16;

  /** Over TCP: frames, and not the exchange of node addresses. */
  static final int TCP_FRAME = 2;

  private static final int MAGIC = 0x46494e53;
  private static final int LONGEST_LENGTH = 4096;

  private Frame() {}

  /** Whether the bytes that are there can be the beginning of a message over TCP. */
  static boolean plausible(byte[] b, int at, int length) {
    if (length < 4) {
      return b[at] == 'F' && (length < 2 || b[at + 1] == 'I') && (length < 3 || b[at + 2] == 'N');
    }
    if (Bytes.s32(b, at) != MAGIC) {
      return false;
    }
    if (length >= 8) {
      int says = Bytes.s32(b, at + 4);
      return says >= 8 && says <= LONGEST_LENGTH;
    }
    return true;
  }

  /** Bytes of the whole message over TCP; eight bytes must be there. */
  static int messageBytes(byte[] b, int at) {
    return 8 + Bytes.s32(b, at + 4);
  }

  /** Longest message over TCP. */
  static int longestBytes() {
    return 8 + LONGEST_LENGTH;
  }

  /** Whether bytes have the form of a frame: fixed bits, networks below 128, a known command. */
  static boolean formed(byte[] b, int at, int length) {
    return length >= BODY_AT
        && (b[at] & 0xbe) == 0x80
        && b[at + 1] == 0
        && (b[at + 2] & 0xff) <= 7
        && b[at + 3] >= 0
        && b[at + 6] >= 0
        && Commands.known(Bytes.u16(b, at + COMMAND_AT))
        && (!answers(b, at) || length >= BODY_AT + 2);
  }

  static boolean answers(byte[] b, int at) {
    return (b[at] & 0x40) != 0;
  }

  /** Whether who asks wants no answer. */
  static boolean unanswered(byte[] b, int at) {
    return (b[at] & 1) != 0;
  }
}
