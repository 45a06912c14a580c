package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.report.HtmlDocument;
import org.bellbuoy.server.config.SweepSecret;
import org.bellbuoy.server.simulate.FarmScenario;
import org.bellbuoy.server.sweep.SweepOptions;
import org.bellbuoy.server.trial.FarmTrial;
import org.bellbuoy.server.trial.TrialPage;
import org.bellbuoy.server.trial.TrialTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bellbuoy server evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Simulates farms, sweeps each and holds the results against the truth, act by act. Shows that"
          + " the parts fit; it is no rate at which real servers are judged rightly, for the"
          + " simulator is of the same house as the detectors."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServerEvaluateCommand implements Callable<Integer> {
  static final String PAGE = "evaluation.html";
  static final String MARKDOWN = "evaluation.md";
  private static final int MOST_SEEDS = 1000;

  @Option(
      names = "--seeds",
      paramLabel = "SEEDS",
      description = "Seeds of the farms, for example 41-45,61-70. Default: ${DEFAULT-VALUE}.")
  String seeds = "1-2";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out",
      description =
          "Folder to write to, made if needed; one farm at a time lies there and is deleted again."
              + " Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out");

  private final Environment environment;

  ServerEvaluateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    long[] all = seeds(seeds);
    Outputs.prepare(out);
    long start = environment.nanoTime().getAsLong();
    TrialTable table = new TrialTable();
    for (long seed : all) {
      Path farm = Files.createTempDirectory(out, "farm-");
      try {
        SweepOptions options =
            SweepOptions.defaults(environment.processors(), SweepSecret.random(new SecureRandom()));
        FarmTrial.of(FarmScenario.trial(seed), farm, options).addTo(table);
      } finally {
        delete(farm);
      }
    }
    String command = "bellbuoy server evaluate --seeds " + seeds;
    Document page = TrialPage.of(table, command);
    Run run = run(table, (environment.nanoTime().getAsLong() - start) / 1e9);
    WholeFile.write(out, MARKDOWN, writer -> writer.write(MarkdownDocument.of(page)));
    WholeFile.write(out, PAGE, writer -> HtmlDocument.write(writer, run, page, Outputs.land()));
    environment.out().println("SIMULATED data: no server here is real.");
    environment.out().println(page.lead());
    for (String name : List.of(PAGE, MARKDOWN)) {
      environment.out().println(out.resolve(name).toAbsolutePath().normalize());
    }
    environment.out().flush();
    return Bellbuoy.OK;
  }

  private Run run(TrialTable table, double seconds) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("seeds", seeds);
    return new Run(
        FindingIds.ofName("run|server evaluate|" + Version.text() + "|seeds=" + seeds).toString(),
        Version.text(),
        "server evaluate",
        parameters,
        Map.of(),
        List.of(),
        Map.of("records", table.logRows(), "servers", table.servers()),
        Map.of(),
        seconds,
        true,
        null,
        null,
        List.of());
  }

  /** Seeds and spans of seeds, in the order given. */
  static long[] seeds(String text) {
    LongStream.Builder all = LongStream.builder();
    long count = 0;
    for (String part : text.split(",", -1)) {
      String[] ends = part.strip().split("-", -1);
      try {
        long from = Long.parseLong(ends[0]);
        long to = ends.length == 1 ? from : Long.parseLong(ends[1]);
        count += to - from + 1;
        if (ends.length > 2 || from < 0 || to < from || count > MOST_SEEDS) {
          throw wrong(text);
        }
        LongStream.rangeClosed(from, to).forEach(all);
      } catch (NumberFormatException e) {
        throw wrong(text);
      }
    }
    return all.build().toArray();
  }

  private static CommandException wrong(String text) {
    return CommandException.usage(
        "--seeds "
            + text
            + " names no seeds; give numbers and spans such as 41-45,61-70, "
            + MOST_SEEDS
            + " at most.");
  }

  /** Deletes what was simulated, which nobody else has written to. */
  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
