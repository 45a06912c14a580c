package org.bellbuoy.port.protocol.opcua;

import org.bellbuoy.port.packet.Bytes;

/**
 * Message chunks (OPC 10000-6, 6.7.2 and 7.1.2): three letters of the type, one letter that says
 * whether more follow, the size of the whole chunk (4 bytes, low byte first).
 */
final class Chunk {
  static final int HEADER_BYTES = 8;

  /** Larger chunks are allowed where both sides agree on them; none is known to be. */
  static final int LONGEST_BYTES = 1 << 20;

  static final int HELLO = 'H' << 16 | 'E' << 8 | 'L';
  static final int ACKNOWLEDGE = 'A' << 16 | 'C' << 8 | 'K';
  static final int ERROR = 'E' << 16 | 'R' << 8 | 'R';
  static final int REVERSE_HELLO = 'R' << 16 | 'H' << 8 | 'E';
  static final int OPEN = 'O' << 16 | 'P' << 8 | 'N';
  static final int CLOSE = 'C' << 16 | 'L' << 8 | 'O';
  static final int MESSAGE = 'M' << 16 | 'S' << 8 | 'G';

  /** Channel, token, sequence number and request number of a message (4 bytes each). */
  static final int MESSAGE_BODY = HEADER_BYTES + 16;

  private Chunk() {}

  static int type(byte[] b, int at) {
    return Bytes.s32(b, at) >>> 8;
  }

  /** {@code F} final, {@code C} continued, {@code A} aborted. */
  static int kind(byte[] b, int at) {
    return b[at + 3];
  }

  /** Bytes of the whole chunk; the header must be there. */
  static int bytes(byte[] b, int at) {
    return (int) Math.min(Bytes.u32Little(b, at + 4), Integer.MAX_VALUE);
  }

  /** Whether a header can be one; eight bytes must be there. */
  static boolean plausible(byte[] b, int at) {
    int kind = kind(b, at);
    int bytes = bytes(b, at);
    if (bytes > LONGEST_BYTES) {
      return false;
    }
    return switch (type(b, at)) {
      case HELLO -> kind == 'F' && bytes >= 32 && bytes <= 32 + 4096;
      case ACKNOWLEDGE -> kind == 'F' && bytes == 28;
      case ERROR, REVERSE_HELLO -> kind == 'F' && bytes >= 16 && bytes <= 16 + 8192;
      case OPEN -> kind == 'F' && bytes >= 24;
      case CLOSE -> kind == 'F' && bytes >= MESSAGE_BODY;
      case MESSAGE -> (kind == 'F' || kind == 'C' || kind == 'A') && bytes >= MESSAGE_BODY;
      default -> false;
    };
  }
}
