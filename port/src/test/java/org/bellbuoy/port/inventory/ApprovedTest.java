package org.bellbuoy.port.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;

/** An inventory against a list of approved devices. */
class ApprovedTest {
  private static final Proof PROOF = new Proof(0, 0, 1, 24);

  @Test
  void aDeviceIsFoundByItsHardwareAddressAndDiffersInFirmware() throws Exception {
    Approved list = list("mac,ip,model,firmware\n02-00-00-00-00-07,10.0.0.5,M340,2.70\n");

    Approved.Verdict verdict = list.of(device(7, "10.0.0.6", "M340", "3.10"));

    assertThat(verdict.state()).isEqualTo(Approved.State.DIFFERS);
    assertThat(verdict.line()).isEqualTo(2);
    assertThat(verdict.differences())
        .containsExactly("firmware is 3.10, on the list 2.70", "ip 10.0.0.6 is not on the list");
    assertThat(list.of(device(7, "10.0.0.5", "m340", "2.70")).state())
        .isEqualTo(Approved.State.APPROVED);
  }

  @Test
  void whatTheCaptureDoesNotShowIsNoDifference() throws Exception {
    Approved.Verdict verdict =
        list("mac,serial\n02:00:00:00:00:07,ABC1\n").of(device(7, "10.0.0.5", "M340", "2.70"));

    assertThat(verdict.state()).isEqualTo(Approved.State.NOT_SHOWN);
    assertThat(verdict.differences())
        .containsExactly("serial is ABC1 on the list, the capture shows none");
  }

  @Test
  void aRowWithoutAddressesApprovesAllOfAKind() throws Exception {
    Approved list = list("Model,Firmware\nM340,2.70\n");

    assertThat(list.of(device(9, "10.0.0.9", "M340", "2.70")).state())
        .isEqualTo(Approved.State.APPROVED);
    assertThat(list.of(device(9, "10.0.0.9", "M340", "2.80")).state())
        .isEqualTo(Approved.State.NOT_ON_LIST);
    assertThat(list.notSeen(List.of())).isEmpty();
  }

  @Test
  void whatIsOnTheListAndWasNotSeenIsToldWithoutSayingThatItIsAway() throws Exception {
    Approved list = list("ip,name\n10.0.0.5,crane 4\n10.0.0.6,crane 5\n");

    assertThat(list.notSeen(List.of(device(7, "10.0.0.5", "M340", "2.70"))))
        .containsExactly("line 3 (10.0.0.6 crane 5) was not seen; it may be silent or elsewhere");
  }

  @Test
  void badListsAreRefusedWithFileLineAndValue() {
    assertThatThrownBy(() -> list("colour,size\nred,3\n"))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("list.csv line 1 has none of the headings mac, ip");
    assertThatThrownBy(() -> list("mac\n02:00:00:00:00\n"))
        .hasMessage("list.csv line 2 has mac '02:00:00:00:00', which is no hardware address.");
    assertThatThrownBy(() -> list("mac,model\n ,\n"))
        .hasMessage("list.csv line 2 names no device: all cells that count are empty.");
    assertThatThrownBy(() -> list("")).isInstanceOf(SourceException.class);
  }

  @Test
  void theExportOfAnInventoryApprovesItsOwnDevices() throws Exception {
    List<Device> devices =
        Inventoried.of(Recorded.shared("profinet/profinet_io_cm_mixed_1.pcap")).inventory.devices();
    StringWriter csv = new StringWriter();
    DeviceCsv.write(devices, source -> "capture", csv);

    Approved list = list(csv.toString());

    assertThat(devices).isNotEmpty();
    assertThat(devices)
        .extracting(device -> list.of(device).state())
        .containsOnly(Approved.State.APPROVED);
    assertThat(list.notSeen(devices)).isEmpty();
  }

  private static Approved list(String text) throws IOException, SourceException {
    return Approved.read(new StringReader(text), "list.csv");
  }

  static Device device(long mac, String ip, String model, String firmware) {
    return new Device(
        List.of(0x0200_0000_0000L | mac),
        List.of(IpAddress.parseIpv4(ip)),
        List.of(),
        List.of(told(AttributeName.MODEL, model), told(AttributeName.FIRMWARE, firmware)),
        List.of(),
        false,
        1,
        PROOF,
        0,
        List.of());
  }

  private static DeviceAttribute told(AttributeName name, String value) {
    return new DeviceAttribute(name, value, -1, "modbus", Confidence.HIGH, 1, PROOF, 0, false);
  }
}
