package org.bellbuoy.server.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time. Each test gives a long whose highest bit of a byte is set where the byte
 * is one of those looked for; no byte disturbs its neighbour. The array needs {@link #SLACK} bytes
 * behind what is looked at.
 */
final class Words {
  /** Bytes that may be read behind the last one wanted. */
  static final int SLACK = 8;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ABOVE_SPACE = 0x5f5f5f5f5f5f5f5fL;
  private static final long ONES = 0x0101010101010101L;

  private Words() {}

  static long at(byte[] bytes, int index) {
    return (long) LONGS.get(bytes, index);
  }

  /** Which bytes are a space or a control character. */
  static long upToSpace(long word) {
    return ~(((word & LOW_BITS) + ABOVE_SPACE) | word) & HIGH_BITS;
  }

  /** Which bytes are that one, an ASCII character. */
  static long equalTo(long word, int character) {
    long x = word ^ (ONES * character);
    return ~(((x & LOW_BITS) + LOW_BITS) | x) & HIGH_BITS;
  }

  /** Index within the word of the first byte marked. */
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }
}
