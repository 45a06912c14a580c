package org.bellbuoy.port.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.port.detect.PortWords;

/** Makes the ledger of a port watch. */
final class PortLedger {
  private PortLedger() {}

  /** Rules with their versions. */
  static Map<String, Integer> rules() {
    Map<String, Integer> rules = new TreeMap<>();
    for (Rule rule : PortJudging.rules()) {
      rules.put(rule.id(), rule.version());
    }
    return rules;
  }

  /** Id of a run: its parameters, rules and all that was read. */
  static String id(Map<String, String> parameters, List<SourceInfo> inputs) {
    StringBuilder name = new StringBuilder("run|" + PortWatch.COMMAND);
    parameters.forEach((key, value) -> name.append('|').append(key).append('=').append(value));
    rules().forEach((rule, number) -> name.append('|').append(rule).append(' ').append(number));
    inputs.stream()
        .map(info -> info.contentSha256() + ' ' + info.format())
        .sorted()
        .forEach(digest -> name.append('|').append(digest));
    return FindingIds.ofName(name.toString()).toString();
  }

  /** What a watch did. */
  record Done(
      String id,
      String version,
      Map<String, String> parameters,
      List<SourceInfo> inputs,
      PortReading.Result read,
      LogSight logs,
      List<Finding> findings,
      Map<String, Long> rejects,
      List<String> notes,
      double seconds,
      boolean simulated) {}

  static Run run(Done done) {
    CaptureHealth health = done.read().health();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records", health.packets() + done.logs().lines());
    counts.put("packets", health.packets());
    if (done.logs().any()) {
      counts.put("log-lines", done.logs().lines());
      counts.put("logged-connections", done.logs().connections());
    }
    counts.put("conversations", health.conversations());
    counts.put("operations", done.read().operations());
    counts.put("duplicates", health.duplicates());
    counts.put("missing-bytes", health.missingBytes());
    counts.put("rejects", done.rejects().values().stream().mapToLong(Long::longValue).sum());
    for (Level level : Level.values()) {
      counts.put(
          level.word(),
          done.findings().stream().filter(f -> f.assessment().level() == level).count());
    }
    long first = Math.min(health.firstNanos(), done.logs().firstNanos());
    long last = Math.max(health.lastNanos(), done.logs().lastNanos());
    boolean any = first <= last;
    List<String> notes = new ArrayList<>(done.notes());
    List<String> faults = CaptureCoverage.faults(health);
    if (!faults.isEmpty()) {
      notes.add("What was missed: " + String.join("; ", faults) + ".");
    }
    if (done.logs().any()) {
      notes.add(LogSight.BLIND);
    }
    notes.add(CaptureCoverage.BLIND_SPOTS.get(1));
    Instant from = any ? PortWords.instant(first) : null;
    return new Run(
        done.id(),
        done.version(),
        PortWatch.COMMAND,
        done.parameters(),
        rules(),
        done.inputs(),
        counts,
        done.rejects(),
        done.seconds(),
        done.simulated(),
        from,
        any ? PortWords.instant(last) : null,
        notes);
  }
}
