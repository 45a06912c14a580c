package org.bellbuoy.cli;

import picocli.CommandLine.Command;

/** The register. */
@Command(
    name = "register",
    description =
        "Who owns, makes, runs and controls what is depended on, from a folder of CSV and YAML that"
            + " you keep: shares with their ranges, dates and sources, and the arithmetic of"
            + " control.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RegisterControlCommand.class,
      RegisterWhoCommand.class,
      RegisterLockinCommand.class,
      RegisterWithoutCommand.class,
      RegisterPageCommand.class,
      RegisterCheckCommand.class,
      RegisterStoreCommand.class,
      RegisterConvertCommand.class,
      RegisterPolicyCommand.class,
      RegisterEvaluateCommand.class
    })
final class RegisterCommand {
  RegisterCommand() {}
}
