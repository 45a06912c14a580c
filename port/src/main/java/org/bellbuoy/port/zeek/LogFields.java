package org.bellbuoy.port.zeek;

import java.math.BigDecimal;
import java.util.List;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.IpText;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one row; a field that cannot be read is told by {@link Unreadable}. */
final class LogFields {
  /** A field holds what it may not. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String field, @Nullable String value) {
      super(
          value == null
              ? "the field %s is missing".formatted(field)
              : "the field %s holds '%s'".formatted(field, cut(value)));
    }

    private static String cut(String value) {
      return value.length() > 80 ? value.substring(0, 80) + "..." : value;
    }
  }

  private final LogRow row;

  LogFields(LogRow row) {
    this.row = row;
  }

  IpAddress address(String field) throws Unreadable {
    String text = row.text(field);
    IpAddress address = text == null ? null : IpText.parse(text);
    if (address == null) {
      throw new Unreadable(field, text);
    }
    return address;
  }

  /** A port; 0 where none is told. */
  int port(String field) throws Unreadable {
    long port = whole(field, 0);
    if (port < 0 || port > 65535) {
      throw new Unreadable(field, row.text(field));
    }
    return (int) port;
  }

  /** A whole number, or what to take where it is unset. */
  long whole(String field, long unset) throws Unreadable {
    String text = row.text(field);
    if (text == null || text.isEmpty()) {
      return unset;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Unreadable(field, text);
    }
  }

  /** Seconds as nanoseconds, or what to take where they are unset. */
  long nanos(String field, long unset) throws Unreadable {
    String text = row.text(field);
    if (text == null || text.isEmpty()) {
      return unset;
    }
    try {
      // Exact, and safe against exponents that would make numbers of a million digits.
      BigDecimal seconds = text.length() > 40 ? null : new BigDecimal(text);
      if (seconds == null || Math.abs(seconds.scale()) > 20 || seconds.precision() > 30) {
        throw new Unreadable(field, text);
      }
      return seconds.movePointRight(9).longValue();
    } catch (NumberFormatException e) {
      throw new Unreadable(field, text);
    }
  }

  long time(String field) throws Unreadable {
    long nanos = nanos(field, Long.MIN_VALUE);
    if (nanos == Long.MIN_VALUE) {
      throw new Unreadable(field, null);
    }
    return nanos;
  }

  String text(String field) {
    return row.textOrEmpty(field);
  }

  List<String> list(String field) {
    String text = row.textOrEmpty(field);
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }
}
