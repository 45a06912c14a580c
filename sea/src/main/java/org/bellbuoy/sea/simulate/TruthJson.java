package org.bellbuoy.sea.simulate;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes {@code truth.json} and {@code cables.geojson}. */
final class TruthJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private TruthJson() {}

  private static JsonGenerator open(OutputStream out) throws IOException {
    return FACTORY
        .createGenerator(out, JsonEncoding.UTF8)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .useDefaultPrettyPrinter();
  }

  static void writeTruth(Truth truth, OutputStream out) throws IOException {
    try (JsonGenerator json = open(out)) {
      json.writeStartObject();
      json.writeStringField("schema", "bellbuoy.sea-truth/1");
      json.writeBooleanField("simulated", true);
      json.writeNumberField("seed", truth.scenario().seed());
      json.writeStringField("start", truth.scenario().start().toString());
      json.writeStringField("duration", truth.scenario().duration().toString());
      json.writeArrayFieldStart("acts");
      for (Truth.Act act : truth.acts()) {
        act(json, act);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("outages");
      for (Truth.Act act : truth.acts()) {
        if (act.kind() == ActKind.RECEIVER_OUTAGE) {
          json.writeStartObject();
          json.writeStringField("station", act.station());
          json.writeStringField("from", act.from().toString());
          json.writeStringField("to", act.to().toString());
          json.writeEndObject();
        }
      }
      json.writeEndArray();
      stations(json, truth.stations());
      json.writeArrayFieldStart("vessels");
      for (Truth.Vessel vessel : truth.vessels()) {
        json.writeStartObject();
        json.writeNumberField("mmsi", vessel.mmsi());
        json.writeStringField("name", vessel.name());
        json.writeStringField("equipment", vessel.equipment());
        json.writeNumberField("shipType", vessel.shipType());
        json.writeStringField("role", vessel.role());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void act(JsonGenerator json, Truth.Act act) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", act.kind().name());
    if (act.mmsi() != null) {
      json.writeNumberField("mmsi", act.mmsi());
    }
    if (act.station() != null) {
      json.writeStringField("station", act.station());
    }
    json.writeStringField("from", act.from().toString());
    json.writeStringField("to", act.to().toString());
    json.writeBooleanField("ends", act.ends());
    json.writeFieldName("fromPlace");
    position(json, act.fromPlace());
    json.writeFieldName("toPlace");
    position(json, act.toPlace());
    Truth.Crossing crossing = act.crossing();
    if (crossing != null) {
      json.writeObjectFieldStart("crossing");
      json.writeStringField("cable", crossing.cable());
      json.writeNumberField("alongKm", Math.round(crossing.alongKm() * 1000) / 1000.0);
      json.writeStringField("at", crossing.at().toString());
      json.writeFieldName("place");
      position(json, crossing.place());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void stations(JsonGenerator json, List<Station> stations) throws IOException {
    json.writeArrayFieldStart("stations");
    for (Station station : stations) {
      json.writeStartObject();
      json.writeStringField("name", station.name());
      json.writeNumberField("mmsi", station.mmsi());
      json.writeNumberField("antennaMetres", station.antennaMetres());
      json.writeFieldName("place");
      position(json, station.place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writeCables(List<Cable> cables, OutputStream out) throws IOException {
    try (JsonGenerator json = open(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeArrayFieldStart("features");
      for (Cable cable : cables) {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", cable.id());
        json.writeObjectFieldStart("properties");
        json.writeStringField("id", cable.id());
        json.writeStringField("name", cable.name());
        json.writeNumberField("uncertaintyMetres", cable.uncertaintyMetres());
        json.writeBooleanField("simulated", true);
        json.writeEndObject();
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "LineString");
        json.writeArrayFieldStart("coordinates");
        for (LatLon place : cable.line()) {
          position(json, place);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** GeoJSON order, longitude first, to a millionth of a degree. */
  private static void position(JsonGenerator json, LatLon place) throws IOException {
    json.writeStartArray();
    json.writeNumber(Math.round(place.longitude() * 1e6) / 1e6);
    json.writeNumber(Math.round(place.latitude() * 1e6) / 1e6);
    json.writeEndArray();
  }
}
