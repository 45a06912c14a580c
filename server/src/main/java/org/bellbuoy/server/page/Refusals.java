package org.bellbuoy.server.page;

import java.util.Arrays;

/**
 * Requests by path that were not given, or by client: how many, and how many of them 404, 401 or
 * 403. Kept by hash alone, and only the smallest keys, so that a scanner's million names need no
 * more room than some thousand. What is kept does not depend on the order of rows.
 */
final class Refusals {
  private final int most;
  private long[] keys;
  private int[] missing;
  private int[] denied;
  private long[] asked;
  private long[] firstMissing;
  private int size;
  private long limit = -1;
  private long rows;

  Refusals(int most) {
    this.most = most;
    int capacity = 1024;
    keys = new long[capacity];
    missing = new int[capacity];
    denied = new int[capacity];
    asked = new long[capacity];
    firstMissing = new long[capacity];
  }

  void add(long key, int status, long epochMillis) {
    rows++;
    boolean absent = status == 404 || status == 410;
    boolean refused = status == 401 || status == 403;
    add(
        key,
        1,
        absent ? 1 : 0,
        refused ? 1 : 0,
        absent && epochMillis >= 0 ? epochMillis : Long.MAX_VALUE);
  }

  private void add(long key, long requests, int absent, int refused, long first) {
    if (Long.compareUnsigned(key, limit) > 0) {
      return;
    }
    int at = place(keys, key);
    if (keys[at] == 0) {
      keys[at] = key;
      firstMissing[at] = Long.MAX_VALUE;
      size++;
    }
    asked[at] += requests;
    missing[at] = clamp((long) missing[at] + absent);
    denied[at] = clamp((long) denied[at] + refused);
    firstMissing[at] = Math.min(firstMissing[at], first);
    if (2 * size > keys.length) {
      grow();
    }
  }

  private static int clamp(long value) {
    return (int) Math.min(Integer.MAX_VALUE, value);
  }

  private void grow() {
    if (size >= 2 * most) {
      prune();
    } else {
      rehash(2 * keys.length);
    }
  }

  /** Leaves the smallest keys only. */
  private void prune() {
    if (size <= most) {
      return;
    }
    long[] sorted = new long[size];
    int n = 0;
    for (long key : keys) {
      if (key != 0) {
        sorted[n++] = key ^ Long.MIN_VALUE;
      }
    }
    Arrays.sort(sorted);
    limit = sorted[most - 1] ^ Long.MIN_VALUE;
    rehash(keys.length);
  }

  private void rehash(int capacity) {
    long[] oldKeys = keys;
    int[] oldMissing = missing;
    int[] oldDenied = denied;
    long[] oldAsked = asked;
    long[] oldFirst = firstMissing;
    keys = new long[capacity];
    missing = new int[capacity];
    denied = new int[capacity];
    asked = new long[capacity];
    firstMissing = new long[capacity];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0 && Long.compareUnsigned(oldKeys[i], limit) <= 0) {
        int at = place(keys, oldKeys[i]);
        keys[at] = oldKeys[i];
        missing[at] = oldMissing[i];
        denied[at] = oldDenied[i];
        asked[at] = oldAsked[i];
        firstMissing[at] = oldFirst[i];
        size++;
      }
    }
  }

  private static int place(long[] keys, long key) {
    int mask = keys.length - 1;
    int at = (int) (key ^ (key >>> 32)) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void merge(Refusals later) {
    rows += later.rows;
    if (Long.compareUnsigned(later.limit, limit) < 0) {
      limit = later.limit;
    }
    for (int i = 0; i < later.keys.length; i++) {
      if (later.keys[i] != 0) {
        add(
            later.keys[i],
            later.asked[i],
            later.missing[i],
            later.denied[i],
            later.firstMissing[i]);
      }
    }
  }

  /** Settles what is kept; to be called before asking. */
  void settle() {
    rehash(keys.length);
    prune();
    int capacity = 1024;
    while (capacity < 2 * size) {
      capacity *= 2;
    }
    if (capacity < keys.length) {
      rehash(capacity);
    }
  }

  /** How often the path was not found, 0 where that is not kept. */
  int missing(long key) {
    int at = place(keys, key);
    return keys[at] == 0 ? 0 : missing[at];
  }

  /** Rows of the key, whatever the answer; 0 where that is not kept. */
  long asked(long key) {
    int at = place(keys, key);
    return keys[at] == 0 ? 0 : asked[at];
  }

  /** How often 401 or 403, 0 where that is not kept. */
  int denied(long key) {
    int at = place(keys, key);
    return keys[at] == 0 ? 0 : denied[at];
  }

  /** When first not found, {@link Long#MAX_VALUE} where never or not kept. */
  long firstMissing(long key) {
    int at = place(keys, key);
    return keys[at] == 0 ? Long.MAX_VALUE : firstMissing[at];
  }

  /** Different paths kept. */
  int size() {
    return size;
  }

  /** Rows refused. */
  long rows() {
    return rows;
  }
}
