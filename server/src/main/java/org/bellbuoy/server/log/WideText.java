package org.bellbuoy.server.log;

/**
 * UTF-16 to UTF-8, in pieces of any size. A lone surrogate becomes one question mark, so that the
 * bytes a line took can be told from what was made of it: see {@link #wideBytes}.
 */
final class WideText {
  private final boolean littleEndian;
  private int pendingByte = -1;
  private int pendingHigh = -1;

  WideText(TextEncoding encoding) {
    littleEndian = encoding == TextEncoding.UTF_16_LITTLE;
  }

  /** Most bytes that many make, with what was pending. */
  static int most(int bytes) {
    return bytes / 2 * 3 + 8;
  }

  /** Converts and says how many bytes were written. */
  int convert(byte[] in, int from, int to, byte[] out) {
    int n = 0;
    for (int i = from; i < to; i++) {
      if (pendingByte < 0) {
        pendingByte = in[i] & 0xff;
        continue;
      }
      int second = in[i] & 0xff;
      int unit = littleEndian ? second << 8 | pendingByte : pendingByte << 8 | second;
      pendingByte = -1;
      n = unit(unit, out, n);
    }
    return n;
  }

  /** What was pending at the end; an odd last byte is dropped. */
  int finish(byte[] out) {
    int n = 0;
    if (pendingHigh >= 0) {
      out[n++] = '?';
    }
    pendingHigh = -1;
    return n;
  }

  private int unit(int unit, byte[] out, int from) {
    int n = from;
    if (pendingHigh >= 0) {
      int high = pendingHigh;
      pendingHigh = -1;
      if (unit >= 0xdc00 && unit <= 0xdfff) {
        int point = 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00);
        out[n++] = (byte) (0xf0 | point >> 18);
        out[n++] = (byte) (0x80 | (point >> 12 & 0x3f));
        out[n++] = (byte) (0x80 | (point >> 6 & 0x3f));
        out[n++] = (byte) (0x80 | (point & 0x3f));
        return n;
      }
      out[n++] = '?';
    }
    if (unit < 0x80) {
      out[n++] = (byte) unit;
    } else if (unit < 0x800) {
      out[n++] = (byte) (0xc0 | unit >> 6);
      out[n++] = (byte) (0x80 | (unit & 0x3f));
    } else if (unit >= 0xd800 && unit <= 0xdbff) {
      pendingHigh = unit;
    } else if (unit >= 0xdc00 && unit <= 0xdfff) {
      out[n++] = '?';
    } else {
      out[n++] = (byte) (0xe0 | unit >> 12);
      out[n++] = (byte) (0x80 | (unit >> 6 & 0x3f));
      out[n++] = (byte) (0x80 | (unit & 0x3f));
    }
    return n;
  }

  /** How many bytes of UTF-16 made those of UTF-8. */
  static int wideBytes(byte[] bytes, int from, int to) {
    int wide = 0;
    for (int i = from; i < to; i++) {
      int b = bytes[i] & 0xff;
      // Every first byte of a character counts one unit, that of four bytes two.
      wide += b >= 0xf0 ? 4 : (b & 0xc0) == 0x80 ? 0 : 2;
    }
    return wide;
  }
}
