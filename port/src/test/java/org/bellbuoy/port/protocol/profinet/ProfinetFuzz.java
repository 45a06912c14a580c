package org.bellbuoy.port.protocol.profinet;

import java.util.List;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;

/** Good frames and calls to spoil, and what must hold of any. */
final class ProfinetFuzz {
  private static final String[] FRAMES = {
    LinkFrames.dcp("fefd0400", "00000001", "0202 0007 0001 6372616e65 00 0505 0002 0000"),
    LinkFrames.dcp("fefd0401", "00000001", "0504 0003 020200 00 0504 0003 050506 00"),
    LinkFrames.dcp("fefe0500", "00000001", "0202 0005 6372616e65 00"),
    LinkFrames.dcp(
        "feff0501",
        "00000001",
        "0202 0007 0000 6372616e65 00 0102 000e 0001 c0a80005ffffff0000000000"),
    LinkFrames.dcp("fefd0300", "00000001", "0203 0204"),
    LinkFrames.dcp("fefd0301", "00000001", "0203 0006 0000 002a 0101")
  };

  private static final String[] CALLS = {
    IoCalls.call(
        false, 0, 0x20, 9, 3, 0, IoCalls.arguments("00000000", IoCalls.record(8, 0, 1, 1, "ff"))),
    IoCalls.call(
        true, 2, 0x0a, 9, 3, 0, IoCalls.arguments("00000000", IoCalls.record(0x8008, 0, 1, 1, ""))),
    IoCalls.call(
        false,
        0,
        0x20,
        9,
        3,
        0,
        IoCalls.arguments(
            "00000000", IoCalls.record(8, 0, 0, 0xe040, IoCalls.record(8, 0, 1, 1, "01020304")))),
    IoCalls.call(false, 0, 0x24, 9, 3, 0, IoCalls.arguments("00000000", "0008003c")),
    IoCalls.call(false, 0, 0x26, 9, 3, 1, "0100"),
    IoCalls.call(
        true,
        2,
        0x0a,
        9,
        5,
        0,
        IoCalls.arguments(
            "00000000",
            IoCalls.record(0x8009, 0, 1, 0xaff0, "002000380100002a" + "20".repeat(60)))),
    IoCalls.call(false, 3, 0x0a, 9, 3, 0, "1c010003")
  };

  private ProfinetFuzz() {}

  static int frames() {
    return FRAMES.length;
  }

  static byte[] frame(int which) {
    return Datagrams.bytes(FRAMES[which]);
  }

  static int calls() {
    return CALLS.length;
  }

  static byte[] call(int which) {
    return Datagrams.bytes(CALLS[which]);
  }

  static Recorded check(byte[] capture) {
    return Upright.check(
        List.of(), List.of(new IoProtocol()), context -> List.of(new DcpDecoder(context)), capture);
  }
}
