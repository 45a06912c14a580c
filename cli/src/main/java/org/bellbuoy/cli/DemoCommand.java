package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.simulate.PortScenario;
import org.bellbuoy.port.simulate.PortTruth;
import org.bellbuoy.port.watch.PortWatchOptions;
import org.bellbuoy.sea.cable.CableOptions;
import org.bellbuoy.sea.simulate.Scenario;
import org.bellbuoy.sea.watch.SeaWatchOptions;
import org.bellbuoy.server.simulate.FarmScenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bellbuoy demo}. */
@Command(
    name = "demo",
    description =
        "Simulates what the three watches are for and runs them. The sea: six hours of traffic over"
            + " invented cables, in which one vessel switches off over a cable, one sails out of"
            + " range, one receiver fails, one vessel loses its satellite navigation. The servers:"
            + " six for fourteen days, of which three were entered and three were not; their results"
            + " go into the folder servers in --out. The port: four cranes for four days, with a"
            + " modem that nobody ordered and an intruder; results in the folder port in --out.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  static final String SERVERS = "servers";
  static final String PORT = "port";
  private static final int CRANES = 4;

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
            false,
            new JoinSettings());
    int status = run.run("Bellbuoy demo, the sea", false, null);
    if (status != Bellbuoy.OK) {
      return status;
    }
    environment.out().println();
    Path servers = out.resolve(SERVERS);
    status = servers(servers);
    if (status != Bellbuoy.OK) {
      return status;
    }
    environment.out().println();
    Path port = out.resolve(PORT);
    status = port(port);
    if (status == Bellbuoy.OK) {
      environment.out().println();
      environment
          .out()
          .println("Open the reports in a browser: " + out.resolve(Outputs.REPORT).toUri());
      environment
          .out()
          .println("                               " + servers.resolve(Outputs.REPORT).toUri());
      environment
          .out()
          .println("                               " + port.resolve(Outputs.REPORT).toUri());
    }
    return status;
  }

  private int servers(Path folder) throws IOException, SourceException {
    Path simulated = folder.resolve("simulated");
    ServerSimulateCommand.writeAnew(FarmScenario.demo().withSeed(seed), simulated);
    SweepAsked asked = SweepAsked.ofFleet(simulated.resolve(ServerSimulateCommand.FLEET));
    return new SweepRun(
            environment, asked, folder, folder.resolve("bellbuoy.duckdb"), new JoinSettings())
        .run("Bellbuoy demo, the servers", false, null);
  }

  private int port(Path folder) throws IOException, SourceException {
    Path simulated = folder.resolve("simulated");
    PortScenario demo = PortScenario.demo();
    PortScenario scenario = demo.withSeed(seed).withSize(demo.days(), CRANES, demo.scale());
    PortTruth truth = PortSimulateCommand.writeAnew(scenario, simulated);
    return new PortWatchRun(
            environment,
            truth.captures().stream().map(c -> simulated.resolve(c.file()).toString()).toList(),
            null,
            List.of(),
            PortWatchOptions.defaults(),
            folder,
            folder.resolve("bellbuoy.duckdb"),
            new JoinSettings())
        .run(false, null);
  }
}
