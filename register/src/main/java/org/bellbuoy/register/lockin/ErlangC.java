package org.bellbuoy.register.lockin;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.register.lockin.RepairOutcome.ClassWait;
import org.bellbuoy.register.lockin.RepairOutcome.Estimate;

/**
 * The wait by Erlang's formula for {@code c} servers (M/M/c; Erlang 1917; Kleinrock, Queueing
 * Systems I, 3.5), with priorities that do not interrupt (Cobham 1954; Kella and Yechiali 1985, one
 * mean for all classes). Exact where works differ exponentially and nothing travels; otherwise the
 * outcome says so. Linear in the number of ships.
 */
public record ErlangC() implements RepairModel {
  @Override
  public RepairOutcome of(RepairLoad load) {
    double jobDays = load.mobiliseDays() + load.serviceDays();
    double perDay = load.faultsPerYear() / RepairLoad.DAYS_PER_YEAR;
    double utilisation = perDay * jobDays / load.ships();
    if (utilisation >= 1) {
      return new RepairOutcome.Unstable(utilisation);
    }
    double waits = waitProbability(load.ships(), perDay * jobDays);
    double first = waits * jobDays / load.ships();
    List<ClassWait> classes = new ArrayList<>();
    double before = 0;
    for (RepairLoad.Priority priority : load.priorities()) {
      double after = before + priority.share();
      double wait = first / ((1 - utilisation * before) * (1 - utilisation * after));
      classes.add(new ClassWait(priority.name(), Estimate.exact(wait)));
      before = after;
    }
    double wait = first / (1 - utilisation);
    return new RepairOutcome.Stable(
        utilisation, waits, Estimate.exact(wait), 0, wait + jobDays, classes, warnings(load));
  }

  /**
   * Probability that all are busy, by the recursion of Erlang's B formula, which does not overflow.
   *
   * @param servers at least 1
   * @param load mean work that comes in the time of one server, below {@code servers}
   */
  static double waitProbability(int servers, double load) {
    double blocked = 1;
    for (int n = 1; n <= servers; n++) {
      blocked = load * blocked / (n + load * blocked);
    }
    return blocked / (1 - load / servers * (1 - blocked));
  }

  private static List<String> warnings(RepairLoad load) {
    List<String> told = new ArrayList<>();
    if (load.sites().size() > 1) {
      told.add("Travel is left out; the wait is longer than told.");
    }
    if (load.spread() != RepairLoad.Spread.EXPONENTIAL) {
      told.add("Works are taken to differ exponentially, which they do not; the wait is shorter.");
    }
    if (load.mobiliseDays() > 0) {
      told.add("Mobilising is taken to differ as works do.");
    }
    return told;
  }
}
