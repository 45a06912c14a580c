package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.Antimeridian;
import org.bellbuoy.core.json.Jsonl;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.report.export.ExportInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Findings that leave the program: of a store, or of a file of findings and the run beside it. */
final class FindingsCommandGiven {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FINDINGS",
      description =
          "A findings.jsonl, or a folder with one, in place of a store; run.json beside it tells"
              + " whether data are simulated.")
  @Nullable Path findings;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  /** What an export works on; empty where nothing matches, which was then told. */
  ExportInput input(
      FindingsCommandStore store, FindingsCommandFilters filters, Environment environment)
      throws IOException {
    Path given = findings;
    if (given == null) {
      return store.open(
          opened -> {
            List<Finding> found = opened.store().findings(filters.filter(opened));
            if (found.isEmpty()) {
              filters.nothing(environment, opened, false);
            }
            return input(found, opened.runs());
          });
    }
    CommandSpec own = spec;
    if (own != null && own.commandLine().getParseResult().hasMatchedOption("--store")) {
      throw filters.wrong("Give a file of findings or --store, not both.");
    }
    return ofFile(
        Files.isDirectory(given) ? given.resolve(Outputs.FINDINGS) : given, filters, environment);
  }

  private static ExportInput ofFile(
      Path file, FindingsCommandFilters filters, Environment environment) throws IOException {
    List<Finding> all;
    List<Run> runs;
    Path ledger = file.resolveSibling(Outputs.RUN);
    try {
      all = Jsonl.readAll(file);
      for (Finding finding : all) {
        if (finding.place() != null) {
          // Told here, in a sentence, and not in the middle of writing.
          Antimeridian.cut(finding.place());
        }
      }
      runs = Files.exists(ledger) ? List.of(RunJson.read(Files.readString(ledger))) : List.of();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new CommandException(
          message.startsWith(file.toString()) ? message : file + ": " + message);
    }
    if (all.isEmpty()) {
      throw new CommandException(file + " holds no finding, which alone is no all-clear.");
    }
    List<Finding> matching = all.stream().filter(filters::matches).toList();
    if (matching.isEmpty()) {
      environment.out().println("No findings match what was asked for in " + file + ".");
    }
    ExportInput input = input(matching, runs);
    long untold =
        matching.stream().filter(f -> input.origins().apply(f) == Origin.NOT_TOLD).count();
    if (untold > 0) {
      environment
          .err()
          .println(
              "There is no run.json of "
                  + untold
                  + " findings beside "
                  + file
                  + "; whether their data are simulated is not known.");
    }
    return input;
  }

  private static ExportInput input(List<Finding> findings, List<Run> runs) {
    return ExportInput.of(findings, runs, RulesCommand.all(), Version.text());
  }
}
