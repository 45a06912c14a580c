package org.bellbuoy.sea.watch;

import java.util.HashSet;
import java.util.Set;
import org.agrona.collections.IntHashSet;
import org.bellbuoy.core.identity.Mmsi;

/** What decoding has come across so far. */
public final class DecodeTally {
  private static final int TYPES = 28;

  private final long[] messages = new long[TYPES];
  private final IntHashSet vessels = new IntHashSet();
  private final Set<String> stations = new HashSet<>();
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = Long.MIN_VALUE;
  private int lastMmsi;

  DecodeTally() {}

  void message(int type, int mmsi) {
    messages[type]++;
    // Messages come in runs of one sender in files of one ship.
    if (mmsi != lastMmsi) {
      lastMmsi = mmsi;
      Mmsi.Kind kind = Mmsi.kind(mmsi);
      if (kind == Mmsi.Kind.SHIP || kind == Mmsi.Kind.AUXILIARY_CRAFT) {
        vessels.add(mmsi);
      }
    }
  }

  void time(long epochMillis) {
    firstMillis = Math.min(firstMillis, epochMillis);
    lastMillis = Math.max(lastMillis, epochMillis);
  }

  void station(String name) {
    stations.add(name);
  }

  /** Messages of that type, 1 to 27; 0 is records of feeds that tell no type. */
  public long messages(int type) {
    return messages[type];
  }

  /** All messages. */
  public long messages() {
    long sum = 0;
    for (long count : messages) {
      sum += count;
    }
    return sum;
  }

  /** Different MMSI of ships and their auxiliary craft. */
  public int vessels() {
    return vessels.size();
  }

  /** Different stations that were named. */
  public int stations() {
    return stations.size();
  }

  /** Whether any message told a time. */
  public boolean hasTime() {
    return firstMillis <= lastMillis;
  }

  /** Earliest time told. */
  public long firstMillis() {
    return firstMillis;
  }

  /** Latest time told. */
  public long lastMillis() {
    return lastMillis;
  }
}
