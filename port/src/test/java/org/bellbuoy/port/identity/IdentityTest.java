package org.bellbuoy.port.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.bellbuoy.port.capture.Captures;
import org.bellbuoy.port.inventory.Inventoried;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.packet.Frames;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;
import org.junit.jupiter.api.Test;

/** Messages after the standards, and what they tell. */
class IdentityTest {
  @Test
  void theInventoryOfLldpMedIsRead() {
    String med =
        organisation("0012bb", 5, "rev B")
            + organisation("0012bb", 6, "2.1")
            + organisation("0012bb", 8, "S-77")
            + organisation("0012bb", 9, "Harbour Drives")
            + organisation("0012bb", 10, "HD-9");

    assertThat(told(frame(0x88cc, "02070402000000000a" + "04020731" + "06020078" + med + "0000")))
        .contains(
            "hardware-revision rev B",
            "firmware 2.1",
            "serial-number S-77",
            "vendor Harbour Drives",
            "model HD-9");
  }

  @Test
  void aTlvThatIsLongerThanItsFrameIsToldAndThoseBeforeItCount() {
    Inventoried read = frame(0x88cc, "02070402000000000a" + "0a03637234" + "0c50" + "4142");

    assertThat(told(read)).contains("name cr4");
    assertThat(read.rejects).hasSize(1);
    assertThat(read.rejects.getFirst().detail())
        .isEqualTo("frame 1: TLV 6 says 80 bytes, 2 are there.");
  }

  @Test
  void cdpWithALengthBelowItsOwnHeaderEndsThere() {
    // Version 2, time to live, check sum; device "s1"; then a TLV of length 2.
    Inventoried read = snap("00000c", "2000", "02b40000" + "000100067331" + "00050002");

    assertThat(told(read)).contains("name s1");
    assertThat(read.rejects).hasSize(1);
    assertThat(read.rejects.getFirst().detail())
        .isEqualTo("frame 1: TLV 5 says 2 bytes, 4 are there.");
  }

  @Test
  void camerasAnswerDiscoveryAndWhoLooksForThemIsNone() {
    String types =
        "<d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes>"
            + "onvif://www.onvif.org/hardware/QC-7 onvif://www.onvif.org/name/Quay%20Cam</d:Scopes>";
    String open =
        "<?xml version=\"1.0\"?><e:Envelope xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/"
            + "discovery\"><e:Body>";
    byte[] probe = ascii(open + "<d:Probe>" + types + "</d:Probe></e:Body></e:Envelope>");
    byte[] match =
        ascii(open + "<d:ProbeMatches>" + types + "</d:ProbeMatches></e:Body></e:Envelope>");
    List<Attribute> told =
        Inventoried.of(new Datagrams(40000, 3702).send(true, probe).send(false, match).bytes())
            .attributes;

    assertThat(told)
        .extracting(a -> a.address() + " " + a.name().word() + " " + a.value())
        .containsExactly("10.0.0.2 role camera", "10.0.0.2 model QC-7", "10.0.0.2 name Quay Cam");
  }

  @Test
  void namesOfMulticastDnsAreOfTheAddressThatTheyName() {
    // An answer: crane4.local A 10.0.0.1, flush bit set; then TXT model=QX.
    String answer =
        "0000 8400 0000 0002 0000 0000"
            + "06 6372616e6534 05 6c6f63616c 00 0001 8001 00000078 0004 0a000001"
            + "c00c 0010 8001 00000078 0009 08 6d6f64656c3d5158";

    assertThat(told(Inventoried.of(new Datagrams(5353, 5353).ask(answer).bytes())))
        .containsExactly("name crane4.local", "model QX");
  }

  @Test
  void aPointerThatLeadsInACircleIsNoName() {
    String answer = "0000 8400 0000 0001 0000 0000 c00c 0001 8001 00000078 0004 0a000001";
    Inventoried read = Inventoried.of(new Datagrams(5353, 5353).ask(answer).bytes());

    assertThat(read.attributes).isEmpty();
    assertThat(read.rejects).hasSize(1);
  }

  @Test
  void aNetbiosRegistrationClaimsAName() {
    // RFC 1001, 14.1: each half of a byte is a letter from A on; CRANE4 with kind 0.
    String coded = netbios("CRANE4         ", 0);
    String question = "20" + coded + "00" + "0020 0001";
    String record = "c00c 0020 0001 00000000 0006 0000 0a000001";

    assertThat(
            told(
                Inventoried.of(
                    new Datagrams(137, 137)
                        .ask("0001 2910 0001 0000 0000 0001" + question + record)
                        .bytes())))
        .containsExactly("name CRANE4");
  }

  @Test
  void theTitleOfAPageMayComeInALaterSegment() {
    byte[] get = ascii("GET / HTTP/1.1\r\nHost: x\r\nUser-Agent: panel/2\r\n\r\n");
    byte[] head =
        ascii(
            "HTTP/1.1 401 Unauthorized\r\nServer: QuayWeb/1.0\r\nWWW-Authenticate: Basic"
                + " realm=\"Crane 4\"\r\nContent-Type: text/html\r\n\r\n");
    byte[] body = ascii("<html><head><TITLE>Spreader\r\ncontrol</TITLE></head></html>");
    Talk talk =
        new Talk(80)
            .open()
            .ask(1001, 5001, get)
            .answer(5001, 1001 + get.length, head)
            .answer(5001 + head.length, 1001 + get.length, body);

    assertThat(told(Inventoried.of(talk.bytes())))
        .containsExactly(
            "software panel/2",
            "software QuayWeb/1.0",
            "description HTTP realm Crane 4",
            "description HTTP title Spreader control");
  }

  @Test
  void mediaServersAndFileServersTellThemselves() {
    byte[] options = ascii("OPTIONS rtsp://10.0.0.2/ RTSP/1.0\r\nCSeq: 1\r\n\r\n");
    byte[] answer = ascii("RTSP/1.0 200 OK\r\nCSeq: 1\r\nServer: QuayCam/3\r\n\r\n");
    Talk talk =
        new Talk(554).open().ask(1001, 5001, options).answer(5001, 1001 + options.length, answer);

    assertThat(told(Inventoried.of(talk.bytes()))).contains("software QuayCam/3", "service rtsp");
    assertThat(
            told(
                Inventoried.of(
                    new Talk(2121).open().answer(5001, 1001, ascii("220 QuayFTP 2\r\n")).bytes())))
        .contains("software QuayFTP 2");
  }

  @Test
  void anOptionOfDhcpThatIsTooLongIsTold() {
    String fixed =
        "01010600"
            + "00000001"
            + "00000000"
            + "00".repeat(16)
            + "020000000001"
            + "00".repeat(10 + 192)
            + "63825363";
    Inventoried read =
        Inventoried.of(
            new Datagrams(68, 67).ask(fixed + "350101" + "0c0463723134" + "3c20414243").bytes());

    assertThat(told(read)).containsExactly("name cr14");
    assertThat(read.rejects).hasSize(1);
    assertThat(read.rejects.getFirst().detail())
        .isEqualTo("frame 1: option 60 says 32 bytes, 3 are there.");
  }

  private static List<String> told(Inventoried read) {
    return read.attributes.stream().map(a -> a.name().word() + " " + a.value()).toList();
  }

  private static Inventoried frame(int type, String hex) {
    return Inventoried.of(
        Captures.pcap()
            .packet(1_700_000_000_000_000_000L, Frames.ethernet(type, HexFormat.of().parseHex(hex)))
            .bytes());
  }

  private static Inventoried snap(String organisation, String type, String hex) {
    String payload = "aaaa03" + organisation + type + hex;
    return frame(payload.length() / 2, payload);
  }

  private static String organisation(String oui, int subtype, String text) {
    String value = oui + "%02x".formatted(subtype) + HexFormat.of().formatHex(ascii(text));
    return "%04x".formatted(127 << 9 | value.length() / 2) + value;
  }

  private static String netbios(String name, int kind) {
    StringBuilder coded = new StringBuilder();
    for (char c : (name + (char) kind).toCharArray()) {
      coded.append("%02x%02x".formatted('A' + (c >> 4), 'A' + (c & 15)));
    }
    return coded.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
