package org.bellbuoy.port.protocol.opcua;

import java.nio.charset.StandardCharsets;
import org.bellbuoy.port.packet.Bytes;

/**
 * Reads values one behind the other (OPC 10000-6, 5.2). Where they end too early it gives zeros and
 * empty texts from there on, and {@link #cut} says so. Reused. Not thread safe.
 */
final class UaReader {
  /** Longer texts are cut. */
  static final int LONGEST_TEXT = 250;

  private static final int DEEPEST = 16;

  byte[] b = new byte[0];
  int at;
  int end;
  boolean cut;

  // Where the last text or byte string stands.
  int textAt;
  int textLength;

  UaReader() {}

  void set(byte[] buffer, int offset, int length) {
    b = buffer;
    at = offset;
    end = offset + length;
    cut = false;
  }

  private boolean has(int bytes) {
    if (cut || bytes < 0 || end - at < bytes) {
      cut = true;
      return false;
    }
    return true;
  }

  void skip(int bytes) {
    if (has(bytes)) {
      at += bytes;
    }
  }

  int u8() {
    return has(1) ? b[at++] & 0xff : 0;
  }

  int u16() {
    if (!has(2)) {
      return 0;
    }
    at += 2;
    return Bytes.u16Little(b, at - 2);
  }

  int s32() {
    if (!has(4)) {
      return 0;
    }
    at += 4;
    return Bytes.s32Little(b, at - 4);
  }

  long u32() {
    return s32() & 0xffff_ffffL;
  }

  long s64() {
    if (!has(8)) {
      return 0;
    }
    at += 8;
    return Bytes.s64Little(b, at - 8);
  }

  /** Count of an array whose elements take that many bytes at least; 0 where there is none. */
  int count(int leastBytes) {
    int count = s32();
    if (count <= 0) {
      return 0;
    }
    if ((long) count * leastBytes > end - at) {
      cut = true;
      return 0;
    }
    return count;
  }

  /** Passes over a text or byte string; {@link #textAt} says where it was. */
  void bytes() {
    int length = s32();
    textAt = at;
    textLength = 0;
    if (length > 0 && has(length)) {
      textLength = length;
      at += length;
    }
  }

  /** A text; empty where it is null. */
  String text() {
    bytes();
    int length = Math.min(textLength, LONGEST_TEXT);
    return length == 0 ? "" : new String(b, textAt, length, StandardCharsets.UTF_8);
  }

  /** Locale and text, each where a bit says so; gives the text. */
  String localizedText() {
    int mask = u8();
    if ((mask & 1) != 0) {
      bytes();
    }
    return (mask & 2) != 0 ? text() : "";
  }

  /** Passes over a node's identifier; -1, or its number where it is one of namespace 0. */
  long node() {
    int encoding = u8();
    long standard = -1;
    switch (encoding & 0x3f) {
      case 0 -> standard = u8();
      case 1 -> {
        int namespace = u8();
        int number = u16();
        standard = namespace == 0 ? number : -1;
      }
      case 2 -> {
        int namespace = u16();
        long number = u32();
        standard = namespace == 0 ? number : -1;
      }
      case 3, 5 -> {
        u16();
        bytes();
      }
      case 4 -> skip(18);
      default -> cut = true;
    }
    if ((encoding & 0x80) != 0) {
      bytes();
    }
    if ((encoding & 0x40) != 0) {
      s32();
    }
    return cut ? -1 : standard;
  }

  void qualifiedName() {
    u16();
    bytes();
  }

  /** Passes over an object of any type; its body is where {@link #textAt} says. */
  long extensionObject() {
    long type = node();
    int encoding = u8();
    textLength = 0;
    if (encoding == 1 || encoding == 2) {
      bytes();
    } else if (encoding != 0) {
      cut = true;
    }
    return type;
  }

  void diagnosticInfo() {
    diagnosticInfo(0);
  }

  private void diagnosticInfo(int depth) {
    int mask = u8();
    if (depth > DEEPEST || (mask & 0x80) != 0) {
      cut = true;
      return;
    }
    skip(4 * Integer.bitCount(mask & 0x0f));
    if ((mask & 0x10) != 0) {
      bytes();
    }
    if ((mask & 0x20) != 0) {
      skip(4);
    }
    if ((mask & 0x40) != 0) {
      diagnosticInfo(depth + 1);
    }
  }

  void diagnosticInfos() {
    for (int left = count(1); left > 0 && !cut; left--) {
      diagnosticInfo();
    }
  }

  void texts() {
    for (int left = count(4); left > 0 && !cut; left--) {
      bytes();
    }
  }

  /** Session, time, handle, diagnostics, audit entry, patience, additional header. */
  void requestHeader() {
    node();
    skip(16);
    bytes();
    skip(4);
    extensionObject();
  }

  /** Time, handle, result, diagnostics, texts, additional header; gives the result. */
  int responseHeader() {
    skip(12);
    int result = s32();
    diagnosticInfo();
    texts();
    extensionObject();
    return result;
  }

  /** Value, status and times, each where a bit says so; gives where the value begins, or −1. */
  int dataValue(int depth) {
    int mask = u8();
    int valueAt = (mask & 1) != 0 ? at : -1;
    if (valueAt >= 0) {
      variant(depth + 1);
    }
    dataValueStatus = 0;
    if ((mask & 2) != 0) {
      dataValueStatus = s32();
    }
    skip(((mask & 4) != 0 ? 8 : 0) + ((mask & 0x10) != 0 ? 2 : 0));
    skip(((mask & 8) != 0 ? 8 : 0) + ((mask & 0x20) != 0 ? 2 : 0));
    return valueAt;
  }

  /** Status of the last data value. */
  int dataValueStatus;

  /** Passes over a value of any built-in type, or an array of such. */
  void variant(int depth) {
    int mask = u8();
    int type = mask & 0x3f;
    if (depth > DEEPEST || type > 25) {
      cut = true;
      return;
    }
    if ((mask & 0x80) == 0) {
      one(type, depth);
      return;
    }
    int count = count(1);
    int size = fixedBytes(type);
    if (size > 0) {
      skip((int) Math.min((long) count * size, Integer.MAX_VALUE));
    } else {
      for (int left = count; left > 0 && !cut; left--) {
        one(type, depth);
      }
    }
    if ((mask & 0x40) != 0) {
      skip(count(4) * 4);
    }
  }

  /** Bytes of a built-in type (OPC 10000-6, table 1), 0 where they differ from value to value. */
  static int fixedBytes(int type) {
    return switch (type) {
      case 1, 2, 3 -> 1;
      case 4, 5 -> 2;
      case 6, 7, 10, 19 -> 4;
      case 8, 9, 11, 13 -> 8;
      case 14 -> 16;
      default -> 0;
    };
  }

  private void one(int type, int depth) {
    switch (type) {
      case 0 -> {}
      case 12, 15, 16 -> bytes();
      case 17, 18 -> node();
      case 20 -> qualifiedName();
      case 21 -> {
        int mask = u8();
        if ((mask & 1) != 0) {
          bytes();
        }
        if ((mask & 2) != 0) {
          bytes();
        }
      }
      case 22 -> extensionObject();
      case 23 -> dataValue(depth + 1);
      case 24 -> variant(depth + 1);
      case 25 -> diagnosticInfo(depth);
      default -> skip(fixedBytes(type));
    }
  }
}
