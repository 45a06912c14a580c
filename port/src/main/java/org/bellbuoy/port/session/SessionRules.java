package org.bellbuoy.port.session;

import java.util.List;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;

/**
 * What is declared about remote access.
 *
 * @param networks the watched networks
 * @param approved networks of remote parties that may reach in
 */
public record SessionRules(Networks networks, List<Networks.Prefix> approved) {
  public SessionRules {
    approved = List.copyOf(approved);
  }

  /** Nothing declared, private addresses watched. */
  public static SessionRules usual() {
    return new SessionRules(Networks.usual(), List.of());
  }

  /** Whether a remote party is approved. */
  public boolean isApproved(IpAddress address) {
    return approved.stream().anyMatch(prefix -> prefix.holds(address));
  }
}
