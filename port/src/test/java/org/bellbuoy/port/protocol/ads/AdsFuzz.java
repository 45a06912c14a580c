package org.bellbuoy.port.protocol.ads;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;

/** Good messages to spoil, and what must hold of any. */
final class AdsFuzz {
  private AdsFuzz() {}

  private static byte[] ask(int command, String data) {
    return AdsMessages.message(851, 30000, command, 4, 0, 1, data);
  }

  private static byte[] answer(int command, String data) {
    return AdsMessages.message(30000, 851, command, 5, 0, 1, data);
  }

  private static final byte[][] STARTS = {
    ask(3, "20400000 08000000 02000000 0102"),
    ask(9, "03f00000 00000000 04000000 06000000 4d41494e2e61"),
    answer(9, "00000000 04000000 34020034"),
    ask(
        9,
        "81f00000 02000000 08000000 1b0000002040000000000000020000000500000007000000010000000102"),
    answer(1, "00000000 03 01 b80f 506c6333302041707000000000000000"),
    ask(5, "0600 0000 00000000"),
    ask(7, "09000000")
  };

  private static final String[] DATAGRAMS = {
    "03661471 07000000 06000000 0501020301011027 02000000 0c00 0200 4100 0d00 0200 4200",
    "03661471 07000000 01000080 0501020301011027 02000000 0500 0200 4100 0300 0400 0301b80f"
  };

  static int starts() {
    return STARTS.length;
  }

  static byte[] start(int which) {
    return STARTS[which].clone();
  }

  static byte[] datagram(int which) {
    return Datagrams.bytes(DATAGRAMS[which]);
  }

  /** Both lengths are mended, so that more than their test is reached. */
  static byte[] mended(byte[] message) {
    byte[] mended = Arrays.copyOf(message, Math.max(38, message.length));
    ByteBuffer bytes = ByteBuffer.wrap(mended).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort(0, (short) 0).putInt(2, mended.length - 6).putInt(26, mended.length - 38);
    return mended;
  }

  static Recorded check(byte[] capture) {
    return Upright.check(List.of(new AdsProtocol()), List.of(new RouterProtocol()), capture);
  }
}
