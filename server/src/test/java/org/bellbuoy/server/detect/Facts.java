package org.bellbuoy.server.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.LogRows;
import org.bellbuoy.server.page.PageTable;

/** Runs detectors over logs of tests. */
final class Facts {
  static final String FIELDS =
      "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
          + " cs(User-Agent) cs(Referer) sc-status sc-bytes cs-bytes time-taken\n";

  private Facts() {}

  static List<ServerFact> toolShell(String log) {
    return toolShell(LogRows.rows(log), Set.of());
  }

  static List<ServerFact> toolShell(List<WebRow> rows, Set<String> invalidViewState) {
    ToolShell toolShell = new ToolShell(ToolShellOptions.defaults());
    PageTable pages = new PageTable();
    rows.forEach(toolShell::row);
    rows.forEach(pages::row);
    return toolShell.facts(pages, invalidViewState, Set.of());
  }

  static List<ServerFact> exchange(String log) {
    ExchangeChains chains = new ExchangeChains();
    LogRows.read(log, chains::row);
    return chains.facts();
  }

  static List<ServerFact> of(List<ServerFact> facts, String name, String value) {
    List<ServerFact> found = new ArrayList<>();
    for (ServerFact fact : facts) {
      if (value.equals(fact.about().get(name))) {
        found.add(fact);
      }
    }
    return found;
  }

  static String text(List<ServerFact> facts) {
    StringBuilder text = new StringBuilder();
    for (ServerFact f : facts) {
      text.append(f.rule()).append(' ').append(f.state()).append(' ').append(f.strength());
      text.append(' ').append(f.count()).append(' ').append(f.about()).append('\n');
      f.reasons().forEach(r -> text.append("     ").append(r.text()).append('\n'));
      f.traces().forEach(t -> text.append("       line ").append(t.line()).append('\n'));
    }
    return text.toString();
  }
}
