package org.bellbuoy.port.beacon;

import java.util.List;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;

/**
 * What the beacon rule takes as given.
 *
 * @param networks the watched networks
 * @param polling what is known to be polled at intervals and is not told
 * @param leastScore total score from which on a series is told, 0 to 1
 * @param leastConnections connections below which nothing is told
 */
public record BeaconRules(
    Networks networks, List<Polling> polling, double leastScore, int leastConnections) {
  /**
   * Declared polling.
   *
   * @param server where
   * @param port of the server, 0 for all
   */
  public record Polling(Networks.Prefix server, int port) {}

  public BeaconRules {
    polling = List.copyOf(polling);
  }

  /** Private addresses watched, nothing declared, 0.8 and eight connections. */
  public static BeaconRules usual() {
    return new BeaconRules(Networks.usual(), List.of(), 0.8, 8);
  }

  boolean isDeclared(IpAddress server, int port) {
    return polling.stream()
        .anyMatch(p -> (p.port() == 0 || p.port() == port) && p.server().holds(server));
  }
}
