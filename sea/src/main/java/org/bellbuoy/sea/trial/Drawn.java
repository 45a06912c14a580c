package org.bellbuoy.sea.trial;

import java.util.concurrent.atomic.LongAdder;

/** What became of the switch-offs that were drawn to be scored. Safe for use by many threads. */
public final class Drawn {
  final LongAdder moments = new LongAdder();
  final LongAdder notHeard = new LongAdder();
  final LongAdder neverBack = new LongAdder();
  final LongAdder hidden = new LongAdder();
  final LongAdder outside = new LongAdder();

  Drawn() {}

  /** In a sentence. */
  public String sentence() {
    return "Of "
        + moments.sum()
        + " switch-offs drawn, of all classes, "
        + notHeard.sum()
        + " fell where the set was not heard within ten minutes anyway, "
        + outside.sum()
        + " made silences of ships not under way or of other lengths, in "
        + neverBack.sum()
        + " the ship was not heard again within six hours, and "
        + hidden.sum()
        + " were not found by the detector as silences of that beginning and length: the ship was"
        + " taken for another of its number, was followed too briefly, or a record without a"
        + " position lay between. Those are in no figure of recall.";
  }
}
