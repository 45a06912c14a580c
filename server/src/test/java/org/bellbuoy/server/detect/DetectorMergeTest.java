package org.bellbuoy.server.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.LogRows;
import org.bellbuoy.server.page.PageTable;
import org.bellbuoy.server.page.RarePageOptions;
import org.junit.jupiter.api.Test;

/** Facts do not depend on where a log is cut, and a crowd of clients does not fill memory. */
class DetectorMergeTest {
  private static final List<String> STEMS =
      List.of(
          "/_layouts/15/ToolPane.aspx",
          "/_layouts/16/toolpane.aspx/",
          "/_layouts/15/spinstall0.aspx",
          "/_layouts/15/start.aspx",
          "/_layouts/15/SignOut.aspx",
          "/_layouts/15/abc.ashx",
          "/ecp/y.js",
          "/owa/auth/x.js",
          "/autodiscover/autodiscover.json",
          "/images/a.aspx",
          "/b");
  private static final List<String> QUERIES =
      List.of("-", "DisplayMode=Edit&a=/ToolPane.aspx", "a@b.test/powershell/?x", "__VIEWSTATE=1");
  private static final List<String> REFERERS =
      List.of("-", "/_layouts/SignOut.aspx", "https://s.test/p.aspx");
  private static final List<Integer> STATUSES = List.of(200, 302, 401, 404, 500);

  private static String log(Random random, int rows, int clients) {
    StringBuilder log = new StringBuilder(Facts.FIELDS);
    for (int i = 0; i < rows; i++) {
      int client = random.nextInt(clients);
      log.append(
          String.join(
              " ",
              String.format("2025-07-%02d", 10 + i * 10 / rows),
              String.format("%02d:%02d:%02d", i % 24, i % 60, random.nextInt(60)),
              "10.0.0.5",
              random.nextBoolean() ? "POST" : "GET",
              STEMS.get(random.nextInt(STEMS.size())),
              QUERIES.get(random.nextInt(QUERIES.size())),
              "443",
              random.nextInt(5) == 0 ? "C\\u" : "-",
              "10." + client / 65_536 + "." + client / 256 % 256 + "." + client % 256,
              random.nextBoolean() ? "-" : "M",
              REFERERS.get(random.nextInt(REFERERS.size())),
              "" + STATUSES.get(random.nextInt(STATUSES.size())),
              "" + random.nextInt(30_000),
              "" + random.nextInt(9_000),
              "5"));
      log.append('\n');
    }
    return log.toString();
  }

  private static final class All {
    final ToolShell toolShell = new ToolShell(ToolShellOptions.defaults());
    final ExchangeChains exchange = new ExchangeChains();
    final LogCoverage coverage = new LogCoverage(LogCoverageOptions.defaults());
    final PageTable pages = new PageTable();

    void rows(List<WebRow> rows) {
      for (WebRow row : rows) {
        toolShell.row(row);
        exchange.row(row);
        coverage.row(row);
        pages.row(row);
      }
    }

    void merge(All later) {
      toolShell.merge(later.toolShell);
      exchange.merge(later.exchange);
      coverage.merge(later.coverage);
      pages.merge(later.pages);
    }

    List<ServerFact> facts() {
      List<ServerFact> facts =
          new ArrayList<>(toolShell.facts(pages, Set.of("10.0.0.1"), Set.of()));
      facts.addAll(exchange.facts());
      facts.addAll(coverage.facts());
      facts.addAll(RarePageFacts.of(pages, RarePageOptions.defaults()));
      return facts;
    }
  }

  @Test
  void factsAreTheSameWhereverTheLogIsCut() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<WebRow> rows = LogRows.rows(log(random, 600, seed % 2 == 0 ? 4 : 200));
      All whole = new All();
      whole.rows(rows);
      List<ServerFact> expected = whole.facts();
      assertTrue(expected.size() > 3);
      for (int i = 0; i < 4; i++) {
        int a = random.nextInt(rows.size());
        int b = a + random.nextInt(rows.size() - a);
        All one = new All();
        All two = new All();
        All three = new All();
        one.rows(rows.subList(0, a));
        two.rows(rows.subList(a, b));
        three.rows(rows.subList(b, rows.size()));
        if (i % 2 == 0) {
          two.merge(three);
          one.merge(two);
        } else {
          one.merge(two);
          one.merge(three);
        }
        assertEquals(expected, one.facts());
      }
    }
  }

  @Test
  void aCrowdOfClientsIsBoundedAndWhatSucceededStays() {
    StringBuilder log = new StringBuilder(Facts.FIELDS);
    for (int i = 0; i < 20_000; i++) {
      log.append(
          "2025-07-18 18:06:29 10.0.0.5 POST /_layouts/15/ToolPane.aspx DisplayMode=Edit 443 - 10.1."
              + i / 250
              + "."
              + i % 250
              + " M /_layouts/SignOut.aspx "
              + (i == 777 ? 200 : 404)
              + " 1 1 1\n");
    }
    ToolShell toolShell = new ToolShell(ToolShellOptions.defaults());
    LogRows.read(log.toString(), toolShell::row);
    List<ServerFact> facts = toolShell.facts(new PageTable(), Set.of(), Set.of());
    assertEquals(CaseBook.MOST_CASES, facts.size());
    assertEquals(20_000 - CaseBook.MOST_CASES, toolShell.dropped());
    assertEquals(1, facts.stream().filter(f -> f.state() == EntryState.SUCCEEDED).count());
  }

  @Test
  void everyFactNamesARuleThatIsDescribed() {
    Set<String> ids = new TreeSet<>();
    ServerRules.all().forEach(r -> ids.add(r.id()));
    assertEquals(ServerRules.all().size(), ids.size());
    for (ExchangeSign sign : ExchangeSign.values()) {
      assertTrue(ids.contains(sign.rule()), sign.rule());
    }
    All all = new All();
    all.rows(LogRows.rows(log(new Random(1), 600, 5)));
    for (ServerFact fact : all.facts()) {
      assertTrue(ids.contains(fact.rule()), fact.rule());
      assertTrue(!fact.reasons().isEmpty(), fact.toString());
      assertTrue(fact.traces().size() <= 50 && !fact.traces().isEmpty(), fact.toString());
    }
  }
}
