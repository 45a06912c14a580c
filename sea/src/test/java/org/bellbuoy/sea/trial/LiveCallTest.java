package org.bellbuoy.sea.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.sea.judge.Scene.HOUR;
import static org.bellbuoy.sea.judge.Scene.MINUTE;
import static org.bellbuoy.sea.judge.Scene.SHIP;
import static org.bellbuoy.sea.track.Reports.START;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.judge.Judgement;
import org.bellbuoy.sea.judge.Scene;
import org.bellbuoy.sea.reception.HearingSeries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveCallTest {
  private static final Scene.Outcome OFF = Scene.switchedOff(false).follow(START + 6 * HOUR);
  private static final SeaEvent.Silence SILENCE = OFF.from(SHIP, START + 2 * HOUR);

  // NullAway does not see the annotation of a nested type in a class file.
  @SuppressWarnings("NullAway")
  private static Judgement after(long minutes, Level level) {
    Judgement j = OFF.judge(SILENCE, SILENCE.fromMillis() + minutes * MINUTE);
    return new Judgement(
        j.facts(),
        level,
        0.9,
        j.hypotheses(),
        j.logRatio(),
        j.observable(),
        j.observableHiding(),
        j.downMillis(),
        j.lyingStill(),
        j.handover(),
        j.neighboursLost(),
        j.contributions(),
        j.why(),
        j.held());
  }

  private static SilenceEvaluation.Judged judged(
      boolean made, @Nullable Level ended, Judgement... lasting) {
    return new SilenceEvaluation.Judged(
        new Trials.Trial(
            SILENCE,
            new HearingSeries(SHIP, SILENCE.hull(), false),
            made,
            true,
            false,
            0,
            null,
            List.of()),
        ended == null ? null : after(190, ended),
        List.of(lasting),
        0,
        0);
  }

  private static final Judgement EARLY = after(15, Level.POSSIBLE);
  private static final Judgement CALLED = after(20, Level.LIKELY);
  private static final Judgement AGAIN = after(30, Level.LIKELY);

  @Test
  void onlyNaturalOnesCalledWhileTheyLastedAndNotAfterwardsAreListed() {
    List<LiveCall> calls =
        LiveCall.of(
            List.of(
                judged(false, Level.POSSIBLE, EARLY, CALLED, AGAIN),
                judged(false, null, CALLED),
                judged(false, Level.LIKELY, EARLY, CALLED),
                judged(false, Level.UNLIKELY, EARLY),
                judged(true, Level.POSSIBLE, CALLED)));
    assertThat(calls).hasSize(2);
    assertThat(calls.getFirst().first()).as("the first moment").isSameAs(CALLED);
    assertThat(calls.getFirst().afterwards()).isEqualTo("possible, 0.900");
    assertThat(calls.getFirst().lasted()).isEqualTo("2 h 00 min");
    assertThat(calls.getLast().afterwards()).isEqualTo("not judged");
  }

  @Test
  void theySayWhenTheyWereCalledAndHowLongTheyLastedInEveryForm() throws Exception {
    List<LiveCall> calls =
        LiveCall.of(List.of(judged(false, Level.POSSIBLE, CALLED), judged(false, null, AGAIN)));
    StringBuilder markdown = new StringBuilder();
    EvaluationText.calledLive(markdown, calls);
    assertThat(markdown.toString()).contains("| 20 min | 2 h 00 min | ", "| 0.900 | not judged |");
    JsonNode json = new ObjectMapper().readTree(EvaluationText.json(calls));
    assertThat(json.path(0).path("mmsi").textValue()).isEqualTo(Integer.toString(SHIP));
    assertThat(json.path(0).path("secondsToCall").intValue()).isEqualTo(1200);
    assertThat(json.path(0).path("seconds").intValue()).isEqualTo(7200);
    assertThat(json.path(0).path("levelAfterwards").textValue()).isEqualTo("possible");
    assertThat(json.path(1).path("levelAfterwards").isNull()).isTrue();
    assertThat(CalledPage.calledLive(calls))
        .first()
        .isInstanceOfSatisfying(
            Document.Table.class,
            table ->
                assertThat(table.rows())
                    .hasSize(2)
                    .allMatch(row -> row.size() == table.columns().size()));
  }

  @Test
  void whereThereIsNoneEveryFormSaysSo() {
    StringBuilder markdown = new StringBuilder();
    EvaluationText.calledLive(markdown, List.of());
    assertThat(markdown.toString()).endsWith("\n\nNone.\n");
    assertThat(EvaluationText.json(List.<LiveCall>of())).isEqualTo("[]");
    assertThat(CalledPage.calledLive(List.of())).containsExactly(Document.Paragraph.of("None."));
  }
}
