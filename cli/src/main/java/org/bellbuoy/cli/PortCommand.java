package org.bellbuoy.cli;

import picocli.CommandLine.Command;

/** The port watch. */
@Command(
    name = "port",
    description =
        "Networks of cranes and terminals by captures of their traffic: who asked which device for"
            + " what, and what it answered; which commands nothing shows to be allowed.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PortWatchCommand.class,
      PortOperationsCommand.class,
      PortInventoryCommand.class,
      PortLearnCommand.class,
      PortEvidenceCommand.class,
      PortSimulateCommand.class
    })
final class PortCommand {
  PortCommand() {}
}
