package org.bellbuoy.port.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Public captures: what their makers say is in them is found once, and benign ones give nothing.
 */
class PortCasesTest {
  private static final String OPERATE = "modbus/send_a_fake_command_modbus_6RTU_with_operate.pcap";
  private static final String POLLING = "modbus/moving_two_files_modbus_6RTU.pcap";

  @Test
  void theRemoteUnitThatTurnedMasterIsTheOneFinding() {
    List<Finding> findings = Watched.findings(Recorded.shared(OPERATE));

    assertThat(Watched.brief(findings))
        .containsExactly("port.control 192.168.1.101 slave-turned-master possible 1");
    Finding finding = findings.getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.assets().getFirst().id()).startsWith("192.168.1.102:502");
    assertThat(finding.assets().getFirst().detail().get("count").asInt()).isEqualTo(1);
    // The label file marks frames 4782 to 4791.
    assertThat(finding.evidence())
        .anySatisfy(one -> assertThat(one.frame()).isBetween(4782L, 4791L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modbus/modbusBig.pcap",
        "modbus/moving_two_files_modbus_6RTU.pcap",
        "modbus/manual-test-capture.pcapng",
        "modbus/modbus_example.pcap",
        "s4x15/Advantech.pcap",
        "enip/EIP-ViewDeviceStatus.pcap",
        "iec104/JavaRMI_and_IEC_Misc.pcap",
        "s7/wincc_s400_production.pcapng"
      })
  void benignTrafficGivesNothing(String capture) {
    // One of them does call a cloud, which is told as that and as no more.
    assertThat(Watched.brief(Watched.findings(Recorded.shared(capture))))
        .allMatch(
            line ->
                capture.equals("modbus/modbus_example.pcap")
                    && line.equals("port.egress 192.168.1.6 egress likely 1"));
  }

  @Test
  void diagnosticsThatSilenceAndRestartAreOneFinding() {
    List<Finding> findings =
        Watched.findings(Recorded.shared("modbus/modbus_test_data_part1.pcap"));
    List<Finding> states =
        findings.stream().filter(f -> "run-state".equals(f.subject().ids().get("act"))).toList();

    assertThat(states).hasSize(1);
    assertThat(states.getFirst().subject().ids()).containsEntry("ip", "10.0.0.57");
    // PROVENANCE: sub-code 1 three times, 4 three times.
    assertThat(states.getFirst().assets().getFirst().detail().get("count").asInt()).isEqualTo(6);
    assertThat(states.getFirst().reasons().getFirst().text())
        .contains("diagnostics force-listen-only 3 times")
        .contains("diagnostics restart-communications 3 times");
  }

  /** One finding for each actor and kind: what stops or resets is told beside what was loaded. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s7/step7_s300_stop.pcapng | 134.249.62.199 run-state | plc-stop once",
        "s7/tia_s300_downloadHwConfig.pcapng | 134.217.61.131 program, 134.217.61.131 run-state |"
            + " request-download 7 times",
        "s7/snap7_s300_everything.pcapng | 134.217.61.131 program, 134.217.61.131 run-state |"
            + " plc-stop once",
        "enip/EIP-FirmwareChange.pcap | 192.168.10.105 firmware, 192.168.10.105 run-state |"
            + " firmware-data 5,243 times",
        "enip/EIP-SoftwareDownload.pcap | 192.168.10.105 program, 192.168.10.105 run-state |"
            + " stop once",
        "enip/EIP-RemoteModeChangeAttempt.pcap | 192.168.10.105 run-state | stop once",
        "enip/cip_stop_plc.pcap | 192.168.1.69 run-state | stop once",
        "bacnet/BACnet_device_control.pcap | 172.16.7.201 run-state |"
            + " reinitialize-device start-backup 31 times"
      })
  void stopsDownloadsAndFirmwareAreOneFindingEach(String capture, String told, String said) {
    List<Finding> findings = Watched.findings(Recorded.shared(capture));

    assertThat(findings)
        .extracting(f -> f.subject().name() + " " + f.subject().ids().get("act"))
        .containsExactlyInAnyOrder(told.split(", "));
    assertThat(findings)
        .allMatch(f -> f.rule().equals("port.control"))
        .allMatch(f -> f.assets().size() == 1)
        .anyMatch(f -> f.reasons().getFirst().text().contains(said));
  }

  @Test
  void operatesOverDnp3AreOneFindingWhereThePolicyLetsTheMasterOnlyRead() {
    PolicyFile policy =
        Watched.policy(
            """
            zones:
              - {name: masters, level: 3, addresses: 10.10.20.5}
              - {name: outstations, level: 1, addresses: 10.10.20.8}
            conduits:
              - {name: polling, from: masters, to: outstations, protocols: dnp3, operations: read}
              - {name: events, from: outstations, to: masters, protocols: dnp3, operations: read}
            """);
    List<Finding> findings =
        Watched.run(
                PortWatchOptions.defaults().withPolicy(policy),
                Watched.inputs(Recorded.shared("dnp3/dnp3_example.pcap")))
            .findings();

    assertThat(Watched.brief(findings)).containsExactly("port.control 10.10.20.5 control likely 1");
    // PROVENANCE: 134 Select and 133 Operate.
    assertThat(findings.getFirst().reasons().getFirst().text())
        .contains("select pulse-off close 70 times", "select pulse-on trip 64 times")
        .contains("operate pulse-off close 70 times", "operate pulse-on trip 63 times");
  }

  @Test
  void aDownloadOverUmasIsOneFinding() {
    assertThat(Watched.brief(Watched.findings(Recorded.shared("modbus/modicon_test.pcap"))))
        .containsExactly("port.control 192.168.63.100 program possible 1");
  }

  @ParameterizedTest
  @CsvSource({"enip/cip_unlock_cpu.pcap", "ads/addroute1.pcapng"})
  void whoUnlocksAControllerOrAddsARouteToItIsTold(String capture) {
    assertThat(Watched.brief(Watched.findings(Recorded.shared(capture))))
        .filteredOn(line -> line.startsWith("port.control"))
        .isNotEmpty()
        .allMatch(line -> line.contains(" access possible "));
  }

  /** tshark: of the three only the first sends a user name token with a password in clear. */
  @ParameterizedTest
  @CsvSource({
    "opcua/open62541_client-server_mainloop.pcap, 1",
    "opcua/open62541_client-server_encrypted.pcap, 0",
    "opcua/opcua_with-gap.pcap, 0"
  })
  void ofOpcUaOnlyAPasswordInClearIsALoginInClear(String capture, int logins) {
    assertThat(Watched.brief(Watched.findings(Recorded.shared(capture))))
        .filteredOn(line -> line.startsWith("port.clear-credentials"))
        .hasSize(logins)
        .allMatch(line -> line.contains("opcua-password likely"));
  }

  @Test
  void theSweepOfFunctionsAndPointsOverTheInternetIsOneScanAndOneFindingOfItsWrites() {
    assertThat(
            Watched.brief(Watched.findings(Recorded.shared("modbus/modbus_test_data_part2.pcap"))))
        .containsExactlyInAnyOrder(
            "port.scan 192.168.66.235 functions possible 1",
            "port.egress 192.168.66.235 egress likely 1",
            "port.second-gateway 00:90:4c:91:00:01 next-hop unlikely 1",
            "port.control 192.168.66.235 write possible 1");
  }

  @ParameterizedTest
  @CsvSource({
    "scan/445_scan.pcap, 176.192.150.3, addresses, 9",
    "scan/multiport_scan.pcap, 125.27.226.209, addresses, 10",
    "scan/port_scan.pcap, 192.168.2.154, ports, 1"
  })
  void scansAreOneFindingEach(String capture, String actor, String kind, int targets) {
    // That two of them come from public addresses is told besides.
    assertThat(Watched.brief(Watched.findings(Recorded.shared(capture))))
        .filteredOn(line -> !line.startsWith("port.egress " + actor + " ingress-attempt likely"))
        .containsExactly("port.scan %s %s possible %d".formatted(actor, kind, targets));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        POLLING,
        OPERATE,
        "modbus/modbusBig.pcap",
        "modbus/modbus_test_data_part1.pcap",
        "modbus/modbus_test_data_part2.pcap",
        "s4x15/Modicon.pcap",
        "discovery/DHCP.pcap",
        "remote/anydesk.pcapng",
        "opcua/open62541_client-server_mainloop.pcap"
      })
  void thePolicyLearntFromACaptureIsNotBrokenByIt(String capture) {
    Path file = Recorded.shared(capture);
    PolicyFile policy = Watched.policy(learn(file));
    List<Finding> findings =
        Watched.run(PortWatchOptions.defaults().withPolicy(policy), Watched.inputs(file))
            .findings();

    assertThat(Watched.brief(findings))
        .noneMatch(one -> one.startsWith("port.policy"))
        .noneMatch(one -> one.startsWith("port.control") && one.contains(" likely "));
  }

  @Test
  void againstThePolicyOfPollingTheOtherCaptureBreaksItWhereItDiffers() {
    PolicyFile policy = Watched.policy(learn(Recorded.shared(POLLING)));
    List<Finding> findings =
        Watched.run(
                PortWatchOptions.defaults().withPolicy(policy),
                Watched.inputs(Recorded.shared(OPERATE)))
            .findings();

    // The master wrote to three units, which the polling did not show; the unit that turned master
    // opened a conversation of its own.
    assertThat(Watched.brief(findings))
        .containsExactlyInAnyOrder(
            "port.control 192.168.1.101 slave-turned-master likely 1",
            "port.policy 192.168.1.101 no-conduit likely 1",
            "port.control 192.168.1.100 write likely 3");
    assertThat(findings)
        .filteredOn(f -> "write".equals(f.subject().ids().get("act")))
        .flatExtracting(Finding::assets)
        .extracting(a -> a.id() + " " + a.detail().get("count").asInt())
        .containsExactly(
            "192.168.1.101:502 unit 1 4",
            "192.168.1.102:502 unit 1 3",
            "192.168.1.103:502 unit 1 1");
  }

  @Test
  void whatIsLearntIsTheLeast() throws Exception {
    Policy policy = Policy.read("learnt", learn(Recorded.shared(POLLING)));
    assertThat(policy.zones()).hasSize(6);
    assertThat(policy.conduits())
        .filteredOn(c -> c.from().equals(java.util.Set.of("masters-1")))
        .allSatisfy(
            c -> assertThat(c.classes()).isNotNull().extracting(Enum::name).isSubsetOf("READ"));
  }

  private static String learn(Path capture) {
    try {
      return PortLearning.learn(Watched.inputs(capture), RejectLog.counting(), Progress.silent())
          .text();
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aControllerThatFetchesBlocksItWasToldToLoadIsNobodyWhoCommands() {
    Path capture = Recorded.shared("s7/tia_s300_downloadHwConfig.pcapng");
    PortWatch.Result result =
        Watched.run(
            PortWatchOptions.defaults()
                .withPolicy(
                    Watched.policy(
                        """
                        zones:
                          - {name: station, level: 2, addresses: [134.217.61.131]}
                          - {name: controller, level: 1, addresses: [134.217.61.211]}
                        conduits:
                          - {name: any, from: station, to: controller, protocols: s7comm, operations: read}
                        """)),
            Watched.inputs(capture));

    assertThat(result.findings())
        .isNotEmpty()
        .filteredOn(finding -> !"134.217.61.131".equals(finding.subject().name()))
        .noneMatch(finding -> finding.reasons().toString().contains("download-"));
    String page = result.page().toString();
    assertThat(page).contains("blocks fetched for it 20").doesNotContain("label=134.217.61.211");
  }
}
