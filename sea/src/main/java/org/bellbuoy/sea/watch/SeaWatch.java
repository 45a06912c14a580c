package org.bellbuoy.sea.watch;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.bellbuoy.core.exhibit.Exhibit;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.detect.ReceiverStates;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SeaFindings;
import org.bellbuoy.sea.detect.SeaRules;
import org.bellbuoy.sea.detect.SpeedBound;
import org.bellbuoy.sea.track.Place;
import org.jspecify.annotations.Nullable;

/** {@code bellbuoy sea watch}: from inputs to findings. */
public final class SeaWatch {
  /** Name of the receiver of a feed that names none. */
  public static final String UNNAMED_RECEIVER = "the receiver";

  private final SeaWatchOptions options;
  private final @Nullable CableFile cables;
  private final String version;
  private final LongSupplier nanoTime;
  private final Reaches reaches;

  /**
   * A watch.
   *
   * @param cables the protected cables, null for none
   * @param version of Bellbuoy, for the ledger
   * @param nanoTime a clock for the time taken, which is the only use of it
   */
  public SeaWatch(
      SeaWatchOptions options, @Nullable CableFile cables, String version, LongSupplier nanoTime) {
    this.options = options;
    this.cables = cables;
    this.version = version;
    this.nanoTime = nanoTime;
    reaches = new Reaches(cables == null ? null : cables.index(), options.silence().reach());
  }

  /**
   * What came out.
   *
   * @param run the ledger
   * @param findings in order of start, then id
   * @param exhibits of the most telling findings
   * @param problems sentences about sources that could not be read to their end
   */
  public record Result(
      Run run, List<Finding> findings, Map<UUID, Exhibit> exhibits, List<String> problems) {}

  /**
   * Runs the watch.
   *
   * @param inputs at least one
   * @param rejects takes every reject; not closed
   * @throws SourceException when evidence cannot be read again
   */
  public Result run(List<Input> inputs, RejectLog rejects, Progress progress)
      throws IOException, SourceException {
    return run(inputs, rejects, progress, Live.AFTERWARDS);
  }

  /**
   * How silences are judged while they last.
   *
   * @param streaming whether that is told as event time passes and not all at the end
   * @param sink takes what is told
   */
  public record Live(boolean streaming, LiveSink sink) {
    static final Live AFTERWARDS = new Live(false, (line, simulated) -> {});
  }

  /** Runs the watch, and tells what was judged of silences while they lasted. */
  public Result run(List<Input> inputs, RejectLog rejects, Progress progress, Live live)
      throws IOException, SourceException {
    long start = nanoTime.getAsLong();
    // Forgetting goes by event time as well: with a memory all runs are streams.
    boolean streaming = live.streaming() || options.memoryMillis() > 0;
    Follower.Outcome outcome =
        Follower.follow(
            inputs,
            options,
            Math.min(SilenceJudging.LEAST_MILLIS, options.silence().minSilenceMillis()),
            rejects,
            progress,
            batch -> {},
            streaming ? live.sink() : null,
            null);
    Followed followed = outcome.followed();
    List<String> problems = new ArrayList<>();
    for (SourceInfo source : followed.sources()) {
      String problem = source.problem();
      if (problem != null) {
        problems.add(problem);
      }
    }
    ReceiverStates receivers = new ReceiverStates(followed.outages());
    EventJudging each =
        new EventJudging(reaches, options.silence().reach().speedMarginPercent(), followed);
    List<SeaEvent> events =
        followed.events().stream()
            .filter(e -> !(e instanceof SeaEvent.Identity))
            .filter(
                e ->
                    !(e instanceof SeaEvent.Silence s)
                        || s.millis() >= options.silence().minSilenceMillis())
            .toList();
    SilenceJudging judging = new SilenceJudging(followed, receivers, options.silence());
    Map<String, Long> liveCounts = outcome.counts();
    if (liveCounts == null) {
      liveCounts = tell(followed, judging, live.sink());
    }
    // Each event is judged on its own; the order of the list is that of the events.
    List<EventJudging.Judged> alone =
        IntStream.range(0, events.size())
            .parallel()
            .mapToObj(i -> each.judge(events.get(i), judging))
            .toList();
    List<EventJudging.Judged> judged = inRows(alone);
    List<Place> places = new ArrayList<>();
    judged.forEach(j -> places.addAll(j.places()));
    for (Outages.Outage outage : followed.outages()) {
      places.addAll(places(outage));
    }
    Map<Place, Evidence> evidence = new EvidenceReader(inputs, followed.sources()).read(places);

    List<SourceInfo> sources = new ArrayList<>(followed.sources());
    Map<String, String> parameters = new LinkedHashMap<>(options.parameters());
    if (outcome.forgot()) {
      parameters.put(SeaWatchOptions.MEMORY, options.memory());
    }
    CableFile file = cables;
    if (file != null) {
      sources.add(file.info());
      parameters.put("cable-uncertainty", Double.toString(file.defaultUncertaintyMetres()) + "m");
    }
    String runId = runId(parameters, sources);
    Map<Finding, EventJudging.Judged> made = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (EventJudging.Judged one : judged) {
      Finding finding =
          marked(
              withReasons(each.finding(one, evidence, runId), one.reached().reasons()),
              followed.simulated());
      made.put(finding, one);
      findings.add(finding);
    }
    for (Outages.Outage outage : followed.outages()) {
      findings.add(
          marked(
              SeaFindings.of(
                  outage,
                  stationName(outage.station(), followed),
                  EventJudging.quotes(places(outage), evidence),
                  runId),
              followed.simulated()));
    }
    findings.sort(Comparator.comparing(Finding::from).thenComparing(f -> f.id().toString()));
    Map<UUID, Exhibit> exhibits = exhibits(findings, made, followed, judging);

    Map<String, Long> counts = new LinkedHashMap<>(followed.counts());
    counts.put("rejects", rejects.total());
    counts.put("findings", (long) findings.size());
    for (Level level : Level.values()) {
      counts.put(
          level.word(),
          findings.stream()
              .filter(f -> f.rule().equals(SeaRules.SILENCE.id()))
              .filter(f -> f.assessment().level() == level)
              .count());
    }
    counts.putAll(liveCounts);
    Map<String, Integer> rules = new TreeMap<>();
    for (Rule rule : SeaRules.ALL) {
      rules.put(rule.id(), rule.version());
    }
    Run run =
        new Run(
            runId,
            version,
            "sea watch",
            parameters,
            rules,
            sources,
            counts,
            rejects.counts(),
            (nanoTime.getAsLong() - start) / 1e9,
            followed.simulated(),
            followed.hasRecords() ? Instant.ofEpochMilli(followed.startMillis()) : null,
            followed.hasRecords() ? Instant.ofEpochMilli(followed.endMillis()) : null,
            RunNotes.of(options, followed, outcome.forgot()));
    return new Result(run, findings, exhibits, problems);
  }

  /** Tells afterwards what was news while silences lasted. */
  private static Map<String, Long> tell(Followed followed, SilenceJudging judging, LiveSink sink) {
    LiveStories stories = new LiveStories();
    for (LiveLine line :
        stories.tell(followed.told(), Long.MIN_VALUE, followed.endMillis(), judging)) {
      sink.told(line, followed.simulated());
    }
    return stories.counts();
  }

  /** What one silence cannot know by itself: those of the same ship before and after it. */
  private List<EventJudging.Judged> inRows(List<EventJudging.Judged> alone) {
    Map<Integer, Rows.Told> silences = new HashMap<>();
    for (int i = 0; i < alone.size(); i++) {
      if (alone.get(i).event() instanceof SeaEvent.Silence silence) {
        silences.put(i, new Rows.Told(silence, alone.get(i).reached()));
      }
    }
    Map<Integer, Reaches.Reached> told =
        Rows.told(silences, options.silence().reach().rowGapMillis());
    List<EventJudging.Judged> judged = new ArrayList<>(alone);
    told.forEach((i, reached) -> judged.set(i, alone.get(i).with(reached)));
    return judged;
  }

  private static Finding withReasons(Finding finding, List<Reason> more) {
    if (more.isEmpty()) {
      return finding;
    }
    List<Reason> reasons = new ArrayList<>(finding.reasons());
    reasons.addAll(more);
    return finding.withReasons(reasons);
  }

  /** A finding over simulated data says so wherever it goes, whatever reads it. */
  private static Finding marked(Finding finding, boolean simulated) {
    if (!simulated) {
      return finding;
    }
    Coverage coverage = finding.coverage();
    return finding.withCoverage(
        new Coverage("SIMULATED. " + coverage.summary(), coverage.observable(), coverage.detail()));
  }

  private static List<Place> places(Outages.Outage outage) {
    Place to = outage.toPlace();
    return to == null ? List.of(outage.fromPlace()) : List.of(outage.fromPlace(), to);
  }

  private Map<UUID, Exhibit> exhibits(
      List<Finding> findings,
      Map<Finding, EventJudging.Judged> made,
      Followed followed,
      SilenceJudging judging) {
    List<Finding> telling = new ArrayList<>(findings);
    telling.sort(
        Comparator.comparingInt((Finding f) -> rank(f))
            .thenComparing(f -> f.severity(), Comparator.reverseOrder())
            .thenComparing(Finding::from)
            .thenComparing(f -> f.id().toString()));
    Exhibits maker =
        new Exhibits(
            followed,
            judging.hearings(),
            options.silence(),
            cables == null ? null : cables.index(),
            reaches);
    List<SeaEvent.Silence> silences = new ArrayList<>();
    List<Finding> chosen = telling.stream().limit(options.exhibits()).toList();
    for (Finding finding : chosen) {
      EventJudging.Judged judged = made.get(finding);
      if (judged != null && judged.event() instanceof SeaEvent.Silence silence) {
        silences.add(silence);
      }
    }
    maker.prepare(silences);
    Map<UUID, Exhibit> exhibits = new HashMap<>();
    for (Finding finding : chosen) {
      EventJudging.Judged judged = made.get(finding);
      if (judged == null) {
        continue;
      }
      SilenceJudging.Both weighing = judged.weighing();
      SpeedBound bound = judged.bound();
      if (judged.event() instanceof SeaEvent.Silence silence && weighing != null && bound != null) {
        exhibits.put(finding.id(), maker.of(finding, silence, weighing, bound, judged.cables()));
      } else if (judged.event() instanceof SeaEvent.PositionLoss loss) {
        exhibits.put(finding.id(), maker.of(finding, loss));
      }
    }
    return exhibits;
  }

  /**
   * What an analyst wants to see first: what is likely, then possible, then what cannot be told.
   */
  private static int rank(Finding finding) {
    if (!finding.rule().equals(SeaRules.SILENCE.id())) {
      return 2;
    }
    return switch (finding.assessment().level()) {
      case LIKELY -> 0;
      case POSSIBLE -> 1;
      case CANNOT_TELL -> 3;
      case UNLIKELY -> 4;
    };
  }

  private static String stationName(int station, Followed followed) {
    return station < 0 ? UNNAMED_RECEIVER : followed.stationNames().get(station);
  }

  /** The same command with the same parameters over the same contents has the same id. */
  private static String runId(Map<String, String> parameters, List<SourceInfo> sources) {
    StringBuilder name = new StringBuilder("run|sea watch");
    parameters.forEach((key, value) -> name.append('|').append(key).append('=').append(value));
    for (Rule rule : SeaRules.ALL) {
      name.append('|').append(rule.id()).append('/').append(rule.version());
    }
    sources.stream()
        .map(s -> s.contentSha256() + ' ' + s.format())
        .sorted()
        .forEach(digest -> name.append('|').append(digest));
    return FindingIds.ofName(name.toString()).toString();
  }
}
