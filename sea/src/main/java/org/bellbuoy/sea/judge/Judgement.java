package org.bellbuoy.sea.judge;

import java.util.List;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.jspecify.annotations.Nullable;

/**
 * What came out of weighing a silence at one moment.
 *
 * @param facts what it rests on
 * @param level in a word
 * @param probabilityOff that it was switched off, among all explanations
 * @param hypotheses all explanations, the likeliest first; they sum to one
 * @param logRatio ln of how many times likelier the facts are of a ship switched off than of chance
 * @param observable chance that it would have been heard, had it gone on transmitting
 * @param observableHiding the same at the places within its reach where it was least likely heard
 * @param downMillis for which every receiver that had heard it was down
 * @param lyingStill whether it lay still, or all but came to rest at a shore
 * @param handover another identity that began there, null for none
 * @param neighboursLost other ships near that lost their position around its beginning
 * @param contributions to {@code logRatio}, by family of facts
 * @param why why one cannot tell, null where one can
 * @param held why it is not called likely though the probability would do, null where it is or not
 */
public record Judgement(
    SilenceFacts facts,
    Level level,
    double probabilityOff,
    List<Hypothesis> hypotheses,
    double logRatio,
    double observable,
    double observableHiding,
    long downMillis,
    boolean lyingStill,
    Handovers.@Nullable Handover handover,
    int neighboursLost,
    List<Double> contributions,
    @Nullable Blind why,
    @Nullable Held held) {
  public Judgement {
    hypotheses = List.copyOf(hypotheses);
    contributions = List.copyOf(contributions);
  }

  /** Why a silence is called possible at most, however high the probability. */
  public enum Held {
    /** Sets are switched off in port every day; that is no act at sea. */
    IN_PORT,
    /** It was heard from beyond any radio horizon, and such reception ends as it comes. */
    DUCTING,
    /**
     * Its number was heard meanwhile from elsewhere: of two of a number nobody knows which is
     * which.
     */
    NUMBER_HEARD,
    /** Nobody near it was heard well meanwhile: that it was not reception rests on itself alone. */
    NO_WITNESS
  }

  /** Why one cannot tell. */
  public enum Blind {
    /** The receivers were down. */
    RECEIVERS_DOWN,
    /** It was hardly heard itself. */
    WEAK_ITSELF,
    /** Nobody else of its class was near to compare with. */
    NOBODY_NEAR,
    /** Others near it were hardly heard either. */
    OTHERS_UNHEARD,
    /** Reception was fair, but the silence too short. */
    TOO_SHORT,
    /** Its history is not known: a late record cut the silence. */
    NO_HISTORY
  }
}
