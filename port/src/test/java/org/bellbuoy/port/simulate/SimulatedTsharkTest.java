package org.bellbuoy.port.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.port.watch.Tshark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program reads the same; skipped where it is not installed. */
class SimulatedTsharkTest {
  @TempDir static Path folder;
  private static Written demo;

  @BeforeAll
  static void write() {
    demo = Written.of(PortScenario.demo(), folder.resolve("demo"));
  }

  @Test
  void nothingIsMalformedAndNoSegmentIsMissing() {
    for (Path capture : demo.captures()) {
      // All is checked but what one side of a connection alone must look like.
      String wrong =
          "_ws.malformed || (_ws.expert.severity >= 6291456 && !tcp.flags.reset == 1 && !arp)"
              + " || ((tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment"
              + " || tcp.analysis.retransmission || tcp.analysis.out_of_order)"
              + " && !ip.addr == 198.51.100.40)";
      assertThat(Tshark.fields(capture, wrong, "frame.number", "frame.protocols"))
          .extracting(row -> String.join(" ", row))
          .isEmpty();
    }
  }

  @Test
  void theProtocolsThatAreStagedAreSeen() {
    Path day = demo.captures()[1];
    for (String protocol :
        new String[] {
          "modbus", "s7comm", "rdp", "vnc", "tls", "dns", "dhcp", "ntp", "snmp", "lldp", "vrrp",
          "arp", "icmp", "http"
        }) {
      assertThat(Tshark.fields(day, protocol, "frame.number")).as(protocol).isNotEmpty();
    }
    assertThat(Tshark.fields(demo.captures()[0], "rtsp || ssh", "frame.number")).isNotEmpty();
    assertThat(Tshark.fields(demo.captures()[2], "ftp && telnet", "frame.number")).isEmpty();
    assertThat(Tshark.fields(demo.captures()[2], "ftp || telnet", "frame.number")).isNotEmpty();
  }

  @Test
  void jobsOfS7AreThoseThatTheTruthTells() {
    Map<String, Long> read = new TreeMap<>();
    for (Path capture : demo.captures()) {
      for (String[] row :
          Tshark.fields(
              capture, "s7comm.header.rosctr == 1", "ip.src", "ip.dst", "s7comm.param.func")) {
        int function = Integer.decode(row[2]);
        read.merge(row[0] + " > " + row[1] + " " + function, 1L, Long::sum);
      }
    }
    Map<String, Long> told = new TreeMap<>();
    for (PortTruth.Operations one : demo.truth().operations()) {
      if (one.protocol().equals("s7comm") && one.function() < S7Client.USER_DATA) {
        told.put(one.from() + " > " + one.to() + " " + one.function(), one.captured());
      }
    }
    assertThat(read).isEqualTo(told);
    assertThat(told.keySet())
        .anyMatch(key -> key.endsWith(" 41"))
        .anyMatch(key -> key.endsWith(" 26"));
  }

  @Test
  void everyFrameThatTheTruthNamesIsBetweenWhomItSays() {
    Map<String, String> seen = new HashMap<>();
    for (PortTruth.Capture capture : demo.truth().captures()) {
      Path file = folder.resolve("demo").resolve(capture.file());
      for (String[] row : Tshark.fields(file, "ip", "frame.number", "ip.src", "ip.dst")) {
        seen.put(capture.file() + " " + row[0], row[1] + " > " + row[2]);
      }
    }
    int checked = 0;
    for (PortTruth.Act act : demo.truth().acts()) {
      for (PortTruth.Evidence one : act.evidence()) {
        String frame = seen.get(one.file() + " " + one.frame());
        if (one.what().contains("arp") || one.what().contains("vrrp")) {
          continue;
        }
        assertThat(frame).as(act.kind() + " " + one).isEqualTo(one.from() + " > " + one.to());
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(400);
  }

  @Test
  void framesThatShowAddressesTakenAreOfTheInterfaceThatTookThem() {
    String camera = mac(demo.act(ActKind.GATEWAY_SPOOF).actor());
    assertThat(arpOf(ActKind.GATEWAY_SPOOF))
        .hasSize(24)
        .allMatch(row -> row.equals(camera + " 10.20.0.1"));
    String replaced = demo.act(ActKind.CAMERA_REPLACED).actorIp();
    assertThat(arpOf(ActKind.CAMERA_REPLACED))
        .containsExactly(mac("crane-2-camera") + " " + replaced);
    assertThat(arpOf(ActKind.ROUTER_FAILOVER))
        .containsExactly("00:00:5e:00:01:14 10.20.0.1", "00:00:5e:00:01:14 10.20.0.1");
    assertThat(arpOf(ActKind.HIDDEN_MODEM).getFirst()).isEqualTo(mac("modem") + " 10.20.0.254");
  }

  private static String mac(String host) {
    return demo.truth().hosts().stream()
        .filter(one -> one.name().equals(host))
        .map(PortTruth.HostTruth::mac)
        .findFirst()
        .orElseThrow();
  }

  /** Hardware address of the sender, and the address it claims, of each ARP frame of an act. */
  private static List<String> arpOf(ActKind kind) {
    Map<String, Map<Long, String>> byFile = new HashMap<>();
    List<String> found = new ArrayList<>();
    for (PortTruth.Evidence one : demo.act(kind).evidence()) {
      if (one.what().contains("arp")) {
        found.add(byFile.computeIfAbsent(one.file(), file -> arp(file)).get(one.frame()));
      }
    }
    return found;
  }

  private static Map<Long, String> arp(String file) {
    Map<Long, String> claims = new HashMap<>();
    Path capture = demo.folder().resolve(file);
    for (String[] row :
        Tshark.fields(capture, "arp", "frame.number", "eth.src", "arp.src.proto_ipv4")) {
      claims.put(Long.valueOf(row[0]), row[1] + " " + row[2]);
    }
    return claims;
  }

  @Test
  void theModemIsASecondNextHopOfOneController() {
    String controller = demo.act(ActKind.HIDDEN_MODEM).targets().getFirst();
    String toMakerCloud = "ip.src == " + controller + " && ip.dst == 198.51.100.21";
    assertThat(Tshark.fields(demo.captures()[2], toMakerCloud, "eth.dst"))
        .isNotEmpty()
        .allMatch(row -> row[0].startsWith("00:1e:42:"));
    String toOffice = "ip.src == " + controller + " && ip.dst == 10.30.0.20";
    assertThat(Tshark.fields(demo.captures()[2], toOffice, "eth.dst"))
        .isNotEmpty()
        .allMatch(row -> row[0].equals("00:00:5e:00:01:14"));
    assertThat(Tshark.fields(demo.captures()[1], "eth.addr[0:3] == 00:1e:42", "frame.number"))
        .isEmpty();
  }
}
