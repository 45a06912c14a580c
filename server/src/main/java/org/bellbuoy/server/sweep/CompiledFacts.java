package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.server.content.NameIndicators;
import org.bellbuoy.server.content.Rarity;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.detect.Trace;
import org.bellbuoy.server.page.Page;
import org.bellbuoy.server.sweep.ServerRead.ReadCompiled;

/**
 * Pages that ASP.NET compiled and that are gone: they were asked for at least once, and somebody
 * took them away.
 */
final class CompiledFacts {
  /** What the facts are about. One that only shows a page gone may be a solution taken away. */
  static final String TECHNIQUE = "compiled-trace";

  private static final int TELLING_NAME = 60;

  private final Map<String, Set<String>> hosts = new HashMap<>();
  private int servers;

  CompiledFacts(List<ServerRead> reads) {
    for (ServerRead read : reads) {
      servers += read.compiled().isEmpty() ? 0 : 1;
      for (ReadCompiled one : read.compiled()) {
        hosts.computeIfAbsent(one.page().pageName(), p -> new HashSet<>()).add(read.host());
      }
    }
  }

  /**
   * Facts of one server.
   *
   * @param named facts of it that name pages which should not be there
   */
  List<ServerFact> of(ServerRead read, List<ServerFact> named) {
    Set<String> there = new HashSet<>();
    for (var file : read.tree().files()) {
      String path = file.path().toLowerCase(Locale.ROOT);
      there.add(path.substring(path.lastIndexOf('/') + 1));
    }
    boolean folders = !read.scripts().isEmpty();
    List<ServerFact> facts = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (ReadCompiled one : read.compiled()) {
      String page = one.page().pageName();
      if (page.isEmpty() || !told.add(page)) {
        continue;
      }
      boolean gone = folders && !there.contains(page);
      boolean known = one.names().stream().anyMatch(n -> n.weight() >= TELLING_NAME);
      boolean byLog =
          named.stream().anyMatch(f -> f.about().getOrDefault("path", "").endsWith("/" + page));
      int have = hosts.getOrDefault(page, Set.of()).size();
      boolean rare =
          servers >= Rarity.FEWEST_SERVERS && have * 2 <= servers && !usedByMany(read, page);
      if (!(known || byLog || (gone && rare))) {
        continue;
      }
      facts.add(fact(one, page, gone, known, byLog, have));
    }
    return facts;
  }

  /** Whether the log shows a page that people used: a shell has few clients and no links to it. */
  private static boolean usedByMany(ServerRead read, String page) {
    return read.eyes().pages.pages(p -> p.path().endsWith("/" + page)).stream()
        .anyMatch(p -> p.clients() > Page.FEW_CLIENTS && p.isLinked());
  }

  private ServerFact fact(
      ReadCompiled one, String page, boolean gone, boolean known, boolean byLog, int have) {
    FactBuilder fact =
        new FactBuilder(
                ServerRules.WEB_SCRIPT.id(),
                EntryState.SUCCEEDED,
                known || byLog ? Strength.STRONG : Strength.MEDIUM)
            .about("file", one.file().path())
            .about("technique", TECHNIQUE)
            .about("page", page)
            .at(one.file().modifiedMillis());
    fact.reason(
        "compiled",
        "ASP.NET compiled a page "
            + (one.page().virtualPath().isEmpty() ? page : one.page().virtualPath())
            + ": it was there and was asked for.");
    if (gone) {
      fact.reason("page-gone", "The page itself is not in the collected folders.");
    }
    for (NameIndicators.Indicator name : one.names()) {
      fact.reason(
          "name", "Its name is known from entries: " + name.what() + ".", name.weight(), "points");
    }
    if (byLog) {
      fact.reason("named-by-log", "The log shows the page as one that should not be there.");
    }
    fact.reason(
        "rarity",
        "Of " + servers + " servers with such traces, " + have + " have one of this page.",
        have,
        "servers");
    return fact.trace(
            new Trace(
                one.source(), one.file().modifiedMillis(), 0, Math.min(one.bytes(), 512), 0, 0, ""))
        .make();
  }
}
