package org.bellbuoy.port.watch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.page.ZoneNames;
import org.bellbuoy.port.policy.Cidr;
import org.bellbuoy.port.policy.Gateway;
import org.bellbuoy.port.policy.Policy;
import org.bellbuoy.port.policy.Zone;
import org.jspecify.annotations.Nullable;

/** What a policy says to the rules of the border and to the page. Pure. */
final class PortDeclared {
  private PortDeclared() {}

  /**
   * What is declared of the border by options and policy together: its zones are watched too, its
   * remote parties approved, its gateways known. Where it has a gateway without a hardware address
   * and options name none, the one used most counts.
   *
   * @param policy null for none
   */
  static BorderOptions of(BorderOptions given, @Nullable Policy policy) {
    if (policy == null) {
      return given;
    }
    List<Networks.Prefix> inside = new ArrayList<>(given.networks());
    List<Networks.Prefix> approved = new ArrayList<>(given.approved());
    for (Zone zone : policy.zones()) {
      for (Cidr range : zone.ranges()) {
        Networks.Prefix prefix = new Networks.Prefix(range.address(), range.bits());
        (zone.remote() ? approved : inside).add(prefix);
      }
    }
    Set<Long> gateways = new LinkedHashSet<>(given.gateways());
    boolean all = policy.gateways().stream().noneMatch(gateway -> gateway.macs().isEmpty());
    if (all || !gateways.isEmpty()) {
      for (Gateway gateway : policy.gateways()) {
        gateways.addAll(gateway.macs());
      }
    }
    return new BorderOptions(
        inside,
        gateways,
        given.servers(),
        approved,
        given.beaconScore(),
        given.beaconConnections());
  }

  /**
   * The zones of a policy as the page draws them.
   *
   * @param policy null for none
   */
  static ZoneNames zones(@Nullable Policy policy) {
    if (policy == null) {
      return ZoneNames.NONE;
    }
    return (address, mac) -> {
      Zone zone = policy.zoneOf(address, mac);
      if (!zone.declared()) {
        return null;
      }
      String detail = zone.remote() ? "remote party" : "level " + level(zone.level());
      return new ZoneNames.Zone(zone.name(), detail, zone.remote());
    };
  }

  private static String level(double level) {
    return level == Math.rint(level)
        ? Long.toString((long) level)
        : String.format(Locale.ROOT, "%.1f", level);
  }
}
