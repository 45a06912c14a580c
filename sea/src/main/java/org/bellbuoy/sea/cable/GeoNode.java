package org.bellbuoy.sea.cable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One GeoJSON object as it stands in the file, not yet judged: members come in any order, so what a
 * list of coordinates is can only be said at the object's end.
 */
final class GeoNode {
  @Nullable String type;
  @Nullable String id;
  @Nullable GeoNode geometry;
  final List<GeoNode> geometries = new ArrayList<>();
  final Map<String, String> properties = new HashMap<>();

  /** Longitude and latitude in turn. */
  double[] coordinates = new double[0];

  int points;

  /** Point counts at which each line ends. */
  int[] lineEnds = new int[0];

  int lines;

  /** How deep the arrays of numbers lie; 0 where there are none. */
  int depth;

  /** Number of the first broken position, −1 when all are whole. */
  int brokenPoint = -1;

  /** Reads the members of one object that others do not handle; the parser stands on its value. */
  void member(String name, JsonParser parser, int maximumPoints)
      throws IOException, TooManyPointsException {
    JsonToken value = parser.currentToken();
    switch (name) {
      case "type" -> type = value.isScalarValue() ? parser.getText() : null;
      case "id" -> id = scalar(parser);
      case "coordinates" -> {
        if (value == JsonToken.START_ARRAY) {
          readCoordinates(parser, maximumPoints);
        }
      }
      case "properties" -> {
        if (value == JsonToken.START_OBJECT) {
          readProperties(parser);
        }
      }
      default -> {}
    }
    if (parser.currentToken().isStructStart()) {
      parser.skipChildren();
    }
  }

  /** A property by its name in lower case without hyphens and underscores. */
  @Nullable String property(String name) {
    return properties.get(name);
  }

  private void readProperties(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      String value = scalar(parser);
      if (value != null) {
        properties.putIfAbsent(
            name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", ""), value);
      }
      parser.skipChildren();
    }
  }

  private static @Nullable String scalar(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
      return null;
    }
    String text = parser.getText().strip();
    return text.isEmpty() ? null : text;
  }

  private void readCoordinates(JsonParser parser, int maximumPoints)
      throws IOException, TooManyPointsException {
    int at = 1;
    int numbers = 0;
    double first = 0;
    double second = 0;
    while (at > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return;
      }
      if (token == JsonToken.START_ARRAY) {
        if (numbers > 0) {
          broken();
        }
        at++;
        numbers = 0;
      } else if (token == JsonToken.END_ARRAY) {
        if (depth > 0 && at == depth) {
          if (numbers < 2) {
            broken();
          }
          if (points >= maximumPoints) {
            throw new TooManyPointsException();
          }
          add(first, second);
        } else if (at == depth - 1) {
          endLine();
        }
        numbers = 0;
        at--;
      } else if (token.isNumeric()) {
        if (depth == 0) {
          depth = at;
        } else if (at != depth) {
          broken();
        }
        double number = parser.getDoubleValue();
        if (numbers == 0) {
          first = number;
        } else if (numbers == 1) {
          second = number;
        }
        numbers++;
      } else {
        broken();
        parser.skipChildren();
      }
    }
  }

  private void broken() {
    if (brokenPoint < 0) {
      brokenPoint = points;
    }
  }

  private void add(double longitude, double latitude) {
    if (coordinates.length < 2 * points + 2) {
      coordinates = Arrays.copyOf(coordinates, Math.max(16, coordinates.length * 2));
    }
    coordinates[2 * points] = longitude;
    coordinates[2 * points + 1] = latitude;
    points++;
  }

  private void endLine() {
    if (lines == lineEnds.length) {
      lineEnds = Arrays.copyOf(lineEnds, Math.max(4, lines * 2));
    }
    lineEnds[lines++] = points;
  }

  /** A file beyond its limit of points. */
  static final class TooManyPointsException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
