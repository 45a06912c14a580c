package org.bellbuoy.register.lockin;

/**
 * How long to simulate.
 *
 * @param years of each run that are counted
 * @param warmUpYears before them, not counted
 */
public record SimulationOptions(int years, int warmUpYears) {
  /** Checks both. */
  public SimulationOptions {
    if (years < 1 || warmUpYears < 0) {
      throw new IllegalArgumentException(years + " years after " + warmUpYears);
    }
  }

  /** 400 years after 50. */
  public static SimulationOptions defaults() {
    return new SimulationOptions(400, 50);
  }
}
