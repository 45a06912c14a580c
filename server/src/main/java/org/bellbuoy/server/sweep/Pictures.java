package org.bellbuoy.server.sweep;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.exhibit.Timeline.Bar;
import org.bellbuoy.core.exhibit.Timeline.Kind;
import org.bellbuoy.core.exhibit.Timeline.Lane;
import org.bellbuoy.core.exhibit.Timeline.Mark;
import org.bellbuoy.server.content.Cluster;
import org.bellbuoy.server.content.Sighting;
import org.bellbuoy.server.detect.CoverageDay;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.detect.Trace;
import org.jspecify.annotations.Nullable;

/** Draws up what happened when: on one server, and of one script over all. */
final class Pictures {
  private static final Set<EntryState> THROUGH = Set.of(EntryState.SUCCEEDED, EntryState.PERSISTED);

  private Pictures() {}

  /** The days of a server; null where no row tells a time. */
  static @Nullable Timeline server(Days days, List<ServerFact> facts) {
    if (days.all() == 0) {
      return null;
    }
    Instant from = start(days.days().getFirst());
    Instant to = start(days.days().getLast()).plus(Duration.ofDays(1));
    List<Bar> rows = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (CoverageDay day : days.days()) {
      Instant at = start(day);
      rows.add(new Bar(at, at.plus(Duration.ofDays(1)), day.rows()));
      if (day.state() == CoverageDay.State.MISSING || day.state() == CoverageDay.State.THINNED) {
        marks.add(
            new Mark(
                day.state() == CoverageDay.State.MISSING ? "no log" : "thinned",
                at,
                at.plus(Duration.ofDays(1))));
      }
    }
    List<Lane> lanes = new ArrayList<>();
    lanes.add(new Lane("requests a day", Kind.BARS, "requests", rows));
    lane(lanes, "tried", from, to, facts, f -> Verdicts.isEntry(f) && !THROUGH.contains(f.state()));
    lane(
        lanes,
        "came through",
        from,
        to,
        facts,
        f ->
            THROUGH.contains(f.state())
                && f.strength() != Strength.WEAK
                && !f.rule().equals(ServerRules.WEB_SCRIPT.id())
                && !f.rule().equals(ServerRules.MACHINE_KEY.id())
                && !f.rule().equals(ServerRules.CONFIG.id()));
    lane(
        lanes,
        "files by their own time",
        from,
        to,
        facts,
        f -> f.rule().equals(ServerRules.WEB_SCRIPT.id()) && f.strength() != Strength.WEAK);
    return new Timeline("What happened when", from, to, marks, lanes);
  }

  private static void lane(
      List<Lane> lanes,
      String label,
      Instant from,
      Instant to,
      List<ServerFact> facts,
      java.util.function.Predicate<ServerFact> wanted) {
    List<Bar> ticks = new ArrayList<>();
    for (ServerFact fact : facts) {
      if (!wanted.test(fact)) {
        continue;
      }
      for (Trace trace : fact.traces()) {
        if (trace.epochMillis() != ServerFact.NO_TIME) {
          Instant at = Instant.ofEpochMilli(trace.epochMillis());
          if (!at.isBefore(from) && at.isBefore(to)) {
            ticks.add(new Bar(at, at, 1));
          }
        }
      }
    }
    if (!ticks.isEmpty()) {
      ticks.sort(java.util.Comparator.comparing(Bar::from));
      lanes.add(new Lane(label, Kind.TICKS, "times", ticks));
    }
  }

  private static Instant start(CoverageDay day) {
    return day.day().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The spread of one script: a lane a server, in order of first sight; null without times. */
  static @Nullable Timeline spread(Cluster cluster) {
    List<Sighting> timed =
        cluster.members().stream().filter(m -> m.modifiedMillis() != Sighting.NO_TIME).toList();
    if (timed.size() < 2) {
      return null;
    }
    long first = timed.stream().mapToLong(Sighting::modifiedMillis).min().orElseThrow();
    long last = timed.stream().mapToLong(Sighting::modifiedMillis).max().orElseThrow();
    long margin = Math.max(3_600_000, (last - first) / 20);
    List<Lane> lanes = new ArrayList<>();
    for (String host : cluster.hosts()) {
      List<Bar> ticks =
          timed.stream()
              .filter(m -> m.host().equals(host))
              .map(m -> Instant.ofEpochMilli(m.modifiedMillis()))
              .map(at -> new Bar(at, at, 1))
              .toList();
      if (!ticks.isEmpty()) {
        lanes.add(new Lane(host, Kind.TICKS, "files", ticks));
      }
    }
    return new Timeline(
        "Where it was first seen, by the files' own times",
        Instant.ofEpochMilli(first - margin),
        Instant.ofEpochMilli(last + margin),
        List.of(),
        lanes);
  }
}
