package org.bellbuoy.sea.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.sea.cable.Cable;
import org.bellbuoy.sea.cable.CableWithinReach;
import org.bellbuoy.sea.cable.Reach;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.route.Outcome;
import org.bellbuoy.sea.route.WaterReach;

/** What a finding says of how its reach was found: land, and how long it was followed. */
final class ReachReasons {
  private final Reach reach;
  private final long silentUntilMillis;
  private final List<Reason> reasons = new ArrayList<>();

  ReachReasons(Reach reach, long silentUntilMillis) {
    this.reach = reach;
    this.silentUntilMillis = silentUntilMillis;
  }

  List<Reason> all() {
    return List.copyOf(reasons);
  }

  /** Land was not gone round, and why. */
  void straight(Outcome.Why why) {
    String text =
        switch (why) {
          case NO_LAND -> "No land lies within its reach: distances are straight.";
          case TOO_LARGE ->
              "Land was not considered, because its reach is too wide or too near to a pole:"
                  + " distances are straight, and cables behind land are listed too.";
          case INLAND ->
              "Land was not considered, because a position lies far inside the drawn coast, as on"
                  + " a lake or a river: distances are straight, and cables behind land are listed"
                  + " too.";
          case NO_WAY ->
              "Land was not considered, because by the drawn coast no way over water leads from"
                  + " its last position to the next in that time, as where a channel is not drawn:"
                  + " distances are straight, and cables behind land are listed too.";
        };
    reasons.add(Reason.of("land", text));
  }

  /** Land was gone round. */
  void byWater(WaterReach water, int straightCables, List<CableWithinReach> found) {
    int behind = straightCables - found.size();
    String dropped =
        behind == 0
            ? " No cable lies behind land."
            : " "
                + Words.count(
                    behind,
                    "cable that a straight line reaches lies",
                    "cables that a straight line reaches lie")
                + " behind land, too far by water.";
    if (reach.end() != null) {
      double miles = water.directMetres() / Sphere.METRES_PER_NAUTICAL_MILE;
      reasons.add(
          Reason.of(
              "land",
              (miles < 0.1
                      ? "Land lies within its reach, and ways lead round it."
                      : "Land lies within its reach, and ways lead round it: from its last position"
                          + " to the next at least "
                          + miles(water.directMetres())
                          + " by water, "
                          + miles(reach.directMetres())
                          + " straight.")
                  + dropped,
              miles,
              "nm"));
      return;
    }
    if (found.isEmpty()) {
      reasons.add(
          Reason.of(
              "land",
              "Land lies within its reach, and ways lead round it." + dropped,
              behind,
              "cables"));
      return;
    }
    CableWithinReach first = found.getFirst();
    double straight =
        Sphere.distanceMetres(
            reach.start().latitude(),
            reach.start().longitude(),
            first.closestLatitude(),
            first.closestLongitude());
    double band = first.cable().uncertaintyMetres();
    double by = water.thereMetres(first.closestLatitude(), first.closestLongitude(), band);
    reasons.add(
        Reason.of(
            "land",
            "Land lies within its reach, and ways lead round it: to the band of "
                + name(first.cable())
                + " at least "
                + miles(by)
                + " by water, "
                + miles(Math.max(0, straight - band))
                + " straight."
                + dropped,
            by / Sphere.METRES_PER_NAUTICAL_MILE,
            "nm"));
  }

  /**
   * No next position is known: up to when the reach was followed, and what came within it first.
   */
  void open(List<CableWithinReach> found) {
    long seconds = Math.round(reach.durationSeconds());
    String until =
        "No next position is known: its reach grows with time and was followed until "
            + Instant.ofEpochMilli(reach.untilEpochMillis()).truncatedTo(ChronoUnit.SECONDS)
            + ", "
            + Words.span(seconds * 1000)
            + " after the last position"
            + (reach.untilEpochMillis() < silentUntilMillis ? ", though it was silent longer" : "")
            + ".";
    if (found.isEmpty()) {
      reasons.add(Reason.of("open-reach", until, (double) seconds, "s"));
      return;
    }
    CableWithinReach first =
        found.stream()
            .min(
                Comparator.comparingDouble((CableWithinReach c) -> Prism.firstSeconds(c, reach))
                    .thenComparing(c -> c.cable().id()))
            .orElseThrow();
    double earliest = Prism.firstSeconds(first, reach);
    reasons.add(
        Reason.of(
            "open-reach",
            until
                + (earliest < 1
                    ? " It was last heard within the band of " + name(first.cable()) + "."
                    : " The first cable it could have come to is "
                        + name(first.cable())
                        + ", after "
                        + Words.span(Math.round(earliest * 1000))
                        + "."),
            earliest,
            "s"));
  }

  private static String miles(double metres) {
    return Words.number(metres / Sphere.METRES_PER_NAUTICAL_MILE, 1) + " nm";
  }

  private static String name(Cable cable) {
    String name = cable.name();
    return name == null ? cable.id() : name;
  }
}
