package org.bellbuoy.report.export;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.core.run.Run;

/**
 * All that an export may use.
 *
 * @param findings in the order in which they are written
 * @param origins whether a finding's data are simulated
 * @param rules by id, for titles and claims; a finding's rule may be missing
 * @param version of Bellbuoy, as the product's version
 */
public record ExportInput(
    List<Finding> findings,
    Function<Finding, Origin> origins,
    Map<String, Rule> rules,
    String version) {
  public ExportInput {
    findings = List.copyOf(findings);
    rules = Map.copyOf(rules);
  }

  /** Findings with the runs that found them, as far as those are at hand. */
  public static ExportInput of(
      List<Finding> findings, Collection<Run> runs, Collection<Rule> rules, String version) {
    Map<String, Rule> byId = new TreeMap<>();
    rules.forEach(rule -> byId.put(rule.id(), rule));
    return new ExportInput(findings, Origin.among(runs), byId, version);
  }

  Told told(Finding finding) {
    return new Told(finding, origins.apply(finding), rules.get(finding.rule()));
  }
}
