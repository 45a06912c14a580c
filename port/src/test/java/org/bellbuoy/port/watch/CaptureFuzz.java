package org.bellbuoy.port.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import org.bellbuoy.port.capture.Captures;
import org.bellbuoy.port.packet.Frames;
import org.bellbuoy.port.stream.Talk;

/** Good captures to spoil, and what must hold of any. */
final class CaptureFuzz {
  static final int STARTS = 3;

  private static final byte[] WRITE = {0, 1, 0, 0, 0, 6, 9, 5, 0, 10, -1, 0};

  private CaptureFuzz() {}

  static byte[] start(int which) {
    return switch (which) {
      case 0 ->
          new Talk(502)
              .open()
              .ask(1001, 5001, WRITE)
              .answer(5001, 1013, WRITE)
              .ask(1013, 5013, WRITE)
              .ask(1037, 5013, WRITE)
              .answer(5013, 1049, WRITE)
              .bytes();
      case 1 ->
          Captures.pcapng(ByteOrder.BIG_ENDIAN)
              .face(1, 0, 9)
              .face(113, 0, 160)
              .enhanced(0, 5, Frames.ethernet(0x0800, Frames.ipv4(1, 2, 3, 0x2000, 17, WRITE)))
              .enhanced(1, 6, Frames.ethernet(0x88cc, WRITE))
              .simple(Frames.ethernet(0x0800, Frames.ipv4(1, 2, 3, 0, 47, WRITE)))
              .bytes();
      default ->
          Captures.pcap(ByteOrder.BIG_ENDIAN, true, 101)
              .packet(5, Frames.ipv4(1, 2, 3, 0, 17, Frames.udp(47808, 47808, WRITE)))
              .packet(9, Frames.ipv4(1, 2, 3, 0, 4, Frames.ipv4(1, 2, 3, 0, 4, WRITE)))
              .bytes();
    };
  }

  static void check(byte[] capture) {
    Recorded recorded = Recorded.of(capture);
    assertThat(recorded.result.operations()).isEqualTo(recorded.operations.size());
    assertThat(recorded.operations)
        .allSatisfy(operation -> assertThat(operation.request().frame()).isPositive());
    assertThat(recorded.result.health().conversations()).isEqualTo(recorded.conversations.size());
    // No packet is shorter than nothing, and each that is read stands in the capture.
    assertThat(recorded.result.health().bytes()).isLessThanOrEqualTo(capture.length);
  }
}
