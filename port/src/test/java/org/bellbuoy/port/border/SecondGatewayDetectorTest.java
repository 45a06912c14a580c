package org.bellbuoy.port.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.Detected;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.packet.Frames;
import org.bellbuoy.port.packet.PacketView;
import org.bellbuoy.port.packet.Wire;
import org.bellbuoy.port.packet.Wire.Host;
import org.junit.jupiter.api.Test;

class SecondGatewayDetectorTest {
  private static final long GATEWAY = 0x020000000001L;
  private static final long OTHER = 0x0200000000feL;
  // Of a block that the IEEE gave to Quectel.
  private static final long MODEM = 0xec1d9e000001L;
  private static final long VRRP = 0x00005e000101L;

  private static Host host(int number) {
    return new Host("10.0.0." + number, 0x020000000100L + number);
  }

  private static Host cloud(long via) {
    return new Host("198.51.100.10", via);
  }

  private static Wire ordinary() {
    Wire wire = new Wire();
    for (int i = 20; i < 30; i++) {
      wire.connect(host(i), 40000, cloud(GATEWAY), 443).ask("a").answer("b").close();
    }
    return wire;
  }

  private static List<PortFact> facts(Wire wire) {
    return Detected.facts(new SecondGatewayDetector(BorderRules.usual()), wire.bytes());
  }

  @Test
  void oneWayOutIsNothingToTell() {
    assertThat(facts(ordinary())).isEmpty();
  }

  @Test
  void anotherNextHopBesideTheUsualOneIsPossibleForRoutersMayStandInForEachOther() {
    Wire wire = ordinary();
    wire.connect(host(22), 41000, cloud(OTHER), 443).ask("a").answer("b").close();

    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("next-hop"))
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.POSSIBLE))
        .satisfies(f -> assertThat(f.actor()).containsEntry("mac", "02:00:00:00:00:fe"))
        .satisfies(f -> assertThat(f.targets().getFirst().id()).isEqualTo("10.0.0.22"))
        .satisfies(
            f -> assertThat(f.reasons()).anyMatch(r -> r.code().equals("against-redundancy")))
        .satisfies(f -> assertThat(f.reasons()).anyMatch(r -> r.code().equals("blind-spot")));
  }

  @Test
  void anAddressThatRoutersShareMakesItUnlikely() {
    Wire wire = ordinary();
    wire.connect(host(22), 41000, cloud(VRRP), 443).ask("a").answer("b").close();

    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.UNLIKELY));
  }

  @Test
  void anUndeclaredNextHopIsLikely() {
    Wire wire = ordinary();
    wire.connect(host(22), 41000, cloud(OTHER), 443).ask("a").answer("b").close();
    BorderRules rules = new BorderRules(Networks.usual(), Set.of(GATEWAY), Set.of(), List.of());

    assertThat(Detected.facts(new SecondGatewayDetector(rules), wire.bytes()))
        .singleElement()
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.LIKELY))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.HIGH));
  }

  @Test
  void aNextHopMadeByAMakerOfModemsIsLikely() {
    Wire wire = ordinary();
    wire.connect(host(22), 41000, cloud(MODEM), 443).ask("a").answer("b").close();

    assertThat(facts(wire))
        .filteredOn(f -> f.kind().equals("next-hop"))
        .singleElement()
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.LIKELY))
        .satisfies(f -> assertThat(f.actor()).containsEntry("maker", "Quectel"));
  }

  @Test
  void anotherSubnetMayHaveItsOwnGateway() {
    Wire wire = ordinary();
    Host elsewhere = new Host("10.0.7.9", 0x020000000709L);
    wire.connect(elsewhere, 41000, cloud(OTHER), 443).ask("a").answer("b").close();

    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.UNLIKELY))
        .satisfies(f -> assertThat(f.reasons()).anyMatch(r -> r.code().equals("against-subnet")));
  }

  @Test
  void packetsThatARouterHandsOnAreNoProofOfANextHop() {
    Wire wire = ordinary();
    for (int i = 20; i < 30; i++) {
      Host behind = new Host("10.0.0." + i, GATEWAY);
      wire.syn(behind, 42000, cloud(OTHER), 443);
    }
    assertThat(facts(wire)).isEmpty();
  }

  private static byte[] dhcp(int type, int server, int router) {
    byte[] message = new byte[260];
    message[0] = 2;
    byte[] options =
        Wire.hex(
            "63825363 35 01 %02x 36 04 0a0000%02x 03 04 0a0000%02x ff"
                .formatted(type, server, router));
    System.arraycopy(options, 0, message, 236, options.length);
    return message;
  }

  @Test
  void aSecondServerOfAddressesIsToldWithTheRouterItNames() {
    Wire wire = ordinary();
    for (int i = 0; i < 5; i++) {
      wire.udp(host(2), 67, host(20 + i), 68, dhcp(5, 2, 1));
    }
    wire.udp(host(77), 67, host(24), 68, dhcp(2, 77, 78));

    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("dhcp-server"))
        .satisfies(f -> assertThat(f.actor()).containsEntry("ip", "10.0.0.77"))
        .satisfies(f -> assertThat(f.reasons()).anyMatch(r -> r.text().contains("10.0.0.78")));

    BorderRules rules =
        new BorderRules(
            Networks.usual(), Set.of(), Set.of(IpAddress.parseIpv4("10.0.0.77")), List.of());
    assertThat(Detected.facts(new SecondGatewayDetector(rules), wire.bytes()))
        .singleElement()
        .satisfies(f -> assertThat(f.actor()).containsEntry("ip", "10.0.0.2"));
  }

  @Test
  void severalMachinesBehindOneAddressShowByTheirHopLimitsAndCounters() {
    Wire wire = new Wire();
    Random random = new Random(9);
    int[] counters = {1000, 30000};
    for (int i = 0; i < 40; i++) {
      int machine = random.nextInt(2);
      counters[machine] += 1 + random.nextInt(4);
      wire.ttl(machine == 0 ? 63 : 127).id(counters[machine]);
      wire.syn(host(50), 20000 + i, host(60), 502);
    }
    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("several-behind-one"))
        .satisfies(
            f ->
                assertThat(f.reasons())
                    .filteredOn(r -> r.code().equals("identification"))
                    .singleElement()
                    .satisfies(r -> assertThat(r.measured()).isEqualTo(2.0)))
        .satisfies(f -> assertThat(f.reasons()).anyMatch(r -> r.code().equals("forwarded")));
  }

  @Test
  void aPeerInANetworkOfCarriersIsTold() {
    Wire wire = ordinary();
    wire.udp(host(22), 5000, new Host("100.70.1.2", GATEWAY), 5000, new byte[8]);

    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("carrier-peer"))
        .satisfies(f -> assertThat(f.actor()).containsEntry("ip", "100.70.1.2"));
  }

  @Test
  void aHalfConversationIsToldUnlessTheMirrorSeesHalvesOnly() {
    Wire wire = ordinary();
    halves(wire, 3);
    assertThat(facts(wire)).filteredOn(f -> f.kind().equals("half-conversation")).isEmpty();
    Wire more = ordinary();
    for (int i = 0; i < 30; i++) {
      more.connect(host(30), 43000 + i, host(31), 502).ask("a").answer("b").close();
    }
    halves(more, 4);
    assertThat(facts(more))
        .filteredOn(f -> f.kind().equals("half-conversation"))
        .singleElement()
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.POSSIBLE))
        .satisfies(f -> assertThat(f.actor()).containsEntry("ip", "10.0.0.25"));
    halves(more, 40);
    assertThat(facts(more))
        .filteredOn(f -> f.kind().equals("half-conversation"))
        .singleElement()
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.CANNOT_TELL));
  }

  private static void halves(Wire wire, int count) {
    for (int i = 0; i < count; i++) {
      for (int part = 0; part < (count == 3 && i > 1 ? 0 : 2); part++) {
        byte[] segment =
            Frames.tcp(
                502, 50000 + i, 5000 + part * 4, 900 + part * 12, PacketView.ACK, new byte[4]);
        wire.ip(host(25), cloud(GATEWAY), 6, segment);
      }
    }
  }
}
