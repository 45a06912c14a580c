package org.bellbuoy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.core.export.CsvExport;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.watch.PolicyFile;
import org.bellbuoy.port.watch.PortWatch;
import org.bellbuoy.port.watch.PortWatchOptions;
import org.bellbuoy.port.watch.ToldMaker;
import org.bellbuoy.register.join.Clues;
import org.bellbuoy.report.HtmlDocument;
import org.bellbuoy.store.Store;
import org.jspecify.annotations.Nullable;

/** One port watch with all it writes; files that options name are read here. */
final class PortWatchRun {
  private static final int ROWS = 20;

  private final Environment environment;
  private final List<String> paths;
  private final @Nullable Path policy;
  private final List<String> knownGood;
  private final PortWatchOptions options;
  private final Path out;
  private final @Nullable Path store;
  private final JoinSettings joining;

  PortWatchRun(
      Environment environment,
      List<String> paths,
      @Nullable Path policy,
      List<String> knownGood,
      PortWatchOptions options,
      Path out,
      @Nullable Path store,
      JoinSettings joining) {
    this.environment = environment;
    this.paths = List.copyOf(paths);
    this.policy = policy;
    this.knownGood = List.copyOf(knownGood);
    this.options = options;
    this.out = out;
    this.store = store;
    this.joining = joining;
  }

  int run(boolean json, @Nullable Level failOn) throws IOException, SourceException {
    PortWatchOptions judged =
        options
            .withPolicy(policy == null ? null : PolicyFile.read(policy.toString()))
            .withKnownGood(Inputs.find(knownGood, InputStream.nullInputStream()));
    RegisterJoin register = joining.load(environment);
    Outputs.prepare(out);
    // Standard input is kept beside the results, which rest on its bytes.
    List<Input> inputs =
        PortWatch.ordered(StandardInput.captureAsItComes(paths, environment.in(), out));
    List<String> names = inputs.stream().map(Input::name).toList();
    Progress progress =
        new Progress(
            environment.terminal() && !json,
            environment.err(),
            environment.nanoTime(),
            inputs.stream().mapToLong(input -> Math.max(0, input.storedBytes())).sum());
    PortWatch.Result result;
    try (RejectLog rejects = RejectLog.to(out.resolve(Outputs.REJECTS), names::get)) {
      result =
          new PortWatch(judged, Version.text(), environment.nanoTime())
              .run(inputs, rejects, progress);
    }
    RegisterJoin.Joined joined =
        RegisterJoin.join(register, result.run(), result.findings(), clues(result));
    List<String> told = new ArrayList<>(result.problems());
    told.addAll(joined.problems());
    result =
        new PortWatch.Result(
            joined.run(),
            joined.findings(),
            JoinPage.with(result.page(), register != null, joined.findings()),
            told,
            result.makers());
    write(result);
    if (json) {
      result.findings().forEach(f -> environment.out().println(FindingJson.write(f)));
    } else {
      print(result);
    }
    environment.out().flush();
    return status(result, failOn);
  }

  /** Who made the devices that findings name, to be looked up by name. */
  static Clues clues(PortWatch.Result result) {
    Map<String, List<Clues.Clue>> clues = new LinkedHashMap<>();
    for (ToldMaker maker : result.makers()) {
      Clues.Clue clue = new Clues.Clue(Clues.MAKER, maker.name(), maker.by());
      for (String address : maker.addresses()) {
        clues.computeIfAbsent("device:" + address, key -> new ArrayList<>()).add(clue);
      }
    }
    return new Clues(clues);
  }

  private int status(PortWatch.Result result, @Nullable Level failOn) {
    List<String> problems = new ArrayList<>(result.problems());
    boolean read = result.run().counts().getOrDefault("records", 0L) > 0;
    if (!read) {
      problems.add(
          "No packet was read in "
              + String.join(", ", paths)
              + "; nothing can be said, which is no all-clear.");
    }
    problems.forEach(p -> environment.err().println("bellbuoy: " + SafeText.visible(p)));
    if (!problems.isEmpty() && read) {
      environment
          .err()
          .println("bellbuoy: what could be read was judged; the results are in " + out + ".");
    }
    boolean found =
        failOn != null
            && result.findings().stream()
                .anyMatch(f -> f.assessment().level().compareTo(failOn) <= 0);
    return Bellbuoy.status(!problems.isEmpty(), found);
  }

  private void write(PortWatch.Result result) {
    Run run = result.run();
    List<Finding> findings = result.findings();
    WholeFile.write(
        out,
        Outputs.FINDINGS,
        writer -> {
          for (Finding finding : findings) {
            writer.write(FindingJson.write(finding));
            writer.write('\n');
          }
        });
    WholeFile.write(out, Outputs.RUN, writer -> writer.write(RunJson.write(run)));
    WholeFile.write(
        out, Outputs.CSV, writer -> CsvExport.write(findings, f -> Origin.of(run), writer));

    WholeFile.write(
        out,
        Outputs.REPORT,
        writer -> HtmlDocument.write(writer, run, result.page(), Outputs.land()));
    Path file = store;
    if (file != null) {
      try (Store opened = Store.open(file)) {
        opened.save(run, findings);
      }
    }
  }

  private void print(PortWatch.Result result) {
    PrintStream to = environment.out();
    Run run = result.run();
    Map<String, Long> counts = run.counts();
    if (run.simulated()) {
      to.println("SIMULATED data: no network here is real.");
    }
    to.printf(
        Locale.ROOT,
        "Port watch: %s, %s, %s, %s, in %.1f s%n",
        PortWords.count(counts.getOrDefault("packets", 0L), "packet", "packets"),
        PortWords.count(counts.getOrDefault("conversations", 0L), "conversation", "conversations"),
        PortWords.count(counts.getOrDefault("operations", 0L), "operation", "operations"),
        PortWords.count(counts.getOrDefault("rejects", 0L), "reject", "rejects"),
        run.seconds());
    if (counts.getOrDefault("records", 0L) == 0) {
      to.println("Nothing could be judged: no packet. This is no all-clear.");
      return;
    }
    to.printf(
        Locale.ROOT,
        "Findings: %,d likely, %,d possible, %,d unlikely, %,d cannot tell%n",
        counts.getOrDefault("likely", 0L),
        counts.getOrDefault("possible", 0L),
        counts.getOrDefault("unlikely", 0L),
        counts.getOrDefault("cannot-tell", 0L));
    for (String note : run.notes()) {
      to.println("Note: " + SafeText.visible(note));
    }
    table(to, result.findings());
    to.println();
    to.println("Report:   " + out.resolve(Outputs.REPORT).toAbsolutePath().normalize());
    to.println("Findings: " + out.resolve(Outputs.FINDINGS).toAbsolutePath().normalize());
  }

  private static void table(PrintStream to, List<Finding> findings) {
    List<Finding> gravest =
        findings.stream()
            .sorted(
                Comparator.comparing(Finding::severity)
                    .reversed()
                    .thenComparing(f -> f.assessment().level())
                    .thenComparing(Finding::from))
            .toList();
    if (gravest.isEmpty()) {
      return;
    }
    String row = "%-8s %-11s %-20s %-20s %-20s %s%n";
    to.println();
    to.printf(Locale.ROOT, row, "severity", "level", "who", "what", "from", "to whom");
    for (Finding finding : gravest.subList(0, Math.min(ROWS, gravest.size()))) {
      to.printf(
          Locale.ROOT,
          row,
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.assessment().level().word(),
          SafeText.visible(String.valueOf(finding.subject().name())),
          SafeText.visible(finding.subject().ids().getOrDefault("act", "")),
          finding.from().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
          SafeText.visible(targets(finding)));
    }
    if (gravest.size() > ROWS) {
      to.printf(Locale.ROOT, "... and %,d more%n", gravest.size() - ROWS);
    }
  }

  private static String targets(Finding finding) {
    int all = finding.assets().size();
    return all == 0
        ? "-"
        : finding.assets().getFirst().id() + (all > 1 ? " and " + (all - 1) + " more" : "");
  }
}
