package org.bellbuoy.port.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.operation.AttributeName;

/**
 * One device, with all addresses under which it was seen.
 *
 * @param macs its hardware addresses, ascending
 * @param addresses its IP addresses, ascending
 * @param reachedThrough hardware addresses of others that passed its packets on; ascending
 * @param attributes what is known of it, the surest of each name first
 * @param roles what it is there for, the surest first; empty where nothing shows it
 * @param outside whether it is neither on a link of the capture nor of a private address
 * @param packets it sent, as far as captured
 * @param first its first packet
 * @param lastNanos time of its last packet, nanoseconds since 1970
 * @param notes what is odd about its addresses, as sentences
 */
public record Device(
    List<Long> macs,
    List<IpAddress> addresses,
    List<Long> reachedThrough,
    List<DeviceAttribute> attributes,
    List<DeviceRole> roles,
    boolean outside,
    long packets,
    Proof first,
    long lastNanos,
    List<String> notes) {
  private static final Comparator<DeviceAttribute> BEST =
      Comparator.comparing(DeviceAttribute::confidence)
          .thenComparing(attribute -> attribute.unit() < 0)
          .thenComparingLong(DeviceAttribute::count)
          .thenComparingLong(DeviceAttribute::lastNanos)
          .thenComparing(DeviceAttribute::value);

  public Device {
    macs = List.copyOf(macs);
    addresses = List.copyOf(addresses);
    reachedThrough = List.copyOf(reachedThrough);
    attributes = List.copyOf(attributes);
    roles = List.copyOf(roles);
    notes = List.copyOf(notes);
  }

  /**
   * A name that stays the same over captures as long as the device keeps its lowest hardware
   * address, or, where none is its own, its lowest IP address.
   */
  public String id() {
    return macs.isEmpty()
        ? "ip:" + addresses.getFirst()
        : "mac:" + Endpoint.macText(macs.getFirst());
  }

  /** The surest value of an attribute of the device itself, else of a unit behind it. */
  public Optional<DeviceAttribute> best(AttributeName name) {
    return attributes.stream().filter(attribute -> attribute.name() == name).max(BEST);
  }

  /** The text of {@link #best}; empty where nothing is known. */
  public String text(AttributeName name) {
    return best(name).map(DeviceAttribute::value).orElse("");
  }

  /** Whether anything told of it contradicts something else. */
  public boolean contradicted() {
    return attributes.stream().anyMatch(DeviceAttribute::contradicted);
  }
}
