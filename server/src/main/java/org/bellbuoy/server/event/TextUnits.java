package org.bellbuoy.server.event;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bellbuoy.core.source.Content;

/**
 * Feeds a text to a cutter as UTF-8 with the places of the stored bytes. PowerShell and wevtutil
 * write UTF-16, which is turned on the way; everything else passes as it is.
 */
final class TextUnits {
  private TextUnits() {}

  /** UTF-16 of either order, by its mark or its first sign; empty for anything else. */
  static Optional<Charset> charsetOf(byte[] head, int length) {
    if (length < 2) {
      return Optional.empty();
    }
    int first = head[0] & 0xff;
    int second = head[1] & 0xff;
    if ((first == 0xff && second == 0xfe) || (isSign(first) && second == 0)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if ((first == 0xfe && second == 0xff) || (first == 0 && isSign(second))) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  private static boolean isSign(int one) {
    return one == '<' || one == '{' || one == '[';
  }

  /** Feeds a content to its end. */
  static void feed(Content content, Cutter cutter) {
    byte[] head = content.peek(2);
    Charset charset = charsetOf(head, head.length).orElse(null);
    byte[] buffer = new byte[1 << 16];
    if (charset == null) {
      long offset = 0;
      for (int n = content.read(buffer); n > 0; n = content.read(buffer)) {
        for (int i = 0; i < n; i++) {
          cutter.take(buffer[i] & 0xff, offset, offset + 1);
          offset++;
        }
      }
    } else {
      Wide wide = new Wide(cutter, charset.equals(StandardCharsets.UTF_16LE));
      for (int n = content.read(buffer); n > 0; n = content.read(buffer)) {
        for (int i = 0; i < n; i++) {
          wide.take(buffer[i] & 0xff);
        }
      }
      wide.finish();
    }
    cutter.end(content.offset());
  }

  /** Turns UTF-16 to UTF-8; halves of a pair that stand alone become U+FFFD. */
  private static final class Wide {
    private final Cutter cutter;
    private final boolean little;
    private long offset;
    private int half = -1;
    private int high = -1;

    Wide(Cutter cutter, boolean little) {
      this.cutter = cutter;
      this.little = little;
    }

    void take(int one) {
      offset++;
      if (half < 0) {
        half = one;
        return;
      }
      int unit = little ? half | one << 8 : half << 8 | one;
      half = -1;
      if (high >= 0) {
        boolean pair = Character.isLowSurrogate((char) unit);
        int before = high;
        high = -1;
        if (pair) {
          give(Character.toCodePoint((char) before, (char) unit), offset - 4, offset);
          return;
        }
        give(0xfffd, offset - 4, offset - 2);
      }
      if (Character.isHighSurrogate((char) unit)) {
        high = unit;
      } else {
        give(Character.isLowSurrogate((char) unit) ? 0xfffd : unit, offset - 2, offset);
      }
    }

    void finish() {
      if (high >= 0) {
        give(0xfffd, offset - 2, offset);
      }
    }

    private void give(int point, long from, long next) {
      if (point < 0x80) {
        cutter.take(point, from, next);
        return;
      }
      int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      int lead = more == 1 ? 0xc0 : more == 2 ? 0xe0 : 0xf0;
      cutter.take(lead | point >> 6 * more, from, next);
      for (int i = more - 1; i >= 0; i--) {
        cutter.take(0x80 | point >> 6 * i & 0x3f, from, next);
      }
    }
  }
}
