package org.bellbuoy.port.protocol.s7;

import java.util.Arrays;
import java.util.List;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;

/** Good messages to spoil, and what must hold of any. */
final class S7Fuzz {
  private static final String[] STARTS = {
    S7Talk.job(
        1, "0502 120a10010001000083000053 120a10050001000784000010", "00030001010000040010fff6"),
    S7Talk.job(2, "0501 120e b2 00 8a0e 0001 12345678 20000009", "00 04 0008 01"),
    S7Talk.done(1, "0502", "ff05"),
    S7Talk.done(2, "0402", "ff040018 010203 00 0a000000"),
    S7Talk.job(3, "28 000000000000fd 000a 0100 3045303030303250 05 5f494e5345", ""),
    S7Talk.job(4, "1a 00010000000000 09 5f30383030303031 50 0d 31303030323136303030303838", ""),
    S7Talk.user(5, "00011204 11440100", "ff09000400110000"),
    S7Talk.user(
        5,
        "00011208 12840100 00000000",
        "ff090024 0011 0000 001c 0001 0007 20202020202020202020202020202020202020202020 00c0 56030207"),
    S7Talk.user(6, "00011208 12840100 d5010000", "ff090004001c00000022000a"),
    S7Talk.data("7201001b 31000004f200000005 00000001 34 00000034 01 9077 00 08 01 72010000"),
    S7Talk.data("7202000b 32000004f200000005 34 00 72020000"),
    S7Talk.part("3201"),
    S7Talk.tpkt("11e00000000f00 c1020100 c2020122 c0010a")
  };

  private S7Fuzz() {}

  static int starts() {
    return STARTS.length;
  }

  static byte[] start(int which) {
    return Datagrams.bytes(STARTS[which]);
  }

  /** The length that the first header says is mended, so that more than its test is reached. */
  static byte[] mended(byte[] message) {
    byte[] mended = Arrays.copyOf(message, Math.max(7, message.length));
    mended[0] = 3;
    mended[1] = 0;
    mended[2] = (byte) (mended.length >> 8);
    mended[3] = (byte) mended.length;
    return mended;
  }

  static Recorded check(byte[] capture) {
    return Upright.check(List.of(new S7Protocol(), new S7PlusProtocol()), List.of(), capture);
  }
}
