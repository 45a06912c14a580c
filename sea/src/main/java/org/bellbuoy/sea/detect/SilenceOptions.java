package org.bellbuoy.sea.detect;

/**
 * Parameters of {@code sea.silence}, all of which may change a finding.
 *
 * @param minSilenceMillis silences at least this long become findings
 * @param minPositionLossMillis losses of position at least this long become findings
 * @param minOutageMillis receiver silences at least this long become findings
 * @param likely probability from which the level is likely
 * @param possible probability from which the level is possible
 * @param leastObservable share of a silence's slots of known and fair reception below which nothing
 *     is said
 * @param prior probability that a silence is a switch-off before anything is known of it
 * @param independence share of one ten-minute slot's evidence that counts as new: misses come in
 *     runs
 * @param reach where a silent ship could have been
 */
public record SilenceOptions(
    long minSilenceMillis,
    long minPositionLossMillis,
    long minOutageMillis,
    double likely,
    double possible,
    double leastObservable,
    double prior,
    double independence,
    ReachOptions reach) {
  /** The defaults shown in help. */
  public static SilenceOptions defaults() {
    return new SilenceOptions(
        1_800_000, 600_000, 60_000, 0.9, 0.5, 0.5, 0.01, 0.35, ReachOptions.defaults());
  }
}
