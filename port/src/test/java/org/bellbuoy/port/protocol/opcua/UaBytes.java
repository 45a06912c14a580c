package org.bellbuoy.port.protocol.opcua;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** OPC UA messages written field by field; for tests. */
final class UaBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  UaBytes() {}

  static byte[] bytes(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  static byte[] many(byte[]... messages) {
    UaBytes all = new UaBytes();
    for (byte[] message : messages) {
      all.raw(message);
    }
    return all.done();
  }

  UaBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  UaBytes hex(String digits) {
    return raw(bytes(digits));
  }

  UaBytes u32(long value) {
    return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array());
  }

  UaBytes text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return u32(bytes.length).raw(bytes);
  }

  /** A null text or array. */
  UaBytes none() {
    return u32(-1);
  }

  byte[] done() {
    return out.toByteArray();
  }

  /** Type of a request, its header without session, then the fields. */
  static byte[] request(int type, byte[] fields) {
    return new UaBytes()
        .hex("0100")
        .raw(new byte[] {(byte) type, (byte) (type >> 8)})
        .hex("0000")
        .hex("0000000000000000")
        .u32(1)
        .u32(0)
        .none()
        .u32(0)
        .hex("000000")
        .raw(fields)
        .done();
  }

  static byte[] response(int type, long result, byte[] fields) {
    return new UaBytes()
        .hex("0100")
        .raw(new byte[] {(byte) type, (byte) (type >> 8)})
        .hex("0000000000000000")
        .u32(1)
        .u32(result)
        .hex("00")
        .none()
        .hex("000000")
        .raw(fields)
        .done();
  }

  static byte[] chunk(String type, byte[] content) {
    return new UaBytes()
        .raw(type.getBytes(StandardCharsets.US_ASCII))
        .u32(8 + content.length)
        .raw(content)
        .done();
  }

  /** A message or a part of it: channel, token, sequence and request number, body. */
  static byte[] message(String type, int request, byte[] body) {
    return chunk(type, new UaBytes().u32(4).u32(4).u32(request).u32(request).raw(body).done());
  }
}
