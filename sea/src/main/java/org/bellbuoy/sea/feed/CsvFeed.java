package org.bellbuoy.sea.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.sea.feed.AisRecord.EquipmentClass;
import org.bellbuoy.sea.feed.AisRecord.Kind;
import org.bellbuoy.sea.feed.Columns.Column;
import org.jspecify.annotations.Nullable;

/**
 * Every CSV with a header that names its columns, in any order: MarineCadastre, the Danish Maritime
 * Authority, exactEarth and plain ones. The format tells how times and turns are written.
 */
final class CsvFeed extends LineReader {
  private final FeedFormat format;
  private final Fields f = new Fields();
  private final Texts texts = new Texts();
  private final Map<String, Integer> stations = new HashMap<>();
  private byte separator = ',';
  private @Nullable Columns columns;
  private boolean headless;
  private String trouble = "";
  private int troubleField;

  CsvFeed(FeedFormat format, FeedSink sink) {
    super(sink);
    this.format = format;
  }

  @Override
  void line(byte[] b, int from, int to, long offset, long line) {
    if (columns == null) {
      header(b, from, to, offset, line);
      return;
    }
    f.split(b, from, to, separator, true);
    if (headless) {
      sink.reject("no-header", offset, to - from, line, "row without columns that name themselves");
      return;
    }
    AisRecord r = sink.next();
    trouble = "";
    row(r);
    if (!trouble.isEmpty()) {
      sink.reject("bad-field", offset, to - from, line, trouble + " " + f.told(troubleField));
      return;
    }
    r.offset = offset;
    r.length = to - from;
    r.line = line;
    sink.accept();
  }

  private void header(byte[] b, int from, int to, long offset, long line) {
    separator = separator(b, from, to);
    f.split(b, from, to, separator, true);
    Columns read = new Columns(f);
    columns = read;
    if (!read.complete()) {
      headless = true;
      sink.reject(
          "bad-header",
          offset,
          to - from,
          line,
          "time, MMSI, latitude or longitude is not among the columns " + Texts.told(b, from, to));
    }
  }

  static byte separator(byte[] b, int from, int to) {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    for (int i = from; i < to; i++) {
      commas += b[i] == ',' ? 1 : 0;
      semicolons += b[i] == ';' ? 1 : 0;
      tabs += b[i] == '\t' ? 1 : 0;
    }
    return (byte) (tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',');
  }

  private int at(Column column) {
    return columns == null ? -1 : columns.of(column);
  }

  private void row(AisRecord r) {
    check(RecordFields.mmsi(r, number(Column.MMSI, 0)), Column.MMSI);
    time(r);
    check(RecordFields.latitudeE7(r, number(Column.LATITUDE, 7)), Column.LATITUDE);
    check(RecordFields.longitudeE7(r, number(Column.LONGITUDE, 7)), Column.LONGITUDE);
    long speed = number(Column.SPEED, 1);
    long course = number(Column.COURSE, 1);
    if (format == FeedFormat.MARINECADASTRE) {
      // Some years were written with the sign bit of the raw field taken for a sign.
      speed = speed < 0 && speed >= -512 ? speed + 1024 : speed;
      course = course < 0 && course >= -2048 ? course + 4096 : course;
    }
    check(RecordFields.speedDeciknots(r, speed), Column.SPEED);
    check(RecordFields.courseDecidegrees(r, course), Column.COURSE);
    check(RecordFields.headingDegrees(r, number(Column.HEADING, 0)), Column.HEADING);
    turn(r);
    status(r);
    check(RecordFields.utcSecond(r, number(Column.SECOND, 0)), Column.SECOND);
    r.accurate = f.is(at(Column.ACCURACY), "1") || f.is(at(Column.ACCURACY), "true");
    boolean told = statics(r);
    station(r);
    kind(r, told);
  }

  private void time(AisRecord r) {
    int k = at(Column.TIME);
    long time =
        k < f.count
            ? Times.parse(f.buffer, f.from[k], f.to[k], format == FeedFormat.DMA)
            : Texts.NONE;
    check(time > Texts.BAD, Column.TIME);
    r.epochMillis = time;
    long millis = number(Column.MILLISECOND, 0);
    if (millis != Texts.NONE) {
      // exactEarth has a few of 1,000 and more: they run into the next second.
      check(millis >= 0 && millis < 10_000, Column.MILLISECOND);
      r.epochMillis += millis;
    }
  }

  private void turn(AisRecord r) {
    if (format == FeedFormat.EXACTEARTH || format == FeedFormat.DMA) {
      check(RecordFields.turnFromCentidegreesPerMinute(r, number(Column.TURN, 2)), Column.TURN);
    } else {
      check(RecordFields.rateOfTurn(r, number(Column.TURN, 0)), Column.TURN);
    }
  }

  private void status(AisRecord r) {
    long status = number(Column.STATUS, 0);
    if (status == Texts.BAD) {
      int k = at(Column.STATUS);
      status = StatusWords.status(f.buffer, f.from[k], f.to[k]);
    }
    check(RecordFields.navigationalStatus(r, status), Column.STATUS);
  }

  /** True when the row tells anything of what stays the same. */
  private boolean statics(AisRecord r) {
    r.name = word(Column.NAME);
    if (r.name == null) {
      r.name = word(Column.ATON_NAME);
    }
    r.callSign = word(Column.CALL_SIGN);
    r.destination = word(Column.DESTINATION);
    imo(r);
    shipType(r);
    long draught = number(Column.DRAUGHT, format == FeedFormat.EXACTEARTH ? 0 : 1);
    check(RecordFields.draughtDecimetres(r, draught), Column.DRAUGHT);
    boolean sized =
        RecordFields.dimensions(
            r,
            number(Column.TO_BOW, 0),
            number(Column.TO_STERN, 0),
            number(Column.TO_PORT, 0),
            number(Column.TO_STARBOARD, 0));
    check(sized, Column.TO_BOW);
    return r.name != null
        || r.callSign != null
        || r.destination != null
        || r.imo != 0
        || r.shipType != AisRecord.UNKNOWN
        || r.draughtDecimetres != AisRecord.UNKNOWN
        || r.toBowMetres != AisRecord.UNKNOWN
        || number(Column.LENGTH, 0) > 0;
  }

  private void imo(AisRecord r) {
    int k = at(Column.IMO);
    if (!f.has(k) || absent(k)) {
      return;
    }
    int from = f.from[k];
    boolean prefixed = f.to[k] - from > 3 && Texts.is(f.buffer, from, from + 3, "imo");
    long imo = Texts.decimal(f.buffer, prefixed ? from + 3 : from, f.to[k], 0);
    check(RecordFields.imo(r, imo), Column.IMO);
  }

  private void shipType(AisRecord r) {
    long type = number(Column.SHIP_TYPE, 0);
    if (type == Texts.BAD && format == FeedFormat.DMA) {
      int k = at(Column.SHIP_TYPE);
      int word = StatusWords.shipType(f.buffer, f.from[k], f.to[k]);
      type = word < 0 ? Texts.NONE : word;
    }
    // MarineCadastre's own groups (1001 and up) say less than the standard's numbers.
    if (format == FeedFormat.MARINECADASTRE && type > 255 && type < 1100) {
      type = Texts.NONE;
    }
    check(RecordFields.shipType(r, type), Column.SHIP_TYPE);
  }

  private void station(AisRecord r) {
    int k = at(Column.STATION);
    String name = f.has(k) ? texts.word(f.buffer, f.from[k], f.to[k]) : null;
    if (name != null) {
      Integer known = stations.get(name);
      if (known == null) {
        known = sink.station(name);
        stations.put(name, known);
      }
      r.station = known;
    }
  }

  private void kind(AisRecord r, boolean told) {
    boolean placed = r.latitudeE7 != AisRecord.NO_DEGREES;
    long type = number(Column.TYPE, 0);
    if (type != Texts.NONE) {
      check(type >= 1 && type <= 27, Column.TYPE);
      RecordFields.byType(r, (int) type);
      if (type == 18 && f.is(at(Column.UNIT_FLAG), "0")) {
        r.equipmentClass = EquipmentClass.B_SO;
      }
      return;
    }
    r.kind = told ? (placed ? Kind.POSITION_AND_STATIC : Kind.STATIC) : Kind.POSITION;
    int k = at(Column.EQUIPMENT);
    if (f.is(k, "a") || f.is(k, "class a")) {
      r.equipmentClass = EquipmentClass.A;
    } else if (f.is(k, "b") || f.is(k, "class b")) {
      r.equipmentClass = EquipmentClass.B_CS;
    } else if (f.is(k, "base station")) {
      r.kind = Kind.BASE_STATION;
      r.type = 4;
    } else if (f.has(k)) {
      r.kind = Kind.OTHER;
    }
  }

  private long number(Column column, int places) {
    int k = at(column);
    long value = f.decimal(k, places);
    return value == Texts.BAD && absent(k) ? Texts.NONE : value;
  }

  private boolean absent(int k) {
    return f.is(k, "none")
        || f.is(k, "unknown")
        || f.is(k, "undefined")
        || f.is(k, "null")
        || f.is(k, "nan")
        || f.is(k, "na")
        || f.is(k, "n/a");
  }

  private @Nullable String word(Column column) {
    int k = at(column);
    if (!f.has(k) || (format != FeedFormat.MARINECADASTRE && absent(k))) {
      return null;
    }
    return texts.word(f.buffer, f.from[k], f.to[k]);
  }

  private void check(boolean good, Column column) {
    if (!good && trouble.isEmpty()) {
      trouble = column.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      troubleField = at(column);
    }
  }
}
