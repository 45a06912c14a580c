package org.bellbuoy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bellbuoy.core.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the store promises when its process is killed, tried with real processes. */
class KilledTest {
  private static final int KILLS = 16;
  private static final int MANY = 1_000_000;

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void aStoreKilledAtAnyMomentKeepsEveryCommittedRunWholeAndNothingDoubled() throws Exception {
    Path file = folder.resolve("bellbuoy.db");
    Random random = new Random(20_261_123);
    int committed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      // Some die before or while the store opens, most while it saves.
      boolean early = kill % 4 == 0;
      int told = saveUntilKilled(file, committed, early, random);
      committed = check(file, Math.max(committed, told + 1));
    }
    System.out.println(KILLS + " kills, " + committed + " runs committed");
    assertThat(committed).as("runs saved between the kills").isGreaterThan(KILLS);
    try (Store store = Store.open(file)) {
      SavingLoop.save(store, committed - 1);
      SavingLoop.save(store, committed);
    }
    assertThat(check(file, committed + 1)).isEqualTo(committed + 1);
  }

  @Test
  @Timeout(60)
  void aStoreInUseByAnotherProcessSaysSo() throws Exception {
    Path file = folder.resolve("bellbuoy.db");
    Process child = start(file, 0);
    try {
      awaitLines(child, 1);
      assertThatThrownBy(() -> Store.open(file))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "The file " + file + " is in use by another process; wait for it to end or stop it.");
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  /** The last run that the child said it had committed, -1 for none. */
  private int saveUntilKilled(Path file, int from, boolean early, Random random) throws Exception {
    Process child = start(file, from);
    try {
      if (early) {
        TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(900));
      } else {
        // Counted in commits, so that a slow machine is killed in the midst of saving too.
        awaitLines(child, 1 + random.nextInt(12));
        TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    List<String> lines = Files.readAllLines(said());
    return lines.size() < 2 ? -1 : Integer.parseInt(lines.getLast());
  }

  private void awaitLines(Process child, int count) throws Exception {
    while (Files.readAllLines(said()).size() < count) {
      assertThat(child.isAlive()).as("the child saves until it is killed").isTrue();
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  /** A file, not a pipe: what the child said must outlive it. */
  private Path said() {
    return folder.resolve("said.txt");
  }

  /** Checks that runs 0 to n are there whole and nothing else is; returns n + 1. */
  private static int check(Path file, int atLeast) {
    try (Store store = Store.open(file)) {
      int runs = store.runs().size();
      assertThat(runs).as("runs that were told as committed").isBetween(atLeast, atLeast + 1);
      List<Finding> expected = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        int first = run * SavingLoop.FINDINGS_PER_RUN / 2;
        // The second half belongs to the next run, where there is one.
        int share = SavingLoop.FINDINGS_PER_RUN / (run + 1 < runs ? 2 : 1);
        expected.addAll(Samples.findings("run-" + run, first, first + share));
        assertThat(store.run("run-" + run)).contains(Samples.run("run-" + run));
      }
      List<Finding> kept = store.findings(FindingFilter.all());
      assertThat(kept).hasSameSizeAs(new HashSet<>(kept)).isEqualTo(expected);
      if (runs > 0) {
        assertThat(store.findings(FindingFilter.all().withRun("run-" + (runs - 1))))
            .hasSize(SavingLoop.FINDINGS_PER_RUN);
      }
      return runs;
    }
  }

  private Process start(Path file, int from) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx96m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            SavingLoop.class.getName(),
            file.toString(),
            Integer.toString(from),
            Integer.toString(MANY))
        .redirectOutput(said().toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
