package org.bellbuoy.port.policy;

import java.util.List;
import java.util.Set;
import org.bellbuoy.port.conversation.IpAddress;

/**
 * A declared way out of the network.
 *
 * @param name for people
 * @param addresses its IP addresses
 * @param macs its hardware addresses
 */
public record Gateway(String name, List<Cidr> addresses, Set<Long> macs) {
  public Gateway {
    addresses = List.copyOf(addresses);
    macs = Set.copyOf(macs);
  }

  /** Whether it has that hardware address, or that IP address. */
  public boolean is(long mac, IpAddress address) {
    return macs.contains(mac) || addresses.stream().anyMatch(one -> one.contains(address));
  }
}
