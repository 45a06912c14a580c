package org.bellbuoy.sea.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.engine.RecordBatch;
import org.jspecify.annotations.Nullable;

/**
 * AIS records as columns, some 110 bytes each, so that no object is made for a record. Filled by
 * one thread, then only read.
 */
public final class AisBatch implements RecordBatch<AisRecord> {
  private static final AisRecord.Kind[] KINDS = AisRecord.Kind.values();
  private static final AisRecord.EquipmentClass[] CLASSES = AisRecord.EquipmentClass.values();

  /** What only static records carry. */
  record StaticPart(
      int imo,
      int shipType,
      int toBow,
      int toStern,
      int toPort,
      int toStarboard,
      int draught,
      @Nullable String name,
      @Nullable String callSign,
      @Nullable String destination) {}

  private int size;
  private int[] mmsi;
  private long[] epochMillis;
  private long[] arrivalMillis;
  private long[] payloadHash;
  private long[] offset;
  private long[] line;
  private int[] length;
  private int[] latitudeE7;
  private int[] longitudeE7;
  private int[] receiverLatitudeE7;
  private int[] receiverLongitudeE7;
  private float[] rangeMetres;
  private float[] bearingDegrees;
  private short[] speed;
  private short[] course;
  private short[] heading;
  private short[] turn;
  private short[] station;
  private byte[] status;
  private byte[] second;
  private byte[] type;
  private byte[] flags;
  private int[] source;
  private int[] staticPart;

  /** Few batches hold any record that is behind; null in the others. */
  private long @Nullable [] behindMillis;

  private final List<StaticPart> staticParts = new ArrayList<>();

  /** An empty batch with room for that many records at first. */
  public AisBatch(int capacity) {
    mmsi = new int[capacity];
    epochMillis = new long[capacity];
    arrivalMillis = new long[capacity];
    payloadHash = new long[capacity];
    offset = new long[capacity];
    line = new long[capacity];
    length = new int[capacity];
    latitudeE7 = new int[capacity];
    longitudeE7 = new int[capacity];
    receiverLatitudeE7 = new int[capacity];
    receiverLongitudeE7 = new int[capacity];
    rangeMetres = new float[capacity];
    bearingDegrees = new float[capacity];
    speed = new short[capacity];
    course = new short[capacity];
    heading = new short[capacity];
    turn = new short[capacity];
    station = new short[capacity];
    status = new byte[capacity];
    second = new byte[capacity];
    type = new byte[capacity];
    flags = new byte[capacity];
    source = new int[capacity];
    staticPart = new int[capacity];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long subject(int index) {
    return mmsi[index];
  }

  @Override
  public long epochMillis(int index) {
    return epochMillis[index];
  }

  /** Index of the source of that record. */
  public int source(int index) {
    return source[index];
  }

  /** Station index of that record, as its reader's sink gave it. */
  public int station(int index) {
    return station[index];
  }

  /** Message type of that record. */
  public int type(int index) {
    return type[index];
  }

  /** From which event time of the stream on a record is known. */
  public long knownMillis(int index) {
    long[] behind = behindMillis;
    return behind == null || behind[index] == AisRecord.NO_TIME
        ? epochMillis[index]
        : behind[index];
  }

  /** Appends a record of that source. */
  public void add(AisRecord r, int sourceIndex) {
    if (size == mmsi.length) {
      grow();
    }
    int i = size++;
    if (r.isBehind() && behindMillis == null) {
      behindMillis = new long[mmsi.length];
      Arrays.fill(behindMillis, AisRecord.NO_TIME);
    }
    if (behindMillis != null) {
      behindMillis[i] = r.behindMillis;
    }
    mmsi[i] = r.mmsi;
    epochMillis[i] = r.epochMillis;
    arrivalMillis[i] = r.arrivalMillis;
    payloadHash[i] = r.payloadHash;
    offset[i] = r.offset;
    line[i] = r.line;
    length[i] = r.length;
    latitudeE7[i] = r.latitudeE7;
    longitudeE7[i] = r.longitudeE7;
    receiverLatitudeE7[i] = r.receiverLatitudeE7;
    receiverLongitudeE7[i] = r.receiverLongitudeE7;
    rangeMetres[i] = (float) r.rangeMetres;
    bearingDegrees[i] = (float) r.bearingDegrees;
    speed[i] = (short) r.speedDeciknots;
    course[i] = (short) r.courseDecidegrees;
    heading[i] = (short) r.headingDegrees;
    turn[i] = (short) r.rateOfTurn;
    station[i] = (short) r.station;
    status[i] = (byte) r.navigationalStatus;
    second[i] = (byte) r.utcSecond;
    type[i] = (byte) r.type;
    flags[i] =
        (byte)
            (r.kind.ordinal()
                | r.equipmentClass.ordinal() << 3
                | (r.accurate ? 0x20 : 0)
                | (r.ownVessel ? 0x40 : 0));
    source[i] = sourceIndex;
    if (r.kind == AisRecord.Kind.STATIC || r.kind == AisRecord.Kind.POSITION_AND_STATIC) {
      staticPart[i] = staticParts.size();
      staticParts.add(
          new StaticPart(
              r.imo,
              r.shipType,
              r.toBowMetres,
              r.toSternMetres,
              r.toPortMetres,
              r.toStarboardMetres,
              r.draughtDecimetres,
              r.name,
              r.callSign,
              r.destination));
    } else {
      // Position rows of some logs repeat the name and type; they are kept when they are there.
      staticPart[i] = -1;
      if (r.name != null || r.shipType > 0) {
        staticPart[i] = staticParts.size();
        staticParts.add(new StaticPart(0, r.shipType, -1, -1, -1, -1, -1, r.name, null, null));
      }
    }
  }

  @Override
  public void load(int i, AisRecord r) {
    r.mmsi = mmsi[i];
    r.epochMillis = epochMillis[i];
    r.arrivalMillis = arrivalMillis[i];
    r.behindMillis = behindMillis == null ? AisRecord.NO_TIME : behindMillis[i];
    r.payloadHash = payloadHash[i];
    r.offset = offset[i];
    r.line = line[i];
    r.length = length[i];
    r.latitudeE7 = latitudeE7[i];
    r.longitudeE7 = longitudeE7[i];
    r.receiverLatitudeE7 = receiverLatitudeE7[i];
    r.receiverLongitudeE7 = receiverLongitudeE7[i];
    r.rangeMetres = rangeMetres[i];
    r.bearingDegrees = bearingDegrees[i];
    r.speedDeciknots = speed[i];
    r.courseDecidegrees = course[i];
    r.headingDegrees = heading[i];
    r.rateOfTurn = turn[i];
    r.station = station[i];
    r.navigationalStatus = status[i];
    r.utcSecond = second[i];
    r.type = type[i];
    r.kind = KINDS[flags[i] & 7];
    r.equipmentClass = CLASSES[flags[i] >> 3 & 3];
    r.accurate = (flags[i] & 0x20) != 0;
    r.ownVessel = (flags[i] & 0x40) != 0;
    r.source = source[i];
    if (staticPart[i] >= 0) {
      StaticPart part = staticParts.get(staticPart[i]);
      r.imo = part.imo;
      r.shipType = part.shipType;
      r.toBowMetres = part.toBow;
      r.toSternMetres = part.toStern;
      r.toPortMetres = part.toPort;
      r.toStarboardMetres = part.toStarboard;
      r.draughtDecimetres = part.draught;
      r.name = part.name;
      r.callSign = part.callSign;
      r.destination = part.destination;
    } else {
      r.imo = 0;
      r.shipType = AisRecord.UNKNOWN;
      r.toBowMetres = AisRecord.UNKNOWN;
      r.toSternMetres = AisRecord.UNKNOWN;
      r.toPortMetres = AisRecord.UNKNOWN;
      r.toStarboardMetres = AisRecord.UNKNOWN;
      r.draughtDecimetres = AisRecord.UNKNOWN;
      r.name = null;
      r.callSign = null;
      r.destination = null;
    }
  }

  private void grow() {
    int n = Math.max(16, size * 2);
    mmsi = Arrays.copyOf(mmsi, n);
    epochMillis = Arrays.copyOf(epochMillis, n);
    arrivalMillis = Arrays.copyOf(arrivalMillis, n);
    payloadHash = Arrays.copyOf(payloadHash, n);
    offset = Arrays.copyOf(offset, n);
    line = Arrays.copyOf(line, n);
    length = Arrays.copyOf(length, n);
    latitudeE7 = Arrays.copyOf(latitudeE7, n);
    longitudeE7 = Arrays.copyOf(longitudeE7, n);
    receiverLatitudeE7 = Arrays.copyOf(receiverLatitudeE7, n);
    receiverLongitudeE7 = Arrays.copyOf(receiverLongitudeE7, n);
    rangeMetres = Arrays.copyOf(rangeMetres, n);
    bearingDegrees = Arrays.copyOf(bearingDegrees, n);
    speed = Arrays.copyOf(speed, n);
    course = Arrays.copyOf(course, n);
    heading = Arrays.copyOf(heading, n);
    turn = Arrays.copyOf(turn, n);
    station = Arrays.copyOf(station, n);
    status = Arrays.copyOf(status, n);
    second = Arrays.copyOf(second, n);
    type = Arrays.copyOf(type, n);
    flags = Arrays.copyOf(flags, n);
    source = Arrays.copyOf(source, n);
    staticPart = Arrays.copyOf(staticPart, n);
    if (behindMillis != null) {
      behindMillis = Arrays.copyOf(behindMillis, n);
    }
  }
}
