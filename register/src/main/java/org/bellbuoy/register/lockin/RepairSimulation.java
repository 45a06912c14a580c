package org.bellbuoy.register.lockin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.bellbuoy.register.lockin.RepairOutcome.ClassWait;
import org.bellbuoy.register.lockin.RepairOutcome.Estimate;

/**
 * The wait by simulation of every fault and ship, with travel and priorities. SIMULATED: a mean
 * over made-up years, with the interval in which it lies at 95 % by chance alone, from 30 runs
 * (Student's t with 29 degrees of freedom).
 *
 * <p>A fault that comes while ships are free gets the nearest; a ship that gets free takes the most
 * urgent fault, and of those the oldest. Ships stay where they worked. Nothing is interrupted.
 *
 * @param options how long
 * @param randoms where chance comes from: one generator for each call of {@link #of}
 */
public record RepairSimulation(SimulationOptions options, Supplier<RandomGenerator> randoms)
    implements RepairModel {
  private static final int RUNS = 30;
  private static final double STUDENT_T = 2.0452;

  @Override
  public RepairOutcome of(RepairLoad load) {
    double utilisation =
        load.faultsPerYear()
            / RepairLoad.DAYS_PER_YEAR
            * (load.mobiliseDays() + load.serviceDays())
            / load.ships();
    if (utilisation >= 1) {
      return new RepairOutcome.Unstable(utilisation);
    }
    RandomGenerator random = randoms.get();
    List<RepairRun.Tally> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(new RepairRun(load, options, random).tally());
    }
    double bound = runs.stream().mapToDouble(RepairRun.Tally::boundShare).average().orElse(0);
    if (runs.stream().anyMatch(run -> run.unservedShare() > 0.1)) {
      return new RepairOutcome.Unstable(Math.max(1, bound));
    }
    List<ClassWait> classes = new ArrayList<>();
    for (int p = 0; p < load.priorities().size(); p++) {
      int at = p;
      classes.add(
          new ClassWait(
              load.priorities().get(p).name(),
              estimate(runs.stream().mapToDouble(run -> run.waitDays(at)).toArray())));
    }
    Estimate wait = estimate(runs.stream().mapToDouble(RepairRun.Tally::waitDays).toArray());
    double travel = mean(runs.stream().mapToDouble(RepairRun.Tally::travelDays).toArray());
    double waited = mean(runs.stream().mapToDouble(RepairRun.Tally::waitedShare).toArray());
    return new RepairOutcome.Stable(
        bound,
        waited,
        wait,
        travel,
        wait.mean() + load.mobiliseDays() + travel + load.serviceDays(),
        classes,
        List.of("SIMULATED: means over " + RUNS + " runs of " + options.years() + " years."));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static Estimate estimate(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double half = STUDENT_T * Math.sqrt(squares / (values.length - 1) / values.length);
    return new Estimate(mean, mean - half, mean + half);
  }
}
