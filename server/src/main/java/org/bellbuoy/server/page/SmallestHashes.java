package org.bellbuoy.server.page;

import java.util.Arrays;

/**
 * How many different values there were: exact up to a number, estimated from the smallest hashes
 * beyond it (Bar-Yossef and others 2002). What it holds does not depend on the order of values.
 */
final class SmallestHashes {
  private final int most;
  private long[] hashes = new long[1];
  private int size;
  private boolean more;

  SmallestHashes(int most) {
    this.most = most;
  }

  /** Takes a value's hash and says whether it is kept and was not there before. */
  boolean add(long hash) {
    if (size == most && Long.compareUnsigned(hash, hashes[size - 1]) > 0) {
      more = true;
      return false;
    }
    int at = 0;
    while (at < size && Long.compareUnsigned(hashes[at], hash) < 0) {
      at++;
    }
    if (at < size && hashes[at] == hash) {
      return false;
    }
    if (size == most) {
      more = true;
      size--;
    } else if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.min(most, 2 * size));
    }
    System.arraycopy(hashes, at, hashes, at + 1, size - at);
    hashes[at] = hash;
    size++;
    return true;
  }

  void merge(SmallestHashes other) {
    for (int i = 0; i < other.size; i++) {
      add(other.hashes[i]);
    }
    more |= other.more;
  }

  /** Whether there were more values than are counted one by one. */
  boolean isMany() {
    return more;
  }

  /** Number of different values; an estimate where {@link #isMany}. */
  long count() {
    if (!more) {
      return size;
    }
    double share = (hashes[size - 1] >>> 1) / (double) Long.MAX_VALUE;
    return Math.max(most + 1L, Math.round((size - 1) / Math.max(share, 1e-15)));
  }

  long[] hashes() {
    return Arrays.copyOf(hashes, size);
  }
}
