package org.bellbuoy.port.policy;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.operation.OperationClass;
import org.jspecify.annotations.Nullable;

/**
 * Traffic that is permitted from one zone to another. Who opens a conversation counts, answers are
 * always permitted with it.
 *
 * @param name for people
 * @param from zones that may open conversations
 * @param to zones to which
 * @param services what may be spoken; null for anything
 * @param classes what may be asked; null for anything
 * @param both whether the other way is permitted too
 * @param hours when; empty for always
 */
public record Conduit(
    String name,
    Set<String> from,
    Set<String> to,
    @Nullable List<Service> services,
    @Nullable Set<OperationClass> classes,
    boolean both,
    List<Hours> hours) {
  public Conduit {
    from = Set.copyOf(from);
    to = Set.copyOf(to);
    services = services == null ? null : List.copyOf(services);
    classes = classes == null ? null : Set.copyOf(classes);
    hours = List.copyOf(hours);
  }

  /** Whether it leads from one zone to the other. */
  boolean leads(Zone one, Zone other) {
    return (from.contains(one.name()) && to.contains(other.name()))
        || (both && from.contains(other.name()) && to.contains(one.name()));
  }

  boolean speaks(Protocol protocol, Transport transport, int port) {
    List<Service> spoken = services;
    if (spoken == null) {
      return true;
    }
    for (Service service : spoken) {
      if (service.covers(protocol, transport, port)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of what may be spoken is told by content, not by transport and port. */
  boolean namesContent() {
    List<Service> spoken = services;
    return spoken != null && spoken.stream().anyMatch(service -> service.protocol() != null);
  }

  /** Whether that may be asked; a conversation without operations asks nothing. */
  boolean asks(@Nullable OperationClass asked) {
    Set<OperationClass> permitted = classes;
    return asked == null || permitted == null || permitted.contains(asked);
  }

  boolean open(long epochNanos, ZoneId zone) {
    if (hours.isEmpty()) {
      return true;
    }
    for (Hours one : hours) {
      if (one.contains(epochNanos, zone)) {
        return true;
      }
    }
    return false;
  }
}
