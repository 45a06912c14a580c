package org.bellbuoy.sea.ais;

import java.time.Instant;
import java.util.Locale;

/**
 * Writes a message as one JSON object under gpsd's names. Scaled, values are in knots, degrees and
 * metres and null when not available; raw, they are the integers of the message.
 */
public final class AisJson {
  private final boolean scaled;

  private AisJson(boolean scaled) {
    this.scaled = scaled;
  }

  /** Knots, degrees, metres; null for what is not available. */
  public static AisJson scaled() {
    return new AisJson(true);
  }

  /** The integers of the message. */
  public static AisJson raw() {
    return new AisJson(false);
  }

  /** Appends one message and where it came from. */
  public void write(AisMessage message, NmeaContext context, StringBuilder out) {
    JsonText json = new JsonText(out);
    json.number("type", message.type());
    json.number("repeat", message.repeatIndicator()).number("mmsi", message.mmsi());
    json.flag("scaled", scaled);
    switch (message.type()) {
      case 1, 2, 3 -> classA(json, message);
      case 4, 11 -> baseStation(json, message);
      case 5 -> voyage(json, message);
      case 9 -> aircraft(json, message);
      case 18, 19 -> classB(json, message);
      case 21 -> aid(json, message);
      case 24 -> staticPart(json, message);
      case 27 -> longRange(json, message);
      case 6, 8, 12, 14, 17, 25, 26 -> AisJsonLink.binary(json, message, this);
      default -> AisJsonLink.link(json, message, this);
    }
    source(json, context);
    json.end();
  }

  private static void source(JsonText json, NmeaContext context) {
    json.number("offset", context.offset()).number("length", context.length());
    json.number("line", context.line());
    if (context.epochMillis() == NmeaContext.UNKNOWN_MILLIS) {
      json.nothing("time");
    } else {
      json.text("time", Instant.ofEpochMilli(context.epochMillis()).toString());
    }
    String station = context.stationName(context.station());
    if (station == null) {
      json.nothing("station");
    } else {
      json.text("station", station);
    }
    byte channel = context.channel();
    if (channel == 0) {
      json.nothing("channel");
    } else {
      json.text("channel", String.valueOf((char) (channel & 0xff)));
    }
    json.flag("own", context.ownVessel());
  }

  private void classA(JsonText json, AisMessage message) {
    value(json, "status", message.navigationalStatus(), 15);
    turn(json, message.rateOfTurn());
    motion(json, message);
    json.number("maneuver", message.specialManoeuvre());
    json.flag("raim", message.raim());
    radio(json, message);
  }

  private void turn(JsonText json, int rate) {
    if (!scaled) {
      json.number("turn", rate);
      return;
    }
    // 127 only says faster than 5 degrees in 30 s: it has a side but no figure.
    if (Math.abs(rate) >= 127) {
      json.nothing("turn");
    } else {
      long root = Math.round(rate * (double) Math.abs(rate) / (4.733 * 4.733) * 10);
      json.decimal("turn", root, 1);
    }
    if (rate == -128) {
      json.nothing("turn_side");
    } else {
      json.text("turn_side", rate == 0 ? "none" : rate > 0 ? "right" : "left");
    }
  }

  private void motion(JsonText json, AisMessage message) {
    speed(json, message);
    json.flag("accuracy", message.positionAccuracy());
    position(json, message);
    if (scaled) {
      decimal(json, "course", message.courseDecidegrees(), 1);
    } else {
      json.number("course", message.courseOverGround());
    }
    if (message.type() != 9 && message.type() != 27) {
      value(json, "heading", message.trueHeading(), AisMessage.HEADING_NOT_AVAILABLE);
    }
    if (message.type() != 27) {
      json.number("second", message.timeStamp());
    }
  }

  private void speed(JsonText json, AisMessage message) {
    if (scaled) {
      decimal(json, "speed", message.speedDeciknots(), 1);
    } else {
      json.number("speed", message.speedOverGround());
    }
  }

  void position(JsonText json, AisMessage message) {
    if (scaled) {
      decimal(json, "lon", message.longitudeE7(), 7);
      decimal(json, "lat", message.latitudeE7(), 7);
    } else {
      json.number("lon", message.longitude()).number("lat", message.latitude());
    }
  }

  private static void decimal(JsonText json, String name, int value, int digits) {
    if (value == AisMessage.UNKNOWN) {
      json.nothing(name);
    } else {
      json.decimal(name, value, digits);
    }
  }

  void value(JsonText json, String name, int value, int missing) {
    if (scaled && value == missing) {
      json.nothing(name);
    } else {
      json.number(name, value);
    }
  }

  /** A corner of an area, in 1/10 minute, or degrees with five digits. */
  void corner(JsonText json, String name, int tenthMinutes, int missing) {
    if (!scaled) {
      json.number(name, tenthMinutes);
    } else if (Math.abs(tenthMinutes) >= missing) {
      json.nothing(name);
    } else {
      json.decimal(name, Math.round(tenthMinutes * (1000 / 6.0)), 5);
    }
  }

  void text(JsonText json, String name, String value) {
    if (scaled && value.isEmpty()) {
      json.nothing(name);
    } else {
      json.text(name, value);
    }
  }

  static void radio(JsonText json, AisMessage message) {
    int state = message.link().communicationState();
    if (state < 0) {
      json.nothing("radio");
    } else {
      json.number("radio", message.link().stateSelector() ? state | 1 << 19 : state);
    }
  }

  private void baseStation(JsonText json, AisMessage message) {
    boolean missing =
        message.utcYear() == 0
            || message.utcMonth() == 0
            || message.utcDay() == 0
            || message.utcHour() > 23
            || message.utcMinute() > 59
            || message.utcSecond() > 59;
    if (scaled && missing) {
      json.nothing("timestamp");
    } else {
      json.text(
          "timestamp",
          String.format(
              Locale.ROOT,
              "%04d-%02d-%02dT%02d:%02d:%02dZ",
              message.utcYear(),
              message.utcMonth(),
              message.utcDay(),
              message.utcHour(),
              message.utcMinute(),
              message.utcSecond()));
    }
    json.flag("accuracy", message.positionAccuracy());
    position(json, message);
    json.number("epfd", message.positionFixingDevice());
    json.flag("long_range", message.longRangeControl());
    json.flag("raim", message.raim());
    radio(json, message);
  }

  private void voyage(JsonText json, AisMessage message) {
    AisStatic statics = message.statics();
    value(json, "imo", statics.imoNumber(), 0);
    json.number("ais_version", statics.aisVersion());
    text(json, "callsign", statics.callSign());
    text(json, "shipname", statics.name());
    json.number("shiptype", statics.shipType());
    dimensions(json, statics);
    json.number("epfd", message.positionFixingDevice());
    boolean missing = statics.etaMonth() == 0 || statics.etaDay() == 0 || statics.etaHour() > 23;
    if (scaled && (missing || statics.etaMinute() > 59)) {
      json.nothing("eta");
    } else {
      json.text(
          "eta",
          String.format(
              Locale.ROOT,
              "%02d-%02dT%02d:%02dZ",
              statics.etaMonth(),
              statics.etaDay(),
              statics.etaHour(),
              statics.etaMinute()));
    }
    if (!scaled) {
      json.number("draught", statics.draughtDecimetres());
    } else if (statics.draughtDecimetres() == 0) {
      json.nothing("draught");
    } else {
      json.decimal("draught", statics.draughtDecimetres(), 1);
    }
    text(json, "destination", statics.destination());
    json.number("dte", message.dataTerminalNotReady() ? 1 : 0);
  }

  private static void dimensions(JsonText json, AisStatic statics) {
    json.number("to_bow", statics.toBowMetres()).number("to_stern", statics.toSternMetres());
    json.number("to_port", statics.toPortMetres());
    json.number("to_starboard", statics.toStarboardMetres());
  }

  private void aircraft(JsonText json, AisMessage message) {
    value(json, "alt", message.altitude(), AisMessage.ALTITUDE_NOT_AVAILABLE);
    motion(json, message);
    json.flag("alt_barometric", message.altitudeBarometric());
    json.number("regional", message.regional());
    json.number("dte", message.dataTerminalNotReady() ? 1 : 0);
    json.flag("assigned", message.assignedMode());
    json.flag("raim", message.raim());
    radio(json, message);
  }

  private void classB(JsonText json, AisMessage message) {
    json.number("reserved", message.reserved());
    motion(json, message);
    json.number("regional", message.regional());
    if (message.type() == 18) {
      json.flag("cs", message.carrierSense()).flag("display", message.displayEquipped());
      json.flag("dsc", message.dscEquipped()).flag("band", message.wholeBand());
      json.flag("msg22", message.message22()).flag("assigned", message.assignedMode());
      json.flag("raim", message.raim());
      radio(json, message);
      return;
    }
    text(json, "shipname", message.statics().name());
    json.number("shiptype", message.statics().shipType());
    dimensions(json, message.statics());
    json.number("epfd", message.positionFixingDevice());
    json.flag("raim", message.raim());
    json.number("dte", message.dataTerminalNotReady() ? 1 : 0);
    json.flag("assigned", message.assignedMode());
  }

  private void aid(JsonText json, AisMessage message) {
    AisStatic statics = message.statics();
    json.number("aid_type", statics.aidType());
    text(json, "name", statics.name());
    json.flag("accuracy", message.positionAccuracy());
    position(json, message);
    dimensions(json, statics);
    json.number("epfd", message.positionFixingDevice());
    json.number("second", message.timeStamp());
    json.number("regional", statics.aidStatus());
    json.flag("off_position", statics.offPosition());
    json.flag("raim", message.raim());
    json.flag("virtual_aid", statics.virtualAid());
    json.flag("assigned", message.assignedMode());
  }

  private void staticPart(JsonText json, AisMessage message) {
    AisStatic statics = message.statics();
    json.number("part", statics.partNumber());
    if (statics.partNumber() == 0) {
      text(json, "shipname", statics.name());
      return;
    }
    json.number("shiptype", statics.shipType());
    json.text("vendorid", statics.vendorId());
    json.number("model", statics.unitModel()).number("serial", statics.unitSerial());
    text(json, "callsign", statics.callSign());
    if (statics.auxiliaryCraft()) {
      json.number("mothership_mmsi", statics.mothershipMmsi());
    } else {
      dimensions(json, statics);
    }
    json.number("epfd", message.positionFixingDevice());
  }

  private void longRange(JsonText json, AisMessage message) {
    value(json, "status", message.navigationalStatus(), 15);
    motion(json, message);
    json.flag("raim", message.raim());
    json.flag("gnss", message.positionLatency());
  }
}
