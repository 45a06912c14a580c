package org.bellbuoy.sea.evaluate;

import org.bellbuoy.core.finding.Level;
import org.jspecify.annotations.Nullable;

/**
 * What one method says of every case, in the order of the cases.
 *
 * @param method id, as in tables' columns, for example {@code fixed-timeout}
 * @param title in words
 * @param score the higher, the more likely switched off; finite
 * @param probability whether the score is the probability of a switch-off
 * @param level the verdict in a word, null where the method gives none
 */
@SuppressWarnings("ArrayRecordComponent") // columns; never compared
public record MethodScores(
    String method, String title, double[] score, boolean probability, Level @Nullable [] level) {
  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException when a score is not finite, or no probability though said to
   *     be, or levels are not as many as scores
   */
  public MethodScores {
    score = score.clone();
    level = level == null ? null : level.clone();
    for (int i = 0; i < score.length; i++) {
      boolean fits =
          Double.isFinite(score[i]) && (!probability || (score[i] >= 0 && score[i] <= 1));
      if (!fits) {
        throw new IllegalArgumentException(
            method
                + ": the score "
                + score[i]
                + " of case "
                + i
                + (probability ? " is no probability." : " is not finite."));
      }
    }
    if (level != null && level.length != score.length) {
      throw new IllegalArgumentException(
          method + ": " + level.length + " levels for " + score.length + " scores.");
    }
  }

  /** Scores without levels that are no probabilities. */
  public static MethodScores ofScores(String method, String title, double[] score) {
    return new MethodScores(method, title, score, false, null);
  }

  /** Probabilities of a switch-off, without levels. */
  public static MethodScores ofProbabilities(String method, String title, double[] probability) {
    return new MethodScores(method, title, probability, true, null);
  }
}
