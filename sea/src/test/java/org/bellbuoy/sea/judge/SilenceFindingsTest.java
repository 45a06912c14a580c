package org.bellbuoy.sea.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.sea.judge.Scene.HOUR;
import static org.bellbuoy.sea.judge.Scene.SHIP;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.detect.ReachedCable;
import org.bellbuoy.sea.detect.ReceiverStates;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.detect.SpeedBound;
import org.bellbuoy.sea.track.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceFindingsTest {
  private static final Scene.Outcome OFF = Scene.switchedOff(false).follow(START + 6 * HOUR);
  private static final SeaEvent.Silence SILENCE = OFF.from(SHIP, START + 2 * HOUR);
  private static final ReceiverStates ALL_UP = new ReceiverStates(List.of());
  private static final SilenceJudge JUDGE =
      new SilenceJudge(SilenceModel.shipped(), SilenceOptions.defaults());

  private static Judgement judge(
      Scene.Outcome outcome,
      SeaEvent.Silence silence,
      ReceiverStates receivers,
      Handovers.@Nullable Handover handover,
      int lost,
      boolean late) {
    return JUDGE.judge(
        outcome.dossier(silence).at(silence.toMillis() + Moments.SETTLE_MILLIS),
        new SilenceJudge.Circumstances(receivers, handover, lost, late, 0));
  }

  private static Judgement plain() {
    return judge(OFF, SILENCE, ALL_UP, null, 0, false);
  }

  private static Finding finding(Judgement judgement, ReachedCable... cables) {
    List<Judgement> live =
        Arrays.stream(Moments.lasting(SILENCE.fromMillis(), SILENCE.toMillis()))
            .mapToObj(moment -> OFF.judge(SILENCE, moment))
            .toList();
    return SilenceFindings.of(
        new SilenceFindings.Told(
            judgement,
            live,
            new SeaEvent.Identity(SHIP, null, null, 0, 70, 100, 1),
            SpeedBound.of(-1, 14, 600, 0, 15),
            List.of(cables),
            cables.length > 0),
        List.of(),
        "run");
  }

  private static List<String> codes(Finding finding) {
    return finding.reasons().stream().map(Reason::code).toList();
  }

  private static ReachedCable cable() {
    return new ReachedCable(
        AssetRef.of("cable", "c1", "Cable One", "within-reach"), 3_600, 4, true);
  }

  private static void isSane(Finding finding) {
    for (Reason reason : finding.reasons()) {
      assertThat(reason.text())
          .doesNotContain("NaN")
          .doesNotContain("Infinity")
          .doesNotContain("null")
          .doesNotContain("-0")
          .doesNotContain("  ")
          .matches("[A-Z0-9].*[.]");
      if (reason.measured() != null) {
        assertThat(reason.measured()).as(reason.code()).isFinite();
      }
    }
    assertThat(finding.coverage().summary()).doesNotContain("NaN").endsWith(".");
    assertThat(finding.coverage().observable()).isBetween(0.0, 1.0);
    assertThat(finding.assessment().hypotheses().stream().mapToDouble(Hypothesis::probability))
        .allMatch(p -> p >= 0 && p <= 1)
        .hasSize(8);
  }

  @Test
  void aLikelySwitchOffSaysFirstWhyReceptionDoesNotExplainIt() {
    Finding finding = finding(plain());
    assertThat(codes(finding))
        .startsWith("why-not-reception", "silent", "heard-before", "signal", "others-heard")
        .contains("by-chance", "live", "speed-bound")
        .doesNotContain("lying-still", "receiver-down", "no-cable", "new-identity");
    assertThat(finding.state()).isEqualTo(State.FINAL);
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.assessment().level()).isEqualTo(Level.LIKELY);
    assertThat(finding.assessment().probability()).isGreaterThan(0.85);
    assertThat(finding.assessment().hypotheses().getFirst().name()).isEqualTo("switched-off");
    // Two hours at a report every ten seconds.
    assertThat(finding.reasons().get(1).measured()).isEqualTo(720);
    isSane(finding);
  }

  @Test
  void theCoverageTellsHowItWasJudgedWhileItLasted() {
    Finding finding = finding(plain());
    var live = finding.coverage().detail().get("live");
    assertThat(live).hasSize(7);
    assertThat(live.get(0).get("afterSeconds").asLong()).isEqualTo(600);
    assertThat(live.get(6).get("afterSeconds").asLong()).isEqualTo(5_400);
    for (var one : live) {
      assertThat(one.has("probability"))
          .isEqualTo(!one.get("level").asText().equals("cannot-tell"));
    }
    assertThat(finding.coverage().detail().get("shareHeardByStep")).hasSize(29);
    assertThat(finding.coverage().detail().get("rangeKnown").asBoolean()).isTrue();
  }

  @Test
  void whereItCannotBeToldNoProbabilityIsGivenButTheExplanationsStand() {
    Place p = new Place(0, 0, 0, 0);
    ReceiverStates down =
        new ReceiverStates(
            List.of(new Outages.Outage(-1, START, START + 5 * HOUR, false, 999, p, p)));
    Finding finding = finding(judge(OFF, SILENCE, down, null, 0, false), cable());
    assertThat(codes(finding)).startsWith("why-cannot-tell").contains("receiver-down", "reach");
    assertThat(finding.assessment().probability()).isNull();
    assertThat(finding.assessment().hypotheses().getFirst().name()).isEqualTo("receiver-down");
    assertThat(finding.severity()).as("with a cable").isEqualTo(Severity.LOW);
    assertThat(finding.coverage().summary()).contains("2 h 00 min");
    isSane(finding);
  }

  @Test
  void aCableWithinReachRaisesTheSeverity() {
    Finding finding = finding(plain(), cable());
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.assets()).extracting(AssetRef::id).containsExactly("c1");
    assertThat(codes(finding)).contains("reach", "straight-way");
    isSane(finding);
  }

  @Test
  void circumstancesAreEachAReason() {
    Finding finding =
        finding(judge(OFF, SILENCE, ALL_UP, new Handovers.Handover(7, START, 10), 3, false));
    assertThat(codes(finding)).contains("new-identity", "positions-lost-near");
    isSane(finding);
    Finding late = finding(judge(OFF, SILENCE, ALL_UP, null, 0, true));
    assertThat(codes(late)).startsWith("why-cannot-tell");
    isSane(late);
  }

  @Test
  void whoLayStillIsSaidToHave() {
    SeaEvent.End b = SILENCE.before();
    SeaEvent.Silence still =
        Silences.with(
            SILENCE, new SeaEvent.End(b.epochMillis(), b.latitudeE7(), b.longitudeE7(), 0, -1, 1));
    Finding finding = finding(judge(OFF, still, ALL_UP, null, 0, false));
    assertThat(codes(finding)).contains("lying-still");
    assertThat(finding.assessment().level()).isNotEqualTo(Level.LIKELY);
    isSane(finding);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void unknownNumbersAndNobodyNearMakeSaneSentences(boolean othersToo) {
    Scene.Outcome alone =
        Scene.switchedOff(othersToo)
            .only(r -> othersToo || r.mmsi == SHIP)
            .follow(START + 6 * HOUR);
    SeaEvent.Silence silence = Silences.unknown(alone.from(SHIP, START + 2 * HOUR));
    Finding finding = finding(judge(alone, silence, ALL_UP, null, 0, false));
    assertThat(codes(finding)).contains(othersToo ? "others-heard" : "others-unknown");
    isSane(finding);
  }

  @Test
  void anOpenSilenceIsAnOpenFinding() {
    Scene.Outcome open =
        Scene.switchedOff(false)
            .only(r -> r.mmsi != SHIP || r.epochMillis <= START + 2 * HOUR)
            .follow(START + 6 * HOUR);
    SeaEvent.Silence silence = open.from(SHIP, START + 2 * HOUR);
    Finding finding = finding(open.judge(silence, START + 6 * HOUR));
    assertThat(finding.state()).isEqualTo(State.OPEN);
    assertThat(finding.to()).isNull();
    assertThat(finding.reasons().get(1).text()).startsWith("Not heard since, for 4 h 00 min");
    isSane(finding);
  }
}
