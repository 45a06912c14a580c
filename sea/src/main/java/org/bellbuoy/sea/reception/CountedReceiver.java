package org.bellbuoy.sea.reception;

import org.bellbuoy.sea.feed.AisRecord;

/**
 * Whose receptions count as heard: those of all receivers, or of one. What was expected is the same
 * for both, since it comes from all that were heard by anybody: so one receiver's reception is the
 * share it heard of what is known to have been there.
 *
 * <p>The one that makes the stream tells the receiver's number once its name was met; workers that
 * get later batches see it.
 */
public final class CountedReceiver {
  private static final int ALL = -2;
  private static final int NOT_MET = -3;

  private volatile int station;

  private CountedReceiver(int station) {
    this.station = station;
  }

  /** All receivers taken as one. */
  public static CountedReceiver all() {
    return new CountedReceiver(ALL);
  }

  /** One receiver, whose number is not known yet. */
  public static CountedReceiver one() {
    return new CountedReceiver(NOT_MET);
  }

  /** Tells the number of the one receiver. */
  public void isNumber(int number) {
    if (station == ALL) {
      throw new IllegalStateException("all receivers are counted");
    }
    station = number;
  }

  /** Whether all are counted. */
  public boolean isAll() {
    return station == ALL;
  }

  /** Whether the one receiver was met, or all are counted. */
  public boolean isMet() {
    return station != NOT_MET;
  }

  /** Whether a reception counts as heard. */
  boolean counts(AisRecord record) {
    return station == ALL || (record.station >= 0 && record.station == station);
  }
}
