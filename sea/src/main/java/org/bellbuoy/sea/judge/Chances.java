package org.bellbuoy.sea.judge;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceWeighing;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.Hearings;
import org.bellbuoy.sea.reception.NearbyShare;

/**
 * Step by step of four minutes: how others were heard around a silent ship, and so how likely it
 * was to be heard itself, had it gone on transmitting: on the way it most likely took, and at the
 * place within its reach where it was the least likely. Looks at the first three hours.
 */
final class Chances {
  /** Steps looked at, at most: three hours. */
  static final int MOST_STEPS = 45;

  /** Length of a step. */
  static final long STEP_MILLIS = HearingModel.STEP_SLOTS * HearingSeries.SLOT_MILLIS;

  /** Steps between two looks for a hiding place. */
  private static final int HIDING_EVERY = 4;

  private static final int HIDING_DIRECTIONS = 6;
  private static final double HIDING_REACH_METRES = 60_000;
  private static final double LEAST_REACH_KNOTS = 10;

  private Chances() {}

  /**
   * One step.
   *
   * @param fromMillis when it began
   * @param others how others were heard near the likely way
   * @param inputs of the hearing model there
   * @param hidingInputs where it was least likely to be heard; null where not looked for
   */
  @SuppressWarnings("ArrayRecordComponent") // read only by this room, on a path walked very often
  record Step(
      long fromMillis,
      NearbyShare others,
      double[] inputs,
      double @org.jspecify.annotations.Nullable [] hidingInputs) {
    long toMillis() {
      return fromMillis + STEP_MILLIS;
    }
  }

  /** Where a silence is looked at: what stays the same over all its steps. */
  @SuppressWarnings("ArrayRecordComponent") // made once, read by this room alone
  record View(
      SeaEvent.Silence silence,
      HearingModel.Onset onset,
      double rangeMetres,
      Hearings hearings,
      boolean classB,
      boolean hiding,
      int[] stations) {}

  /** The steps of a silence that are over by a time. */
  static List<Step> steps(View view, long endMillis) {
    SeaEvent.Silence silence = view.silence();
    List<Step> steps = new ArrayList<>();
    int first = HearingSeries.slot(silence.fromMillis()) + 1;
    double knots =
        Math.max(LEAST_REACH_KNOTS, Math.max(silence.usualTopKnots(), silence.before().knots()));
    for (int k = 0; k < MOST_STEPS; k++) {
      int slot = first + k * HearingModel.STEP_SLOTS;
      long from = slot * HearingSeries.SLOT_MILLIS;
      if (from + STEP_MILLIS > endMillis) {
        break;
      }
      long middle = from + STEP_MILLIS / 2;
      double[] at = SilenceWeighing.whereabouts(silence, middle);
      double minutes = Math.max(0, from - silence.fromMillis()) / 60_000.0;
      NearbyShare others = look(view, slot, at[0], at[1]);
      double[] inputs = inputs(view, others, minutes);
      double[] worst = null;
      if (view.hiding() && k % HIDING_EVERY == 0) {
        double reach = reachMetres(silence, middle, knots);
        worst = inputs;
        for (int d = 0; d < HIDING_DIRECTIONS; d++) {
          double course = d * 360.0 / HIDING_DIRECTIONS;
          NearbyShare there =
              look(
                  view,
                  slot,
                  Sphere.destinationLatitude(at[0], course, reach),
                  Sphere.destinationLongitude(at[0], at[1], course, reach));
          double[] candidate = inputs(view, there, minutes);
          // The shares now are all that differs between places.
          if (candidate[6] + candidate[7] + candidate[8] < worst[6] + worst[7] + worst[8]) {
            worst = candidate;
          }
        }
      }
      steps.add(new Step(from, others, inputs, worst));
    }
    return steps;
  }

  private static double reachMetres(SeaEvent.Silence silence, long middle, double knots) {
    double seconds = (middle - silence.fromMillis()) / 1000.0;
    if (silence.after() != null) {
      seconds = Math.min(seconds, (silence.toMillis() - middle) / 1000.0);
    }
    return Math.min(
        HIDING_REACH_METRES, knots * Sphere.METRES_PER_SECOND_PER_KNOT * Math.max(0, seconds));
  }

  private static NearbyShare look(View view, int slot, double latitude, double longitude) {
    NearbyShare sum = new NearbyShare();
    for (int s = slot; s < slot + HearingModel.STEP_SLOTS; s++) {
      view.hearings()
          .addTo(
              sum,
              s,
              latitude,
              longitude,
              view.rangeMetres(),
              view.classB(),
              view.silence().mmsi(),
              view.stations());
    }
    return sum;
  }

  private static double[] inputs(View view, NearbyShare others, double minutes) {
    return HearingModel.inputs(
        view.onset(),
        others.share(0),
        others.share(1),
        others.share(2),
        others.ships(0),
        others.ships(1),
        minutes);
  }

  /** How others were heard over some of the steps. */
  static NearbyShare sum(List<Step> steps, int from, int to) {
    NearbyShare sum = new NearbyShare();
    for (int i = Math.max(0, from); i < Math.min(steps.size(), to); i++) {
      sum.add(steps.get(i).others());
    }
    return sum;
  }

  /** −ln of the chance to be heard in none of the steps that end by a time. */
  static double evidence(HearingModel model, List<Step> steps, long untilMillis) {
    double sum = 0;
    for (Step step : steps) {
      if (step.toMillis() <= untilMillis) {
        sum -= Math.log1p(-Math.min(0.999, model.chance(step.inputs())));
      }
    }
    return sum;
  }

  /**
   * The same where it was least likely to be heard: the evidence on the likely way, less by as much
   * as the hiding places took of it in the steps looked at. Never more than on the likely way.
   */
  static double hidingEvidence(HearingModel model, List<Step> steps) {
    double hidden = 0;
    double likely = 0;
    for (Step step : steps) {
      double[] inputs = step.hidingInputs();
      if (inputs != null) {
        double there = -Math.log1p(-Math.min(0.999, model.chance(inputs)));
        double here = -Math.log1p(-Math.min(0.999, model.chance(step.inputs())));
        hidden += Math.min(there, here);
        likely += here;
      }
    }
    return likely <= 0 ? 0 : evidence(model, steps, Long.MAX_VALUE) * hidden / likely;
  }
}
