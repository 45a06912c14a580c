package org.bellbuoy.port.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.bellbuoy.port.capture.Captures;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.packet.Frames;
import org.junit.jupiter.api.Test;

/** Which addresses are one device. */
class JoiningTest {
  private final Captures capture = Captures.pcap();
  private long nanos = 1_700_000_000_000_000_000L;

  @Test
  void severalAddressesThatOneClaimsAreOneDevice() {
    arp("020000000007", "0a000005");
    arp("020000000007", "0a000006");

    Device device = read().device("10.0.0.5");

    assertThat(device.addresses())
        .extracting(Object::toString)
        .containsExactly("10.0.0.5", "10.0.0.6");
    assertThat(macs(device)).containsExactly("02:00:00:00:00:07");
    assertThat(device.notes()).isEmpty();
  }

  @Test
  void packetsThatLostAHopAreOfDevicesBehindWhoSendsThem() {
    ip("020000000009", 5, 63);
    ip("020000000009", 6, 62);
    arp("020000000009", "0a000001");

    Inventoried read = read();

    assertThat(read.device("10.0.0.5").macs()).isEmpty();
    assertThat(read.device("10.0.0.5").reachedThrough())
        .extracting(Endpoint::macText)
        .containsExactly("02:00:00:00:00:09");
    assertThat(RolesTest.roles(read.device("10.0.0.1"))).containsExactly("gateway high");
    assertThat(read.device("10.0.0.1").roles().getFirst().reasons().getFirst().text())
        .isEqualTo("passed on packets of 2 addresses that are not its own");
  }

  @Test
  void twoThatUseOneAddressStayTwoAndEachSaysSo() {
    arp("020000000007", "0a000005");
    arp("020000000008", "0a000005");

    List<Device> devices = read().inventory.devices();

    assertThat(devices).hasSize(2);
    assertThat(devices)
        .allSatisfy(
            device ->
                assertThat(device.notes())
                    .containsExactly(
                        "10.0.0.5 was used from several hardware addresses:"
                            + " 02:00:00:00:00:07 02:00:00:00:00:08"));
  }

  @Test
  void anAddressWithAnOddNumberOfHopsIsJoinedOnlyWithANote() {
    ip("020000000007", 5, 100);

    Device device = read().device("10.0.0.5");

    assertThat(macs(device)).containsExactly("02:00:00:00:00:07");
    assertThat(device.notes()).hasSize(1);
    assertThat(device.notes().getFirst()).contains("may be a router's");
  }

  @Test
  void portsOfOneChassisAreOneDeviceWithTheAddressThatManagesIt() {
    // Two ports tell the same chassis; the second names 10.0.0.5, which a third address uses.
    String chassis = "0207" + "04020000000010";
    lldp("020000000011", chassis + "0402" + "0731" + "0602" + "0078" + "0000");
    String managed = "100c" + "05010a000005" + "02" + "00000001" + "00";
    lldp("020000000012", chassis + "0402" + "0732" + "0602" + "0078" + managed + "0000");
    arp("020000000013", "0a000005");

    Device device = read().device("10.0.0.5");

    assertThat(macs(device))
        .containsExactly("02:00:00:00:00:11", "02:00:00:00:00:12", "02:00:00:00:00:13");
    assertThat(device.notes()).isEmpty();
  }

  @Test
  void valuesThatContradictEachOtherBothStand() {
    lldp("020000000011", "0207040200000000110402073106020078" + firmware("2.1") + "0000");
    lldp("020000000011", "0207040200000000110402073106020078" + firmware("2.2") + "0000");
    lldp("020000000011", "0207040200000000110402073106020078" + firmware("2.2") + "0000");

    Device device = read().device("02:00:00:00:00:11");

    assertThat(device.attributes())
        .filteredOn(a -> a.name() == AttributeName.FIRMWARE)
        .extracting(a -> a.value() + " " + a.count() + " " + a.contradicted())
        .containsExactly("2.2 2 true", "2.1 1 true");
    assertThat(device.attributes())
        .filteredOn(a -> a.name() == AttributeName.FIRMWARE)
        .extracting(a -> a.proof().frame())
        .containsExactly(2L, 1L);
  }

  @Test
  void aMakerOfMobileRadioMakesAModemOnlyOfLowConfidence() {
    arp("001e42000001", "0a000005");

    Device device = read().device("10.0.0.5");

    assertThat(RolesTest.roles(device)).containsExactly("modem low");
    assertThat(device.roles().getFirst().reasons().getFirst().text())
        .isEqualTo("00:1e:42:00:00:01 is of a maker of such devices, Teltonika");
    assertThat(device.text(AttributeName.VENDOR)).isEqualTo("Teltonika");
  }

  @Test
  void wordsOfItsOwnMakeItAModemOfMediumConfidence() {
    lldp(
        "020000000011",
        "0207040200000000110402073106020078" + text(6, "InHand InRouter900 LTE router") + "0000");

    Device device = read().device("02:00:00:00:00:11");

    assertThat(RolesTest.roles(device)).containsExactly("modem medium");
    assertThat(device.roles().getFirst().reasons().getFirst().text())
        .isEqualTo("'inhand' stands in its description (lldp)");
  }

  @Test
  void whoIsOnlyAskedForIsNoDevice() {
    ip("020000000007", 5, 64);

    // The packet goes to 10.0.0.2, which never sends.
    assertThat(read().inventory.devices()).hasSize(1);
  }

  private static String text(int type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return "%04x".formatted(type << 9 | bytes.length) + HexFormat.of().formatHex(bytes);
  }

  /** LLDP-MED's firmware. */
  private static String firmware(String version) {
    byte[] bytes = version.getBytes(StandardCharsets.US_ASCII);
    return "%04x".formatted(127 << 9 | bytes.length + 4)
        + "0012bb06"
        + HexFormat.of().formatHex(bytes);
  }

  private Inventoried read() {
    return Inventoried.of(capture.bytes());
  }

  private static List<String> macs(Device device) {
    return device.macs().stream().map(Endpoint::macText).toList();
  }

  private void frame(String mac, int type, byte[] payload) {
    byte[] frame = Frames.ethernet(type, payload);
    System.arraycopy(HexFormat.of().parseHex(mac), 0, frame, 6, 6);
    capture.packet(nanos, frame);
    nanos += 1_000_000;
  }

  private void arp(String mac, String address) {
    String reply = "0001080006040002" + mac + address + "020000000002" + "0a000002";
    frame(mac, 0x0806, HexFormat.of().parseHex(reply));
  }

  private void lldp(String mac, String tlvs) {
    frame(mac, 0x88cc, HexFormat.of().parseHex(tlvs));
  }

  private void ip(String mac, int from, int hops) {
    byte[] packet = Frames.ipv4(from, 2, 1, 0, 17, Frames.udp(40000, 40001, new byte[4]));
    ByteBuffer.wrap(packet).put(8, (byte) hops);
    frame(mac, 0x0800, packet);
  }
}
