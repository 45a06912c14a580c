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
  final PageTable pages = new PageTable();
  final ToolShell toolShell;
  final ExchangeChains exchange = new ExchangeChains();
  final WebAttempts attempts = new WebAttempts();
  final LogCoverage coverage;
  final @Nullable SigmaAggregate sigma;
  private final RowAggregate<?>[] all;

  ServerEyes(SweepOptions options) {
    toolShell = new ToolShell(options.toolShell());
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
