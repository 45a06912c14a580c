package org.bellbuoy.port.detect;

/**
 * How much one table may still keep, over all of its pairs, so that traffic made to fill memory
 * does not. Not thread safe.
 */
final class Room {
  private static final int MOST_POINTS = 1 << 20;
  private static final int MOST_ACTS = 1 << 16;
  private static final int GENEROUS_ACTS = 1 << 13;

  private int points;
  private int acts;
  private long leftOut;

  /** Adds a point to a set where there is room for it. */
  void add(LongSet set, long point) {
    if (points < MOST_POINTS && set.add(point)) {
      points++;
    }
  }

  /** Whether another day of commands may be kept; counts those that may not. */
  boolean forActs() {
    if (acts >= MOST_ACTS) {
      leftOut++;
      return false;
    }
    acts++;
    return true;
  }

  /** How many operations of one more day of commands are kept whole. */
  int operationsOfEach() {
    return acts <= GENEROUS_ACTS ? 4 : 1;
  }

  /** Commands that were left out. */
  long leftOut() {
    return leftOut;
  }
}
