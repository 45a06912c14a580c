package org.bellbuoy.register.lockin;

import java.util.List;
import java.util.Optional;

/**
 * A maintenance zone: ships, faults and what a repair takes. A ship is bound while it mobilises,
 * travels and works. A year has 365.25 days.
 *
 * @param ships that the zone has
 * @param faultsPerYear mean, coming at random (Poisson)
 * @param mobiliseDays from the call to leaving, the same each time
 * @param serviceDays mean of the work itself
 * @param spread how long works differ
 * @param sites where faults come and ships lie; one site for no travel at all
 * @param priorities from the most urgent on, shares of the faults that sum to 1
 */
public record RepairLoad(
    int ships,
    double faultsPerYear,
    double mobiliseDays,
    double serviceDays,
    Spread spread,
    List<Site> sites,
    List<Priority> priorities) {
  /** Days in a year. */
  public static final double DAYS_PER_YEAR = 365.25;

  private static final double ROUNDING = 1e-9;

  /** How long works differ. */
  public enum Spread {
    /** As by chance without memory. */
    EXPONENTIAL,
    /** Each takes as long as the mean. */
    CONSTANT
  }

  /**
   * A place.
   *
   * @param share of the faults that come here; shares sum to 1
   * @param ships that lie here at first, taken in order until all ships have a place
   * @param travelDays to each site in their order, 0 to itself
   */
  public record Site(String name, double share, int ships, List<Double> travelDays) {
    /** Keeps a copy. */
    public Site {
      travelDays = List.copyOf(travelDays);
    }
  }

  /** A class of faults; those of a class are served as they come. */
  public record Priority(String name, double share) {}

  /** Keeps copies; must be without {@link #problem}. */
  public RepairLoad {
    sites = List.copyOf(sites);
    priorities = List.copyOf(priorities);
    problem(ships, faultsPerYear, mobiliseDays, serviceDays, sites, priorities)
        .ifPresent(
            text -> {
              throw new IllegalArgumentException(text);
            });
  }

  /** A zone without travel, mobilisation or priorities. */
  public static RepairLoad of(int ships, double faultsPerYear, double serviceDays) {
    return new RepairLoad(
        ships,
        faultsPerYear,
        0,
        serviceDays,
        Spread.EXPONENTIAL,
        List.of(new Site("zone", 1, ships, List.of(0.0))),
        List.of(new Priority("all", 1)));
  }

  /** The same with so many ships. */
  public RepairLoad withShips(int count) {
    return new RepairLoad(
        count, faultsPerYear, mobiliseDays, serviceDays, spread, sites, priorities);
  }

  /** What is wrong with such a zone, in a sentence. */
  public static Optional<String> problem(
      int ships,
      double faultsPerYear,
      double mobiliseDays,
      double serviceDays,
      List<Site> sites,
      List<Priority> priorities) {
    if (ships < 1) {
      return Optional.of("A zone of " + ships + " ships repairs nothing.");
    }
    if (!(positive(faultsPerYear) && positive(serviceDays))) {
      return Optional.of(
          faultsPerYear
              + " faults a year of "
              + serviceDays
              + " days each cannot be reckoned with.");
    }
    if (!(mobiliseDays >= 0) || Double.isInfinite(mobiliseDays)) {
      return Optional.of("Mobilising takes " + mobiliseDays + " days, no number from 0 up.");
    }
    for (Site site : sites) {
      if (site.travelDays.size() != sites.size()
          || site.travelDays.stream().anyMatch(d -> !(d >= 0) || Double.isInfinite(d))) {
        return Optional.of("Site " + site.name + " has no travel time to each site.");
      }
    }
    if (Math.abs(sites.stream().mapToDouble(Site::share).sum() - 1) > ROUNDING
        || sites.stream().anyMatch(site -> site.share < 0 || site.ships < 0)) {
      return Optional.of("The shares of the sites do not sum to 1.");
    }
    return Math.abs(priorities.stream().mapToDouble(Priority::share).sum() - 1) > ROUNDING
            || priorities.stream().anyMatch(priority -> priority.share < 0)
        ? Optional.of("The shares of the priorities do not sum to 1.")
        : Optional.empty();
  }

  private static boolean positive(double value) {
    return value > 0 && value < Double.POSITIVE_INFINITY;
  }
}
