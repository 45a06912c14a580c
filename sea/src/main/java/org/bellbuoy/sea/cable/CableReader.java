package org.bellbuoy.sea.cable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.cable.GeoNode.TooManyPointsException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one GeoJSON stream into cables, feature by feature, so that memory grows with the routes
 * only. Several objects one after another (GeoJSON text lines) are read as one file.
 */
final class CableReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final String source;
  private final CableOptions options;
  private final List<Cable> cables = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final SortedMap<String, Integer> skipped = new TreeMap<>();
  private int features;
  private int points;

  CableReader(String source, CableOptions options) {
    this.source = source;
    this.options = options;
  }

  Cables read(InputStream stored) throws SourceException {
    try {
      BufferedInputStream in = new BufferedInputStream(stored, 1 << 16);
      in.mark(2);
      int first = in.read();
      int second = in.read();
      in.reset();
      boolean gzipped = first == 0x1f && second == 0x8b;
      try (JsonParser parser = JSON.createParser(gzipped ? new GZIPInputStream(in, 1 << 16) : in)) {
        parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        readAll(parser);
      }
    } catch (JsonProcessingException e) {
      throw new SourceException(
          "%s is not JSON%s: %s.".formatted(source, place(e), oneLine(e.getOriginalMessage())), e);
    } catch (EOFException | ZipException e) {
      throw new SourceException(
          "%s is damaged: its gzip data cannot be unpacked to the end (%s)."
              .formatted(source, oneLine(e.getMessage())),
          e);
    } catch (IOException e) {
      throw new SourceException(
          "%s cannot be read: %s.".formatted(source, oneLine(e.getMessage())), e);
    } catch (TooManyPointsException e) {
      throw new SourceException(
          String.format(
              Locale.ROOT,
              "%s holds more than %,d points, which no cable map needs; simplify it or raise the limit.",
              source,
              options.maximumPoints()),
          e);
    }
    if (cables.isEmpty()) {
      throw new SourceException(withoutLines());
    }
    return new Cables(cables, skipped);
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static String oneLine(@Nullable String message) {
    if (message == null || message.isBlank()) {
      return "no further reason given";
    }
    String line = message.lines().findFirst().orElse("").strip();
    String shorter = line.length() > 200 ? line.substring(0, 200) + "..." : line;
    return shorter.endsWith(".") ? shorter.substring(0, shorter.length() - 1) : shorter;
  }

  private String withoutLines() {
    if (skipped.isEmpty()) {
      return source + " is GeoJSON without any features, so it names no cables.";
    }
    String types =
        skipped.entrySet().stream()
            .map(
                (Map.Entry<String, Integer> e) ->
                    String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey()))
            .collect(Collectors.joining(", "));
    String hint =
        skipped.containsKey("Point")
            ? " (perhaps the landing points were given in place of the cables)"
            : "";
    return "%s is GeoJSON without lines: it holds %s, where cables are LineString or MultiLineString%s."
        .formatted(source, types, hint);
  }

  private void readAll(JsonParser parser)
      throws IOException, SourceException, TooManyPointsException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new SourceException(source + " is empty: expected GeoJSON with cable routes.");
    }
    while (token != null) {
      if (token != JsonToken.START_OBJECT) {
        throw notGeoJson("it is no object");
      }
      accept(readNode(parser));
      token = parser.nextToken();
    }
  }

  /** Reads an object; features in it are taken in as they come, not kept. */
  private GeoNode readNode(JsonParser parser)
      throws IOException, SourceException, TooManyPointsException {
    GeoNode node = new GeoNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && name.equals("features")) {
        while (elementFollows(parser)) {
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            accept(readNode(parser));
          } else {
            parser.skipChildren();
            skip("none");
          }
        }
      } else if (value == JsonToken.START_ARRAY && name.equals("geometries")) {
        while (elementFollows(parser)) {
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            node.geometries.add(readNode(parser));
          } else {
            parser.skipChildren();
          }
        }
      } else if (value == JsonToken.START_OBJECT && name.equals("geometry")) {
        node.geometry = readNode(parser);
      } else {
        node.member(name, parser, options.maximumPoints());
      }
    }
    return node;
  }

  private static boolean elementFollows(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    return token != null && token != JsonToken.END_ARRAY;
  }

  private void accept(GeoNode node) throws SourceException, TooManyPointsException {
    String type = node.type;
    if (type == null) {
      throw notGeoJson("an object has no \"type\"");
    }
    switch (type) {
      case "FeatureCollection" -> {}
      case "Feature" -> feature(node, node.geometry);
      case "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection" ->
          feature(node, node);
      default -> throw notGeoJson("its \"type\" is \"" + oneLine(type) + "\"");
    }
  }

  private SourceException notGeoJson(String why) {
    return new SourceException(
        "%s is JSON but not GeoJSON: %s, where a FeatureCollection, Feature or geometry was expected."
            .formatted(source, why));
  }

  private void skip(String type) {
    skipped.merge(type, 1, Integer::sum);
  }

  private void feature(GeoNode feature, @Nullable GeoNode geometry)
      throws SourceException, TooManyPointsException {
    features++;
    if (geometry == null) {
      skip("none");
      return;
    }
    String id = chooseId(feature);
    RouteBuilder route = new RouteBuilder();
    takeLines(geometry, id, route);
    if (route.isEmpty()) {
      return;
    }
    points += route.points();
    ids.add(id);
    String name = feature.property("name");
    if (name == null) {
      name = feature.property("cablename");
    }
    cables.add(route.build(id, name, uncertaintyMetres(feature, id)));
  }

  /**
   * An id not yet taken: two features of one cable differ by their feature id where they have it.
   */
  private String chooseId(GeoNode feature) {
    String first = null;
    for (String name : List.of("id", "cableid", "featureid", "sourcefeatureid")) {
      String id = feature.property(name);
      if (id != null && !ids.contains(id)) {
        return id;
      }
      first = first == null ? id : first;
    }
    String own = feature.id == null ? feature.property("name") : feature.id;
    first = first == null ? own : first;
    if (first == null) {
      first = "cable-" + features;
    }
    String id = first;
    for (int copy = 2; ids.contains(id); copy++) {
      id = first + "#" + copy;
    }
    return id;
  }

  private double uncertaintyMetres(GeoNode feature, String id) throws SourceException {
    for (String name : List.of("uncertaintymetres", "uncertaintym", "uncertaintymeters")) {
      String text = feature.property(name);
      if (text == null) {
        continue;
      }
      double metres;
      try {
        metres = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        metres = Double.NaN;
      }
      if (!(metres >= 0 && metres <= CableOptions.MAXIMUM_UNCERTAINTY_METRES)) {
        throw new SourceException(
            "%s: feature %s has the uncertainty \"%s\", which is not a number of metres from 0 to 1,000,000."
                .formatted(source, id, oneLine(text)));
      }
      return metres;
    }
    return options.defaultUncertaintyMetres();
  }

  private void takeLines(GeoNode geometry, String id, RouteBuilder route)
      throws SourceException, TooManyPointsException {
    String type = geometry.type == null ? "none" : geometry.type;
    switch (type) {
      case "GeometryCollection" -> {
        for (GeoNode part : geometry.geometries) {
          takeLines(part, id, route);
        }
      }
      case "LineString", "MultiLineString" -> {
        int depth = type.equals("LineString") ? 2 : 3;
        if (geometry.depth != 0 && geometry.depth != depth) {
          throw new SourceException(
              "%s: feature %s is a %s whose coordinates are nested %d deep in place of %d."
                  .formatted(source, id, type, geometry.depth, depth));
        }
        if (geometry.brokenPoint >= 0) {
          throw new SourceException(
              "%s: feature %s, point %d is not a longitude and a latitude."
                  .formatted(source, id, geometry.brokenPoint));
        }
        int point = 0;
        for (int line = 0; line < geometry.lines; line++) {
          int end = geometry.lineEnds[line];
          if (end - point < 2) {
            skip("empty line");
          }
          for (; point < end; point++) {
            double longitude = geometry.coordinates[2 * point];
            double latitude = geometry.coordinates[2 * point + 1];
            checkRange(id, point, longitude, latitude);
            route.point(latitude, longitude);
            if (points + route.points() > options.maximumPoints()) {
              throw new TooManyPointsException();
            }
          }
          route.endRun();
        }
        if (geometry.lines == 0) {
          skip("empty line");
        }
      }
      default -> skip(oneLine(type));
    }
  }

  private void checkRange(String id, int point, double longitude, double latitude)
      throws SourceException {
    // Up to ±360 is accepted since many maps keep longitudes continuous across the antimeridian.
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 360) {
      return;
    }
    String why;
    if (Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90) {
      why = "latitude and longitude look swapped, GeoJSON puts longitude first";
    } else if (Math.abs(latitude) > 1000 || Math.abs(longitude) > 1000) {
      why = "these look like projected metres, convert the file to WGS 84 degrees";
    } else {
      why = "the range is ±90 for latitude and ±360 for longitude";
    }
    throw new SourceException(
        String.format(
            Locale.ROOT,
            "%s: feature %s, point %d has longitude %s and latitude %s, outside the world: %s.",
            source,
            id,
            point,
            longitude,
            latitude,
            why));
  }
}
