package org.bellbuoy.sea.detect;

import java.util.List;

/** When receivers were down, asked for the stations that had heard a vessel. Immutable. */
public final class ReceiverStates {
  private final List<Outages.Outage> outages;

  /** The states that follow from those outages. */
  public ReceiverStates(List<Outages.Outage> outages) {
    this.outages = List.copyOf(outages);
  }

  /**
   * The states as known at a moment: an outage is known once it has lasted for the least time and
   * twenty receptions were due in it, and nothing of it is known beyond the moment.
   */
  public ReceiverStates asOf(long momentMillis, long leastMillis) {
    List<Outages.Outage> known = new java.util.ArrayList<>();
    for (Outages.Outage one : outages) {
      if (one.toMillis() <= momentMillis) {
        known.add(one);
        continue;
      }
      long lasted = momentMillis - one.fromMillis();
      double due = one.perMillisecond() * lasted;
      if (lasted >= leastMillis && due >= Outages.LEAST_EXPECTED) {
        known.add(
            new Outages.Outage(
                one.station(),
                one.fromMillis(),
                momentMillis,
                true,
                due,
                one.fromPlace(),
                null,
                one.perMillisecond()));
      }
    }
    return known.size() == outages.size() && known.equals(outages)
        ? this
        : new ReceiverStates(known);
  }

  /**
   * Milliseconds of a span in which every one of the stations was down.
   *
   * @param stations indices; empty for the one receiver of a feed that names none
   */
  public long downMillis(List<Integer> stations, long fromMillis, long toMillis) {
    List<Integer> asked = stations.isEmpty() ? List.of(-1) : stations;
    // Few stations and few outages: walk the edges of all outages inside the span.
    long[] edges =
        outages.stream()
            .filter(o -> o.toMillis() > fromMillis && o.fromMillis() < toMillis)
            .flatMapToLong(
                o ->
                    java.util.stream.LongStream.of(
                        Math.max(fromMillis, o.fromMillis()), Math.min(toMillis, o.toMillis())))
            .sorted()
            .distinct()
            .toArray();
    long down = 0;
    for (int i = 0; i + 1 < edges.length; i++) {
      long middle = (edges[i] + edges[i + 1]) / 2;
      if (asked.stream().allMatch(station -> isDown(station, middle))) {
        down += edges[i + 1] - edges[i];
      }
    }
    return down;
  }

  private boolean isDown(int station, long epochMillis) {
    for (Outages.Outage outage : outages) {
      if (outage.station() == station
          && outage.fromMillis() <= epochMillis
          && epochMillis <= outage.toMillis()) {
        return true;
      }
    }
    return false;
  }
}
