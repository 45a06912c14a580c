package org.bellbuoy.sea.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.judge.Judgement;
import org.bellbuoy.sea.judge.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is news of silences while they last: over a stretch of event time at a time in a
 * stream, or over all of it at once afterwards, which comes to the same lines.
 */
final class LiveStories {
  private final Map<Integer, Ship> ships = new HashMap<>();
  private long told;
  private long likely;
  private long withdrawn;

  /** What is remembered of one MMSI. */
  private static final class Ship {
    final Map<Key, LiveStory> stories = new HashMap<>();
    final List<Heard> late = new ArrayList<>();
  }

  private record Key(int hull, long fromMillis) {}

  /** A reception that came late. */
  private record Heard(long epochMillis, long knownMillis) {}

  /**
   * One thing that happens to stories.
   *
   * @param lasting whose silence; null for a late record, which is for all of its MMSI
   * @param judgement of a moment; null where it was heard
   */
  private record Step(
      long knownMillis,
      int mmsi,
      long epochMillis,
      SeaEvent.@Nullable Lasting lasting,
      @Nullable Judgement judgement) {
    /** What is heard at a time is known before what is judged then. */
    static final Comparator<Step> ORDER =
        Comparator.comparingLong(Step::knownMillis)
            .thenComparing(step -> step.judgement() != null)
            .thenComparingInt(Step::mmsi)
            .thenComparingLong(Step::epochMillis)
            .thenComparingInt(step -> step.lasting() == null ? 0 : step.lasting().hull());
  }

  /**
   * The lines of a stretch of event time, in order of moment, then id.
   *
   * @param events all that came to be known in it, and silences that last at its end
   * @param sinceMillis moments from then on
   * @param untilMillis moments before then
   */
  List<LiveLine> tell(
      List<SeaEvent> events, long sinceMillis, long untilMillis, SilenceJudging judging) {
    List<Step> steps = new ArrayList<>();
    List<SeaEvent.Lasting> lastings = new ArrayList<>();
    for (SeaEvent event : events) {
      if (event instanceof SeaEvent.Lasting lasting) {
        lastings.add(lasting);
        long end = lasting.heardMillis();
        if (end != Long.MAX_VALUE) {
          steps.add(new Step(lasting.endKnownMillis(), lasting.mmsi(), end, lasting, null));
        }
      } else if (event instanceof SeaEvent.LateHeard late) {
        steps.add(new Step(late.knownMillis(), late.mmsi(), late.fromMillis(), null, null));
      }
    }
    // Each silence is judged on its own; the order of the list is that of the events.
    List<List<Judgement>> judged =
        IntStream.range(0, lastings.size())
            .parallel()
            .mapToObj(i -> judge(lastings.get(i), sinceMillis, untilMillis, judging))
            .toList();
    for (int i = 0; i < lastings.size(); i++) {
      SeaEvent.Lasting one = lastings.get(i);
      for (Judgement judgement : judged.get(i)) {
        long moment = judgement.facts().momentMillis();
        steps.add(new Step(moment, one.mmsi(), one.fromMillis(), one, judgement));
      }
    }
    steps.sort(Step.ORDER);
    List<LiveLine> lines = new ArrayList<>();
    for (Step step : steps) {
      take(step, lines);
    }
    lines.sort(
        Comparator.comparingLong(LiveLine::momentMillis).thenComparing(l -> l.id().toString()));
    return lines;
  }

  private List<Judgement> judge(
      SeaEvent.Lasting lasting, long sinceMillis, long untilMillis, SilenceJudging judging) {
    Ship ship = ships.get(lasting.mmsi());
    LiveStory story = ship == null ? null : ship.stories.get(key(lasting));
    if (story != null && story.isOver()) {
      return List.of();
    }
    return judging.live(
        lasting.silence(),
        Moments.within(
            lasting.fromMillis(),
            Math.max(sinceMillis, lasting.knownMillis()),
            Math.min(untilMillis, lasting.endKnownMillis())));
  }

  private void take(Step step, List<LiveLine> lines) {
    Ship ship = ships.computeIfAbsent(step.mmsi(), mmsi -> new Ship());
    SeaEvent.Lasting lasting = step.lasting();
    Judgement judgement = step.judgement();
    if (lasting == null) {
      ship.late.add(new Heard(step.epochMillis(), step.knownMillis()));
      ship.stories.values().stream()
          .sorted(Comparator.comparing(story -> story.id().toString()))
          .forEach(story -> heard(story, step, lines));
    } else if (judgement == null) {
      LiveStory story = ship.stories.get(key(lasting));
      if (story != null) {
        heard(story, step, lines);
      }
    } else {
      LiveStory story = ship.stories.computeIfAbsent(key(lasting), k -> begin(lasting, ship));
      boolean wasTold = story.wasTold();
      boolean wasLikely = story.wasLikely();
      LiveLine line = story.judged(judgement);
      if (line != null) {
        lines.add(line);
      }
      told += !wasTold && story.wasTold() ? 1 : 0;
      likely += !wasLikely && story.wasLikely() ? 1 : 0;
    }
  }

  /** A story begins at its first judgement; what came late before that counts already. */
  private static LiveStory begin(SeaEvent.Lasting lasting, Ship ship) {
    LiveStory story = new LiveStory(lasting);
    for (Heard late : ship.late) {
      story.heard(late.epochMillis(), late.knownMillis());
    }
    return story;
  }

  private void heard(LiveStory story, Step step, List<LiveLine> lines) {
    LiveLine line = story.heard(step.epochMillis(), step.knownMillis());
    if (line != null) {
      lines.add(line);
      withdrawn += line.state() == LiveLine.State.WITHDRAWN ? 1 : 0;
    }
  }

  private static Key key(SeaEvent.Lasting lasting) {
    return new Key(lasting.hull(), lasting.fromMillis());
  }

  /** Forgets what began, or was heard, before a time. */
  void forgetBefore(long epochMillis) {
    ships
        .values()
        .removeIf(
            ship -> {
              ship.stories.values().removeIf(story -> story.fromMillis() < epochMillis);
              ship.late.removeIf(late -> late.knownMillis() < epochMillis);
              return ship.stories.isEmpty() && ship.late.isEmpty();
            });
  }

  /** Silences told of, by the gravest level that was told, and those withdrawn of them. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("live-likely", likely);
    counts.put("live-possible", told - likely);
    counts.put("live-withdrawn", withdrawn);
    return counts;
  }
}
