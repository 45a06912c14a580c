package org.bellbuoy.port.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.Detected;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.packet.Wire;
import org.bellbuoy.port.packet.Wire.Host;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;

class ContentDetectorsTest {
  private static final Host STATION = new Host("10.0.0.5", 0x020000000005L);
  private static final Host PLC = new Host("10.0.0.20", 0x020000000020L);
  private static final Host OUTSIDE = new Host("198.51.100.10", 0x020000000001L);

  private static List<PortFact> logins(Wire wire) {
    return Detected.facts(new ClearCredentialsDetector(), wire.bytes());
  }

  private static List<PortFact> files(Wire wire) {
    return Detected.facts(new FileIntoOtDetector(Networks.usual()), wire.bytes());
  }

  @Test
  void loginsOverFtpAreOneFactWithTheAccountAndNoPassword() {
    Wire wire = new Wire();
    for (int i = 0; i < 3; i++) {
      wire.connect(STATION, 40000 + i, PLC, 2121)
          .answer("220 ready\r\n")
          .ask("USER fitter\r\n")
          .answer("331 password\r\n")
          .ask("PASS verysecret\r\n")
          .answer("230 in\r\n")
          .close();
    }
    List<PortFact> facts = logins(wire);
    assertThat(facts)
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("ftp"))
        .satisfies(f -> assertThat(f.count()).isEqualTo(3))
        .satisfies(f -> assertThat(f.targets().getFirst().id()).isEqualTo("10.0.0.20:2121"));
    assertThat(facts.toString()).contains("fitter").doesNotContain("verysecret");
  }

  @Test
  void basicLoginsOverHttpTellTheAccountOnly() {
    String coded =
        Base64.getEncoder().encodeToString("operator:verysecret".getBytes(StandardCharsets.UTF_8));
    Wire wire = new Wire();
    wire.connect(STATION, 40000, PLC, 80)
        .ask("GET / HTTP/1.1\r\nHost: plc\r\nAuthorization: Basic " + coded + "\r\n\r\n")
        .close();
    List<PortFact> facts = logins(wire);
    assertThat(facts).singleElement().satisfies(f -> assertThat(f.kind()).isEqualTo("http-basic"));
    assertThat(facts.toString()).contains("operator").doesNotContain("verysecret", coded);
  }

  @Test
  void aPromptForAPasswordAndItsAnswerArePossible() {
    Wire wire = new Wire();
    wire.connect(STATION, 40000, PLC, 4000)
        .answer("Controller\r\nPassword: ")
        .ask("verysecret\r\n")
        .close();
    assertThat(logins(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("prompt"));
  }

  @Test
  void realLoginsAreFoundWithTheirAccounts() {
    List<PortFact> facts =
        Detected.facts(new ClearCredentialsDetector(), Recorded.shared("s4x15/Modicon.pcap"));
    assertThat(facts)
        .extracting(f -> f.kind() + " " + f.actor().get("ip"))
        .contains("ftp 10.200.1.174", "http-basic 10.200.1.86");
    assertThat(facts.toString()).contains("As herbert_derp.", "As admin.");
    assertThat(
            Detected.facts(
                new ClearCredentialsDetector(), Recorded.shared("discovery/snmpwalk-short.pcap")))
        .singleElement()
        .satisfies(f -> assertThat(f.count()).isEqualTo(200))
        .satisfies(f -> assertThat(f.reasons().toString()).contains("As public."));
  }

  @Test
  void aManagementStationThatAsksManyDevicesIsOneFactWithAllOfThem() {
    // RFC 1157: version 1, community public, GetRequest of sysDescr.
    byte[] ask =
        Wire.hex(
            "302602010004067075626c6963a019020101020100020100300e300c06082b060102010101000500");
    Wire wire = new Wire();
    for (int i = 0; i < 60; i++) {
      Host device = new Host("10.0.1." + (i + 1), 0x020000000100L + i);
      wire.udp(STATION, 50000, device, 161, ask).udp(STATION, 50000, device, 161, ask);
    }
    assertThat(logins(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("snmp-community"))
        .satisfies(f -> assertThat(f.count()).isEqualTo(120))
        .satisfies(f -> assertThat(f.targets()).hasSize(50))
        .satisfies(f -> assertThat(f.traces()).hasSize(16))
        .satisfies(f -> assertThat(f.reasons().toString()).contains("60.0"));
  }

  private static byte[] program() {
    return ByteBuffer.allocate(200)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(0, (byte) 'M')
        .put(1, (byte) 'Z')
        .putInt(60, 128)
        .putInt(128, 0x00004550)
        .array();
  }

  private static byte[] joined(String head, byte[] body) {
    byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(first.length + body.length).put(first).put(body).array();
  }

  @Test
  void aProgramOverHttpFromOutsideIsToldWithItsName() {
    Wire wire = new Wire();
    wire.connect(PLC, 40000, OUTSIDE, 8080)
        .ask("GET /update/tool.bin HTTP/1.1\r\nHost: x\r\n\r\n")
        .answer(joined("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", program()))
        .close();
    assertThat(files(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("windows-program"))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.HIGH))
        .satisfies(f -> assertThat(f.actor()).containsEntry("ip", "198.51.100.10"))
        .satisfies(f -> assertThat(f.targets().getFirst().id()).isEqualTo("10.0.0.20"))
        .satisfies(f -> assertThat(f.reasons().toString()).contains("/update/tool.bin"));
  }

  @Test
  void aProgramThatLeavesIsNotOneThatComesIn() {
    Wire wire = new Wire();
    wire.connect(PLC, 40000, OUTSIDE, 8080)
        .ask(joined("PUT /x HTTP/1.1\r\nHost: x\r\n\r\n", program()))
        .close();
    assertThat(files(wire)).isEmpty();
  }

  @Test
  void firmwareOverTftpAndFtpDataIsTold() {
    Wire wire = new Wire();
    byte[] image = new byte[516];
    System.arraycopy(Wire.hex("0003 0001 27051956"), 0, image, 0, 8);
    wire.udp(PLC, 30000, STATION, 69, joined("\0\1drive.img\0octet\0", new byte[0]));
    wire.udp(STATION, 50000, PLC, 30000, image);
    wire.connect(STATION, 20, PLC, 41000).ask(":020000040800F2\n:10000000").close();

    assertThat(files(wire))
        .extracting(PortFact::kind)
        .containsExactlyInAnyOrder("boot-image", "hex-image");
    assertThat(files(wire).toString()).contains("drive.img");
  }

  @Test
  void aProgramWrittenOverSmbIsTold() {
    byte[] write = new byte[4 + 64 + 48 + 200];
    ByteBuffer smb = ByteBuffer.wrap(write).order(ByteOrder.LITTLE_ENDIAN);
    smb.put(4, (byte) 0xfe).put(5, (byte) 'S').put(6, (byte) 'M').put(7, (byte) 'B');
    smb.putShort(4 + 12, (short) 9);
    smb.putShort(4 + 64, (short) 49).putShort(4 + 64 + 2, (short) (64 + 48));
    System.arraycopy(program(), 0, write, 4 + 64 + 48, 200);
    Wire wire = new Wire();
    wire.connect(STATION, 40000, PLC, 445).ask("negotiate").answer("yes").ask(write).close();

    assertThat(files(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("windows-program"))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.MEDIUM));
  }

  @Test
  void randomBytesAreNeitherLoginsNorFilesAndNeverThrow() {
    Random random = new Random(77);
    Wire wire = new Wire();
    byte[][] starts = {
      Wire.hex("0000000c fe534d42"),
      "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
      Wire.hex("3082"),
      Wire.hex("00030001"),
      Wire.hex("0000000c ff534d42 2f"),
      new byte[0]
    };
    for (int i = 0; i < 500; i++) {
      byte[] start = starts[random.nextInt(starts.length)];
      byte[] bytes = new byte[start.length + random.nextInt(150) + 1];
      random.nextBytes(bytes);
      System.arraycopy(start, 0, bytes, 0, start.length);
      wire.connect(STATION, 20000 + i, PLC, 9000).ask(bytes).answer(bytes).close();
      wire.udp(STATION, 20000 + i, PLC, 9000, bytes);
    }
    assertThat(logins(wire)).isEmpty();
    assertThat(files(wire)).isEmpty();
  }
}
