package org.bellbuoy.sea.watch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of a source, which say whether it is simulated. */
final class Beginning {
  private static final int LENGTH = 4096;
  private static final byte[] WORD = "SIMULATED".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;

  Beginning(byte[] head) {
    bytes = Arrays.copyOf(head, Math.min(head.length, LENGTH));
  }

  /** Takes bytes of the source from an offset on, as far as they are of its beginning. */
  void take(byte[] buffer, int length, long offset) {
    if (offset > bytes.length || offset + length <= bytes.length || bytes.length == LENGTH) {
      return;
    }
    int known = (int) (bytes.length - offset);
    int more = Math.min(length - known, LENGTH - bytes.length);
    int end = bytes.length;
    bytes = Arrays.copyOf(bytes, end + more);
    System.arraycopy(buffer, known, bytes, end, more);
  }

  boolean saysSimulated() {
    for (int i = 0; i + WORD.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + WORD.length, WORD, 0, WORD.length)) {
        return true;
      }
    }
    return false;
  }
}
