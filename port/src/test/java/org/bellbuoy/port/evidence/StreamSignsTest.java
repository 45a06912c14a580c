package org.bellbuoy.port.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.bellbuoy.port.evidence.StreamSigns.Cipher;
import org.bellbuoy.port.packet.Wire;
import org.junit.jupiter.api.Test;

class StreamSignsTest {
  /** RFC 8448, 3: the ServerHello of a full handshake of TLS 1.3. */
  private static final byte[] RFC_8448 =
      Wire.hex(
          "16 03 03 00 5a 02 00 00 56 03 03 a6 af 06 a4 12 18 60 dc 5e 6e 60 24 9c d3 4c 95 93 0c"
              + " 8a c5 cb 14 34 da c1 55 77 2e d3 e2 69 28 00 13 01 00 00 2e 00 33 00 24 00 1d"
              + " 00 20 c9 82 88 76 11 20 95 fe 66 76 2b db f7 c6 72 e1 56 d6 cc 25 3b 83 3d f1"
              + " dd 69 b1 b0 4e 75 1f 0f 00 2b 00 02 03 04");

  private static byte[] hello(int version) {
    byte[] hello = Arrays.copyOf(RFC_8448, 49);
    hello[4] = 44;
    hello[8] = 40;
    hello[10] = (byte) version;
    return hello;
  }

  @Test
  void theVersionOfTls13StandsInAnExtension() {
    assertThat(StreamSigns.chosenTls(RFC_8448, 0, RFC_8448.length)).isEqualTo(0x0304);
  }

  @Test
  void withoutTheExtensionTheVersionOfTheHelloCounts() {
    for (int version = 0; version <= 3; version++) {
      byte[] hello = hello(version);
      assertThat(StreamSigns.chosenTls(hello, 0, hello.length)).isEqualTo(0x0300 + version);
    }
  }

  @Test
  void theClientsOfferIsNoChoice() {
    byte[] offer = RFC_8448.clone();
    offer[5] = 1;
    assertThat(StreamSigns.chosenTls(offer, 0, offer.length)).isZero();
    assertThat(StreamSigns.begins(offer, 0, offer.length)).isEqualTo(Cipher.ENCRYPTED);
  }

  @Test
  void cutAndSpoiledHellosNeverThrow() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      byte[] spoiled = Arrays.copyOf(RFC_8448, 1 + random.nextInt(RFC_8448.length));
      for (int n = random.nextInt(4); n > 0; n--) {
        spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
      }
      assertThat(StreamSigns.chosenTls(spoiled, 0, spoiled.length)).isBetween(0, 0xffff);
      assertThat(StreamSigns.begins(spoiled, 0, spoiled.length)).isNotNull();
    }
  }

  @Test
  void clearProtocolsAreToldByTheirFirstWords() {
    for (String text : new String[] {"HTTP/1.1 200", "GET / HTTP/1.1\r\n", "220 ready\r\n"}) {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      assertThat(StreamSigns.begins(bytes, 0, bytes.length)).as(text).isEqualTo(Cipher.CLEAR);
    }
    byte[] ssh = "SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(StreamSigns.begins(ssh, 0, ssh.length)).isEqualTo(Cipher.ENCRYPTED);
    byte[] other = Wire.hex("00 01 02 03 04 05 06 07");
    assertThat(StreamSigns.begins(other, 0, other.length)).isEqualTo(Cipher.UNKNOWN);
  }
}
