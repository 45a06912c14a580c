package org.bellbuoy.port.packet;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Makes frames for tests. */
public final class Frames {
  private static final byte[] MACS = {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1};

  private Frames() {}

  /** An Ethernet frame. */
  public static byte[] ethernet(int type, byte[] payload) {
    return ByteBuffer.allocate(14 + payload.length)
        .put(MACS)
        .putShort((short) type)
        .put(payload)
        .array();
  }

  /** Puts a VLAN tag into an Ethernet frame. */
  public static byte[] tagged(int tag, int vlan, byte[] frame) {
    return ByteBuffer.allocate(frame.length + 4)
        .put(frame, 0, 12)
        .putShort((short) tag)
        .putShort((short) vlan)
        .put(frame, 12, frame.length - 12)
        .array();
  }

  /** An IPv4 packet from 10.0.0.x to 10.0.0.y; part is the field of flags and fragment offset. */
  public static byte[] ipv4(int from, int to, int id, int part, int protocol, byte[] payload) {
    return ByteBuffer.allocate(20 + payload.length)
        .put((byte) 0x45)
        .put((byte) 0)
        .putShort((short) (20 + payload.length))
        .putShort((short) id)
        .putShort((short) part)
        .put((byte) 64)
        .put((byte) protocol)
        .putShort((short) 0)
        .putInt(10 << 24 | from)
        .putInt(10 << 24 | to)
        .put(payload)
        .array();
  }

  /** A TCP segment. */
  public static byte[] tcp(int from, int to, int sequence, int ack, int flags, byte[] payload) {
    return ByteBuffer.allocate(20 + payload.length)
        .putShort((short) from)
        .putShort((short) to)
        .putInt(sequence)
        .putInt(ack)
        .put((byte) 0x50)
        .put((byte) flags)
        .putShort((short) 4096)
        .putInt(0)
        .put(payload)
        .array();
  }

  /** A UDP datagram. */
  public static byte[] udp(int from, int to, byte[] payload) {
    return ByteBuffer.allocate(8 + payload.length)
        .putShort((short) from)
        .putShort((short) to)
        .putShort((short) (8 + payload.length))
        .putShort((short) 0)
        .put(payload)
        .array();
  }

  /** A part of bytes. */
  public static byte[] part(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }
}
