package org.bellbuoy.port.protocol.bacnet;

import java.util.Arrays;
import java.util.List;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;

/** What must hold of any datagrams. */
final class BacnetFuzz {
  private static final String[] STARTS = {
    "810a00160104 0004590f0c0080000119553e44433400003f",
    "810a0019 0104 0c04210004 10 0c00800005 1e 0955 2e 44428600",
    "810a000b01080005011120590f",
    "810b0018 0120ffff00ff 1000 c402000001 2201e0 9101 2163",
    "810a0018 0104 50 0110 0e910291280f 1e0c0080000619551f",
    "8105000600b4",
    "810a001d 0104 300a0e 0c02000001 1e 2946 4e 75050048564143 4f 1f"
  };

  private BacnetFuzz() {}

  static int starts() {
    return STARTS.length;
  }

  static byte[] start(int which) {
    return Datagrams.bytes(STARTS[which]);
  }

  /** The length that the virtual link says is mended, so that more than its test is reached. */
  static byte[] mended(byte[] datagram) {
    byte[] mended = Arrays.copyOf(datagram, Math.max(4, datagram.length));
    mended[0] = (byte) 0x81;
    mended[2] = (byte) (mended.length >> 8);
    mended[3] = (byte) mended.length;
    return mended;
  }

  static Recorded check(byte[] capture) {
    return Upright.check(List.of(), List.of(new BacnetProtocol()), capture);
  }
}
