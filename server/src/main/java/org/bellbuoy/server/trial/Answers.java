package org.bellbuoy.server.trial;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.server.simulate.ActKind;
import org.bellbuoy.server.simulate.ActState;
import org.bellbuoy.server.simulate.FarmTruth;
import org.bellbuoy.server.simulate.FarmTruth.Act;

/** Whether a finding is about what an act did: same server, and client, file or line in common. */
final class Answers {
  /** Code of the reason that names a finding's state begins so. */
  private static final String STATE = "state-";

  /** Beginnings of techniques that answer acts which no client, path or file tells. */
  private static final Map<ActKind, List<String>> TECHNIQUES =
      Map.ofEntries(
          Map.entry(ActKind.VIEWSTATE_REPLAY, List.of("view-state")),
          Map.entry(ActKind.KEY_AFTER_PATCH, List.of("key-unchanged", "key-exposed", "key-used")),
          Map.entry(ActKind.KEY_SHARED, List.of("key-shared")),
          Map.entry(ActKind.WORKER_CHILDREN, List.of("child-process", "pool-account-process")),
          Map.entry(ActKind.MODULE_ADDED, List.of("module-added", "iis-module")),
          Map.entry(ActKind.LOGGING_OFF, List.of("log-missing", "logging-off")),
          Map.entry(ActKind.LOG_THINNED, List.of("log-thinned", "log-missing")),
          Map.entry(ActKind.CLOCK_JUMP, List.of("clock-back")));

  private Answers() {}

  static boolean is(Finding finding, Act act) {
    if (!finding.assets().getFirst().id().equals(act.host())) {
      return false;
    }
    Map<String, String> ids = finding.subject().ids();
    List<String> wanted = TECHNIQUES.get(act.kind());
    if (wanted != null) {
      String technique = ids.getOrDefault("technique", "");
      return wanted.stream().anyMatch(technique::startsWith);
    }
    return (!act.client().isEmpty() && act.client().equals(ids.get("ip")))
        || sameFile(ids.getOrDefault("path", ""), act)
        || sameLine(finding, act);
  }

  private static boolean sameFile(String told, Act act) {
    String path = told.replace('\\', '/').toLowerCase(Locale.ROOT);
    if (path.isEmpty()) {
      return false;
    }
    for (String file : act.files()) {
      String left = file.toLowerCase(Locale.ROOT);
      if (path.endsWith(left) || left.endsWith(path.replace("c:/", "c/"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameLine(Finding finding, Act act) {
    for (Evidence one : finding.evidence()) {
      for (FarmTruth.Evidence line : act.evidence()) {
        if (one.line() == line.line() && ("/" + line.file()).endsWith("/" + one.name())) {
          return true;
        }
      }
    }
    return false;
  }

  /** How far a finding says that something came. */
  static ActState state(Finding finding) {
    String code = finding.reasons().getFirst().code();
    String word = code.substring(STATE.length()).toUpperCase(Locale.ROOT).replace('-', '_');
    return ActState.valueOf(word);
  }
}
