package org.bellbuoy.port.protocol.iec104;

/**
 * The control information that begins each message (IEC 60870-5-104, 5): 68, length of what
 * follows, four control octets of format I, S or U.
 */
final class Apci {
  static final int START = 0x68;
  static final int HEADER_BYTES = 6;

  /** Longest message with start and length. */
  static final int LONGEST_BYTES = 255;

  static final int START_TRANSFER = 0x07;
  static final int START_CONFIRMED = 0x0b;
  static final int STOP_TRANSFER = 0x13;
  static final int STOP_CONFIRMED = 0x23;

  private static final int CONTROL_BYTES = 4;
  private static final int LONGEST_LENGTH = 253;

  private Apci() {}

  /** Whether the bytes that are there can begin a message. */
  static boolean plausible(byte[] b, int at, int length) {
    if (b[at] != START) {
      return false;
    }
    if (length < 2) {
      return true;
    }
    int says = b[at + 1] & 0xff;
    if (says < CONTROL_BYTES || says > LONGEST_LENGTH) {
      return false;
    }
    if (length < HEADER_BYTES) {
      return true;
    }
    if (isInformation(b, at)) {
      return (b[at + 4] & 1) == 0 && says >= CONTROL_BYTES + Asdu.HEADER_BYTES;
    }
    if (says != CONTROL_BYTES || b[at + 3] != 0) {
      return false;
    }
    return switch (b[at + 2] & 0xff) {
      case 1 -> (b[at + 4] & 1) == 0;
      case START_TRANSFER, START_CONFIRMED, STOP_TRANSFER, STOP_CONFIRMED, 0x43, 0x83 ->
          b[at + 4] == 0 && b[at + 5] == 0;
      default -> false;
    };
  }

  /** Bytes of the whole message. */
  static int messageBytes(byte[] b, int at) {
    return 2 + (b[at + 1] & 0xff);
  }

  /** Format I, which carries data. */
  static boolean isInformation(byte[] b, int at) {
    return (b[at + 2] & 1) == 0;
  }

  /** Format U: its function; 0 for other formats. */
  static int function(byte[] b, int at) {
    return (b[at + 2] & 3) == 3 ? b[at + 2] & 0xff : 0;
  }
}
