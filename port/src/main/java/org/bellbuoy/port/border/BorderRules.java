package org.bellbuoy.port.border;

import java.util.List;
import java.util.Set;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;

/**
 * What is declared about the border. All may be empty: then what is seen most counts as the rule.
 *
 * @param networks the watched networks
 * @param gateways hardware addresses of declared gateways
 * @param servers addresses of declared DHCP and DNS servers
 * @param approved networks of remote parties that may be reached or may reach in
 */
public record BorderRules(
    Networks networks, Set<Long> gateways, Set<IpAddress> servers, List<Networks.Prefix> approved) {
  public BorderRules {
    gateways = Set.copyOf(gateways);
    servers = Set.copyOf(servers);
    approved = List.copyOf(approved);
  }

  /** Nothing declared, private addresses watched. */
  public static BorderRules usual() {
    return new BorderRules(Networks.usual(), Set.of(), Set.of(), List.of());
  }

  /** Whether a remote party is approved. */
  public boolean isApproved(IpAddress address) {
    return approved.stream().anyMatch(prefix -> prefix.holds(address));
  }
}
