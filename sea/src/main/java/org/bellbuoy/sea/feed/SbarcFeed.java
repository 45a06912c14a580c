package org.bellbuoy.sea.feed;

/**
 * Hourly logs of the Santa Barbara amateur radio club. What a line holds is told by its message
 * type and number of fields; text may hold the separator itself, which the numbers around it show.
 */
final class SbarcFeed extends LineReader {
  private static final double METRES_PER_STATUTE_MILE = 1609.344;

  private final SbarcClock clock;
  private final Fields f = new Fields();
  private final Texts texts = new Texts();
  private String trouble = "";
  private int troubleField;

  SbarcFeed(FeedOptions options, FeedSink sink) {
    super(sink);
    clock = new SbarcClock(options.contentName(), options.date());
  }

  @Override
  void line(byte[] b, int from, int to, long offset, long line) {
    f.split(b, from, to, (byte) ';', false);
    long ofDay = ofDay(b, f.from[0], f.to[0]);
    if (ofDay < 0) {
      sink.reject("bad-time", offset, to - from, line, "time of day " + f.told(0));
      return;
    }
    AisRecord r = sink.next();
    trouble = "";
    if (f.is(1, "5") && f.count >= 18 && f.count <= 21) {
      voyage(r);
    } else if (f.is(1, "24") && f.count >= 14 && f.count <= 17) {
      staticB(r);
    } else if (f.count >= 22) {
      position(r);
    } else {
      sink.reject(
          "unknown-layout", offset, to - from, line, f.count + " fields, type " + f.told(1));
      return;
    }
    if (!trouble.isEmpty()) {
      sink.reject("bad-field", offset, to - from, line, trouble + " " + f.told(troubleField));
      return;
    }
    r.epochMillis = clock.at(ofDay);
    r.offset = offset;
    r.length = to - from;
    r.line = line;
    sink.accept();
  }

  /** HH:MM:SS:mmm as milliseconds; −1 when it is something else. */
  private static long ofDay(byte[] b, int from, int to) {
    if (to - from != 12 || b[from + 2] != ':' || b[from + 5] != ':' || b[from + 8] != ':') {
      return -1;
    }
    int hour = Texts.digits(b, from, from + 2);
    int minute = Texts.digits(b, from + 3, from + 5);
    int second = Texts.digits(b, from + 6, from + 8);
    int millis = Texts.digits(b, from + 9, from + 12);
    return millis < 0 || second > 59 ? -1 : Times.clock(hour, minute, second, millis);
  }

  private void position(AisRecord r) {
    int shift = 0;
    while (!isPositionType(5 + shift) && shift < 2) {
      // A separator within the name moves everything behind it.
      shift++;
    }
    if (!isPositionType(5 + shift)) {
      fail("message type", 5);
      return;
    }
    int s = shift;
    int type = (int) f.decimal(5 + s, 0);
    RecordFields.byType(r, type);
    check(RecordFields.mmsi(r, f.decimal(7 + s, 0)), "mmsi", 7 + s);
    check(RecordFields.shipType(r, f.decimal(2 + s, 0)), "ship type", 2 + s);
    r.name = texts.word(f.buffer, f.from[1], f.to[1 + s]);
    if ("NOT NAMED".equals(r.name)) {
      r.name = null;
      r.shipType = AisRecord.UNKNOWN;
    }
    long range = f.decimal(3 + s, 6);
    long bearing = f.decimal(4 + s, 6);
    check(range != Texts.BAD && (range == Texts.NONE || range >= 0), "range", 3 + s);
    check(bearing == Texts.NONE || (bearing >= 0 && bearing <= 360_000_000L), "bearing", 4 + s);
    if (range != Texts.NONE) {
      r.rangeMetres = range * 1e-6 * METRES_PER_STATUTE_MILE;
    }
    if (bearing != Texts.NONE) {
      r.bearingDegrees = bearing * 1e-6;
    }
    int k = 8 + s;
    if (type == 18) {
      long carrierSense = f.decimal(17 + s, 0);
      if (carrierSense == 0) {
        r.equipmentClass = AisRecord.EquipmentClass.B_SO;
      }
      k++;
    } else {
      check(RecordFields.navigationalStatus(r, f.decimal(k, 0)), "navigational status", k);
      check(RecordFields.rateOfTurn(r, f.decimal(k + 1, 0)), "rate of turn", k + 1);
      k += 2;
    }
    check(RecordFields.speedDeciknots(r, f.decimal(k, 1)), "speed", k);
    r.accurate = f.is(k + 1, "1");
    check(RecordFields.longitudeE7(r, f.decimal(k + 2, 7)), "longitude", k + 2);
    check(RecordFields.latitudeE7(r, f.decimal(k + 3, 7)), "latitude", k + 3);
    check(RecordFields.courseDecidegrees(r, f.decimal(k + 4, 1)), "course", k + 4);
    check(RecordFields.headingDegrees(r, f.decimal(k + 5, 0)), "heading", k + 5);
    check(RecordFields.utcSecond(r, f.decimal(k + 6, 0)), "UTC second", k + 6);
  }

  private boolean isPositionType(int field) {
    return f.is(field, "1") || f.is(field, "3") || f.is(field, "18") || f.is(field, "2");
  }

  private void voyage(AisRecord r) {
    RecordFields.byType(r, 5);
    int extra = f.count - 18;
    int s = 0;
    while (s < extra && !numbersFrom(8 + s)) {
      s++;
    }
    check(RecordFields.mmsi(r, f.decimal(3, 0)), "mmsi", 3);
    check(RecordFields.imo(r, f.decimal(5, 0)), "IMO number", 5);
    r.callSign = texts.word(f.buffer, f.from[6], f.to[6]);
    r.name = texts.word(f.buffer, f.from[7], f.to[7 + s]);
    check(RecordFields.shipType(r, f.decimal(8 + s, 0)), "ship type", 8 + s);
    dimensions(r, 9 + s);
    check(RecordFields.draughtDecimetres(r, f.decimal(15 + s, 0)), "draught", 15 + s);
    r.destination = texts.word(f.buffer, f.from[16 + s], f.to[f.count - 2]);
  }

  /** Whether ship type to draught stand here, which tells where the name before them ended. */
  private boolean numbersFrom(int field) {
    for (int i = field; i < field + 8; i++) {
      if (f.decimal(i, 0) < 0) {
        return false;
      }
    }
    return true;
  }

  private void staticB(AisRecord r) {
    RecordFields.byType(r, 24);
    int extra = f.count - 14;
    check(RecordFields.mmsi(r, f.decimal(3, 0)), "mmsi", 3);
    if (f.is(4, "0")) {
      r.name = texts.word(f.buffer, f.from[5], f.to[5 + extra]);
      return;
    }
    check(f.is(4, "1"), "part", 4);
    check(RecordFields.shipType(r, f.decimal(6, 0)), "ship type", 6);
    r.callSign = texts.word(f.buffer, f.from[8 + extra], f.to[8 + extra]);
    dimensions(r, 9 + extra);
  }

  private void dimensions(AisRecord r, int k) {
    boolean good =
        RecordFields.dimensions(
            r, f.decimal(k, 0), f.decimal(k + 1, 0), f.decimal(k + 2, 0), f.decimal(k + 3, 0));
    check(good, "dimensions from", k);
  }

  private void check(boolean good, String name, int field) {
    if (!good) {
      fail(name, field);
    }
  }

  private void fail(String name, int field) {
    if (trouble.isEmpty()) {
      trouble = name;
      troubleField = field;
    }
  }
}
