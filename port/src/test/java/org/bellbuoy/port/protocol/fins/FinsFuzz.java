package org.bellbuoy.port.protocol.fins;

import java.nio.ByteBuffer;
import java.util.List;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;

/** Good frames to spoil, and what must hold of any. */
final class FinsFuzz {
  private static final String[] STARTS = {
    "80000200010000020007 0101 82 0064 00 0003",
    "80000200010000020007 0102 82 0064 00 0002 0001 0203",
    "80000200010000020007 2301 0002 0001 30 0010 03 0000 30 0010 04",
    "c0000200020000010007 0501 0000" + "41".repeat(40),
    "80000200010000020007 2203 0000 0002 66696c656e616d652e6f626a"
  };

  private FinsFuzz() {}

  static int starts() {
    return STARTS.length;
  }

  static byte[] start(int which) {
    return Datagrams.bytes(STARTS[which]);
  }

  /** A frame as it goes over TCP. */
  static byte[] tcp(byte[] frame) {
    return ByteBuffer.allocate(16 + frame.length)
        .putInt(0x46494e53)
        .putInt(8 + frame.length)
        .putInt(2)
        .putInt(0)
        .put(frame)
        .array();
  }

  static Recorded check(byte[] capture) {
    return Upright.check(List.of(new FinsTcpProtocol()), List.of(new FinsUdpProtocol()), capture);
  }
}
