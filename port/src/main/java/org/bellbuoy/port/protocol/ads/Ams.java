package org.bellbuoy.port.protocol.ads;

import org.bellbuoy.port.packet.Bytes;

/**
 * AMS/TCP: kind (2 bytes, 0 for ADS), length of what follows (4); then the AMS header: target and
 * source, each a net identifier (6) and a port (2), command (2), flags (2), length of the data (4),
 * error (4), number of the call (4). Low bytes first.
 */
final class Ams {
  static final int TCP_BYTES = 6;
  static final int HEADER_BYTES = 32;

  /** Largest message; controllers cut transfers into smaller ones. */
  static final int LONGEST_BYTES = 1 << 19;

  static final int READ_DEVICE_INFO = 1;
  static final int READ = 2;
  static final int WRITE = 3;
  static final int READ_STATE = 4;
  static final int WRITE_CONTROL = 5;
  static final int NOTIFICATION = 8;
  static final int READ_WRITE = 9;

  private static final int ANSWER = 1;
  private static final int ADS = 4;

  private Ams() {}

  /** Whether the bytes that are there can be the beginning of a message. */
  static boolean plausible(byte[] b, int at, int length) {
    if (length >= 2) {
      int kind = Bytes.u16Little(b, at);
      // 1, 1000 to 1002: between a program and the router on its own machine.
      if (kind != 0 && kind != 1 && (kind < 0x1000 || kind > 0x1002)) {
        return false;
      }
      if (length >= TCP_BYTES) {
        long says = Bytes.u32Little(b, at + 2);
        if (kind != 0) {
          return says >= 1 && says <= 64;
        }
        return says >= HEADER_BYTES
            && says <= LONGEST_BYTES
            && (length < TCP_BYTES + HEADER_BYTES || header(b, at + TCP_BYTES, says));
      }
    }
    return true;
  }

  /** Whether a header is one of ADS, with data of the length that is left for them. */
  private static boolean header(byte[] b, int at, long bytes) {
    int command = Bytes.u16Little(b, at + 16);
    return command <= READ_WRITE
        && (Bytes.u16Little(b, at + 18) & 0xfe00) == 0
        && Bytes.u32Little(b, at + 20) == bytes - HEADER_BYTES;
  }

  /** Bytes of the whole message; six bytes must be there. */
  static int messageBytes(byte[] b, int at) {
    return TCP_BYTES + Bytes.s32Little(b, at + 2);
  }

  static int command(byte[] b, int at) {
    return Bytes.u16Little(b, at + 16);
  }

  static boolean isAds(byte[] b, int at) {
    return (b[at + 18] & ADS) != 0;
  }

  static boolean answers(byte[] b, int at) {
    return (b[at + 18] & ANSWER) != 0;
  }

  static long error(byte[] b, int at) {
    return Bytes.u32Little(b, at + 24);
  }

  static long call(byte[] b, int at) {
    return Bytes.u32Little(b, at + 28);
  }

  /** Net identifier of six bytes as a number. */
  static long net(byte[] b, int at) {
    return Bytes.s64(b, at) >>> 16;
  }

  /** Net identifier as six numbers with points. */
  static String netText(long net) {
    StringBuilder text = new StringBuilder(23);
    for (int shift = 40; shift >= 0; shift -= 8) {
      text.append(net >> shift & 0xff).append(shift == 0 ? "" : ".");
    }
    return text.toString();
  }
}
