package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bellbuoy.port.simulate.PortScenario;
import org.bellbuoy.port.simulate.PortSimulation;
import org.bellbuoy.port.simulate.PortTruth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code bellbuoy port simulate}. */
@Command(
    name = "simulate",
    description = {
      "Writes SIMULATED captures (pcapng) of a crane terminal's network over days, and the truth of"
          + " what was done on it. It writes files and sends nothing. The same seed gives the same"
          + " bytes."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PortSimulateCommand implements Callable<Integer> {
  @Option(names = "--seed", paramLabel = "N", description = "Seed. Default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "How many days. Acts come day by day; all need four. Default: ${DEFAULT-VALUE}.")
  int days;

  @Option(
      names = "--cranes",
      paramLabel = "N",
      defaultValue = "10",
      description = "Number of cranes, 4 to 60. Default: ${DEFAULT-VALUE}.")
  int cranes;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = MidnightConverter.class,
      description = "First moment, a day or its midnight in UTC. Default: 2026-03-02.")
  @Nullable Instant from;

  @Option(
      names = "--scale",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "How dense cyclic traffic is: at 1 a panel asks its controller every 15 minutes, at 900"
              + " every second. Default: ${DEFAULT-VALUE}.")
  double scale;

  @Option(
      names = "--loss",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Share of frames that the mirror port does not deliver, 0 to 0.5. Default:"
              + " ${DEFAULT-VALUE}.")
  double loss;

  @Option(
      names = "--duplicates",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Share of frames that the mirror port delivers twice, 0 to 0.5. Default:"
              + " ${DEFAULT-VALUE}.")
  double duplicates;

  @Option(
      names = "--retransmissions",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Share of TCP segments that are sent twice, 0 to 0.5. Default: ${DEFAULT-VALUE}.")
  double retransmissions;

  @Option(
      names = "--rotate",
      paramLabel = "SPAN",
      defaultValue = "day",
      description = "day or hour: when a new file is begun. Default: ${DEFAULT-VALUE}.")
  PortScenario.Rotation rotation = PortScenario.Rotation.DAY;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out/simulated-port",
      description = "Folder to write to, made if needed. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out/simulated-port");

  private static final String TRUTH_SCHEMA = "\"bellbuoy.port-truth/";

  private final Environment environment;

  PortSimulateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    PortScenario scenario;
    try {
      Instant start = from;
      scenario =
          PortScenario.demo()
              .withSeed(seed)
              .withSize(days, cranes, scale)
              .withFaults(loss, duplicates, retransmissions)
              .withRotation(rotation);
      scenario = start == null ? scenario : scenario.withStart(start);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
    PortTruth truth = write(scenario, out);
    environment
        .out()
        .printf(
            Locale.ROOT,
            "SIMULATED captures, %,d frames in %,d files, and their truth are in %s%n",
            truth.captures().stream().mapToLong(PortTruth.Capture::frames).sum(),
            truth.captures().size(),
            out.toAbsolutePath().normalize());
    return Bellbuoy.OK;
  }

  /** Writes captures and truth into a folder. */
  static PortTruth write(PortScenario scenario, Path folder) throws IOException {
    Outputs.prepare(folder);
    try {
      return PortSimulation.of(scenario).write(folder);
    } catch (FileAlreadyExistsException e) {
      throw new CommandException(
          folder + " holds simulated captures already; give another folder with --out.");
    }
  }

  /** Writes anew where the folder holds what an earlier simulation wrote. */
  static PortTruth writeAnew(PortScenario scenario, Path folder) throws IOException {
    Path truth = folder.resolve(PortSimulation.TRUTH);
    if (Files.isRegularFile(truth) && Files.readString(truth).contains(TRUTH_SCHEMA)) {
      try (Stream<Path> all = Files.list(folder)) {
        // The truth goes last: until then the folder is known for what it is.
        for (Path path : all.filter(PortSimulateCommand::isCapture).sorted().toList()) {
          Files.delete(path);
        }
      }
      Files.delete(truth);
    }
    return write(scenario, folder);
  }

  private static boolean isCapture(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith("simulated-") && name.endsWith(".pcapng");
  }

  /** Takes a day, or a moment that the scenario then checks to be its midnight. */
  private static final class MidnightConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return value.indexOf('T') < 0
            ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + value + "' is no day like 2026-03-02 and no time like 2026-03-02T00:00:00Z");
      }
    }
  }
}
