package org.bellbuoy.port.watch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.zeek.LogReader;

/** Makes findings of facts. Pure: the same facts give the same findings. */
final class PortFindings {
  private final List<SourceInfo> sources;
  private final Map<String, Integer> versions;
  private final Coverage coverage;
  private final String run;

  /**
   * A maker of findings.
   *
   * @param sources by the index that traces name
   * @param coverage what the captures could have shown
   */
  PortFindings(
      List<SourceInfo> sources, Map<String, Integer> versions, Coverage coverage, String run) {
    this.sources = sources;
    this.versions = versions;
    this.coverage = coverage;
    this.run = run;
  }

  Finding of(PortFact fact) {
    Subject subject = subject(fact);
    Instant from = PortWords.instant(fact.fromNanos());
    return new Finding(
        FindingIds.of(fact.rule(), subject, from),
        fact.rule(),
        versions.getOrDefault(fact.rule(), 1),
        State.FINAL,
        fact.severity(),
        subject,
        assets(fact),
        from,
        PortWords.instant(fact.toNanos()),
        null,
        new Assessment(fact.level(), null, List.of()),
        fact.reasons(),
        coverage,
        evidence(fact),
        List.of(),
        run);
  }

  /** Who acted; the kind is among the ids, for one actor does several things from one time on. */
  private static Subject subject(PortFact fact) {
    Map<String, String> ids = new LinkedHashMap<>(fact.actor());
    ids.put("act", fact.kind());
    String name = ids.getOrDefault("ip", ids.getOrDefault("mac", ids.values().iterator().next()));
    return new Subject("host", ids, name);
  }

  private static List<AssetRef> assets(PortFact fact) {
    List<AssetRef> assets = new ArrayList<>();
    for (PortFact.Target target : fact.targets()) {
      ObjectNode detail = JsonNodeFactory.instance.objectNode();
      detail.put("count", target.count());
      assets.add(
          new AssetRef("device", target.id(), target.id(), target.relation(), List.of(), detail));
    }
    return assets;
  }

  private List<Evidence> evidence(PortFact fact) {
    List<Evidence> evidence = new ArrayList<>();
    for (PortTrace trace : fact.traces()) {
      if (trace.source() < 0 || trace.source() >= sources.size()) {
        continue;
      }
      SourceInfo info = sources.get(trace.source());
      boolean log = info.format().equals(LogReader.FORMAT);
      evidence.add(
          new Evidence(
              "sha256:" + info.contentSha256(),
              info.name(),
              trace.offset(),
              trace.length(),
              log ? trace.frame() : 0,
              log ? 0 : trace.frame(),
              trace.quote().isEmpty() ? null : trace.quote()));
    }
    return evidence;
  }
}
