package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.cable.CableOptions;
import org.bellbuoy.sea.simulate.Scenario;
import org.bellbuoy.sea.watch.SeaWatchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bellbuoy demo}. */
@Command(
    name = "demo",
    description =
        "Simulates six hours of traffic over invented cables and watches it: one vessel switches"
            + " off over a cable, one sails out of range, one receiver fails, one vessel loses its"
            + " satellite navigation.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out/demo",
      description = "Folder to write to, made if needed. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out/demo");

  @Option(names = "--seed", paramLabel = "N", description = "Seed. Default: ${DEFAULT-VALUE}.")
  long seed = 1;

  private final Environment environment;

  DemoCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    Path simulated = out.resolve("simulated");
    SeaSimulateCommand.write(Scenario.defaults().withSeed(seed), simulated);
    WatchRun run =
        new WatchRun(
            environment,
            List.of(simulated.resolve(SeaSimulateCommand.NMEA).toString()),
            SeaWatchOptions.defaults(environment.processors()),
            simulated.resolve(SeaSimulateCommand.CABLES),
            CableOptions.defaults(),
            out,
            out.resolve("bellbuoy.duckdb"),
            false);
    int status = run.run("Bellbuoy demo", false, null);
    if (status == Bellbuoy.OK) {
      environment
          .out()
          .println("Open the report in a browser: " + out.resolve(Outputs.REPORT).toUri());
    }
    return status;
  }
}
