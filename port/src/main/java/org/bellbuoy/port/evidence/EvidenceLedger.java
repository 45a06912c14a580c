package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.watch.CaptureCoverage;
import org.bellbuoy.port.watch.CaptureHealth;
import org.bellbuoy.port.watch.PortReading;

/** Makes the ledger of a run. */
final class EvidenceLedger {
  /** How evidence is judged; rises when the same bytes could lead to another verdict. */
  static final Map<String, Integer> RULES =
      Map.of(
          "port.evidence", 3,
          "port.clear-credentials", 1,
          "port.egress", 1,
          "port.file-into-ot", 1,
          "port.remote-session", 1,
          "port.second-gateway", 1);

  private EvidenceLedger() {}

  static Run run(
      Checklist checklist,
      Map<String, String> parameters,
      String version,
      PortReading.Result read,
      List<ParagraphEvidence> answers,
      Map<String, Long> rejects,
      double seconds,
      boolean simulated) {
    CaptureHealth health = read.health();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records", health.packets());
    counts.put("packets", health.packets());
    counts.put("conversations", health.conversations());
    counts.put("operations", read.operations());
    counts.put("duplicates", health.duplicates());
    counts.put("missing-bytes", health.missingBytes());
    counts.put("rejects", rejects.values().stream().mapToLong(Long::longValue).sum());
    counts.put("paragraphs", (long) answers.size());
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict.word().replace(' ', '-'), count(answers, verdict));
    }
    StringBuilder name = new StringBuilder("run|" + PortEvidence.COMMAND);
    name.append('|').append(checklist.rule());
    parameters.forEach((key, value) -> name.append('|').append(key).append('=').append(value));
    RULES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(name::append);
    read.sources().stream()
        .map(info -> info.contentSha256() + ' ' + info.format())
        .sorted()
        .forEach(digest -> name.append('|').append(digest));
    List<String> notes = new ArrayList<>();
    notes.add("Evidence for a rule is no statement that the rule is kept or broken.");
    List<String> faults = CaptureCoverage.faults(health);
    if (!faults.isEmpty()) {
      notes.add("What was missed: " + String.join("; ", faults) + ".");
    }
    notes.add(CaptureCoverage.BLIND_SPOTS.get(1));
    return new Run(
        FindingIds.ofName(name.toString()).toString(),
        version,
        PortEvidence.COMMAND,
        parameters,
        RULES,
        read.sources(),
        counts,
        rejects,
        seconds,
        simulated,
        PortWords.instant(health.firstNanos()),
        PortWords.instant(health.lastNanos()),
        notes);
  }

  static long count(List<ParagraphEvidence> answers, Verdict verdict) {
    return answers.stream().filter(answer -> answer.verdict() == verdict).count();
  }
}
