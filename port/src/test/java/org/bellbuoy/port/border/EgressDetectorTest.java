package org.bellbuoy.port.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.Detected;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.packet.Wire;
import org.bellbuoy.port.packet.Wire.Host;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;

class EgressDetectorTest {
  private static final long ROUTER = 0x020000000001L;
  private static final Host PLC = new Host("10.0.0.20", 0x020000000020L);
  private static final Host HMI = new Host("10.0.0.21", 0x020000000021L);
  private static final Host RESOLVER = new Host("10.0.0.53", 0x020000000053L);
  private static final Host CLOUD = new Host("198.51.100.10", ROUTER);
  private static final Host MIRROR = new Host("198.51.100.11", ROUTER);
  private static final Host VENDOR = new Host("203.0.113.99", ROUTER);

  private static List<PortFact> facts(Wire wire) {
    return Detected.facts(new EgressDetector(BorderRules.usual()), wire.bytes());
  }

  /** An answer with two addresses for crane.example.com. */
  private static final byte[] ANSWER =
      Wire.hex(
          "0001 8180 0001 0002 0000 0000 05 6372616e65 07 6578616d706c65 03 636f6d 00 0001 0001"
              + "c00c 0001 0001 0000003c 0004 c633640a c00c 0001 0001 0000003c 0004 c633640b");

  @Test
  void aCallHomeUnderOneNameIsOneFactWithItsAddresses() {
    Wire wire = new Wire();
    wire.udp(RESOLVER, 53, PLC, 30000, ANSWER);
    wire.connect(PLC, 40000, CLOUD, 443).ask("hello").answer("there").close();
    wire.connect(PLC, 40001, MIRROR, 443).ask("hello").answer("there").close();
    wire.connect(PLC, 40002, HMI, 502).ask("local").close();

    List<PortFact> facts = facts(wire);

    assertThat(facts).hasSize(1);
    PortFact fact = facts.getFirst();
    assertThat(fact.kind()).isEqualTo("egress");
    assertThat(fact.actor()).containsEntry("ip", "10.0.0.20");
    assertThat(fact.count()).isEqualTo(2);
    assertThat(fact.targets())
        .extracting(PortFact.Target::id)
        .containsExactlyInAnyOrder(
            "198.51.100.10 crane.example.com", "198.51.100.11 crane.example.com");
    assertThat(fact.traces()).extracting(t -> t.frame()).contains(2L);
  }

  @Test
  void aTryWithoutAnswerIsToldAsSuch() {
    Wire wire = new Wire();
    for (int i = 0; i < 20; i++) {
      wire.syn(PLC, 40000 + i, CLOUD, 8883).later(60_000);
    }
    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("egress-attempt"))
        .satisfies(f -> assertThat(f.count()).isEqualTo(20))
        .satisfies(f -> assertThat(f.reasons()).anyMatch(r -> r.code().equals("unanswered")));
  }

  @Test
  void whoCallsInIsOneFactForAllHostsItReached() {
    Wire wire = new Wire();
    wire.connect(VENDOR, 50000, PLC, 502).ask("x").answer("y").close();
    wire.connect(VENDOR, 50001, HMI, 80).ask("x").answer("y").close();

    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("ingress"))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.HIGH))
        .satisfies(f -> assertThat(f.actor()).containsEntry("ip", "203.0.113.99"))
        .satisfies(f -> assertThat(f.targets()).hasSize(2));
  }

  @Test
  void anApprovedPartyIsNoMoreThanANote() {
    Wire wire = new Wire();
    wire.connect(PLC, 40000, CLOUD, 443).ask("hello").answer("there").close();
    BorderRules rules =
        new BorderRules(
            Networks.usual(), Set.of(), Set.of(), List.of(Networks.Prefix.of("198.51.100.0/24")));

    assertThat(Detected.facts(new EgressDetector(rules), wire.bytes()))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.INFO));
  }

  @Test
  void aHostThatCallsHundredsDoesNotMakeHundredsOfFacts() {
    Wire wire = new Wire();
    for (int i = 0; i < 400; i++) {
      Host party = new Host("203.0.%d.%d".formatted(i / 200, 1 + i % 200), ROUTER);
      wire.syn(HMI, 20000 + i, party, 443);
    }
    List<PortFact> facts = facts(wire);
    assertThat(facts).hasSize(EgressDetector.MOST_PARTIES + 1);
    assertThat(facts.stream().mapToLong(PortFact::count).sum()).isEqualTo(400);
  }

  @Test
  void modbusOverTheInternetIsFoundInARealCapture() {
    assertThat(
            Detected.facts(
                new EgressDetector(BorderRules.usual()),
                Recorded.shared("modbus/modbus_test_data_part2.pcap")))
        .singleElement()
        .satisfies(f -> assertThat(f.actor()).containsEntry("ip", "192.168.66.235"))
        .satisfies(f -> assertThat(f.targets().getFirst().id()).isEqualTo("166.161.16.230"));
  }

  @Test
  void answersToAScanAreNoCallsOut() {
    assertThat(
            Detected.facts(
                new EgressDetector(BorderRules.usual()),
                Recorded.shared("scan/multiport_scan.pcap")))
        .noneMatch(f -> f.kind().startsWith("egress"));
  }
}
