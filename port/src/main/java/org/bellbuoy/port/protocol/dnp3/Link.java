package org.bellbuoy.port.protocol.dnp3;

import org.bellbuoy.port.packet.Bytes;

/**
 * Frames of the link layer (IEEE 1815, clause 9): 05 64, length, control, destination and source
 * (low byte first), check sum; then up to 250 bytes in blocks of 16, each with a check sum.
 */
final class Link {
  static final int HEADER_BYTES = 10;

  /** Longest frame with all check sums. */
  static final int LONGEST_BYTES = 292;

  /** Longest user data of a frame. */
  static final int MOST_DATA = 250;

  private static final int FIXED_LENGTH = 5;
  private static final int BLOCK = 16;
  private static final int[] SUMS = sums();

  private Link() {}

  /** The table of the check sum with polynomial 3d65, lowest bit first (9.2.4.4). */
  private static int[] sums() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int sum = i;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 1) != 0 ? sum >> 1 ^ 0xa6bc : sum >> 1;
      }
      table[i] = sum;
    }
    return table;
  }

  /** The check sum over bytes. */
  static int sum(byte[] b, int at, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum = sum >> 8 ^ SUMS[(sum ^ b[at + i]) & 0xff];
    }
    return ~sum & 0xffff;
  }

  /** Whether the bytes that are there can begin a frame; with a whole header its sum must hold. */
  static boolean plausible(byte[] b, int at, int length) {
    if (b[at] != 5 || (length > 1 && b[at + 1] != 0x64)) {
      return false;
    }
    if (length > 2 && (b[at + 2] & 0xff) < FIXED_LENGTH) {
      return false;
    }
    return length < HEADER_BYTES || Bytes.u16Little(b, at + 8) == sum(b, at, 8);
  }

  /** Bytes of user data of the frame that begins there. */
  static int dataBytes(byte[] b, int at) {
    return (b[at + 2] & 0xff) - FIXED_LENGTH;
  }

  /** Bytes of the whole frame. */
  static int frameBytes(byte[] b, int at) {
    int data = dataBytes(b, at);
    return HEADER_BYTES + data + (data + BLOCK - 1) / BLOCK * 2;
  }

  static int control(byte[] b, int at) {
    return b[at + 3] & 0xff;
  }

  /** Whether a master sent it. */
  static boolean fromMaster(byte[] b, int at) {
    return (b[at + 3] & 0x80) != 0;
  }

  /** Whether it carries user data: confirmed (3) or unconfirmed (4), of the primary station. */
  static boolean carriesData(byte[] b, int at) {
    int control = control(b, at);
    return (control & 0x40) != 0 && ((control & 15) == 3 || (control & 15) == 4);
  }

  static int destination(byte[] b, int at) {
    return Bytes.u16Little(b, at + 4);
  }

  static int source(byte[] b, int at) {
    return Bytes.u16Little(b, at + 6);
  }

  /**
   * Copies the user data without check sums.
   *
   * @param into has room for {@link #MOST_DATA}
   * @return bytes copied, −1 where a check sum does not hold
   */
  static int data(byte[] b, int at, byte[] into) {
    int data = dataBytes(b, at);
    int from = at + HEADER_BYTES;
    for (int done = 0; done < data; done += BLOCK) {
      int block = Math.min(BLOCK, data - done);
      if (sum(b, from, block) != Bytes.u16Little(b, from + block)) {
        return -1;
      }
      System.arraycopy(b, from, into, done, block);
      from += block + 2;
    }
    return data;
  }
}
