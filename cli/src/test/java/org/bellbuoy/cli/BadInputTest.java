package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.bellbuoy.sea.simulate.Scenario;
import org.bellbuoy.sea.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
  private static final String GOOD_NMEA =
      "\\c:1768003200*50\\!AIVDM,1,1,,A,13u?etPv2;0n:dDPwUM1U1Cb069D,0*24\n";

  @TempDir Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file;
  }

  private CommandLines.Said watch(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("sea", "watch", "--no-store"));
    if (!Arrays.asList(arguments).contains("--out")) {
      all.add("--out");
      all.add(out());
    }
    all.addAll(List.of(arguments));
    return CommandLines.run(all.toArray());
  }

  /** Failed, and said why in sentences of one line that name the file; no stack trace. */
  private static void failed(CommandLines.Said said, Path named, String words) {
    assertThat(said.status()).as(said.err()).isEqualTo(Bellbuoy.FAILED);
    assertThat(said.errLines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("bellbuoy: ").endsWith("."))
        .noneMatch(line -> line.contains("Exception") || line.contains("\tat "));
    assertThat(said.errLines().getFirst()).contains(named.toString());
    assertThat(said.err()).containsIgnoringCase(words);
  }

  @Test
  void aFileInNoKnownFormat() throws IOException {
    Path file = file("diary.txt", "Dear diary,\ntoday I saw a ship.\n");
    failed(watch(file), file, "no all-clear");
    assertThat(Files.readString(out().resolve(Outputs.FINDINGS))).isEmpty();
  }

  @Test
  void anEmptyFile() throws IOException {
    Path file = file("empty.nmea", "");
    failed(watch(file), file, "is empty");
    assertThat(watch(file).err()).contains("no all-clear");
  }

  @Test
  void aFolderWithoutData() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("nothing"));
    failed(watch(empty), empty, "holds no data");
  }

  @Test
  void aFolderThatIsNotThere() {
    Path missing = folder.resolve("missing");
    failed(watch(missing), missing, "There is no file or folder");
  }

  @Test
  void aFileOfRecordsOfWhichNoneCanBeUsedIsNoAllClear() throws IOException {
    Path file = file("bad.nmea", GOOD_NMEA.replace("*24", "*25").repeat(20));
    CommandLines.Said said = watch(file);
    failed(said, file, "no all-clear");
    assertThat(said.err()).contains("checksum-wrong=20");
    assertThat(Files.readAllLines(out().resolve(Outputs.REJECTS))).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not JSON|CABLES: ALFA, BRAVO",
        "half of it|{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",",
        "another JSON|{\"cables\":[1,2,3]}",
        "a list|[1,2,3]",
        "nothing in it|{\"type\":\"FeatureCollection\",\"features\":[]}",
        "landing points|{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
            + "\"properties\":{\"name\":\"Landing\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[20,55]}}]}",
        "empty|``"
      })
  void aCableFileWithoutCables(String what, String text) throws IOException {
    Path nmea = file("good.nmea", GOOD_NMEA);
    Path cables = file("cables.geojson", text == null ? "" : text);
    CommandLines.Said said = watch(nmea, "--cables", cables);
    failed(said, cables, "");
    assertThat(said.errLines()).as(what).hasSize(1);
    assertThat(out()).as("nothing was begun").doesNotExist();
  }

  @Test
  void aCableFileThatIsNotThere() throws IOException {
    Path missing = folder.resolve("no.geojson");
    failed(watch(file("good.nmea", GOOD_NMEA), "--cables", missing), missing, "no file");
  }

  @Test
  void anOutputFolderThatIsAFile() throws IOException {
    Path nmea = file("good.nmea", GOOD_NMEA);
    Path taken = file("taken", "mine");
    failed(watch(nmea, "--out", taken), taken, "is a file");
    failed(watch(nmea, "--out", taken.resolve("below")), taken, "cannot be written to");
    assertThat(Files.readString(taken)).isEqualTo("mine");
  }

  @Test
  void halfACompressedFileIsJudgedAsFarAsItGoesAndTheEndIsTold() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      Simulation.of(Scenario.defaults().withVessels(20).withHours(2)).writeNmea(gzip);
    }
    Path half = folder.resolve("half.nmea.gz");
    Files.write(half, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    CommandLines.Said said = watch(half);
    failed(said, half, "ends early");
    assertThat(said.errLines().getFirst()).matches(".*at content offset \\d+: .*");
    assertThat(said.err()).contains("the results are in " + out());
    assertThat(Files.readString(out().resolve(Outputs.RUN)))
        .contains("half.nmea")
        .containsPattern("\"records\" ?: ?[1-9]")
        .contains("ends early");
    for (String name : List.of(Outputs.FINDINGS, Outputs.REPORT, Outputs.GEOJSON, Outputs.CSV)) {
      assertThat(out().resolve(name)).exists();
    }
  }

  @Test
  void anUnknownOptionIsWrongUsage() throws IOException {
    CommandLines.Said said = watch(file("good.nmea", GOOD_NMEA), "--frobnicate");
    assertThat(said.status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(said.err()).contains("--frobnicate");
    assertThat(out()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--likely,1.5",
    "--likely,NaN",
    "--likely,high",
    "--possible,-0.1",
    "--least-observable,2",
    "--independence,-1",
    "--prior,0",
    "--prior,1",
    "--min-silence,half an hour",
    "--min-silence,30",
    "--min-silence,0s",
    "--min-outage,0s",
    "--cable-uncertainty,-5",
    "--threads,0",
    "--threads,many",
    "--detail,-1",
    "--format,morse",
    "--date,yesterday",
    "--fail-on,awful"
  })
  void aBadThresholdIsWrongUsageAndNamed(String option, String value) throws IOException {
    CommandLines.Said said = watch(file("good.nmea", GOOD_NMEA), option + "=" + value);
    assertThat(said.status()).as(said.err()).isEqualTo(Bellbuoy.USAGE);
    assertThat(said.err()).contains(option.equals("--cable-uncertainty") ? "-5" : option);
    assertThat(said.err()).doesNotContain("Exception");
    assertThat(out()).doesNotExist();
  }

  @Test
  void withoutInputTheUsageIsTold() {
    assertThat(CommandLines.run("sea", "watch").status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(CommandLines.run("sea", "wotch").status()).isEqualTo(Bellbuoy.USAGE);
  }

  @Test
  void namesThatTryToWriteOnTheTerminalAreMadeVisible() throws IOException {
    Path file = folder.resolve("a\u001b[31mred.nmea");
    Files.write(file, "nothing of use\n".getBytes(StandardCharsets.UTF_8));
    CommandLines.Said said = watch(file);
    assertThat(said.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(said.err() + said.out()).doesNotContain("\u001b");
  }
}
