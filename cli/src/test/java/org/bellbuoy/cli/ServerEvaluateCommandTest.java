package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerEvaluateCommandTest {
  @TempDir Path folder;

  @Test
  void aTrialIsCountedToldAsSimulatedAndLeavesNoFarmBehind() throws IOException {
    Path out = folder.resolve("out");
    CommandLines.Said said =
        CommandLines.run("server", "evaluate", "--seeds", "3", "--out", out.toString());
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.out()).contains("SIMULATED", "staged acts were found");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("evaluation.html", "evaluation.md");
    }
    String page = Files.readString(out.resolve("evaluation.md"));
    assertThat(page)
        .contains("of the same house", "bellbuoy server evaluate --seeds 3", "1 farms, 12 servers");
    assertThat(page.lines().filter(line -> line.startsWith("| toolshell-entry |"))).hasSize(1);
    assertThat(Files.readString(out.resolve("evaluation.html"))).contains("SIMULATED");
  }

  @Test
  void seedsAreNumbersAndSpans() {
    assertThat(ServerEvaluateCommand.seeds("41-43, 7")).containsExactly(41, 42, 43, 7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "5-3", "1-2-3", "-4", "0-5000", "1,,2"})
  void whatIsNoSeedIsRefusedWithASentence(String seeds) {
    assertThatThrownBy(() -> ServerEvaluateCommand.seeds(seeds))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("--seeds")
        .hasMessageContaining("41-45,61-70");
  }
}
