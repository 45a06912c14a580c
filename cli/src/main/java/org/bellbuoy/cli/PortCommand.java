package org.bellbuoy.cli;

import picocli.CommandLine.Command;

/** The port watch. */
@Command(
    name = "port",
    description =
        "Networks of cranes and terminals by captures of their traffic: who asked which device for"
            + " what, and what it answered.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PortOperationsCommand.class, PortSimulateCommand.class})
final class PortCommand {
  PortCommand() {}
}
