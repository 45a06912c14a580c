package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.detect.SilenceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bellbuoy sea tracks}. */
@Command(
    name = "tracks",
    description =
        "Joins messages to hulls and writes their tracks: every fix as GeoParquet, thinned lines as"
            + " GeoJSON, and what could not be movement as rejects.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SeaTracksCommand implements Callable<Integer> {
  @Mixin SeaWatchSettings settings = new SeaWatchSettings();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out",
      description = "Folder to write to, made if needed. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out");

  private final Environment environment;

  SeaTracksCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    return new TracksRun(
            environment,
            settings.inputs,
            settings.options(SilenceOptions.defaults(), environment.processors(), 0),
            out)
        .run();
  }
}
