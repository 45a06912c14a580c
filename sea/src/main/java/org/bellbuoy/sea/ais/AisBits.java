package org.bellbuoy.sea.ais;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The payload of one message as bits, the first bit highest in the first word. Eight armoured
 * characters become 48 bits in one step: IEC 61162-1 writes six bits as a character from '0' to 'W'
 * (48 to 87) or '`' to 'w' (96 to 119).
 */
final class AisBits {
  /** Five slots of 256 bits: no transmission is longer (ITU-R M.1371 annex 2, 3.3.1). */
  static final int MAX_BITS = 1280;

  private static final long LANES = 0x0101010101010101L;
  private static final long HIGH = LANES << 7;
  private static final int WORDS = MAX_BITS / 64 + 3;

  private final long[] words = new long[WORDS];
  private int bitLength;

  int bitLength() {
    return bitLength;
  }

  void clear() {
    Arrays.fill(words, 0, Math.min(WORDS, (bitLength >>> 6) + 2), 0L);
    bitLength = 0;
  }

  /**
   * Appends armoured characters up to the first that is none, or {@code to}, or until the payload
   * is longer than {@link #MAX_BITS}. Returns where it stopped.
   */
  int append(byte[] buffer, int from, int to) {
    int at = from;
    int bits = bitLength;
    while (bits <= MAX_BITS) {
      int lanes = Math.min(8, to - at);
      long chars = at + 8 <= buffer.length ? (long) Ascii.BIG.get(buffer, at) : tail(buffer, at);
      long seven = chars & ~HIGH;
      // Adding 0x80-n raises a lane's top bit where its value is at least n.
      long from60 = seven + LANES * (0x80 - 0x60);
      long valid =
          ((seven + LANES * (0x80 - 0x30)) & ~(seven + LANES * (0x80 - 0x58)))
              | (from60 & ~(seven + LANES * (0x80 - 0x78)));
      long invalid = ~(valid & ~chars) & HIGH;
      lanes = Math.min(lanes, Long.numberOfLeadingZeros(invalid) >>> 3);
      // The top bit is set first so that no lane borrows from its neighbour.
      long six = ((seven | HIGH) - LANES * 0x30 - ((from60 & HIGH) >>> 4)) & (LANES * 0x3f);
      long packed = (six & 0x003f003f003f003fL) | (six & 0x3f003f003f003f00L) >>> 2;
      packed = (packed & 0x00000fff00000fffL) | (packed & 0x0fff00000fff0000L) >>> 4;
      packed = (packed << 40 >>> 24) | (packed >>> 32 << 40);
      if (lanes < 8) {
        if (lanes > 0) {
          put(bits, packed & -1L << (64 - 6 * lanes));
        }
        bitLength = bits + 6 * lanes;
        return at + lanes;
      }
      put(bits, packed);
      bits += 48;
      at += 8;
    }
    bitLength = bits;
    return at;
  }

  private void put(int at, long left) {
    int word = at >>> 6;
    int shift = at & 63;
    words[word] |= left >>> shift;
    words[word + 1] = left << 1 << (63 - shift);
  }

  private static long tail(byte[] buffer, int at) {
    long chars = 0;
    for (int i = 0; i < 8; i++) {
      chars = chars << 8 | (at + i < buffer.length ? buffer[at + i] & 0xff : 0);
    }
    return chars;
  }

  /** Takes the last bits away again; they must be there. */
  void drop(int bits) {
    int length = bitLength - bits;
    int word = length >>> 6;
    words[word] &= ~(-1L >>> (length & 63));
    words[word + 1] = 0;
    bitLength = length;
  }

  /** Up to 32 bits as an unsigned number in an int; bits beyond the payload's end are 0. */
  int unsigned(int at, int length) {
    int word = at >>> 6;
    int shift = at & 63;
    long window = words[word] << shift | words[word + 1] >>> 1 >>> (63 - shift);
    return (int) (window >>> (64 - length));
  }

  /** Up to 32 bits in two's complement. */
  int signed(int at, int length) {
    int word = at >>> 6;
    int shift = at & 63;
    long window = words[word] << shift | words[word + 1] >>> 1 >>> (63 - shift);
    return (int) (window >> (64 - length));
  }

  boolean has(int at, int length) {
    return bitLength >= at + length;
  }

  boolean flag(int at) {
    return (words[at >>> 6] << (at & 63)) < 0;
  }

  /**
   * Six-bit text (ITU-R M.1371 table 47) as ASCII into {@code into}: to the first '@' or the
   * payload's end, spaces at the end left out. Returns the number of characters.
   */
  int text(int at, int characters, byte[] into, int offset) {
    int length = 0;
    int end = Math.min(characters, Math.max(0, (bitLength - at) / 6));
    int trimmed = 0;
    for (int bit = at; length < end; bit += 6) {
      int six = unsigned(bit, 6);
      if (six == 0) {
        break;
      }
      into[offset + length++] = (byte) (six < 32 ? six + 64 : six);
      if (six != 32) {
        trimmed = length;
      }
    }
    return trimmed;
  }

  String text(int at, int characters) {
    byte[] into = new byte[characters];
    return new String(into, 0, text(at, characters, into, 0), StandardCharsets.US_ASCII);
  }
}
