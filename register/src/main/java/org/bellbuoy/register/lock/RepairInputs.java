package org.bellbuoy.register.lock;

import java.util.Locale;
import java.util.Optional;
import org.bellbuoy.register.lockin.RepairLoad;
import org.bellbuoy.register.model.Asset;

/**
 * What repairs of a zone take. Nothing is assumed: where neither the question nor the zone tells,
 * there is no figure.
 *
 * @param faultsPerYear mean; NaN where not given
 * @param jobDays mean days that a ship is bound by one repair; NaN where not given
 */
public record RepairInputs(double faultsPerYear, double jobDays) {
  /** Field of a zone for its faults a year. */
  public static final String FAULTS = "faults-per-year";

  /** Field of a zone for the days of a repair. */
  public static final String JOB = "job-days";

  /** Nothing given. */
  public static final RepairInputs NONE = new RepairInputs(Double.NaN, Double.NaN);

  /** What is given, else what the zone's own fields tell. */
  RepairInputs orOf(Asset zone) {
    return new RepairInputs(
        Double.isNaN(faultsPerYear) ? number(zone, FAULTS) : faultsPerYear,
        Double.isNaN(jobDays) ? number(zone, JOB) : jobDays);
  }

  /** The load on so many ships; empty where it cannot be reckoned with. */
  Optional<RepairLoad> load(int ships) {
    boolean given =
        faultsPerYear > 0
            && jobDays > 0
            && Double.isFinite(faultsPerYear)
            && Double.isFinite(jobDays);
    return given && ships > 0
        ? Optional.of(RepairLoad.of(ships, faultsPerYear, jobDays))
        : Optional.empty();
  }

  /** Why there is no figure; empty where there is one. */
  String problem() {
    return load(1).isPresent()
        ? ""
        : "No wait is reckoned: faults a year and days of a repair are not given (--faults-per-year,"
            + " --job-days, or x-%s and x-%s of the zone), or are no numbers above 0."
                .formatted(FAULTS, JOB);
  }

  /** Both, in words. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s faults a year, each binding a ship for %s days",
        LockinWords.number(faultsPerYear),
        LockinWords.number(jobDays));
  }

  private static double number(Asset zone, String field) {
    String value = zone.details().getOrDefault(field, "");
    return value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(value) : Double.NaN;
  }
}
