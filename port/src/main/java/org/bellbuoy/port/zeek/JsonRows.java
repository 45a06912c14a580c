package org.bellbuoy.port.zeek;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object as fields by name: inner objects by dots, lists joined by commas. */
final class JsonRows {
  private static final int DEEPEST = 12;
  private static final int MOST_FIELDS = 1024;

  private final JsonFactory factory =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  JsonRows() {}

  /** The fields; null where the line is no JSON object, or one of too many fields. */
  @Nullable Map<String, String> values(byte[] buffer, int from, int length) {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser parser = factory.createParser(buffer, from, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      object(parser, "", values);
      return parser.nextToken() == null && values.size() <= MOST_FIELDS ? values : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static void object(JsonParser parser, String prefix, Map<String, String> values)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + parser.currentName();
      parser.nextToken();
      value(parser, name, values);
    }
  }

  private static void value(JsonParser parser, String name, Map<String, String> values)
      throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      object(parser, name + ".", values);
    } else if (token == JsonToken.START_ARRAY) {
      values.putIfAbsent(name, "");
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser, name, values);
      }
    } else if (token != JsonToken.VALUE_NULL && values.size() <= MOST_FIELDS) {
      String text =
          switch (token) {
            case VALUE_TRUE -> "T";
            case VALUE_FALSE -> "F";
            case VALUE_STRING -> string(parser.getText());
            default -> parser.getText();
          };
      values.merge(name, text, (before, next) -> before.isEmpty() ? next : before + "," + next);
    }
  }

  private static String string(String text) {
    boolean time =
        text.length() >= 19
            && text.length() <= 35
            && text.charAt(4) == '-'
            && text.charAt(10) == 'T'
            && text.charAt(13) == ':';
    return time ? seconds(text) : text.indexOf('\\') < 0 ? text : TsvHeader.unescaped(text);
  }

  /** A time by ISO 8601, also with an offset without a colon as Suricata writes it. */
  private static String seconds(String text) {
    String plain = text;
    int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    if (sign > 18 && text.length() == sign + 5) {
      plain = text.substring(0, sign + 3) + ":" + text.substring(sign + 3);
    } else if (!text.endsWith("Z") && sign < 18) {
      plain = text + "Z";
    }
    try {
      Instant instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(plain, Instant::from);
      return String.format(
          Locale.ROOT, "%d.%06d", instant.getEpochSecond(), instant.getNano() / 1000);
    } catch (DateTimeException e) {
      return text;
    }
  }
}
