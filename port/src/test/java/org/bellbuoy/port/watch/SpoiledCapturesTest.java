package org.bellbuoy.port.watch;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures spoiled by a seeded hand: nothing throws, and the counts still agree. */
class SpoiledCapturesTest {
  @Test
  void smallCapturesSpoiledManyTimes() {
    Random random = new Random(20261125);
    for (int round = 0; round < 6000; round++) {
      byte[] capture = CaptureFuzz.start(round % CaptureFuzz.STARTS);
      int changes = 1 + random.nextInt(12);
      for (int i = 0; i < changes; i++) {
        capture[random.nextInt(capture.length)] = (byte) random.nextInt(256);
      }
      CaptureFuzz.check(java.util.Arrays.copyOf(capture, random.nextInt(capture.length + 1)));
      CaptureFuzz.check(capture);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modbus/modbus_example.pcap",
        "modbus/fuzz-72.pcap",
        "s7/s7comm_plus.pcap",
        "opcua/open62541_client-server_mainloop.pcap",
        "profinet/working-profinet-recording-plc4x.pcapng"
      })
  void realCapturesSpoiledManyTimes(String file) {
    byte[] whole = Recorded.bytes(file);
    Random random = new Random(file.hashCode());
    for (int round = 0; round < 60; round++) {
      byte[] capture = whole.clone();
      int changes = 1 + random.nextInt(200);
      for (int i = 0; i < changes; i++) {
        capture[random.nextInt(capture.length)] = (byte) random.nextInt(256);
      }
      CaptureFuzz.check(capture);
    }
  }
}
