package org.bellbuoy.port.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bellbuoy.port.operation.OperationClass;
import org.jspecify.annotations.Nullable;

/**
 * A time in which more is permitted than otherwise.
 *
 * @param name for people, for example an order's number
 * @param from zones or parties that may work; null for any
 * @param to zones that may be worked on; null for any
 * @param classes what may be asked; null for anything
 * @param begins first moment, null where hours tell
 * @param ends end, not included; null where hours tell
 * @param hours of the week, empty where moments tell
 */
public record Maintenance(
    String name,
    @Nullable Set<String> from,
    @Nullable Set<String> to,
    @Nullable Set<OperationClass> classes,
    @Nullable Instant begins,
    @Nullable Instant ends,
    List<Hours> hours) {
  public Maintenance {
    from = from == null ? null : Set.copyOf(from);
    to = to == null ? null : Set.copyOf(to);
    classes = classes == null ? null : Set.copyOf(classes);
    hours = List.copyOf(hours);
  }

  boolean concerns(Zone one, Zone other, @Nullable OperationClass asked) {
    return (from == null || from.contains(one.name()))
        && (to == null || to.contains(other.name()))
        && (asked == null || classes == null || classes.contains(asked));
  }

  boolean open(long epochNanos, ZoneId zone) {
    Instant first = begins;
    Instant end = ends;
    if (first != null && end != null) {
      Instant at =
          Instant.ofEpochSecond(
              Math.floorDiv(epochNanos, 1_000_000_000L), Math.floorMod(epochNanos, 1_000_000_000L));
      return !at.isBefore(first) && at.isBefore(end);
    }
    for (Hours one : hours) {
      if (one.contains(epochNanos, zone)) {
        return true;
      }
    }
    return false;
  }
}
