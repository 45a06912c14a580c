package org.bellbuoy.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FarmSimulationTest {
  @TempDir static Path folder;
  private static Written demo;

  @BeforeAll
  static void write() throws Exception {
    demo = Written.of(FarmScenario.demo(), folder.resolve("demo"));
  }

  @Test
  void theSameScenarioGivesTheSameBytesAndTimes() throws Exception {
    Written again = Written.of(FarmScenario.demo(), folder.resolve("again"));
    assertThat(again.digest()).isEqualTo(demo.digest());
  }

  @Test
  void anotherSeedGivesOtherBytes() throws Exception {
    Written other = Written.of(FarmScenario.demo().withSeed(2), folder.resolve("other"));
    assertThat(other.digest()).isNotEqualTo(demo.digest());
  }

  @Test
  void theDemoIsAFewMegabytes() throws Exception {
    long bytes = 0;
    for (Path file : demo.files()) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isBetween(2_000_000L, 12_000_000L);
  }

  @Test
  void everyEvidenceLineIsThereAndHoldsWhatItSays() {
    assertThat(evidenceChecked(demo)).isGreaterThan(250);
  }

  @Test
  void everyEvidenceLineOfTrialsIsThereToo() throws Exception {
    for (long seed = 11; seed <= 13; seed++) {
      FarmScenario trial = FarmScenario.trial(seed).withRequestsPerDay(20);
      assertThat(evidenceChecked(Written.of(trial, folder.resolve("trial" + seed))))
          .isGreaterThan(2_000);
    }
  }

  private static int evidenceChecked(Written farm) {
    int checked = 0;
    for (FarmTruth.Act act : farm.truth().acts()) {
      Map<String, List<String>> read = new HashMap<>();
      for (FarmTruth.Evidence one : act.evidence()) {
        List<String> lines = read.computeIfAbsent(one.file(), farm::lines);
        assertThat(one.file()).startsWith(act.host() + "/");
        assertThat(lines.get((int) one.line() - 1)).contains(one.holds());
        assertThat(one.holds()).isNotEmpty();
        checked++;
      }
    }
    return checked;
  }

  @Test
  void evidenceOfAClientStandsInLinesOfThatClient() {
    for (FarmTruth.Act act : demo.acts(ActKind.TOOLSHELL_ENTRY)) {
      for (FarmTruth.Evidence one : act.evidence()) {
        assertThat(demo.lines(one.file()).get((int) one.line() - 1)).contains(act.client());
      }
    }
  }

  @Test
  void everyFileOfAnActIsThere() {
    for (FarmTruth.Act act : demo.truth().acts()) {
      for (String file : act.files()) {
        assertThat(folder.resolve("demo").resolve(act.host()).resolve(file)).isRegularFile();
      }
    }
  }

  @Test
  void everyKindIsStagedInEachOfItsStates() {
    for (ActKind kind : ActKind.values()) {
      for (ActState state : kind.states()) {
        assertThat(demo.acts(kind, state)).as(kind + " " + state).isNotEmpty();
      }
    }
  }

  @Test
  void everyActThatSucceedsHasATwinWithoutHarm() {
    for (ActKind kind : ActKind.values()) {
      boolean harm =
          kind.states().contains(ActState.SUCCEEDED) || kind.states().contains(ActState.PERSISTED);
      if (harm) {
        assertThat(demo.acts(kind, ActState.BENIGN)).as(kind.word()).isNotEmpty();
      }
    }
  }

  @Test
  void everyActHasEvidenceOrAFile() {
    for (FarmTruth.Act act : demo.truth().acts()) {
      boolean byAbsence = act.kind() == ActKind.LOG_THINNED || act.kind() == ActKind.CLOCK_JUMP;
      assertThat(byAbsence || !act.evidence().isEmpty() || !act.files().isEmpty())
          .as(act.kind() + " " + act.state())
          .isTrue();
      assertThat(act.from()).isBeforeOrEqualTo(act.to());
    }
  }

  @Test
  void rowsAreInOrderOfTimeButWhereAClockJumped() throws Exception {
    Set<String> jumped = new HashSet<>();
    demo.acts(ActKind.CLOCK_JUMP).forEach(a -> jumped.add(a.host()));
    for (FarmTruth.ServerTruth server : demo.truth().servers()) {
      List<String> times =
          demo.rows(server.host()).stream().map(r -> r.get("date") + " " + r.get("time")).toList();
      if (jumped.contains(server.host())) {
        assertThat(times).isNotEqualTo(times.stream().sorted().toList());
      } else {
        assertThat(times).isSorted();
      }
    }
    assertThat(jumped).hasSize(1);
  }

  @Test
  void proxyLogsHaveAsManyColumnsAsTheyName() throws Exception {
    int rows = 0;
    for (Path file : demo.files()) {
      if (!file.toString().replace('\\', '/').contains("Logging/HttpProxy/")) {
        continue;
      }
      List<String> lines = List.of(Files.readString(file).split("\r\n"));
      int columns = lines.getFirst().split(",", -1).length;
      assertThat(lines.get(5)).isEqualTo("#Fields: " + lines.getFirst());
      for (String line : lines.subList(6, lines.size())) {
        assertThat(line.split(",", -1)).as(line).hasSize(columns);
        rows++;
      }
    }
    assertThat(rows).isGreaterThan(1_000);
  }

  @Test
  void everyEventIsJsonAndSaysSimulated() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    int events = 0;
    for (Path file : demo.files()) {
      if (file.toString().endsWith(".jsonl")) {
        String before = "";
        for (String line : Files.readString(file).split("\r\n")) {
          var event = mapper.readTree(line);
          assertThat(event.get("Remark").asText()).isEqualTo("SIMULATED");
          assertThat(event.get("TimeCreated").asText()).isGreaterThanOrEqualTo(before);
          before = event.get("TimeCreated").asText();
          assertThat(Instant.parse(before)).isNotNull();
          events++;
        }
      }
    }
    assertThat(events).isGreaterThan(100);
  }

  @Test
  void everythingSaysSimulated() throws Exception {
    for (Path file : demo.files()) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(text).as(file.toString()).containsIgnoringCase("simulated");
    }
    for (FarmTruth.ServerTruth server : demo.truth().servers()) {
      assertThat(server.host()).endsWith(".example.test");
    }
  }

  @Test
  void noScriptHasALanguageThatExistsAndServerCode() throws Exception {
    int inert = 0;
    for (Path file : demo.files()) {
      if (file.toString().matches(".*\\.(aspx|ashx|asmx|js)")) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (text.contains("<script")) {
          assertThat(text).contains("Page Language=\"SIMULATED-").contains("@@").contains("[[[");
          assertThat(text).doesNotContain("language=\"JScript\"").doesNotContain("[[[ ]");
          inert++;
        }
      }
    }
    assertThat(inert).isGreaterThan(4);
  }

  @Test
  void noMachineKeyStandsInTheTruth() throws Exception {
    String truth = Files.readString(folder.resolve("demo/truth.json"));
    for (Path file : demo.files()) {
      if (file.endsWith("web.config")) {
        String text = Files.readString(file);
        int at = text.indexOf("validationKey=\"") + 15;
        assertThat(truth).doesNotContain(text.substring(at, at + 64));
      }
    }
  }

  @Test
  void keysAreEqualExactlyWhereTheTruthSaysSo() throws Exception {
    Map<String, String> keyOf = new HashMap<>();
    for (FarmTruth.ServerTruth server : demo.truth().servers()) {
      Path config =
          folder
              .resolve("demo")
              .resolve(server.host())
              .resolve("C/inetpub/wwwroot/wss/VirtualDirectories/80/web.config");
      assertThat(Files.exists(config)).isEqualTo(!server.keyGroup().isEmpty());
      if (Files.exists(config)) {
        String text = Files.readString(config);
        String key = text.substring(text.indexOf("validationKey"), text.indexOf("validation=\"H"));
        assertThat(keyOf.computeIfAbsent(server.keyGroup(), g -> key)).isEqualTo(key);
      }
    }
    assertThat(new HashSet<>(keyOf.values())).hasSameSizeAs(keyOf.keySet());
  }

  @Test
  void aThinnedDayHasFewRowsAndAHolidayIsKeptByTheWholeFarm() throws Exception {
    for (FarmTruth.Act act : demo.acts(ActKind.LOG_THINNED)) {
      // The same day of the week with nothing taken away: the holiday is in the first week.
      long usual = rows(act, act.from().plus(Duration.ofDays(act.benign() ? 7 : -7)));
      assertThat(rows(act, act.from())).isLessThan(usual * (act.benign() ? 7 : 3) / 10);
    }
  }

  private static long rows(FarmTruth.Act act, Instant day) {
    String date = day.toString().substring(2, 10).replace("-", "");
    return demo.lines(act.host() + "/C/inetpub/logs/LogFiles/W3SVC1/u_ex" + date + ".log").size();
  }

  @Test
  void daysWithoutALogAreTheOnesTold() {
    int missing = 0;
    for (FarmTruth.ServerTruth server : demo.truth().servers()) {
      Path logs =
          folder.resolve("demo").resolve(server.host()).resolve("C/inetpub/logs/LogFiles/W3SVC1");
      for (int i = 0; i < 14; i++) {
        var day = FarmScenario.demo().start().plusDays(i);
        Path log = logs.resolve("u_ex" + day.toString().substring(2).replace("-", "") + ".log");
        assertThat(Files.exists(log)).isEqualTo(!server.missingDays().contains(day));
        missing += server.missingDays().contains(day) ? 1 : 0;
      }
    }
    assertThat(missing).isEqualTo(4);
  }

  @Test
  void aFolderThatHoldsAFarmIsNotWrittenOver() {
    assertThatThrownBy(() -> Written.of(FarmScenario.demo(), folder.resolve("demo")))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
