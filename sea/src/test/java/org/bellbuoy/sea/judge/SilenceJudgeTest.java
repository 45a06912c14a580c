package org.bellbuoy.sea.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bellbuoy.sea.judge.Scene.HOUR;
import static org.bellbuoy.sea.judge.Scene.MINUTE;
import static org.bellbuoy.sea.judge.Scene.SHIP;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.Comparator;
import java.util.List;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.detect.ReceiverStates;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.track.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceJudgeTest {
  private static final ReceiverStates ALL_UP = new ReceiverStates(List.of());
  private static final SilenceJudge.Circumstances PLAIN =
      new SilenceJudge.Circumstances(ALL_UP, null, 0, false, 0);
  private static final Scene.Outcome OFF = Scene.switchedOff(false).follow(START + 6 * HOUR);
  private static final SeaEvent.Silence SILENCE = OFF.from(SHIP, START + 2 * HOUR);
  private static final SilenceFacts FACTS =
      OFF.dossier(SILENCE).at(SILENCE.toMillis() + Moments.SETTLE_MILLIS);

  /** A model whose trees give a constant, and which hears everything or nothing. */
  private static SilenceModel constant(double logRatio, double heardWeight) {
    StringBuilder hearing = new StringBuilder("hearing " + heardWeight);
    for (int i = 1; i < HearingModel.INPUTS; i++) {
      hearing.append(" 0");
    }
    return SilenceModel.read(
        List.of(
            "bellbuoy.silence-model/1",
            hearing.toString(),
            "trees 1 0",
            "=" + logRatio,
            "trees 1 0",
            "=" + logRatio));
  }

  private static SilenceOptions prior(double prior) {
    SilenceOptions o = SilenceOptions.defaults();
    return new SilenceOptions(
        o.minSilenceMillis(),
        o.minPositionLossMillis(),
        o.minOutageMillis(),
        o.likely(),
        o.possible(),
        o.leastObservable(),
        prior,
        o.reach());
  }

  private static Judgement judge(double logRatio, SilenceJudge.Circumstances around) {
    return new SilenceJudge(constant(logRatio, 3), SilenceOptions.defaults()).judge(FACTS, around);
  }

  private static double of(Judgement judgement, String name) {
    return judgement.hypotheses().stream()
        .filter(h -> h.name().equals(name))
        .mapToDouble(Hypothesis::probability)
        .sum();
  }

  private static void isCertainTogether(Judgement judgement) {
    assertThat(judgement.hypotheses()).hasSize(8);
    assertThat(judgement.hypotheses()).allMatch(h -> h.probability() >= 0 && h.probability() <= 1);
    assertThat(judgement.hypotheses().stream().mapToDouble(Hypothesis::probability).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(judgement.hypotheses())
        .isSortedAccordingTo(Comparator.comparingDouble(Hypothesis::probability).reversed());
    assertThat(of(judgement, SilenceJudge.OFF)).isEqualTo(judgement.probabilityOff());
  }

  private static ReceiverStates down(long fromMillis, long toMillis) {
    Place p = new Place(0, 0, 0, 0);
    return new ReceiverStates(
        List.of(new Outages.Outage(-1, fromMillis, toMillis, false, 999, p, p)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, -5, -1, 0, 1, 3, 6, 30, 300})
  void theExplanationsTogetherAreCertain(double logRatio) {
    Handovers.Handover handover = new Handovers.Handover(1, START, 10);
    for (ReceiverStates receivers : List.of(ALL_UP, down(START, START + 9 * HOUR))) {
      for (int lost = 0; lost < 4; lost++) {
        for (boolean late : new boolean[] {true, false}) {
          isCertainTogether(
              judge(
                  logRatio,
                  new SilenceJudge.Circumstances(
                      receivers, lost == 2 ? handover : null, lost, late, lost / 10.0)));
        }
      }
    }
  }

  @Test
  void theLikelierTheFactsTheMoreProbableTheSwitchOff() {
    double last = 0;
    Level level = Level.UNLIKELY;
    for (double logRatio = -10; logRatio < 15; logRatio += 0.25) {
      Judgement judgement = judge(logRatio, PLAIN);
      assertThat(judgement.logRatio()).isEqualTo(logRatio);
      assertThat(judgement.probabilityOff()).isGreaterThan(last);
      // By hand: odds of 1:9 times the ratio, against chance and six others of 0.01 and 0.02.
      double weight = Math.exp(logRatio) / 9;
      assertThat(judgement.probabilityOff())
          .isCloseTo(weight / (weight + 1 + 5 * 0.01 + 0.02), within(1e-9));
      assertThat(judgement.level().compareTo(level)).as("never back").isLessThanOrEqualTo(0);
      level = judgement.level();
      last = judgement.probabilityOff();
    }
    assertThat(level).isEqualTo(Level.LIKELY);
  }

  @ParameterizedTest
  @CsvSource({"0.01,0.1", "0.1,0.5", "0.3,0.9"})
  void thePriorMovesTheOddsByItselfAndNothingElse(double from, double to) {
    for (double logRatio : new double[] {-3, 0, 2, 5}) {
      SilenceModel model = constant(logRatio, 3);
      double a = new SilenceJudge(model, prior(from)).judge(FACTS, PLAIN).probabilityOff();
      double b = new SilenceJudge(model, prior(to)).judge(FACTS, PLAIN).probabilityOff();
      double factor = to / (1 - to) / (from / (1 - from));
      assertThat(b / (1 - b)).isCloseTo(a / (1 - a) * factor, within(1e-6 * b / (1 - b)));
    }
  }

  @Test
  void whileTheReceiversAreDownItCannotBeToldAndThatIsTheFirstExplanation() {
    Judgement judgement =
        judge(2, new SilenceJudge.Circumstances(down(START, START + 5 * HOUR), null, 0, false, 0));
    assertThat(judgement.level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(judgement.why()).isEqualTo(Judgement.Blind.RECEIVERS_DOWN);
    assertThat(judgement.downMillis()).isEqualTo(2 * HOUR);
    assertThat(judgement.hypotheses().getFirst().name()).isEqualTo(SilenceJudge.DOWN);
  }

  @ParameterizedTest
  @CsvSource({"95,false", "97,true"})
  void fourFifthsOfTheTimeDownIsDown(int minutes, boolean blind) {
    Judgement judgement =
        judge(
            9,
            new SilenceJudge.Circumstances(
                down(START + 2 * HOUR, START + 2 * HOUR + minutes * MINUTE), null, 0, false, 0));
    assertThat(judgement.level() == Level.CANNOT_TELL).isEqualTo(blind);
    assertThat(of(judgement, SilenceJudge.DOWN))
        .as("more than of one never down")
        .isGreaterThan(of(judge(9, PLAIN), SilenceJudge.DOWN));
  }

  @Test
  void aSilenceCutByALateRecordCannotBeTold() {
    Judgement judgement = judge(9, new SilenceJudge.Circumstances(ALL_UP, null, 0, true, 0));
    assertThat(judgement.level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(judgement.why()).isEqualTo(Judgement.Blind.NO_HISTORY);
    assertThat(of(judgement, SilenceJudge.LATE))
        .isGreaterThan(of(judge(9, PLAIN), SilenceJudge.LATE));
  }

  @Test
  void anotherIdentityOrOthersThatLostTheirPositionRaiseTheirExplanation() {
    Judgement plain = judge(1, PLAIN);
    Judgement handed =
        judge(
            1,
            new SilenceJudge.Circumstances(
                ALL_UP, new Handovers.Handover(7, START, 10), 0, false, 0));
    assertThat(handed.hypotheses().getFirst().name()).isEqualTo(SilenceJudge.HANDED_OVER);
    assertThat(handed.probabilityOff()).isLessThan(plain.probabilityOff());
    Judgement jammed = judge(1, new SilenceJudge.Circumstances(ALL_UP, null, 2, false, 0));
    assertThat(of(jammed, SilenceJudge.LOST)).isGreaterThan(10 * of(plain, SilenceJudge.LOST));
    Judgement one = judge(1, new SilenceJudge.Circumstances(ALL_UP, null, 1, false, 0));
    assertThat(of(one, SilenceJudge.LOST))
        .as("one may be its own fault")
        .isEqualTo(of(plain, SilenceJudge.LOST));
  }

  @ParameterizedTest
  @CsvSource({"1,0", "5,30", "0,0", "15,4"})
  void whoLayStillIsAtMostPossible(int status, int speedDeciknots) {
    SeaEvent.End b = SILENCE.before();
    SeaEvent.Silence still =
        Silences.with(
            SILENCE,
            new SeaEvent.End(
                b.epochMillis(), b.latitudeE7(), b.longitudeE7(), speedDeciknots, 900, status));
    Judgement judgement =
        new SilenceJudge(constant(9, 3), SilenceOptions.defaults())
            .judge(OFF.dossier(still).at(still.toMillis() + Moments.SETTLE_MILLIS), PLAIN);
    assertThat(judgement.probabilityOff()).isGreaterThan(0.9);
    assertThat(judgement.lyingStill()).isTrue();
    assertThat(judgement.level()).isEqualTo(Level.POSSIBLE);
    assertThat(judgement.held()).isEqualTo(Judgement.Held.IN_PORT);
    assertThat(of(judgement, SilenceJudge.IN_PORT))
        .isGreaterThan(of(judge(9, PLAIN), SilenceJudge.IN_PORT));
  }

  @Test
  void whereItWouldHardlyHaveBeenHeardItCannotBeTold() {
    Judgement judgement =
        new SilenceJudge(constant(9, -9), SilenceOptions.defaults()).judge(FACTS, PLAIN);
    assertThat(judgement.observable()).isLessThan(0.01);
    assertThat(judgement.level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(judgement.why()).as("all else is well").isEqualTo(Judgement.Blind.TOO_SHORT);
  }

  @Test
  void whereNobodyElseIsThatIsWhyItCannotBeTold() {
    Scene.Outcome alone =
        Scene.switchedOff(false).only(r -> r.mmsi == SHIP).follow(START + 6 * HOUR);
    SeaEvent.Silence silence = alone.from(SHIP, START + 2 * HOUR);
    Judgement judgement =
        new SilenceJudge(constant(9, -9), SilenceOptions.defaults())
            .judge(alone.dossier(silence).at(silence.toMillis() + Moments.SETTLE_MILLIS), PLAIN);
    assertThat(judgement.why()).isEqualTo(Judgement.Blind.NOBODY_NEAR);
  }

  @Test
  void whoseNeighboursWereHeardWellIsHeldBackByNothing() {
    Judgement judgement = judge(9, PLAIN);
    assertThat(judgement.level()).isEqualTo(Level.LIKELY);
    assertThat(judgement.held()).isNull();
  }

  @Test
  void whereNobodyElseIsItIsAtMostPossibleHoweverWellItMustHaveBeenHeard() {
    Scene.Outcome alone =
        Scene.switchedOff(false).only(r -> r.mmsi == SHIP).follow(START + 6 * HOUR);
    SeaEvent.Silence silence = alone.from(SHIP, START + 2 * HOUR);
    Judgement judgement =
        new SilenceJudge(constant(9, 3), SilenceOptions.defaults())
            .judge(alone.dossier(silence).at(silence.toMillis() + Moments.SETTLE_MILLIS), PLAIN);
    assertThat(judgement.probabilityOff()).isGreaterThan(0.9);
    assertThat(judgement.level()).isEqualTo(Level.POSSIBLE);
    assertThat(judgement.held()).isEqualTo(Judgement.Held.NO_WITNESS);
  }

  private static SilenceFacts rangeTold(boolean told) {
    return new SilenceFacts(
        FACTS.silence(),
        FACTS.momentMillis(),
        FACTS.ended(),
        FACTS.intervalMillis(),
        FACTS.rangeMetres(),
        told,
        FACTS.shoreMetres(),
        FACTS.shoreAfterMetres(),
        FACTS.steps(),
        FACTS.values());
  }

  @Test
  void whoIsHeardFromBeyondTheHorizonIsAtMostPossible() {
    double[] values = new double[Feature.values().length];
    java.util.Arrays.fill(values, 2);
    for (double kilometres : new double[] {20, 250, 310, 1_200}) {
      values[Feature.RANGE_BEFORE.ordinal()] = Math.log(kilometres);
      assertThat(SilenceJudge.held(rangeTold(true), values, false))
          .as(kilometres + " km")
          .isEqualTo(kilometres > 300 ? Judgement.Held.DUCTING : null);
      // The middle of all that a coast heard is no receiver.
      assertThat(SilenceJudge.held(rangeTold(false), values, false))
          .as(kilometres + " km from a place that is only reckoned")
          .isNull();
    }
  }

  @Test
  void whoseNumberWasHeardFromElsewhereMeanwhileIsAtMostPossibleAndNotBeforeThatWasKnown() {
    long heard = SILENCE.fromMillis() + 20 * 60_000;
    SeaEvent.Silence shared = Silences.numberHeard(SILENCE, heard);
    SilenceJudge judge = new SilenceJudge(constant(9, 3), SilenceOptions.defaults());
    Judgement afterwards =
        judge.judge(OFF.dossier(shared).at(shared.toMillis() + Moments.SETTLE_MILLIS), PLAIN);
    assertThat(afterwards.probabilityOff()).isGreaterThan(0.9);
    assertThat(afterwards.level()).isEqualTo(Level.POSSIBLE);
    assertThat(afterwards.held()).isEqualTo(Judgement.Held.NUMBER_HEARD);
    assertThat(shared.lasting(heard - 1).isNumberHeard()).isFalse();
    assertThat(shared.lasting(heard).isNumberHeard()).isTrue();
  }

  @Test
  void whereOthersWereNotHeardEitherThatIsWhyItCannotBeTold() {
    Scene.Outcome all = Scene.switchedOff(true).follow(START + 6 * HOUR);
    SeaEvent.Silence silence = all.from(SHIP, START + 2 * HOUR);
    // The witnesses are known to be there for forty minutes after they were heard.
    SilenceFacts facts = all.dossier(silence).at(silence.fromMillis() + 40 * MINUTE);
    Judgement judgement =
        new SilenceJudge(constant(9, -9), SilenceOptions.defaults()).judge(facts, PLAIN);
    assertThat(judgement.why()).isEqualTo(Judgement.Blind.OTHERS_UNHEARD);
  }

  @Test
  void theShippedModelFindsAPlainSwitchOffLikely() {
    Judgement judgement = OFF.judge(SILENCE, SILENCE.toMillis() + Moments.SETTLE_MILLIS);
    assertThat(judgement.why()).isNull();
    assertThat(judgement.level()).as("%s", judgement.hypotheses()).isEqualTo(Level.LIKELY);
    assertThat(judgement.hypotheses().getFirst().name()).isEqualTo(SilenceJudge.OFF);
    isCertainTogether(judgement);
  }

  @Test
  void theShippedModelDoesNotFindItLikelyWhereAllOthersFellSilentToo() {
    Scene.Outcome all = Scene.switchedOff(true).follow(START + 6 * HOUR);
    SeaEvent.Silence silence = all.from(SHIP, START + 2 * HOUR);
    Judgement over = all.judge(silence, silence.toMillis() + Moments.SETTLE_MILLIS);
    assertThat(over.level()).isNotEqualTo(Level.LIKELY);
    assertThat(over.why()).isEqualTo(Judgement.Blind.OTHERS_UNHEARD);
    for (long moment : Moments.lasting(silence.fromMillis(), silence.toMillis())) {
      assertThat(all.judge(silence, moment).level())
          .as("after %d min", (moment - silence.fromMillis()) / MINUTE)
          .isNotEqualTo(Level.LIKELY);
    }
  }
}
