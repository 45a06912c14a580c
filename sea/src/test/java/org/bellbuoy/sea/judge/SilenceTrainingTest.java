package org.bellbuoy.sea.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.sea.judge.Scene.HOUR;
import static org.bellbuoy.sea.judge.Scene.MINUTE;
import static org.bellbuoy.sea.judge.Scene.SHIP;
import static org.bellbuoy.sea.track.Reports.START;

import org.bellbuoy.atlas.Atlas;
import org.bellbuoy.atlas.Scale;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.reception.HearingSeries;
import org.junit.jupiter.api.Test;

class SilenceTrainingTest {
  private static SilenceTraining.Gap gap(Scene.Outcome outcome) {
    SeaEvent.Silence silence = outcome.from(SHIP, START + 2 * HOUR);
    HearingSeries own =
        outcome.series().stream().filter(s -> s.mmsi == SHIP).findFirst().orElseThrow();
    return SilenceTraining.gap(
        silence,
        own,
        outcome.hearings(),
        new Surroundings(Atlas.open(Scale.M10), outcome.places()),
        3);
  }

  @Test
  void aGapIsLookedAtUntilTheStepInWhichTheShipWasHeardAgain() {
    SilenceTraining.Gap gap = gap(Scene.switchedOff(false).follow(START + 6 * HOUR));
    assertThat(gap.heardMillis()).isEqualTo(START + 4 * HOUR);
    assertThat(gap.group()).isEqualTo(3);
    // From two minutes after on, in steps of four: the one heard in began two minutes before.
    assertThat(gap.steps()).hasSize(30);
    assertThat(gap.steps().getFirst().fromMillis()).isEqualTo(START + 2 * HOUR + 2 * MINUTE);
    assertThat(gap.steps().getLast().toMillis()).isEqualTo(START + 4 * HOUR + 2 * MINUTE);
  }

  @Test
  void aGapThatNeverEndsIsLookedAtUntilTheDataDoes() {
    for (int minutes = 10; minutes < 40; minutes += 3) {
      long end = START + 2 * HOUR + minutes * MINUTE;
      SilenceTraining.Gap gap =
          gap(Scene.switchedOff(false).only(r -> r.epochMillis <= end).follow(end));
      assertThat(gap.heardMillis()).isEqualTo(Long.MAX_VALUE);
      assertThat(gap.steps()).hasSize((minutes - 2) / 4).allMatch(s -> s.toMillis() <= end);
    }
  }
}
