package org.bellbuoy.sea.feed;

import java.util.Arrays;
import java.util.Locale;
import org.bellbuoy.sea.ais.AisMessage;
import org.bellbuoy.sea.ais.AisStatic;
import org.bellbuoy.sea.ais.NmeaContext;
import org.bellbuoy.sea.ais.NmeaHandler;
import org.bellbuoy.sea.ais.NmeaReader;
import org.bellbuoy.sea.ais.NmeaReject;
import org.bellbuoy.sea.feed.AisRecord.EquipmentClass;
import org.bellbuoy.sea.feed.AisRecord.Kind;

/** NMEA sentences: turns decoded messages into records. */
final class NmeaFeed implements FeedReader, NmeaHandler {
  private final FeedSink sink;
  private final NmeaReader reader = new NmeaReader(this);
  private final Texts texts = new Texts();
  private final byte[] letters = new byte[64];
  private int[] stations = new int[16];
  private int stationsKnown;

  NmeaFeed(FeedSink sink) {
    this.sink = sink;
  }

  @Override
  public void read(byte[] buffer, int from, int to) {
    reader.read(buffer, from, to);
  }

  @Override
  public void finish() {
    reader.finish();
  }

  @Override
  public long lines() {
    return reader.lines();
  }

  @Override
  public void reject(NmeaReject reason, long offset, int length, long line, String detail) {
    String word = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    sink.reject(word, offset, length, line, detail);
  }

  @Override
  public void message(AisMessage m, NmeaContext context) {
    AisRecord r = sink.next();
    int type = m.type();
    RecordFields.byType(r, type);
    r.mmsi = m.mmsi();
    switch (type) {
      case 1, 2, 3, 9, 27 -> moving(r, m);
      case 18 -> {
        moving(r, m);
        if (!m.carrierSense()) {
          r.equipmentClass = EquipmentClass.B_SO;
        }
      }
      case 19 -> {
        moving(r, m);
        statics(r, m.statics(), type);
      }
      case 4, 11 -> {
        place(r, m, 1);
        int second = m.utcSecond();
        r.utcSecond = second > 60 ? AisRecord.UNKNOWN : second;
      }
      case 5 -> statics(r, m.statics(), type);
      case 24 -> {
        statics(r, m.statics(), type);
        // Auxiliary craft and Class B "SO" units send part A and B alike; the class stays a guess.
        r.kind = Kind.STATIC;
      }
      case 21 -> {
        place(r, m, 1);
        r.utcSecond = m.timeStamp();
        statics(r, m.statics(), type);
      }
      default -> r.kind = Kind.OTHER;
    }
    r.payloadHash = hash(m);
    context(r, context);
    sink.accept();
  }

  private static void moving(AisRecord r, AisMessage m) {
    place(r, m, m.type() == 27 ? 1000 : 1);
    int speed = m.speedDeciknots();
    // Aircraft tell whole knots up to 1,022; the record says "102.2 or more".
    r.speedDeciknots = speed == AisMessage.UNKNOWN ? AisRecord.UNKNOWN : Math.min(speed, 1022);
    int course = m.courseDecidegrees();
    r.courseDecidegrees = course == AisMessage.UNKNOWN ? AisRecord.UNKNOWN : course;
    int heading = m.headingDegrees();
    r.headingDegrees = heading == AisMessage.UNKNOWN ? AisRecord.UNKNOWN : heading;
    if (r.equipmentClass == EquipmentClass.A) {
      r.navigationalStatus = m.navigationalStatus();
      r.rateOfTurn = m.rateOfTurn();
    }
    if (m.type() != 27) {
      r.utcSecond = m.timeStamp();
    }
  }

  /** Position as sent, from 1/10,000 minute or, with a scale of 1,000, from 1/10 minute. */
  private static void place(AisRecord r, AisMessage m, int scale) {
    r.latitudeE7 = e7((long) m.latitude() * scale);
    r.longitudeE7 = e7((long) m.longitude() * scale);
    r.accurate = m.positionAccuracy();
  }

  /** Impossible positions beyond what the record holds stay impossible: 214 degrees. */
  private static int e7(long tenThousandths) {
    long value = Math.floorDiv(tenThousandths * 100 + 3, 6);
    return (int) Math.clamp(value, -2_140_000_000L, 2_140_000_000L);
  }

  private void statics(AisRecord r, AisStatic s, int type) {
    r.name = texts.word(letters, 0, s.name(letters, 0));
    if (type == 24 && s.partNumber() == 0) {
      return;
    }
    if (type != 21) {
      r.shipType = s.shipType();
      r.callSign = texts.word(letters, 0, s.callSign(letters, 0));
    }
    RecordFields.dimensions(
        r, s.toBowMetres(), s.toSternMetres(), s.toPortMetres(), s.toStarboardMetres());
    if (type == 5) {
      r.imo = s.imoNumber();
      RecordFields.draughtDecimetres(r, s.draughtDecimetres());
      r.destination = texts.word(letters, 0, s.destination(letters, 0));
    }
  }

  private void context(AisRecord r, NmeaContext context) {
    long time = context.epochMillis();
    r.epochMillis = time == NmeaContext.UNKNOWN_MILLIS ? AisRecord.NO_TIME : time;
    long arrival = context.arrivalMillis();
    r.arrivalMillis = arrival == NmeaContext.UNKNOWN_MILLIS ? AisRecord.NO_TIME : arrival;
    r.station = station(context);
    r.ownVessel = context.ownVessel();
    r.receiverLatitudeE7 = context.receiverLatitudeE7();
    r.receiverLongitudeE7 = context.receiverLongitudeE7();
    r.offset = context.offset();
    r.length = context.length();
    r.line = context.line();
  }

  private int station(NmeaContext context) {
    int index = context.station();
    if (index < 0) {
      return AisRecord.UNKNOWN;
    }
    while (index >= stationsKnown) {
      if (stationsKnown == stations.length) {
        stations = Arrays.copyOf(stations, stations.length * 2);
      }
      String name = context.stationName(stationsKnown);
      stations[stationsKnown++] = name == null ? AisRecord.UNKNOWN : sink.station(name);
    }
    return stations[index];
  }

  /** Over every payload bit, so that the same transmission heard by two stations is the same. */
  private static long hash(AisMessage m) {
    int length = m.bitLength();
    long hash = length * 0x9e3779b97f4a7c15L;
    for (int at = 0; at < length; at += 32) {
      int taken = Math.min(32, length - at);
      hash = (hash ^ (m.unsigned(at, taken) & 0xffffffffL)) * 0xff51afd7ed558ccdL;
      hash ^= hash >>> 32;
    }
    hash *= 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }
}
