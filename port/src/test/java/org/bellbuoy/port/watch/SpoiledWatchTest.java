package org.bellbuoy.port.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the bytes of a capture, the watch ends, and its findings rest on bytes that are there.
 */
class SpoiledWatchTest {
  private static final PolicyFile POLICY =
      Watched.policy(
          """
          zones:
            - {name: all, level: 1, addresses: [10.0.0.0/8]}
          conduits:
            - {name: reading, from: all, to: all, protocols: modbus, operations: read}
          """);

  private static void check(byte[] capture) {
    PortWatch.Result result =
        Watched.run(
            PortWatchOptions.defaults().withPolicy(POLICY), Watched.input("capture", capture));
    assertThat(result.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.to()).isNotNull().isAfterOrEqualTo(finding.from());
              assertThat(finding.assets()).hasSizeLessThanOrEqualTo(50);
              assertThat(finding.evidence())
                  .isNotEmpty()
                  .hasSizeLessThanOrEqualTo(50)
                  .allSatisfy(
                      one ->
                          assertThat(one.offset() + one.length())
                              .isBetween(1L, (long) capture.length));
            });
  }

  @Test
  void aSmallNetworkSpoiledManyTimes() {
    Wire wire = new Wire();
    for (int minute = 0; minute < 20; minute++) {
      wire.read(minute * 60_000L, 1, 11, 5).write(minute * 60_000L + 90, 1, 11, 6, minute);
      wire.restart(minute * 60_000L + 500, 11, 12)
          .tries(minute * 60_000L + 700, 66, 30 + minute, 80);
    }
    byte[] whole = wire.bytes();
    Random random = new Random(11);
    for (int round = 0; round < 400; round++) {
      byte[] capture = whole.clone();
      for (int i = 1 + random.nextInt(60); i > 0; i--) {
        capture[24 + random.nextInt(capture.length - 24)] = (byte) random.nextInt(256);
      }
      check(capture);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modbus/modbus_test_data_part2.pcap",
        "modbus/modicon_test.pcap",
        "scan/445_scan.pcap",
        "discovery/DHCP.pcap"
      })
  void realCapturesSpoiledManyTimes(String file) {
    byte[] whole = Recorded.bytes(file);
    Random random = new Random(file.hashCode());
    for (int round = 0; round < 60; round++) {
      byte[] capture = whole.clone();
      for (int i = 1 + random.nextInt(100); i > 0; i--) {
        capture[24 + random.nextInt(capture.length - 24)] = (byte) random.nextInt(256);
      }
      check(capture);
    }
  }
}
