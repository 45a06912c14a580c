package org.bellbuoy.sea.judge;

/**
 * Parameters of the judgement.
 *
 * @param prior share of silences taken to be switch-offs before anything is known of one
 * @param likely probability from which the level is likely
 * @param possible probability from which the level is possible
 * @param leastObservable chance to have been heard below which nothing is said
 */
public record JudgeOptions(double prior, double likely, double possible, double leastObservable) {
  /** The defaults shown in help. */
  public static JudgeOptions defaults() {
    return new JudgeOptions(0.1, 0.8, 0.5, 0.8);
  }
}
