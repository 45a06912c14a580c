package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.server.simulate.FarmScenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** {@code bellbuoy server sweep} and {@code simulate} as a user meets them. */
class ServerSweepCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path folder;
  private static Path fleet = Path.of("");

  @BeforeAll
  static void simulate() throws IOException {
    Path farm = folder.resolve("farm");
    ServerSimulateCommand.write(FarmScenario.demo(), farm);
    fleet = farm.resolve(ServerSimulateCommand.FLEET);
  }

  private static CommandLines.Said sweep(String out, Object... more) {
    Object[] all = new Object[more.length + 7];
    Object[] first = {
      "server", "sweep", "--no-store", "--fleet", fleet, "--out", folder.resolve(out)
    };
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return CommandLines.run(all);
  }

  @Test
  void jsonIsFindingsAndNothingElse() throws IOException {
    CommandLines.Said said = sweep("json", "--json");
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .isEqualTo(Files.readString(folder.resolve("json").resolve(Outputs.FINDINGS)));
    assertThat(said.out().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("{\"schema\":\"bellbuoy.finding/1\""));
  }

  @Test
  void exactlyTheServersThatTheTruthSaysWereEnteredAreLikely() throws IOException {
    assertThat(sweep("truth").status()).isZero();
    Map<String, String> entered = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("truth").resolve(SweepRun.SERVERS))) {
      JsonNode verdict = JSON.readTree(line);
      assertThat(verdict.get("schema").asText()).isEqualTo("bellbuoy.server-verdict/1");
      assertThat(verdict.get("simulated").asBoolean()).isTrue();
      entered.put(verdict.get("host").asText(), verdict.get("entered").get("word").asText());
    }
    JsonNode truth = JSON.readTree(folder.resolve("farm/truth.json").toFile());
    assertThat(truth.get("servers")).hasSize(6);
    for (JsonNode server : truth.get("servers")) {
      String host = server.get("host").asText();
      boolean in = List.of("succeeded", "persisted").contains(server.get("entry").asText());
      assertThat("entered".equals(entered.get(host))).as(host).isEqualTo(in);
    }
  }

  @Test
  void theSameFindingsComeWithAnySecretAndEachTime() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "0123456789abcdef0123456789abcdef");
    assertThat(sweep("one").status()).isZero();
    assertThat(sweep("two", "--secret", secret).status()).isZero();
    assertThat(folder.resolve("two").resolve(Outputs.FINDINGS))
        .hasSameTextualContentAs(folder.resolve("one").resolve(Outputs.FINDINGS));
  }

  @Test
  void failOnTellsOfLikelyFindings() {
    assertThat(sweep("fail", "--fail-on", "likely").status()).isEqualTo(Bellbuoy.FOUND);
    Path quiet = folder.resolve("quiet");
    assertThat(CommandLines.run("server", "simulate", "--acts", "quiet", "--out", quiet).status())
        .isZero();
    CommandLines.Said said =
        CommandLines.run(
            "server",
            "sweep",
            "--no-store",
            "--fleet",
            quiet.resolve(ServerSimulateCommand.FLEET),
            "--out",
            folder.resolve("quiet-out"),
            "--fail-on",
            "likely");
    assertThat(said.status()).as(said.out() + said.err()).isZero();
  }

  @Test
  void helpShowsEveryOptionAndTheDefaultOfEachThatTakesANumberOrSpan() {
    for (List<String> command :
        List.of(List.of("server", "sweep"), List.of("server", "simulate"))) {
      CommandLines.Said said = CommandLines.run(command.get(0), command.get(1), "--help");
      assertThat(said.status()).isZero();
      CommandLine spec =
          new CommandLine(
              command.get(1).equals("sweep")
                  ? new ServerSweepCommand(CommandLines.environment())
                  : new ServerSimulateCommand(CommandLines.environment()));
      String help = said.out().replaceAll("\\s+", " ");
      for (OptionSpec option : spec.getCommandSpec().options()) {
        assertThat(help).contains(option.longestName());
        if (option.defaultValue() != null && !option.usageHelp() && !option.versionHelp()) {
          assertThat(help).as(option.longestName()).contains("Default: " + option.defaultValue());
        }
      }
    }
  }

  @Test
  void aFarmIsNotSimulatedOverAnother() {
    CommandLines.Said said =
        CommandLines.run("server", "simulate", "--out", folder.resolve("farm"));
    assertThat(said.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(said.err()).contains("holds a simulated farm already");
    assertThat(
            CommandLines.run("server", "simulate", "--days", "3", "--out", folder.resolve("few"))
                .status())
        .isEqualTo(Bellbuoy.USAGE);
  }
}
