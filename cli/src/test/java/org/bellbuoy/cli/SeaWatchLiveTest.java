package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Silences judged while they last, in a stream and afterwards. */
class SeaWatchLiveTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private final long start = Instant.parse("2026-01-10T00:00:00Z").getEpochSecond();

  private List<JsonNode> lines(Path out) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve(Outputs.LIVE))) {
      all.add(JSON.readTree(line));
    }
    return all;
  }

  private static List<String> states(List<JsonNode> lines, int mmsi) {
    return lines.stream()
        .filter(l -> l.path("subject").path("ids").path("mmsi").asInt() == mmsi)
        .map(l -> l.path("state").asText())
        .toList();
  }

  @Test
  @Timeout(120)
  void aSilentShipIsToldOfBeforeLaterRecordsAreRead() throws Exception {
    List<String> all = LiveStream.switchedOff(folder.resolve("sim"));
    // It switches off after two hours; nothing after two and a half is given for now.
    long pause = start + 150 * 60;
    List<String> first = all.stream().filter(l -> LiveStream.seconds(l) < pause).toList();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Path out = folder.resolve("out");
    try (PipedOutputStream feed = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(feed, 1 << 16)) {
      CompletableFuture<Shell.Said> watch =
          CompletableFuture.supplyAsync(
              () ->
                  LiveStream.watch(
                      in,
                      new PrintStream(printed, true, StandardCharsets.UTF_8),
                      out,
                      "--live",
                      "--json"));
      feed.write(LiveStream.bytes(first));
      feed.flush();
      while (!printed.toString(StandardCharsets.UTF_8).contains("\"state\":\"open\"")) {
        assertThat(watch).isNotDone();
        Thread.sleep(20);
      }
      JsonNode told = JSON.readTree(Files.readAllLines(out.resolve(Outputs.LIVE)).getFirst());
      assertThat(told.path("schema").asText()).isEqualTo("bellbuoy.live/1");
      assertThat(told.path("level").asText()).isIn("likely", "possible");
      assertThat(told.path("simulated").asBoolean()).isTrue();
      assertThat(told.path("why").asText()).startsWith("SIMULATED. ");
      assertThat(told.path("afterOnsetSeconds").asDouble()).isEqualTo(600);
      assertThat(Instant.parse(told.path("moment").asText()).getEpochSecond()).isLessThan(pause);
      feed.write(LiveStream.bytes(all.subList(first.size(), all.size())));
      feed.close();
      assertThat(watch.get().status()).isZero();
    }
    List<JsonNode> lines = lines(out);
    int mmsi = lines.getFirst().path("subject").path("ids").path("mmsi").asInt();
    assertThat(states(lines, mmsi)).startsWith("open").endsWith("final");
    String findings = Files.readString(out.resolve(Outputs.FINDINGS));
    assertThat(findings).contains(lines.getFirst().path("id").asText());
    assertThat(Files.readString(out.resolve(Outputs.RUN)))
        .contains(lines.getFirst().path("run").asText())
        .contains("\"live-likely\"", "\"live-possible\"", "\"live-withdrawn\"");
  }

  /** The stream with a record of the silent vessel that comes half an hour after it fell silent. */
  private byte[] withLate(long afterOnsetSeconds) throws IOException {
    List<String> all = LiveStream.switchedOff(folder.resolve("sim"));
    String earlier =
        all.stream()
            .filter(l -> LiveStream.mmsi(l) == LiveStream.ACTOR)
            .filter(l -> LiveStream.seconds(l) >= start + 90 * 60)
            .findFirst()
            .orElseThrow();
    String late = LiveStream.at(earlier, start + 7200 + afterOnsetSeconds);
    return LiveStream.bytes(LiveStream.with(all, late, start + 9000));
  }

  @Test
  void aLateRecordThatFillsASilenceWithdrawsIt() throws IOException {
    Path out = folder.resolve("out");
    byte[] bytes = withLate(300);
    LiveStream.watch(bytes, out, "--live");
    assertThat(states(lines(out), LiveStream.ACTOR)).startsWith("open").contains("withdrawn");
    assertThat(Files.readString(out.resolve(Outputs.RUN))).contains("\"live-withdrawn\" : 1");
    Path after = folder.resolve("after");
    LiveStream.watch(bytes, after);
    assertThat(after.resolve(Outputs.LIVE)).hasSameTextualContentAs(out.resolve(Outputs.LIVE));
  }

  @Test
  void aLateRecordAfterItWasToldOfEndsASilence() throws IOException {
    Path out = folder.resolve("out");
    byte[] bytes = withLate(840);
    LiveStream.watch(bytes, out, "--live");
    assertThat(states(lines(out), LiveStream.ACTOR)).startsWith("open").contains("final");
    assertThat(states(lines(out), LiveStream.ACTOR)).doesNotContain("withdrawn");
    Path after = folder.resolve("after");
    LiveStream.watch(bytes, after);
    assertThat(after.resolve(Outputs.LIVE)).hasSameTextualContentAs(out.resolve(Outputs.LIVE));
  }

  @Test
  void aStreamAndARunAfterwardsTellTheSameWithAnyThreadsAndBatches() throws IOException {
    List<String> all = LiveStream.switchedOff(folder.resolve("sim"));
    // Some disorder: every hundredth line comes two hundred lines later.
    List<String> lines = new ArrayList<>(all);
    for (int i = 500; i + 200 < lines.size(); i += 100) {
      lines.add(i + 200, lines.remove(i));
    }
    byte[] bytes = LiveStream.bytes(lines);
    Path after = folder.resolve("after");
    LiveStream.watch(bytes, after, "--lateness", "10s");
    String expected = Files.readString(after.resolve(Outputs.LIVE));
    assertThat(expected).isNotEmpty();
    for (int threads : new int[] {1, 2, 8}) {
      Path out = folder.resolve("live" + threads);
      // Reads of odd sizes cut the batches elsewhere.
      LiveStream.watch(
          new Pieces(new ByteArrayInputStream(bytes), 100 + 777 * threads),
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          out,
          "--lateness",
          "10s",
          "--live",
          "--threads",
          Integer.toString(threads));
      assertThat(out.resolve(Outputs.LIVE)).hasContent(expected);
      assertThat(Files.readString(out.resolve(Outputs.FINDINGS)))
          .isEqualTo(Files.readString(after.resolve(Outputs.FINDINGS)));
    }
  }

  @Test
  void realRecordingsTellTheSameInAStreamAndAfterwards() throws IOException {
    List<Path> files = recordings();
    org.junit.jupiter.api.Assumptions.assumeFalse(files.isEmpty());
    for (Path file : files) {
      Path after = folder.resolve(file.getFileName() + "-after");
      Path live = folder.resolve(file.getFileName() + "-live");
      Shell.run("sea", "watch", file.toString(), "--no-store", "--out", after.toString());
      Shell.run("sea", "watch", file.toString(), "--no-store", "--live", "--out", live.toString());
      assertThat(live.resolve(Outputs.LIVE)).hasSameTextualContentAs(after.resolve(Outputs.LIVE));
    }
  }

  private static List<Path> recordings() throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared/data/sea");
      if (Files.isDirectory(data)) {
        try (Stream<Path> files = Files.walk(data)) {
          return files
              .filter(f -> f.toString().contains("opencpn") || f.toString().contains("solent"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
        }
      }
    }
    return List.of();
  }

  /** A stream that gives only so many bytes at a time. */
  private static final class Pieces extends FilterInputStream {
    private final int most;

    Pieces(InputStream in, int most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      return super.read(buffer, from, Math.min(most, length));
    }
  }
}
