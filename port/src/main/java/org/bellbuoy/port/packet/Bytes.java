package org.bellbuoy.port.packet;

/**
 * Numbers in byte arrays. Nothing is checked beyond the array's own bounds: callers know that the
 * bytes are there. Bytes are put together by shifts: handles of arrays are slow until they are
 * compiled, which is a good part of a short run.
 */
public final class Bytes {
  private Bytes() {}

  /** Unsigned byte. */
  public static int u8(byte[] b, int at) {
    return b[at] & 0xff;
  }

  /** Unsigned 16 bits, high byte first. */
  public static int u16(byte[] b, int at) {
    return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
  }

  /** 32 bits, high byte first. */
  public static int s32(byte[] b, int at) {
    return b[at] << 24 | (b[at + 1] & 0xff) << 16 | (b[at + 2] & 0xff) << 8 | b[at + 3] & 0xff;
  }

  /** Unsigned 32 bits, high byte first. */
  public static long u32(byte[] b, int at) {
    return s32(b, at) & 0xffff_ffffL;
  }

  /** 64 bits, high byte first. */
  public static long s64(byte[] b, int at) {
    return (long) s32(b, at) << 32 | u32(b, at + 4);
  }

  /** Unsigned 16 bits, low byte first. */
  public static int u16Little(byte[] b, int at) {
    return b[at] & 0xff | (b[at + 1] & 0xff) << 8;
  }

  /** 32 bits, low byte first. */
  public static int s32Little(byte[] b, int at) {
    return b[at] & 0xff | (b[at + 1] & 0xff) << 8 | (b[at + 2] & 0xff) << 16 | b[at + 3] << 24;
  }

  /** Unsigned 32 bits, low byte first. */
  public static long u32Little(byte[] b, int at) {
    return s32Little(b, at) & 0xffff_ffffL;
  }

  /** 64 bits, low byte first. */
  public static long s64Little(byte[] b, int at) {
    return u32Little(b, at) | (long) s32Little(b, at + 4) << 32;
  }
}
