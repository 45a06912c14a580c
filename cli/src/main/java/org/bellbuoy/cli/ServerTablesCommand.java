package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bellbuoy.server.build.BuildTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bellbuoy server tables}. */
@Command(
    name = "tables",
    description = {
      "Writes the tables of builds, vulnerabilities, fixes, support and sources as CSV, to be changed"
          + " and given to a sweep with --builds. Nothing that is there is written over."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServerTablesCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out/tables",
      description = "Folder to write to, made if needed. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out/tables");

  private final Environment environment;

  ServerTablesCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Outputs.prepare(out);
    for (Map.Entry<String, String> table : BuildTables.bundledTexts().entrySet()) {
      Path file = out.resolve(table.getKey());
      if (Files.exists(file)) {
        throw new CommandException(
            file + " is there already and may have been changed; give another folder with --out.");
      }
    }
    BuildTables.bundledTexts()
        .forEach((name, text) -> WholeFile.write(out, name, writer -> writer.write(text)));
    environment
        .out()
        .println(
            "Tables as of "
                + BuildTables.bundled().asOf()
                + " are in "
                + out.toAbsolutePath().normalize());
    environment.out().flush();
    return Bellbuoy.OK;
  }
}
