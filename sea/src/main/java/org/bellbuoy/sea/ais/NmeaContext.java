package org.bellbuoy.sea.ais;

import org.jspecify.annotations.Nullable;

/** Where a message's bytes lie, when and by whom it was heard. Reused: valid during one call. */
public final class NmeaContext {
  /** A time that nobody gave. */
  public static final long UNKNOWN_MILLIS = Long.MIN_VALUE;

  /** A position that nobody gave. */
  public static final int UNKNOWN_E7 = Integer.MIN_VALUE;

  final StationTable stations;
  long offset;
  int length;
  long line;
  int parts;
  long epochMillis;
  NmeaTimeSource timeSource = NmeaTimeSource.NONE;
  long arrivalMillis;
  int station;
  byte channel;
  boolean ownVessel;
  int receiverLatitudeE7;
  int receiverLongitudeE7;

  NmeaContext(StationTable stations) {
    this.stations = stations;
  }

  /**
   * Offset of the first byte of the line the message stands on, its tag block included. When a
   * message's parts stand on adjacent lines the offset is that of the first part's line and {@link
   * #length} reaches to the end of the last; otherwise both are those of the last part's line.
   */
  public long offset() {
    return offset;
  }

  /** Bytes from {@link #offset}, without the last line's end. */
  public int length() {
    return length;
  }

  /** Number, starting at 1, of the line at {@link #offset}. */
  public long line() {
    return line;
  }

  /** How many sentences the message came in. */
  public int parts() {
    return parts;
  }

  /**
   * When the message was heard, in milliseconds since 1970, or {@link #UNKNOWN_MILLIS}. A tag
   * block's {@code c:} comes before {@code $PGHP}, that before RMC, and the arrival time after the
   * checksum is taken last, for it may be hours late.
   */
  public long epochMillis() {
    return epochMillis;
  }

  /** Where {@link #epochMillis} came from. */
  public NmeaTimeSource timeSource() {
    return timeSource;
  }

  /** Tag block {@code t:} or the number after the checksum, or {@link #UNKNOWN_MILLIS}. */
  public long arrivalMillis() {
    return arrivalMillis;
  }

  /**
   * Index of the station that heard it, -1 when unknown: the tag block's {@code s:}, else the base
   * station of {@code $PGHP}, else the source of {@code si:}, else an {@code r...} or {@code b...}
   * field after the checksum.
   */
  public int station() {
    return station;
  }

  /** Name of a station by its index, the same object each time; null for -1. */
  public @Nullable String stationName(int index) {
    return index < 0 ? null : stations.name(index);
  }

  /** Stations named so far in this source. */
  public int stationCount() {
    return stations.size();
  }

  /** The channel field's character as it stands (A, B, 1, 2 or another), 0 when empty. */
  public byte channel() {
    return channel;
  }

  /** Whether the sentence was VDO, a report of the receiver's own station. */
  public boolean ownVessel() {
    return ownVessel;
  }

  /**
   * Latitude of a moving receiver by its last valid RMC, in 1e-7 degrees, or {@link #UNKNOWN_E7}:
   * unknown after an RMC of status V, and when RMC time has moved on 60 s without a position.
   */
  public int receiverLatitudeE7() {
    return receiverLatitudeE7;
  }

  /** Longitude beside {@link #receiverLatitudeE7}. */
  public int receiverLongitudeE7() {
    return receiverLongitudeE7;
  }
}
