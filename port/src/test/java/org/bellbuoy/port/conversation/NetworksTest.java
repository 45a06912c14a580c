package org.bellbuoy.port.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
  private static IpAddress address(String text) {
    return Objects.requireNonNull(IpText.parse(text), text);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, true, false",
    "172.16.0.1, true, false",
    "172.32.0.1, false, true",
    "192.168.255.255, true, false",
    "169.254.7.7, true, false",
    "100.64.0.1, false, false",
    "8.8.8.8, false, true",
    "224.0.0.251, false, false",
    "255.255.255.255, false, false",
    "127.0.0.1, false, false",
    "fe80::1, true, false",
    "fd12:3456::1, true, false",
    "2001:4860:4860::8888, false, true",
    "ff02::fb, false, false"
  })
  void addressesAreInsidePublicOrNeither(String text, boolean inside, boolean isPublic) {
    Networks networks = Networks.usual();
    assertThat(networks.isInside(address(text))).isEqualTo(inside);
    assertThat(networks.isPublic(address(text))).isEqualTo(isPublic);
  }

  @Test
  void aGivenNetworkIsInsideAlthoughItsAddressesArePublic() {
    Networks networks = Networks.of("64.225.56.201");
    assertThat(networks.isInside(address("64.225.56.201"))).isTrue();
    assertThat(networks.isPublic(address("64.225.56.201"))).isFalse();
    assertThat(networks.isPublic(address("64.225.56.202"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0/8", "crane", "10.0.0.0/", "fd00::/129", ""})
  void whatIsNoNetworkIsSaidSo(String text) {
    assertThatThrownBy(() -> Networks.Prefix.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "' is no network");
  }

  @Test
  void addressesAreReadAsThePlatformReadsThem() throws UnknownHostException {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
      random.nextBytes(bytes);
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = random.nextInt(3) == 0 ? 0 : bytes[at];
      }
      String text = InetAddress.getByAddress(bytes).getHostAddress();
      IpAddress read = address(text);
      assertThat(IpText.parse(read.toString())).isEqualTo(read);
      if (bytes.length == 16 && !read.isIpv4()) {
        assertThat(InetAddress.getByName(read.toString()).getAddress()).isEqualTo(bytes);
      } else if (bytes.length == 4) {
        assertThat(read.toString()).isEqualTo(text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "a.b.c.d",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::",
        "::1:",
        "fe80::1%eth0",
        "::ffff:1.2.3",
        "-"
      })
  void whatIsNoAddressIsNone(String text) {
    assertThat(IpText.parse(text)).isNull();
  }
}
