package org.bellbuoy.server.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.server.simulate.ActKind;
import org.bellbuoy.server.simulate.ActState;
import org.bellbuoy.server.simulate.FarmScenario;
import org.bellbuoy.server.simulate.FarmTruth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every sweep keeps to, shown on the demo. */
class SweepPromisesTest {
  private static final Pattern KEY =
      Pattern.compile("(?:validationKey|decryptionKey)=\"([0-9A-Fa-f]{32,})\"");
  private static final int PART_DIGITS = 16;

  @TempDir static Path shared;
  private static Path folder;
  private static Swept.Farm farm;

  @BeforeAll
  static void sweep() throws Exception {
    folder = shared.resolve("farm");
    farm = Swept.farm(FarmScenario.demo(), folder);
  }

  private static String all(Swept swept) throws Exception {
    StringBuilder text = new StringBuilder();
    for (Finding finding : swept.result().findings()) {
      text.append(FindingJson.write(finding)).append('\n');
    }
    StringWriter verdicts = new StringWriter();
    VerdictJson.write(swept.result().verdicts(), true, verdicts);
    return text.append(verdicts)
        .append(swept.result().verdicts())
        .append(swept.result().page())
        .append(swept.result().problems())
        .append(RunJson.write(swept.result().run()))
        .append(swept.rejects())
        .toString();
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws Exception {
    String one = all(Swept.farm(folder, 1));
    String four = all(Swept.farm(folder, 4));
    assertThat(one).hasSizeGreaterThan(100_000).isEqualTo(four);
  }

  @Test
  void noPartOfAnyKeyIsToldAnywhere() throws Exception {
    Set<String> parts = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (Path config : files("web.config")) {
      Matcher key = KEY.matcher(Files.readString(config));
      while (key.find()) {
        String digits = key.group(1).toLowerCase(Locale.ROOT);
        keys.add(digits);
        for (int i = 0; i + PART_DIGITS <= digits.length(); i++) {
          parts.add(digits.substring(i, i + PART_DIGITS));
        }
      }
    }
    assertThat(keys).hasSizeGreaterThanOrEqualTo(4);
    String told = all(farm.swept()).toLowerCase(Locale.ROOT);
    List<String> leaks = new ArrayList<>();
    for (int i = 0; i + PART_DIGITS <= told.length(); i++) {
      String part = told.substring(i, i + PART_DIGITS);
      if (parts.contains(part)) {
        leaks.add(part);
      }
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void noPageIsToBeLookedAtThatIsToBeRemoved() {
    int removals = 0;
    for (ServerVerdict verdict : farm.swept().result().verdicts()) {
      for (String step : verdict.next()) {
        if (step.startsWith("Secure, then remove ")) {
          removals++;
          String name = step.substring(step.lastIndexOf('/'), step.length() - 1);
          assertThat(verdict.next())
              .noneMatch(other -> other.startsWith("Look at the page ") && other.contains(name));
        }
      }
    }
    assertThat(removals).isGreaterThanOrEqualTo(4);
  }

  @Test
  void theSearchForKeysWouldFindOne() throws Exception {
    Matcher key = KEY.matcher(Files.readString(files("web.config").getFirst()));
    assertThat(key.find()).isTrue();
    assertThat(all(farm.swept())).doesNotContain(key.group(1)).contains("key-unchanged");
  }

  private static List<Path> files(String name) throws Exception {
    try (var walk = Files.walk(folder)) {
      return walk.filter(p -> String.valueOf(p.getFileName()).equalsIgnoreCase(name))
          .sorted()
          .toList();
    }
  }

  @Test
  void aScriptThatSpreadIsOneClusterInTheOrderOfItsSpread() throws Exception {
    FarmScenario scenario =
        FarmScenario.quiet()
            .withServers(9, 3)
            .withActs(
                List.of(
                    new org.bellbuoy.server.simulate.StagedAct(
                        ActKind.SCRIPT_SPREAD, ActState.PERSISTED, 1)));
    Swept.Farm spread = Swept.farm(scenario, shared.resolve("spread"));
    List<String> hosts =
        spread.truth().acts().stream()
            .sorted(Comparator.comparingInt(FarmTruth.Act::order))
            .map(FarmTruth.Act::host)
            .toList();
    assertThat(hosts).hasSizeGreaterThanOrEqualTo(3);
    List<String> told =
        spread.swept().result().page().sections().stream()
            .filter(s -> s.toString().contains("Assembly") || s.heading().contains("cript"))
            .map(Object::toString)
            .toList();
    assertThat(told).as("%s", spread.swept().result().page()).hasSize(1);
    int at = -1;
    for (String host : hosts) {
      int next = told.getFirst().indexOf(host, at + 1);
      assertThat(next).as("%s after %s in %s", host, at, told).isGreaterThan(at);
      at = next;
    }
  }
}
