package org.bellbuoy.server.detect;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.server.page.Page;
import org.bellbuoy.server.page.PageTable;
import org.bellbuoy.server.page.RarePage;
import org.bellbuoy.server.page.RarePageOptions;
import org.bellbuoy.server.page.RarePages;
import org.bellbuoy.server.page.RowSample;

/** Facts of pages that are used as hardly any other of their server. Pure. */
public final class RarePageFacts {
  private RarePageFacts() {}

  /**
   * The facts, the most telling first: one for each rare page. A strong one is told as left behind;
   * of a lesser one the log cannot tell what it is.
   */
  public static List<ServerFact> of(PageTable pages, RarePageOptions options) {
    return of(pages, options, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * The facts, where a clock was wrong.
   *
   * @param fromMillis times before it are no times of these logs
   * @param toMillis neither are those at or after it
   */
  public static List<ServerFact> of(
      PageTable pages, RarePageOptions options, long fromMillis, long toMillis) {
    List<ServerFact> facts = new ArrayList<>();
    for (RarePage rare : new RarePages(options).find(pages, fromMillis, toMillis)) {
      facts.add(fact(rare));
    }
    return facts;
  }

  private static ServerFact fact(RarePage rare) {
    Page page = rare.page();
    Strength strength =
        switch (rare.weight()) {
          case STRONG -> Strength.STRONG;
          case MEDIUM -> Strength.MEDIUM;
          case WEAK -> Strength.WEAK;
        };
    List<Trace> traces = page.samples().stream().map(Traces::of).toList();
    List<RowSample> samples = page.samples();
    FactOf fact =
        new FactOf(ServerRules.RARE_PAGE.id(), List.of())
            .state(strength == Strength.STRONG ? EntryState.PERSISTED : EntryState.CANNOT_TELL)
            .strength(strength)
            .about("path", page.path())
            .about("technique", "rare-page")
            .about("client", samples.isEmpty() ? "" : samples.getFirst().client());
    rare.reasons().forEach(fact::reason);
    traces.forEach(fact::trace);
    ServerFact made = fact.make();
    return new ServerFact(
        made.rule(),
        made.state(),
        made.strength(),
        page.firstMillis(),
        page.lastMillis(),
        page.requests(),
        made.about(),
        made.reasons(),
        made.traces());
  }
}
