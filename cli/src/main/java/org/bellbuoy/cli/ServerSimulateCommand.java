package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bellbuoy.server.simulate.FarmScenario;
import org.bellbuoy.server.simulate.FarmSimulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bellbuoy server simulate}. */
@Command(
    name = "simulate",
    description = {
      "Writes the trees of SIMULATED servers, a fleet file and the truth of what was done to them."
          + " Scripts in them are inert. The same seed gives the same bytes."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServerSimulateCommand implements Callable<Integer> {
  static final String FLEET = "fleet.yaml";
  private static final String TRUTH = "truth.json";
  private static final String TRUTH_SCHEMA = "\"bellbuoy.server-truth/1\"";

  /** Which acts are staged. */
  enum Staged {
    DEMO,
    TRIAL,
    QUIET
  }

  @Option(names = "--seed", paramLabel = "N", description = "Seed. Default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Option(
      names = "--acts",
      paramLabel = "WHICH",
      defaultValue = "demo",
      description =
          "demo: some acts on six servers; trial: many variants of all acts and their twins; quiet:"
              + " none. Default: ${DEFAULT-VALUE}.")
  Staged acts = Staged.DEMO;

  @Option(
      names = "--servers",
      paramLabel = "N",
      description = "Number of servers. Default: that of the acts.")
  int servers;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Days of logs. Default: that of the acts.")
  int days;

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "Requests to each server on a working day. Default: that of the acts.")
  long requests;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out/simulated-farm",
      description = "Folder to write to, made if needed. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out/simulated-farm");

  private final Environment environment;

  ServerSimulateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    try {
      FarmScenario scenario =
          switch (acts) {
            case DEMO -> FarmScenario.demo().withSeed(seed);
            case TRIAL -> FarmScenario.trial(seed);
            case QUIET -> FarmScenario.quiet().withSeed(seed);
          };
      if (servers != 0) {
        scenario = scenario.withServers(servers, Math.min(servers, scenario.organisations()));
      }
      if (days != 0) {
        scenario = scenario.withDays(days);
      }
      if (requests != 0) {
        scenario = scenario.withRequestsPerDay(requests);
      }
      write(scenario, out);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
    environment.out().println("SIMULATED servers are in " + out.toAbsolutePath().normalize());
    return Bellbuoy.OK;
  }

  /** Writes a farm into a folder. */
  static void write(FarmScenario scenario, Path folder) throws IOException {
    Outputs.prepare(folder);
    try {
      FarmSimulation.of(scenario).write(folder);
    } catch (FileAlreadyExistsException e) {
      throw new CommandException(
          folder + " holds a simulated farm already; give another folder with --out.");
    }
  }

  /**
   * The same, in place of a farm that was simulated there before; that one is deleted. Whatever
   * else is there stays, and is an error.
   */
  static void writeAnew(FarmScenario scenario, Path folder) throws IOException {
    Path truth = folder.resolve(TRUTH);
    if (Files.isRegularFile(truth) && Files.readString(truth).contains(TRUTH_SCHEMA)) {
      try (Stream<Path> all = Files.walk(folder)) {
        // The truth goes last: until then the folder is known for what it is.
        for (Path path :
            all.sorted(Comparator.reverseOrder())
                .filter(p -> !p.equals(truth) && !p.equals(folder))
                .toList()) {
          Files.delete(path);
        }
      }
      Files.delete(truth);
    }
    write(scenario, folder);
  }
}
