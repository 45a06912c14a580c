package org.bellbuoy.port.protocol.dnp3;

import org.bellbuoy.port.packet.Bytes;

/**
 * Walks over the objects of an application message (IEEE 1815, 4.2.2.7): group, variation,
 * qualifier, range, and the objects where the message carries them. Reused.
 */
final class ObjectHeaders {
  private byte[] b = new byte[0];
  private int at;
  private int end;
  private boolean malformed;

  private int group;
  private int variation;
  private int prefix;
  private long first;
  private long count;
  private boolean ranged;

  void over(byte[] buffer, int from, int to) {
    b = buffer;
    at = from;
    end = to;
    malformed = false;
  }

  /** Reads the next header; false at the end and where it is cut or its qualifier unknown. */
  boolean next() {
    if (at >= end) {
      return false;
    }
    if (end - at < 3) {
      return bad();
    }
    group = b[at] & 0xff;
    variation = b[at + 1] & 0xff;
    int qualifier = b[at + 2] & 0xff;
    at += 3;
    prefix = qualifier >> 4 & 7;
    first = -1;
    count = -1;
    ranged = false;
    int code = qualifier & 15;
    return switch (code) {
      case 0, 3 -> range(1);
      case 1, 4 -> range(2);
      case 2, 5 -> range(4);
      case 6 -> true;
      case 7, 11 -> counted(1);
      case 8 -> counted(2);
      case 9 -> counted(4);
      default -> bad();
    };
  }

  private boolean range(int bytes) {
    if (end - at < 2 * bytes) {
      return bad();
    }
    first = number(at, bytes);
    long last = number(at + bytes, bytes);
    at += 2 * bytes;
    ranged = true;
    count = last - first + 1;
    return count > 0 || bad();
  }

  private boolean counted(int bytes) {
    if (end - at < bytes) {
      return bad();
    }
    count = number(at, bytes);
    at += bytes;
    return true;
  }

  private boolean bad() {
    malformed = true;
    at = end;
    return false;
  }

  long number(int from, int bytes) {
    return switch (bytes) {
      case 1 -> b[from] & 0xff;
      case 2 -> Bytes.u16Little(b, from);
      default -> Bytes.u32Little(b, from);
    };
  }

  /** Bytes of the index before each object, 0 where there is none. */
  int indexBytes() {
    return prefix >= 1 && prefix <= 3 ? 1 << prefix - 1 : 0;
  }

  /** Bytes of the size before each object, 0 where there is none. */
  int sizeBytes() {
    return prefix >= 4 && prefix <= 6 ? 1 << prefix - 4 : 0;
  }

  /** Index of what follows the header. */
  int at() {
    return at;
  }

  int left() {
    return end - at;
  }

  /** Goes on behind objects that were read. */
  void skip(long bytes) {
    if (bytes > end - at) {
      bad();
    } else {
      at += (int) bytes;
    }
  }

  /** What is left cannot be read. */
  void giveUp() {
    at = end;
  }

  boolean malformed() {
    return malformed;
  }

  int group() {
    return group;
  }

  int variation() {
    return variation;
  }

  /** First index, −1 where the header names none. */
  long first() {
    return first;
  }

  /** How many, −1 for all. */
  long count() {
    return count;
  }

  /** Whether the objects are those of a range of indexes. */
  boolean ranged() {
    return ranged;
  }

  /**
   * Bytes of all objects of this header without prefixes, as far as they are of a fixed size (annex
   * A); −1 for others.
   */
  long objectBytes() {
    long each =
        switch (group << 8 | variation) {
          case 12 << 8 | 1, 12 << 8 | 2 -> Crob.BYTES;
          case 41 << 8 | 1, 41 << 8 | 3 -> 5;
          case 41 << 8 | 2 -> 3;
          case 41 << 8 | 4 -> 9;
          case 50 << 8 | 1, 50 << 8 | 3, 51 << 8 | 1, 51 << 8 | 2 -> 6;
          case 50 << 8 | 2 -> 10;
          case 50 << 8 | 4 -> 11;
          case 34 << 8 | 1, 52 << 8 | 1, 52 << 8 | 2 -> 2;
          case 34 << 8 | 2, 34 << 8 | 3 -> 4;
          case 10 << 8 | 2 -> 1;
          default -> group == 110 || group == 112 ? variation : -1;
        };
    if (each >= 0) {
      return Math.max(count, 0) * each;
    }
    boolean packed = variation == 1 && (group == 80 || group == 10);
    return packed && ranged ? (count + 7) / 8 : -1;
  }
}
