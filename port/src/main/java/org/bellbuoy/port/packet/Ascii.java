package org.bellbuoy.port.packet;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text in messages of devices: padded, hostile, and not always text. */
public final class Ascii {
  /** Longest text that is taken; the rest is left out. */
  public static final int LONGEST = 250;

  private Ascii() {}

  /**
   * The bytes as text without zeros and blanks at its end; null where nothing is left, or where
   * they hold other than printable ASCII. Makes an object: not for every message.
   */
  public static @Nullable String printable(byte[] b, int at, int bytes) {
    int end = at + Math.min(Math.max(0, bytes), LONGEST);
    while (end > at && (b[end - 1] == 0 || b[end - 1] == ' ')) {
      end--;
    }
    for (int i = at; i < end; i++) {
      if (b[i] < ' ' || b[i] == 127) {
        return null;
      }
    }
    return end == at ? null : new String(b, at, end - at, StandardCharsets.US_ASCII);
  }
}
