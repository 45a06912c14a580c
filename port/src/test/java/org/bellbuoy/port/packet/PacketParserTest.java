package org.bellbuoy.port.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bellbuoy.port.capture.LinkType;
import org.bellbuoy.port.capture.Packet;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.packet.PacketParser.Outcome;
import org.junit.jupiter.api.Test;

class PacketParserTest {
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

  private final PacketParser parser = new PacketParser();
  private final PacketView view = new PacketView();
  private final Packet packet = new Packet();
  private long frame;

  @Test
  void twoTagsAreTakenOffAndPaddingIsNoPayload() {
    byte[] inner =
        Frames.ethernet(
            0x0800, Frames.ipv4(1, 2, 7, 0, 6, Frames.tcp(4000, 502, 10, 20, 0x18, HELLO)));
    byte[] twice = Frames.tagged(0x88a8, 300, Frames.tagged(0x8100, 12, inner));
    byte[] padded = java.util.Arrays.copyOf(twice, twice.length + 9);

    assertThat(parse(padded, LinkType.ETHERNET)).isEqualTo(Outcome.WHOLE);
    assertThat(view.kind()).isEqualTo(PacketView.Kind.TCP);
    assertThat(view.vlan()).isEqualTo(300);
    assertThat(view.innerVlan()).isEqualTo(12);
    assertThat(Endpoint.macText(view.sourceMac())).isEqualTo("02:00:00:00:00:01");
    assertThat(Endpoint.macText(view.destinationMac())).isEqualTo("02:00:00:00:00:02");
    assertThat(new IpAddress(view.sourceHigh(), view.sourceLow())).hasToString("10.0.0.1");
    assertThat(view.destinationPort()).isEqualTo(502);
    assertThat(view.sequence()).isEqualTo(10);
    assertThat(payload()).isEqualTo("hello");
  }

  @Test
  void fragmentsInAnyOrderBecomeOneDatagram() {
    byte[] text =
        "a message over three fragments, out of order".getBytes(StandardCharsets.US_ASCII);
    byte[] udp = Frames.udp(1000, 2000, text);
    byte[] first = fragment(udp, 0, 16, true);
    byte[] second = fragment(udp, 16, 32, true);
    byte[] third = fragment(udp, 32, udp.length, false);

    assertThat(parse(third, LinkType.ETHERNET)).isEqualTo(Outcome.FRAGMENT);
    assertThat(parse(first, LinkType.ETHERNET)).isEqualTo(Outcome.FRAGMENT);
    assertThat(parse(first, LinkType.ETHERNET)).isEqualTo(Outcome.FRAGMENT);
    assertThat(parse(second, LinkType.ETHERNET)).isEqualTo(Outcome.WHOLE);
    assertThat(view.kind()).isEqualTo(PacketView.Kind.UDP);
    assertThat(view.destinationPort()).isEqualTo(2000);
    assertThat(payload()).isEqualTo(new String(text, StandardCharsets.US_ASCII));
    assertThat(parser.fragments().completed()).isEqualTo(1);
  }

  @Test
  void waitingFragmentsAreBoundedAndTheOldestAreGivenUp() {
    for (int id = 0; id < 1000; id++) {
      byte[] part = Frames.ipv4(1, 2, id, 0x2000, 17, new byte[16]);
      parse(Frames.ethernet(0x0800, part), LinkType.ETHERNET);
    }
    assertThat(parser.fragments().waiting()).isEqualTo(256);
    assertThat(parser.fragments().abandoned()).isEqualTo(744);
  }

  @Test
  void greCarriesThePacketWithin() {
    byte[] inner = Frames.ipv4(3, 4, 1, 0, 17, Frames.udp(1, 2, HELLO));
    byte[] gre = ByteBuffer.allocate(4 + inner.length).putInt(0x0800).put(inner).array();
    byte[] mirrored =
        ByteBuffer.allocate(4 + 14 + inner.length)
            .putInt(0x6558)
            .put(Frames.ethernet(0x0800, inner))
            .array();

    for (byte[] tunnel : new byte[][] {gre, mirrored}) {
      assertThat(
              parse(
                  Frames.ethernet(0x0800, Frames.ipv4(1, 2, 1, 0, 47, tunnel)), LinkType.ETHERNET))
          .isEqualTo(Outcome.WHOLE);
      assertThat(view.tunnels()).isEqualTo(1);
      assertThat(new IpAddress(view.sourceHigh(), view.sourceLow())).hasToString("10.0.0.3");
      assertThat(payload()).isEqualTo("hello");
    }
  }

  @Test
  void cookedLoopbackAndRawPacketsAreRead() {
    byte[] ip = Frames.ipv4(1, 2, 7, 0, 17, Frames.udp(1, 2, HELLO));
    byte[] cooked =
        ByteBuffer.allocate(16 + ip.length)
            .putShort((short) 0)
            .putShort((short) 1)
            .putShort((short) 6)
            .put(new byte[] {2, 0, 0, 0, 0, 9, 0, 0})
            .putShort((short) 0x0800)
            .put(ip)
            .array();
    byte[] loopback = ByteBuffer.allocate(4 + ip.length).putInt(0x02000000).put(ip).array();

    parse(cooked, LinkType.LINUX_SLL);
    assertThat(payload()).isEqualTo("hello");
    assertThat(Endpoint.macText(view.sourceMac())).isEqualTo("02:00:00:00:00:09");
    parse(loopback, LinkType.NULL);
    assertThat(payload()).isEqualTo("hello");
    parse(ip, LinkType.RAW_IP);
    assertThat(payload()).isEqualTo("hello");
    assertThat(view.sourceMac()).isEqualTo(Endpoint.NO_MAC);
  }

  @Test
  void aPacketCutByTheCaptureTellsHowMuchIsMissing() {
    byte[] whole =
        Frames.ethernet(
            0x0800, Frames.ipv4(1, 2, 7, 0, 6, Frames.tcp(4000, 502, 10, 20, 0x18, HELLO)));
    packet.set(whole, 0, whole.length - 2, LinkType.ETHERNET, 0, 1);

    assertThat(parser.parse(packet, view)).isEqualTo(Outcome.WHOLE);
    assertThat(payload()).isEqualTo("hel");
    assertThat(view.payloadMissing()).isEqualTo(2);
  }

  @Test
  void noCutAndNoChangedByteMakesItThrow() {
    byte[] good =
        Frames.tagged(
            0x8100,
            5,
            Frames.ethernet(
                0x0800,
                Frames.ipv4(1, 2, 7, 0, 47, new byte[] {0, 0, 8, 0, 0x45, 0, 0, 30, 0, 0, 0, 0})));
    for (LinkType type : LinkType.values()) {
      for (int length = 0; length <= good.length; length++) {
        for (int at = 0; at < good.length; at++) {
          byte[] bad = java.util.Arrays.copyOf(good, length);
          if (at < length) {
            bad[at] ^= (byte) (31 * at + 0x80);
          }
          parse(bad, type);
          assertThat(view.payloadLength()).isNotNegative();
          assertThat(view.payloadOffset() + view.payloadLength())
              .isLessThanOrEqualTo(view.buffer().length);
        }
      }
    }
  }

  @Test
  void theSamePacketBehindARouterIsADuplicateAndARepetitionLaterIsNot() {
    Duplicates duplicates = new Duplicates();
    byte[] one =
        Frames.ethernet(
            0x0800, Frames.ipv4(1, 2, 7, 0, 6, Frames.tcp(4000, 502, 10, 20, 0x18, HELLO)));
    byte[] routed = one.clone();
    routed[5] = 99;
    routed[14 + 8] = 63;
    byte[] next =
        Frames.ethernet(
            0x0800, Frames.ipv4(1, 2, 8, 0, 6, Frames.tcp(4000, 502, 10, 20, 0x18, HELLO)));

    parseAt(one, 1_000_000_000L);
    assertThat(duplicates.isDuplicate(view)).isFalse();
    parseAt(routed, 1_000_300_000L);
    assertThat(duplicates.isDuplicate(view)).isTrue();
    parseAt(next, 1_000_400_000L);
    assertThat(duplicates.isDuplicate(view)).isFalse();
    parseAt(one, 1_200_000_000L);
    assertThat(duplicates.isDuplicate(view)).isFalse();
    assertThat(duplicates.found()).isEqualTo(1);
  }

  private static byte[] fragment(byte[] udp, int from, int to, boolean more) {
    return Frames.ethernet(
        0x0800,
        Frames.ipv4(1, 2, 77, (more ? 0x2000 : 0) | from / 8, 17, Frames.part(udp, from, to)));
  }

  private void parseAt(byte[] bytes, long nanos) {
    packet.set(bytes, 0, bytes.length, LinkType.ETHERNET, nanos, ++frame);
    parser.parse(packet, view);
  }

  private Outcome parse(byte[] bytes, LinkType type) {
    packet.set(bytes, 0, bytes.length, type, 0, ++frame);
    return parser.parse(packet, view);
  }

  private String payload() {
    return new String(
        view.buffer(), view.payloadOffset(), view.payloadLength(), StandardCharsets.US_ASCII);
  }
}
