package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.sea.detect.SeaRules;
import org.bellbuoy.server.detect.ServerRules;
import org.junit.jupiter.api.Test;

class RulesCommandTest {
  @Test
  void rulesOfAllWatchesAreThereAndEachIdOnce() {
    assertThat(RulesCommand.all())
        .extracting(Rule::id)
        .containsAll(SeaRules.ALL.stream().map(Rule::id).toList())
        .containsAll(ServerRules.all().stream().map(Rule::id).toList())
        .contains("sea.silence", "server.toolshell", "server.machine-key")
        .contains("port.control", "port.policy", "port.scan")
        .doesNotHaveDuplicates();
  }

  @Test
  void listNamesEveryRuleWithVersionAndTitle() {
    Shell.Said said = Shell.run("rules", "list");
    assertThat(said.status()).isZero();
    for (Rule rule : RulesCommand.all()) {
      assertThat(said.out()).contains(rule.id()).contains(rule.title());
    }
    assertThat(Shell.run("rules", "list", "--json").out().lines())
        .hasSize(RulesCommand.all().size())
        .allMatch(line -> line.startsWith("{\"id\":") && line.endsWith("}"));
  }

  @Test
  void showTellsClaimsAndEveryParameterWithItsDefault() {
    for (Rule rule : RulesCommand.all()) {
      Shell.Said said = Shell.run("rules", "show", rule.id());
      assertThat(said.status()).isZero();
      assertThat(said.out())
          .contains("Claims", "Does not claim", "Sources", "Known innocent explanations");
      rule.parameters()
          .forEach(
              p -> assertThat(said.out()).contains("--" + p.name()).contains(p.defaultValue()));
      assertThat(Shell.run("rules", "show", rule.id(), "--json").out())
          .contains("\"doesNotClaim\":", "\"innocentExplanations\":[");
    }
  }

  @Test
  void anUnknownRuleIsWrongUsageAndNamesThoseThereAre() {
    Shell.Said said = Shell.run("rules", "show", "sea.silnce");
    assertThat(said.status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("sea.silnce").contains(RulesCommand.ids());
  }
}
