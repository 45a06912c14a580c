package org.bellbuoy.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds pages that no signature knows by how they are used: by one or two clients, mostly with POST
 * or the same query again and again, without referer or agent, first seen late, never linked, in a
 * folder of files. Each trait gives points; what speaks for a machine of the house takes some away.
 * Strong is only a page with a decisive trait, for an interface of one customer looks much like a
 * shell otherwise. Pure; cost: some passes over all pages.
 *
 * <p>Sources: ACSC 2020-006 (web shells in logs); NSA and ASD 2020, Detect and prevent web shell
 * malware (pages by few clients and addresses).
 */
public final class RarePages {
  private final RarePageOptions options;

  /** With thresholds. */
  public RarePages(RarePageOptions options) {
    this.options = options;
  }

  /** The rare pages, the most telling first. */
  public List<RarePage> find(PageTable table) {
    return find(table, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * The rare pages, the most telling first, where a clock was wrong.
   *
   * @param fromMillis times before it are no times of this log
   * @param toMillis neither are those at or after it
   */
  public List<RarePage> find(PageTable table, long fromMillis, long toMillis) {
    List<Page> pages = table.pages(page -> true);
    Peers peers = new Peers(pages);
    List<RarePage> found = new ArrayList<>();
    for (Page page : pages) {
      if (isCandidate(page)) {
        RarePage judged =
            new RarePageTraits(options, table, peers, page, fromMillis, toMillis).judge();
        if (judged.points() >= options.weak()) {
          found.add(judged);
        }
      }
    }
    found.sort(
        Comparator.comparing(RarePage::weight)
            .thenComparingDouble(RarePage::points)
            .reversed()
            .thenComparing(p -> p.page().path()));
    return found;
  }

  private boolean isCandidate(Page page) {
    return page.clients() <= options.mostClients()
        && page.requests() >= options.leastRequests()
        && (page.isScript() || page.posts() > 0)
        && !KnownPages.isKnown(page.path());
  }
}
