package org.bellbuoy.port.protocol.bacnet;

import java.nio.charset.StandardCharsets;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.ValueKind;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** Values of properties. Reused. */
final class Values {
  private static final byte[] RELINQUISHED = "null".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_TEXT = 250;

  private final Tags tags = new Tags();

  /**
   * Sets an operation's value: numbers and texts as such, Null as the text {@code null}, for it
   * gives a priority up, anything else as its bytes with their tags.
   */
  void set(Operation operation, byte[] b, int from, int to) {
    tags.over(b, from, to);
    if (!tags.next() || tags.contextual() || tags.at() < to) {
      operation.value(ValueKind.BYTES, b, from, to - from);
      return;
    }
    int length = tags.length();
    switch (tags.number()) {
      case Tags.NULL -> operation.value(ValueKind.TEXT, RELINQUISHED, 0, RELINQUISHED.length);
      case Tags.BOOLEAN -> operation.value(tags.truth() ? 1L : 0L);
      case Tags.UNSIGNED, Tags.ENUMERATED -> operation.value(tags.unsigned());
      case Tags.SIGNED -> operation.value(tags.signed());
      case Tags.OCTETS -> operation.value(ValueKind.BYTES, b, tags.content(), length);
      default -> {
        if (tags.number() == Tags.REAL && length == 4) {
          operation.value((double) Float.intBitsToFloat(Bytes.s32(b, tags.content())));
        } else if (tags.number() == Tags.DOUBLE && length == 8) {
          operation.value(Double.longBitsToDouble(Bytes.s64(b, tags.content())));
        } else if (tags.number() == Tags.CHARACTERS && length > 0 && b[tags.content()] == 0) {
          operation.value(ValueKind.TEXT, b, tags.content() + 1, length - 1);
        } else {
          operation.value(ValueKind.BYTES, b, from, to - from);
        }
      }
    }
  }

  /** A value in words, where it is one text or whole number; null for any other. */
  @Nullable String text(byte[] b, int from, int to) {
    tags.over(b, from, to);
    if (!tags.next() || tags.contextual()) {
      return null;
    }
    int length = tags.length();
    return switch (tags.number()) {
      case Tags.UNSIGNED, Tags.ENUMERATED -> Long.toString(tags.unsigned());
      case Tags.CHARACTERS -> length < 2 ? null : characters(b, tags.content(), length);
      default -> null;
    };
  }

  /** Character strings begin with the number of their set (20.2.9). */
  private static @Nullable String characters(byte[] b, int at, int length) {
    int bytes = Math.min(length - 1, LONGEST_TEXT);
    return switch (b[at]) {
      case 0 -> new String(b, at + 1, bytes, StandardCharsets.UTF_8);
      case 4 -> new String(b, at + 1, bytes & ~1, StandardCharsets.UTF_16BE);
      case 5 -> new String(b, at + 1, bytes, StandardCharsets.ISO_8859_1);
      default -> null;
    };
  }
}
