package org.bellbuoy.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.server.config.SweepSecret;
import org.bellbuoy.server.simulate.ActState;
import org.bellbuoy.server.simulate.FarmScenario;
import org.bellbuoy.server.sweep.SweepOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every variant of every chain is found, no benign twin is called likely. */
class FarmTrialTest {
  private static final long FIRST_SEED = Long.getLong("bellbuoy.trial.from", 1);
  private static final long LAST_SEED = Long.getLong("bellbuoy.trial.to", 2);

  @TempDir Path folder;

  private static SweepOptions options() {
    return SweepOptions.defaults(2, SweepSecret.random(new Random(2)));
  }

  @Test
  void everyActIsFoundAndNoTwinIsLikely() throws Exception {
    TrialTable table = new TrialTable();
    for (long seed = FIRST_SEED; seed <= LAST_SEED; seed++) {
      FarmTrial.of(FarmScenario.trial(seed), folder.resolve("farm" + seed), options()).addTo(table);
    }
    String notes = String.join("\n", table.notes());
    assertThat(table.all().acts()).isGreaterThan(50);
    assertThat(table.all().twins()).isGreaterThan(50);
    assertThat(table.rows().values()).as(notes).allMatch(row -> row.found() == row.acts());
    assertThat(table.rows().values()).as(notes).allMatch(row -> row.farther() == 0);
    assertThat(table.rows().values()).as(notes).allMatch(row -> row.twinsLikely() == 0);
    for (ActState state : new ActState[] {ActState.BENIGN, ActState.BLOCKED, ActState.ATTEMPTED}) {
      assertThat(table.verdicts(state, Level.LIKELY))
          .as("servers that nobody entered are never called entered: " + notes)
          .isZero();
    }
    for (ActState state : new ActState[] {ActState.SUCCEEDED, ActState.PERSISTED}) {
      assertThat(table.verdicts(state, Level.UNLIKELY))
          .as("servers that were entered are never said to show no sign: " + notes)
          .isZero();
    }
    assertThat(table.servers(ActState.SUCCEEDED) + table.servers(ActState.PERSISTED)).isPositive();
  }

  @Test
  void aQuietFarmHasNoFindingThatIsLikelyAndSaysSoOnItsPage() throws Exception {
    TrialTable table = new TrialTable();
    FarmTrial.of(FarmScenario.quiet(), folder.resolve("quiet"), options()).addTo(table);
    assertThat(table.ordinary(Level.LIKELY)).as(table.notes().toString()).isZero();
    assertThat(table.servers(ActState.BENIGN)).isEqualTo(6);
    Document page = TrialPage.of(table, "a command");
    assertThat(page.title()).contains("SIMULATED");
    assertThat(page.toString()).contains("of the same house", "6 servers", "a command");
  }
}
