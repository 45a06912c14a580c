package org.bellbuoy.port.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.IpText;
import org.bellbuoy.port.inventory.Device;
import org.jspecify.annotations.Nullable;

/** Hosts by their addresses. */
final class Hosts {
  private final Map<IpAddress, Host> byAddress = new HashMap<>();
  private final Map<Long, Host> byMac = new HashMap<>();
  private final Set<Host> all = new LinkedHashSet<>();

  Hosts(List<Device> devices) {
    Set<IpAddress> shared = shared(devices);
    for (Device device : devices) {
      Host host = Host.of(device, shared);
      all.add(host);
      device.addresses().forEach(address -> byAddress.putIfAbsent(address, host));
      device.macs().forEach(mac -> byMac.putIfAbsent(mac, host));
    }
  }

  /** Addresses that more than one device has. */
  static Set<IpAddress> shared(List<Device> devices) {
    Set<IpAddress> seen = new HashSet<>();
    Set<IpAddress> shared = new HashSet<>();
    for (Device device : devices) {
      device.addresses().stream().filter(a -> !seen.add(a)).forEach(shared::add);
    }
    return shared;
  }

  /** The host of a peer, a new one where it is not known yet. */
  Host of(Peer peer) {
    Host known = peer.hasAddress() ? byAddress.get(peer.address()) : byMac.get(peer.mac());
    if (known == null) {
      known = Host.of(peer);
      all.add(known);
      if (peer.hasAddress()) {
        byAddress.put(peer.address(), known);
      } else {
        byMac.put(peer.mac(), known);
      }
    }
    return known;
  }

  /**
   * The host that a finding names: an address, one with a port and words after it, or a hardware
   * address; null where the text names none.
   */
  @Nullable Host named(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String first = text.strip().split("\\s", 2)[0];
    if (first.matches("([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}")) {
      long mac = Long.parseLong(first.replace(":", ""), 16);
      return of(new Peer(IpAddress.NONE, mac));
    }
    if (first.startsWith("[") && first.indexOf(']') > 0) {
      first = first.substring(1, first.indexOf(']'));
    } else if (first.indexOf(':') == first.lastIndexOf(':') && first.indexOf(':') > 0) {
      first = first.substring(0, first.indexOf(':'));
    }
    IpAddress address = IpText.parse(first);
    if (address == null) {
      return null;
    }
    Peer peer = new Peer(address, Endpoint.NO_MAC);
    return peer.isOne() ? of(peer) : null;
  }

  Collection<Host> all() {
    return new ArrayList<>(all);
  }
}
