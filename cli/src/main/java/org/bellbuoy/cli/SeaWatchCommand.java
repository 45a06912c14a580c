package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.source.SourceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code bellbuoy sea watch}. */
@Command(
    name = "watch",
    description =
        "Finds vessels that fell silent or lost their position, says how well they could have been"
            + " heard, and which cables they could have come to meanwhile.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SeaWatchCommand implements Callable<Integer> {
  @Mixin SeaWatchSettings settings = new SeaWatchSettings();

  @Option(
      names = "--cables",
      paramLabel = "FILE",
      description = "Cable routes as GeoJSON lines. Without it no cable is looked for.")
  @Nullable Path cables;

  @Mixin SeaWatchSettings.Thresholds thresholds = new SeaWatchSettings.Thresholds();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out",
      description = "Folder for findings and report, made if needed. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out");

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "Store to keep runs and findings in. Default: bellbuoy.duckdb in --out.")
  @Nullable Path store;

  @Option(names = "--no-store", description = "Keep nothing in a store.")
  boolean noStore;

  @Option(
      names = "--detail",
      paramLabel = "N",
      defaultValue = "200",
      description = "Findings with map and timeline in the report. Default: ${DEFAULT-VALUE}.")
  int detail;

  @Option(
      names = "--live",
      description =
          "Tell of silences while they last: as event time passes, lines go to live.jsonl and"
              + " standard output. Without it live.jsonl has the same lines, written at the end.")
  boolean live;

  @Option(
      names = "--memory",
      paramLabel = "SPAN",
      converter = Durations.class,
      description =
          "Forget what is older than this in event time, so that an endless stream takes bounded"
              + " memory; findings then tell of this last span only. At least 24h. Default: 48h with"
              + " --live, everything is kept without.")
  @Nullable Long memoryMillis;

  @Mixin JoinSettings joining = new JoinSettings();

  @Option(names = "--json", description = "Print findings on standard output, one line each.")
  boolean json;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      converter = FailOnConverter.class,
      description =
          "Exit with 3 when silences of this level or a graver one exist: likely, possible.")
  @Nullable Level failOn;

  private static final long LIVE_MEMORY_MILLIS = 48L * 3_600_000;
  private static final long LEAST_MEMORY_MILLIS = 24L * 3_600_000;

  private final Environment environment;

  SeaWatchCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    if (detail < 0) {
      throw CommandException.usage("--detail is " + detail + "; it must not be negative.");
    }
    WatchRun run =
        new WatchRun(
            environment,
            settings.inputs,
            settings
                .options(thresholds.silence(), environment.processors(), detail)
                .withMemory(memory()),
            cables,
            thresholds.cables(),
            out,
            noStore ? null : store != null ? store : out.resolve("bellbuoy.duckdb"),
            live,
            joining);
    return run.run("Sea watch", json, failOn);
  }

  private long memory() {
    Long given = memoryMillis;
    if (given == null) {
      return live ? LIVE_MEMORY_MILLIS : 0;
    }
    if (given < LEAST_MEMORY_MILLIS) {
      throw CommandException.usage("--memory must be 24h or more.");
    }
    return given;
  }

  /** Words of all levels. */
  static final class LevelConverter implements ITypeConverter<Level> {
    @Override
    public Level convert(String value) {
      try {
        return Level.ofWord(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** The two levels that an alarm may hang on. */
  static final class FailOnConverter implements ITypeConverter<Level> {
    @Override
    public Level convert(String value) {
      return switch (value) {
        case "likely" -> Level.LIKELY;
        case "possible" -> Level.POSSIBLE;
        default ->
            throw new TypeConversionException("'" + value + "' is not one of likely, possible");
      };
    }
  }
}
