package org.bellbuoy.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.bellbuoy.sea.simulate.Scenario;
import org.bellbuoy.sea.simulate.Simulation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code bellbuoy sea simulate}. */
@Command(
    name = "simulate",
    description = {
      "Writes SIMULATED traffic over a strait with invented cables: NMEA with time tags, the cables,"
          + " and the truth of what happened. The same seed gives the same bytes."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SeaSimulateCommand implements Callable<Integer> {
  static final String NMEA = "simulated.nmea";
  static final String CABLES = "cables.geojson";
  static final String TRUTH = "truth.json";

  @Option(names = "--seed", paramLabel = "N", description = "Seed. Default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Option(
      names = "--vessels",
      paramLabel = "N",
      defaultValue = "300",
      description = "Number of vessels. Default: ${DEFAULT-VALUE}.")
  int vessels;

  @Option(
      names = "--hours",
      paramLabel = "N",
      defaultValue = "6",
      description = "How long, in hours. Default: ${DEFAULT-VALUE}.")
  int hours;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "First moment, ISO 8601 UTC. Default: 2026-01-10T00:00:00Z.")
  @Nullable Instant start;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out/simulated",
      description = "Folder to write to, made if needed. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out/simulated");

  private final Environment environment;

  SeaSimulateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Scenario scenario = Scenario.defaults().withSeed(seed);
    try {
      scenario = scenario.withVessels(vessels).withHours(hours);
      if (start != null) {
        scenario = scenario.withStart(start);
      }
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
    write(scenario, out);
    environment.out().println("SIMULATED traffic is in " + out.toAbsolutePath().normalize());
    return Bellbuoy.OK;
  }

  /** Moments. */
  static final class TimeConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return Instant.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + value + "' is no moment; write it as 2026-01-10T00:00:00Z");
      }
    }
  }

  /** Writes the three files of a scenario. */
  static void write(Scenario scenario, Path folder) throws IOException {
    Outputs.prepare(folder);
    Simulation simulation = Simulation.of(scenario);
    try (OutputStream to = open(folder.resolve(NMEA))) {
      simulation.writeNmea(to);
    }
    try (OutputStream to = open(folder.resolve(CABLES))) {
      simulation.writeCables(to);
    }
    try (OutputStream to = open(folder.resolve(TRUTH))) {
      simulation.writeTruth(to);
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }
}
