package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.json.SecretText;
import org.bellbuoy.server.event.WindowsEvent;
import org.bellbuoy.server.log.RowAggregate;
import org.bellbuoy.server.log.WebRow;
import org.jspecify.annotations.Nullable;

/**
 * Hits of rules in one block of records. Memory grows with rules that hit and, up to a bound, with
 * hits that correlations ask for; not with rows. Not thread safe.
 */
public final class SigmaAggregate implements RowAggregate<SigmaAggregate> {
  private static final int LONGEST_QUOTE = 400;

  private final SigmaEngine engine;
  private @Nullable Matching matching;
  private final Map<Integer, Tally> tallies = new TreeMap<>();
  private final List<Occurrence> occurrences = new ArrayList<>();
  private long records;
  private long evaluations;
  private long candidateRecords;
  private long unkept;
  private long untimed;

  SigmaAggregate(SigmaEngine engine) {
    this.engine = engine;
  }

  private static final class Tally {
    long count;
    long needed;
    long first = WebRow.NO_TIME;
    long last = WebRow.NO_TIME;
    final List<SigmaPlace> kept = new ArrayList<>();

    void time(long millis) {
      if (millis != WebRow.NO_TIME) {
        first = first == WebRow.NO_TIME ? millis : Math.min(first, millis);
        last = Math.max(last, millis);
      }
    }
  }

  @Override
  public void row(WebRow row) {
    Matching with = matching();
    int hits = with.row(row);
    count(with);
    for (int i = 0; i < hits; i++) {
      boolean needed = with.needed(i);
      int rule = with.rule(i);
      if (add(rule, row.epochMillis, needed)) {
        SigmaPlace place =
            new SigmaPlace(
                row.source,
                row.offset,
                row.to - row.from,
                row.line,
                row.epochMillis,
                needed,
                row.quote(LONGEST_QUOTE));
        keep(rule, place, with.record());
      }
    }
  }

  /** Takes an event. */
  public void event(WindowsEvent event) {
    Matching with = matching();
    int hits = with.event(event);
    count(with);
    for (int i = 0; i < hits; i++) {
      int rule = with.rule(i);
      if (add(rule, event.epochMillis(), false)) {
        String raw = with.record().raw().replace('\n', ' ');
        SigmaPlace place =
            new SigmaPlace(
                event.source(),
                event.offset(),
                event.length(),
                event.frame(),
                event.epochMillis(),
                false,
                SecretText.cut(raw, LONGEST_QUOTE));
        keep(rule, place, with.record());
      }
    }
  }

  private Matching matching() {
    Matching with = matching;
    if (with == null) {
      with = new Matching(engine);
      matching = with;
    }
    return with;
  }

  private void count(Matching with) {
    records++;
    evaluations += with.evaluations();
    candidateRecords += with.evaluations() > 0 ? 1 : 0;
  }

  /** Counts a hit; tells whether its place is wanted. */
  private boolean add(int rule, long millis, boolean needed) {
    Tally tally = tallies.computeIfAbsent(rule, key -> new Tally());
    tally.count++;
    tally.needed += needed ? 1 : 0;
    tally.time(millis);
    return tally.kept.size() < engine.options().mostKeptHits() || engine.isWanted(rule);
  }

  private void keep(int rule, SigmaPlace place, SigmaRecord record) {
    Tally tally = tallies.get(rule);
    if (tally != null && tally.kept.size() < engine.options().mostKeptHits()) {
      tally.kept.add(place);
    }
    if (!engine.isWanted(rule)) {
      return;
    }
    if (place.epochMillis() == WebRow.NO_TIME) {
      untimed++;
    } else if (occurrences.size() >= engine.options().mostCorrelationEvents()) {
      unkept++;
    } else {
      Map<String, String> values = new HashMap<>();
      engine
          .wanted(rule)
          .forEach(
              (name, field) -> {
                String value = record.value(field);
                if (value != null) {
                  values.put(name, value);
                }
              });
      occurrences.add(
          new Occurrence(
              rule,
              place.epochMillis(),
              place.epochMillis(),
              values,
              List.of(place),
              place.source(),
              place.offset()));
    }
  }

  @Override
  public void merge(SigmaAggregate later) {
    int most = engine.options().mostKeptHits();
    later.tallies.forEach(
        (rule, other) -> {
          Tally tally = tallies.computeIfAbsent(rule, key -> new Tally());
          tally.count += other.count;
          tally.needed += other.needed;
          tally.time(other.first);
          tally.time(other.last);
          int room = Math.min(other.kept.size(), most - tally.kept.size());
          tally.kept.addAll(other.kept.subList(0, Math.max(0, room)));
        });
    int room =
        Math.min(
            later.occurrences.size(),
            engine.options().mostCorrelationEvents() - occurrences.size());
    occurrences.addAll(later.occurrences.subList(0, Math.max(0, room)));
    unkept += later.unkept + later.occurrences.size() - Math.max(0, room);
    records += later.records;
    evaluations += later.evaluations;
    candidateRecords += later.candidateRecords;
    untimed += later.untimed;
  }

  /** Hits by rule, in order of the rules; those that only feed correlations are left out. */
  public List<SigmaHit> hits() {
    List<SigmaHit> hits = new ArrayList<>();
    tallies.forEach(
        (index, tally) -> {
          SigmaRule rule = engine.rules().get(index);
          if (rule.standsAlone()) {
            hits.add(
                new SigmaHit(rule, tally.count, tally.needed, tally.first, tally.last, tally.kept));
          }
        });
    return hits;
  }

  /**
   * What correlations say of all hits, in order of time of events. To be asked once all is merged.
   * Those that only feed others are left out.
   */
  public List<SigmaCorrelationHit> correlations() {
    return Correlator.evaluate(engine, occurrences);
  }

  /** Rows and events seen. */
  public long records() {
    return records;
  }

  /** Tests of a whole rule on a record. */
  public long evaluations() {
    return evaluations;
  }

  /** Records that at least one rule was tested on. */
  public long candidateRecords() {
    return candidateRecords;
  }

  /** Hits that correlations asked for and that were not kept, for there were too many. */
  public long unkeptCorrelationEvents() {
    return unkept;
  }

  /** Hits that correlations asked for and that tell no time. */
  public long untimedCorrelationEvents() {
    return untimed;
  }
}
