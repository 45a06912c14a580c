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
  void theFolderOfAFarmIsSweptByDiscoveryAndWhatLiesBesideItsServersIsNamed() throws IOException {
    CommandLines.Said said =
        CommandLines.run(
            "server",
            "sweep",
            folder.resolve("farm"),
            "--no-store",
            "--out",
            folder.resolve("all"));
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("truth.json lies beside the servers")
        .contains("fleet.yaml lies beside the servers and was not used: give it with --fleet");
    assertThat(Files.readAllLines(folder.resolve("all").resolve(SweepRun.SERVERS))).hasSize(6);
  }

  @Test
  void evidenceAndSarifNameFilesByServerAndPathWithinItsTree() throws IOException {
    assertThat(sweep("names").status()).isZero();
    JsonNode run =
        JSON.readTree(folder.resolve("names").resolve(SweepRun.SARIF).toFile()).at("/runs/0");
    assertThat(run.get("originalUriBaseIds").size()).isGreaterThan(1);
    assertThat(run.get("results")).isNotEmpty();
    for (JsonNode result : run.get("results")) {
      for (JsonNode location : result.get("locations")) {
        JsonNode file = location.at("/physicalLocation/artifactLocation");
        assertThat(run.get("originalUriBaseIds").has(file.get("uriBaseId").asText())).isTrue();
        assertThat(file.get("uri").asText()).startsWith("C/");
      }
    }
    for (String line : Files.readAllLines(folder.resolve("names").resolve(Outputs.FINDINGS))) {
      JsonNode finding = JSON.readTree(line);
      String host = finding.at("/assets/0/id").asText();
      for (JsonNode one : finding.get("evidence")) {
        assertThat(one.get("name").asText()).startsWith(host + "/");
        assertThat(folder.resolve("farm").resolve(one.get("name").asText())).exists();
      }
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
  void runsWithDifferentListsOfOneLengthHaveDifferentIdsAndWithCopiesOfOneTheSame()
      throws IOException {
    Map<String, List<String>> lists =
        Map.of(
            "--names",
            List.of("/one\\.aspx$;5;one;test\n", "/two\\.aspx$;5;two;test\n"),
            "--hashes",
            List.of("0".repeat(64) + ",one,test\n", "1".repeat(64) + ",two,test\n"),
            "--public-keys",
            List.of("A1".repeat(32) + "\n", "B2".repeat(32) + "\n"));
    Path rules = Files.createDirectories(folder.resolve("rules"));
    String plain = runId(sweep("plain"), "plain");
    for (Map.Entry<String, List<String>> list : lists.entrySet()) {
      String option = list.getKey();
      Path one = Files.writeString(folder.resolve("list-one"), list.getValue().get(0));
      Path copy = Files.writeString(folder.resolve("list-copy"), list.getValue().get(0));
      Path two = Files.writeString(folder.resolve("list-two"), list.getValue().get(1));
      String first = runId(sweep("list-1", option, one), "list-1");
      assertThat(first).as(option).isNotEqualTo(plain);
      assertThat(runId(sweep("list-2", option, copy), "list-2")).as(option).isEqualTo(first);
      assertThat(runId(sweep("list-3", option, two), "list-3")).as(option).isNotEqualTo(first);
    }
    Files.writeString(rules.resolve("a.yml"), sigma("GET"));
    String get = runId(sweep("rules-1", "--rules", rules), "rules-1");
    Files.writeString(rules.resolve("a.yml"), sigma("PUT"));
    assertThat(runId(sweep("rules-2", "--rules", rules), "rules-2")).isNotEqualTo(get);
  }

  private static String sigma(String method) {
    return "title: t\nid: 00000000-0000-4000-8000-000000000001\nstatus: test\n"
        + "logsource:\n  category: webserver\ndetection:\n  selection:\n    cs-method: "
        + method
        + "\n  condition: selection\n";
  }

  private static String runId(CommandLines.Said said, String out) throws IOException {
    assertThat(said.status()).as(said.err()).isZero();
    return JSON.readTree(folder.resolve(out).resolve(Outputs.RUN).toFile()).get("id").asText();
  }

  @Test
  void theTablesAreWrittenOnceAndASweepTakesThemAgain() throws IOException {
    Path tables = folder.resolve("tables");
    assertThat(CommandLines.run("server", "tables", "--out", tables).status()).isZero();
    assertThat(Files.readString(tables.resolve("builds.csv"))).startsWith("# asOf: ");
    CommandLines.Said again = CommandLines.run("server", "tables", "--out", tables);
    assertThat(again.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(again.err()).contains("is there already");
    assertThat(sweep("with-tables", "--builds", tables).status()).isZero();
    assertThat(Files.readString(folder.resolve("with-tables").resolve(Outputs.REPORT)))
        .contains("Where the answers on patches are from", "public build list");
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
