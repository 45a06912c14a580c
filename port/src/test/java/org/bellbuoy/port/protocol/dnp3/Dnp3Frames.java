package org.bellbuoy.port.protocol.dnp3;

import java.io.ByteArrayOutputStream;
import org.bellbuoy.port.stream.Datagrams;

/** Makes frames between master 1 and outstation 10; for tests. */
final class Dnp3Frames {
  private Dnp3Frames() {}

  /** One application message from the master in one frame. */
  static byte[] ask(String application) {
    return frame(0xc4, 10, 1, Datagrams.bytes("c0" + application));
  }

  /** One application message from the outstation. */
  static byte[] answer(String application) {
    return frame(0x44, 1, 10, Datagrams.bytes("c0" + application));
  }

  /** A frame with user data that begins with the transport header. */
  static byte[] frame(int control, int destination, int source, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] header = {
      5,
      0x64,
      (byte) (5 + data.length),
      (byte) control,
      (byte) destination,
      (byte) (destination >> 8),
      (byte) source,
      (byte) (source >> 8)
    };
    summed(out, header, 0, 8);
    for (int at = 0; at < data.length; at += 16) {
      summed(out, data, at, Math.min(16, data.length - at));
    }
    return out.toByteArray();
  }

  private static void summed(ByteArrayOutputStream out, byte[] bytes, int at, int length) {
    int sum = sum(bytes, at, length);
    out.write(bytes, at, length);
    out.write(sum);
    out.write(sum >> 8);
  }

  /** Bit by bit, from the polynomial of the standard: x16+x13+x12+x11+x10+x8+x6+x5+x2+1. */
  static int sum(byte[] bytes, int at, int length) {
    int sum = 0;
    for (int i = at; i < at + length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        boolean carry = ((sum ^ (bytes[i] & 0xff) >> bit) & 1) != 0;
        sum = sum >> 1 ^ (carry ? 0xa6bc : 0);
      }
    }
    return ~sum & 0xffff;
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
