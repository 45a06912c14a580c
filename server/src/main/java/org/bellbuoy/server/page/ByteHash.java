package org.bellbuoy.server.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A 64-bit hash of bytes, eight at a time. Not for secrets. */
final class ByteHash {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private ByteHash() {}

  /** The hash of a span; never 0, which tables keep for empty places. */
  static long of(byte[] bytes, int from, int to) {
    long hash = PRIME ^ (to - from);
    int i = from;
    for (; i + 8 <= to; i += 8) {
      hash = mix(hash ^ (long) LONGS.get(bytes, i));
    }
    long rest = 0;
    for (int shift = 0; i < to; i++, shift += 8) {
      rest |= (bytes[i] & 0xffL) << shift;
    }
    hash = mix(mix(hash ^ rest));
    return hash == 0 ? 1 : hash;
  }

  private static long mix(long value) {
    long high = Math.multiplyHigh(value, PRIME);
    return (value * PRIME) ^ high ^ (value >>> 29);
  }
}
