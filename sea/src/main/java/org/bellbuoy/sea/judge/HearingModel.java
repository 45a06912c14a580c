package org.bellbuoy.sea.judge;

import java.util.Arrays;

/**
 * The chance that a ship which goes on transmitting is heard in the next four minutes, given how it
 * was heard before, how others near it are heard now, its range, and how long it has been silent: a
 * discrete-time hazard, logistic in its inputs. That it falls with the time already silent is what
 * keeps a run of misses from counting as many independent tries.
 *
 * @param weights one for each input of {@link #inputs}
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out
record HearingModel(double[] weights) {
  /** Number of inputs. */
  static final int INPUTS = 15;

  /** Slots of two minutes in one step. */
  static final int STEP_SLOTS = 2;

  HearingModel {
    if (weights.length != INPUTS) {
      throw new IllegalArgumentException(
          "a hearing model has " + INPUTS + " weights, not " + weights.length);
    }
    weights = weights.clone();
  }

  /** What stays the same over one silence. */
  record Onset(
      double rate30,
      double rate180,
      double last5,
      double heardSlots,
      double logRange,
      double beforeNear,
      double beforeMiddle) {}

  /** The inputs of one step: shares as logits, ships as ln(1 + n), silence so far in minutes. */
  static double[] inputs(
      Onset onset,
      double nowNear,
      double nowMiddle,
      double nowWide,
      double shipsNear,
      double shipsMiddle,
      double silentMinutes) {
    double tau = Math.log1p(silentMinutes);
    double middle = logit(nowMiddle);
    return new double[] {
      1,
      onset.rate30(),
      onset.rate180(),
      onset.last5(),
      onset.heardSlots() / 10,
      onset.logRange(),
      logit(nowNear),
      middle,
      logit(nowWide),
      logit(onset.beforeNear()),
      logit(onset.beforeMiddle()),
      Math.log1p(shipsNear),
      Math.log1p(shipsMiddle),
      tau,
      onset.rate30() * middle
    };
  }

  /** The chance to be heard in a step, 0 to 1. */
  double chance(double[] inputs) {
    double sum = 0;
    for (int i = 0; i < INPUTS; i++) {
      sum += weights[i] * inputs[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HearingModel model && Arrays.equals(weights, model.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "HearingModel" + Arrays.toString(weights);
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }
}
