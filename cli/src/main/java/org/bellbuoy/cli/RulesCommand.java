package org.bellbuoy.cli;

import java.util.List;
import java.util.stream.Stream;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.port.watch.PortJudging;
import org.bellbuoy.sea.detect.SeaRules;
import org.bellbuoy.server.detect.ServerRules;
import picocli.CommandLine.Command;

/** {@code bellbuoy rules}: what this version judges by. */
@Command(
    name = "rules",
    description = "What findings claim and do not claim, and every number they depend on.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RulesCommandList.class, RulesCommandShow.class})
final class RulesCommand {
  RulesCommand() {}

  /** The rules of all watches. */
  static List<Rule> all() {
    return Stream.of(SeaRules.ALL, ServerRules.all(), PortJudging.rules())
        .flatMap(List::stream)
        .toList();
  }

  /** Their ids, for sentences. */
  static String ids() {
    return String.join(", ", all().stream().map(Rule::id).toList());
  }
}
