package org.bellbuoy.port.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;

/**
 * Scans of one host by many public addresses, as whatever the internet reaches meets them. The
 * {@link #TOLD} that tried most are told one by one, the others as one fact of the host.
 */
final class ManyScanners {
  private static final int TOLD = 10;
  private static final int LEAST = 20;
  private static final int MOST = 50;

  private ManyScanners() {}

  /** The facts in their order, those of many scanners of one host put together at the end. */
  static List<PortFact> together(List<PortFact> scans) {
    Map<String, List<PortFact>> byHost = new LinkedHashMap<>();
    for (PortFact scan : scans) {
      if (scan.targets().size() == 1 && Outside.isPublic(scan.actor().getOrDefault("ip", ""))) {
        byHost.computeIfAbsent(scan.targets().getFirst().id(), k -> new ArrayList<>()).add(scan);
      }
    }
    byHost.values().removeIf(of -> of.size() < LEAST);
    List<PortFact> facts = new ArrayList<>(scans);
    byHost.forEach(
        (host, of) -> {
          of.sort(Comparator.comparingLong(PortFact::count).reversed());
          List<PortFact> rest = of.subList(TOLD, of.size());
          facts.removeAll(rest);
          facts.add(others(host, rest));
        });
    return facts;
  }

  private static PortFact others(String host, List<PortFact> scans) {
    boolean likely = scans.stream().anyMatch(scan -> scan.level() == Level.LIKELY);
    return new PortFact(
        PortRules.SCAN.id(),
        likely ? Level.LIKELY : Level.POSSIBLE,
        Severity.LOW,
        Map.of("ip", host),
        "ports-many-scanners",
        scans.stream()
            .limit(MOST)
            .map(s -> new PortFact.Target(s.actor().getOrDefault("ip", ""), "tried-by", s.count()))
            .toList(),
        scans.stream().mapToLong(PortFact::fromNanos).min().orElse(0),
        scans.stream().mapToLong(PortFact::toNanos).max().orElse(0),
        scans.stream().mapToLong(PortFact::count).sum(),
        List.of(
            Reason.of(
                "scanners",
                "Other public addresses tried ports of %s in vain, fewer each than the %d told of"
                        .formatted(host, TOLD)
                    + " one by one.",
                (double) scans.size(),
                "addresses and days"),
            Reason.of(
                "against-internet", "Whatever the internet reaches is scanned like this daily.")),
        scans.stream().limit(MOST).flatMap(s -> s.traces().stream().limit(1)).toList());
  }
}
