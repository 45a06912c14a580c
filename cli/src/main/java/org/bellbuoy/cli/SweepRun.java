package org.bellbuoy.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.core.export.CsvExport;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.export.SarifExport;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.join.Clues;
import org.bellbuoy.report.HtmlDocument;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.sweep.ServerSweep;
import org.bellbuoy.server.sweep.ServerVerdict;
import org.bellbuoy.server.sweep.VerdictJson;
import org.bellbuoy.server.tree.FleetServer;
import org.bellbuoy.server.tree.ServerTree;
import org.bellbuoy.store.Store;
import org.jspecify.annotations.Nullable;

/** One sweep with all it writes. */
final class SweepRun {
  static final String SERVERS = "servers.jsonl";
  static final String SARIF = "findings.sarif";

  private final Environment environment;
  private final SweepAsked asked;
  private final Path out;
  private final @Nullable Path store;
  private final JoinSettings joining;

  SweepRun(
      Environment environment,
      SweepAsked asked,
      Path out,
      @Nullable Path store,
      JoinSettings joining) {
    this.environment = environment;
    this.asked = asked;
    this.out = out;
    this.store = store;
    this.joining = joining;
  }

  int run(String title, boolean json, @Nullable Level failOn) throws IOException, SourceException {
    SweepAsked.Told told = asked.read(environment.processors());
    List<Path> read = new ArrayList<>(told.roots());
    if (told.fleet() != null) {
      for (FleetServer server : told.fleet().servers()) {
        read.addAll(server.paths());
      }
    }
    apart("--out", out, read);
    if (store != null) {
      apart("--store", store, read);
    }
    RegisterJoin register = joining.load(environment);
    Outputs.prepare(out);
    List<ServerTree> trees = told.open();
    ServerSweep sweep = new ServerSweep(told.options(), Version.text(), environment.nanoTime());
    Progress progress =
        new Progress(
            environment.terminal() && !json,
            environment.err(),
            environment.nanoTime(),
            bytes(trees));
    ServerSweep.Result result;
    try (RejectLog rejects = RejectLog.to(out.resolve(Outputs.REJECTS), sweep::sourceName)) {
      result = sweep.run(trees, rejects, progress);
    }
    RegisterJoin.Joined joined =
        RegisterJoin.join(register, result.run(), result.findings(), clues(result.verdicts()));
    List<String> complaints = new ArrayList<>(result.problems());
    complaints.addAll(joined.problems());
    result =
        new ServerSweep.Result(
            joined.run(),
            joined.findings(),
            result.verdicts(),
            JoinPage.with(result.page(), register != null, joined.findings()),
            complaints);
    write(result);
    if (json) {
      for (Finding finding : result.findings()) {
        environment.out().println(FindingJson.write(finding));
      }
    } else {
      print(title, result);
    }
    environment.out().flush();
    List<String> problems = new ArrayList<>(result.problems());
    boolean some = result.run().counts().getOrDefault("records", 0L) > 0;
    if (!some) {
      problems.add(
          "Nothing that a sweep reads was found in "
              + (asked.roots().isEmpty()
                  ? "the paths of " + asked.fleet()
                  : String.join(", ", asked.roots()))
              + "; nothing can be said, which is no all-clear.");
    }
    for (String problem : problems) {
      environment.err().println("bellbuoy: " + SafeText.visible(problem));
    }
    if (!problems.isEmpty() && some) {
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

  /** Whose servers they are by the fleet file, to be looked up by name. */
  static Clues clues(List<ServerVerdict> verdicts) {
    Map<String, List<Clues.Clue>> clues = new LinkedHashMap<>();
    for (ServerVerdict verdict : verdicts) {
      List<Clues.Clue> named = new ArrayList<>();
      if (!verdict.identity().organisation().isBlank()) {
        named.add(new Clues.Clue("organisation", verdict.identity().organisation(), "fleet file"));
      }
      if (!verdict.identity().owner().isBlank()) {
        named.add(new Clues.Clue("answerable", verdict.identity().owner(), "fleet file"));
      }
      clues.put("server:" + verdict.identity().host(), named);
    }
    return new Clues(clues);
  }

  /** What a sweep reads is evidence: nothing is written among it. */
  private static void apart(String option, Path written, List<Path> roots) throws IOException {
    for (Path root : roots) {
      if (Files.isDirectory(root) && real(written).startsWith(root.toRealPath())) {
        Path parent = root.toRealPath().getParent();
        Path name = written.toAbsolutePath().normalize().getFileName();
        throw CommandException.usage(
            option
                + " "
                + written
                + " lies within "
                + root
                + ", and a sweep writes nothing into what it reads; name a place outside it"
                + (parent == null || name == null
                    ? "."
                    : ", for example " + option + " " + parent.resolve(name) + "."));
      }
    }
  }

  /** Where a path that need not exist yet leads. */
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path there = absolute;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(absolute));
  }

  /** Size of all files, for the progress. */
  static long bytes(List<ServerTree> trees) {
    return trees.stream()
        .flatMap(t -> t.files().stream())
        .mapToLong(f -> Math.max(0, f.bytes()))
        .sum();
  }

  private void write(ServerSweep.Result result) {
    Run run = result.run();
    WholeFile.write(
        out,
        Outputs.FINDINGS,
        writer -> {
          for (Finding finding : result.findings()) {
            writer.write(FindingJson.write(finding));
            writer.write('\n');
          }
        });
    WholeFile.write(out, Outputs.RUN, writer -> writer.write(RunJson.write(run)));
    WholeFile.write(
        out,
        Outputs.CSV,
        writer -> CsvExport.write(result.findings(), f -> Origin.of(run), writer));
    WholeFile.write(
        out, SERVERS, writer -> VerdictJson.write(result.verdicts(), run.simulated(), writer));
    WholeFile.write(
        out,
        SARIF,
        writer ->
            SarifExport.write(
                result.findings(), ServerRules.all(), run.version(), run.simulated(), writer));
    WholeFile.write(
        out,
        Outputs.REPORT,
        writer -> HtmlDocument.write(writer, run, result.page(), Outputs.land()));
    Path file = store;
    if (file != null) {
      try (Store opened = Store.open(file)) {
        opened.save(run, result.findings());
      }
    }
  }

  private void print(String title, ServerSweep.Result result) {
    PrintStream to = environment.out();
    Run run = result.run();
    Map<String, Long> counts = run.counts();
    if (run.simulated()) {
      to.println("SIMULATED data: no server here is real.");
    }
    to.printf(
        Locale.ROOT,
        "%s: %s, %s, %s, %s of %s, in %.1f s%n%n",
        title,
        Words.count(counts.getOrDefault("rows", 0L), "row", "rows"),
        Words.count(counts.getOrDefault("events", 0L), "event", "events"),
        Words.count(counts.getOrDefault("scripts", 0L), "script", "scripts"),
        Words.count(counts.getOrDefault("rejects", 0L), "reject", "rejects"),
        Words.count(counts.getOrDefault("servers", 0L), "server", "servers"),
        run.seconds());
    int widest =
        result.verdicts().stream()
            .mapToInt(v -> SafeText.visible(v.identity().host()).length())
            .max()
            .orElse(0);
    String row = "%-" + Math.max(6, widest) + "s  %-16s %-14s %-14s %-22s %-15s %s%n";
    to.printf(
        Locale.ROOT,
        row,
        "server",
        "product",
        "entered?",
        "left behind",
        "patch",
        "machine key",
        "days covered");
    for (ServerVerdict verdict : result.verdicts()) {
      to.printf(
          Locale.ROOT,
          row,
          SafeText.visible(verdict.identity().host()),
          verdict.identity().product().title(),
          verdict.entered().word(),
          verdict.left().word(),
          verdict.patch().word(),
          verdict.key().word(),
          verdict.coverage().word());
    }
    for (String note : run.notes()) {
      to.println("Note: " + SafeText.visible(note));
    }
    to.println();
    to.println("Report:   " + out.resolve(Outputs.REPORT).toAbsolutePath().normalize());
    to.println("Findings: " + out.resolve(Outputs.FINDINGS).toAbsolutePath().normalize());
  }
}
