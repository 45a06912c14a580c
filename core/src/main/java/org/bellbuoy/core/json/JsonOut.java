package org.bellbuoy.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Streams JSON with Bellbuoy's rules for text and numbers. Characters that steer a terminal or turn
 * reading order are escaped, so that a printed line shows what it holds.
 */
public final class JsonOut implements AutoCloseable {
  /** Significant digits of numbers without a fixed precision of their own: holds a coordinate. */
  private static final int DETAIL_DIGITS = 9;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .characterEscapes(new Escapes())
          .build();

  private final JsonGenerator generator;

  private JsonOut(JsonGenerator generator) {
    this.generator = generator;
  }

  /** Writes on one line; the writer is flushed but not closed at the end. */
  public static JsonOut compact(Writer writer) throws IOException {
    return new JsonOut(FACTORY.createGenerator(writer));
  }

  /** Writes indented by two spaces with {@code \n} on every platform. */
  public static JsonOut pretty(Writer writer) throws IOException {
    JsonGenerator generator = FACTORY.createGenerator(writer);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    generator.setPrettyPrinter(printer);
    return new JsonOut(generator);
  }

  /** Opens an object. */
  public JsonOut object() throws IOException {
    generator.writeStartObject();
    return this;
  }

  /** Opens an object as the value of a field. */
  public JsonOut object(String name) throws IOException {
    return name(name).object();
  }

  /** Closes the innermost object. */
  public JsonOut endObject() throws IOException {
    generator.writeEndObject();
    return this;
  }

  /** Opens an array. */
  public JsonOut array() throws IOException {
    generator.writeStartArray();
    return this;
  }

  /** Opens an array as the value of a field. */
  public JsonOut array(String name) throws IOException {
    return name(name).array();
  }

  /** Closes the innermost array. */
  public JsonOut endArray() throws IOException {
    generator.writeEndArray();
    return this;
  }

  /** Writes a field's name; its value must follow. */
  public JsonOut name(String name) throws IOException {
    generator.writeFieldName(SafeText.wellFormed(name));
    return this;
  }

  /** Writes a text, or null. */
  public JsonOut text(@Nullable String value) throws IOException {
    if (value == null) {
      generator.writeNull();
    } else {
      generator.writeString(SafeText.wellFormed(value));
    }
    return this;
  }

  /** Writes a field of text, or of null. */
  public JsonOut text(String name, @Nullable String value) throws IOException {
    return name(name).text(value);
  }

  /** Writes a whole number. */
  public JsonOut whole(String name, long value) throws IOException {
    name(name);
    generator.writeNumber(value);
    return this;
  }

  /** Writes yes or no. */
  public JsonOut flag(String name, boolean value) throws IOException {
    name(name);
    generator.writeBoolean(value);
    return this;
  }

  /** Writes a number to that many places after the point. */
  public JsonOut places(double value, int places) throws IOException {
    generator.writeNumber(Decimals.places(value, places));
    return this;
  }

  /** Writes a field with a number to that many places, or null. */
  public JsonOut places(String name, @Nullable Double value, int places) throws IOException {
    name(name);
    if (value == null) {
      generator.writeNull();
      return this;
    }
    finite(name, value);
    return places(value, places);
  }

  /** Writes a field with a number of that many significant digits, or null. */
  public JsonOut significant(String name, @Nullable Double value, int digits) throws IOException {
    name(name);
    if (value == null) {
      generator.writeNull();
      return this;
    }
    finite(name, value);
    generator.writeNumber(Decimals.significant(value, digits));
    return this;
  }

  /** Writes a tree, its text made well-formed and its numbers rounded like all others. */
  public JsonOut tree(JsonNode node) throws IOException {
    if (node.isObject()) {
      object();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        name(field.getKey()).tree(field.getValue());
      }
      endObject();
    } else if (node.isArray()) {
      array();
      for (JsonNode element : node) {
        tree(element);
      }
      endArray();
    } else if (node.isTextual()) {
      text(node.textValue());
    } else if (node.isFloatingPointNumber()) {
      generator.writeNumber(Decimals.significant(node.doubleValue(), DETAIL_DIGITS));
    } else if (node.isIntegralNumber()) {
      generator.writeNumber(node.bigIntegerValue());
    } else if (node.isBoolean()) {
      generator.writeBoolean(node.booleanValue());
    } else if (node.isNull() || node.isMissingNode()) {
      generator.writeNull();
    } else {
      // Binary and Java objects have no stable form here.
      text(node.asText());
    }
    return this;
  }

  @Override
  public void close() throws IOException {
    generator.close();
  }

  private static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          name + ": " + value + " is no number that can be written.");
    }
  }

  /** What is escaped beyond what JSON asks for. */
  private static final class Escapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private final int[] ascii = asciiEscapes();

    private static int[] asciiEscapes() {
      int[] escapes = standardAsciiEscapesForJSON();
      escapes[0x7F] = ESCAPE_STANDARD;
      return escapes;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      boolean steers =
          (c >= 0x80 && c <= 0x9F)
              || c == 0x061C
              || c == 0x200E
              || c == 0x200F
              || c == 0x2028
              || c == 0x2029
              || c == 0xFEFF
              || SafeText.reorders((char) c);
      return steers ? new SerializedString("\\u" + hex(c)) : null;
    }

    private static String hex(int c) {
      return java.util.HexFormat.of().toHexDigits((char) c);
    }
  }
}
