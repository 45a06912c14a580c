package org.bellbuoy.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.sea.watch.SeaWatchOptions;
import org.bellbuoy.sea.watch.TrackFollower;
import org.bellbuoy.sea.watch.TrackGeoJson;
import org.bellbuoy.store.StoreException;

/** One run of {@code sea tracks} with all it writes. */
final class TracksRun {
  static final String PARQUET = "tracks.parquet";
  static final String GEOJSON = "tracks.geojson";

  private final Environment environment;
  private final List<String> paths;
  private final SeaWatchOptions options;
  private final Path out;

  TracksRun(Environment environment, List<String> paths, SeaWatchOptions options, Path out) {
    this.environment = environment;
    this.paths = paths;
    this.options = options;
    this.out = out;
  }

  int run() throws IOException, SourceException {
    long start = environment.nanoTime().getAsLong();
    Outputs.prepare(out);
    List<Input> inputs = Inputs.find(paths, environment.in());
    List<String> names = inputs.stream().map(Input::name).toList();
    boolean compressed = inputs.stream().anyMatch(i -> !i.path().endsWith(i.name()));
    Progress progress =
        new Progress(
            environment.terminal(),
            environment.err(),
            environment.nanoTime(),
            compressed ? 0 : inputs.stream().mapToLong(i -> Math.max(0, i.storedBytes())).sum());
    TrackFollower.Result result;
    Map<String, Long> rejected;
    try (RejectLog rejects = RejectLog.to(out.resolve(Outputs.REJECTS), names::get)) {
      result = follow(inputs, names, rejects, progress);
      rejected = rejects.counts();
    }
    try (BufferedWriter writer = part(GEOJSON)) {
      TrackGeoJson.write(result.tracks(), writer);
    }
    Run run = ledger(result, rejected, start);
    try (BufferedWriter writer = part(Outputs.RUN)) {
      writer.write(RunJson.write(run));
    }
    whole(GEOJSON);
    whole(Outputs.RUN);
    print(run);
    return tellProblems(run);
  }

  /** Follows; fixes go to the table as they come, and the table is given up when anything fails. */
  private TrackFollower.Result follow(
      List<Input> inputs, List<String> names, RejectLog rejects, Progress progress)
      throws IOException {
    try (TrackTable table = new TrackTable(out.resolve(PARQUET), names)) {
      boolean done = false;
      try {
        TrackFollower.Result result =
            TrackFollower.follow(inputs, options, table, rejects, progress);
        done = true;
        return result;
      } catch (IllegalStateException e) {
        // A full disk met by a worker is told in its own sentence.
        if (e.getCause() instanceof StoreException problem) {
          throw problem;
        }
        throw e;
      } finally {
        if (!done) {
          table.abandon();
        }
      }
    }
  }

  private Run ledger(TrackFollower.Result result, Map<String, Long> rejected, long start) {
    Map<String, String> parameters = new LinkedHashMap<>();
    options.parameters().entrySet().stream()
        .filter(one -> List.of("lateness", "format", "date").contains(one.getKey()))
        .forEach(one -> parameters.put(one.getKey(), one.getValue()));
    StringBuilder name = new StringBuilder("run|sea tracks");
    parameters.forEach((key, value) -> name.append('|').append(key).append('=').append(value));
    result.sources().stream()
        .map(source -> source.contentSha256() + ' ' + source.format())
        .sorted()
        .forEach(digest -> name.append('|').append(digest));
    Map<String, Long> counts = new LinkedHashMap<>(result.counts());
    counts.put("rejects", rejected.values().stream().mapToLong(Long::longValue).sum());
    return new Run(
        FindingIds.ofName(name.toString()).toString(),
        Version.text(),
        "sea tracks",
        parameters,
        Map.of(),
        result.sources(),
        counts,
        rejected,
        (environment.nanoTime().getAsLong() - start) / 1e9,
        result.simulated());
  }

  private void print(Run run) {
    Map<String, Long> counts = run.counts();
    if (run.simulated()) {
      environment.out().println("SIMULATED data: no vessel or receiver here is real.");
    }
    environment
        .out()
        .printf(
            Locale.ROOT,
            "%,d records, %,d fixes in %,d tracks of %,d vessels, %,d rejects, in %.1f s%n",
            counts.getOrDefault("records", 0L),
            counts.getOrDefault("fixes", 0L),
            counts.getOrDefault("tracks", 0L),
            counts.getOrDefault("vessels", 0L),
            counts.getOrDefault("rejects", 0L),
            run.seconds());
    for (Map.Entry<String, Long> one : run.rejects().entrySet()) {
      environment.out().printf(Locale.ROOT, "  %-24s %,12d%n", one.getKey(), one.getValue());
    }
    for (String name : List.of(PARQUET, GEOJSON, Outputs.REJECTS, Outputs.RUN)) {
      environment.out().println(out.resolve(name).toAbsolutePath().normalize());
    }
    environment.out().flush();
  }

  private int tellProblems(Run run) {
    List<String> problems =
        new ArrayList<>(
            run.inputs().stream().map(SourceInfo::problem).filter(Objects::nonNull).toList());
    if (run.counts().getOrDefault("records", 0L) == 0) {
      problems.add(
          "No usable AIS record in "
              + String.join(", ", paths)
              + (run.rejects().isEmpty() ? "" : " (see " + Outputs.REJECTS + ")")
              + "; there is no track.");
    }
    problems.forEach(problem -> environment.err().println("bellbuoy: " + problem));
    if (!problems.isEmpty()) {
      environment.err().println("bellbuoy: what could be read was followed; it is in " + out + ".");
    }
    return problems.isEmpty() ? Bellbuoy.OK : Bellbuoy.FAILED;
  }

  private BufferedWriter part(String name) throws IOException {
    return Files.newBufferedWriter(out.resolve(name + ".part"), StandardCharsets.UTF_8);
  }

  private void whole(String name) throws IOException {
    Files.move(out.resolve(name + ".part"), out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
