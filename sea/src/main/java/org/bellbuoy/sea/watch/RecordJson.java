package org.bellbuoy.sea.watch;

import java.time.Instant;
import java.util.HexFormat;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.sea.feed.AisRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record of a feed that is no NMEA as one JSON object: the members it has, under the names
 * and in the units that decoded messages have.
 */
final class RecordJson {
  private static final int LATITUDE_NOT_AVAILABLE = 910_000_000;
  private static final int LONGITUDE_NOT_AVAILABLE = 1_810_000_000;

  /** Root of degrees a minute times this is the rate of turn on the air. */
  private static final double TURN_FACTOR = 4.733;

  private final StringBuilder out;
  private boolean first;

  RecordJson(StringBuilder out) {
    this.out = out;
  }

  /** Appends one record; the object is left open for members that follow. */
  void write(AisRecord r, @Nullable String station) {
    out.append('{');
    first = true;
    if (r.type != 0) {
      key("type").append(r.type);
    }
    key("mmsi").append(r.mmsi);
    key("scaled").append(true);
    if (r.navigationalStatus >= 0 && r.navigationalStatus < 15) {
      key("status").append(r.navigationalStatus);
    }
    turn(r.rateOfTurn);
    tenths("speed", r.speedDeciknots);
    if (r.accurate) {
      key("accuracy").append(true);
    }
    degrees("lon", r.longitudeE7, LONGITUDE_NOT_AVAILABLE);
    degrees("lat", r.latitudeE7, LATITUDE_NOT_AVAILABLE);
    tenths("course", r.courseDecidegrees);
    whole("heading", r.headingDegrees);
    whole("second", r.utcSecond);
    if (r.imo != 0) {
      key("imo").append(r.imo);
    }
    text("callsign", r.callSign);
    text("shipname", r.name);
    whole("shiptype", r.shipType);
    whole("to_bow", r.toBowMetres);
    whole("to_stern", r.toSternMetres);
    whole("to_port", r.toPortMetres);
    whole("to_starboard", r.toStarboardMetres);
    tenths("draught", r.draughtDecimetres);
    text("destination", r.destination);
    metres("range_metres", r.rangeMetres);
    metres("bearing_degrees", r.bearingDegrees);
    key("offset").append(r.offset);
    key("length").append(r.length);
    key("line").append(r.line);
    text("time", time(r.epochMillis));
    if (r.epochMillis == AisRecord.NO_TIME) {
      key("time").append("null");
    }
    text("arrival", time(r.arrivalMillis));
    text("station", station);
    if (station == null) {
      key("station").append("null");
    }
    if (r.ownVessel) {
      key("own").append(true);
    }
  }

  /** Appends a text in quotation marks, in ASCII. */
  static void quote(String text, StringBuilder out) {
    String whole = SafeText.wellFormed(text);
    out.append('"');
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        out.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static @Nullable String time(long epochMillis) {
    return epochMillis == AisRecord.NO_TIME ? null : Instant.ofEpochMilli(epochMillis).toString();
  }

  private StringBuilder key(String name) {
    if (!first) {
      out.append(',');
    }
    first = false;
    return out.append('"').append(name).append("\":");
  }

  private void whole(String name, int value) {
    if (value != AisRecord.UNKNOWN) {
      key(name).append(value);
    }
  }

  private void tenths(String name, int value) {
    if (value != AisRecord.UNKNOWN) {
      key(name).append(value / 10).append('.').append(value % 10);
    }
  }

  private void turn(int rate) {
    if (rate == AisRecord.NO_TURN) {
      return;
    }
    // 127 only says faster than 5 degrees in 30 s: it has a side but no figure.
    if (Math.abs(rate) < 127) {
      long tenths = Math.round(rate * (double) rate / (TURN_FACTOR * TURN_FACTOR) * 10);
      key("turn").append(rate < 0 && tenths > 0 ? "-" : "");
      out.append(tenths / 10).append('.').append(tenths % 10);
    }
    key("turn_side").append(rate == 0 ? "\"none\"" : rate > 0 ? "\"right\"" : "\"left\"");
  }

  private void degrees(String name, int e7, int notAvailable) {
    if (e7 == AisRecord.NO_DEGREES) {
      return;
    }
    key(name);
    if (e7 == notAvailable) {
      out.append("null");
      return;
    }
    long absolute = Math.abs((long) e7);
    out.append(e7 < 0 ? "-" : "").append(absolute / 10_000_000).append('.');
    for (long unit = 1_000_000; unit > 0; unit /= 10) {
      out.append((char) ('0' + absolute / unit % 10));
    }
  }

  private void metres(String name, double value) {
    if (Double.isFinite(value)) {
      long tenths = Math.round(value * 10);
      key(name).append(tenths < 0 ? "-" : "").append(Math.abs(tenths) / 10).append('.');
      out.append(Math.abs(tenths) % 10);
    }
  }

  private void text(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      quote(value, key(name));
    }
  }
}
