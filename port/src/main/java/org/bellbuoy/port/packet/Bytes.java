package org.bellbuoy.port.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers in byte arrays. Nothing is checked beyond the array's own bounds: callers know that the
 * bytes are there.
 */
public final class Bytes {
  private static final VarHandle BIG_SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle BIG_INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle BIG_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE_SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LITTLE_INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LITTLE_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Bytes() {}

  /** Unsigned byte. */
  public static int u8(byte[] b, int at) {
    return b[at] & 0xff;
  }

  /** Unsigned 16 bits, high byte first. */
  public static int u16(byte[] b, int at) {
    return (short) BIG_SHORT.get(b, at) & 0xffff;
  }

  /** 32 bits, high byte first. */
  public static int s32(byte[] b, int at) {
    return (int) BIG_INT.get(b, at);
  }

  /** Unsigned 32 bits, high byte first. */
  public static long u32(byte[] b, int at) {
    return s32(b, at) & 0xffff_ffffL;
  }

  /** 64 bits, high byte first. */
  public static long s64(byte[] b, int at) {
    return (long) BIG_LONG.get(b, at);
  }

  /** Unsigned 16 bits, low byte first. */
  public static int u16Little(byte[] b, int at) {
    return (short) LITTLE_SHORT.get(b, at) & 0xffff;
  }

  /** 32 bits, low byte first. */
  public static int s32Little(byte[] b, int at) {
    return (int) LITTLE_INT.get(b, at);
  }

  /** Unsigned 32 bits, low byte first. */
  public static long u32Little(byte[] b, int at) {
    return s32Little(b, at) & 0xffff_ffffL;
  }

  /** 64 bits, low byte first. */
  public static long s64Little(byte[] b, int at) {
    return (long) LITTLE_LONG.get(b, at);
  }
}
