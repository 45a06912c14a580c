package org.bellbuoy.sea.ais;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Station names of one source, each made a String once; bounded, for names come from outside. */
final class StationTable {
  static final int LIMIT = 65_536;

  /** A longer name is no station's; kept short so a hostile source cannot fill the memory. */
  static final int NAME_LIMIT = 64;

  private @Nullable String[] names = new @Nullable String[64];
  private byte[][] bytes = new byte[64][];
  private int[] slots = new int[256];
  private int size;

  /** Index of the name in these bytes; -1 when empty, over-long, or the table is full. */
  int intern(byte[] buffer, int from, int to) {
    int length = to - from;
    if (length <= 0 || length > NAME_LIMIT) {
      return -1;
    }
    int mask = slots.length - 1;
    int slot = hash(buffer, from, to) & mask;
    while (slots[slot] != 0) {
      byte[] known = bytes[slots[slot] - 1];
      if (Arrays.equals(known, 0, known.length, buffer, from, to)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    if (size == LIMIT) {
      return -1;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size] = Arrays.copyOfRange(buffer, from, to);
    names[size] = new String(bytes[size], StandardCharsets.ISO_8859_1);
    slots[slot] = ++size;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  @Nullable String name(int index) {
    return names[index];
  }

  int size() {
    return size;
  }

  private void grow() {
    int[] larger = new int[slots.length * 2];
    int mask = larger.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = hash(bytes[i], 0, bytes[i].length) & mask;
      while (larger[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      larger[slot] = i + 1;
    }
    slots = larger;
  }

  private static int hash(byte[] buffer, int from, int to) {
    int hash = 0x811c9dc5;
    for (int i = from; i < to; i++) {
      hash = (hash ^ buffer[i]) * 0x01000193;
    }
    return hash ^ (hash >>> 15);
  }
}
