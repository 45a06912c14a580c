package org.bellbuoy.register.lockin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One run of the simulation of a zone. Time is in days from its start. */
final class RepairRun {
  private record Fault(double atDays, int site, int priority, boolean counted) {}

  private record Busy(double untilDays, int site) {}

  /** Sums of one run, over the faults that came in the years that count. */
  static final class Tally {
    private final double[] waits;
    private final long[] served;
    private double travel;
    private double boundDays;
    private long waited;
    private long came;
    private double shipDays;

    Tally(int priorities) {
      waits = new double[priorities];
      served = new long[priorities];
    }

    double waitDays(int priority) {
      return served[priority] == 0 ? 0 : waits[priority] / served[priority];
    }

    double waitDays() {
      double sum = 0;
      for (double wait : waits) {
        sum += wait;
      }
      return sum / Math.max(1, total());
    }

    double travelDays() {
      return travel / Math.max(1, total());
    }

    double waitedShare() {
      return (double) waited / Math.max(1, total());
    }

    double boundShare() {
      return boundDays / shipDays;
    }

    double unservedShare() {
      return 1 - (double) total() / Math.max(1, came);
    }

    private long total() {
      long sum = 0;
      for (long count : served) {
        sum += count;
      }
      return sum;
    }
  }

  private final RepairLoad load;
  private final RandomGenerator random;
  private final double countFrom;
  private final double end;
  private final List<ArrayDeque<Fault>> queues = new ArrayList<>();
  private final List<Integer> free = new ArrayList<>();
  private final PriorityQueue<Busy> busy =
      new PriorityQueue<>(Comparator.comparingDouble(Busy::untilDays).thenComparingInt(Busy::site));
  private final Tally tally;

  RepairRun(RepairLoad load, SimulationOptions options, RandomGenerator random) {
    this.load = load;
    this.random = random;
    countFrom = options.warmUpYears() * RepairLoad.DAYS_PER_YEAR;
    end = countFrom + options.years() * RepairLoad.DAYS_PER_YEAR;
    tally = new Tally(load.priorities().size());
    tally.shipDays = load.ships() * (end - countFrom);
    load.priorities().forEach(priority -> queues.add(new ArrayDeque<>()));
    for (int site = 0; site < load.sites().size(); site++) {
      for (int i = 0; i < load.sites().get(site).ships() && free.size() < load.ships(); i++) {
        free.add(site);
      }
    }
    while (free.size() < load.ships()) {
      free.add(0);
    }
  }

  Tally tally() {
    double perDay = load.faultsPerYear() / RepairLoad.DAYS_PER_YEAR;
    double next = exponential(1 / perDay);
    while (next < end) {
      while (!busy.isEmpty() && busy.peek().untilDays <= next) {
        done(busy.remove());
      }
      come(next);
      next += exponential(1 / perDay);
    }
    while (!busy.isEmpty() && busy.peek().untilDays <= end) {
      done(busy.remove());
    }
    return tally;
  }

  private void come(double now) {
    boolean counted = now >= countFrom;
    Fault fault = new Fault(now, site(), priority(), counted);
    if (counted) {
      tally.came++;
    }
    if (free.isEmpty()) {
      queues.get(fault.priority).add(fault);
      return;
    }
    int nearest = 0;
    for (int i = 1; i < free.size(); i++) {
      if (travel(free.get(i), fault.site) < travel(free.get(nearest), fault.site)) {
        nearest = i;
      }
    }
    int from = free.set(nearest, free.getLast());
    free.removeLast();
    serve(fault, from, now);
  }

  private void done(Busy ship) {
    Fault fault = next();
    if (fault == null) {
      free.add(ship.site);
      return;
    }
    if (fault.counted) {
      tally.waited++;
    }
    serve(fault, ship.site, ship.untilDays);
  }

  private @Nullable Fault next() {
    for (ArrayDeque<Fault> queue : queues) {
      if (!queue.isEmpty()) {
        return queue.remove();
      }
    }
    return null;
  }

  private void serve(Fault fault, int from, double now) {
    double travel = travel(from, fault.site);
    double work =
        switch (load.spread()) {
          case EXPONENTIAL -> exponential(load.serviceDays());
          case CONSTANT -> load.serviceDays();
        };
    double until = now + load.mobiliseDays() + travel + work;
    busy.add(new Busy(until, fault.site));
    tally.boundDays += Math.max(0, Math.min(until, end) - Math.max(now, countFrom));
    if (fault.counted) {
      tally.waits[fault.priority] += now - fault.atDays;
      tally.served[fault.priority]++;
      tally.travel += travel;
    }
  }

  private double travel(int from, int to) {
    return load.sites().get(from).travelDays().get(to);
  }

  private int site() {
    double at = random.nextDouble();
    for (int i = 0; i < load.sites().size() - 1; i++) {
      at -= load.sites().get(i).share();
      if (at < 0) {
        return i;
      }
    }
    return load.sites().size() - 1;
  }

  private int priority() {
    double at = random.nextDouble();
    for (int i = 0; i < load.priorities().size() - 1; i++) {
      at -= load.priorities().get(i).share();
      if (at < 0) {
        return i;
      }
    }
    return load.priorities().size() - 1;
  }

  private double exponential(double mean) {
    return -mean * Math.log1p(-random.nextDouble());
  }
}
