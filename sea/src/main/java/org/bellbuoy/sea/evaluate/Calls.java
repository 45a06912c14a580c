package org.bellbuoy.sea.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * How many a yes or no gets right, as sums of weights; counts where no weights are given.
 *
 * @param offCalled switch-offs called so
 * @param naturalCalled natural silences called switch-offs
 * @param offMissed switch-offs not called
 * @param naturalSpared natural silences not called
 */
public record Calls(
    double offCalled, double naturalCalled, double offMissed, double naturalSpared) {
  /** Share of those called that are switch-offs, null where none is called. */
  public @Nullable Double precision() {
    return share(offCalled, offCalled + naturalCalled);
  }

  /** Share of switch-offs that are called, null where there is none. */
  public @Nullable Double recall() {
    return share(offCalled, offCalled + offMissed);
  }

  /** Share of natural silences that are called, null where there is none. */
  public @Nullable Double falseAlarmRate() {
    return share(naturalCalled, naturalCalled + naturalSpared);
  }

  /**
   * Precision if that share of silences were switch-offs, by Bayes: {@code πr / (πr + (1−π)f)} with
   * recall r and false alarm rate f; null where either is missing or both are 0.
   */
  public @Nullable Double precisionAt(double prior) {
    Double r = recall();
    Double f = falseAlarmRate();
    return r == null || f == null ? null : share(prior * r, prior * r + (1 - prior) * f);
  }

  /**
   * The same with recall at the lower and the false alarm rate at the upper end of its 95 %
   * interval by Wilson: no false alarm among so many does not mean that there is none. For counts.
   */
  public @Nullable Double precisionAtLeast(double prior) {
    double off = offCalled + offMissed;
    double natural = naturalCalled + naturalSpared;
    if (!(off > 0 && natural > 0 && offCalled + naturalCalled > 0)) {
      return null;
    }
    double r = Interval.wilson(offCalled, off).low();
    double f = Interval.wilson(naturalCalled, natural).high();
    return share(prior * r, prior * r + (1 - prior) * f);
  }

  private static @Nullable Double share(double part, double whole) {
    return whole > 0 ? part / whole : null;
  }
}
