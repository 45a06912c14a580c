package org.bellbuoy.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActsTest {
  @TempDir Path folder;

  private Written write(List<StagedAct> acts) throws Exception {
    return Written.of(
        FarmScenario.quiet().withServers(9, 3).withRequestsPerDay(30).withActs(acts),
        folder.resolve("farm"));
  }

  private static W3c row(Written farm, FarmTruth.Evidence at) {
    List<String> lines = farm.lines(at.file());
    String fields = "";
    for (String line : lines.subList(0, (int) at.line())) {
      fields = line.startsWith("#Fields: ") ? line : fields;
    }
    return W3c.of(fields + "\r\n" + lines.get((int) at.line() - 1)).getFirst();
  }

  private static List<W3c> rows(Written farm, FarmTruth.Act act) {
    return act.evidence().stream()
        .filter(e -> e.file().contains("LogFiles"))
        .map(e -> row(farm, e))
        .toList();
  }

  @Test
  void everySpellingOfTheEntryIsOneByTheDefinitionOfTheDetector() throws Exception {
    List<StagedAct> acts = new ArrayList<>();
    for (int i = 0; i < ActKind.TOOLSHELL_ENTRY.variants(); i++) {
      acts.add(new StagedAct(ActKind.TOOLSHELL_ENTRY, ActState.SUCCEEDED, i));
    }
    Written farm = write(acts);
    Set<String> spellings = new HashSet<>();
    for (FarmTruth.Act act : farm.acts(ActKind.TOOLSHELL_ENTRY)) {
      W3c post = rows(farm, act).getLast();
      assertThat(post.get("cs-method")).isEqualTo("POST");
      String path = post.get("cs-uri-stem").toLowerCase(Locale.ROOT);
      path = path.replace("%54", "t").replace("//", "/").replaceAll("(;.*|/)$", "");
      assertThat(path).contains("/_layouts/").endsWith("/toolpane.aspx");
      String referer = post.get("cs(Referer)").toLowerCase(Locale.ROOT).replaceAll("\\?.*", "");
      String query = post.get("cs-uri-query").toLowerCase(Locale.ROOT).replace("%45", "e");
      assertThat(referer.endsWith("/signout.aspx") || referer.equals("-")).isTrue();
      assertThat(query).contains("displaymode=edit");
      assertThat(post.get("cs-username")).isEqualTo("-");
      assertThat(post.get("sc-status")).isIn("200", "302");
      spellings.add(post.get("cs-uri-stem") + post.get("cs-uri-query") + post.get("cs(Referer)"));
    }
    assertThat(spellings.size()).isEqualTo(360);
  }

  @Test
  void aBlockedEntryIsRefusedAndATriedOneFindsNothing() throws Exception {
    Written farm =
        write(
            List.of(
                new StagedAct(ActKind.TOOLSHELL_ENTRY, ActState.BLOCKED, 7),
                new StagedAct(ActKind.TOOLSHELL_ENTRY, ActState.ATTEMPTED, 8)));
    for (FarmTruth.Act act : farm.truth().acts()) {
      String status = rows(farm, act).getLast().get("sc-status");
      assertThat(status)
          .isIn(act.state() == ActState.BLOCKED ? List.of("401", "403") : List.of("404", "500"));
    }
  }

  @Test
  void whereNobodyCanTellThereIsNoRefererColumn() throws Exception {
    Written farm = write(List.of(new StagedAct(ActKind.TOOLSHELL_ENTRY, ActState.CANNOT_TELL, 0)));
    FarmTruth.Act act = farm.truth().acts().getFirst();
    assertThat(rows(farm, act).getLast().fields()).doesNotContainKey("cs(Referer)");
  }

  @Test
  void anAdministratorOnTheSamePageHasAnAccountAndAPageOfTheSite() throws Exception {
    Written farm = write(List.of(new StagedAct(ActKind.TOOLSHELL_ENTRY, ActState.BENIGN, 2)));
    List<W3c> rows = rows(farm, farm.truth().acts().getFirst());
    assertThat(rows).hasSize(3);
    assertThat(rows.getFirst().get("sc-status")).isEqualTo("401");
    assertThat(rows.get(1).get("cs-username")).endsWith("\\designer");
    assertThat(rows.get(1).get("cs(Referer)")).endsWith("/SitePages/Home.aspx");
  }

  @Test
  void everyChainNamesAPageThatNobodyAskedForBefore() throws Exception {
    List<StagedAct> acts = new ArrayList<>();
    for (int i = 0; i < ActKind.TOOLSHELL_CHAIN.variants(); i++) {
      acts.add(new StagedAct(ActKind.TOOLSHELL_CHAIN, ActState.PERSISTED, i));
    }
    Written farm = write(acts);
    Set<Long> delays = new HashSet<>();
    for (FarmTruth.Act act : farm.truth().acts()) {
      List<W3c> rows = rows(farm, act);
      W3c fetch = rows.getLast();
      W3c post = rows.get(rows.size() - 2);
      assertThat(act.files()).singleElement().asString().contains("TEMPLATE/LAYOUTS/");
      String page = act.files().getFirst().replaceFirst(".*LAYOUTS/", "/_layouts/15/");
      assertThat(fetch.get("cs-uri-stem")).isEqualTo(page);
      long delay = Duration.between(time(post), time(fetch)).toSeconds();
      assertThat(delay).isBetween(0L, 86_400L);
      delays.add(delay);
    }
    assertThat(delays).hasSizeGreaterThanOrEqualTo(4);
    List<W3c> all = farm.rows(farm.truth().acts().getFirst().host());
    String unknown =
        farm.truth().acts().stream()
            .flatMap(a -> a.paths().stream())
            .filter(p -> p.endsWith(".ashx"))
            .findFirst()
            .orElseThrow();
    assertThat(all.stream().filter(r -> r.get("cs-uri-stem").equals(unknown))).hasSize(1);
  }

  private static Instant time(W3c row) {
    return Instant.parse(row.get("date") + "T" + row.get("time") + "Z");
  }

  @Test
  void aStolenKeyLeavesALargeAnswerAndNoFile() throws Exception {
    Written farm =
        write(List.of(new StagedAct(ActKind.KEY_THEFT_WITHOUT_FILE, ActState.SUCCEEDED, 1)));
    FarmTruth.Act act = farm.truth().acts().getFirst();
    assertThat(act.files()).isEmpty();
    assertThat(Integer.parseInt(rows(farm, act).getLast().get("sc-bytes"))).isGreaterThan(40_000);
  }

  @Test
  void anUnknownShellHasOneClientAndItsTwinHasSeveralServersOrClientsOrAnAccount()
      throws Exception {
    List<StagedAct> acts = new ArrayList<>();
    for (int i = 0; i < ActKind.UNKNOWN_SHELL.variants(); i++) {
      acts.add(new StagedAct(ActKind.UNKNOWN_SHELL, ActState.PERSISTED, i));
    }
    for (int i = 0; i < 3; i++) {
      acts.add(new StagedAct(ActKind.UNKNOWN_SHELL, ActState.BENIGN, i));
    }
    Written farm = write(acts);
    for (FarmTruth.Act act : farm.acts(ActKind.UNKNOWN_SHELL, ActState.PERSISTED)) {
      List<W3c> hits =
          farm.rows(act.host()).stream()
              .filter(r -> r.get("cs-uri-stem").equals(act.paths().getFirst()))
              .toList();
      assertThat(hits).hasSize(rows(farm, act).size());
      assertThat(hits).allSatisfy(r -> assertThat(r.get("c-ip")).isEqualTo(act.client()));
      assertThat(hits).allSatisfy(r -> assertThat(r.get("cs-method")).isEqualTo("POST"));
      assertThat(act.from()).isAfter(Instant.parse("2025-07-20T23:00:00Z"));
    }
    Map<Integer, Set<String>> users = new HashMap<>();
    Map<Integer, Set<String>> hosts = new HashMap<>();
    for (FarmTruth.Act act : farm.acts(ActKind.UNKNOWN_SHELL, ActState.BENIGN)) {
      hosts.computeIfAbsent(act.variant(), v -> new HashSet<>()).add(act.host());
      for (W3c row : rows(farm, act)) {
        users.computeIfAbsent(act.variant(), v -> new HashSet<>()).add(row.get("cs-username"));
      }
    }
    assertThat(hosts.get(0)).hasSizeGreaterThan(1);
    assertThat(users.get(1)).hasSizeGreaterThan(5);
    assertThat(users.get(2)).singleElement().asString().endsWith("svc-payroll");
  }

  @Test
  void aSpreadScriptIsTheSameOrAlmostOnEachServerInOrder() throws Exception {
    Written farm =
        write(
            List.of(
                new StagedAct(ActKind.SCRIPT_SPREAD, ActState.PERSISTED, 0),
                new StagedAct(ActKind.SCRIPT_SPREAD, ActState.PERSISTED, 2)));
    for (int group = 0; group < 2; group++) {
      int wanted = group;
      List<FarmTruth.Act> acts =
          farm.truth().acts().stream().filter(a -> a.group() == wanted).toList();
      assertThat(acts).hasSizeGreaterThanOrEqualTo(2);
      assertThat(acts.stream().map(FarmTruth.Act::from)).isSorted();
      Set<String> contents = new HashSet<>();
      Set<String> names = new HashSet<>();
      for (FarmTruth.Act act : acts) {
        Path file = farm.folder().resolve(act.host()).resolve(act.files().getFirst());
        contents.add(Files.readString(file));
        names.add(file.getFileName().toString());
      }
      assertThat(names).hasSameSizeAs(acts);
      assertThat(contents).hasSize(group == 0 ? 1 : acts.size());
    }
  }

  @Test
  void aDeletedShellIsGoneAndItsTraceRemains() throws Exception {
    Written farm = write(List.of(new StagedAct(ActKind.DELETED_SHELL, ActState.PERSISTED, 0)));
    FarmTruth.Act act = farm.truth().acts().getFirst();
    assertThat(act.files()).singleElement().asString().endsWith(".compiled");
    String page = act.paths().getFirst();
    String name = page.substring(page.lastIndexOf('/') + 1);
    assertThat(farm.files()).noneMatch(f -> f.getFileName().toString().equals(name));
  }

  @Test
  void theLargestTrialsCanBeStagedWithManySeeds() {
    for (long seed = 1; seed <= 12; seed++) {
      Stage stage = Stage.of(FarmScenario.trial(seed));
      assertThat(stage.acts()).hasSizeGreaterThan(120);
    }
  }

  @Test
  void aStateThatAKindDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> new StagedAct(ActKind.CLOCK_JUMP, ActState.BLOCKED, 0))
        .hasMessageContaining("clock-jump cannot be staged as blocked");
  }
}
