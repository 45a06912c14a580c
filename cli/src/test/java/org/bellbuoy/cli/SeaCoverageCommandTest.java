package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.simulate.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeaCoverageCommandTest {
  private static final List<String> FILES =
      List.of("coverage.geojson", "coverage.csv", "coverage.html", "run.json", "rejects.jsonl");

  @TempDir static Path folder;

  @BeforeAll
  static void simulate() throws Exception {
    SeaSimulateCommand.write(Scenario.defaults().withVessels(60).withHours(6), folder);
  }

  private static Outcome coverage(String out, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "sea",
                "coverage",
                folder.resolve("simulated.nmea").toString(),
                "--out",
                folder.resolve(out).toString()));
    all.addAll(List.of(more));
    return Outcome.of(all.toArray(String[]::new));
  }

  private static String text(String out, String file) throws Exception {
    return Files.readString(folder.resolve(out).resolve(file));
  }

  @Test
  void everyFileIsWrittenAndSaysThatItIsSimulated() throws Exception {
    Outcome outcome = coverage("whole");
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    assertThat(outcome.out()).startsWith("SIMULATED data").contains("class A").contains("class B");
    for (String file : FILES) {
      assertThat(folder.resolve("whole").resolve(file)).exists();
      assertThat(folder.resolve("whole").resolve(file + ".part")).doesNotExist();
    }
    assertThat(text("whole", "coverage.html")).contains("SIMULATED");
    assertThat(text("whole", "coverage.csv").lines().skip(1))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).endsWith(",true"));
    JsonNode features =
        new ObjectMapper().readTree(text("whole", "coverage.geojson")).path("features");
    JsonNode counts = new ObjectMapper().readTree(text("whole", "run.json")).path("counts");
    assertThat(features).hasSize(counts.path("cells").asInt()).isNotEmpty();
    for (JsonNode feature : features) {
      JsonNode said = feature.path("properties");
      assertThat(feature.path("geometry").path("type").asText()).isEqualTo("Polygon");
      assertThat(said.path("simulated").asBoolean()).isTrue();
      assertThat(said.path("known").asText()).isIn("well known", "little known", "not known");
      assertThat(said.path("verdict").asText())
          .isIn("heard", "partly heard", "not heard", "cannot tell");
      if (said.path("slots").asInt() > 0) {
        assertThat(said.path("share").asDouble())
            .isBetween(said.path("low").asDouble(), said.path("high").asDouble());
      }
    }
  }

  @Test
  void anHourAtAPlaceIsAnsweredInOneSentenceAClass() {
    Outcome outcome =
        coverage("hour", "--at", "2026-01-10T02:30Z", "--place", "59.55,22.90", "--class", "A");
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    assertThat(outcome.out().lines().filter(line -> line.contains("At 59.55, 22.90")))
        .singleElement()
        .asString()
        .contains("on 2026-01-10 02:00 to 03:00 UTC: class A ships were heard in ");
    assertThat(coverage("around", "--at", "2026-01-10T02:30Z", "--hours", "3").out())
        .contains("on 2026-01-10 01:00 to 04:00 UTC");
  }

  @Test
  void anOutageInTheAskedHourIsSaid() {
    assertThat(coverage("down", "--at", "2026-01-10T04:10Z").out()).contains("gave nothing for");
    assertThat(coverage("up", "--at", "2026-01-10T01:10Z").out())
        .doesNotContain("gave nothing for");
  }

  @Test
  void outsideTheDataItCannotTellWhichIsNoFailure() {
    Outcome place = coverage("place", "--place", "-33.9,-119.5");
    assertThat(place.status()).as(place.err()).isEqualTo(Bellbuoy.OK);
    assertThat(place.out()).contains("cannot tell for class A ships: none was there at any time.");
    Outcome time = coverage("time", "--at", "2020-01-01T00:00Z");
    assertThat(time.status()).as(time.err()).isEqualTo(Bellbuoy.OK);
    assertThat(time.out()).contains("cannot tell for class A ships: the records run on 2026-01-10");
  }

  @Test
  void jsonIsOneLineAndNothingElse() throws Exception {
    Outcome outcome = coverage("json", "--json", "--place", "59.55,22.90");
    assertThat(outcome.out().lines()).hasSize(1);
    JsonNode said = new ObjectMapper().readTree(outcome.out());
    assertThat(said.path("schema").asText()).isEqualTo("bellbuoy.coverage/1");
    assertThat(said.path("simulated").asBoolean()).isTrue();
    assertThat(said.path("answers")).hasSize(2);
    assertThat(said.path("answers").path(0).path("course")).hasSize(6);
    assertThat(said.path("receivers")).hasSize(5);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() throws Exception {
    coverage("one", "--threads", "1");
    coverage("many", "--threads", "8");
    for (String file : List.of("coverage.geojson", "coverage.csv", "rejects.jsonl")) {
      assertThat(folder.resolve("many").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
    }
  }

  @Test
  void nothingReadIsAFailureInASentence() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.nmea"));
    Outcome outcome =
        Outcome.of("sea", "coverage", empty.toString(), "--out", folder.resolve("e").toString());
    assertThat(outcome.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(outcome.err().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("bellbuoy: ").endsWith("."))
        .anySatisfy(line -> assertThat(line).contains("No usable AIS record"));
    assertThat(outcome.out()).contains("Cannot tell: no record was read.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--at|yesterday",
        "--at|2018-02-30T09:00Z",
        "--at|2018-06-03",
        "--place|33.9",
        "--place|91,0",
        "--place|0,181",
        "--place|here",
        "--place|NaN,NaN",
        "--class|C",
        "--radius|5",
        "--hours|2",
        "--independence|2",
        "--heard|0.1",
        "--not-heard|NaN",
        "--well-known-ships|1",
        "--little-known-slots|0",
        "--min-outage|0s"
      })
  void aBadOptionIsWrongUsageAndNamed(String option, String value) {
    Outcome outcome = coverage("bad", option + "=" + value);
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.USAGE);
    assertThat(outcome.err()).contains(option).doesNotContain("Exception");
    assertThat(folder.resolve("bad")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"--radius,-1", "--radius,NaN", "--radius,20000", "--hours,0", "--hours,-2"})
  void spansThatCannotBeAreWrongUsage(String option, String value) {
    Outcome outcome =
        coverage("bad", "--place=59,22", "--at=2026-01-10T02:30Z", option + "=" + value);
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.USAGE);
    assertThat(outcome.err()).contains(option).doesNotContain("Exception");
    assertThat(folder.resolve("bad")).doesNotExist();
  }
}
