package org.bellbuoy.server.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.server.simulate.ActKind;
import org.bellbuoy.server.simulate.ActState;
import org.bellbuoy.server.simulate.FarmScenario;
import org.bellbuoy.server.simulate.FarmTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every variant of every chain is found, no benign twin is called likely. */
class TrialTest {
  private static final long FIRST_SEED = Long.getLong("bellbuoy.trial.from", 1);
  private static final long LAST_SEED = Long.getLong("bellbuoy.trial.to", 2);

  @TempDir Path folder;

  @Test
  void everyActIsFoundAndNoTwinIsLikely() throws Exception {
    TreeMap<ActKind, Trial.Row> rows = new TreeMap<>();
    TreeMap<String, Integer> verdicts = new TreeMap<>();
    for (long seed = FIRST_SEED; seed <= LAST_SEED; seed++) {
      Trial trial = Trial.of(FarmScenario.trial(seed), folder.resolve("farm" + seed), 2);
      trial.count(rows);
      for (FarmTruth.ServerTruth server : trial.truth.servers()) {
        Level level =
            trial.result.verdicts().stream()
                .filter(v -> v.identity().host().equals(server.host()))
                .findFirst()
                .orElseThrow()
                .level();
        verdicts.merge(server.entry().word() + " -> " + level.word(), 1, Integer::sum);
      }
    }
    StringBuilder table = new StringBuilder("kind: acts found state   twins likely possible\n");
    rows.forEach(
        (kind, row) -> table.append(String.format(Locale.ROOT, "%-24s %s%n", kind.word(), row)));
    table.append(verdicts).append('\n');
    rows.forEach(
        (kind, row) ->
            row.missed.forEach(m -> table.append(kind.word()).append(": ").append(m).append('\n')));
    System.out.println(table);
    assertThat(rows.values()).as(table.toString()).allMatch(row -> row.found == row.acts);
    assertThat(rows.values()).as(table.toString()).allMatch(row -> row.twinsLikely == 0);
    assertThat(verdicts.keySet())
        .as("servers that nobody entered are never called entered: " + table)
        .noneMatch(
            v ->
                v.endsWith("-> likely")
                    && (v.startsWith(ActState.BENIGN.word())
                        || v.startsWith(ActState.BLOCKED.word())
                        || v.startsWith(ActState.ATTEMPTED.word())));
    assertThat(verdicts.keySet())
        .as("servers that were entered are never said to show no sign: " + table)
        .noneMatch(
            v ->
                v.endsWith("-> unlikely")
                    && (v.startsWith(ActState.SUCCEEDED.word())
                        || v.startsWith(ActState.PERSISTED.word())));
  }

  @Test
  void theSameFarmGivesTheSameFindingsWithAnyNumberOfThreadsAndAnySecret() throws Exception {
    Trial one = Trial.of(FarmScenario.demo(), folder.resolve("demo"), 1);
    ServerSweep.Result four = Trial.sweep(folder.resolve("demo"), 4);
    assertThat(json(four.findings())).isEqualTo(json(one.result.findings()));
    assertThat(four.run().id()).isEqualTo(one.result.run().id());
  }

  @Test
  void noKeyIsToldByAnythingThatASweepGives() throws Exception {
    Path demo = folder.resolve("demo");
    Trial trial = Trial.of(FarmScenario.demo(), demo, 2);
    List<String> keys = Trial.keys(demo);
    assertThat(keys).hasSizeGreaterThan(4);
    StringWriter all = new StringWriter();
    VerdictJson.write(trial.result.verdicts(), true, all);
    String told =
        (json(trial.result.findings())
                + all
                + trial.result.page()
                + trial.result.problems()
                + trial.result.run())
            .toUpperCase(Locale.ROOT);
    for (String key : keys) {
      for (int at = 0; at + 16 <= key.length(); at += 8) {
        assertThat(told).doesNotContain(key.substring(at, at + 16).toUpperCase(Locale.ROOT));
      }
    }
  }

  private static String json(List<Finding> findings) throws Exception {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(FindingJson.write(finding)).append('\n');
    }
    return text.toString();
  }
}
