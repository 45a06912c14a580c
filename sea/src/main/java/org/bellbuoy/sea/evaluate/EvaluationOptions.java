package org.bellbuoy.sea.evaluate;

import java.util.List;

/**
 * How to evaluate, and what is to be told along with it.
 *
 * @param command the command line that does it again
 * @param sources names of the recordings
 * @param mainMethod id of the method that others are compared with
 * @param seed of the draws
 * @param resamples draws of vessels behind each interval
 * @param naturalCalledRate share of natural silences that may be called where recall is told
 * @param prior share of switch-offs that calibration and precision are also stated for
 * @param notes what a reader must know of the cases, in sentences
 */
public record EvaluationOptions(
    String command,
    List<String> sources,
    String mainMethod,
    long seed,
    int resamples,
    double naturalCalledRate,
    double prior,
    List<String> notes) {
  /** Draws by default. */
  public static final int RESAMPLES = 1000;

  /** Share of natural silences called by default. */
  public static final double NATURAL_CALLED_RATE = 0.01;

  /** Copies and checks. */
  public EvaluationOptions {
    sources = List.copyOf(sources);
    notes = List.copyOf(notes);
    if (resamples < 1) {
      throw new IllegalArgumentException("There must be a draw, not " + resamples + ".");
    }
    if (!(naturalCalledRate >= 0 && naturalCalledRate < 1)) {
      throw new IllegalArgumentException(naturalCalledRate + " is no share below 1.");
    }
    if (!(prior > 0 && prior < 1)) {
      throw new IllegalArgumentException(prior + " is no share between 0 and 1.");
    }
  }
}
