package org.bellbuoy.port.protocol.enip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** EtherNet/IP messages written byte by byte; for tests. */
final class EnipBytes {
  private EnipBytes() {}

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  static byte[] many(byte[]... messages) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] message : messages) {
      all.writeBytes(message);
    }
    return all.toByteArray();
  }

  static byte[] message(int command, int status, long context, byte[] body) {
    return ByteBuffer.allocate(24 + body.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) command)
        .putShort((short) body.length)
        .putInt(0x11020100)
        .putInt(status)
        .putLong(context)
        .putInt(0)
        .put(body)
        .array();
  }

  /** A CIP message within Send RR Data. */
  static byte[] unconnected(long context, byte[] cip) {
    return message(
        0x6f,
        0,
        context,
        ByteBuffer.allocate(16 + cip.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0)
            .putShort((short) 10)
            .putShort((short) 2)
            .putInt(0)
            .putShort((short) 0xb2)
            .putShort((short) cip.length)
            .put(cip)
            .array());
  }

  /** A CIP message within Send Unit Data. */
  static byte[] connected(int connection, int sequence, byte[] cip) {
    return message(
        0x70,
        0,
        0,
        ByteBuffer.allocate(22 + cip.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0)
            .putShort((short) 0)
            .putShort((short) 2)
            .putShort((short) 0xa1)
            .putShort((short) 4)
            .putInt(connection)
            .putShort((short) 0xb1)
            .putShort((short) (2 + cip.length))
            .putShort((short) sequence)
            .put(cip)
            .array());
  }

  /** An Unconnected Send through port 1 to a slot. */
  static byte[] routed(int slot, byte[] cip) {
    byte[] pad = new byte[cip.length & 1];
    return ByteBuffer.allocate(14 + cip.length + pad.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(hex("520220062401 059d"))
        .putShort((short) cip.length)
        .put(cip)
        .put(pad)
        .put(new byte[] {1, 0, 1, (byte) slot})
        .array();
  }
}
