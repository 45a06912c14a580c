package org.bellbuoy.sea.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The value at a JSON parser's place, as the feeds want it. */
final class JsonFields {
  /** What went wrong first in an entry; empty while nothing has. */
  String trouble = "";

  private final Texts texts = new Texts();

  /** A number times 10 to the power of places; NONE for null, BAD for anything else. */
  static long number(JsonParser p, int places) throws IOException {
    JsonToken token = p.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return Texts.NONE;
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE ? 1 : 0;
    }
    if (!token.isScalarValue()) {
      return Texts.BAD;
    }
    byte[] text = p.getText().getBytes(StandardCharsets.UTF_8);
    return Texts.decimal(text, 0, text.length, places);
  }

  /** A time in words; NONE for null or an empty one. */
  static long time(JsonParser p) throws IOException {
    if (p.currentToken() == JsonToken.VALUE_NULL) {
      return Texts.NONE;
    }
    byte[] text = String.valueOf(p.getText()).getBytes(StandardCharsets.UTF_8);
    return Times.parse(text, 0, text.length, false);
  }

  @Nullable String word(JsonParser p) throws IOException {
    if (p.currentToken() != JsonToken.VALUE_STRING) {
      return null;
    }
    byte[] text = p.getText().getBytes(StandardCharsets.UTF_8);
    return texts.word(text, 0, text.length);
  }

  void check(boolean good, String name, JsonParser p) throws IOException {
    if (!good && trouble.isEmpty()) {
      byte[] text = String.valueOf(p.getText()).getBytes(StandardCharsets.UTF_8);
      trouble = name + " " + Texts.told(text, 0, text.length);
    }
  }
}
