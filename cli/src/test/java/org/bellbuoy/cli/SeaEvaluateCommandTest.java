package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.judge.SilenceModel;
import org.bellbuoy.sea.simulate.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeaEvaluateCommandTest {
  @TempDir static Path folder;

  @BeforeAll
  static void simulate() throws Exception {
    SeaSimulateCommand.write(Scenario.defaults().withVessels(60).withHours(6), folder);
  }

  private static Outcome evaluate(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "sea",
                "evaluate",
                "silence",
                folder.resolve("simulated.nmea").toString(),
                "--per-vessel",
                "2"));
    all.addAll(List.of(more));
    return Outcome.of(all.toArray(String[]::new));
  }

  @Test
  void madeAndNaturalSilencesAreJudgedAndEveryFileSaysThatTheDataAreSimulated() throws Exception {
    Path out = folder.resolve("evaluation");
    Outcome outcome = evaluate("--out", out.toString(), "--json");
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    JsonNode all = new ObjectMapper().readTree(outcome.out());
    assertThat(all.path("simulated").asBoolean()).isTrue();
    assertThat(all.path("classA").isObject()).isTrue();
    // Sixty vessels, two moments each at the most: some could not be switched off.
    int made = all.path("whileLasting").path("live").path(0).path("made").asInt();
    assertThat(made).isBetween(10, 120);
    for (String file : List.of("evaluation.html", "evaluation.md", "evaluation.json", "run.json")) {
      assertThat(out.resolve(file)).exists();
    }
    assertThat(Files.readString(out.resolve("evaluation.html"))).contains("SIMULATED");
    assertThat(Files.readString(out.resolve("evaluation.md")))
        .contains("bellbuoy sea evaluate silence RECORDINGS --seed 1 --per-vessel 2")
        .contains("fixed-timeout")
        .contains("## While a silence lasts");
  }

  @Test
  void theSameSeedGivesTheSameMeasuresAndAnotherSeedOthers() {
    String first = evaluate("--out", folder.resolve("a").toString(), "--json").out();
    String again = evaluate("--out", folder.resolve("b").toString(), "--json").out();
    String other = evaluate("--out", folder.resolve("c").toString(), "--json", "--seed", "2").out();
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void aModelIsWrittenThatTheProgramCanRead() throws Exception {
    Path model = folder.resolve("model.txt");
    Outcome outcome = evaluate("--write-model", model.toString());
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    List<String> lines = Files.readAllLines(model);
    assertThat(SilenceModel.read(lines).lines()).isEqualTo(lines);
  }

  @Test
  void whatCannotBeEvaluatedIsSaidAndIsNoSuccess() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.nmea"), "");
    Outcome nothing =
        Outcome.of("sea", "evaluate", "silence", empty.toString(), "--out", folder + "/nothing");
    assertThat(nothing.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(nothing.err()).contains("nothing can be evaluated");
    assertThat(evaluate("--per-vessel", "0").status()).isEqualTo(2);
    Outcome both = evaluate("--shipped", "--write-model", folder + "/never.txt");
    assertThat(both.status()).isEqualTo(2);
    assertThat(both.err()).contains("--shipped learns nothing");
  }
}
