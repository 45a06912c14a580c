package org.bellbuoy.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellbuoy.core.rule.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bellbuoy rules list}. */
@Command(
    name = "list",
    description = "Lists every rule with its version and title.",
    mixinStandardHelpOptions = true)
final class RulesCommandList implements Callable<Integer> {
  @Option(names = "--json", description = "Print whole rules, one line of JSON each.")
  boolean json;

  private final Environment environment;

  RulesCommandList(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    if (!json) {
      environment.out().printf(Locale.ROOT, "%-22s %7s  %s%n", "rule", "version", "title");
    }
    for (Rule rule : RulesCommand.all()) {
      if (json) {
        environment.out().println(RulesCommandShow.json(rule));
      } else {
        environment
            .out()
            .printf(Locale.ROOT, "%-22s %7d  %s%n", rule.id(), rule.version(), rule.title());
      }
    }
    environment.out().flush();
    return Bellbuoy.OK;
  }
}
