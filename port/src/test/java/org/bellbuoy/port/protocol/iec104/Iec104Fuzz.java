package org.bellbuoy.port.protocol.iec104;

import java.util.Arrays;
import java.util.List;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;

/** What must hold of any bytes. */
final class Iec104Fuzz {
  private static final String[] STARTS = {
    "2d 01 0600 0100 0a0000 81",
    "2d 01 4700 0100 0a0000 81",
    "3f 01 0600 0100 0a0000 0000c03f 00 00000000000000",
    "03 82 1400 0100 0a0000 02 01",
    "66 01 0500 0100 0a0000",
    "0b 01 0500 0100 0a0000 0100 00",
    "67 01 0600 0100 000000 01020304050607",
    "7d 01 0d00 0100 640000 0700 01 04 61626364"
  };

  private Iec104Fuzz() {}

  static int starts() {
    return STARTS.length;
  }

  static byte[] start(int which) {
    return Iec104DecoderTest.information(STARTS[which]);
  }

  /** Start, length and format are mended, so that more than their test is reached. */
  static byte[] mended(byte[] message) {
    byte[] mended = Arrays.copyOf(message, Math.max(13, message.length));
    mended[0] = Apci.START;
    mended[1] = (byte) (mended.length - 2);
    mended[2] &= ~1;
    mended[4] &= ~1;
    return mended;
  }

  static Recorded check(byte[] capture) {
    return Upright.check(List.of(new Iec104Protocol()), List.of(), capture);
  }
}
