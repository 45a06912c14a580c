package org.bellbuoy.port.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;

/** Roles by what devices did in real captures whose provenance says what they are. */
class RolesTest {
  @Test
  void remoteUnitsAnswerAndTheirMasterPollsAlsoWhereOneTurnsOnAnother() {
    Inventoried read =
        Inventoried.of(Recorded.shared("modbus/send_a_fake_command_modbus_6RTU_with_operate.pcap"));

    assertThat(roles(read.device("192.168.1.100"))).containsExactly("hmi medium");
    for (int unit = 101; unit <= 106; unit++) {
      assertThat(roles(read.device("192.168.1." + unit))).containsExactly("controller high");
    }
  }

  @Test
  void bacnetControllerTellsTwoDevicesAndBothStand() {
    Device device =
        Inventoried.of(Recorded.shared("bacnet/BACnet_device_control.pcap")).device("172.16.86.1");

    assertThat(roles(device)).containsExactly("controller high");
    assertThat(device.attributes())
        .filteredOn(a -> a.name() == AttributeName.FIRMWARE)
        .extracting(a -> a.unit() + " " + a.value())
        .containsExactlyInAnyOrder("-1 3.30", "86001 04.22");
    // One is of the router, one of the device behind it: no contradiction.
    assertThat(device.contradicted()).isFalse();
  }

  @Test
  void aBridgeTellsItselfBySpanningTreeAndCdp() {
    Device device =
        Inventoried.of(Recorded.shared("enip/EIP-FirmwareChange.pcap")).device("00:1e:f6:73:59:81");

    assertThat(roles(device)).containsExactly("switch high");
    assertThat(device.text(AttributeName.MODEL)).isEqualTo("cisco WS-CE500-24TT");
    assertThat(device.roles().getFirst().reasons())
        .extracting(reason -> reason.text() + " " + reason.proof().frame())
        .contains("cdp tells so 13");
  }

  /** The controller's packets come once by itself with 64 hops and once from a router with 63. */
  @Test
  void whoPassesPacketsOnIsAGatewayAndDoesNotOwnTheirAddresses() {
    Inventoried read = Inventoried.of(Recorded.shared("s4x15/Modicon.pcap"));

    assertThat(roles(read.device("00:1c:7f:39:de:5b"))).containsExactly("gateway medium");
    assertThat(read.device("10.50.1.52").macs()).hasSize(1);
    assertThat(roles(read.device("10.50.1.52"))).containsExactly("controller high");
    assertThat(roles(read.device("10.50.1.10"))).containsExactly("hmi medium");
    assertThat(read.device("10.50.1.52").text(AttributeName.SOFTWARE))
        .isEqualTo("Schneider-WEB/V2.1.4");
  }

  @Test
  void filesMovedByAMasterDoNotMakeItAnEngineeringStationWithoutProgramOperations() {
    Inventoried read = Inventoried.of(Recorded.shared("modbus/moving_two_files_modbus_6RTU.pcap"));

    assertThat(read.inventory.devices())
        .flatExtracting(RolesTest::roles)
        .doesNotContain("engineering-station medium");
  }

  /** By its provenance a file is written to the outstation. */
  @Test
  void whoMovesAFileToAnOutstationIsCalledAnEngineeringStationWithItsReason() {
    Inventoried read = Inventoried.of(Recorded.shared("dnp3/dnp3_file_write.pcap"));

    assertThat(read.inventory.devices())
        .flatExtracting(Device::roles)
        .filteredOn(role -> role.role() == Role.ENGINEERING_STATION)
        .hasSize(1)
        .allSatisfy(
            role ->
                assertThat(role.reasons().getFirst().text())
                    .isEqualTo("asked for 2 operations of class program"));
  }

  /** By its provenance 134.249.53.130 loads blocks, which 134.249.61.182 then pulls. */
  @Test
  void aControllerThatFetchesWhatItWasToldToLoadIsNoEngineeringStation() {
    Inventoried read = Inventoried.of(Recorded.shared("s7/step7_s300_download.pcapng"));

    assertThat(roles(read.device("134.249.53.130"))).containsExactly("engineering-station medium");
    assertThat(roles(read.device("134.249.61.182"))).containsExactly("controller high");
  }

  /** By its provenance .239 is the HMI. */
  @Test
  void anHmiOfS7PollsAndItsControllerAnswersFromTheFirstFramesOn() {
    Inventoried read = Inventoried.of(Recorded.shared("s7/wincc_s400_production.pcapng"));

    assertThat(roles(read.device("194.250.63.239"))).containsExactly("hmi medium");
    Device controller = read.device("194.250.63.170");
    assertThat(roles(controller)).containsExactly("controller high");
    assertThat(controller.roles().getFirst().reasons().getFirst().proof().frame()).isEqualTo(2);
  }

  /** By tshark frame 10 of the one tells device type 0x0e, frame 10683 of the other 0x0c. */
  @Test
  void whatCipSaysOfADevicesTypeIsARoleWithTheFrameThatTellsIt() {
    Device controller =
        Inventoried.of(Recorded.shared("enip/EIP-SoftwareDownload.pcap")).device("192.168.10.120");
    Device adapter =
        Inventoried.of(Recorded.shared("enip/EIP-FirmwareChange.pcap")).device("192.168.10.120");

    assertThat(told(controller)).containsExactly("controller high cip tells so 10");
    assertThat(told(adapter)).containsExactly("gateway high cip tells so 10683");
    assertThat(adapter.text(AttributeName.DEVICE_TYPE)).isEqualTo("Communications Adapter");
  }

  private static List<String> told(Device device) {
    return device.roles().stream()
        .flatMap(
            role ->
                role.reasons().stream()
                    .filter(reason -> reason.text().contains("tells"))
                    .map(
                        reason ->
                            "%s %s %s %d"
                                .formatted(
                                    role.role().word(),
                                    role.confidence().word(),
                                    reason.text(),
                                    reason.proof().frame())))
        .toList();
  }

  static List<String> roles(Device device) {
    return device.roles().stream()
        .map(role -> role.role().word() + " " + role.confidence().word())
        .toList();
  }
}
