package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bellbuoy.core.source.SourceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bellbuoy sea evaluate}. */
@Command(
    name = "evaluate",
    description = "Measures how right judgements are, on recordings of your own.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SeaEvaluateCommand.Silence.class})
final class SeaEvaluateCommand {
  SeaEvaluateCommand() {}

  /** {@code bellbuoy sea evaluate silence}. */
  @Command(
      name = "silence",
      description =
          "Switches vessels off artificially in real recordings, one at a time and nobody else"
              + " changed, judges made and natural silences alike with models that saw neither their"
              + " vessels nor their time, and measures how well they are told apart, beside"
              + " baselines.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Silence implements Callable<Integer> {
    @Mixin SeaWatchSettings settings = new SeaWatchSettings();

    @Mixin SeaWatchSettings.Thresholds thresholds = new SeaWatchSettings.Thresholds();

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "Seed of the moments and lengths drawn. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
        names = "--per-vessel",
        paramLabel = "N",
        defaultValue = "12",
        description =
            "Moments at which each vessel is switched off to be scored; as many more are made to"
                + " learn from. Default: ${DEFAULT-VALUE}.")
    int perVessel;

    @Option(
        names = "--shipped",
        description =
            "Judge with the model that the program ships, and learn nothing: for recordings that it"
                + " was not made from.")
    boolean shipped;

    @Option(
        names = "--write-model",
        paramLabel = "FILE",
        description =
            "Learn from all that was read and write the model there, instead of evaluating.")
    @Nullable Path writeModel;

    @Option(
        names = "--out",
        paramLabel = "DIR",
        defaultValue = "bellbuoy-out/evaluation",
        description = "Folder for the results, made if needed. Default: ${DEFAULT-VALUE}.")
    Path out = Path.of("bellbuoy-out/evaluation");

    @Option(names = "--json", description = "Print the measures on standard output as JSON.")
    boolean json;

    private final Environment environment;

    Silence(Environment environment) {
      this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, SourceException {
      if (perVessel < 1 || perVessel > 1000) {
        throw CommandException.usage("--per-vessel is " + perVessel + "; it must be 1 to 1000.");
      }
      if (shipped && writeModel != null) {
        throw CommandException.usage("--shipped learns nothing, so there is no model to write.");
      }
      return new EvaluationRun(
              environment,
              settings.inputs,
              settings.options(thresholds.silence(), environment.processors(), 0),
              seed,
              perVessel,
              shipped,
              writeModel,
              out,
              json)
          .run();
    }
  }
}
