package org.bellbuoy.port.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.detect.Detected;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.packet.Wire;
import org.bellbuoy.port.packet.Wire.Host;
import org.junit.jupiter.api.Test;

class SpoofDetectorTest {
  private static final long GATEWAY = 0x020000000001L;
  private static final long INTRUDER = 0x020000000066L;

  private static void says(Wire wire, long mac, String ip) {
    ByteBuffer arp = ByteBuffer.allocate(28);
    arp.putInt(0x00010800).putInt(0x06040002);
    arp.putShort((short) (mac >>> 32)).putInt((int) mac);
    arp.putInt(IpAddress.parseIpv4(ip).asIpv4());
    wire.frame(mac, 0xffffffffffffL, 0x0806, arp.array()).later(5000);
  }

  private static List<PortFact> facts(Wire wire) {
    return Detected.facts(new SpoofDetector(), wire.bytes());
  }

  @Test
  void anAddressThatGoesToAndFroIsAConflict() {
    Wire wire = new Wire();
    for (int i = 0; i < 6; i++) {
      says(wire, GATEWAY, "10.0.0.1");
      says(wire, INTRUDER, "10.0.0.1");
      says(wire, INTRUDER, "10.0.0.66");
    }
    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("arp-conflict"))
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.LIKELY))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.HIGH))
        .satisfies(f -> assertThat(f.targets().getFirst().id()).isEqualTo("10.0.0.1"))
        .satisfies(f -> assertThat(f.count()).isEqualTo(11));
  }

  @Test
  void oneChangeMayBeAReplacedDevice() {
    Wire wire = new Wire();
    says(wire, GATEWAY, "10.0.0.1");
    says(wire, INTRUDER, "10.0.0.1");
    says(wire, INTRUDER, "10.0.0.1");

    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("arp-change"))
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.POSSIBLE))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.LOW));
  }

  @Test
  void aFailoverAmongAddressesThatRoutersShareIsUnlikelyToBeMore() {
    Wire wire = new Wire();
    for (int i = 0; i < 6; i++) {
      // Two forwarders of one GLBP group (Cisco): 0007b4 and a number.
      says(wire, 0x0007b4000101L, "10.0.0.1");
      says(wire, 0x0007b4000102L, "10.0.0.1");
    }
    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.UNLIKELY));
  }

  @Test
  void aHostThatClaimsTheAddressOfAVirtualRouterIsNoFailover() {
    Wire wire = new Wire();
    for (int i = 0; i < 6; i++) {
      says(wire, 0x00005e000107L, "10.0.0.1");
      says(wire, INTRUDER, "10.0.0.1");
    }
    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.LIKELY))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.HIGH))
        .satisfies(f -> assertThat(f.actor()).containsEntry("mac", "02:00:00:00:00:66"));
  }

  @Test
  void oneClaimOfAHostOnAVirtualRoutersAddressIsPossible() {
    Wire wire = new Wire();
    says(wire, 0x00005e000107L, "10.0.0.1");
    says(wire, INTRUDER, "10.0.0.1");

    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.POSSIBLE))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.MEDIUM));
  }

  @Test
  void whoCameLaterActsAndBothAreNamedWithTheirTimes() {
    Wire wire = new Wire();
    for (int i = 0; i < 20; i++) {
      says(wire, GATEWAY, "10.0.0.1");
    }
    says(wire, INTRUDER, "10.0.0.1");
    says(wire, GATEWAY, "10.0.0.1");

    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.actor()).containsEntry("mac", "02:00:00:00:00:66"))
        .satisfies(
            f ->
                assertThat(f.reasons())
                    .filteredOn(r -> r.code().equals("claimed-by"))
                    .extracting(r -> r.text().substring(0, 17) + " " + r.measured())
                    .containsExactly("02:00:00:00:00:01 21.0", "02:00:00:00:00:66 1.0"));
  }

  @Test
  void twoServersThatAnswerOneTransactionAreRivals() {
    Wire wire = new Wire();
    Host one = new Host("10.0.0.2", 0x020000000002L);
    Host two = new Host("10.0.0.3", 0x020000000003L);
    Host client = new Host("10.0.0.9", 0x020000000009L);
    byte[] reply = new byte[250];
    reply[0] = 2;
    reply[7] = 42;
    wire.udp(one, 67, client, 68, reply).udp(two, 67, client, 68, reply);

    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("dhcp-rival"))
        .satisfies(f -> assertThat(f.traces()).hasSize(2));
  }

  @Test
  void devicesThatKeepTheirAddressesAreNothingToTell() {
    Wire wire = new Wire();
    for (int i = 0; i < 50; i++) {
      says(wire, GATEWAY + i % 5, "10.0.0." + (1 + i % 5));
    }
    assertThat(facts(wire)).isEmpty();
  }
}
