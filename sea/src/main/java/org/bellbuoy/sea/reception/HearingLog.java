package org.bellbuoy.sea.reception;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The series of all hulls that one worker follows. Logs of different workers hold different hulls,
 * so that putting them together is a union and needs no order. Not thread safe.
 */
public final class HearingLog {
  private final Long2ObjectHashMap<HearingSeries> series = new Long2ObjectHashMap<>();
  private final StationSets sets = new StationSets();

  /**
   * Counts a fix of a hull.
   *
   * @param station index of the receiver that heard it, negative where the feed names none
   */
  public void add(
      int mmsi,
      int hull,
      boolean classB,
      long epochMillis,
      int latitudeE7,
      int longitudeE7,
      int intervalMillis,
      int station) {
    long key = key(mmsi, hull);
    HearingSeries one = series.get(key);
    if (one == null) {
      one = new HearingSeries(mmsi, hull, classB);
      series.put(key, one);
    }
    one.add(epochMillis, latitudeE7, longitudeE7, intervalMillis, station, sets);
  }

  /** Counts that a receiver heard a hull's transmission which another had heard before. */
  public void alsoHeard(int mmsi, int hull, long epochMillis, int station) {
    HearingSeries one = series.get(key(mmsi, hull));
    if (one != null) {
      one.alsoHeard(epochMillis, station, sets);
    }
  }

  /** The series of a hull, an empty one when it was never heard. */
  public HearingSeries of(int mmsi, int hull) {
    HearingSeries one = series.get(key(mmsi, hull));
    return one == null ? new HearingSeries(mmsi, hull, false) : one;
  }

  /** Forgets the hulls of some MMSIs. */
  public void forget(IntPredicate gone) {
    series.values().removeIf(one -> gone.test(one.mmsi));
  }

  /** All series of some logs, by MMSI and hull. */
  public static List<HearingSeries> union(Collection<HearingLog> logs) {
    List<HearingSeries> all = new ArrayList<>();
    for (HearingLog log : logs) {
      all.addAll(log.series.values());
    }
    all.sort(Comparator.<HearingSeries>comparingInt(s -> s.mmsi).thenComparingInt(s -> s.hull));
    return all;
  }

  private static long key(int mmsi, int hull) {
    return (long) mmsi << 16 | hull & 0xFFFF;
  }
}
