package org.bellbuoy.port.protocol.dnp3;

import java.util.List;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;

/** What must hold of any bytes. */
final class Dnp3Fuzz {
  private static final String[] STARTS = {
    "c0c1030c012801000300 4103d0070000b80b000000",
    "c0c1810000 0c01280100030041 03d0070000b80b000000",
    "c0c1023201 0701 00f7e9d93401",
    "c0c11946035b012000 1a000600 000000000000 0000 00000000 00000000 0200 0004 0000 612e747874",
    "40c1026e0a170201 30313233343536373839",
    "8102 39383736353433323130",
    "c0c1810000 00fc000000 0104 41636d65",
    "c0d1820000 0201 170100 81"
  };

  private Dnp3Fuzz() {}

  static int starts() {
    return STARTS.length;
  }

  static byte[] start(int which) {
    return Datagrams.bytes(STARTS[which].replace(" ", ""));
  }

  static Recorded check(byte[] capture) {
    return Upright.check(List.of(new Dnp3Protocol()), List.of(new Dnp3DatagramProtocol()), capture);
  }
}
