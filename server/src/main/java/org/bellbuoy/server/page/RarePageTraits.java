package org.bellbuoy.server.page;

import static org.bellbuoy.server.log.WebRow.NO_TIME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.finding.Reason;

/** Weighs the traits of one page. */
final class RarePageTraits {
  private static final double DAY_MILLIS = 86_400_000;
  private static final int LEAST_TUNNEL_GAPS = 200;
  private static final int LEAST_BEAT_GAPS = 20;
  private static final int SHORT_GAP_CLASSES = 3;
  private static final int BEAT_FROM_CLASS = 5;
  private static final int LEAST_BROWSER_POSTS = 3;
  private static final int LEAST_QUERIES = 3;
  private static final int SCANNER_NOT_FOUND = 50;

  private record Trait(double points, Reason reason) {}

  private final RarePageOptions options;
  private final PageTable table;
  private final Peers peers;
  private final Page page;
  private final long first;
  private final long last;
  private final List<Trait> traits = new ArrayList<>();
  private boolean decisive;

  RarePageTraits(
      RarePageOptions options,
      PageTable table,
      Peers peers,
      Page page,
      long fromMillis,
      long toMillis) {
    this.options = options;
    this.table = table;
    this.peers = peers;
    this.page = page;
    first = Math.max(fromMillis, table.firstMillis());
    last = Math.min(toMillis, table.lastMillis());
  }

  RarePage judge() {
    clients();
    posts();
    missingFields();
    browser();
    queries();
    pace();
    answers();
    place();
    answered();
    time();
    lowered();
    double points = 0;
    for (Trait trait : traits) {
      points += trait.points();
    }
    return new RarePage(page, points, weight(points), reasons(points));
  }

  private RarePage.Weight weight(double points) {
    if (points >= options.strong() && decisive) {
      return RarePage.Weight.STRONG;
    }
    return points >= options.medium() ? RarePage.Weight.MEDIUM : RarePage.Weight.WEAK;
  }

  private List<Reason> reasons(double points) {
    List<Reason> reasons = new ArrayList<>();
    traits.stream()
        .sorted(Comparator.comparingDouble((Trait t) -> -Math.abs(t.points())))
        .forEach(t -> reasons.add(t.reason()));
    reasons.add(
        Reason.of(
            "rare-page-points",
            String.format(
                Locale.ROOT,
                "Points of all traits: %.1f; strong from %.0f with a decisive one",
                points,
                options.strong()),
            points,
            "points"));
    return reasons;
  }

  private void add(double points, String code, long measured, String unit, String text) {
    add(points, code, (double) measured, unit, text);
  }

  private void add(double points, String code, double measured, String unit, String text) {
    String signed =
        code.startsWith("why-")
            ? text
            : String.format(Locale.ROOT, "%s (%+.1f points)", text, points);
    traits.add(new Trait(points, Reason.of(code, signed, measured, unit)));
  }

  private boolean hasPeers() {
    return peers.size() >= options.leastPeers();
  }

  private void clients() {
    long clients = page.clients();
    String who = clients + (clients == 1 ? " client" : " clients") + " got an answer from it";
    if (!hasPeers()) {
      add(1, "few-clients", clients, "clients", who + "; too few pages to compare with");
      return;
    }
    double asFew = peers.shareWithAsFewClients(page);
    double points = asFew < 0.2 ? 2 : asFew < 0.6 ? 1 : 0;
    add(
        points,
        "few-clients",
        clients,
        "clients",
        who + "; as few or fewer: " + percent(asFew) + " of this server's other pages");
  }

  private void posts() {
    double share = (double) page.posts() / page.requests();
    if (share < 0.2) {
      return;
    }
    double points = share >= 0.5 ? 2 : 1;
    String text = percent(share) + " of " + page.requests() + " requests are POST";
    if (hasPeers()) {
      double asMuch = peers.shareWithAsMuchPost(page);
      text += "; as much: " + percent(asMuch) + " of this server's other pages";
      points = asMuch > 0.5 ? points / 2 : points;
    }
    add(points, "mostly-post", 100 * share, "%", text);
  }

  private void missingFields() {
    if (page.agentLogged == 0) {
      add(0, "why-cannot-tell-agent", 0, "requests", "The log has no column for the agent");
    } else {
      double without = (double) page.withoutAgent / page.agentLogged;
      if (without >= 0.9) {
        add(2, "no-agent", 100 * without, "%", percent(without) + " of requests name no agent");
      }
    }
    if (page.refererLogged == 0) {
      add(0, "why-cannot-tell-referer", 0, "requests", "The log has no column for the referer");
      return;
    }
    double without = (double) page.withoutReferer / page.refererLogged;
    if (without >= 0.9) {
      add(1, "no-referer", 100 * without, "%", percent(without) + " of requests name no referer");
    }
    if (page.linked() == 0) {
      add(1, "never-linked", 0, "requests", "No request came from another page of the site");
    } else {
      add(
          -3,
          "linked",
          page.linked(),
          "requests",
          page.linked() + " requests came from another page of the site");
    }
  }

  /** Browsers name a referer with a form; who only calls himself one does not. */
  private void browser() {
    long posts = page.browserPosts();
    if (posts < LEAST_BROWSER_POSTS
        || 10 * posts < 9 * page.posts()
        || !hasPeers()
        || peers.refererShare() < 0.3) {
      return;
    }
    add(
        2,
        "browser-without-referer",
        posts,
        "requests",
        posts
            + " POSTs come from a browser, by its agent, and name no referer; "
            + percent(peers.refererShare())
            + " of the server's requests name one");
    long all = table.requestsOfClients(page);
    boolean alone = 10 * page.requests() >= 8 * all;
    if (alone) {
      add(1, "only-page", all, "requests", "Its clients ask for hardly anything else");
    }
    decisive |= alone && !isAuthenticated();
  }

  private boolean isAuthenticated() {
    return page.userLogged > 0 && 10 * page.withUser >= 9 * page.userLogged;
  }

  private boolean isQueryFixed() {
    return page.queries() == 1 || (page.queries() <= 3 && page.requests() >= 50);
  }

  /** A shell that takes its commands in the query, as a form that nobody links does. */
  private boolean isDrivenByQuery() {
    return page.isScript()
        && page.posts() == 0
        && page.queries() >= LEAST_QUERIES
        && page.withQuery() == page.requests()
        && page.refererLogged > 0
        && page.linked() == 0;
  }

  private void queries() {
    if (isQueryFixed() && page.requests() >= 5) {
      String what = page.withQuery() == 0 ? "No request has a query" : "The query hardly changes";
      add(1, "fixed-query", page.queries(), "queries", what);
    } else if (isDrivenByQuery()) {
      add(
          2,
          "driven-by-query",
          page.queries(),
          "queries",
          "A script that is asked by GET alone, each time with a query and "
              + page.queries()
              + " different ones, and that no page leads to");
    }
  }

  private void pace() {
    int[] gaps = page.gaps();
    long all = 0;
    long shortGaps = 0;
    long best = 0;
    for (int i = 0; i < gaps.length; i++) {
      all += gaps[i];
      shortGaps += i < SHORT_GAP_CLASSES ? gaps[i] : 0;
      if (i > BEAT_FROM_CLASS) {
        best = Math.max(best, (long) gaps[i] + gaps[i - 1]);
      }
    }
    boolean mixed =
        10 * page.posts() >= page.requests() && 10 * page.posts() <= 9 * page.requests();
    if (shortGaps >= LEAST_TUNNEL_GAPS && 10 * shortGaps >= 8 * all && isQueryFixed()) {
      String text =
          shortGaps + " requests came within 4 s of the one before, the query hardly changing";
      add(
          mixed ? 4 : 2,
          "tunnel-like",
          shortGaps,
          "requests",
          text + (mixed ? ", GET and POST" : ""));
      decisive |= mixed;
    }
    if (all >= LEAST_BEAT_GAPS && 10 * best >= 9 * all) {
      add(
          -4,
          "regular-beat",
          100.0 * best / all,
          "%",
          percent((double) best / all) + " of gaps are alike, as a monitor's are");
    }
  }

  private void answers() {
    int sizes = Integer.bitCount(page.postSizes);
    if (page.posts() >= 5 && isQueryFixed() && sizes >= 4) {
      add(
          3,
          "varied-answers",
          sizes,
          "size classes",
          "The same request by POST is answered in "
              + sizes
              + " classes of size, up to "
              + page.largestSent
              + " bytes");
    } else if (page.posts() >= 5 && 10 * page.posts() >= 9 * page.requests() && sizes == 1) {
      add(-1, "same-answers", sizes, "size classes", "POSTs are answered with about the same size");
    }
  }

  /** Of a page that may not even be there nothing is decisive. */
  private void answered() {
    if (page.succeeded + page.redirected + page.failed == 0) {
      decisive = false;
      add(0, "why-cannot-tell-status", 0, "answers", "The log has no status of its answers");
    } else if (page.succeeded == 0) {
      add(-2, "no-success", 0, "requests", "No request was answered with 2xx");
    }
  }

  private void place() {
    if (!page.isScript()) {
      return;
    }
    add(1, "script", 1, "page", "It is a script by its name");
    boolean named = Peers.isStaticFolder(page);
    boolean among = hasPeers() && peers.isAmongFiles(page);
    if ((named || among) && (page.posts() > 0 || isDrivenByQuery())) {
      add(
          2,
          "static-folder",
          1,
          "page",
          named
              ? "Folders of that name seldom hold scripts"
              : "Its folder holds files and no other script");
      decisive = true;
    }
    long firstMissing = table.firstNotFoundMillis(page);
    if (firstMissing != NO_TIME && firstMissing < page.firstMillis()) {
      add(
          1,
          "not-found-before",
          table.notFound(page),
          "requests",
          "It was asked for and not found before it first answered");
    }
  }

  private void time() {
    boolean told = page.firstMillis() != NO_TIME && table.firstMillis() != NO_TIME;
    if (!told || page.firstMillis() < first || page.firstMillis() > last) {
      return;
    }
    double span = last - first;
    if (span < options.longSpanMillis()) {
      return;
    }
    double since = (page.firstMillis() - first) / span;
    double before = hasPeers() ? peers.shareSeenBefore(page) : since;
    double days = (page.firstMillis() - first) / DAY_MILLIS;
    String when =
        String.format(Locale.ROOT, "First seen after %.1f of %.1f days", days, span / DAY_MILLIS);
    if (since >= 0.25 && before >= 0.8) {
      add(
          2,
          "seen-late",
          days,
          "days",
          when + "; " + percent(before) + " of pages were seen before");
    } else if (since < 0.05) {
      boolean throughout = page.days() >= Math.min(32, 0.5 * span / DAY_MILLIS);
      add(
          throughout ? -5 : -2,
          "seen-early",
          days,
          "days",
          when + (throughout ? " and used throughout" : ""));
    }
  }

  private void lowered() {
    if (isAuthenticated()) {
      add(
          -3,
          "authenticated",
          page.withUser,
          "requests",
          page.withUser + " requests were made by an authenticated user");
    }
    long notFound = table.notFoundByClients(page);
    if (notFound >= SCANNER_NOT_FOUND) {
      add(
          -3,
          "scanning-client",
          notFound,
          "requests",
          "A client of it asked for " + notFound + " things that are not there, as scanners do");
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
