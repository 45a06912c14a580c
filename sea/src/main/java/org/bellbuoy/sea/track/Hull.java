package org.bellbuoy.sea.track;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.bellbuoy.sea.feed.AisRecord;
import org.jspecify.annotations.Nullable;

/**
 * One ship behind an MMSI: plain, mutable state. An MMSI that two ships share has two hulls.
 *
 * <p>Fields are read by the detectors of the sea watch; only {@link Tracker} changes them.
 */
public final class Hull {
  /** Fixes before a hull counts as a ship and not as noise. */
  public static final int MATURE_FIXES = 3;

  /** Fixes kept for pictures: about an hour. */
  private static final int TRAIL = 64;

  /** Time constant of {@link #signal}. */
  private static final double SIGNAL_MILLIS = 600_000;

  /** A station that heard less than this share of what the best one heard caught strays. */
  private static final double STRAY_SHARE = 0.1;

  /** Stations remembered. */
  private static final int STATIONS = 8;

  /** Length of a slot of {@link #heardMask}. */
  public static final long HEARD_SLOT_MILLIS = 360_000;

  /** 1 for the first hull of the MMSI, and so on. */
  public final int number;

  /** Equipment of the last position report. */
  public AisRecord.EquipmentClass equipmentClass = AisRecord.EquipmentClass.OTHER;

  /** Valid fixes so far. */
  public int fixes;

  /** Time of the first fix. */
  public long firstFixMillis = AisRecord.NO_TIME;

  /** Time of the last valid fix. */
  public long lastFixMillis = AisRecord.NO_TIME;

  /** Last valid fix, 1e-7 degree. */
  public int latitudeE7;

  /** Last valid fix, 1e-7 degree. */
  public int longitudeE7;

  /** Speed at the last fix, tenths of a knot, or unknown. */
  public int speedDeciknots = AisRecord.UNKNOWN;

  /** Course at the last fix, tenths of a degree, or unknown. */
  public int courseDecidegrees = AisRecord.UNKNOWN;

  /** Status of the last report, or unknown. */
  public int navigationalStatus = AisRecord.UNKNOWN;

  /** Range from the receiver at the last fix in metres, NaN where not told. */
  public double rangeMetres = Double.NaN;

  /** When anything was last heard of it, with or without a position. */
  public long lastHeardMillis = AisRecord.NO_TIME;

  /** From which event time of the stream on that is known. */
  public long lastHeardKnownMillis = AisRecord.NO_TIME;

  /** Name that its MMSI went by when it was last heard, untrusted; null until told. */
  public @Nullable String heardName;

  /** IMO number that its MMSI went by when it was last heard; 0 until told. */
  public int heardImo;

  /** The bytes of what was last heard. */
  public Place lastHeardPlace = new Place(0, 0, 0, 0);

  /** Station that last heard it, or unknown. */
  public int lastStation = AisRecord.UNKNOWN;

  /** Stations that heard it last, {@link AisRecord#UNKNOWN} where unused. */
  public final int[] stations = new int[STATIONS];

  /** Reports that each of {@link #stations} heard, fading with {@link #SIGNAL_MILLIS}. */
  private final double[] stationWeight = new double[STATIONS];

  /** When each of {@link #stations} last heard it. */
  public final long[] stationMillis = new long[STATIONS];

  /** The first valid fix's bytes. */
  public Place firstFixPlace = new Place(0, 0, 0, 0);

  /** The last valid fix's bytes. */
  public Place lastFixPlace = new Place(0, 0, 0, 0);

  /** Since when it transmits without a position; {@link AisRecord#NO_TIME} when it has one. */
  public long lostSinceMillis = AisRecord.NO_TIME;

  /** The first report without a position of the present loss. */
  public Place lostPlace = new Place(0, 0, 0, 0);

  /** Last report without a position of the present loss. */
  public long lostLastMillis = AisRecord.NO_TIME;

  /** The report without a position before the last one; the first one's time when it was alone. */
  public long lostBeforeMillis = AisRecord.NO_TIME;

  /** Reports without a position in the present loss. */
  public int lostReports;

  /**
   * Share of the position reports due that were heard of late, 0 to 1: a mean that forgets with a
   * time constant of ten minutes, so that a signal that fades away shows.
   */
  public double signal;

  /** Six-minute slots in which it was heard: bit 0 is {@link #heardSlot}, bit n the n-th before. */
  public long heardMask;

  /** The slot of bit 0: epoch milliseconds by {@link #HEARD_SLOT_MILLIS}. */
  public long heardSlot;

  /** How often it was seen at each whole knot, 0 to 63, for its own speed bound. */
  public final int[] knotCounts = new int[64];

  /** Fixes whose exact times are kept. */
  public static final int RECENT = 21;

  /**
   * When another hull of its MMSI first had a fix after it was last heard; {@link
   * AisRecord#NO_TIME} for never.
   */
  public long numberHeardMillis = AisRecord.NO_TIME;

  private final long[] recentFixMillis = new long[RECENT];
  private int recentFixes;

  /** Recent fixes. */
  public Trail trail = new Trail(TRAIL);

  Hull(int number) {
    this.number = number;
    java.util.Arrays.fill(stations, AisRecord.UNKNOWN);
    java.util.Arrays.fill(stationMillis, AisRecord.NO_TIME);
  }

  /** Times of the last fixes, at most {@link #RECENT}, oldest first. */
  public long[] recentFixTimes() {
    int count = Math.min(RECENT, recentFixes);
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      times[i] = recentFixMillis[Math.floorMod(recentFixes - count + i, RECENT)];
    }
    return times;
  }

  void recent(long fixMillis) {
    recentFixMillis[Math.floorMod(recentFixes, RECENT)] = fixMillis;
    recentFixes++;
    if (recentFixes == 2 * RECENT) {
      recentFixes = RECENT;
    }
  }

  /** Whether it is a ship and not a stray position. */
  public boolean isMature() {
    return fixes >= MATURE_FIXES;
  }

  /** Latitude of the last fix in degrees. */
  public double latitude() {
    return latitudeE7 * 1e-7;
  }

  /** Longitude of the last fix in degrees. */
  public double longitude() {
    return longitudeE7 * 1e-7;
  }

  /**
   * The speed in knots that it stayed under in 99 % of its reports; 0 where none told a speed. A
   * single wild report does not raise it.
   */
  public double usualTopKnots() {
    long total = 0;
    for (int count : knotCounts) {
      total += count;
    }
    long allowed = total / 100;
    for (int knot = knotCounts.length - 1; knot >= 0; knot--) {
      if (knotCounts[knot] > allowed) {
        return knot + 1;
      }
      allowed -= knotCounts[knot];
    }
    return 0;
  }

  /**
   * In how many of the six-minute slots of the last hour, the current one left out, it was heard.
   */
  public int heardSlotsOfLastTen() {
    return Long.bitCount(heardMask >>> 1 & 0x3FF);
  }

  /**
   * Stations that heard it in the given time before it was last heard, in ascending order; none
   * where the feed does not name stations. One that heard a tenth or less of what the best one
   * heard of late caught strays, and is not among those that would have gone on hearing it.
   */
  public int[] stationsWithin(long millis) {
    double most = 0;
    for (int i = 0; i < STATIONS; i++) {
      most = Math.max(most, weight(i));
    }
    double least = most * STRAY_SHARE;
    return java.util.stream.IntStream.range(0, STATIONS)
        .filter(
            i ->
                stations[i] != AisRecord.UNKNOWN
                    && lastHeardMillis - stationMillis[i] <= millis
                    && weight(i) > least)
        .map(i -> stations[i])
        .sorted()
        .toArray();
  }

  private double weight(int station) {
    return stations[station] == AisRecord.UNKNOWN
        ? 0
        : stationWeight[station]
            * Math.exp(
                -(double) Math.max(0, lastHeardMillis - stationMillis[station]) / SIGNAL_MILLIS);
  }

  /**
   * When a station last heard it, {@link AisRecord#NO_TIME} where it is not among the last ones.
   */
  public long heardByMillis(int station) {
    for (int i = 0; i < STATIONS; i++) {
      if (stations[i] == station) {
        return stationMillis[i];
      }
    }
    return AisRecord.NO_TIME;
  }

  void heardBy(int station, long epochMillis) {
    if (station == AisRecord.UNKNOWN) {
      return;
    }
    int oldest = 0;
    for (int i = 0; i < STATIONS; i++) {
      if (stations[i] == station) {
        long apart = Math.max(0, epochMillis - stationMillis[i]);
        stationWeight[i] = 1 + stationWeight[i] * Math.exp(-(double) apart / SIGNAL_MILLIS);
        stationMillis[i] = Math.max(stationMillis[i], epochMillis);
        return;
      }
      if (stationMillis[i] < stationMillis[oldest]) {
        oldest = i;
      }
    }
    stations[oldest] = station;
    stationMillis[oldest] = epochMillis;
    stationWeight[oldest] = 1;
  }

  /** Takes one report into {@link #signal}; called before the fix is taken in. */
  void signal(long fixMillis, int intervalMillis) {
    if (fixes == 0) {
      signal = 1;
      return;
    }
    double apart = Math.max(1, fixMillis - lastFixMillis);
    double kept = Math.exp(-apart / SIGNAL_MILLIS);
    signal = signal * kept + (1 - kept) * Math.min(1, intervalMillis / apart);
  }

  void heard(long epochMillis) {
    long slot = Math.floorDiv(epochMillis, HEARD_SLOT_MILLIS);
    if (heardMask == 0) {
      heardSlot = slot;
      heardMask = 1;
    } else if (slot > heardSlot) {
      long shift = slot - heardSlot;
      heardMask = shift > 63 ? 1 : heardMask << shift | 1;
      heardSlot = slot;
    } else if (heardSlot - slot < 64) {
      heardMask |= 1L << (heardSlot - slot);
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(number);
    out.writeByte(equipmentClass.ordinal());
    out.writeInt(fixes);
    out.writeLong(firstFixMillis);
    out.writeLong(lastFixMillis);
    out.writeInt(latitudeE7);
    out.writeInt(longitudeE7);
    out.writeInt(speedDeciknots);
    out.writeInt(courseDecidegrees);
    out.writeInt(navigationalStatus);
    out.writeDouble(rangeMetres);
    out.writeLong(lastHeardMillis);
    out.writeLong(lastHeardKnownMillis);
    Vessel.writeText(out, heardName);
    out.writeInt(heardImo);
    lastHeardPlace.write(out);
    out.writeInt(lastStation);
    firstFixPlace.write(out);
    lastFixPlace.write(out);
    out.writeLong(lostSinceMillis);
    lostPlace.write(out);
    out.writeLong(lostLastMillis);
    out.writeLong(lostBeforeMillis);
    out.writeInt(lostReports);
    out.writeDouble(signal);
    out.writeLong(heardMask);
    out.writeLong(heardSlot);
    out.writeLong(numberHeardMillis);
    out.writeInt(recentFixes);
    for (long millis : recentFixMillis) {
      out.writeLong(millis);
    }
    for (int count : knotCounts) {
      out.writeInt(count);
    }
    for (int i = 0; i < STATIONS; i++) {
      out.writeInt(stations[i]);
      out.writeLong(stationMillis[i]);
      out.writeDouble(stationWeight[i]);
    }
    trail.write(out);
  }

  static Hull read(DataInput in) throws IOException {
    Hull hull = new Hull(in.readInt());
    hull.equipmentClass = AisRecord.EquipmentClass.values()[in.readByte()];
    hull.fixes = in.readInt();
    hull.firstFixMillis = in.readLong();
    hull.lastFixMillis = in.readLong();
    hull.latitudeE7 = in.readInt();
    hull.longitudeE7 = in.readInt();
    hull.speedDeciknots = in.readInt();
    hull.courseDecidegrees = in.readInt();
    hull.navigationalStatus = in.readInt();
    hull.rangeMetres = in.readDouble();
    hull.lastHeardMillis = in.readLong();
    hull.lastHeardKnownMillis = in.readLong();
    hull.heardName = Vessel.readText(in);
    hull.heardImo = in.readInt();
    hull.lastHeardPlace = Place.read(in);
    hull.lastStation = in.readInt();
    hull.firstFixPlace = Place.read(in);
    hull.lastFixPlace = Place.read(in);
    hull.lostSinceMillis = in.readLong();
    hull.lostPlace = Place.read(in);
    hull.lostLastMillis = in.readLong();
    hull.lostBeforeMillis = in.readLong();
    hull.lostReports = in.readInt();
    hull.signal = in.readDouble();
    hull.heardMask = in.readLong();
    hull.heardSlot = in.readLong();
    hull.numberHeardMillis = in.readLong();
    hull.recentFixes = in.readInt();
    for (int i = 0; i < RECENT; i++) {
      hull.recentFixMillis[i] = in.readLong();
    }
    for (int i = 0; i < hull.knotCounts.length; i++) {
      hull.knotCounts[i] = in.readInt();
    }
    for (int i = 0; i < STATIONS; i++) {
      hull.stations[i] = in.readInt();
      hull.stationMillis[i] = in.readLong();
      hull.stationWeight[i] = in.readDouble();
    }
    hull.trail = Trail.read(in);
    return hull;
  }
}
