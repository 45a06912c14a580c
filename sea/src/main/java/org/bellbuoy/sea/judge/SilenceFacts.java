package org.bellbuoy.sea.judge;

import java.util.List;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.reception.HearingSeries;

/**
 * All that is known of one silence at one moment, as numbers: everything but what a hearing model
 * adds. A moment while the silence lasts uses nothing after it.
 *
 * @param silence cut at the moment where it still lasted then
 * @param momentMillis when it is judged
 * @param ended whether it was over by then
 * @param intervalMillis what its class, status and speed made due
 * @param rangeMetres from its receiver, estimated where the feed does not tell
 * @param rangeTold whether the range is the feed's or a told receiver's
 * @param shoreMetres at the last fix, at most 100 km
 * @param shoreAfterMetres at the first fix after, NaN while it lasts
 * @param steps looks of four minutes
 * @param values by {@link Feature}, those of the hearing model still 0
 */
@SuppressWarnings("ArrayRecordComponent") // read only by this room, on a path walked very often
public record SilenceFacts(
    SeaEvent.Silence silence,
    long momentMillis,
    boolean ended,
    int intervalMillis,
    double rangeMetres,
    boolean rangeTold,
    double shoreMetres,
    double shoreAfterMetres,
    List<Chances.Step> steps,
    double[] values) {
  /**
   * One stretch of a silence.
   *
   * @param share of the two-minute slots of others near the likely way in which they were heard
   * @param ships others there, by nearness
   */
  public record Stretch(long fromMillis, long toMillis, double share, double ships) {}

  /** How others near were heard over the silence, in stretches of four minutes. */
  public List<Stretch> course() {
    return steps.stream()
        .map(
            step ->
                new Stretch(
                    step.fromMillis(),
                    step.toMillis(),
                    step.others().share(1),
                    step.others().ships(1)))
        .toList();
  }

  /** The value of a feature. */
  double value(Feature feature) {
    return values[feature.ordinal()];
  }

  /** Length of a two-minute slot in steps of the windows that features speak of. */
  static int steps(int minutes) {
    return (int)
        Math.ceil(
            minutes * 60_000.0 / (HearingModel.STEP_SLOTS * (double) HearingSeries.SLOT_MILLIS));
  }
}
