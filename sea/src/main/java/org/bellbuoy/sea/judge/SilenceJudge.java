package org.bellbuoy.sea.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.sea.detect.ReceiverStates;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.detect.SilenceWeighing;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the explanations of a silence against each other. Pure: the same facts, receivers and
 * neighbours give the same judgement.
 *
 * <p>Each explanation has a weight: its odds before, times how well it fits. That of a switch-off
 * is the prior odds times the likelihood ratio of the model; that of chance reception is 1; the
 * others have small weights that grow where something speaks for them. The weights are then shared
 * out to sum to one.
 */
public final class SilenceJudge {
  /** Names of hypotheses in findings. */
  public static final String OFF = "switched-off";

  /** It went on, but was not received: range, ducting, land, its own weak set. */
  public static final String UNHEARD = "out-of-range";

  /** Every receiver that had heard it was down. */
  public static final String DOWN = "receiver-down";

  /** It lost its satellite navigation. */
  public static final String LOST = "position-lost";

  /** It went on under another identity. */
  public static final String HANDED_OVER = "identity-handed-over";

  /** It came to rest in port or at anchor. */
  public static final String IN_PORT = "in-port";

  /** Its records are late. */
  public static final String LATE = "late-data";

  /** Anything else. */
  public static final String OTHER = "other";

  private static final double SLIGHT = 0.01;
  private static final double SHORE_METRES = 2_000;
  private static final double DOWN_SHARE = 0.8;
  private static final double FEW_SHIPS = 0.7;
  private static final double RARELY_HEARD = 0.3;
  private static final double WEAK_RATE = Math.log(0.05);

  /**
   * 4.12 (√3000 + √40) km, and a margin: by the 4/3 earth rule no mast or mountain hears a ship
   * farther off without ducting (ITU-R P.310).
   */
  private static final double HORIZON_KILOMETRES = 300;

  /** At least every other slot of those near it. */
  private static final double HEARD_WELL = 0.5;

  private static final double HARBOUR_KNOTS = 6;

  private final SilenceModel model;
  private final SilenceOptions options;

  /** A judge with a model. */
  public SilenceJudge(SilenceModel model, SilenceOptions options) {
    this.model = model;
    this.options = options;
  }

  /**
   * What else is known around a silence, as of its moment.
   *
   * @param receivers when they were down
   * @param handover another identity that began there, null for none
   * @param neighboursLost other ships near that lost their position around its beginning
   * @param cutByLate whether records that came late cut it, so that what was before is not known
   * @param lateShare share of the stream's records that came late
   */
  public record Circumstances(
      ReceiverStates receivers,
      Handovers.@Nullable Handover handover,
      int neighboursLost,
      boolean cutByLate,
      double lateShare) {}

  /** Judges. */
  public Judgement judge(SilenceFacts facts, Circumstances around) {
    double[] values = model.values(facts);
    double logRatio = model.logLikelihoodRatio(facts, values);
    double observable = 1 - Math.exp(-values[Feature.EVIDENCE.ordinal()]);
    double hiding = 1 - Math.exp(-values[Feature.EVIDENCE_HIDING.ordinal()]);
    long from = facts.silence().fromMillis();
    long to = Math.min(facts.silence().toMillis(), facts.momentMillis());
    long down = around.receivers().downMillis(facts.silence().stations(), from, to);
    double downShare = to > from ? down / (double) (to - from) : 0;
    boolean still = isResting(facts);

    double[] weights = new double[8];
    String[] names = {OFF, UNHEARD, DOWN, LOST, HANDED_OVER, IN_PORT, LATE, OTHER};
    boolean deaf = downShare >= DOWN_SHARE;
    // Who could not be heard at all tells nothing by not being heard.
    weights[0] = options.prior() / (1 - options.prior()) * (deaf ? 1 : Math.exp(logRatio));
    weights[1] = 1;
    weights[2] = deaf ? 100 : SLIGHT + 2 * downShare;
    weights[3] = around.neighboursLost() > 1 ? 1 : SLIGHT;
    weights[4] = around.handover() != null ? 5 : SLIGHT;
    weights[5] = still ? 2 : SLIGHT;
    weights[6] = around.cutByLate() ? 1 : SLIGHT + around.lateShare();
    weights[7] = 2 * SLIGHT;
    double sum = Arrays.stream(weights).sum();
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      hypotheses.add(new Hypothesis(names[i], weights[i] / sum));
    }
    hypotheses.sort(
        Comparator.comparingDouble(Hypothesis::probability)
            .reversed()
            .thenComparing(Hypothesis::name));
    double off = weights[0] / sum;
    // By the place within its reach where it was hardest to hear: nobody knows where it was.
    Judgement.Blind blind = blind(facts, values, hiding, downShare, around);
    Judgement.Held held =
        blind == null && off >= options.likely() ? held(facts, values, still) : null;
    return new Judgement(
        facts,
        level(off, blind, held),
        off,
        hypotheses,
        logRatio,
        observable,
        hiding,
        down,
        still,
        around.handover(),
        around.neighboursLost(),
        Arrays.stream(model.contributions(facts, values)).boxed().toList(),
        blind,
        held);
  }

  private Level level(double off, Judgement.@Nullable Blind blind, Judgement.@Nullable Held held) {
    if (blind != null) {
      return Level.CANNOT_TELL;
    }
    if (off >= options.likely()) {
      return held != null ? Level.POSSIBLE : Level.LIKELY;
    }
    return off >= options.possible() ? Level.POSSIBLE : Level.UNLIKELY;
  }

  /** What speaks against calling it likely whatever the numbers say; null where nothing does. */
  static Judgement.@Nullable Held held(SilenceFacts facts, double[] values, boolean still) {
    if (still) {
      return Judgement.Held.IN_PORT;
    }
    if (facts.silence().isNumberHeard()) {
      return Judgement.Held.NUMBER_HEARD;
    }
    // A place that is only reckoned from what was heard tells no range.
    if (facts.rangeTold()
        && Math.exp(values[Feature.RANGE_BEFORE.ordinal()]) > HORIZON_KILOMETRES) {
      return Judgement.Held.DUCTING;
    }
    boolean middle = Math.expm1(values[Feature.SHIPS_MEANWHILE_MIDDLE.ordinal()]) >= FEW_SHIPS;
    boolean wide = Math.expm1(values[Feature.SHIPS_MEANWHILE_WIDE.ordinal()]) >= FEW_SHIPS;
    Feature share = middle ? Feature.OTHERS_MEANWHILE_MIDDLE : Feature.OTHERS_MEANWHILE_WIDE;
    return (middle || wide) && values[share.ordinal()] >= HEARD_WELL
        ? null
        : Judgement.Held.NO_WITNESS;
  }

  /** Why nothing can be said; null where something can. */
  private Judgement.@Nullable Blind blind(
      SilenceFacts facts,
      double[] values,
      double observable,
      double downShare,
      Circumstances around) {
    if (downShare >= DOWN_SHARE) {
      return Judgement.Blind.RECEIVERS_DOWN;
    }
    if (around.cutByLate()) {
      return Judgement.Blind.NO_HISTORY;
    }
    if (othersFellSilentToo(values)) {
      return Judgement.Blind.OTHERS_UNHEARD;
    }
    if (observable >= options.leastObservable()) {
      return null;
    }
    if (values[Feature.RATE_60_MIN.ordinal()] < WEAK_RATE
        || facts.silence().heardSlotsOfLastTen() < 5) {
      return Judgement.Blind.WEAK_ITSELF;
    }
    if (Math.expm1(values[Feature.SHIPS_MEANWHILE_MIDDLE.ordinal()]) < FEW_SHIPS) {
      return Judgement.Blind.NOBODY_NEAR;
    }
    return values[Feature.OTHERS_MEANWHILE_MIDDLE.ordinal()] < RARELY_HEARD
        ? Judgement.Blind.OTHERS_UNHEARD
        : Judgement.Blind.TOO_SHORT;
  }

  /**
   * Whether others near it were there just before, and then were hardly heard either and did not
   * come back: however well it was heard itself, it was lost with them. No model learns that from
   * ships switched off one at a time.
   */
  private static boolean othersFellSilentToo(double[] values) {
    double few = RARELY_HEARD * values[Feature.OTHERS_BEFORE_MIDDLE.ordinal()];
    return Math.expm1(values[Feature.SHIPS_BEFORE_MIDDLE.ordinal()]) >= FEW_SHIPS
        && values[Feature.OTHERS_30_MIN_MIDDLE.ordinal()] < few
        && values[Feature.OTHERS_MEANWHILE_MIDDLE.ordinal()] < few;
  }

  /** Whether it lay still, or slowed down to rest at a shore and came back to the same place. */
  private static boolean isResting(SilenceFacts facts) {
    if (SilenceWeighing.isLyingStill(facts.silence())) {
      return true;
    }
    if (!facts.ended()) {
      return facts.shoreMetres() <= SHORE_METRES
          && facts.silence().before().knots() < HARBOUR_KNOTS;
    }
    // Wherever it was last heard: what counts is that it is found lying at a shore.
    // Less than a fifth of the way that its speed would have made: it stopped there.
    return facts.shoreAfterMetres() <= SHORE_METRES && facts.value(Feature.PROGRESS) < 0.2;
  }
}
