package org.bellbuoy.port.protocol.s7;

import org.bellbuoy.port.packet.Bytes;

/**
 * TPKT (RFC 1006): version 3, a zero, length of all (2 bytes); and the COTP TPDU (ISO 8073) in it:
 * length of its header, type in the upper half byte, parameters, user data.
 */
final class Iso {
  static final int TPKT_BYTES = 4;

  /** Largest TPDU that can be agreed on is 8192; S7 controllers agree on 1024 or less. */
  static final int LONGEST_BYTES = 8192 + TPKT_BYTES;

  static final int CONNECTION_REQUEST = 0xe;
  static final int CONNECTION_CONFIRM = 0xd;
  static final int DATA = 0xf;

  static final byte S7 = 0x32;
  static final byte S7_PLUS = 0x72;

  private Iso() {}

  /** Whether the bytes that are there can be the beginning of a message. */
  static boolean plausible(byte[] b, int at, int length) {
    if (b[at] != 3 || (length >= 2 && b[at + 1] != 0)) {
      return false;
    }
    if (length >= 4) {
      int says = Bytes.u16(b, at + 2);
      if (says < 7 || says > LONGEST_BYTES) {
        return false;
      }
      return length < 6 || typed(b, at, says);
    }
    return true;
  }

  /** Whether the COTP header lies within the message and has a known type. */
  private static boolean typed(byte[] b, int at, int says) {
    int header = b[at + 4] & 0xff;
    int type = (b[at + 5] & 0xf0) >> 4;
    // Types 1, 2, 5, 6, 7, 8 and 12 to 15: expedited data, acknowledgments, errors and the rest.
    return header >= 2 && header + 5 <= says && (0b1111_0001_1110_0110 >> type & 1) != 0;
  }

  /** Bytes of the whole message; four bytes must be there. */
  static int messageBytes(byte[] b, int at) {
    return Bytes.u16(b, at + 2);
  }

  /** Type of the TPDU; six bytes must be there. */
  static int type(byte[] b, int at) {
    return (b[at + 5] & 0xf0) >> 4;
  }

  /** Where the user data begin. */
  static int dataAt(byte[] b, int at) {
    return at + 5 + (b[at + 4] & 0xff);
  }

  /** Whether a data TPDU is the last of its message. */
  static boolean last(byte[] b, int at) {
    return (b[at + 6] & 0x80) != 0;
  }

  /**
   * Where a parameter of a connection request begins (its code), −1 where it has none.
   *
   * @param bytes of the whole message, header included
   */
  static int parameter(byte[] b, int at, int bytes, int code) {
    int end = Math.min(at + bytes, dataAt(b, at));
    int p = at + 11;
    while (p + 2 <= end) {
      int length = b[p + 1] & 0xff;
      if (p + 2 + length > end) {
        return -1;
      }
      if ((b[p] & 0xff) == code) {
        return p;
      }
      p += 2 + length;
    }
    return -1;
  }
}
