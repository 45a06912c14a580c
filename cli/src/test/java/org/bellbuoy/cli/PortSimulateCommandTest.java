package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortSimulateCommandTest {
  @TempDir Path folder;

  @Test
  void capturesAndTheirTruthAreWrittenAndReadBackByTheLedger() throws IOException {
    Path out = folder.resolve("out");
    Outcome written = simulate(out, "--days", "1", "--cranes", "4", "--from", "2026-05-04");

    assertThat(written.status()).as(written.err()).isEqualTo(Bellbuoy.OK);
    assertThat(written.out()).startsWith("SIMULATED captures, ").contains("in 1 files");
    Path capture = out.resolve("simulated-20260504.pcapng");
    Outcome read = Outcome.of("port", "operations", capture.toString());
    assertThat(read.status()).as(read.err()).isEqualTo(Bellbuoy.OK);
    JsonNode truth = new ObjectMapper().readTree(out.resolve("truth.json").toFile());
    long frames = truth.path("captures").path(0).path("frames").asLong();
    assertThat(read.out()).startsWith("%,d packets".formatted(frames));
    assertThat(truth.path("start").asText()).isEqualTo("2026-05-04T00:00:00Z");
  }

  @Test
  void theSameSeedGivesTheSameBytesAndFaultsCanBeAskedFor() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    for (Path out : new Path[] {one, two}) {
      Outcome written =
          simulate(
              out,
              "--seed",
              "7",
              "--days",
              "1",
              "--loss",
              "0.01",
              "--duplicates",
              "0.01",
              "--retransmissions",
              "0.01",
              "--rotate",
              "hour",
              "--scale",
              "0.5");
      assertThat(written.status()).as(written.err()).isEqualTo(Bellbuoy.OK);
      assertThat(written.out()).contains("in 24 files");
    }
    String noon = "simulated-20260302T12.pcapng";
    assertThat(one.resolve(noon)).hasSameBinaryContentAs(two.resolve(noon));
    assertThat(one.resolve("truth.json")).hasSameBinaryContentAs(two.resolve("truth.json"));
    JsonNode faults =
        new ObjectMapper().readTree(one.resolve("truth.json").toFile()).path("faults");
    assertThat(faults.path("lostFrames").asLong()).isPositive();
    assertThat(faults.path("duplicateFrames").asLong()).isPositive();
    assertThat(faults.path("retransmissions").asLong()).isPositive();
  }

  @Test
  void aFolderWithCapturesIsLeftAlone() throws IOException {
    Path out = folder.resolve("kept");
    simulate(out, "--days", "1", "--cranes", "4");
    byte[] before = Files.readAllBytes(out.resolve("truth.json"));
    Outcome again = simulate(out, "--days", "1", "--cranes", "4", "--seed", "2");

    assertThat(again.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(again.err()).contains("holds simulated captures already").contains("--out");
    assertThat(out.resolve("truth.json")).hasBinaryContent(before);
  }

  @Test
  void whatCannotBeSimulatedIsSaidInOneSentence() {
    assertUsage("cranes must be 4 to 60, not 3", "--cranes", "3");
    assertUsage("days must be 1 to 366, not 0", "--days", "0");
    assertUsage("loss must be 0 to 0.5, not 0.9", "--loss", "0.9");
    assertUsage("start must be a midnight in UTC", "--from", "2026-03-02T06:00:00Z");
    assertUsage("is no day like 2026-03-02", "--from", "monday");
    assertThat(folder.resolve("never")).doesNotExist();
  }

  private void assertUsage(String sentence, String... options) {
    Outcome outcome = simulate(folder.resolve("never"), options);
    assertThat(outcome.status()).as(sentence).isEqualTo(Bellbuoy.USAGE);
    assertThat(outcome.err()).contains(sentence);
  }

  private static Outcome simulate(Path out, String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "port";
    args[1] = "simulate";
    args[2] = "--out";
    args[3] = out.toString();
    System.arraycopy(options, 0, args, 4, options.length);
    return Outcome.of(args);
  }
}
