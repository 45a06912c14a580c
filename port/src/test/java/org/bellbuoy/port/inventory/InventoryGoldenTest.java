package org.bellbuoy.port.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Tshark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real captures: what tshark reads of devices there is what the inventory tells. */
class InventoryGoldenTest {
  /** A fact, and the field in which tshark has it. */
  @ParameterizedTest
  @CsvSource({
    "discovery/lldp.pcap, lldp.tlv.system.name, NAME, lldp",
    "discovery/lldp.pcap, lldp.tlv.system.desc, DESCRIPTION, lldp",
    "profinet/profinet_io_cm_mixed_1.pcap, lldp.tlv.system.desc, DESCRIPTION, lldp",
    "profinet/working-profinet-recording-plc4x.pcapng, lldp.tlv.system.name, NAME, lldp",
    "enip/EIP-FirmwareChange.pcap, cdp.deviceid, NAME, cdp",
    "enip/EIP-FirmwareChange.pcap, cdp.platform, MODEL, cdp",
    "enip/EIP-RemoteModeChangeAttempt.pcap, cdp.platform, MODEL, cdp",
    "enip/EIP-ChangeTimeAttempt.pcap, cdp.deviceid, NAME, cdp",
    "discovery/DHCP.pcap, dhcp.option.hostname, NAME, dhcp",
    "profinet/profinet_io_cm_mixed_1.pcap, dhcp.option.hostname, NAME, dhcp",
    "remote/sshguess.pcap, ssh.protocol, SOFTWARE, ssh",
    "remote/reverse-ssh.pcap, ssh.protocol, SOFTWARE, ssh",
    "remote/tor.pcap, tls.handshake.extensions_server_name, NAME, tls"
  })
  void factsAndTheirFramesAreThoseOfTshark(
      String capture, String field, AttributeName name, String protocol) {
    Path file = Recorded.shared(capture);
    Map<String, Set<Long>> expected = new TreeMap<>();
    for (String[] row : Tshark.fields(file, field, "frame.number", field)) {
      expected.computeIfAbsent(row[1].strip(), value -> new TreeSet<>()).add(Long.valueOf(row[0]));
    }
    Map<String, Set<Long>> told = new TreeMap<>();
    for (Attribute a : Inventoried.of(file).attributes) {
      // Other names of the same protocol (a chassis, a certificate) may stand beside.
      if (a.name() == name
          && a.protocol().word().equals(protocol)
          && expected.containsKey(a.value())) {
        told.computeIfAbsent(a.value(), value -> new TreeSet<>()).add(a.frame());
      }
    }

    assertThat(expected).isNotEmpty();
    assertThat(told).containsOnlyKeys(expected.keySet());
    told.forEach(
        (value, frames) -> {
          // Frames that a mirror port gave twice are read once, the first of them.
          Set<Long> there = expected.getOrDefault(value, Set.of());
          assertThat(there).containsAll(frames);
          assertThat(frames.iterator().next()).isEqualTo(there.iterator().next());
        });
  }

  @Test
  void sshIsToldOnAnyPort() {
    assertThat(
            Inventoried.of(Recorded.shared("remote/ssh-on-port-80.pcap"))
                .told(AttributeName.SOFTWARE, "ssh"))
        .isNotEmpty()
        .allMatch(fact -> fact.contains(" SSH-2.0-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s4x15/Modicon.pcap", "remote/socks.pcap"})
  void serversOfHttpAreThoseOfTshark(String capture) {
    Path file = Recorded.shared(capture);
    Set<String> expected =
        Tshark.fields(file, "http.server", "http.server").stream()
            .map(row -> row[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> told =
        Inventoried.of(file).attributes.stream()
            .filter(a -> a.name() == AttributeName.SOFTWARE)
            .map(a -> a.value())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(expected).isNotEmpty();
    assertThat(told).containsAll(expected);
  }

  @Test
  void theAgentOfSnmpTellsItsSystemAsTsharkReadsIt() {
    Path file = Recorded.shared("discovery/snmpwalk-short.pcap");
    List<String> expected = new ArrayList<>();
    for (String[] row :
        Tshark.fields(
            file,
            "snmp.data == 2 && (snmp.name == 1.3.6.1.2.1.1.1.0 || snmp.name == 1.3.6.1.2.1.1.5.0"
                + " || snmp.name == 1.3.6.1.2.1.1.6.0)",
            "frame.number",
            "snmp.value.octets")) {
      expected.add(
          row[0]
              + " "
              + new String(
                  HexFormat.of().parseHex(row[1].replace(":", "")), StandardCharsets.UTF_8));
    }
    Inventoried read = Inventoried.of(file);
    List<String> told = new ArrayList<>(read.told(AttributeName.DESCRIPTION, "snmp"));
    told.addAll(read.told(AttributeName.NAME, "snmp"));
    told.addAll(read.told(AttributeName.LOCATION, "snmp"));

    assertThat(expected).hasSize(3);
    assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
    // 8072 is the enterprise number of Net-SNMP.
    assertThat(read.told(AttributeName.VENDOR_ID, "snmp")).containsExactly("4 enterprise 8072");
  }

  @Test
  void subjectsOfCertificatesOverSeveralSegmentsAreRead() {
    Path file = Recorded.shared("remote/tor.pcap");
    Set<String> expected =
        Tshark.fields(
                file,
                "x509sat.printableString || x509sat.uTF8String",
                "x509sat.printableString",
                "x509sat.uTF8String")
            .stream()
            .flatMap(row -> List.of(row).stream())
            .flatMap(cell -> List.of(cell.split(",", -1)).stream())
            .collect(Collectors.toSet());
    List<String> subjects =
        Inventoried.of(file).attributes.stream()
            .filter(a -> a.value().startsWith("certificate subject CN="))
            .map(a -> a.value().substring("certificate subject CN=".length()))
            .toList();

    assertThat(subjects).hasSize(7);
    assertThat(expected).containsAll(subjects);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profinet/profinet_io_cm_mixed_1.pcap",
        "enip/EIP-FirmwareChange.pcap",
        "enip/enip_cip_example.pcap",
        "s4x15/Modicon.pcap",
        "s4x15/WinXP.pcap",
        "discovery/DHCP.pcap",
        "ads/addroute1.pcapng",
        "modbus/moving_two_files_modbus_6RTU.pcap",
        "s7/wincc_s400_production.pcapng"
      })
  void everySenderIsOneDeviceAndEachHardwareAddressStandsOnce(String capture) {
    Path file = Recorded.shared(capture);
    Set<String> senders =
        Tshark.fields(file, "eth", "eth.src").stream()
            .map(row -> row[0])
            // Of a group, or none.
            .filter(mac -> (Integer.parseInt(mac.substring(0, 2), 16) & 1) == 0)
            .filter(mac -> !mac.equals("00:00:00:00:00:00"))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> listed =
        Inventoried.of(file).inventory.devices().stream()
            .flatMap(device -> device.macs().stream())
            .map(Endpoint::macText)
            .sorted()
            .toList();

    assertThat(listed).containsExactlyElementsOf(senders);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profinet/profinet_io_cm_mixed_1.pcap",
        "enip/EIP-FirmwareChange.pcap",
        "ads/addroute1.pcapng"
      })
  void whoClaimsAnAddressByArpHasIt(String capture) {
    Path file = Recorded.shared(capture);
    Inventoried read = Inventoried.of(file);
    List<String[]> claims =
        Tshark.fields(
            file, "arp && arp.src.proto_ipv4 != 0.0.0.0", "arp.src.hw_mac", "arp.src.proto_ipv4");

    assertThat(claims).isNotEmpty();
    for (String[] claim : claims) {
      assertThat(read.device(claim[0]).addresses()).extracting(Object::toString).contains(claim[1]);
    }
  }
}
