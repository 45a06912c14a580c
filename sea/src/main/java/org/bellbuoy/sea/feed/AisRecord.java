package org.bellbuoy.sea.feed;

import org.jspecify.annotations.Nullable;

/**
 * One AIS message as every feed gives it: a reused, mutable flyweight that a feed fills and a sink
 * reads. Fields that a feed does not know keep their unknown value. Not thread safe.
 *
 * <p>Numbers keep the resolution of the air interface (ITU-R M.1371-6): speeds and courses in
 * tenths, positions in 1e-7 degree, which is finer than its 1/10,000 minute.
 */
public final class AisRecord {
  /** Unknown time. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** Unknown latitude or longitude. */
  public static final int NO_DEGREES = Integer.MIN_VALUE;

  /** Unknown small number: speed, course, heading, status, second, dimensions. */
  public static final int UNKNOWN = -1;

  /** Unknown rate of turn, as on the air. */
  public static final int NO_TURN = -128;

  /** What a record tells. */
  public enum Kind {
    /** A position report, even when the position in it is "not available". */
    POSITION,
    /** Name, call sign, type or dimensions. */
    STATIC,
    /** Both in one, as in MarineCadastre rows or type 19. */
    POSITION_AND_STATIC,
    /** A base station's report (type 4): a heartbeat of that station. */
    BASE_STATION,
    /** Anything else that shows its sender was transmitting. */
    OTHER
  }

  /** Class of equipment. */
  public enum EquipmentClass {
    /** Class A. */
    A,
    /** Class B, self-organising. */
    B_SO,
    /** Class B, carrier sense. */
    B_CS,
    /** Not told, or neither. */
    OTHER
  }

  /** What the record tells. */
  public Kind kind = Kind.OTHER;

  /** Class of the sender's equipment. */
  public EquipmentClass equipmentClass = EquipmentClass.OTHER;

  /** Message type 1 to 27; 0 where the feed does not say. */
  public int type;

  /** Sender, 9 digits as a number. */
  public int mmsi;

  /** Sensor time, milliseconds since 1970 UTC; {@link #NO_TIME} where unknown. */
  public long epochMillis = NO_TIME;

  /** When it arrived here, where that is told and differs; {@link #NO_TIME} otherwise. */
  public long arrivalMillis = NO_TIME;

  /**
   * Event time of the stream when this record came, where it came later than disorder is put right;
   * {@link #NO_TIME} where it came in its time.
   */
  public long behindMillis = NO_TIME;

  /** Latitude in 1e-7 degree as sent, 91 degrees included; {@link #NO_DEGREES} where not given. */
  public int latitudeE7 = NO_DEGREES;

  /**
   * Longitude in 1e-7 degree as sent, 181 degrees included; {@link #NO_DEGREES} where not given.
   */
  public int longitudeE7 = NO_DEGREES;

  /** Speed over ground in tenths of a knot; 1022 means 102.2 or more; {@link #UNKNOWN}. */
  public int speedDeciknots = UNKNOWN;

  /** Course over ground in tenths of a degree, 0 to 3599; {@link #UNKNOWN}. */
  public int courseDecidegrees = UNKNOWN;

  /** True heading in degrees, 0 to 359; {@link #UNKNOWN}. */
  public int headingDegrees = UNKNOWN;

  /** Rate of turn as on the air, −127 to 127; {@link #NO_TURN}. */
  public int rateOfTurn = NO_TURN;

  /** Navigational status 0 to 15; {@link #UNKNOWN}. */
  public int navigationalStatus = UNKNOWN;

  /**
   * UTC second of the fix: 0 to 59, or 60 none, 61 manual, 62 estimated, 63 inoperative; {@link
   * #UNKNOWN}.
   */
  public int utcSecond = UNKNOWN;

  /** Whether the position is accurate to 10 m. */
  public boolean accurate;

  /** Index of the receiving station in the reader's table; {@link #UNKNOWN}. */
  public int station = UNKNOWN;

  /** Range from the receiver in metres, where the feed tells it; NaN otherwise. */
  public double rangeMetres = Double.NaN;

  /** Bearing from the receiver in degrees, where the feed tells it; NaN otherwise. */
  public double bearingDegrees = Double.NaN;

  /** Receiver's own position in 1e-7 degree, where the feed tells it; {@link #NO_DEGREES}. */
  public int receiverLatitudeE7 = NO_DEGREES;

  /** Receiver's own position in 1e-7 degree, where the feed tells it; {@link #NO_DEGREES}. */
  public int receiverLongitudeE7 = NO_DEGREES;

  /**
   * A 64-bit hash of what was sent, equal for equal transmissions; 0 where the feed has no such
   * thing.
   */
  public long payloadHash;

  /** Whether the record is the receiver's own ship (VDO). */
  public boolean ownVessel;

  /** IMO number, 0 where none or not told. */
  public int imo;

  /** Ship and cargo type, 0 to 255; {@link #UNKNOWN}. */
  public int shipType = UNKNOWN;

  /** Dimensions from the antenna in metres; {@link #UNKNOWN} each. */
  public int toBowMetres = UNKNOWN;

  /** See {@link #toBowMetres}. */
  public int toSternMetres = UNKNOWN;

  /** See {@link #toBowMetres}. */
  public int toPortMetres = UNKNOWN;

  /** See {@link #toBowMetres}. */
  public int toStarboardMetres = UNKNOWN;

  /** Draught in tenths of a metre; {@link #UNKNOWN}. */
  public int draughtDecimetres = UNKNOWN;

  /** Name as sent, trailing padding removed: untrusted; null where not told. */
  public @Nullable String name;

  /** Call sign as sent; null where not told. */
  public @Nullable String callSign;

  /** Destination as sent; null where not told. */
  public @Nullable String destination;

  /** Index of the source among those of the run; set by whoever reads several. */
  public int source;

  /** First byte in the source's content. */
  public long offset;

  /** Bytes it takes. */
  public int length;

  /** Line number from 1. */
  public long line;

  /** Whether the stream had gone on beyond it when it came. */
  public boolean isBehind() {
    return behindMillis != NO_TIME;
  }

  /** From which event time of the stream on it is known. */
  public long knownMillis() {
    return isBehind() ? behindMillis : epochMillis;
  }

  /** Sets every field to unknown. */
  public void clear() {
    kind = Kind.OTHER;
    equipmentClass = EquipmentClass.OTHER;
    type = 0;
    mmsi = 0;
    epochMillis = NO_TIME;
    arrivalMillis = NO_TIME;
    behindMillis = NO_TIME;
    latitudeE7 = NO_DEGREES;
    longitudeE7 = NO_DEGREES;
    speedDeciknots = UNKNOWN;
    courseDecidegrees = UNKNOWN;
    headingDegrees = UNKNOWN;
    rateOfTurn = NO_TURN;
    navigationalStatus = UNKNOWN;
    utcSecond = UNKNOWN;
    accurate = false;
    station = UNKNOWN;
    rangeMetres = Double.NaN;
    bearingDegrees = Double.NaN;
    receiverLatitudeE7 = NO_DEGREES;
    receiverLongitudeE7 = NO_DEGREES;
    payloadHash = 0;
    ownVessel = false;
    imo = 0;
    shipType = UNKNOWN;
    toBowMetres = UNKNOWN;
    toSternMetres = UNKNOWN;
    toPortMetres = UNKNOWN;
    toStarboardMetres = UNKNOWN;
    draughtDecimetres = UNKNOWN;
    name = null;
    callSign = null;
    destination = null;
    source = 0;
    offset = 0;
    length = 0;
    line = 0;
  }
}
