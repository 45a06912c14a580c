package org.bellbuoy.sea.evaluate;

/**
 * One silence to be judged: a natural one, or one made by deleting a ship's reports.
 *
 * @param mmsi whose; cases of one MMSI are drawn together when intervals are computed
 * @param hull which of its hulls
 * @param fromMillis when it was last heard
 * @param toMillis when it was heard again
 * @param switchedOff whether the silence is an artificial switch-off
 * @param classA whether its set is of class A
 * @param underWay whether it was under way before
 * @param heardSlotsOfLastTen of the ten six-minute slots before, in how many it was heard
 * @param rangeMetres from the receiver at the last fix, NaN where not known
 * @param shoreMetres from the nearest shore at the last fix, NaN where not known
 * @param wouldHaveBeenHeard of an artificial one: whether nothing of ten minutes or more was
 *     missing by nature in the span that was deleted; false of a natural one
 * @param vesselFold part of the fleet that the case belongs to in cross-validation
 * @param timeFold part of the time that the case belongs to in cross-validation
 */
public record SilenceCase(
    int mmsi,
    int hull,
    long fromMillis,
    long toMillis,
    boolean switchedOff,
    boolean classA,
    boolean underWay,
    int heardSlotsOfLastTen,
    double rangeMetres,
    double shoreMetres,
    boolean wouldHaveBeenHeard,
    int vesselFold,
    int timeFold) {
  private static final double MINUTE_MILLIS = 60_000;

  /** Checks that the values can be. */
  public SilenceCase {
    if (toMillis < fromMillis) {
      throw new IllegalArgumentException(
          "A silence cannot end at " + toMillis + " before it begins at " + fromMillis + ".");
    }
    if (heardSlotsOfLastTen < 0 || heardSlotsOfLastTen > 10) {
      throw new IllegalArgumentException(heardSlotsOfLastTen + " is not in 0 to 10 slots.");
    }
    if (rangeMetres < 0 || shoreMetres < 0) {
      throw new IllegalArgumentException("A distance cannot be negative.");
    }
    if (wouldHaveBeenHeard && !switchedOff) {
      throw new IllegalArgumentException("A natural silence was not heard by definition.");
    }
  }

  /** Length in minutes. */
  public double minutes() {
    return (toMillis - fromMillis) / MINUTE_MILLIS;
  }
}
