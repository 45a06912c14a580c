package org.bellbuoy.sea.ais;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reading ASCII from bytes, eight at a time where it pays. */
final class Ascii {
  static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOW = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long NEWLINES = LOW * '\n';

  private Ascii() {}

  /** Index of the first newline, or {@code to}. */
  static int newline(byte[] buffer, int from, int to) {
    int at = from;
    for (; at + 8 <= to; at += 8) {
      long x = (long) LITTLE.get(buffer, at) ^ NEWLINES;
      // A borrow can only set lanes above a true match, so the lowest set lane is exact.
      long match = (x - LOW) & ~x & HIGH;
      if (match != 0) {
        return at + (Long.numberOfTrailingZeros(match) >>> 3);
      }
    }
    while (at < to && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  static int indexOf(byte[] buffer, int from, int to, char wanted) {
    int at = from;
    while (at < to && buffer[at] != wanted) {
      at++;
    }
    return at;
  }

  /** The NMEA checksum: all bytes combined by exclusive or. */
  static int checksum(byte[] buffer, int from, int to) {
    long sum = 0;
    int at = from;
    for (; at + 8 <= to; at += 8) {
      sum ^= (long) LITTLE.get(buffer, at);
    }
    sum ^= sum >>> 32;
    sum ^= sum >>> 16;
    sum ^= sum >>> 8;
    for (; at < to; at++) {
      sum ^= buffer[at];
    }
    return (int) sum & 0xff;
  }

  /** Two hexadecimal digits as a number, or -1. */
  static int hex(byte[] buffer, int at, int to) {
    if (at + 2 > to) {
      return -1;
    }
    int high = Character.digit(buffer[at], 16);
    int low = Character.digit(buffer[at + 1], 16);
    return (high | low) < 0 ? -1 : high << 4 | low;
  }

  /** A number of 1 to 15 digits, or -1. */
  static long number(byte[] buffer, int from, int to) {
    if (to <= from || to - from > 15) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = buffer[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /**
   * Seconds or milliseconds since 1970 as milliseconds, or -1. Below 1e11 it is seconds: as
   * milliseconds that would be before March 1973, as seconds it reaches the year 5138.
   */
  static long epochMillis(byte[] buffer, int from, int to) {
    int dot = indexOf(buffer, from, to, '.');
    long value = number(buffer, from, dot);
    if (value < 0 || value >= 100_000_000_000L) {
      return dot < to ? -1 : value;
    }
    long millis = value * 1000;
    int unit = 100;
    for (int i = dot + 1; i < to; i++, unit /= 10) {
      int digit = buffer[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      millis += (long) digit * unit;
    }
    return millis;
  }

  /** Bytes as text for a detail: bounded, and nothing unprintable. */
  static String quote(byte[] buffer, int from, int to) {
    int end = Math.min(to, from + 40);
    byte[] copy = new byte[Math.max(0, end - from)];
    for (int i = 0; i < copy.length; i++) {
      byte b = buffer[from + i];
      copy[i] = b < 0x20 || b > 0x7e ? (byte) '?' : b;
    }
    return "'" + new String(copy, StandardCharsets.US_ASCII) + (end < to ? "...'" : "'");
  }
}
