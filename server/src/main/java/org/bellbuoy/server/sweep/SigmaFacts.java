package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.json.SecretText;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.detect.Trace;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.sigma.SigmaAggregate;
import org.bellbuoy.server.sigma.SigmaCorrelationHit;
import org.bellbuoy.server.sigma.SigmaEngine;
import org.bellbuoy.server.sigma.SigmaHit;
import org.bellbuoy.server.sigma.SigmaPlace;
import org.bellbuoy.server.sigma.SigmaRule;
import org.jspecify.annotations.Nullable;

/** What rules of the user hit on one server, one fact a rule. Pure. */
final class SigmaFacts {
  private static final int MOST_TRACES = 50;
  private static final int MOST_GROUPS = 5;
  private static final int MOST_NAMED = 20;
  private static final int LONGEST_GROUP = 200;

  private SigmaFacts() {}

  static List<ServerFact> of(ServerRead read) {
    SigmaAggregate sigma = read.eyes().sigma;
    if (sigma == null) {
      return List.of();
    }
    List<ServerFact> facts = new ArrayList<>();
    for (SigmaHit hit : sigma.hits()) {
      FactBuilder fact = fact(hit.rule());
      fact.reason(
          "sigma-hit",
          hit.count()
              + (hit.count() == 1 ? " record fits" : " records fit")
              + (hit.neededFullUri() == 0
                  ? ""
                  : ", "
                      + hit.neededFullUri()
                      + " of them only by the full-URI reading of the query")
              + ".",
          (double) hit.count(),
          "records");
      fact.count(hit.count());
      facts.add(made(fact, hit.firstMillis(), hit.lastMillis(), hit.kept()));
    }
    Map<SigmaRule, List<SigmaCorrelationHit>> joined = new LinkedHashMap<>();
    for (SigmaCorrelationHit hit : sigma.correlations()) {
      joined.computeIfAbsent(hit.rule(), rule -> new ArrayList<>()).add(hit);
    }
    joined.forEach((rule, hits) -> facts.add(correlation(rule, hits)));
    return facts;
  }

  private static ServerFact correlation(SigmaRule rule, List<SigmaCorrelationHit> hits) {
    FactBuilder fact = fact(rule);
    fact.reason(
        "sigma-correlation",
        "It held " + (hits.size() == 1 ? "once." : hits.size() + " times."),
        hits.size(),
        "times");
    for (SigmaCorrelationHit hit : hits.subList(0, Math.min(MOST_GROUPS, hits.size()))) {
      if (!hit.group().isEmpty()) {
        fact.reason(
            "sigma-group", "For " + SecretText.cut(hit.group().toString(), LONGEST_GROUP) + ".");
      }
    }
    return made(
        fact,
        hits.stream().mapToLong(SigmaCorrelationHit::firstMillis).min().orElse(WebRow.NO_TIME),
        hits.stream().mapToLong(SigmaCorrelationHit::lastMillis).max().orElse(WebRow.NO_TIME),
        hits.stream().flatMap(hit -> hit.kept().stream()).limit(MOST_TRACES).toList());
  }

  private static FactBuilder fact(SigmaRule rule) {
    return new FactBuilder(
            ServerRules.SIGMA.id(),
            EntryState.CANNOT_TELL,
            rule.callsForReview() ? Strength.MEDIUM : Strength.WEAK)
        .about("sigma", rule.identity())
        .about("sigma-title", rule.label())
        .about("sigma-level", rule.level());
  }

  private static ServerFact made(
      FactBuilder fact, long firstMillis, long lastMillis, List<SigmaPlace> places) {
    fact.at(firstMillis).at(lastMillis);
    for (SigmaPlace place : places) {
      fact.trace(
          new Trace(
              place.source(),
              place.epochMillis(),
              place.offset(),
              place.length(),
              place.line(),
              place.frame(),
              place.quote()));
    }
    return fact.make();
  }

  /** What the ledger and the terminal say of the rules; empty where none were given. */
  static List<String> notes(@Nullable SigmaEngine engine, List<ServerRead> reads) {
    if (engine == null) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    List<SigmaRule> rules = engine.rules();
    List<SigmaRule> broken = rules.stream().filter(rule -> !rule.runs()).toList();
    notes.add("Sigma: " + (rules.size() - broken.size()) + " of " + rules.size() + " rules run.");
    for (SigmaRule rule : broken.subList(0, Math.min(MOST_NAMED, broken.size()))) {
      notes.add("Sigma rule that cannot run: " + rule.cannotRun());
    }
    if (broken.size() > MOST_NAMED) {
      notes.add(
          (broken.size() - MOST_NAMED) + " more rules cannot run; the report names them with why.");
    }
    for (ServerRead read : reads) {
      SigmaAggregate sigma = read.eyes().sigma;
      if (sigma == null) {
        continue;
      }
      if (sigma.unkeptCorrelationEvents() > 0) {
        notes.add(
            read.host()
                + ": "
                + sigma.unkeptCorrelationEvents()
                + " hits that correlation rules ask for were left out, for there were too many.");
      }
      if (sigma.untimedCorrelationEvents() > 0) {
        notes.add(
            read.host()
                + ": "
                + sigma.untimedCorrelationEvents()
                + " hits that correlation rules ask for tell no time and were left out.");
      }
    }
    return notes;
  }
}
