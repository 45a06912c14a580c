package org.bellbuoy.port.detect;

/**
 * A set of numbers that stops growing at a bound. Open addressing, no object for a number. Not
 * thread safe.
 */
final class LongSet {
  private final int most;
  private long[] slots = new long[0];
  private boolean zero;
  private int size;
  private boolean full;

  /** A set of at most that many numbers. */
  LongSet(int most) {
    this.most = most;
  }

  /** Adds a number; true where it was not there and found room. */
  boolean add(long number) {
    if (contains(number)) {
      return false;
    }
    if (size >= most) {
      full = true;
      return false;
    }
    size++;
    if (number == 0) {
      zero = true;
      return true;
    }
    if (slots.length == 0) {
      slots = new long[16];
    }
    slots[find(number)] = number;
    if (size > slots.length / 2) {
      grow();
    }
    return true;
  }

  boolean contains(long number) {
    return number == 0 ? zero : slots.length > 0 && slots[find(number)] == number;
  }

  int size() {
    return size;
  }

  /** Whether numbers found no room. */
  boolean isFull() {
    return full;
  }

  private int find(long number) {
    int mask = slots.length - 1;
    long mixed = number * 0x9e37_79b9_7f4a_7c15L;
    int at = (int) (mixed ^ mixed >>> 32) & mask;
    while (slots[at] != 0 && slots[at] != number) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long number : old) {
      if (number != 0) {
        slots[find(number)] = number;
      }
    }
  }
}
