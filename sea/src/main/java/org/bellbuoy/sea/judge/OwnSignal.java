package org.bellbuoy.sea.judge;

import java.util.List;
import org.bellbuoy.sea.reception.HearingSeries;

/**
 * How a ship was heard just before a silence, or, with time turned round, just after it. A rate is
 * ln((heard + 0.3) / (due + 0.3)); a gap is ln(1 + minutes).
 */
final class OwnSignal {
  private static final double SMOOTHING = 0.3;
  private static final int[] WINDOW_SLOTS = {1, 3, 5, 15, 30, 90};
  private static final int MEMORY_SLOTS = 360;
  private static final int AFTER_SLOTS = 30;
  private static final int[] LAST = {2, 3, 5, 10, 20};

  private final HearingSeries series;
  private final boolean after;
  private final long edgeMillis;
  private final int edgeSlot;
  private final int edgeIndex;
  private final int intervalMillis;

  private OwnSignal(HearingSeries series, boolean after, long edgeMillis) {
    this.series = series;
    this.after = after;
    this.edgeMillis = edgeMillis;
    edgeSlot = HearingSeries.slot(edgeMillis);
    int index = series.lastAtOrBefore(edgeSlot);
    if (after && (index < 0 || series.slotAt(index) < edgeSlot)) {
      index++;
    }
    edgeIndex = index;
    // A fix of hours later is not known when the silence is judged.
    boolean known =
        index >= 0
            && index < series.size()
            && (!after || series.slotAt(index) <= edgeSlot + AFTER_SLOTS);
    intervalMillis = known ? Math.max(2_000, series.intervalAt(index)) : 10_000;
  }

  /** Before a silence that began at a time. */
  static OwnSignal before(HearingSeries series, long fromMillis) {
    return new OwnSignal(series, false, fromMillis);
  }

  /** After a silence that ended at a time. */
  static OwnSignal after(HearingSeries series, long toMillis) {
    return new OwnSignal(series, true, toMillis);
  }

  int intervalMillis() {
    return intervalMillis;
  }

  /** How long before the edge it was first heard, looking back twelve hours and no further. */
  long followedMillis() {
    int first = Math.max(0, series.lastAtOrBefore(edgeSlot - MEMORY_SLOTS - 1) + 1);
    if (first >= series.size() || series.slotAt(first) > edgeSlot) {
      return 0;
    }
    return Math.max(0, edgeMillis - series.slotAt(first) * HearingSeries.SLOT_MILLIS);
  }

  /** The rate over one of the windows of 2, 6, 10, 30, 60 and 180 minutes. */
  double rate(int window, long followedMillis) {
    int slots = WINDOW_SLOTS[window];
    // The slot of the edge is only partly over, or partly past.
    long partial =
        after
            ? (edgeSlot + 1L) * HearingSeries.SLOT_MILLIS - edgeMillis
            : edgeMillis - edgeSlot * HearingSeries.SLOT_MILLIS;
    long millis =
        Math.min(slots * HearingSeries.SLOT_MILLIS + partial, Math.max(120_000, followedMillis));
    int heard =
        after
            ? series.heardIn(edgeSlot, edgeSlot + slots + 1)
            : series.heardIn(edgeSlot - slots, edgeSlot + 1);
    return Math.log((heard + SMOOTHING) / (millis / (double) intervalMillis + SMOOTHING));
  }

  /** ln of how much longer than due the last (first) 2, 3, 5, 10 or 20 fixes took. */
  double last(int which, List<Long> fixes) {
    int wanted = LAST[which];
    int have = Math.min(wanted, fixes.size() - 1);
    if (have < 1) {
      return Math.log(600_000.0 / intervalMillis);
    }
    long span =
        after ? fixes.get(have) - edgeMillis : edgeMillis - fixes.get(fixes.size() - 1 - have);
    return Math.log(Math.max(1000, span) / (double) have / intervalMillis);
  }

  /** ln(1 + minutes) of the longest gap inside a span before (after) the silence. */
  double longestGap(int slots) {
    return Math.log1p(longest(slots) * (HearingSeries.SLOT_MILLIS / 60_000.0));
  }

  private int longest(int slots) {
    int longest = 0;
    if (after) {
      int last = edgeSlot;
      int end = edgeSlot + slots;
      for (int i = edgeIndex; i < series.size() && series.slotAt(i) <= end; i++) {
        longest = Math.max(longest, series.slotAt(i) - last - 1);
        last = series.slotAt(i);
      }
      return Math.max(longest, end - last);
    }
    int last = edgeSlot;
    int end = edgeSlot - slots;
    for (int i = edgeIndex; i >= 0 && series.slotAt(i) >= end; i--) {
      longest = Math.max(longest, last - series.slotAt(i) - 1);
      last = series.slotAt(i);
    }
    // What lies before the first reception in twelve hours is no gap.
    int index = Math.max(0, series.lastAtOrBefore(edgeSlot - MEMORY_SLOTS - 1) + 1);
    int first = index < series.size() ? series.slotAt(index) : last;
    return Math.max(longest, last - Math.max(end, first));
  }

  /** Gaps of more than so many slots inside a span before. */
  int gaps(int slots, int longerThan) {
    int count = 0;
    for (int i = edgeIndex; i > 0 && series.slotAt(i - 1) >= edgeSlot - slots; i--) {
      if (series.slotAt(i) - series.slotAt(i - 1) - 1 > longerThan) {
        count++;
      }
    }
    return count;
  }
}
