package org.bellbuoy.port.page;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.inventory.Device;
import org.bellbuoy.port.inventory.Role;
import org.bellbuoy.port.operation.AttributeName;
import org.jspecify.annotations.Nullable;

/** One who is drawn: a device of the inventory, or one that others spoke to. */
final class Host {
  static final String NO_ROLE = "device";

  static final Comparator<Host> ORDER =
      Comparator.comparing((Host host) -> host.peer.address())
          .thenComparingLong(host -> host.peer.mac());

  final Peer peer;
  final @Nullable Device device;

  /** The surest level of findings about it, null for none. */
  @Nullable Level worst;

  private Host(Peer peer, @Nullable Device device) {
    this.peer = peer;
    this.device = device;
  }

  /**
   * A device, drawn under its first address.
   *
   * @param shared addresses that others have too; they are taken where it has no other
   */
  static Host of(Device device, Set<IpAddress> shared) {
    Optional<IpAddress> first =
        device.addresses().stream()
            .min(
                Comparator.comparing((IpAddress a) -> shared.contains(a))
                    .thenComparing(a -> !a.isIpv4())
                    .thenComparing(a -> a));
    long mac = device.macs().isEmpty() ? Endpoint.NO_MAC : device.macs().getFirst();
    return new Host(new Peer(first.orElse(IpAddress.NONE), mac), device);
  }

  static Host of(Peer peer) {
    return new Host(peer, null);
  }

  /** A finding is about it. */
  void found(Level level) {
    Level known = worst;
    worst = known == null || level.compareTo(known) < 0 ? level : known;
  }

  String role() {
    Device known = device;
    return known == null || known.roles().isEmpty()
        ? NO_ROLE
        : word(known.roles().getFirst().role());
  }

  /** A role as people write it. */
  static String word(Role role) {
    return role == Role.HMI ? "HMI" : role.word().replace('-', ' ');
  }

  String address() {
    return peer.hasAddress() ? peer.address().toString() : Endpoint.macText(peer.mac());
  }

  /** The name it gives itself, else its address. */
  String name() {
    Device known = device;
    String own = known == null ? "" : known.text(AttributeName.NAME).strip();
    return own.isEmpty() ? address() : own;
  }

  /** Role and address; the maker where the address is its name already. */
  String detail() {
    Device known = device;
    if (known == null) {
      return "address only";
    }
    String second = name().equals(address()) ? known.text(AttributeName.VENDOR).strip() : address();
    String role = role();
    if (role.equals(NO_ROLE)) {
      return second.isEmpty() ? "no role shown" : second;
    }
    if (second.isEmpty()) {
      return role;
    }
    // Cards are narrow: of an address and a role the role may be cut.
    return second.equals(address()) ? second + ", " + role : role + ", " + second;
  }
}
