package org.bellbuoy.port.simulate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes in network order, one field after the other. */
final class ByteWriter {
  private byte[] bytes;
  private int size;

  ByteWriter() {
    this(64);
  }

  ByteWriter(int expected) {
    bytes = new byte[expected];
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  ByteWriter u8(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  ByteWriter u16(int value) {
    return u8(value >> 8).u8(value);
  }

  ByteWriter u24(int value) {
    return u8(value >> 16).u16(value);
  }

  ByteWriter u32(long value) {
    return u16((int) (value >> 16)).u16((int) value);
  }

  ByteWriter u48(long value) {
    return u16((int) (value >> 32)).u32(value);
  }

  ByteWriter u64(long value) {
    return u32(value >>> 32).u32(value);
  }

  ByteWriter add(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  ByteWriter text(String ascii) {
    return add(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  /** A text cut or filled up to a length. */
  ByteWriter text(String ascii, int length, int filler) {
    for (int i = 0; i < length; i++) {
      u8(i < ascii.length() ? ascii.charAt(i) : filler);
    }
    return this;
  }

  ByteWriter hex(String digits) {
    return add(HexFormat.of().parseHex(digits));
  }

  ByteWriter zeros(int count) {
    room(count);
    size += count;
    return this;
  }

  int size() {
    return size;
  }

  /** Writes over two bytes that are there. */
  ByteWriter set16(int at, int value) {
    bytes[at] = (byte) (value >> 8);
    bytes[at + 1] = (byte) value;
    return this;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
