package org.bellbuoy.sea.judge;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceWeighing;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.Hearings;
import org.bellbuoy.sea.reception.NearbyShare;

/**
 * Step by step of four minutes: how likely a silent ship was to be heard, had it gone on
 * transmitting, on the way it most likely took and at the place within its reach where it was the
 * least likely. Looks at the first three hours.
 */
final class Chances {
  /** Steps looked at, at most: three hours. */
  static final int MOST_STEPS = 45;

  /** Steps between two looks for a hiding place. */
  private static final int HIDING_EVERY = 3;

  private static final int HIDING_DIRECTIONS = 6;
  private static final double HIDING_REACH_METRES = 60_000;
  private static final double LEAST_REACH_KNOTS = 10;

  private Chances() {}

  /**
   * One step.
   *
   * @param fromMillis when it began
   * @param inputs of the hearing model on the likely way
   * @param hidingInputs where it was least likely to be heard; null where not looked for
   * @param share of others' slots heard, middle width
   * @param ships others there, middle width
   */
  @SuppressWarnings("ArrayRecordComponent") // read only by this room, on a path walked very often
  record Step(
      long fromMillis,
      double latitude,
      double longitude,
      double[] inputs,
      double @org.jspecify.annotations.Nullable [] hidingInputs,
      double share,
      double ships) {}

  /** The steps of a silence that are over by a moment. */
  static List<Step> steps(
      SeaEvent.Silence silence,
      HearingModel.Onset onset,
      double rangeMetres,
      Hearings hearings,
      boolean classB,
      long asOfMillis,
      boolean hiding) {
    List<Step> steps = new ArrayList<>();
    NearbyShare sum = new NearbyShare();
    int first = org.bellbuoy.sea.reception.HearingSeries.slot(silence.fromMillis()) + 1;
    long end = Math.min(silence.toMillis(), asOfMillis);
    double knots =
        Math.max(LEAST_REACH_KNOTS, Math.max(silence.usualTopKnots(), silence.before().knots()));
    for (int k = 0; k < MOST_STEPS; k++) {
      int slot = first + k * HearingModel.STEP_SLOTS;
      long from = slot * org.bellbuoy.sea.reception.HearingSeries.SLOT_MILLIS;
      long to =
          from + HearingModel.STEP_SLOTS * org.bellbuoy.sea.reception.HearingSeries.SLOT_MILLIS;
      if (to > end) {
        break;
      }
      long middle = (from + to) / 2;
      double[] at = SilenceWeighing.whereabouts(silence, middle);
      double minutes = Math.max(0, from - silence.fromMillis()) / 60_000.0;
      double[] inputs =
          look(hearings, sum, slot, at[0], at[1], rangeMetres, classB, silence, onset, minutes);
      double share = sum.share(1);
      double ships = sum.ships(1);
      double[] worst = null;
      if (hiding && k % HIDING_EVERY == 0) {
        worst = inputs;
        double seconds = (middle - silence.fromMillis()) / 1000.0;
        if (silence.after() != null) {
          seconds = Math.min(seconds, (silence.toMillis() - middle) / 1000.0);
        }
        double reach =
            Math.min(
                HIDING_REACH_METRES,
                knots * Sphere.METRES_PER_SECOND_PER_KNOT * Math.max(0, seconds));
        for (int d = 0; d < HIDING_DIRECTIONS; d++) {
          double course = d * 360.0 / HIDING_DIRECTIONS;
          double[] there =
              look(
                  hearings,
                  sum,
                  slot,
                  Sphere.destinationLatitude(at[0], course, reach),
                  Sphere.destinationLongitude(at[0], at[1], course, reach),
                  rangeMetres,
                  classB,
                  silence,
                  onset,
                  minutes);
          // The shares now are all that differs between places.
          if (there[6] + there[7] + there[8] < worst[6] + worst[7] + worst[8]) {
            worst = there;
          }
        }
      }
      steps.add(new Step(from, at[0], at[1], inputs, worst, share, ships));
    }
    return steps;
  }

  private static double[] look(
      Hearings hearings,
      NearbyShare sum,
      int slot,
      double latitude,
      double longitude,
      double rangeMetres,
      boolean classB,
      SeaEvent.Silence silence,
      HearingModel.Onset onset,
      double minutes) {
    sum.clear();
    for (int s = slot; s < slot + HearingModel.STEP_SLOTS; s++) {
      hearings.addTo(sum, s, latitude, longitude, rangeMetres, classB, silence.mmsi());
    }
    return HearingModel.inputs(
        onset, sum.share(0), sum.share(1), sum.share(2), sum.ships(0), sum.ships(1), minutes);
  }

  /** −ln of the chance to be heard in none of the steps that end by a time. */
  static double evidence(HearingModel model, List<Step> steps, long untilMillis) {
    double sum = 0;
    long length = HearingModel.STEP_SLOTS * org.bellbuoy.sea.reception.HearingSeries.SLOT_MILLIS;
    for (Step step : steps) {
      if (step.fromMillis() + length <= untilMillis) {
        sum -= Math.log1p(-Math.min(0.999, model.chance(step.inputs())));
      }
    }
    return sum;
  }

  /** The same where it was least likely to be heard, each look standing for three steps. */
  static double hidingEvidence(HearingModel model, List<Step> steps) {
    double sum = 0;
    int looks = 0;
    for (Step step : steps) {
      double[] inputs = step.hidingInputs();
      if (inputs != null) {
        sum -= Math.log1p(-Math.min(0.999, model.chance(inputs)));
        looks++;
      }
    }
    return looks == 0 ? 0 : sum * steps.size() / looks;
  }
}
