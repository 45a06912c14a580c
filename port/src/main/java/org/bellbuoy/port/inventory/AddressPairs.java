package org.bellbuoy.port.inventory;

import java.util.Arrays;

/**
 * Which hardware address sent packets of which IP address, with how many hops left: a table of
 * primitives with open addressing, for it is asked for every packet. Bounded by {@link #MOST};
 * about 80 bytes a pair. Not thread safe.
 */
final class AddressPairs {
  /** So many pairs are remembered; later ones are left out. */
  static final int MOST = 1 << 16;

  private int[] slots = new int[1 << 10];
  private int size;
  private int last = -1;

  long[] macs = new long[256];
  long[] highs = new long[256];
  long[] lows = new long[256];
  long[] packets = new long[256];
  long[] firstNanos = new long[256];
  long[] lastNanos = new long[256];
  long[] firstFrames = new long[256];
  long[] firstOffsets = new long[256];
  int[] firstSources = new int[256];

  /** Most hops that were left in any packet; −1 where the pair has no IP address. */
  short[] hops = new short[256];

  AddressPairs() {
    Arrays.fill(slots, -1);
  }

  int size() {
    return size;
  }

  Proof first(int pair) {
    return new Proof(firstNanos[pair], firstSources[pair], firstFrames[pair], firstOffsets[pair]);
  }

  /**
   * The pair's index; a new one has no packets yet.
   *
   * @return −1 where there is no room for another
   */
  int find(long mac, long high, long low) {
    if (last >= 0 && macs[last] == mac && lows[last] == low && highs[last] == high) {
      return last;
    }
    int slot = hash(mac, high, low) & slots.length - 1;
    while (slots[slot] >= 0) {
      int pair = slots[slot];
      if (macs[pair] == mac && lows[pair] == low && highs[pair] == high) {
        last = pair;
        return pair;
      }
      slot = slot + 1 & slots.length - 1;
    }
    if (size >= MOST) {
      return -1;
    }
    slots[slot] = size;
    return add(mac, high, low);
  }

  private int add(long mac, long high, long low) {
    if (size == macs.length) {
      grow();
    }
    int pair = size++;
    macs[pair] = mac;
    highs[pair] = high;
    lows[pair] = low;
    hops[pair] = -1;
    last = pair;
    if (size * 2 > slots.length) {
      rehash();
    }
    return pair;
  }

  private void grow() {
    int larger = size * 2;
    macs = Arrays.copyOf(macs, larger);
    highs = Arrays.copyOf(highs, larger);
    lows = Arrays.copyOf(lows, larger);
    packets = Arrays.copyOf(packets, larger);
    firstNanos = Arrays.copyOf(firstNanos, larger);
    lastNanos = Arrays.copyOf(lastNanos, larger);
    firstFrames = Arrays.copyOf(firstFrames, larger);
    firstOffsets = Arrays.copyOf(firstOffsets, larger);
    firstSources = Arrays.copyOf(firstSources, larger);
    hops = Arrays.copyOf(hops, larger);
  }

  private void rehash() {
    int[] larger = new int[slots.length * 4];
    Arrays.fill(larger, -1);
    for (int pair = 0; pair < size; pair++) {
      int slot = hash(macs[pair], highs[pair], lows[pair]) & larger.length - 1;
      while (larger[slot] >= 0) {
        slot = slot + 1 & larger.length - 1;
      }
      larger[slot] = pair;
    }
    slots = larger;
  }

  private static int hash(long mac, long high, long low) {
    long mixed = (mac * 0x9e3779b97f4a7c15L ^ low) * 0xd6e8feb86659fd93L ^ high;
    mixed *= 0xc2b2ae3d27d4eb4fL;
    return (int) (mixed >>> 32);
  }
}
