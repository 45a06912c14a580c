package org.bellbuoy.server.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts an export into its records, one byte of UTF-8 after another, so that a broken record does
 * not take the rest with it. Not thread safe.
 */
abstract class Cutter {
  /** An event of Windows holds at most 64 KB; a rendered message may be as long again. */
  static final int MOST_BYTES = 1 << 22;

  final Records records;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1 << 12);
  private long start;
  private long startLine;
  private boolean overlong;
  long line = 1;

  /** Takes what was cut. */
  interface Records {
    /** One record, its place in the content as stored. */
    void record(String text, long offset, int length, long line);

    /** What is no record. */
    void broken(long offset, int length, long line, String sentence);
  }

  Cutter(Records records) {
    this.records = records;
  }

  /**
   * Takes one byte.
   *
   * @param offset where its character begins in the content
   * @param next where the character after it begins
   */
  abstract void take(int one, long offset, long next);

  /** Tells that the content has ended. */
  abstract void end(long offset);

  final void begin(long offset) {
    start = offset;
    startLine = line;
    overlong = false;
    kept.reset();
  }

  final void keep(int one) {
    if (kept.size() < MOST_BYTES) {
      kept.write(one);
    } else {
      overlong = true;
    }
  }

  /** The record is whole. */
  final void deliver(long next) {
    if (overlong) {
      breakOff(next, "The record takes more than %d bytes.".formatted(MOST_BYTES));
      return;
    }
    records.record(kept.toString(StandardCharsets.UTF_8), start, length(next), startLine);
    kept.reset();
  }

  /** What was kept is no record. */
  final void breakOff(long next, String sentence) {
    records.broken(start, length(next), startLine, sentence);
    kept.reset();
  }

  private int length(long next) {
    return (int) Math.min(next - start, Integer.MAX_VALUE);
  }
}
