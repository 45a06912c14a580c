package org.bellbuoy.port.protocol.enip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts of tag names that come again and again, so that none is made for each message. Bounded: two
 * names that fall on one place take turns. Not thread safe.
 */
final class TagNames {
  /** Longer names are cut. */
  static final int LONGEST_BYTES = 512;

  private static final int PLACES = 256;

  // Made when the first name comes, for most conversations have none.
  private byte[][] keys = {};
  private String[] texts = {};

  TagNames() {}

  /** The text of some bytes. */
  String text(byte[] b, int at, int length) {
    if (keys.length == 0) {
      keys = new byte[PLACES][0];
      texts = new String[PLACES];
      Arrays.fill(texts, "");
    }
    int hash = 1;
    for (int i = at; i < at + length; i++) {
      hash = 31 * hash + b[i];
    }
    int place = (hash ^ hash >>> 15) & (PLACES - 1);
    byte[] key = keys[place];
    if (!Arrays.equals(key, 0, key.length, b, at, at + length)) {
      keys[place] = Arrays.copyOfRange(b, at, at + length);
      texts[place] = new String(b, at, length, StandardCharsets.UTF_8);
    }
    return texts[place];
  }
}
