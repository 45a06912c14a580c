package org.bellbuoy.port.beacon;

import java.util.Arrays;
import java.util.List;
import org.bellbuoy.port.detect.PortTrace;
import org.jspecify.annotations.Nullable;

/** Connections between two parties: when each began and what the client sent in it. */
final class Series {
  private static final int MOST_KEPT = BeaconScorer.STROBE;

  private long[] nanos = new long[4];
  private long[] bytes = new long[4];
  private int size;
  long count;
  final PortTrace trace;

  Series(PortTrace trace) {
    this.trace = trace;
  }

  /**
   * Adds a connection.
   *
   * @return by how many entries the memory for it grew
   */
  int add(long startNanos, long sentBytes) {
    count++;
    if (size == MOST_KEPT) {
      return 0;
    }
    int grown = 0;
    if (size == nanos.length) {
      grown = size;
      nanos = Arrays.copyOf(nanos, size * 2);
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    nanos[size] = startNanos;
    bytes[size++] = sentBytes;
    return grown;
  }

  int size() {
    return size;
  }

  long[] startNanos() {
    return Arrays.copyOf(nanos, size);
  }

  /** The best score of any of these days; null where none has one. */
  @Nullable BeaconScore best(List<DataSpan.Day> days) {
    BeaconScore best = null;
    for (DataSpan.Day day : days) {
      BeaconScore score = within(day);
      if (score != null && (best == null || score.total() > best.total())) {
        best = score;
      }
    }
    return best;
  }

  /** The score within a day. */
  @Nullable BeaconScore within(DataSpan.Day day) {
    long[] times = new long[size];
    long[] sent = new long[size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long second = Math.floorDiv(nanos[i], 1_000_000_000L);
      if (second >= day.fromSeconds() && second <= day.toSeconds()) {
        times[kept] = second;
        sent[kept++] = bytes[i];
      }
    }
    return BeaconScorer.score(
        Arrays.copyOf(times, kept), Arrays.copyOf(sent, kept), day.fromSeconds(), day.toSeconds());
  }
}
