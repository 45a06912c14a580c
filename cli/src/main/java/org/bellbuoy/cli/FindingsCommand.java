package org.bellbuoy.cli;

import picocli.CommandLine.Command;

/** {@code bellbuoy findings}: what was found, and whether it still follows from its bytes. */
@Command(
    name = "findings",
    description = "Lists, shows, exports, posts and verifies findings.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      FindingsCommandList.class,
      FindingsCommandShow.class,
      FindingsCommandExport.class,
      FindingsCommandPost.class,
      FindingsCommandVerify.class
    })
final class FindingsCommand {
  FindingsCommand() {}
}
