package org.bellbuoy.sea.ais;

import java.util.Locale;

/** One JSON object written member by member. */
final class JsonText {
  private static final String HEX = "0123456789abcdef";
  private final StringBuilder out;
  private boolean first = true;

  JsonText(StringBuilder out) {
    this.out = out.append('{');
  }

  private StringBuilder key(String name) {
    if (!first) {
      out.append(',');
    }
    first = false;
    return out.append('"').append(name).append("\":");
  }

  JsonText number(String name, long value) {
    key(name).append(value);
    return this;
  }

  JsonText nothing(String name) {
    key(name).append("null");
    return this;
  }

  JsonText flag(String name, boolean value) {
    key(name).append(value);
    return this;
  }

  /** A value in units of 10 to the minus {@code digits}. */
  JsonText decimal(String name, long value, int digits) {
    StringBuilder to = key(name);
    if (value < 0) {
      to.append('-');
    }
    long unit = 1;
    for (int i = 0; i < digits; i++) {
      unit *= 10;
    }
    long absolute = Math.abs(value);
    to.append(absolute / unit);
    if (digits > 0) {
      to.append('.');
      long rest = absolute % unit;
      for (long place = unit / 10; place > 0; place /= 10) {
        to.append((char) ('0' + rest / place % 10));
      }
    }
    return this;
  }

  JsonText text(String name, String value) {
    StringBuilder to = key(name).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        to.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        to.append(c);
      }
    }
    to.append('"');
    return this;
  }

  /** Bits as gpsd writes them: their number, a colon, and the bytes with zeros at the end. */
  JsonText bits(String name, AisMessage message, int at, int count) {
    StringBuilder to = key(name).append('"').append(count).append(':');
    for (int bit = 0; bit < count; bit += 8) {
      int size = Math.min(8, count - bit);
      int value = message.unsigned(at + bit, size) << (8 - size);
      to.append(HEX.charAt(value >>> 4)).append(HEX.charAt(value & 15));
    }
    to.append('"');
    return this;
  }

  void end() {
    out.append('}');
  }
}
