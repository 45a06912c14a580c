package org.bellbuoy.sea.detect;

/**
 * Parameters of where a silent ship could have been, all of which may change a finding.
 *
 * @param speedMarginPercent how much faster than usual a ship may have gone, in per cent
 * @param openReachMillis how long after the last position a reach without a next one goes on
 *     growing
 * @param rowGapMillis silences of one ship this far apart at most may make a row
 */
public record ReachOptions(double speedMarginPercent, long openReachMillis, long rowGapMillis) {
  /** The defaults shown in help: 15 %, a day, a day. */
  public static ReachOptions defaults() {
    return new ReachOptions(15, 86_400_000, 86_400_000);
  }
}
