package org.bellbuoy.sea.cable;

/**
 * Lengths of ways where something may lie between, in metres. Never more than the real way, never
 * less than the straight one less what is near enough; infinite where there is none.
 */
public interface Ways {
  /** The way from the first fix to the next one, 0 for an open silence. */
  double directMetres();

  /** The way from the first fix to within a distance of a place. */
  double thereMetres(double latitude, double longitude, double withinMetres);

  /** The way from within a distance of a place to the next fix, 0 for an open silence. */
  double onMetres(double latitude, double longitude, double withinMetres);

  /** Steps along a cable that are fine enough to ask for, in metres. */
  double stepMetres();
}
