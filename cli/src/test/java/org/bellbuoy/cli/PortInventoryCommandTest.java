package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortInventoryCommandTest {
  /**
   * A pcap: 10.0.0.1:40000 reads the identification of unit 9 at 10.0.0.2:502 (Modbus function 43,
   * type 14), which answers with vendor "QD", code "Q1" and revision "v2".
   */
  private static final String CAPTURE =
      "d4c3b2a1020004000000000000000000ffff000001000000"
          + "00f1536501000000410000004100000002000000000202000000000108004500003300010000"
          + "400600000a0000010a0000029c4001f6000003e9000013895018100000000000"
          + "000100000005092b0e0100"
          + "00f15365020000005000000050000000020000000001001b1b0000020800"
          + "4500004200020000400600000a0000020a000001"
          + "01f69c4000001389000003f45018100000000000"
          + "000100000014092b0e0101000003000251440102513102027632";

  @TempDir Path folder;

  @Test
  void aDeviceIsOneObjectWithEachFactAndItsFrame() throws IOException {
    Outcome outcome = Outcome.of("port", "inventory", "--json", capture().toString());

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    List<String> lines = outcome.out().lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode device = new ObjectMapper().readTree(lines.get(1));
    assertThat(device.path("schema").asText()).isEqualTo("bellbuoy.device/1");
    assertThat(device.path("id").asText()).isEqualTo("mac:00:1b:1b:00:00:02");
    assertThat(device.path("ips").get(0).asText()).isEqualTo("10.0.0.2");
    // To have told what it is makes nobody a controller.
    assertThat(device.path("roles")).isEmpty();
    JsonNode vendor = device.path("attributes").get(0);
    assertThat(vendor.path("name").asText()).isEqualTo("vendor");
    assertThat(device.path("attributes").toString())
        .contains("\"value\":\"QD\",\"unit\":9,\"told_by\":\"modbus\",\"confidence\":\"high\"")
        .contains("\"value\":\"Siemens\",\"told_by\":\"mac-prefix\",\"confidence\":\"low\"")
        .contains("\"value\":\"v2\"");
    assertThat(device.path("attributes").findParents("unit"))
        .allSatisfy(
            attribute -> {
              assertThat(attribute.path("proof").path("frame").asInt()).isEqualTo(2);
              assertThat(attribute.path("proof").path("source").asText()).isEqualTo("crane.pcap");
            });
  }

  @Test
  void theTableSaysWhatItCannotShow() throws IOException {
    Outcome outcome = Outcome.of("port", "inventory", capture().toString());

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    assertThat(outcome.out())
        .contains("2 packets, 2 devices")
        .contains("10.0.0.2  00:1b:1b:00:00:02")
        .containsPattern("firmware +v2, unit 9  \\[modbus, high, frame 2\\]")
        .contains("its absence here is no proof that it is not there");
  }

  @Test
  void whatIsNotOnTheApprovedListIsToldAndTheExportServesAsList() throws IOException {
    String capture = capture().toString();
    Path csv = folder.resolve("devices.csv");
    Path bom = folder.resolve("devices.cdx.json");
    assertThat(
            Outcome.of(
                    "port",
                    "inventory",
                    capture,
                    "--csv",
                    csv.toString(),
                    "--cyclonedx",
                    bom.toString())
                .status())
        .isEqualTo(Bellbuoy.OK);
    assertThat(Files.readString(bom)).contains("\"specVersion\" : \"1.6\"");
    assertThat(Outcome.of("port", "inventory", capture, "--approved", csv.toString()).out())
        .doesNotContain("not-on-list")
        .containsPattern("approved +approved \\(line 3\\)");
    Path list = Files.writeString(folder.resolve("list.csv"), "mac\n00:1b:1b:00:00:03\n");
    assertThat(Outcome.of("port", "inventory", capture, "--approved", list.toString()).out())
        .containsPattern("approved +not-on-list")
        .contains("Approved list: line 2 (00:1b:1b:00:00:03) was not seen");
  }

  @Test
  void filesThatAreNotWhatTheyShouldBeFailWithASentence() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "nothing\n");
    String capture = capture().toString();

    Outcome oui = Outcome.of("port", "inventory", capture, "--oui", notes.toString());
    assertThat(oui.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(oui.err()).contains("holds no assignment of hardware addresses");
    Outcome list = Outcome.of("port", "inventory", capture, "--approved", notes.toString());
    assertThat(list.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(list.err()).contains("notes.txt line 1 has none of the headings");
    Outcome missing = Outcome.of("port", "inventory", capture, "--approved", "no-such.csv");
    assertThat(missing.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(missing.err()).contains("no-such.csv does not exist.");
    Outcome empty = Outcome.of("port", "inventory", notes.toString());
    assertThat(empty.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(empty.err()).contains("which is no all-clear");
  }

  private Path capture() throws IOException {
    return Files.write(folder.resolve("crane.pcap"), HexFormat.of().parseHex(CAPTURE));
  }
}
