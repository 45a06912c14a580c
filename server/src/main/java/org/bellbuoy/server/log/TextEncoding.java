package org.bellbuoy.server.log;

import java.util.Arrays;

/** How the bytes of a log spell its characters. */
enum TextEncoding {
  /** ASCII, UTF-8 without a mark, or a Windows code page. */
  BYTES(0),
  /** UTF-8 with a byte order mark. */
  UTF_8(3),
  /** UTF-16, low byte first, with a mark. */
  UTF_16_LITTLE(2),
  /** UTF-16, high byte first, with a mark. */
  UTF_16_BIG(2);

  /** Bytes of the mark. */
  final int markBytes;

  TextEncoding(int markBytes) {
    this.markBytes = markBytes;
  }

  boolean wide() {
    return this == UTF_16_LITTLE || this == UTF_16_BIG;
  }

  static TextEncoding of(byte[] head, int length) {
    if (length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
      return UTF_16_LITTLE;
    }
    if (length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
      return UTF_16_BIG;
    }
    boolean marked =
        length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
    return marked ? UTF_8 : BYTES;
  }

  /** The head as the readers see it: without its mark, UTF-16 as UTF-8. */
  byte[] sample(byte[] head, int length) {
    if (!wide()) {
      return Arrays.copyOfRange(head, markBytes, length);
    }
    byte[] out = new byte[WideText.most(length)];
    int n = new WideText(this).convert(head, markBytes, length, out);
    return Arrays.copyOf(out, n);
  }
}
