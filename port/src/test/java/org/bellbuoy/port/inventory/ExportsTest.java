package org.bellbuoy.port.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;

/** Inventories as files. */
class ExportsTest {
  @Test
  void cycloneDxHasADeviceForEachWithItsProofs() throws Exception {
    List<Device> devices =
        Inventoried.of(Recorded.shared("enip/EIP-FirmwareChange.pcap")).inventory.devices();
    StringWriter written = new StringWriter();
    CycloneDx.write(devices, source -> "crane.pcap", "0.1.0", written);
    JsonNode bom = new ObjectMapper().readTree(written.toString());

    assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bom.path("specVersion").asText()).isEqualTo("1.6");
    assertThat(bom.path("serialNumber").asText()).matches("urn:uuid:[0-9a-f-]{36}");
    assertThat(bom.path("components")).hasSize(devices.size());
    Set<String> references = new HashSet<>();
    for (JsonNode component : bom.path("components")) {
      assertThat(component.path("type").asText()).isEqualTo("device");
      assertThat(component.path("name").asText()).isNotBlank();
      assertThat(references.add(component.path("bom-ref").asText())).isTrue();
    }
    assertThat(find(bom, "cisco WS-CE500-24TT").path("properties").toString())
        .contains("\"cdx:device:macAddress\",\"value\":\"00:1e:f6:73:59:81\"")
        .contains("\"cdx:device:function\",\"value\":\"switch\"")
        .contains("cisco WS-CE500-24TT | cdp, high, crane.pcap frame 13");
  }

  @Test
  void theSameCaptureGivesTheSameBytes() throws Exception {
    StringWriter first = new StringWriter();
    StringWriter second = new StringWriter();
    for (StringWriter written : List.of(first, second)) {
      Inventory inventory = Inventoried.of(Recorded.shared("ads/addroute1.pcapng")).inventory;
      CycloneDx.write(inventory.devices(), source -> "a", "0.1.0", written);
      DeviceCsv.write(inventory.devices(), source -> "a", written);
      for (Device device : inventory.devices()) {
        DeviceJson.write(device, source -> "a", null, written);
      }
    }
    assertThat(first.toString()).isEqualTo(second.toString());
  }

  @Test
  void textsOfDevicesAreNoFormulasAndSteerNoScreen() throws Exception {
    Device hostile = ApprovedTest.device(7, "10.0.0.5", "=cmd|' /C calc'!A0", "1\u001b[2J,\"x\"");
    StringWriter written = new StringWriter();
    DeviceCsv.write(List.of(hostile), source -> "a", written);

    assertThat(written.toString())
        .contains(",'=cmd|' /C calc'!A0,")
        .contains("\"1\uFFFD[2J,\"\"x\"\"\"");
    assertThat(Csv.row(written.toString().lines().toList().get(1))).contains("1\uFFFD[2J,\"x\"");
  }

  private static JsonNode find(JsonNode bom, String name) {
    for (JsonNode component : bom.path("components")) {
      if (component.path("name").asText().equals(name)) {
        return component;
      }
    }
    throw new AssertionError(name + " is not there");
  }
}
