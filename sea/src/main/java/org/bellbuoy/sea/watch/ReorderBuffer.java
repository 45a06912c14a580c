package org.bellbuoy.sea.watch;

import java.util.Arrays;
import java.util.function.Consumer;
import org.bellbuoy.sea.feed.AisBatch;
import org.bellbuoy.sea.feed.AisRecord;

/**
 * Puts a stream that is nearly in order of event time into that order.
 *
 * <p>A record is let go once the newest event time is more than the lateness ahead of it. Equal
 * times keep the order of the stream. What comes later than that is let go at once, out of order.
 * Whether a record is in order does not depend on where files begin or end. Memory is that of the
 * records of one lateness.
 */
final class ReorderBuffer {
  private static final int FIRST_THRESHOLD = 8192;
  private static final int INDEX_BITS = 24;

  private final long latenessMillis;
  private final Consumer<AisBatch> out;
  private final AisRecord record = new AisRecord();
  private AisBatch waiting = new AisBatch(FIRST_THRESHOLD);
  private int threshold = FIRST_THRESHOLD;
  private long newestMillis = Long.MIN_VALUE;

  ReorderBuffer(long latenessMillis, Consumer<AisBatch> out) {
    this.latenessMillis = latenessMillis;
    this.out = out;
  }

  void add(AisRecord r, int sourceIndex) {
    waiting.add(r, sourceIndex);
    newestMillis = Math.max(newestMillis, r.epochMillis);
    if (waiting.size() >= threshold) {
      release(newestMillis - latenessMillis);
    }
  }

  void finish() {
    release(Long.MAX_VALUE);
  }

  private void release(long untilMillis) {
    int size = waiting.size();
    if (size == 0) {
      return;
    }
    long base = Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      base = Math.min(base, waiting.epochMillis(i));
    }
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = waiting.epochMillis(i) - base << INDEX_BITS | i;
    }
    Arrays.sort(order);
    AisBatch ready = new AisBatch(Math.min(size, FIRST_THRESHOLD));
    AisBatch rest = new AisBatch(FIRST_THRESHOLD);
    int mask = (1 << INDEX_BITS) - 1;
    for (long key : order) {
      int i = (int) key & mask;
      waiting.load(i, record);
      AisBatch target = record.epochMillis <= untilMillis ? ready : rest;
      target.add(record, record.source);
    }
    waiting = rest;
    // Sorting again and again what must wait anyway would cost; so the next look comes only when
    // there is as much again.
    threshold = Math.clamp(rest.size() * 2L, FIRST_THRESHOLD, (1 << INDEX_BITS) - 1);
    if (ready.size() > 0) {
      out.accept(ready);
    }
  }
}
