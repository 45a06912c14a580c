package org.bellbuoy.port.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.page.ZoneNames;
import org.bellbuoy.port.policy.Policy;
import org.junit.jupiter.api.Test;

/** What a policy adds to the options of the border, and to the picture. */
class PortDeclaredTest {
  private static final String ZONES =
      """
      zones:
        - {name: quay, level: 1, addresses: 198.18.0.0/16}
        - {name: dmz, level: 3.5, addresses: 10.9.0.0/24}
      remoteParties:
        - {name: vendor, addresses: 192.0.2.0/24}
      conduits:
        - {name: all, from: quay, to: dmz, protocols: any, operations: any}
      """;

  private static Policy policy(String more) {
    return Watched.policy(ZONES + more).policy();
  }

  private static final BorderOptions GIVEN =
      BorderOptions.of(
          List.of("private"), List.of("00:00:5e:00:01:14"), List.of(), List.of("203.0.113.0/24"));

  @Test
  void withoutAPolicyTheOptionsStand() {
    assertThat(PortDeclared.of(GIVEN, null)).isEqualTo(GIVEN);
    assertThat(PortDeclared.zones(null)).isSameAs(ZoneNames.NONE);
  }

  @Test
  void zonesAreWatchedRemotePartiesApprovedAndGatewaysKnownToo() {
    BorderOptions both =
        PortDeclared.of(GIVEN, policy("gateways:\n  - {name: fw, macs: '00:00:5e:00:01:15'}\n"));

    assertThat(both.watched().isInside(IpAddress.parseIpv4("198.18.3.4"))).isTrue();
    assertThat(both.watched().isInside(IpAddress.parseIpv4("192.0.2.7"))).isFalse();
    assertThat(both.border().isApproved(IpAddress.parseIpv4("192.0.2.7"))).isTrue();
    assertThat(both.border().isApproved(IpAddress.parseIpv4("203.0.113.7"))).isTrue();
    assertThat(both.gateways()).containsExactly(0x00005e000114L, 0x00005e000115L);
  }

  @Test
  void aGatewayWithoutHardwareAddressLeavesThemToWhatIsSeenUnlessOptionsNameOne() {
    Policy named = policy("gateways:\n  - {name: fw, addresses: 10.9.0.1}\n");

    assertThat(PortDeclared.of(BorderOptions.defaults(), named).gateways()).isEmpty();
    assertThat(PortDeclared.of(GIVEN, named).gateways()).containsExactly(0x00005e000114L);
  }

  @Test
  void thePictureHasTheZonesWithTheirLevels() {
    ZoneNames names = PortDeclared.zones(policy(""));

    assertThat(names.zoneOf(IpAddress.parseIpv4("198.18.3.4"), Endpoint.NO_MAC))
        .isEqualTo(new ZoneNames.Zone("quay", "level 1", false));
    assertThat(names.zoneOf(IpAddress.parseIpv4("10.9.0.4"), Endpoint.NO_MAC))
        .isEqualTo(new ZoneNames.Zone("dmz", "level 3.5", false));
    assertThat(names.zoneOf(IpAddress.parseIpv4("192.0.2.4"), Endpoint.NO_MAC))
        .isEqualTo(new ZoneNames.Zone("vendor", "remote party", true));
    assertThat(names.zoneOf(IpAddress.parseIpv4("10.1.0.4"), Endpoint.NO_MAC)).isNull();
  }
}
