package org.bellbuoy.port.operation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Operations in words, for people. What devices sent stands in them as it is: escape it. */
public final class OperationText {
  private static final TargetPart[] PARTS = TargetPart.values();

  private OperationText() {}

  /** The target as words and numbers, for example {@code unit 1 area coil address 17 count 1}. */
  public static String target(Operation operation) {
    StringBuilder words = new StringBuilder();
    for (TargetPart part : PARTS) {
      String text = operation.text(part);
      if (text == null && !operation.hasNumber(part)) {
        continue;
      }
      words.append(words.isEmpty() ? "" : " ").append(part.word()).append(' ');
      if (operation.hasNumber(part)) {
        words.append(operation.number(part));
        words.append(text == null ? "" : " ");
      }
      words.append(text == null ? "" : text);
    }
    return words.toString();
  }

  /** The value; {@code ...} at its end where not all bytes were kept. Empty where there is none. */
  public static String value(Operation operation) {
    int kept = Math.min(operation.valueLength(), Operation.KEPT_VALUE_BYTES);
    String more = operation.valueLength() > kept ? " ..." : "";
    return switch (operation.valueKind()) {
      case NONE -> "";
      case NUMBER -> Long.toString(operation.valueNumber());
      case REAL -> Double.toString(operation.valueReal());
      case BITS -> bits(operation, kept) + more;
      case WORDS -> words(operation, kept, false) + more;
      case WORDS_LITTLE -> words(operation, kept, true) + more;
      case BYTES -> bytes(operation, kept) + more;
      case TEXT -> text(operation, kept) + more;
    };
  }

  private static String bits(Operation operation, int kept) {
    int count =
        operation.hasNumber(TargetPart.COUNT) ? (int) operation.number(TargetPart.COUNT) : 0;
    int shown = count > 0 ? Math.min(count, kept * 8) : kept * 8;
    StringBuilder bits = new StringBuilder(shown);
    for (int i = 0; i < shown; i++) {
      bits.append(operation.valueByte(i / 8) >> i % 8 & 1);
    }
    return bits.toString();
  }

  private static String words(Operation operation, int kept, boolean little) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i + 1 < kept; i += 2) {
      int first = operation.valueByte(i);
      int second = operation.valueByte(i + 1);
      words.append(i == 0 ? "" : " ").append(little ? second << 8 | first : first << 8 | second);
    }
    return words.toString();
  }

  private static String bytes(Operation operation, int kept) {
    StringBuilder hex = new StringBuilder(kept * 2);
    for (int i = 0; i < kept; i++) {
      hex.append(String.format(Locale.ROOT, "%02x", operation.valueByte(i)));
    }
    return hex.toString();
  }

  private static String text(Operation operation, int kept) {
    byte[] copy = new byte[kept];
    for (int i = 0; i < kept; i++) {
      copy[i] = (byte) operation.valueByte(i);
    }
    return new String(copy, StandardCharsets.UTF_8);
  }
}
