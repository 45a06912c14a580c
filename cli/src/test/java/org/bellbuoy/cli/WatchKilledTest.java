package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.Jsonl;
import org.bellbuoy.store.FindingFilter;
import org.bellbuoy.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a watch leaves behind when its process is killed, tried with real processes. */
class WatchKilledTest {
  private static final int KILLS = 6;

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void aWatchKilledAtAnyMomentLeavesNothingHalfWrittenAndCanBeRunAgain() throws Exception {
    Path simulated = folder.resolve("simulated");
    Shell.simulate(simulated, 2);
    Path whole = folder.resolve("whole");
    long start = System.nanoTime();
    assertThat(start(simulated, whole).waitFor()).isZero();
    long usualMillis = (System.nanoTime() - start) / 1_000_000;
    List<Finding> expected = Jsonl.readAll(whole.resolve(Outputs.FINDINGS));
    assertThat(expected).isNotEmpty();

    Path out = folder.resolve("out");
    Random random = new Random(20_261_123);
    int killed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = start(simulated, out);
      try {
        // One delay in each sixth of the usual duration.
        TimeUnit.MILLISECONDS.sleep((long) ((kill + random.nextDouble()) * usualMillis / KILLS));
      } finally {
        child.destroyForcibly();
      }
      if (child.waitFor() != 0) {
        killed++;
      }
      check(out, expected);
    }
    System.out.println(KILLS + " kills, " + killed + " before the watch's end");
    // On a machine busy with other things the usual duration is only a guess.
    assertThat(killed).as("watches that were killed before their end").isPositive();

    assertThat(Shell.watch(simulated, out).status()).isZero();
    assertThat(Jsonl.readAll(out.resolve(Outputs.FINDINGS))).isEqualTo(expected);
    try (Store store = Store.open(out.resolve("bellbuoy.duckdb"))) {
      assertThat(store.runs()).hasSize(1);
      List<Finding> stored = store.findings(FindingFilter.all());
      assertThat(stored).isEqualTo(expected);
      Set<UUID> ids = new HashSet<>();
      stored.forEach(f -> assertThat(ids.add(f.id())).isTrue());
    }
    assertThat(Shell.run("findings", "verify", "--all", "--store", out.toString()).status())
        .isZero();
  }

  /** Whatever is there is whole: nothing, or everything of the run. */
  private static void check(Path out, List<Finding> expected) throws IOException {
    Path jsonl = out.resolve(Outputs.FINDINGS);
    if (Files.exists(jsonl)) {
      String text = Files.readString(jsonl, StandardCharsets.UTF_8);
      assertThat(text).endsWith("\n");
      assertThat(text.lines().map(FindingJson::read)).containsExactlyElementsOf(expected);
    }
    Path live = out.resolve(Outputs.LIVE);
    if (Files.exists(live)) {
      // Written while the watch runs: some lines may be missing, none is cut.
      String text = Files.readString(live, StandardCharsets.UTF_8);
      assertThat(text.isEmpty() || text.endsWith("}\n")).isTrue();
    }
    Path file = out.resolve("bellbuoy.duckdb");
    if (Files.exists(file)) {
      try (Store store = Store.open(file)) {
        List<Finding> stored = store.findings(FindingFilter.all());
        if (store.runs().isEmpty()) {
          assertThat(stored).isEmpty();
        } else {
          assertThat(store.runs()).hasSize(1);
          assertThat(stored).isEqualTo(expected);
        }
      }
    }
  }

  private Process start(Path simulated, Path out) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.bellbuoy.cli.Main",
            "sea",
            "watch",
            simulated.resolve(SeaSimulateCommand.NMEA).toString(),
            "--cables",
            simulated.resolve(SeaSimulateCommand.CABLES).toString(),
            "--live",
            "--out",
            out.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }
}
