package org.bellbuoy.port.capture;

/** A window that moves over the content of one capture. */
final class CaptureBytes {
  private static final int FIRST_BYTES = 1 << 18;

  /** Gives the bytes of a content in order. */
  @FunctionalInterface
  interface Supply {
    /** Reads the next bytes; how many, at least one, or −1 at the end. */
    int read(byte[] buffer, int from, int length);
  }

  private final Supply content;
  byte[] buffer = new byte[FIRST_BYTES];
  int at;
  int end;
  private long base;
  private boolean ended;

  CaptureBytes(Supply content) {
    this.content = content;
  }

  /** Whether n bytes from the present place on are there; reads on where they are not yet. */
  boolean has(int n) {
    return end - at >= n || fill(n);
  }

  private boolean fill(int n) {
    if (ended) {
      return false;
    }
    int kept = end - at;
    byte[] to = buffer.length >= n ? buffer : new byte[Math.max(n, buffer.length * 2)];
    System.arraycopy(buffer, at, to, 0, kept);
    buffer = to;
    base += at;
    at = 0;
    end = kept;
    while (end < n) {
      int got = content.read(buffer, end, buffer.length - end);
      if (got < 0) {
        ended = true;
        return false;
      }
      end += got;
    }
    return true;
  }

  /** Passes over n bytes; false where the content ends before. */
  boolean skip(long n) {
    long left = n;
    while (left > end - at) {
      left -= end - at;
      at = end;
      if (!has(1)) {
        return false;
      }
    }
    at += (int) left;
    return true;
  }

  /** Reads the rest and lets it go, so that its digest is that of the whole content. */
  void drain() {
    do {
      at = end;
    } while (has(1));
  }

  /** Bytes that are there without reading on. */
  int available() {
    return end - at;
  }

  /** Offset of the present place in the content. */
  long position() {
    return base + at;
  }

  int u8(int index) {
    return buffer[at + index] & 0xff;
  }

  int u16(int index, boolean little) {
    int a = u8(index);
    int b = u8(index + 1);
    return little ? b << 8 | a : a << 8 | b;
  }

  int s32(int index, boolean little) {
    int a = u16(index, little);
    int b = u16(index + 2, little);
    return little ? b << 16 | a : a << 16 | b;
  }

  long u32(int index, boolean little) {
    return s32(index, little) & 0xffff_ffffL;
  }
}
