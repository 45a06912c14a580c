package org.bellbuoy.sea.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.Place;
import org.jspecify.annotations.Nullable;

/**
 * Spans in which a receiver gave nothing at all though it had been giving plenty.
 *
 * <p>A gap between two receptions of one station counts when, at the rate of the ten minutes
 * before, at least {@link #LEAST_EXPECTED} receptions were due in it: at that rate chance alone
 * leaves such a gap once in e^20 times. A rate is known only from as many receptions. Fed with
 * every reception in order of time; not thread safe.
 */
public final class Outages {
  /** Receptions that must have been due, and that must have come for a rate to be known. */
  static final double LEAST_EXPECTED = 20;

  /**
   * Vessels that must have been heard in the ten minutes before: when a receiver gives only one or
   * two ships, it is they that fell silent.
   */
  static final int LEAST_VESSELS = 5;

  private static final int BINS = 10;
  private static final long BIN_MILLIS = 60_000;

  private final long leastMillis;
  private final List<Meter> meters = new ArrayList<>();
  private long latestMillis = Long.MIN_VALUE;

  /** Outages of at least that length. */
  public Outages(long leastMillis) {
    this.leastMillis = leastMillis;
  }

  /**
   * One outage.
   *
   * @param station index of the station, −1 for the one receiver of a feed that names none
   * @param fromMillis last reception before
   * @param toMillis first reception after, or the end of the data when {@code open}
   * @param open whether the data ended first
   * @param expected receptions that were due
   * @param fromPlace bytes of the last reception before
   * @param toPlace bytes of the first reception after; null when open
   * @param perMillisecond receptions that were due in a millisecond
   */
  public record Outage(
      int station,
      long fromMillis,
      long toMillis,
      boolean open,
      double expected,
      Place fromPlace,
      @Nullable Place toPlace,
      double perMillisecond) {
    /** One whose rate is that of its whole length. */
    public Outage(
        int station,
        long fromMillis,
        long toMillis,
        boolean open,
        double expected,
        Place fromPlace,
        @Nullable Place toPlace) {
      this(
          station,
          fromMillis,
          toMillis,
          open,
          expected,
          fromPlace,
          toPlace,
          expected / Math.max(1, toMillis - fromMillis));
    }
  }

  private static final class Meter {
    long lastMillis = Long.MIN_VALUE;
    int lastSource;
    long lastOffset;
    int lastLength;
    long lastLine;
    final int[] counts = new int[BINS];
    long bin = Long.MIN_VALUE;
    long startBin;
    long receptions;
    final int[] vessels = new int[LEAST_VESSELS];
    final long[] vesselMillis = new long[LEAST_VESSELS];
    final List<Outage> outages = new ArrayList<>();

    void count(long epochMillis) {
      long now = Math.floorDiv(epochMillis, BIN_MILLIS);
      if (bin == Long.MIN_VALUE) {
        startBin = now;
      }
      if (bin == Long.MIN_VALUE || now - bin >= BINS) {
        Arrays.fill(counts, 0);
        bin = now;
      }
      while (bin < now) {
        bin++;
        counts[(int) Math.floorMod(bin, (long) BINS)] = 0;
      }
      if (bin - now < BINS) {
        counts[(int) Math.floorMod(now, (long) BINS)]++;
      }
      receptions++;
    }

    /** Remembers the vessels heard last, each once. */
    void vessel(int mmsi, long epochMillis) {
      int oldest = 0;
      for (int i = 0; i < LEAST_VESSELS; i++) {
        if (vessels[i] == mmsi) {
          vesselMillis[i] = epochMillis;
          return;
        }
        if (vesselMillis[i] < vesselMillis[oldest]) {
          oldest = i;
        }
      }
      vessels[oldest] = mmsi;
      vesselMillis[oldest] = epochMillis;
    }

    /** Whether enough different vessels were heard in the ten minutes before it fell silent. */
    boolean wasBusy() {
      for (int i = 0; i < LEAST_VESSELS; i++) {
        if (vessels[i] == 0 || lastMillis - vesselMillis[i] > BINS * BIN_MILLIS) {
          return false;
        }
      }
      return true;
    }

    /** Begins to meter anew: minutes of an outage say nothing of the rate after it. */
    void restart(long epochMillis) {
      Arrays.fill(counts, 0);
      startBin = Math.floorDiv(epochMillis, BIN_MILLIS);
      bin = startBin;
    }

    Place lastPlace() {
      return new Place(lastSource, lastOffset, lastLength, lastLine);
    }

    /**
     * Receptions a millisecond over the full minutes before, empty ones included; 0 when too few
     * came to know a rate.
     */
    double rate() {
      int sum = 0;
      for (int count : counts) {
        sum += count;
      }
      if (sum < LEAST_EXPECTED) {
        return 0;
      }
      long full = Math.min(BINS - 1, bin - startBin);
      int current = counts[(int) Math.floorMod(bin, (long) BINS)];
      return full <= 0
          ? current / (double) BIN_MILLIS
          : (sum - current) / (double) (full * BIN_MILLIS);
    }
  }

  /** Takes one reception. */
  public void heard(AisRecord record) {
    int station = record.station;
    long epochMillis = record.epochMillis;
    Meter meter = meter(station);
    if (record.isBehind()) {
      // It shows nothing of the receiver as it was known then.
      meter.receptions++;
      latestMillis = Math.max(latestMillis, epochMillis);
      return;
    }
    if (meter.lastMillis != Long.MIN_VALUE && epochMillis - meter.lastMillis >= leastMillis) {
      double rate = meter.rate();
      double due = rate * (epochMillis - meter.lastMillis);
      if (due >= LEAST_EXPECTED && meter.wasBusy()) {
        meter.outages.add(
            new Outage(
                station,
                meter.lastMillis,
                epochMillis,
                false,
                due,
                meter.lastPlace(),
                new Place(record.source, record.offset, record.length, record.line),
                rate));
        meter.restart(epochMillis);
      }
    }
    meter.count(epochMillis);
    meter.vessel(record.mmsi, epochMillis);
    if (epochMillis >= meter.lastMillis) {
      meter.lastMillis = epochMillis;
      meter.lastSource = record.source;
      meter.lastOffset = record.offset;
      meter.lastLength = record.length;
      meter.lastLine = record.line;
    }
    latestMillis = Math.max(latestMillis, epochMillis);
  }

  /** All outages, those that last at the end of the data included, by station and time. */
  public List<Outage> all() {
    return asOf(latestMillis);
  }

  /** All outages until a time not before any reception so far, those that last then included. */
  public List<Outage> asOf(long untilMillis) {
    List<Outage> all = new ArrayList<>();
    for (int i = 0; i < meters.size(); i++) {
      Meter meter = meters.get(i);
      all.addAll(meter.outages);
      if (meter.lastMillis != Long.MIN_VALUE && untilMillis - meter.lastMillis >= leastMillis) {
        double rate = meter.rate();
        double due = rate * (untilMillis - meter.lastMillis);
        if (due >= LEAST_EXPECTED && meter.wasBusy()) {
          all.add(
              new Outage(
                  i - 1, meter.lastMillis, untilMillis, true, due, meter.lastPlace(), null, rate));
        }
      }
    }
    return all;
  }

  /** Forgets outages that were over before a time. */
  public void forgetBefore(long epochMillis) {
    for (Meter meter : meters) {
      meter.outages.removeIf(outage -> outage.toMillis() < epochMillis);
    }
  }

  /** Receptions of each station that gave any. */
  public Map<Integer, Long> receptions() {
    Map<Integer, Long> map = new TreeMap<>();
    for (int i = 0; i < meters.size(); i++) {
      if (meters.get(i).receptions > 0) {
        map.put(i - 1, meters.get(i).receptions);
      }
    }
    return Collections.unmodifiableMap(map);
  }

  private Meter meter(int station) {
    while (meters.size() <= station + 1) {
      meters.add(new Meter());
    }
    return meters.get(station + 1);
  }
}
