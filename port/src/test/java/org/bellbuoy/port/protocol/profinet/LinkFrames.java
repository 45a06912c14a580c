package org.bellbuoy.port.protocol.profinet;

import java.nio.ByteBuffer;
import org.bellbuoy.port.capture.Captures;
import org.bellbuoy.port.stream.Datagrams;

/** Frames of PROFINET between hardware addresses 02:00:00:00:00:01, 2 and so on; for tests. */
final class LinkFrames {
  /** All devices listen to it. */
  static final long ALL = 0x010ecf000000L;

  private final Captures capture = Captures.pcap();
  private long nanos = 1_700_000_000_000_000_000L;

  LinkFrames frame(long from, long to, String hex) {
    return frame(from, to, Datagrams.bytes(hex));
  }

  LinkFrames frame(long from, long to, byte[] payload) {
    byte[] frame =
        ByteBuffer.allocate(Math.max(60, 14 + payload.length))
            .putShort((short) (mac(to) >> 32))
            .putInt((int) mac(to))
            .putShort((short) (mac(from) >> 32))
            .putInt((int) mac(from))
            .putShort((short) 0x8892)
            .put(payload)
            .array();
    capture.packet(nanos, frame);
    nanos += 20_000_000;
    return this;
  }

  private static long mac(long station) {
    return station < 256 ? 0x020000000000L | station : station;
  }

  /** A DCP frame with its length. */
  static String dcp(String head, String transaction, String blocks) {
    String hex = blocks.replace(" ", "");
    return "%s%s0000%04x%s".formatted(head, transaction, hex.length() / 2, hex);
  }

  byte[] bytes() {
    return capture.bytes();
  }
}
