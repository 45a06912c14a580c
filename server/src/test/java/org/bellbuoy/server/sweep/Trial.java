package org.bellbuoy.server.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.server.config.SweepSecret;
import org.bellbuoy.server.simulate.ActKind;
import org.bellbuoy.server.simulate.ActState;
import org.bellbuoy.server.simulate.FarmScenario;
import org.bellbuoy.server.simulate.FarmSimulation;
import org.bellbuoy.server.simulate.FarmTruth;
import org.bellbuoy.server.simulate.FarmTruth.Act;
import org.bellbuoy.server.tree.Fleet;
import org.bellbuoy.server.tree.ServerTrees;
import org.bellbuoy.server.tree.TreeLimits;

/** A farm, swept, held against its truth act by act. */
final class Trial {
  /** Words of findings that answer an act which is not told by client, path or file. */
  private static final Map<ActKind, List<String>> TECHNIQUES =
      Map.ofEntries(
          Map.entry(ActKind.VIEWSTATE_REPLAY, List.of("view-state")),
          Map.entry(ActKind.KEY_AFTER_PATCH, List.of("key-unchanged", "key-exposed", "key-used")),
          Map.entry(ActKind.KEY_SHARED, List.of("key-shared")),
          Map.entry(ActKind.WORKER_CHILDREN, List.of("child-process", "pool-account-process")),
          Map.entry(ActKind.MODULE_ADDED, List.of("module-added", "module")),
          Map.entry(ActKind.LOGGING_OFF, List.of("log-missing", "logging-off")),
          Map.entry(ActKind.LOG_THINNED, List.of("log-thinned", "log-missing")),
          Map.entry(ActKind.CLOCK_JUMP, List.of("clock-back")));

  final FarmTruth truth;
  final ServerSweep.Result result;

  private Trial(FarmTruth truth, ServerSweep.Result result) {
    this.truth = truth;
    this.result = result;
  }

  static Trial of(FarmScenario scenario, Path folder, int threads) throws Exception {
    FarmTruth truth = FarmSimulation.of(scenario).write(folder);
    return new Trial(truth, sweep(folder, threads));
  }

  static ServerSweep.Result sweep(Path folder, int threads) throws Exception {
    Fleet fleet = Fleet.read(folder.resolve("fleet.yaml"));
    ServerSweep sweep =
        new ServerSweep(
            SweepOptions.defaults(threads, SweepSecret.random(new Random(threads))),
            "test",
            () -> 0L);
    try (RejectLog rejects = RejectLog.counting()) {
      return sweep.run(
          ServerTrees.open(List.of(), fleet, TreeLimits.defaults()), rejects, Progress.silent());
    }
  }

  /** Findings that are about what an act did. */
  List<Finding> answering(Act act) {
    List<Finding> mine = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (finding.assets().getFirst().id().equals(act.host()) && answers(finding, act)) {
        mine.add(finding);
      }
    }
    return mine;
  }

  private static boolean answers(Finding finding, Act act) {
    Map<String, String> ids = finding.subject().ids();
    String technique = ids.getOrDefault("technique", "");
    List<String> wanted = TECHNIQUES.get(act.kind());
    if (wanted != null) {
      return wanted.stream().anyMatch(technique::startsWith);
    }
    if (!act.client().isEmpty() && act.client().equals(ids.get("ip"))) {
      return true;
    }
    String path = ids.getOrDefault("path", "").replace('\\', '/').toLowerCase(Locale.ROOT);
    for (String file : act.files()) {
      String lower = file.toLowerCase(Locale.ROOT);
      if (!path.isEmpty() && (path.endsWith(lower) || lower.endsWith(path.replace("c:/", "c/")))) {
        return true;
      }
    }
    for (Evidence one : finding.evidence()) {
      for (FarmTruth.Evidence line : act.evidence()) {
        if (one.line() == line.line() && ("/" + line.file()).endsWith("/" + one.name())) {
          return true;
        }
      }
    }
    return false;
  }

  static String state(Finding finding) {
    return finding.reasons().getFirst().code().substring(ServerFindings.STATE.length());
  }

  /** How far the worst finding that answers says an act came. */
  static int farthest(List<Finding> findings) {
    return findings.stream().mapToInt(f -> rank(state(f))).max().orElse(-1);
  }

  static int rank(String state) {
    return switch (state) {
      case "cannot-tell" -> 0;
      case "attempted" -> 1;
      case "blocked" -> 2;
      case "succeeded" -> 3;
      case "persisted" -> 4;
      default -> throw new IllegalArgumentException(state);
    };
  }

  static boolean alarm(Finding finding) {
    return finding.assessment().level() == Level.LIKELY;
  }

  /** Counts of one kind of act. */
  static final class Row {
    int acts;
    int found;
    int rightState;
    int twins;
    int twinsLikely;
    int twinsPossible;
    final List<String> missed = new ArrayList<>();

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%4d %4d %4d   %4d %4d %4d",
          acts,
          found,
          rightState,
          twins,
          twinsLikely,
          twinsPossible);
    }
  }

  /** Adds what this trial shows, by kind. */
  void count(TreeMap<ActKind, Row> rows) {
    for (Act act : truth.acts()) {
      if (act.kind() == ActKind.HALF_PATCHED || act.kind() == ActKind.HEADER_ONLY_BUILD) {
        continue;
      }
      Row row = rows.computeIfAbsent(act.kind(), k -> new Row());
      List<Finding> mine = answering(act);
      if (act.benign()) {
        row.twins++;
        // The same address or file may have done worse in another act.
        List<Finding> own = mine.stream().filter(f -> !answersAnotherAct(f, act)).toList();
        if (own.stream().anyMatch(Trial::alarm)) {
          row.twinsLikely++;
          row.missed.add("twin likely: " + act.host() + " " + act.note() + " " + words(own));
        } else if (own.stream().anyMatch(f -> f.assessment().level() == Level.POSSIBLE)) {
          row.twinsPossible++;
          row.missed.add("twin possible: " + act.host() + " " + act.note() + " " + words(own));
        }
        continue;
      }
      row.acts++;
      if (!mine.isEmpty()) {
        row.found++;
      }
      boolean right =
          act.state() == ActState.CANNOT_TELL || !act.kind().isEntry()
              ? !mine.isEmpty()
              // Of a page that was deleted again, more than that it was there cannot be shown.
              : farthest(mine)
                  >= (act.kind() == ActKind.DELETED_SHELL ? 3 : rank(act.state().word()));
      if (right) {
        row.rightState++;
      }
      if (mine.isEmpty() || !right) {
        row.missed.add(
            (mine.isEmpty() ? "missed: " : "state: ")
                + act.host()
                + " variant "
                + act.variant()
                + " "
                + act.state().word()
                + " "
                + act.note()
                + " "
                + act.client()
                + " "
                + act.paths()
                + " "
                + words(mine));
      }
    }
  }

  private boolean answersAnotherAct(Finding finding, Act but) {
    return truth.acts().stream()
        .anyMatch(
            other ->
                !other.benign()
                    && other != but
                    && other.host().equals(but.host())
                    && answers(finding, other));
  }

  private static String words(List<Finding> findings) {
    return findings.stream()
        .map(f -> f.rule() + "/" + f.assessment().level().word() + "/" + state(f))
        .distinct()
        .toList()
        .toString();
  }

  /** All text of the machine keys that stand in a farm's configurations. */
  static List<String> keys(Path folder) throws IOException {
    List<String> keys = new ArrayList<>();
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(p -> p.endsWith("web.config")).toList()) {
        var matcher =
            java.util.regex.Pattern.compile(
                    "(?:validationKey|decryptionKey)=\"([0-9A-Fa-f]{32,})\"")
                .matcher(Files.readString(file));
        while (matcher.find()) {
          keys.add(matcher.group(1));
        }
      }
    }
    return keys;
  }
}
