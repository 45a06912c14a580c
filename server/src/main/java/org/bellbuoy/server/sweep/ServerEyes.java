package org.bellbuoy.server.sweep;

import org.bellbuoy.server.detect.ExchangeChains;
import org.bellbuoy.server.detect.LogCoverage;
import org.bellbuoy.server.detect.ToolShell;
import org.bellbuoy.server.detect.WebAttempts;
import org.bellbuoy.server.log.RowAggregate;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.PageTable;
import org.bellbuoy.server.sigma.SigmaAggregate;
import org.jspecify.annotations.Nullable;

/** All that looks at the rows of one server, in one pass. */
final class ServerEyes implements RowAggregate<ServerEyes> {
  /** Clients of interest kept of all servers together, which are all in memory at the end. */
  private static final int CASES_OF_FLEET = 8_192;

  private static final int MOST_CASES = 4_096;
  private static final int LEAST_CASES = 128;

  final PageTable pages;
  final ToolShell toolShell;
  final ExchangeChains exchange;
  final WebAttempts attempts = new WebAttempts();
  final LogCoverage coverage;
  final @Nullable SigmaAggregate sigma;
  private final RowAggregate<?>[] all;

  /**
   * Looks at one server of so many. Each has its share of the room, so that a fleet needs no more
   * memory than a server or two; what was dropped is counted.
   */
  ServerEyes(SweepOptions options, int servers) {
    int cases = Math.clamp(CASES_OF_FLEET / servers, LEAST_CASES, MOST_CASES);
    pages = PageTable.ofFleet(servers);
    toolShell = new ToolShell(options.toolShell(), cases);
    exchange = new ExchangeChains(cases);
    coverage = new LogCoverage(options.coverage());
    SigmaAggregate rules = options.sigma() == null ? null : options.sigma().aggregate();
    sigma = rules;
    all =
        rules == null
            ? new RowAggregate<?>[] {coverage, pages, toolShell, exchange, attempts}
            : new RowAggregate<?>[] {coverage, pages, toolShell, exchange, attempts, rules};
  }

  /**
   * Hands a row to each in a loop, not by name: a call of many targets is not inlined, so each is
   * compiled by itself. All in one, a branch first taken in one of them had all compiled anew.
   */
  @Override
  public void row(WebRow row) {
    for (RowAggregate<?> one : all) {
      one.row(row);
    }
  }

  /** Lets go of what only reading needs, before the next server is read. */
  void settle() {
    pages.settle();
  }

  @Override
  public void merge(ServerEyes later) {
    coverage.merge(later.coverage);
    pages.merge(later.pages);
    toolShell.merge(later.toolShell);
    exchange.merge(later.exchange);
    attempts.merge(later.attempts);
    SigmaAggregate mine = sigma;
    SigmaAggregate other = later.sigma;
    if (mine != null && other != null) {
      mine.merge(other);
    }
  }
}
