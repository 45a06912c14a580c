package org.bellbuoy.port.protocol.enip;

import static org.bellbuoy.port.protocol.enip.EnipBytes.connected;
import static org.bellbuoy.port.protocol.enip.EnipBytes.hex;
import static org.bellbuoy.port.protocol.enip.EnipBytes.message;
import static org.bellbuoy.port.protocol.enip.EnipBytes.routed;
import static org.bellbuoy.port.protocol.enip.EnipBytes.unconnected;

import java.util.Arrays;
import java.util.List;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;

/** Good messages to spoil, and what must hold of any. */
final class EnipFuzz {
  static final int STARTS = 10;

  private EnipFuzz() {}

  static byte[] start(int which) {
    return switch (which) {
      case 0 -> unconnected(7, hex("4d06910a436172746f6e53697a65 c4000100 0e000000"));
      case 1 -> unconnected(7, hex("cd000000"));
      case 2 ->
          connected(
              1,
              2,
              hex("0a02 2002 2401 0200 0600 1200 4c04 9105 7061727473 00 0100 4c02200124010100"));
      case 3 -> connected(1, 2, hex("8a00 1e00 0200 0600 1000 cc000000 c400 2a000000 cc000400"));
      case 4 -> unconnected(7, routed(3, hex("0502200124 01")));
      case 5 -> unconnected(7, hex("4b022067240107 4d0012345678 0f00 0100 aa 020789 0500 d204"));
      case 6 -> unconnected(7, hex("cb000000 07 4d0012345678 4ff0 0100 0b"));
      case 7 ->
          unconnected(
              7,
              hex(
                  "5402 2006 2401 0a0e 00000000 11110000 0100 4d00 99887766 01 000000 c0c60000"
                      + "f443 c0c60000 f443 a3 03 0105 2002 2401"));
      case 8 ->
          message(
              0x63,
              0,
              0,
              hex(
                  "0100 0c00 2b00 0100 0002 af12 0a000002 0000000000000000 0100 0e00 3600 1404"
                      + "6031 12345678 09 313735362d4c36312f 03"));
      default -> hex("0200 0280 0800 01000000 05000000 b100 0400 01000000");
    };
  }

  /** Lengths that the outer layers say are mended, so that more than their tests is reached. */
  static byte[] mended(byte[] message) {
    byte[] mended = Arrays.copyOf(message, Math.max(40, message.length));
    int body = mended.length - 24;
    mended[2] = (byte) body;
    mended[3] = (byte) (body >> 8);
    Arrays.fill(mended, 8, 12, (byte) 0);
    Arrays.fill(mended, 20, 28, (byte) 0);
    int data = mended[32] == (byte) 0xa1 ? 40 : 36;
    if (data + 4 <= mended.length) {
      mended[data + 2] = (byte) (mended.length - data - 4);
      mended[data + 3] = (byte) (mended.length - data - 4 >> 8);
    }
    return mended;
  }

  static Recorded check(Talk talk, Datagrams datagrams) {
    return Upright.check(
        List.of(new EnipProtocol()),
        List.of(new EnipDatagramProtocol()),
        talk.bytes(),
        datagrams.bytes());
  }
}
