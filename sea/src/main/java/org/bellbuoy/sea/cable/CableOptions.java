package org.bellbuoy.sea.cable;

/**
 * How a cable file is read.
 *
 * @param defaultUncertaintyMetres half-width of the band around a route that states none itself
 * @param maximumPoints most route points kept, so that a hostile file cannot fill the memory
 */
public record CableOptions(double defaultUncertaintyMetres, int maximumPoints) {
  /** Widest band accepted, in metres: wider ones would make every cable everywhere. */
  public static final double MAXIMUM_UNCERTAINTY_METRES = 1_000_000;

  public CableOptions {
    if (!(defaultUncertaintyMetres >= 0
        && defaultUncertaintyMetres <= MAXIMUM_UNCERTAINTY_METRES)) {
      throw new IllegalArgumentException(
          "The uncertainty must be 0 to 1,000,000 metres, not " + defaultUncertaintyMetres + ".");
    }
    if (maximumPoints < 2) {
      throw new IllegalArgumentException("A route needs two points at least.");
    }
  }

  /** 5,000 m, the order of error of schematic world maps, and two million points. */
  public static CableOptions defaults() {
    return new CableOptions(5_000, 2_000_000);
  }

  /** The same with another default uncertainty. */
  public CableOptions withDefaultUncertaintyMetres(double metres) {
    return new CableOptions(metres, maximumPoints);
  }
}
