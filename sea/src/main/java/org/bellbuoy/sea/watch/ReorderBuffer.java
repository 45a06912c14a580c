package org.bellbuoy.sea.watch;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.bellbuoy.sea.feed.AisBatch;
import org.bellbuoy.sea.feed.AisRecord;

/**
 * Puts a stream that is nearly in order of event time into that order.
 *
 * <p>A record is let go once the newest event time is more than the lateness ahead of it. Equal
 * times keep the order of the stream. What comes later than that is let go at once, out of order,
 * and is told to be behind: it is known only from the event time on that the stream had come to. So
 * the order depends on the records alone, not on where files or batches begin or end. Memory is
 * that of the records of one lateness.
 */
final class ReorderBuffer {
  private static final int FIRST_THRESHOLD = 8192;
  private static final int INDEX_BITS = 24;

  private final long latenessMillis;
  private final long tickMillis;
  private final Consumer<AisBatch> out;
  private final LongConsumer passed;
  private final AisRecord record = new AisRecord();
  private AisBatch waiting = new AisBatch(FIRST_THRESHOLD);
  private int threshold = FIRST_THRESHOLD;
  private long newestMillis = Long.MIN_VALUE;
  private long lastTick = Long.MIN_VALUE;

  /** A buffer that lets records go in large batches. */
  ReorderBuffer(long latenessMillis, Consumer<AisBatch> out) {
    this(latenessMillis, out, 0, millis -> {});
  }

  /**
   * A buffer that also lets go whenever event time passes a mark.
   *
   * @param tickMillis from mark to mark; 0 for none
   * @param passed is told the mark when all records known before it were let go, and none after it
   */
  ReorderBuffer(long latenessMillis, Consumer<AisBatch> out, long tickMillis, LongConsumer passed) {
    this.latenessMillis = latenessMillis;
    this.tickMillis = tickMillis;
    this.out = out;
    this.passed = passed;
  }

  void add(AisRecord r, int sourceIndex) {
    newestMillis = Math.max(newestMillis, r.epochMillis);
    long done = newestMillis - latenessMillis;
    r.behindMillis = r.epochMillis < done ? done : AisRecord.NO_TIME;
    if (tickMillis > 0) {
      long tick = Math.floorDiv(done, tickMillis);
      if (tick > lastTick) {
        // What comes from here on, this record included, is known only after the mark.
        if (lastTick != Long.MIN_VALUE) {
          release(tick * tickMillis - 1);
          passed.accept(tick * tickMillis);
        }
        lastTick = tick;
      }
    }
    waiting.add(r, sourceIndex);
    if (waiting.size() >= threshold) {
      release(done);
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
      base = Math.min(base, waiting.knownMillis(i));
    }
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = waiting.knownMillis(i) - base << INDEX_BITS | i;
    }
    Arrays.sort(order);
    AisBatch ready = new AisBatch(Math.min(size, FIRST_THRESHOLD));
    AisBatch rest = new AisBatch(FIRST_THRESHOLD);
    int mask = (1 << INDEX_BITS) - 1;
    for (long key : order) {
      int i = (int) key & mask;
      waiting.load(i, record);
      AisBatch target = record.knownMillis() <= untilMillis ? ready : rest;
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
