package org.bellbuoy.port.page;

import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, whatever the port.
 *
 * @param address {@link IpAddress#NONE} where only layer 2 speaks
 * @param mac {@link Endpoint#NO_MAC} where the IP address tells who it is
 */
record Peer(IpAddress address, long mac) {
  // Written out: a record's own are slow until they are compiled, and each conversation asks.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Peer that && mac == that.mac && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return 31 * address.hashCode() + Long.hashCode(mac);
  }

  static Peer of(Endpoint endpoint) {
    boolean link = endpoint.address().equals(IpAddress.NONE);
    return new Peer(endpoint.address(), link ? endpoint.mac() : Endpoint.NO_MAC);
  }

  boolean hasAddress() {
    return !address.equals(IpAddress.NONE);
  }

  /** Whether it is one device, not a group or everybody. */
  boolean isOne() {
    if (!hasAddress()) {
      return mac > 0 && (mac >> 40 & 1) == 0;
    }
    if (address.isIpv4()) {
      int first = address.asIpv4() >>> 24;
      return first != 0 && first < 224 && (address.asIpv4() & 0xff) != 0xff;
    }
    return address.high() >>> 56 != 0xff && (address.high() != 0 || address.low() > 1);
  }

  @Override
  public String toString() {
    return hasAddress() ? address.toString() : Endpoint.macText(mac);
  }
}
