package org.bellbuoy.sea.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bellbuoy.sea.feed.AisRecord.Kind;

/**
 * Fintraffic Digitraffic: vessel locations as GeoJSON, vessel metadata as a list, or a snapshot
 * with a list of vessels. The time of a whole snapshot is when it was taken, not when a ship was
 * heard.
 */
final class DigitrafficFeed implements FeedReader, JsonEntries.Handler {
  private final JsonFactory json = new JsonFactory();
  private final JsonEntries entries = new JsonEntries(this);
  private final JsonFields fields = new JsonFields();
  private final FeedSink sink;
  private final long[] sizes = new long[4];
  private long takenMillis = AisRecord.NO_TIME;
  private boolean told;

  DigitrafficFeed(FeedSink sink) {
    this.sink = sink;
  }

  @Override
  public void read(byte[] buffer, int from, int to) {
    entries.read(buffer, from, to);
  }

  @Override
  public void finish() {
    entries.finish();
  }

  @Override
  public long lines() {
    return entries.count();
  }

  @Override
  public void header(String name, String value) {
    if (name.equals("timestamp") || name.equals("dataUpdatedTime")) {
      byte[] text = value.getBytes(StandardCharsets.UTF_8);
      long time = Times.parse(text, 0, text.length, false);
      takenMillis = time > Texts.BAD ? time : AisRecord.NO_TIME;
    }
  }

  @Override
  public void reject(String reason, long offset, int length, long line, String detail) {
    sink.reject(reason, offset, length, line, detail);
  }

  @Override
  public void entry(byte[] b, int length, long offset, long line) {
    AisRecord r = sink.next();
    fields.trouble = "";
    told = false;
    r.mmsi = -1;
    Arrays.fill(sizes, Texts.NONE);
    try (JsonParser p = json.createParser(b, 0, length)) {
      p.nextToken();
      object(p, r, 0);
    } catch (IOException e) {
      sink.reject("bad-json", offset, length, line, "entry " + Texts.told(b, 0, length));
      return;
    }
    if (fields.trouble.isEmpty() && r.mmsi < 0) {
      fields.trouble = "mmsi missing";
    }
    if (fields.trouble.isEmpty()
        && !RecordFields.dimensions(r, sizes[0], sizes[1], sizes[2], sizes[3])) {
      fields.trouble = "reference point out of range";
    }
    if (!fields.trouble.isEmpty()) {
      sink.reject("bad-field", offset, length, line, fields.trouble);
      return;
    }
    boolean placed = r.latitudeE7 != AisRecord.NO_DEGREES;
    r.kind = told ? (placed ? Kind.POSITION_AND_STATIC : Kind.STATIC) : Kind.POSITION;
    r.arrivalMillis = takenMillis;
    r.offset = offset;
    r.length = length;
    r.line = line;
    sink.accept();
  }

  private void object(JsonParser p, AisRecord r, int depth) throws IOException {
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      String name = p.currentName();
      JsonToken value = p.nextToken();
      if (value == JsonToken.START_OBJECT) {
        if (depth < 2 && (name.equals("properties") || name.equals("geometry"))) {
          object(p, r, depth + 1);
        } else {
          p.skipChildren();
        }
      } else if (value == JsonToken.START_ARRAY) {
        if (name.equals("coordinates")) {
          coordinates(p, r);
        } else {
          p.skipChildren();
        }
      } else {
        value(p, r, name);
      }
    }
  }

  private void coordinates(JsonParser p, AisRecord r) throws IOException {
    int index = 0;
    while (p.nextToken() != JsonToken.END_ARRAY) {
      if (p.currentToken() == null || !p.currentToken().isScalarValue()) {
        fields.check(false, "coordinates", p);
        p.skipChildren();
      } else if (index == 0) {
        fields.check(RecordFields.longitudeE7(r, JsonFields.number(p, 7)), "longitude", p);
      } else if (index == 1) {
        fields.check(RecordFields.latitudeE7(r, JsonFields.number(p, 7)), "latitude", p);
      }
      index++;
    }
  }

  private void value(JsonParser p, AisRecord r, String name) throws IOException {
    boolean good =
        switch (name) {
          case "mmsi" -> RecordFields.mmsi(r, JsonFields.number(p, 0));
          case "lon", "longitude" -> RecordFields.longitudeE7(r, JsonFields.number(p, 7));
          case "lat", "latitude" -> RecordFields.latitudeE7(r, JsonFields.number(p, 7));
          case "sog" -> RecordFields.speedDeciknots(r, JsonFields.number(p, 1));
          case "cog" -> RecordFields.courseDecidegrees(r, JsonFields.number(p, 1));
          case "heading" -> RecordFields.headingDegrees(r, JsonFields.number(p, 0));
          case "rot" -> RecordFields.rateOfTurn(r, JsonFields.number(p, 0));
          case "navStat", "nav_stat" -> RecordFields.navigationalStatus(r, JsonFields.number(p, 0));
          case "timestampExternal" -> heard(r, JsonFields.number(p, 0));
          case "timestamp" -> timestamp(p, r);
          default -> statics(p, r, name);
        };
    fields.check(good, name, p);
    if (name.equals("posAcc")) {
      r.accurate = p.currentToken() == JsonToken.VALUE_TRUE;
    }
  }

  /** In locations the second of the fix, in metadata milliseconds, elsewhere perhaps words. */
  private static boolean timestamp(JsonParser p, AisRecord r) throws IOException {
    long number = JsonFields.number(p, 0);
    if (number <= 63 && number != Texts.BAD) {
      return RecordFields.utcSecond(r, number);
    }
    return heard(r, number == Texts.BAD ? JsonFields.time(p) : number);
  }

  private static boolean heard(AisRecord r, long millis) {
    if (millis == Texts.NONE) {
      return true;
    }
    r.epochMillis = millis;
    return millis > 0 && millis < 10_000_000_000_000L;
  }

  private boolean statics(JsonParser p, AisRecord r, String name) throws IOException {
    int size =
        name.length() == 15 && name.startsWith("referencePoint") ? name.charAt(14) - 'A' : -1;
    if (size >= 0 && size < 4) {
      sizes[size] = JsonFields.number(p, 0);
      told = true;
      return sizes[size] != Texts.BAD;
    }
    switch (name) {
      case "name" -> r.name = fields.word(p);
      case "callSign" -> r.callSign = fields.word(p);
      case "destination" -> r.destination = fields.word(p);
      case "imo" -> {
        told = true;
        return RecordFields.imo(r, JsonFields.number(p, 0));
      }
      case "ship_type", "shipType" -> {
        told = true;
        return RecordFields.shipType(r, JsonFields.number(p, 0));
      }
      case "draught" -> {
        told = true;
        return RecordFields.draughtDecimetres(r, JsonFields.number(p, 0));
      }
      default -> {
        return true;
      }
    }
    told |= p.currentToken() == JsonToken.VALUE_STRING;
    return true;
  }
}
