package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.cable.CableOptions;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.feed.FeedFormat;
import org.bellbuoy.sea.simulate.Scenario;
import org.bellbuoy.sea.simulate.Simulation;
import org.bellbuoy.sea.watch.CableFile;
import org.bellbuoy.sea.watch.SeaWatch;
import org.bellbuoy.sea.watch.SeaWatchOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes give the same findings, however they are packed, split and worked on. */
class SameFindingsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int DAY = 180603;

  @TempDir static Path folder;
  private static Path simulated = Path.of("");
  private static Path cables = Path.of("");

  @BeforeAll
  static void simulate() throws IOException {
    simulated = Files.createDirectory(folder.resolve("plain")).resolve("day.nmea");
    cables = folder.resolve("cables.geojson");
    Simulation simulation = Simulation.of(Scenario.defaults().withVessels(120));
    try (OutputStream nmea = Files.newOutputStream(simulated);
        OutputStream geo = Files.newOutputStream(cables)) {
      simulation.writeNmea(nmea);
      simulation.writeCables(geo);
    }
  }

  private static List<String> findings(
      Path input, int threads, @Nullable FeedFormat format, @Nullable LocalDate date)
      throws IOException, SourceException {
    SeaWatchOptions options =
        new SeaWatchOptions(SilenceOptions.defaults(), 60_000, threads, format, date, 0);
    SeaWatch.Result result =
        new SeaWatch(
                options,
                CableFile.read(cables.toString(), CableOptions.defaults()),
                "test",
                () -> 0L)
            .run(
                Inputs.find(List.of(input.toString()), InputStream.nullInputStream()),
                RejectLog.counting(),
                Progress.silent());
    assertThat(result.problems()).isEmpty();
    return result.findings().stream().map(FindingJson::write).toList();
  }

  private static List<String> findings(Path input, int threads)
      throws IOException, SourceException {
    return findings(input, threads, null, null);
  }

  /** Without what must differ between one file and several: the run and where the bytes stand. */
  private static List<String> withoutPlaces(List<String> findings) throws IOException {
    List<String> all = new ArrayList<>();
    for (String line : findings) {
      ObjectNode finding = (ObjectNode) JSON.readTree(line);
      finding.remove("run");
      for (JsonNode evidence : finding.get("evidence")) {
        ((ObjectNode) evidence).remove(List.of("source", "name", "offset", "line"));
      }
      all.add(finding.toString());
    }
    return all;
  }

  @Test
  void oneTwoAndEightThreadsFindTheSameByteForByte() throws IOException, SourceException {
    List<String> one = findings(simulated, 1);
    assertThat(one).hasSizeGreaterThan(20).anyMatch(f -> f.contains("\"level\":\"likely\""));
    assertThat(findings(simulated, 2)).isEqualTo(one);
    assertThat(findings(simulated, 8)).isEqualTo(one);
    assertThat(findings(simulated, 8)).as("once more").isEqualTo(one);
  }

  @Test
  void packedTheyAreTheSameByteForByte() throws IOException, SourceException {
    Path packed = Files.createDirectories(folder.resolve("gz")).resolve("day.nmea.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(simulated, gzip);
    }
    assertThat(findings(packed, 2)).isEqualTo(findings(simulated, 2));
  }

  @Test
  void splitByTheHourTheyAreTheSameButForTheirPlaces() throws IOException, SourceException {
    Path hours = Files.createDirectories(folder.resolve("hours"));
    byte[] all = Files.readAllBytes(simulated);
    long hour = Long.MIN_VALUE;
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    int number = 0;
    int from = 0;
    for (int at = 0; at < all.length; at++) {
      if (all[at] != '\n') {
        continue;
      }
      String line = new String(all, from, at + 1 - from, StandardCharsets.US_ASCII);
      int time = line.indexOf(",c:");
      if (time >= 0) {
        long seconds = Long.parseLong(line.substring(time + 3, line.indexOf('*')));
        if (hour != Long.MIN_VALUE && Math.floorDiv(seconds, 3600L) > hour) {
          write(hours, number++, part);
        }
        hour = Math.max(hour, Math.floorDiv(seconds, 3600L));
      }
      part.write(all, from, at + 1 - from);
      from = at + 1;
    }
    write(hours, number++, part);
    assertThat(number).isEqualTo(6);
    List<String> whole = findings(simulated, 2);
    List<String> split = findings(hours, 2);
    assertThat(withoutPlaces(split)).isEqualTo(withoutPlaces(whole));
    assertThat(findings(hours, 8)).as("eight threads").isEqualTo(split);
    assertThat(findings(hours, 1)).as("one thread").isEqualTo(split);
  }

  private static void write(Path folder, int number, ByteArrayOutputStream part)
      throws IOException {
    Files.write(
        folder.resolve(String.format(Locale.ROOT, "hour-%02d.nmea", number)), part.toByteArray());
    part.reset();
  }

  private static Path recordedDay() throws IOException {
    Path shared =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared")
            .resolve("data/sea/ais-decoded/sbarc-week");
    Assumptions.assumeTrue(Files.isDirectory(shared), "the SBARC recording is not here");
    Path day = Files.createDirectories(folder.resolve("sbarc-gz"));
    for (Path file : recordedHours(shared)) {
      Path link = day.resolve(file.getFileName());
      if (Files.notExists(link)) {
        Files.copy(file, link);
      }
    }
    return day;
  }

  private static List<Path> recordedHours(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.toString().contains("_" + DAY + "-")).sorted().toList();
    }
  }

  @Test
  void aRecordedDayGivesTheSameWithAnyNumberOfThreadsPackedAndPlain()
      throws IOException, SourceException {
    Path packed = recordedDay();
    List<String> one = findings(packed, 1);
    assertThat(one).hasSizeGreaterThan(20);
    assertThat(findings(packed, 2)).isEqualTo(one);
    assertThat(findings(packed, 8)).isEqualTo(one);
    Path plain = Files.createDirectories(folder.resolve("sbarc-plain"));
    for (Path file : recordedHours(packed)) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        Files.copy(in, plain.resolve(file.getFileName().toString().replace(".gz", "")));
      }
    }
    assertThat(findings(plain, 2)).isEqualTo(one);
  }

  @Test
  void aRecordedDayInOneFileGivesTheSameButForItsPlaces() throws IOException, SourceException {
    Path packed = recordedDay();
    Path whole = folder.resolve("whole-day.txt");
    try (OutputStream out = Files.newOutputStream(whole)) {
      for (Path file : recordedHours(packed)) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          in.transferTo(out);
        }
      }
    }
    assertThat(withoutPlaces(findings(whole, 2, FeedFormat.SBARC, LocalDate.of(2018, 6, 3))))
        .isEqualTo(withoutPlaces(findings(packed, 2)));
  }
}
