package org.bellbuoy.port.policy;

import java.util.List;
import java.util.Set;

/**
 * A device as its keepers name it.
 *
 * @param name for people
 * @param addresses its IP addresses
 * @param macs its hardware addresses
 * @param tags by which zones take it in
 */
public record Asset(String name, List<Cidr> addresses, Set<Long> macs, Set<String> tags) {
  public Asset {
    addresses = List.copyOf(addresses);
    macs = Set.copyOf(macs);
    tags = Set.copyOf(tags);
  }
}
