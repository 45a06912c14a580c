package org.bellbuoy.sea.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * A kind of silence that is looked at by itself.
 *
 * @param id short and stable
 * @param group what is told apart, for example {@code class}
 * @param label which of the group
 * @param holds which cases belong to it
 */
public record Stratum(String id, String group, String label, Predicate<SilenceCase> holds) {
  /** Id of the stratum that holds every case. */
  public static final String ALL = "all";

  /** Id of the stratum of artificial ones heard throughout, against all natural ones. */
  public static final String HEARD_THROUGHOUT = "heard-throughout";

  /** Id of the stratum heard well before, of both kinds: the hard part. */
  public static final String HEARD_WELL = "heard-well";

  static final double METRES_PER_NAUTICAL_MILE = 1852;

  private static final int HEARD_WELL_SLOTS = 9;
  private static final long HOUR_MILLIS = 3_600_000;

  /** All strata in the order in which they are told; within each group they part the cases. */
  public static List<Stratum> all() {
    List<Stratum> all = new ArrayList<>();
    all.add(new Stratum(ALL, "all", "all silences", c -> true));
    all.add(
        new Stratum(
            HEARD_THROUGHOUT,
            "artificial ones heard throughout",
            "against all natural ones",
            c -> !c.switchedOff() || c.wouldHaveBeenHeard()));
    String before = "heard in the hour before";
    all.add(new Stratum(HEARD_WELL, before, "9 or 10 of 10 slots", c -> isHeardWellBefore(c)));
    all.add(
        new Stratum("heard-less", before, "8 of 10 slots or fewer", c -> !isHeardWellBefore(c)));
    String range = "distance from the receiver";
    all.add(miles("range-0-20", range, "under 20 nm", true, 0, 20));
    all.add(miles("range-20-50", range, "20 to 50 nm", true, 20, 50));
    all.add(miles("range-50-100", range, "50 to 100 nm", true, 50, 100));
    all.add(miles("range-100-250", range, "100 to 250 nm", true, 100, 250));
    all.add(miles("range-250", range, "250 nm or more", true, 250, Double.POSITIVE_INFINITY));
    all.add(new Stratum("range-unknown", range, "not known", c -> Double.isNaN(c.rangeMetres())));
    String shore = "distance from the shore";
    all.add(miles("shore-0-3", shore, "under 3 nm", false, 0, 3));
    all.add(miles("shore-3-12", shore, "3 to 12 nm", false, 3, 12));
    all.add(miles("shore-12-50", shore, "12 to 50 nm", false, 12, 50));
    all.add(miles("shore-50", shore, "50 nm or more", false, 50, Double.POSITIVE_INFINITY));
    all.add(new Stratum("shore-unknown", shore, "not known", c -> Double.isNaN(c.shoreMetres())));
    all.add(new Stratum("class-a", "class", "A", SilenceCase::classA));
    all.add(new Stratum("class-b", "class", "B", c -> !c.classA()));
    all.add(new Stratum("under-way", "before", "under way", SilenceCase::underWay));
    all.add(new Stratum("lying", "before", "lying still", c -> !c.underWay()));
    for (int quarter = 0; quarter < 4; quarter++) {
      int q = quarter;
      int from = quarter * 6;
      all.add(
          new Stratum(
              "hour-" + from + "-" + (from + 6),
              "hour of day it began, UTC",
              String.format(Locale.ROOT, "%02d to %02d", from, from + 6),
              c -> Math.floorMod(Math.floorDiv(c.fromMillis(), HOUR_MILLIS), 24L) / 6 == q));
    }
    all.add(minutes("length-30-60", "30 to 60 min", m -> m >= 30 && m < 60));
    all.add(minutes("length-60-120", "60 to 120 min", m -> m >= 60 && m < 120));
    all.add(minutes("length-120-180", "120 to 180 min", m -> m >= 120 && m <= 180));
    all.add(minutes("length-other", "under 30 or over 180 min", m -> m < 30 || m > 180));
    return List.copyOf(all);
  }

  private static boolean isHeardWellBefore(SilenceCase c) {
    return c.heardSlotsOfLastTen() >= HEARD_WELL_SLOTS;
  }

  /** Lower edges belong to a stratum, upper ones to the next. */
  private static Stratum miles(
      String id, String group, String label, boolean range, double low, double high) {
    return new Stratum(
        id,
        group,
        label,
        c -> {
          double miles = (range ? c.rangeMetres() : c.shoreMetres()) / METRES_PER_NAUTICAL_MILE;
          return miles >= low && miles < high;
        });
  }

  private static Stratum minutes(String id, String label, DoublePredicate holds) {
    return new Stratum(id, "length", label, c -> holds.test(c.minutes()));
  }
}
