package org.bellbuoy.server.event;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Substitution values as text, as Windows writes them. Types and their numbers are those of
 * [MS-EVEN6] section 2.2.12; hexadecimal numbers have no leading zeros, GUIDs have capital letters,
 * times nine digits after the point.
 */
final class BinXmlValues {
  static final int NULL = 0x00;
  static final int BIN_XML = 0x21;
  static final int ARRAY = 0x80;

  private static final Charset ANSI = Charset.forName("windows-1252");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final DateTimeFormatter NANOS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
  private static final long TICKS_PER_SECOND = 10_000_000L;
  private static final long EPOCH_SECONDS = 11_644_473_600L;

  private BinXmlValues() {}

  /** One value that is no array. */
  static String text(EvtxBytes in, int type, int at, int size) throws EvtxProblem {
    in.need(at, size, "value");
    return switch (type) {
      case NULL -> "";
      case 0x01 -> withoutEnd(in.utf16(at, size / 2));
      case 0x02 -> withoutEnd(new String(in.bytes, at, size, ANSI));
      case 0x03 -> size == 1 ? Integer.toString((byte) in.u8(at)) : hex(in, at, size);
      case 0x04 -> size == 1 ? Integer.toString(in.u8(at)) : hex(in, at, size);
      case 0x05 -> size == 2 ? Integer.toString((short) in.u16(at)) : hex(in, at, size);
      case 0x06 -> size == 2 ? Integer.toString(in.u16(at)) : hex(in, at, size);
      case 0x07 -> size == 4 ? Integer.toString(in.i32(at)) : hex(in, at, size);
      case 0x08 -> size == 4 ? Integer.toUnsignedString(in.i32(at)) : hex(in, at, size);
      case 0x09 -> size == 8 ? Long.toString(in.i64(at)) : hex(in, at, size);
      case 0x0a -> size == 8 ? Long.toUnsignedString(in.i64(at)) : hex(in, at, size);
      case 0x0b -> size == 4 ? real(Float.intBitsToFloat(in.i32(at))) : hex(in, at, size);
      case 0x0c -> size == 8 ? real(Double.longBitsToDouble(in.i64(at))) : hex(in, at, size);
      case 0x0d -> flag(in, at, size);
      case 0x0f -> size == 16 ? guid(in, at) : hex(in, at, size);
      case 0x10, 0x14, 0x15 -> number(in, at, size);
      case 0x11 -> size == 8 ? fileTime(in.i64(at)) : hex(in, at, size);
      case 0x12 -> size == 16 ? systemTime(in, at) : hex(in, at, size);
      case 0x13 -> sid(in, at, size);
      // Binary, event handles and whatever Windows may yet add.
      default -> hex(in, at, size);
    };
  }

  /** The items of an array; a string array is cut at its ends. */
  static List<String> items(EvtxBytes in, int arrayType, int at, int size) throws EvtxProblem {
    in.need(at, size, "array");
    int type = arrayType & ~ARRAY;
    List<String> items = new ArrayList<>();
    switch (type) {
      case 0x01 -> split(new String(in.bytes, at, size & ~1, StandardCharsets.UTF_16LE), items);
      case 0x02 -> split(new String(in.bytes, at, size, ANSI), items);
      case 0x13 -> sids(in, at, size, items);
      default -> {
        int each = itemBytes(type);
        if (each == 0 || size % each != 0) {
          items.add(hex(in, at, size));
          return items;
        }
        for (int i = 0; i < size; i += each) {
          items.add(text(in, type, at + i, each));
        }
      }
    }
    return items;
  }

  private static void split(String all, List<String> items) {
    int from = 0;
    for (int end = all.indexOf('\0'); end >= 0; end = all.indexOf('\0', from)) {
      items.add(all.substring(from, end));
      from = end + 1;
    }
    if (from < all.length()) {
      items.add(all.substring(from));
    }
  }

  private static void sids(EvtxBytes in, int at, int size, List<String> items) throws EvtxProblem {
    int from = 0;
    while (from + 8 <= size) {
      int length = Math.min(8 + 4 * in.u8(at + from + 1), size - from);
      items.add(sid(in, at + from, length));
      from += length;
    }
    if (from < size) {
      items.add(hex(in, at + from, size - from));
    }
  }

  private static int itemBytes(int type) {
    return switch (type) {
      case 0x03, 0x04 -> 1;
      case 0x05, 0x06 -> 2;
      case 0x07, 0x08, 0x0b, 0x0d, 0x14 -> 4;
      case 0x09, 0x0a, 0x0c, 0x10, 0x11, 0x15 -> 8;
      case 0x0f, 0x12 -> 16;
      default -> 0;
    };
  }

  /** Ends of strings are no part of them; what stands after one within the value is kept. */
  private static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\0') {
      end--;
    }
    return text.substring(0, end);
  }

  private static String flag(EvtxBytes in, int at, int size) throws EvtxProblem {
    long value =
        switch (size) {
          case 1 -> in.u8(at);
          case 2 -> in.u16(at);
          case 4 -> in.i32(at);
          default -> -1;
        };
    return value == 0 ? "false" : value == 1 ? "true" : hex(in, at, size);
  }

  private static String number(EvtxBytes in, int at, int size) throws EvtxProblem {
    return switch (size) {
      case 4 -> "0x" + Integer.toHexString(in.i32(at));
      case 8 -> "0x" + Long.toHexString(in.i64(at));
      default -> hex(in, at, size);
    };
  }

  private static String real(double value) {
    if (Double.isNaN(value)) {
      return "-1.#IND";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "1.#INF" : "-1.#INF";
    }
    return plain(new BigDecimal(Double.toString(value)));
  }

  private static String real(float value) {
    return Float.isFinite(value)
        ? plain(new BigDecimal(Float.toString(value)))
        : real((double) value);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String guid(EvtxBytes in, int at) throws EvtxProblem {
    return String.format(
        Locale.ROOT,
        "{%08X-%04X-%04X-%s-%s}",
        in.i32(at),
        in.u16(at + 4),
        in.u16(at + 6),
        HEX.formatHex(in.bytes, at + 8, at + 10),
        HEX.formatHex(in.bytes, at + 10, at + 16));
  }

  /** The instant of a FILETIME, 100 nanoseconds since 1601 UTC, unsigned. */
  static Instant instant(long ticks) {
    return Instant.ofEpochSecond(
        Long.divideUnsigned(ticks, TICKS_PER_SECOND) - EPOCH_SECONDS,
        100 * Long.remainderUnsigned(ticks, TICKS_PER_SECOND));
  }

  private static String fileTime(long ticks) {
    return NANOS.format(instant(ticks));
  }

  private static String systemTime(EvtxBytes in, int at) throws EvtxProblem {
    try {
      LocalDateTime time =
          LocalDateTime.of(
              in.u16(at),
              in.u16(at + 2),
              in.u16(at + 6),
              in.u16(at + 8),
              in.u16(at + 10),
              in.u16(at + 12),
              in.u16(at + 14) * 1_000_000);
      return MILLIS.format(time);
    } catch (DateTimeException e) {
      return hex(in, at, 16);
    }
  }

  private static String sid(EvtxBytes in, int at, int size) throws EvtxProblem {
    if (size < 8 || size != 8 + 4 * in.u8(at + 1)) {
      return hex(in, at, size);
    }
    long authority = 0;
    for (int i = 2; i < 8; i++) {
      authority = authority << 8 | in.u8(at + i);
    }
    StringBuilder out = new StringBuilder("S-").append(in.u8(at)).append('-');
    // The written form of an authority of more than 32 bits, as ConvertSidToStringSid has it.
    out.append(authority >>> 32 == 0 ? authority : "0x" + Long.toHexString(authority));
    for (int i = 8; i < size; i += 4) {
      out.append('-').append(Integer.toUnsignedString(in.i32(at + i)));
    }
    return out.toString();
  }

  private static String hex(EvtxBytes in, int at, int size) {
    return HEX.formatHex(in.bytes, at, at + size);
  }
}
