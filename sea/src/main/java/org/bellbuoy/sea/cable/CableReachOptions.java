package org.bellbuoy.sea.cable;

/**
 * How exactly reached stretches are found.
 *
 * @param resolutionMetres ends of stretches are right to this length; reached bits between two
 *     unreached places nearer than it may be missed, and the other way round
 */
public record CableReachOptions(double resolutionMetres) {
  public CableReachOptions {
    if (!(resolutionMetres >= 1 && resolutionMetres <= 100_000)) {
      throw new IllegalArgumentException(
          "The resolution must be 1 to 100,000 metres, not " + resolutionMetres + ".");
    }
  }

  /** To 100 m. */
  public static CableReachOptions defaults() {
    return new CableReachOptions(100);
  }
}
