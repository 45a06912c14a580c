package org.bellbuoy.sea.watch;

import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.sea.feed.AisRecord;

/**
 * Which share of a stream's records came late, as known at any moment: minute by minute of event
 * time. Fed by the one thread that makes the stream.
 */
final class LateShares {
  private static final long MINUTE_MILLIS = 60_000;

  private final TreeMap<Long, Double> shares = new TreeMap<>();
  private long minute = Long.MIN_VALUE;
  private long records;
  private long late;

  /** Takes one record of the stream. */
  void heard(AisRecord record) {
    long now = Math.floorDiv(record.knownMillis(), MINUTE_MILLIS);
    if (now > minute) {
      if (records > 0) {
        shares.put(minute, late / (double) records);
      }
      minute = now;
    }
    records++;
    late += record.isBehind() ? 1 : 0;
  }

  /** The share by the last full minute before a moment, 0 before any. */
  double at(long momentMillis) {
    long last = Math.floorDiv(momentMillis, MINUTE_MILLIS) - 1;
    if (last >= minute && records > 0) {
      return late / (double) records;
    }
    Map.Entry<Long, Double> found = shares.floorEntry(last);
    return found == null ? 0 : found.getValue();
  }

  /** Records that came late so far. */
  long late() {
    return late;
  }

  /** Forgets minutes before a time. */
  void forgetBefore(long epochMillis) {
    shares.headMap(Math.floorDiv(epochMillis, MINUTE_MILLIS), false).clear();
  }
}
