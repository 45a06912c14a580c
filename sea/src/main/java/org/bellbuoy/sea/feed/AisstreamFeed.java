package org.bellbuoy.sea.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.bellbuoy.sea.feed.AisRecord.EquipmentClass;

/** Messages of aisstream.io, one JSON object a line, as its socket sends them. */
final class AisstreamFeed extends LineReader {
  private static final int DEEPEST = 8;

  private final JsonFactory json = new JsonFactory();
  private final JsonFields fields = new JsonFields();
  private final long[] sizes = new long[4];
  private String messageType = "";
  private int type;
  private long metaMmsi;
  private boolean carrierSense;

  AisstreamFeed(FeedSink sink) {
    super(sink);
  }

  @Override
  void line(byte[] b, int from, int to, long offset, long line) {
    AisRecord r = sink.next();
    fields.trouble = "";
    messageType = "";
    type = 0;
    metaMmsi = Texts.NONE;
    carrierSense = true;
    r.mmsi = -1;
    Arrays.fill(sizes, Texts.NONE);
    int length = to - from;
    try (JsonParser p = json.createParser(b, from, length)) {
      if (p.nextToken() != JsonToken.START_OBJECT) {
        sink.reject("bad-json", offset, length, line, "no object: " + Texts.told(b, from, to));
        return;
      }
      object(p, r, "", 0);
    } catch (IOException e) {
      sink.reject("bad-json", offset, length, line, "message " + Texts.told(b, from, to));
      return;
    }
    settle(r);
    if (!fields.trouble.isEmpty()) {
      sink.reject("bad-field", offset, length, line, fields.trouble);
      return;
    }
    r.offset = offset;
    r.length = length;
    r.line = line;
    sink.accept();
  }

  private void settle(AisRecord r) {
    if (r.mmsi < 0 && metaMmsi != Texts.NONE) {
      r.mmsi = (int) metaMmsi;
    }
    if (fields.trouble.isEmpty() && r.mmsi < 0) {
      fields.trouble = "MMSI missing";
    }
    int known = type == 0 ? typeOf(messageType) : type;
    RecordFields.byType(r, known);
    if (known == 18 && !carrierSense) {
      r.equipmentClass = EquipmentClass.B_SO;
    }
    if (!RecordFields.dimensions(r, sizes[0], sizes[1], sizes[2], sizes[3])
        && fields.trouble.isEmpty()) {
      fields.trouble = "Dimension out of range";
    }
  }

  private static int typeOf(String messageType) {
    return switch (messageType) {
      case "PositionReport" -> 1;
      case "BaseStationReport" -> 4;
      case "ShipStaticData" -> 5;
      case "StandardSearchAndRescueAircraftReport" -> 9;
      case "StandardClassBPositionReport" -> 18;
      case "ExtendedClassBPositionReport" -> 19;
      case "AidsToNavigationReport" -> 21;
      case "StaticDataReport" -> 24;
      case "LongRangeAisBroadcastMessage" -> 27;
      default -> 0;
    };
  }

  private void object(JsonParser p, AisRecord r, String parent, int depth) throws IOException {
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      String name = p.currentName();
      JsonToken value = p.nextToken();
      if (value == JsonToken.START_OBJECT && depth < DEEPEST) {
        object(p, r, name, depth + 1);
      } else if (!value.isScalarValue()) {
        p.skipChildren();
      } else if (depth == 0) {
        if (name.equals("MessageType")) {
          messageType = p.getText();
        }
      } else if (parent.equals("MetaData")) {
        metadata(p, r, name);
      } else if (parent.equals("Dimension")) {
        dimension(p, name);
      } else if (!parent.equals("Eta")) {
        value(p, r, name);
      }
    }
  }

  private void metadata(JsonParser p, AisRecord r, String name) throws IOException {
    switch (name) {
      case "MMSI" -> {
        metaMmsi = JsonFields.number(p, 0);
        fields.check(metaMmsi >= 0 && metaMmsi < 1 << 30, name, p);
      }
      case "time_utc" -> {
        long time = JsonFields.time(p);
        r.epochMillis = time == Texts.NONE ? AisRecord.NO_TIME : time;
        fields.check(time != Texts.BAD, name, p);
      }
      case "ShipName" -> {
        if (r.name == null) {
          r.name = fields.word(p);
        }
      }
      default -> {}
    }
  }

  private void dimension(JsonParser p, String name) throws IOException {
    int index = name.length() == 1 ? name.charAt(0) - 'A' : -1;
    if (index >= 0 && index < 4) {
      sizes[index] = JsonFields.number(p, 0);
      fields.check(sizes[index] != Texts.BAD, "Dimension " + name, p);
    }
  }

  private void value(JsonParser p, AisRecord r, String name) throws IOException {
    boolean good =
        switch (name) {
          case "MessageID" -> {
            long id = JsonFields.number(p, 0);
            type = (int) id;
            yield id >= 1 && id <= 27;
          }
          case "UserID" -> RecordFields.mmsi(r, JsonFields.number(p, 0));
          case "Longitude" -> RecordFields.longitudeE7(r, JsonFields.number(p, 7));
          case "Latitude" -> RecordFields.latitudeE7(r, JsonFields.number(p, 7));
          case "Sog" -> RecordFields.speedDeciknots(r, JsonFields.number(p, 1));
          case "Cog" -> RecordFields.courseDecidegrees(r, JsonFields.number(p, 1));
          case "TrueHeading" -> RecordFields.headingDegrees(r, JsonFields.number(p, 0));
          case "RateOfTurn" -> RecordFields.rateOfTurn(r, JsonFields.number(p, 0));
          case "NavigationalStatus" -> RecordFields.navigationalStatus(r, JsonFields.number(p, 0));
          case "Timestamp", "UtcSecond" -> RecordFields.utcSecond(r, JsonFields.number(p, 0));
          case "ImoNumber" -> RecordFields.imo(r, JsonFields.number(p, 0));
          case "ShipType" -> shipType(p, r);
          case "Type" -> type == 21 || shipType(p, r);
          case "MaximumStaticDraught" -> RecordFields.draughtDecimetres(r, JsonFields.number(p, 1));
          default -> true;
        };
    fields.check(good, name, p);
    switch (name) {
      case "Name" -> {
        String word = fields.word(p);
        r.name = word == null ? r.name : word;
      }
      case "CallSign" -> r.callSign = fields.word(p);
      case "Destination" -> r.destination = fields.word(p);
      case "PositionAccuracy" -> r.accurate = p.currentToken() == JsonToken.VALUE_TRUE;
      case "ClassBUnit" -> carrierSense = p.currentToken() != JsonToken.VALUE_FALSE;
      default -> {}
    }
  }

  private static boolean shipType(JsonParser p, AisRecord r) throws IOException {
    return RecordFields.shipType(r, JsonFields.number(p, 0));
  }
}
