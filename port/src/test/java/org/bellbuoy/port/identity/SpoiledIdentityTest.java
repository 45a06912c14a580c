package org.bellbuoy.port.identity;

import java.util.Random;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real captures spoiled by a seeded hand: what is told has its frame and keeps to its length, and
 * every export writes it ({@link IdentityFuzz#check}).
 */
class SpoiledIdentityTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "discovery/lldp.pcap",
        "discovery/DHCP.pcap",
        "discovery/snmpwalk-short.pcap",
        "profinet/profinet_io_cm_mixed_1.pcap",
        "ads/addroute1.pcapng",
        "remote/tor.pcap",
        "enip/EIP-RemoteModeChangeAttempt.pcap"
      })
  void capturesSpoiledManyTimes(String capture) {
    byte[] whole = Recorded.bytes(capture);
    Random random = new Random(20261125);
    for (int round = 0; round < 60; round++) {
      byte[] spoiled = whole.clone();
      for (int changes = 1 + spoiled.length / 200; changes > 0; changes--) {
        int at = 24 + random.nextInt(spoiled.length - 24);
        spoiled[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : 255);
      }
      IdentityFuzz.check(spoiled);
    }
  }
}
