package org.bellbuoy.server.sweep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Trace;
import org.bellbuoy.server.log.WebRow;

/**
 * Makes the ledger of a sweep. Logs, events and configurations are listed one by one; of the many
 * scripts only those that findings rest on, the others are counted, and all go into the run's id.
 */
final class Ledger {
  /** The command as the ledger names it. */
  static final String COMMAND = "server sweep";

  private final SweepOptions options;
  private final Sources sources;
  private final String version;

  Ledger(SweepOptions options, Sources sources, String version) {
    this.options = options;
    this.sources = sources;
    this.version = version;
  }

  /** Id of the run: its parameters, rules and the digests of all that was read. */
  String id(List<Verdicts.Known> known) {
    StringBuilder name = new StringBuilder("run|" + COMMAND);
    options
        .judged()
        .forEach((key, value) -> name.append('|').append(key).append('=').append(value));
    rules().forEach((rule, number) -> name.append('|').append(rule).append(' ').append(number));
    for (Verdicts.Known one : known) {
      name.append("|").append(one.read().tree().identity());
      // These are judged by name and place, so no digest stands for them.
      one.facts().stream()
          .filter(fact -> fact.rule().equals(ServerRules.LEFT_FILE.id()))
          .forEach(fact -> name.append('|').append(fact.about().get("file")));
    }
    sources.infos().stream()
        .map(info -> info.contentSha256() + ' ' + info.format())
        .sorted()
        .forEach(digest -> name.append('|').append(digest));
    return FindingIds.ofName(name.toString()).toString();
  }

  private static Map<String, Integer> rules() {
    Map<String, Integer> rules = new TreeMap<>();
    for (Rule rule : ServerRules.all()) {
      rules.put(rule.id(), rule.version());
    }
    return rules;
  }

  Run run(
      String id,
      List<Verdicts.Known> known,
      List<Finding> findings,
      Map<String, Long> rejects,
      double seconds,
      boolean simulated,
      LocalDate date) {
    Map<String, String> parameters = new LinkedHashMap<>(options.parameters());
    parameters.put("patches-judged-for", date.toString());
    Map<String, Long> counts = new LinkedHashMap<>();
    long rows = 0;
    long errors = 0;
    long events = 0;
    long scripts = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    List<String> notes = new ArrayList<>();
    for (Verdicts.Known one : known) {
      rows += one.read().rows();
      errors += one.read().httpErrors().rows();
      events += one.read().eventCount();
      scripts += one.read().scripts().size();
      long from = one.read().eyes().pages.firstMillis();
      long to = one.read().eyes().pages.lastMillis();
      if (from != WebRow.NO_TIME) {
        first = Math.min(first, from);
        last = Math.max(last, to);
      }
      one.read().tree().notes().forEach(note -> notes.add(one.read().host() + ": " + note));
      long dropped = one.read().eyes().pages.droppedAnswers();
      if (dropped > 0) {
        notes.add(
            one.read().host()
                + ": "
                + dropped
                + " answers of pages for which there was no room were not looked at by server.rare-page.");
      }
      long rowsDropped =
          one.read().eyes().toolShell.dropped()
              + one.read().eyes().exchange.dropped()
              + one.read().httpErrors().dropped();
      if (rowsDropped > 0) {
        notes.add(
            one.read().host()
                + ": "
                + rowsDropped
                + " rows that show tries to enter were left out, for there were too many clients.");
      }
      long eventsDropped = one.read().events().dropped();
      if (eventsDropped > 0) {
        notes.add(
            one.read().host()
                + ": "
                + eventsDropped
                + " telling events were left out, for there were too many.");
      }
      if (one.days().all() == 0) {
        notes.add(one.read().host() + ": " + Verdicts.noDay(one.read()) + " That is no all-clear.");
      }
    }
    counts.put("records", rows + errors + events + scripts);
    counts.put("servers", (long) known.size());
    counts.put("rows", rows);
    counts.put("http-error-rows", errors);
    counts.put("events", events);
    counts.put("scripts", scripts);
    counts.put("rejects", rejects.values().stream().mapToLong(Long::longValue).sum());
    for (Level level : Level.values()) {
      counts.put(
          level.word(), findings.stream().filter(f -> f.assessment().level() == level).count());
    }
    return new Run(
        id,
        version,
        COMMAND,
        parameters,
        rules(),
        inputs(known),
        counts,
        rejects,
        seconds,
        simulated,
        first == Long.MAX_VALUE ? null : Instant.ofEpochMilli(first),
        first == Long.MAX_VALUE ? null : Instant.ofEpochMilli(last),
        notes);
  }

  private List<SourceInfo> inputs(List<Verdicts.Known> known) {
    Set<Integer> cited = new HashSet<>();
    for (Verdicts.Known one : known) {
      for (ServerFact fact : one.facts()) {
        fact.traces().stream().map(Trace::source).forEach(cited::add);
      }
    }
    List<SourceInfo> inputs = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      SourceInfo info = sources.get(i).info();
      if (info != null
          && (cited.contains(i)
              || !(info.format().equals("script") || info.format().equals("compiled-page")))) {
        inputs.add(info);
      }
    }
    return inputs;
  }
}
