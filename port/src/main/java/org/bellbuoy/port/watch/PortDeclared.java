package org.bellbuoy.port.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.port.beacon.BeaconRules;
import org.bellbuoy.port.border.BorderRules;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.policy.Cidr;
import org.bellbuoy.port.policy.Gateway;
import org.bellbuoy.port.policy.Policy;
import org.bellbuoy.port.policy.Zone;
import org.bellbuoy.port.session.SessionRules;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of the border, for the rules that look across it.
 *
 * @param networks the watched networks: private addresses and all declared zones
 * @param gateways hardware addresses of declared ways out; empty where one is declared without
 * @param approved networks of declared remote parties
 */
public record PortDeclared(Networks networks, Set<Long> gateways, List<Networks.Prefix> approved) {
  /** Takes it from a policy, null for none. */
  public static PortDeclared of(@Nullable Policy policy) {
    if (policy == null) {
      return new PortDeclared(Networks.usual(), Set.of(), List.of());
    }
    List<Networks.Prefix> inside = new ArrayList<>(Networks.usual().inside());
    List<Networks.Prefix> approved = new ArrayList<>();
    for (Zone zone : policy.zones()) {
      for (Cidr range : zone.ranges()) {
        Networks.Prefix prefix = new Networks.Prefix(range.address(), range.bits());
        (zone.remote() ? approved : inside).add(prefix);
      }
    }
    Set<Long> gateways = new HashSet<>();
    for (Gateway gateway : policy.gateways()) {
      gateways.addAll(gateway.macs());
    }
    boolean all = policy.gateways().stream().noneMatch(gateway -> gateway.macs().isEmpty());
    return new PortDeclared(new Networks(inside), all ? gateways : Set.of(), approved);
  }

  BorderRules border() {
    return new BorderRules(networks, gateways, Set.of(), approved);
  }

  SessionRules sessions() {
    return new SessionRules(networks, approved);
  }

  BeaconRules beacons() {
    BeaconRules usual = BeaconRules.usual();
    return new BeaconRules(networks, List.of(), usual.leastScore(), usual.leastConnections());
  }
}
