package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.policy.PolicyBook;
import org.bellbuoy.register.policy.PolicyException;
import org.bellbuoy.register.policy.PolicyFile;
import org.bellbuoy.register.policy.PolicyFindings;
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
  private static final long MOST_RULE_BYTES = 1 << 20;
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
    PolicyFile.Rules read = read();
    RegisterAsked.Loaded loaded = asked.load(environment);
    asked.tell(environment, loaded);
    long start = environment.nanoTime().getAsLong();
    LocalDate day = asked.day(loaded.register());
    Register register = loaded.register().asOf(day);
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("as-of", day.toString());
    parameters.putAll(new GivenDigests().add("rules", path()).all());
    String id = id(parameters, loaded.folder().files());
    PolicyBook book = PolicyBook.of(read, register);
    List<Finding> findings = new PolicyFindings(book, day, id, place -> null).all();
    Run run = run(id, parameters, read, loaded, findings, start);
    Path folder = out;
    if (folder != null) {
      Outputs.prepare(folder);
      write(folder, run, findings);
    }
    if (asked.json) {
      findings.forEach(finding -> environment.out().println(FindingJson.write(finding)));
    } else {
      print(findings, book, day);
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

  private PolicyFile.Rules read() throws IOException {
    if (!Files.isRegularFile(path())) {
      throw new CommandException("--rules " + rules + " is not a file.");
    }
    if (Files.size(path()) > MOST_RULE_BYTES) {
      throw new CommandException("--rules " + rules + " is larger than 1 MB.");
    }
    try {
      // Bytes that are no UTF-8 become a mark that no rule has a use for.
      return PolicyFile.read(
          rules.toString(), new String(Files.readAllBytes(path()), StandardCharsets.UTF_8));
    } catch (PolicyException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
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
      PolicyFile.Rules read,
      RegisterAsked.Loaded loaded,
      List<Finding> findings,
      long start) {
    Map<String, Integer> versions = new TreeMap<>();
    read.written().forEach(rule -> versions.put("policy." + rule.id(), rule.version()));
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records", loaded.folder().rows());
    counts.put("findings", (long) findings.size());
    Map<String, Long> rejects = new TreeMap<>();
    loaded.rejects().forEach(reject -> rejects.merge(reject.reason(), 1L, Long::sum));
    return new Run(
        id,
        Version.text(),
        "register policy",
        parameters,
        versions,
        loaded.folder().files(),
        counts,
        rejects,
        (environment.nanoTime().getAsLong() - start) / 1e9,
        false,
        null,
        null,
        List.of("Findings name rows of the register by file and line in their reasons."));
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
