package org.bellbuoy.server.detect;

import static org.bellbuoy.server.detect.EntryState.BLOCKED;
import static org.bellbuoy.server.detect.EntryState.CANNOT_TELL;
import static org.bellbuoy.server.detect.EntryState.PERSISTED;
import static org.bellbuoy.server.detect.EntryState.SUCCEEDED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.server.page.Page;
import org.bellbuoy.server.page.PageTable;
import org.bellbuoy.server.page.RowSample;
import org.jspecify.annotations.Nullable;

/** Words what {@link ToolShell} counted. */
final class ToolShellFacts {
  private static final String RULE = ServerRules.TOOLSHELL.id();
  private static final double HOUR_MILLIS = 3_600_000;
  private static final Set<String> ENTRIES =
      Set.of(ToolShell.SIGN_OUT, ToolShell.NO_REFERER, ToolShell.NOT_LOGGED);

  private final ToolShellOptions options;
  private final CaseBook book;
  private final PageTable pages;
  private final CaseBook elsewhere;
  private final Set<String> invalidViewState;
  private final Set<String> refusedViewState;
  private final List<ServerFact> facts = new ArrayList<>();

  /** A client's entry that the server handled, or may have. */
  private record Entry(String client, List<Case> cases, TreeSet<Long> times, boolean certain) {}

  ToolShellFacts(
      ToolShellOptions options,
      CaseBook book,
      CaseBook elsewhere,
      PageTable pages,
      Set<String> invalidViewState,
      Set<String> refusedViewState) {
    this.options = options;
    this.book = book;
    this.elsewhere = elsewhere;
    this.pages = pages;
    this.invalidViewState = invalidViewState;
    this.refusedViewState = refusedViewState;
  }

  List<ServerFact> make() {
    Map<String, List<Case>> entries = book.byClient(ENTRIES::contains);
    Map<String, List<Case>> others =
        book.byClient(k -> !ENTRIES.contains(k) && !k.startsWith(ToolShell.REPLAY));
    List<Page> young = candidates();
    List<String> chained = new ArrayList<>();
    entries.forEach(
        (client, cases) -> {
          Entry entry = entry(client, cases);
          List<Page> followers = followers(entry, young, shellNames(others.get(client)));
          facts.add(entryFact(entry, others.getOrDefault(client, List.of()), followers));
          for (Page page : followers) {
            if (!chained.contains(page.path())) {
              chained.add(page.path());
              facts.add(chainFact(entry, page));
            }
          }
        });
    others.forEach((client, cases) -> lesser(client, cases, entries.containsKey(client)));
    Map<String, List<Case>> posts = book.byClient(ToolShell.REPLAY::equals);
    elsewhere
        .byClient(k -> true)
        .forEach(
            (client, cases) -> posts.computeIfAbsent(client, c -> new ArrayList<>()).addAll(cases));
    posts.forEach(this::replay);
    return facts;
  }

  private static Entry entry(String client, List<Case> cases) {
    TreeSet<Long> times = new TreeSet<>();
    boolean certain = false;
    for (Case one : cases) {
      EntryState state = one.key.state();
      if (state == SUCCEEDED || state == CANNOT_TELL) {
        one.traces.forEach(t -> times.add(t.epochMillis()));
        times.add(one.lastMillis);
        certain |= state == SUCCEEDED;
      }
    }
    times.remove(ServerFact.NO_TIME);
    return new Entry(client, cases, times, certain);
  }

  private static Set<String> shellNames(@Nullable List<Case> cases) {
    Set<String> names = new TreeSet<>();
    if (cases != null) {
      for (Case one : cases) {
        if (one.key.state() == SUCCEEDED && one.key.kind().equals(ToolShell.SHELL_NAME)) {
          names.addAll(one.paths);
        }
      }
    }
    return names;
  }

  /** Pages under _layouts that SharePoint does not bring and that succeeded at least once. */
  private List<Page> candidates() {
    return pages.pages(
        page ->
            page.path().contains("/_layouts/")
                && (page.isScript() || page.path().endsWith(".js"))
                && page.succeeded() > 0
                && page.firstMillis() != ServerFact.NO_TIME
                && !LayoutsPages.isStock(page.path()));
  }

  private List<Page> followers(Entry entry, List<Page> young, Set<String> shells) {
    List<Page> followers = new ArrayList<>();
    for (Page page : young) {
      Long before = entry.times().floor(page.firstMillis());
      boolean soon = before != null && page.firstMillis() - before <= options.chainMillis();
      boolean his = isOf(page, entry.client()) || shells.contains(page.path());
      // An entry that may have been an edit does not make another client's page suspicious.
      boolean odd =
          entry.certain() && page.isScript() && !page.samples().isEmpty() && !page.isLinked();
      if (soon && (his || odd)) {
        followers.add(page);
      }
    }
    return followers;
  }

  private static boolean isOf(Page page, String client) {
    return page.samples().stream().anyMatch(s -> s.client().equals(client));
  }

  private ServerFact entryFact(Entry entry, List<Case> beside, List<Page> followers) {
    List<Case> all = new ArrayList<>(entry.cases());
    beside.stream().filter(c -> !c.key.kind().equals(ToolShell.EDIT)).forEach(all::add);
    FactOf fact = new FactOf(RULE, all).about("client", entry.client());
    EntryState state = CANNOT_TELL;
    Strength strength = Strength.WEAK;
    boolean signOut = false;
    boolean notLogged = false;
    for (Case one : entry.cases()) {
      state = FactOf.later(state, one.key.state());
      signOut |= one.key.kind().equals(ToolShell.SIGN_OUT);
      notLogged |= one.key.kind().equals(ToolShell.NOT_LOGGED);
    }
    if (!followers.isEmpty()) {
      state = FactOf.later(state, SUCCEEDED);
    }
    boolean edits = beside.stream().anyMatch(c -> c.key.kind().equals(ToolShell.EDIT));
    if (signOut || !followers.isEmpty()) {
      strength = Strength.STRONG;
    } else if (!(edits && state == BLOCKED)) {
      strength = Strength.MEDIUM;
    }
    fact.state(state).strength(strength).about("technique", "tool-pane-entry");
    wordEntry(fact, signOut, notLogged, edits);
    if (state == SUCCEEDED) {
      aftermath(fact, entry, followers);
    }
    return fact.describe().make();
  }

  private static void wordEntry(FactOf fact, boolean signOut, boolean notLogged, boolean edits) {
    EntryState state = fact.state();
    String outcome =
        switch (state) {
          case SUCCEEDED, PERSISTED -> "the server handled it";
          case BLOCKED -> "the server refused it";
          case ATTEMPTED -> "it was tried; the answer does not show that it was handled";
          case CANNOT_TELL -> "whether it was an attack cannot be told";
        };
    if (signOut) {
      fact.reason(
          "entry-" + state.word(),
          "POST to the tool pane that says it came from the sign-out page, which no page does; "
              + outcome);
    } else {
      fact.reason(
          "entry-" + state.word(),
          (notLogged ? "Request" : "Anonymous POST") + " to edit in the tool pane; " + outcome);
    }
    if (notLogged) {
      fact.reason(
          "why-cannot-tell-field",
          "The log lacks the method, the query, the referer or the user, by which attack, edit and"
              + " probe are told apart");
    }
    if (edits) {
      fact.reason("innocent-edits", "The same client also edits pages as a known user");
    }
  }

  private void aftermath(FactOf fact, Entry entry, List<Page> followers) {
    long largest = -1;
    for (Case one : entry.cases()) {
      largest = Math.max(largest, one.largestSent);
    }
    if (!followers.isEmpty()) {
      fact.reason(
          "new-page",
          FactOf.times(followers.size(), "new page", "new pages")
              + " under _layouts answered afterwards: "
              + followers.getFirst().path(),
          (double) followers.size(),
          "pages");
      return;
    }
    fact.reason(
        "no-new-page",
        "No new page answered afterwards. Keys can be read in the answer itself, without a file");
    if (largest >= options.largeAnswerBytes()) {
      fact.about("technique", "key-theft-without-file");
      fact.reason(
          "large-answer",
          "The largest answer has " + largest + " bytes: room for keys",
          (double) largest,
          "bytes");
    }
    fact.reason(
        "innocent-scanner",
        "A scan that the owner ordered sends the same request and writes no page either");
  }

  private ServerFact chainFact(Entry entry, Page page) {
    FactOf fact =
        new FactOf(RULE, List.of())
            .state(PERSISTED)
            .strength(Strength.STRONG)
            .about("client", entry.client())
            .about("path", page.path())
            .about("technique", "new-page-after-entry");
    Long before = entry.times().floor(page.firstMillis());
    double hours = before == null ? 0 : (page.firstMillis() - before) / HOUR_MILLIS;
    fact.reason(
        "new-page",
        String.format(
            Locale.ROOT,
            "%s first answered %s after the entry%s",
            page.path(),
            span(hours),
            isOf(page, entry.client()) ? ", to the same client" : ""),
        hours,
        "hours");
    double history = (page.firstMillis() - pages.firstMillis()) / HOUR_MILLIS;
    fact.reason(
        "history",
        String.format(Locale.ROOT, "The log goes back %.1f hours before that", history),
        history,
        "hours");
    if (!entry.certain()) {
      fact.reason("entry-cannot-tell", "Of the entry itself the log does not tell enough");
    }
    for (RowSample sample : page.samples()) {
      fact.trace(Traces.of(sample));
    }
    return fact.make();
  }

  /** A span of hours in words, such as {@code 12 s}, {@code 40 min} or {@code 3.5 h}. */
  private static String span(double hours) {
    double seconds = 3600 * hours;
    if (seconds < 120) {
      return Math.round(seconds) + " s";
    }
    return hours < 2
        ? Math.round(60 * hours) + " min"
        : String.format(Locale.ROOT, "%.1f h", hours);
  }

  private void lesser(String client, List<Case> cases, boolean entered) {
    List<Case> names =
        cases.stream()
            .filter(c -> c.key.kind().endsWith("-name"))
            .filter(c -> !c.key.kind().equals(ToolShell.DOUBTFUL_NAME) || entered)
            .toList();
    if (!names.isEmpty()) {
      FactOf fact = new FactOf(RULE, names).about("client", client);
      boolean known = names.stream().anyMatch(c -> c.key.kind().equals(ToolShell.SHELL_NAME));
      boolean answered = fact.state() == SUCCEEDED;
      fact.state(answered ? PERSISTED : fact.state())
          .strength(!answered ? Strength.WEAK : known ? Strength.STRONG : Strength.MEDIUM)
          .about("technique", "shell-fetch")
          .reason(
              "shell-name",
              answered
                  ? "A page that bears the name of a known shell was answered"
                  : "A page that bears the name of a known shell was asked for and not given");
      facts.add(fact.describe().make());
    }
    List<Case> probes =
        cases.stream()
            .filter(
                c ->
                    c.key.kind().equals(ToolShell.PROBE)
                        || c.key.kind().equals(ToolShell.OTHER_REFERER))
            .toList();
    boolean anonymous = probes.stream().allMatch(c -> c.users.isEmpty());
    if (!entered && !probes.isEmpty() && anonymous) {
      FactOf fact = new FactOf(RULE, probes).about("client", client).strength(Strength.WEAK);
      fact.state(fact.state() == BLOCKED ? BLOCKED : EntryState.ATTEMPTED)
          .about("technique", "tool-pane-probe")
          .reason("probe", "The tool pane was asked for without signing in");
      facts.add(fact.describe().make());
    }
  }

  private void replay(String client, List<Case> cases) {
    boolean joined = invalidViewState.contains(client);
    boolean refused = !joined && refusedViewState.contains(client);
    List<Case> told =
        cases.stream()
            .filter(c -> joined || refused || c.key.kind().equals(ToolShell.REPLAY))
            .toList();
    if (told.isEmpty()) {
      return;
    }
    FactOf fact = new FactOf(ServerRules.VIEW_STATE.id(), told).about("client", client);
    EntryState state = fact.state();
    EntryState alone = state == SUCCEEDED ? CANNOT_TELL : state;
    fact.state(joined ? SUCCEEDED : refused ? BLOCKED : alone)
        .strength(joined ? Strength.STRONG : Strength.MEDIUM)
        .about("technique", "view-state-replay")
        .reason(
            "view-state-post",
            "Large anonymous POST to a page that needs none, without referer and session");
    if (joined) {
      fact.reason(
          "view-state-invalid",
          "ASP.NET called this client's view state invalid after its MAC had passed: it may hold the"
              + " machine key");
    } else if (refused) {
      fact.reason(
          "view-state-mac",
          "ASP.NET found that this client's view state was not made with the machine key");
    } else if (told.stream().anyMatch(c -> c.statuses.containsKey(500))) {
      fact.reason(
          ServerFact.UNTOLD_500,
          "Status 500 does not show that it failed: a gadget often ends so after it ran");
    }
    facts.add(fact.describe().make());
  }
}
