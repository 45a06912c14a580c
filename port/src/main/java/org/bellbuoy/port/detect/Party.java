package org.bellbuoy.port.detect;

import java.util.Map;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, whatever the port: by IP address, or by hardware address where there is no IP.
 *
 * @param address {@link IpAddress#NONE} where only layer 2 speaks
 * @param mac {@link Endpoint#NO_MAC} where the IP address tells who it is
 */
record Party(IpAddress address, long mac) {
  // Written out: a record's own are slow until they are compiled, and each conversation asks.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Party that && mac == that.mac && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return 31 * address.hashCode() + Long.hashCode(mac);
  }

  static Party of(Endpoint endpoint) {
    boolean link = endpoint.address().equals(IpAddress.NONE);
    return new Party(endpoint.address(), link ? endpoint.mac() : Endpoint.NO_MAC);
  }

  /** As the actor of a fact. */
  Map<String, String> ids() {
    return Map.of(address.equals(IpAddress.NONE) ? "mac" : "ip", toString());
  }

  @Override
  public String toString() {
    return address.equals(IpAddress.NONE) ? Endpoint.macText(mac) : address.toString();
  }
}
