package org.bellbuoy.register.lockin;

import java.util.List;
import java.util.Locale;

/** How long repairs wait, or that they cannot keep up. */
public sealed interface RepairOutcome {
  /** Share of their time that ships are bound; 1 and above where there are too few. */
  double utilisation();

  /** In a sentence. */
  String text();

  /**
   * The ships keep up.
   *
   * @param waitProbability that no ship is free when a fault comes
   * @param waitDays mean until a ship is called, with its interval
   * @param travelDays mean until it is there
   * @param restorationDays mean: wait, mobilising, travel and work
   * @param byPriority mean wait of each class, in the order of the zone's
   * @param warnings what this way of reckoning leaves out of the zone
   */
  record Stable(
      double utilisation,
      double waitProbability,
      Estimate waitDays,
      double travelDays,
      double restorationDays,
      List<ClassWait> byPriority,
      List<String> warnings)
      implements RepairOutcome {
    /** Keeps copies. */
    public Stable {
      byPriority = List.copyOf(byPriority);
      warnings = List.copyOf(warnings);
    }

    @Override
    public String text() {
      return String.format(
          Locale.ROOT,
          "Ships are bound %.1f %% of the time; a fault waits %.1f days for a ship and %.1f days to"
              + " be repaired.",
          100 * utilisation,
          waitDays.mean(),
          restorationDays);
    }
  }

  /** More work comes than the ships can do, so that there is no mean wait. */
  record Unstable(double utilisation) implements RepairOutcome {
    @Override
    public String text() {
      return String.format(
          Locale.ROOT,
          "Unstable: faults bring %.4f times the work that the ships can do. The queue grows without"
              + " end; there is no mean wait.",
          utilisation);
    }
  }

  /**
   * A mean.
   *
   * @param low end of its 95 % interval, the mean itself where it was worked out and not sampled
   * @param high other end
   */
  record Estimate(double mean, double low, double high) {
    /** Worked out. */
    public static Estimate exact(double mean) {
      return new Estimate(mean, mean, mean);
    }
  }

  /** Mean wait of a class of faults, in days. */
  record ClassWait(String priority, Estimate waitDays) {}
}
