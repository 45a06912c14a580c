package org.bellbuoy.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy findings show}. */
@Command(
    name = "show",
    description = "Shows one finding with all it rests on.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FindingsCommandShow implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The finding's id, or the beginning of it.")
  String id = "";

  @Mixin FindingsCommandStore store = new FindingsCommandStore();

  @Option(names = "--json", description = "Print the finding as one line of JSON.")
  boolean json;

  private final Environment environment;

  FindingsCommandShow(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    return store.open(this::show);
  }

  private int show(FindingsCommandStore.Opened opened) {
    Finding finding = find(opened, id);
    if (json) {
      environment.out().println(FindingJson.write(finding));
    } else {
      new FindingsCommandText(environment.out())
          .print(finding, opened.store().run(finding.run()).orElse(null));
    }
    environment.out().flush();
    return Bellbuoy.OK;
  }

  /** The finding whose id starts so; one sentence where none or several do. */
  static Finding find(FindingsCommandStore.Opened opened, String id) {
    Optional<Finding> found;
    try {
      found = id.isBlank() ? Optional.empty() : opened.store().finding(id);
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
    return found.orElseThrow(
        () ->
            new CommandException(
                "No finding in "
                    + opened.file()
                    + " has an id that starts with '"
                    + SafeText.visible(id)
                    + "'; 'bellbuoy findings list' shows those there are."));
  }
}
