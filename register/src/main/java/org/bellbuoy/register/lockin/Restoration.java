package org.bellbuoy.register.lockin;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long one fault took, by its dates.
 *
 * @param waitingDays from the fault until work began
 * @param workingDays from then until all was restored
 */
public record Restoration(long waitingDays, long workingDays) {
  /** What dates say. */
  public sealed interface Reading {
    /** Times. */
    record Known(Restoration restoration) implements Reading {}

    /** No times, and why, in a sentence. */
    record Unknown(String problem) implements Reading {}
  }

  /** Both together. */
  public long days() {
    return waitingDays + workingDays;
  }

  /** From three dates, which must follow one another. */
  public static Reading of(LocalDate fault, LocalDate workBegan, LocalDate restored) {
    if (workBegan.isBefore(fault)) {
      return new Reading.Unknown(
          "Work began on " + workBegan + ", before the fault of " + fault + ".");
    }
    if (restored.isBefore(workBegan)) {
      return new Reading.Unknown(
          "All was restored on " + restored + ", before work began on " + workBegan + ".");
    }
    return new Reading.Known(
        new Restoration(
            ChronoUnit.DAYS.between(fault, workBegan),
            ChronoUnit.DAYS.between(workBegan, restored)));
  }
}
