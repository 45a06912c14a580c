package org.bellbuoy.cli;

import picocli.CommandLine.Command;

/** The server watch. */
@Command(
    name = "server",
    description =
        "SharePoint and Exchange servers by their own logs, folders and configuration: who tried,"
            + " who got in, what was left behind, is the key still out.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServerSweepCommand.class,
      ServerSimulateCommand.class,
      ServerEvaluateCommand.class,
      ServerTablesCommand.class
    })
final class ServerCommand {
  ServerCommand() {}
}
