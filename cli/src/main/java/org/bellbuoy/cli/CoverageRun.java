package org.bellbuoy.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.report.HtmlDocument;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.CoverageOptions;
import org.bellbuoy.sea.reception.CoverageQuestion;
import org.bellbuoy.sea.watch.CoverageAnswer;
import org.bellbuoy.sea.watch.CoverageFiles;
import org.bellbuoy.sea.watch.CoveragePage;
import org.bellbuoy.sea.watch.SeaCoverage;
import org.bellbuoy.sea.watch.SeaWatchOptions;

/** One run of {@code sea coverage} with all it writes. */
final class CoverageRun {
  static final String GEOJSON = "coverage.geojson";
  static final String CSV = "coverage.csv";
  static final String PAGE = "coverage.html";

  private final Environment environment;
  private final List<String> paths;
  private final SeaWatchOptions options;
  private final CoverageOptions words;
  private final SeaCoverage.Asked asked;
  private final Path out;
  private final boolean json;

  CoverageRun(
      Environment environment,
      List<String> paths,
      SeaWatchOptions options,
      CoverageOptions words,
      SeaCoverage.Asked asked,
      Path out,
      boolean json) {
    this.environment = environment;
    this.paths = paths;
    this.options = options;
    this.words = words;
    this.asked = asked;
    this.out = out;
    this.json = json;
  }

  int run() throws IOException, SourceException {
    long start = environment.nanoTime().getAsLong();
    List<Input> inputs = Inputs.find(paths, environment.in());
    Outputs.prepare(out);
    List<String> names = inputs.stream().map(Input::name).toList();
    boolean compressed = inputs.stream().anyMatch(i -> !i.path().endsWith(i.name()));
    Progress progress =
        new Progress(
            environment.terminal() && !json,
            environment.err(),
            environment.nanoTime(),
            compressed ? 0 : inputs.stream().mapToLong(i -> Math.max(0, i.storedBytes())).sum());
    SeaCoverage.Result result;
    Map<String, Long> rejected;
    try (RejectLog rejects = RejectLog.to(out.resolve(Outputs.REJECTS), names::get)) {
      result = SeaCoverage.run(inputs, options, words, asked, rejects, progress);
      rejected = rejects.counts();
    }
    Run run = ledger(result, rejected, start);
    WholeFile.write(out, GEOJSON, writer -> CoverageFiles.writeGeoJson(result, writer));
    WholeFile.write(out, CSV, writer -> CoverageFiles.writeCsv(result, writer));
    WholeFile.write(
        out,
        PAGE,
        writer -> HtmlDocument.write(writer, run, CoveragePage.of(result), Outputs.land()));
    WholeFile.write(out, Outputs.RUN, writer -> writer.write(RunJson.write(run)));
    if (json) {
      StringWriter line = new StringWriter();
      CoverageFiles.writeJson(result, line);
      environment.out().print(line);
    } else {
      print(result, run);
    }
    environment.out().flush();
    return tellProblems(run);
  }

  private Run ledger(SeaCoverage.Result result, Map<String, Long> rejected, long start) {
    Map<String, String> parameters = parameters();
    StringBuilder name = new StringBuilder("run|sea coverage");
    parameters.forEach((key, value) -> name.append('|').append(key).append('=').append(value));
    result.sources().stream()
        .map(source -> source.contentSha256() + ' ' + source.format())
        .sorted()
        .forEach(digest -> name.append('|').append(digest));
    Map<String, Long> counts = new LinkedHashMap<>(result.counts());
    counts.put("rejects", rejected.values().stream().mapToLong(Long::longValue).sum());
    counts.putAll(CoverageFiles.counts(result.map()));
    return new Run(
        FindingIds.ofName(name.toString()).toString(),
        Version.text(),
        "sea coverage",
        parameters,
        Map.of(),
        result.sources(),
        counts,
        rejected,
        (environment.nanoTime().getAsLong() - start) / 1e9,
        result.simulated(),
        result.hasRecords() ? Instant.ofEpochMilli(result.startMillis()) : null,
        result.hasRecords() ? Instant.ofEpochMilli(result.endMillis()) : null,
        List.of());
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    options.parameters().entrySet().stream()
        .filter(one -> List.of("min-outage", "lateness", "format", "date").contains(one.getKey()))
        .forEach(one -> parameters.put(one.getKey(), one.getValue()));
    SeaCoverage.Window window = asked.window();
    if (window != null) {
      parameters.put("from", Instant.ofEpochMilli(window.fromMillis()).toString());
      parameters.put("to", Instant.ofEpochMilli(window.toMillis()).toString());
    }
    CoverageQuestion.Around around = asked.around();
    if (around != null) {
      parameters.put("place", around.latitude() + "," + around.longitude());
      parameters.put("radius", around.radiusMetres() / Sphere.METRES_PER_NAUTICAL_MILE + "nm");
    }
    Boolean onlyClassB = asked.onlyClassB();
    if (onlyClassB != null) {
      parameters.put("class", onlyClassB ? "B" : "A");
    }
    String receiver = asked.receiver();
    if (receiver != null) {
      parameters.put("receiver", receiver);
    }
    parameters.put("independence", Double.toString(words.independence()));
    parameters.put("little-known-ships", Integer.toString(words.littleShips()));
    parameters.put("little-known-slots", Integer.toString(words.littleSlots()));
    parameters.put("well-known-ships", Integer.toString(words.wellShips()));
    parameters.put("well-known-width", Double.toString(words.wellWidth()));
    parameters.put("heard", Double.toString(words.heard()));
    parameters.put("not-heard", Double.toString(words.notHeard()));
    return parameters;
  }

  private void print(SeaCoverage.Result result, Run run) {
    Map<String, Long> counts = run.counts();
    if (run.simulated()) {
      environment.out().println("SIMULATED data: no vessel or receiver here is real.");
    }
    environment
        .out()
        .printf(
            Locale.ROOT,
            "%s of %s by %s, %s, in %.1f s%n",
            Words.count(counts.getOrDefault("records", 0L), "record", "records"),
            Words.count(counts.getOrDefault("vessels", 0L), "vessel", "vessels"),
            Words.count(result.receivers().size(), "receiver", "receivers"),
            Words.count(counts.getOrDefault("rejects", 0L), "reject", "rejects"),
            run.seconds());
    for (String sentence : new CoverageAnswer(result).sentences()) {
      environment.out().println(sentence);
    }
    for (String name : List.of(PAGE, GEOJSON, CSV, Outputs.REJECTS, Outputs.RUN)) {
      environment.out().println(out.resolve(name).toAbsolutePath().normalize());
    }
  }

  private int tellProblems(Run run) {
    List<String> problems =
        new ArrayList<>(
            run.inputs().stream().map(SourceInfo::problem).filter(Objects::nonNull).toList());
    boolean read = run.counts().getOrDefault("records", 0L) > 0;
    if (!read) {
      problems.add(
          "No usable AIS record in "
              + String.join(", ", paths)
              + (run.rejects().isEmpty()
                  ? ""
                  : " (rejects: " + run.rejects() + ", see " + Outputs.REJECTS + ")")
              + "; nothing can be said of reception.");
    }
    problems.forEach(
        problem -> environment.err().println("bellbuoy: " + SafeText.visible(problem)));
    if (!problems.isEmpty() && read) {
      environment
          .err()
          .println("bellbuoy: what could be read was counted; the results are in " + out + ".");
    }
    return problems.isEmpty() ? Bellbuoy.OK : Bellbuoy.FAILED;
  }
}
