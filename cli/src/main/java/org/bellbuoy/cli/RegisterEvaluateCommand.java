package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bellbuoy.register.match.LabelledPairs;
import org.bellbuoy.register.match.MatchPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy register evaluate}. */
@Command(
    name = "evaluate",
    description = "Measures how right the register's answers are, on labelled data of your own.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RegisterEvaluateCommand.Matching.class})
final class RegisterEvaluateCommand {
  RegisterEvaluateCommand() {}

  /** {@code bellbuoy register evaluate matching}. */
  @Command(
      name = "matching",
      description =
          "Holds pairs of names against each other and counts how often they are told rightly to"
              + " mean one party or ship.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Matching implements Callable<Integer> {
    private static final long LARGEST_BYTES = 64L << 20;

    @Parameters(
        paramLabel = "FILE",
        description = "CSV with the columns schema, name1, name2 and is_match.")
    Path file = Path.of("");

    @Option(
        names = "--wrong",
        description = "List pairs judged wrongly, but for those that are kept aside.")
    boolean wrong;

    private final Environment environment;

    Matching(Environment environment) {
      this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
      Path path = environment.workingFolder().resolve(file);
      if (!Files.isRegularFile(path)) {
        throw new CommandException("There is no file " + file + ".");
      }
      if (Files.size(path) > LARGEST_BYTES) {
        throw new CommandException(file + " is larger than 64 MB, too much for labelled pairs.");
      }
      LabelledPairs read = LabelledPairs.read(Files.readAllBytes(path));
      environment
          .out()
          .print(
              MarkdownDocument.of(
                  MatchPage.of(read, wrong, "bellbuoy register evaluate matching FILE")));
      environment.out().flush();
      if (read.pairs().isEmpty()) {
        throw new CommandException(file + " holds no pair that could be read.");
      }
      return Bellbuoy.OK;
    }
  }
}
