package org.bellbuoy.cli;

import picocli.CommandLine.Command;

/** The sea watch. */
@Command(
    name = "sea",
    description = "AIS near submarine cables: decode, follow, judge silences.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SeaWatchCommand.class,
      SeaDecodeCommand.class,
      SeaTracksCommand.class,
      SeaCoverageCommand.class,
      SeaEvaluateCommand.class,
      SeaSimulateCommand.class
    })
final class SeaCommand {
  SeaCommand() {}
}
