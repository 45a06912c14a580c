package org.bellbuoy.server.event;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Parts of binary XML as a test wants them written. */
sealed interface BinPart {
  record El(String name, List<At> attributes, List<BinPart> content) implements BinPart {}

  record At(String name, List<BinPart> value) {}

  record Str(String value) implements BinPart {}

  record Cdata(String value) implements BinPart {}

  record CharRef(int value) implements BinPart {}

  record EntityRef(String name) implements BinPart {}

  record Pi(String target, String data) implements BinPart {}

  record Sub(int index, int type, boolean optional) implements BinPart {}

  record Value(int type, byte[] bytes) {
    static Value of(int type, String hex) {
      return new Value(type, HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    static Value text(String text) {
      return new Value(0x01, text.getBytes(StandardCharsets.UTF_16LE));
    }

    static Value texts(String... texts) {
      return new Value(0x81, (String.join("\0", texts) + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    static Value number(int type, int bytes, long value) {
      ByteBuffer all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
      byte[] cut = new byte[bytes];
      all.get(0, cut);
      return new Value(type, cut);
    }

    static Value nothing() {
      return new Value(0, new byte[0]);
    }
  }

  static El el(String name, BinPart... content) {
    return new El(name, List.of(), List.of(content));
  }

  static El el(String name, List<At> attributes, BinPart... content) {
    return new El(name, attributes, List.of(content));
  }

  /** A Data element of that name. */
  static El named(String name, BinPart content) {
    return el("Data", List.of(at("Name", str(name))), content);
  }

  static At at(String name, BinPart... value) {
    return new At(name, List.of(value));
  }

  static Str str(String text) {
    return new Str(text);
  }

  static Sub sub(int index, int type) {
    return new Sub(index, type, false);
  }

  static Sub optional(int index, int type) {
    return new Sub(index, type, true);
  }

  /** An event with that data, all else fixed but for the number of the record in value 0. */
  static El event(BinPart... data) {
    return el(
        "Event",
        List.of(at("xmlns", str("http://schemas.microsoft.com/win/2004/08/events/event"))),
        el(
            "System",
            el("Provider", List.of(at("Name", str("Test-Provider")))),
            el("EventID", str("29")),
            el("Level", str("4")),
            el("TimeCreated", List.of(at("SystemTime", sub(1, 0x11)))),
            el("EventRecordID", sub(0, 0x0a)),
            el("Channel", str("Test/Operational")),
            el("Computer", str("host.example"))),
        el("EventData", data));
  }
}
