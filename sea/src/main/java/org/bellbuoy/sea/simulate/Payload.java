package org.bellbuoy.sea.simulate;

/** Bits of one AIS message in six-bit armour (IEC 61162-1), reused. */
final class Payload {
  private final byte[] six = new byte[80];
  private int bits;

  /** Starts anew. */
  Payload clear() {
    bits = 0;
    java.util.Arrays.fill(six, (byte) 0);
    return this;
  }

  /**
   * Appends the lowest bits of the value, most significant first; negatives as two's complement.
   */
  Payload put(int value, int width) {
    for (int left = width; left > 0; ) {
      int room = 6 - bits % 6;
      int take = Math.min(room, left);
      int part = (value >>> (left - take)) & ((1 << take) - 1);
      six[bits / 6] = (byte) (six[bits / 6] | (part << (room - take)));
      bits += take;
      left -= take;
    }
    return this;
  }

  /** Appends text in six-bit ASCII, filled with '@' (M.1371 annex 8, table 47). */
  Payload text(String text, int characters) {
    for (int i = 0; i < characters; i++) {
      int c = i < text.length() ? text.charAt(i) : '@';
      put(c >= 64 ? c - 64 : c, 6);
    }
    return this;
  }

  int characters() {
    return (bits + 5) / 6;
  }

  int fillBits() {
    return characters() * 6 - bits;
  }

  /** The armoured character at this index. */
  byte armoured(int index) {
    int value = six[index];
    return (byte) (value < 40 ? value + 48 : value + 56);
  }
}
