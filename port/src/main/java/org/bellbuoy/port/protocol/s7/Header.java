package org.bellbuoy.port.protocol.s7;

import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The header of S7comm: 0x32, kind of message, two zeros, reference (2 bytes), lengths of
 * parameters and of data (2 bytes each); answers have class and code of an error behind. Reused.
 */
final class Header {
  static final int BYTES = 10;
  static final int JOB = 1;
  static final int ACK = 2;
  static final int ACK_DATA = 3;
  static final int USER_DATA = 7;

  int kind;
  int reference;
  int parameters;
  int parametersEnd;
  int data;
  int dataEnd;
  int error;

  Header() {}

  /**
   * Reads a header. Parts that are said to reach beyond the end are cut there.
   *
   * @return null when all is as said, else what is not
   */
  @Nullable String read(byte[] b, int at, int end) {
    if (end - at < BYTES) {
      return "the header is cut after " + (end - at) + " bytes";
    }
    kind = b[at + 1];
    reference = Bytes.u16(b, at + 4);
    boolean answers = kind == ACK || kind == ACK_DATA;
    int first = at + BYTES + (answers ? 2 : 0);
    // Also of a header that is cut, so that nothing of the message before is taken for it.
    parameters = first;
    if (first > end) {
      return "the header is cut after " + (end - at) + " bytes";
    }
    error = answers ? Bytes.u16(b, at + BYTES) : 0;
    int parameterBytes = Bytes.u16(b, at + 6);
    int dataBytes = Bytes.u16(b, at + 8);
    parametersEnd = Math.min(end, first + parameterBytes);
    data = parametersEnd;
    dataEnd = Math.min(end, data + dataBytes);
    return first + parameterBytes + dataBytes > end
        ? "parameters of "
            + parameterBytes
            + " and data of "
            + dataBytes
            + " bytes are said to be in "
            + (end - first)
        : null;
  }

  int parameterBytes() {
    return parametersEnd - parameters;
  }

  int dataBytes() {
    return dataEnd - data;
  }
}
