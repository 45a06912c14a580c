package org.bellbuoy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.bellbuoy.core.export.CsvExport;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.folder.RegisterFolder;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.policy.PolicyBook;
import org.bellbuoy.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bellbuoy register policy}. */
@Command(
    name = "policy",
    description =
        "Asks rules in CEL of every party and asset of a register: which are broken, and of which it"
            + " cannot be told, for a fact is unknown or only possible.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RegisterPolicyCommand implements Callable<Integer> {
  private static final int MOST_ROWS = 50;

  @Option(
      names = "--rules",
      required = true,
      paramLabel = "FILE",
      description = "Rules as YAML; see docs/register-policy.md.")
  Path rules = Path.of("");

  @Mixin RegisterAsked asked = new RegisterAsked();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for findings.jsonl, findings.csv and run.json. Default: none.")
  @Nullable Path out;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description =
          "Store to keep run and findings in, from which bellbuoy findings verify repeats them."
              + " Default: bellbuoy.duckdb in --out.")
  @Nullable Path store;

  @Option(names = "--no-store", description = "Keep nothing in a store.")
  boolean noStore;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      converter = SeaWatchCommand.FailOnConverter.class,
      description =
          "Exit with 3 when a rule is broken at this level or a surer one: likely, possible.")
  @Nullable Level failOn;

  private final Environment environment;

  RegisterPolicyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    PolicyRepeat.RulesRead read = read();
    RegisterAsked.Loaded loaded = asked.load(environment);
    asked.tell(environment, loaded);
    long start = environment.nanoTime().getAsLong();
    LocalDate day = asked.day(loaded.register());
    Register register = loaded.register().asOf(day);
    Map<String, String> parameters = Map.of(PolicyRepeat.AS_OF, day.toString());
    List<SourceInfo> files = new ArrayList<>(loaded.folder().files());
    files.add(read.file());
    String id = id(parameters, files);
    PolicyRepeat.Asked came =
        PolicyRepeat.ask(
            read.rules(), register, day, id, inputs(loaded.folder()), loaded.folder().files());
    List<Finding> findings = came.findings();
    Run run = run(id, parameters, read, loaded, findings, start);
    save(run, findings);
    Path folder = out;
    if (folder != null) {
      write(folder, run, findings);
    }
    if (asked.json) {
      findings.forEach(finding -> environment.out().println(FindingJson.write(finding)));
    } else {
      print(findings, came.book(), day);
    }
    environment.out().flush();
    Level least = failOn;
    boolean found =
        least != null
            && findings.stream().anyMatch(one -> one.assessment().level().compareTo(least) <= 0);
    return Bellbuoy.status(!loaded.folder().problems().isEmpty(), found);
  }

  private Path path() {
    return environment.workingFolder().resolve(rules);
  }

  private PolicyRepeat.RulesRead read() throws SourceException {
    if (!Files.isRegularFile(path())) {
      throw new CommandException("--rules " + rules + " is not a file.");
    }
    List<Input> found = Inputs.find(List.of(path().toString()), InputStream.nullInputStream());
    if (found.size() != 1) {
      throw new CommandException("--rules " + rules + " is not one file.");
    }
    return PolicyRepeat.rules(found.getFirst(), rules.toString());
  }

  /** The same files once more, with the bytes that were read. */
  private static List<Input> inputs(RegisterFolder.Loaded folder) throws SourceException {
    FindingsCommandSources sources = new FindingsCommandSources(List.of());
    List<Input> inputs = new ArrayList<>();
    for (SourceInfo file : folder.files()) {
      FindingsCommandSources.Located located = sources.locate(file);
      Input input = located.input();
      if (input == null) {
        throw new SourceException(located.sentence());
      }
      inputs.add(input);
    }
    return inputs;
  }

  private void save(Run run, List<Finding> findings) throws IOException {
    Path folder = out;
    if (folder != null) {
      Outputs.prepare(folder);
    }
    Path file = store != null ? store : folder == null ? null : folder.resolve("bellbuoy.duckdb");
    if (!noStore && file != null) {
      try (Store opened = Store.open(file)) {
        opened.save(run, findings);
      }
    }
  }

  private static String id(Map<String, String> parameters, List<SourceInfo> files) {
    StringBuilder name = new StringBuilder("register policy|").append(parameters);
    files.forEach(file -> name.append('|').append(file.contentSha256()));
    return FindingIds.ofName(name.toString()).toString();
  }

  private Run run(
      String id,
      Map<String, String> parameters,
      PolicyRepeat.RulesRead read,
      RegisterAsked.Loaded loaded,
      List<Finding> findings,
      long start) {
    List<SourceInfo> files = new ArrayList<>(loaded.folder().files());
    files.add(read.file());
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records", loaded.folder().rows());
    counts.put("findings", (long) findings.size());
    Map<String, Long> rejects = new TreeMap<>();
    loaded.rejects().forEach(reject -> rejects.merge(reject.reason(), 1L, Long::sum));
    return new Run(
        id,
        Version.text(),
        PolicyRepeat.COMMAND,
        parameters,
        PolicyRepeat.versions(read.rules()),
        files,
        counts,
        rejects,
        (environment.nanoTime().getAsLong() - start) / 1e9,
        false,
        null,
        null,
        loaded.folder().notes());
  }

  private static void write(Path folder, Run run, List<Finding> findings) {
    WholeFile.write(
        folder,
        Outputs.FINDINGS,
        writer -> {
          for (Finding finding : findings) {
            writer.write(FindingJson.write(finding));
            writer.write('\n');
          }
        });
    WholeFile.write(folder, Outputs.RUN, writer -> writer.write(RunJson.write(run)));
    WholeFile.write(
        folder, Outputs.CSV, writer -> CsvExport.write(findings, f -> Origin.of(run), writer));
  }

  private void print(List<Finding> findings, PolicyBook book, LocalDate day) {
    List<Finding> broken = new ArrayList<>(findings);
    broken.removeIf(finding -> finding.assessment().level() == Level.CANNOT_TELL);
    line(
        "%d parties and assets asked as of %s: %d times a rule is broken, %d times it cannot be told."
            .formatted(book.asked(), day, broken.size(), findings.size() - broken.size()));
    for (Finding finding : findings.subList(0, Math.min(MOST_ROWS, findings.size()))) {
      line(
          "  %-11s %-6s %s %d  %s (%s)"
              .formatted(
                  finding.assessment().level().word(),
                  finding.severity().name().toLowerCase(java.util.Locale.ROOT),
                  finding.rule(),
                  finding.ruleVersion(),
                  finding.subject().name(),
                  finding.subject().ids().get("register")));
    }
    if (findings.size() > MOST_ROWS) {
      line("  and %d more".formatted(findings.size() - MOST_ROWS));
    }
  }

  private void line(String text) {
    environment.out().print(SafeText.visible(text) + "\n");
  }
}
