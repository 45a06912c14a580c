package org.bellbuoy.server.sweep;

import org.bellbuoy.server.detect.ExchangeChains;
import org.bellbuoy.server.detect.LogCoverage;
import org.bellbuoy.server.detect.ToolShell;
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
  final LogCoverage coverage;
  final @Nullable SigmaAggregate sigma;

  ServerEyes(SweepOptions options) {
    toolShell = new ToolShell(options.toolShell());
    coverage = new LogCoverage(options.coverage());
    sigma = options.sigma() == null ? null : options.sigma().aggregate();
  }

  @Override
  public void row(WebRow row) {
    coverage.row(row);
    pages.row(row);
    toolShell.row(row);
    exchange.row(row);
    SigmaAggregate rules = sigma;
    if (rules != null) {
      rules.row(row);
    }
  }

  @Override
  public void merge(ServerEyes later) {
    coverage.merge(later.coverage);
    pages.merge(later.pages);
    toolShell.merge(later.toolShell);
    exchange.merge(later.exchange);
    SigmaAggregate mine = sigma;
    SigmaAggregate other = later.sigma;
    if (mine != null && other != null) {
      mine.merge(other);
    }
  }
}
