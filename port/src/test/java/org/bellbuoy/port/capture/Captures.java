package org.bellbuoy.port.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes captures for tests. */
public final class Captures {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteOrder order;
  private final boolean nanos;

  private Captures(ByteOrder order, boolean nanos) {
    this.order = order;
    this.nanos = nanos;
  }

  /** A pcap of Ethernet frames with times in microseconds, low byte first. */
  public static Captures pcap() {
    return pcap(ByteOrder.LITTLE_ENDIAN, false, 1);
  }

  /** A pcap of any form. */
  public static Captures pcap(ByteOrder order, boolean nanos, int linkType) {
    Captures capture = new Captures(order, nanos);
    ByteBuffer header = ByteBuffer.allocate(24).order(order);
    header.putInt(nanos ? 0xa1b23c4d : 0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
    header.putInt(0).putInt(0).putInt(65535).putInt(linkType);
    capture.out.writeBytes(header.array());
    return capture;
  }

  /** A pcapng with the beginning of its first section. */
  public static Captures pcapng(ByteOrder order) {
    Captures capture = new Captures(order, true);
    capture.section();
    return capture;
  }

  /** Begins another section of the same byte order. */
  public Captures section() {
    return block(
        0x0a0d0d0a,
        ByteBuffer.allocate(16)
            .order(order)
            .putInt(0x1a2b3c4d)
            .putShort((short) 1)
            .putShort((short) 0)
            .putLong(-1)
            .array());
  }

  /** Describes an interface; resolution as the if_tsresol option, or −1 to leave it out. */
  public Captures face(int linkType, int snapBytes, int resolution) {
    ByteBuffer body = ByteBuffer.allocate(resolution < 0 ? 8 : 20).order(order);
    body.putShort((short) linkType).putShort((short) 0).putInt(snapBytes);
    if (resolution >= 0) {
      body.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]);
      body.putShort((short) 0).putShort((short) 0);
    }
    return block(1, body.array());
  }

  /** An enhanced packet block. */
  public Captures enhanced(int face, long units, byte[] packet) {
    ByteBuffer body = ByteBuffer.allocate(20 + (packet.length + 3 & ~3)).order(order);
    body.putInt(face).putInt((int) (units >>> 32)).putInt((int) units);
    body.putInt(packet.length).putInt(packet.length).put(packet);
    return block(6, body.array());
  }

  /** A simple packet block. */
  public Captures simple(byte[] packet) {
    ByteBuffer body = ByteBuffer.allocate(4 + (packet.length + 3 & ~3)).order(order);
    body.putInt(packet.length).put(packet);
    return block(3, body.array());
  }

  /** Any block. */
  public Captures block(int type, byte[] body) {
    ByteBuffer block = ByteBuffer.allocate(body.length + 12).order(order);
    block.putInt(type).putInt(body.length + 12).put(body).putInt(body.length + 12);
    out.writeBytes(block.array());
    return this;
  }

  /** A packet of a pcap. */
  public Captures packet(long epochNanos, byte[] packet) {
    return packet(epochNanos, packet, packet.length);
  }

  /** A packet of a pcap that was longer on the wire. */
  public Captures packet(long epochNanos, byte[] packet, int originalLength) {
    ByteBuffer record = ByteBuffer.allocate(16).order(order);
    record.putInt((int) (epochNanos / 1_000_000_000));
    record.putInt((int) (epochNanos % 1_000_000_000 / (nanos ? 1 : 1000)));
    record.putInt(packet.length).putInt(originalLength);
    out.writeBytes(record.array());
    out.writeBytes(packet);
    return this;
  }

  /** Bytes as they are. */
  public Captures raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** What was written. */
  public byte[] bytes() {
    return out.toByteArray();
  }

  /** A packet that says its own name. */
  public static byte[] named(String name) {
    return (name + " ".repeat(Math.max(0, 20 - name.length()))).getBytes(StandardCharsets.US_ASCII);
  }
}
