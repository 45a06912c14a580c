package org.bellbuoy.port.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Hosts, ports and points felt over on small networks that stand in the test. */
class ScanFindingsTest {
  @Test
  void hostsTriedInVainAreOneFindingAndManyAreLikely() {
    Wire few = new Wire();
    Wire many = new Wire();
    for (int host = 0; host < 200; host++) {
      many.tries(host * 10L, 66, 300 + host, 502);
      if (host < 9) {
        few.tries(host * 60_000L, 66, 300 + host, 502);
      }
    }
    assertThat(Watched.brief(Watched.findings(few.bytes())))
        .containsExactly("port.scan 10.0.0.66 addresses possible 9");
    assertThat(Watched.brief(Watched.findings(many.bytes())))
        .containsExactly("port.scan 10.0.0.66 addresses likely 50");
  }

  @Test
  void aMasterThatWaitsForDevicesThatAreSwitchedOffIsNoScanner() {
    Wire wire = new Wire();
    for (int again = 0; again < 30; again++) {
      for (int device = 0; device < 20; device++) {
        wire.tries(again * 10_000L + device, 1, 300 + device, 502);
      }
    }
    assertThat(Watched.findings(wire.bytes())).isEmpty();
  }

  @Test
  void aMasterOfManyDevicesThatAnswerIsNoScanner() {
    Wire wire = new Wire();
    for (int device = 0; device < 200; device++) {
      wire.read(device * 50L, 1, 300 + device, 100);
    }
    assertThat(Watched.findings(wire.bytes())).isEmpty();
  }

  @Test
  void pointsAskedOneAfterAnotherAreOneFindingAndPollingThemIsNone() {
    Wire sweep = new Wire();
    Wire polling = new Wire();
    for (int address = 0; address < 300; address++) {
      sweep.read(address * 100L, 66, 12, 4000 + address);
    }
    for (int i = 0; i < 1500; i++) {
      polling.read(i * 100L, 1, 12, 4000 + i % 120);
    }
    assertThat(Watched.brief(Watched.findings(sweep.bytes())))
        .containsExactly("port.scan 10.0.0.66 points possible 1");
    assertThat(Watched.findings(polling.bytes())).isEmpty();
  }
}
