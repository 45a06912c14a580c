package org.bellbuoy.sea.detect;

/**
 * Parameters of {@code sea.silence}, all of which may change a finding.
 *
 * @param minSilenceMillis silences at least this long become findings
 * @param minPositionLossMillis losses of position at least this long become findings
 * @param minOutageMillis receiver silences at least this long become findings
 * @param likely probability from which the level is likely
 * @param possible probability from which the level is possible
 * @param leastObservable chance that the ship would have been heard, had it gone on transmitting,
 *     below which nothing is said
 * @param prior share of silences taken to be switch-offs before anything is known of one
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
    ReachOptions reach) {
  /** The defaults shown in help. */
  public static SilenceOptions defaults() {
    return new SilenceOptions(
        1_800_000, 600_000, 60_000, 0.85, 0.5, 0.8, 0.1, ReachOptions.defaults());
  }
}
