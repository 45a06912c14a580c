package org.bellbuoy.server.sweep;

import static org.bellbuoy.server.sweep.Cell.Tone.ALARM;
import static org.bellbuoy.server.sweep.Cell.Tone.CALM;
import static org.bellbuoy.server.sweep.Cell.Tone.UNKNOWN;
import static org.bellbuoy.server.sweep.Cell.Tone.WARNING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.server.build.PatchState;
import org.bellbuoy.server.build.PatchTruth;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.log.LogKind;
import org.jspecify.annotations.Nullable;

/** Puts what is known of one server into five answers and steps to take. Pure. */
final class Verdicts {
  /** Rules whose facts are about getting in. */
  private static final Set<String> ENTRY =
      Set.of(
          ServerRules.TOOLSHELL.id(),
          ServerRules.VIEW_STATE.id(),
          ServerRules.PROXYLOGON.id(),
          ServerRules.PROXYSHELL.id(),
          ServerRules.PROXYTOKEN.id(),
          ServerRules.PROXYNOTSHELL.id(),
          ServerRules.OWASSRF.id(),
          ServerRules.EXCHANGE_VIEW_STATE.id());

  private static final String NO_SCRIPT = "No script looks out of place, but ";

  private Verdicts() {}

  /** All that one server's verdict rests on. */
  record Known(
      ServerRead read,
      List<ServerFact> facts,
      Days days,
      PatchTruth patch,
      List<KeyFacts.Held> keys,
      @Nullable Instant firstSuccess) {}

  /** Whether a fact is about getting in. */
  static boolean isEntry(ServerFact fact) {
    return ENTRY.contains(fact.rule());
  }

  /** The claim that the server was entered. */
  static Level level(Known known) {
    return EntryLevel.of(known);
  }

  static Cell entered(Known known, Level level) {
    List<ServerFact> ways =
        known.facts().stream()
            .filter(f -> isEntry(f) || isTrace(f))
            .sorted(
                Comparator.comparing(EntryLevel::ofFact)
                    .thenComparing(f -> !isEntry(f))
                    .thenComparing(ServerFact::state, Comparator.reverseOrder())
                    .thenComparingLong(ServerFact::fromMillis))
            .toList();
    String tried = tried(known);
    return switch (level) {
      case LIKELY ->
          new Cell("entered", "Likely entered: " + first(ways) + more(ways, Level.LIKELY), ALARM);
      case POSSIBLE ->
          new Cell(
              "perhaps",
              (ways.stream()
                          .filter(f -> EntryLevel.ofFact(f) == Level.POSSIBLE)
                          .allMatch(EntryLevel::isSetting)
                      ? "Nothing shows an entry, but what is set could let somebody in: "
                      : "Perhaps entered: ")
                  + first(ways)
                  + more(ways, Level.POSSIBLE),
              WARNING);
      case CANNOT_TELL ->
          new Cell(
              tried.isEmpty() ? "cannot tell" : "tried",
              tried + "Whether it was entered cannot be told: " + blind(known, ways),
              UNKNOWN);
      case UNLIKELY ->
          new Cell(
              tried.isEmpty() ? "no sign" : "tried, not in",
              tried
                  + "No sign of entry on "
                  + known.days().words()
                  + "."
                  + unexplained(known)
                  + oddPages(known)
                  + noProxyLog(known)
                  + noViewState(known),
              known.days().covered() < known.days().all()
                      || !noProxyLog(known).isEmpty()
                      || !unexplained(known).isEmpty()
                      || !oddPages(known).isEmpty()
                      || !noViewState(known).isEmpty()
                  ? WARNING
                  : CALM);
    };
  }

  /** Attempts, counted; empty where there were none. */
  private static String tried(Known known) {
    long ways =
        known.facts().stream()
            .filter(Verdicts::isEntry)
            .filter(f -> f.state() == EntryState.ATTEMPTED || f.state() == EntryState.BLOCKED)
            .count();
    long others =
        known.facts().stream()
            .filter(f -> f.rule().equals(ServerRules.WEB_ATTEMPT.id()))
            .mapToLong(ServerFact::count)
            .sum();
    StringBuilder text = new StringBuilder();
    if (ways > 0) {
      text.append("It was tried, and nothing shows that it came through (")
          .append(ways)
          .append(ways == 1 ? " attempt). " : " attempts). ");
    }
    if (others > 0) {
      text.append(others)
          .append(others == 1 ? " web attack" : " web attacks")
          .append(ways > 0 ? " of other kinds failed. " : " failed. ");
    }
    return text.toString();
  }

  private static String blind(Known known, List<ServerFact> ways) {
    if (known.read().rows() == 0) {
      if (!known.read().logs().isEmpty()) {
        return "no line of its web logs could be read as a row.";
      }
      return known.read().eventCount() == 0
          ? "no log was collected."
          : "no web log was collected, and Windows events tell little of what was asked of it.";
    }
    if (known.days().covered() == 0) {
      return known.days().someBlind()
          ? "its logs lack method, path, query or status, in which an entry would show."
          : "no day of its logs is covered.";
    }
    if (known.facts().stream().anyMatch(ServerFact::endsUntold)) {
      return "a request that can run code ended in status 500, which does not show that it failed,"
          + " and no event tells more.";
    }
    for (ServerFact fact : known.facts()) {
      if (EntryLevel.isTakenElsewhere(fact)) {
        return "its machine key is that of "
            + fact.about().getOrDefault("other", "another server")
            + ", which was entered, and who has the key needs no other way in.";
      }
    }
    return ways.isEmpty() && known.facts().stream().anyMatch(EntryLevel::isUnseenExposure)
        ? "its machine key could be taken on days that the logs do not cover, and who has it needs no"
            + " other way in."
        : first(ways);
  }

  /** Files that are to be explained though nothing in them is odd. */
  private static String unexplained(Known known) {
    long files = known.facts().stream().filter(EntryLevel::isPlaceAlone).count();
    return files == 0
        ? ""
        : files == 1
            ? " One script lies where the product has none, with nothing of a shell in it: ask whose"
                + " it is."
            : " "
                + files
                + " scripts lie where the product has none, with nothing of a shell in them: ask"
                + " whose they are.";
  }

  /** Pages that are used as hardly any other, of which a log alone does not tell what they are. */
  private static String oddPages(Known known) {
    long pages = known.facts().stream().filter(Verdicts::isOddPage).count();
    return pages == 0
        ? ""
        : pages == 1
            ? " One page is used as hardly any other of the server: look at it."
            : " " + pages + " pages are used as hardly any other of the server: look at them.";
  }

  static boolean isOddPage(ServerFact fact) {
    return fact.rule().equals(ServerRules.RARE_PAGE.id())
        && fact.state() == EntryState.CANNOT_TELL
        && fact.strength() != Strength.WEAK;
  }

  /** Replayed view state shows by its size alone; empty where that is logged or no matter. */
  private static String noViewState(Known known) {
    boolean product =
        known.read().tree().identity().product().isSharePoint()
            || known.read().tree().identity().product().isExchange();
    return product && known.read().eyes().coverage.lacksReceivedBytes()
        ? " Its logs have no column cs-bytes, by which view state made with a stolen key would show:"
            + " of that nothing can be said."
        : "";
  }

  /** What cannot be seen of an Exchange server without its own logs; empty where they are there. */
  private static String noProxyLog(Known known) {
    return known.read().tree().identity().product().isExchange()
            && !known.read().has(LogKind.HTTP_PROXY)
        ? " No HttpProxy log was collected, in which ProxyLogon shows: of it nothing can be said."
        : "";
  }

  private static boolean isTrace(ServerFact fact) {
    return EntryLevel.isTrace(fact) || EntryLevel.isSetting(fact);
  }

  private static String first(List<ServerFact> ways) {
    return ways.isEmpty() ? "the logs lack what would tell." : Stories.sentence(ways.getFirst());
  }

  private static String more(List<ServerFact> ways, Level level) {
    long others = ways.stream().filter(f -> EntryLevel.ofFact(f) == level).count() - 1;
    return others <= 0 ? "" : " And " + others + " more of this level.";
  }

  static Cell left(Known known) {
    List<ServerFact> files =
        known.facts().stream()
            .filter(f -> f.rule().equals(ServerRules.WEB_SCRIPT.id()))
            .filter(f -> f.strength() != Strength.WEAK)
            .toList();
    String others = others(known);
    List<ServerFact> unseen = notCollected(known);
    if (files.isEmpty() && !unseen.isEmpty()) {
      return new Cell(
          unseen.size() + " to find",
          "Left behind, by logs or events: "
              + Stories.sentence(unseen.getFirst())
              + (unseen.size() > 1 ? " And " + (unseen.size() - 1) + " more." : "")
              + collected(known, unseen)
              + (others.isEmpty() ? "" : " And " + others + "."),
          unseen.stream().anyMatch(f -> f.strength() == Strength.STRONG) ? ALARM : WARNING);
    }
    if (files.isEmpty() && !others.isEmpty()) {
      return new Cell(
          count(known, EntryLevel::isSetting) + count(known, Verdicts::isLeftFile) + " to explain",
          (known.read().scripts().isEmpty() ? "No script was collected, but " : NO_SCRIPT)
              + others
              + "; see below.",
          WARNING);
    }
    if (files.isEmpty()) {
      return known.read().scripts().isEmpty()
          ? new Cell(
              "not seen",
              "No script of a web folder was collected, so none could be judged.",
              UNKNOWN)
          : new Cell(
              "nothing found",
              "Of "
                  + known.read().scripts().size()
                  + " scripts in web folders none looks out of place. A shell that looks like its"
                  + " neighbours would not be found.",
              CALM);
    }
    long strong = files.stream().filter(f -> f.strength() == Strength.STRONG).count();
    return new Cell(
        strong > 0 ? strong + (strong == 1 ? " script" : " scripts") : files.size() + " to explain",
        "Left behind: "
            + Stories.sentence(files.getFirst())
            + (files.size() > 1 ? " And " + (files.size() - 1) + " more." : "")
            + (unseen.isEmpty() ? "" : " " + named(unseen))
            + (others.isEmpty() ? "" : " And " + others + "."),
        strong > 0 ? ALARM : WARNING);
  }

  private static String collected(Known known, List<ServerFact> unseen) {
    Set<String> names = new HashSet<>();
    unseen.forEach(fact -> names.add(baseName(fact)));
    boolean there =
        known.read().scripts().stream().anyMatch(s -> names.contains(baseName(s.file().path())));
    return there
        ? " A file of that name was collected, in which nothing looks odd."
        : " No such file is among those collected.";
  }

  private static String named(List<ServerFact> unseen) {
    return "Logs or events name "
        + (unseen.size() == 1 ? "one more" : unseen.size() + " more")
        + " that is not among the files collected: "
        + String.join(", ", unseen.stream().limit(3).map(Verdicts::named).toList())
        + (unseen.size() > 3 ? " ..." : "")
        + ".";
  }

  /** Pages and scripts that logs or events show as left and no odd script is, each once. */
  static List<ServerFact> notCollected(Known known) {
    Set<String> named = new HashSet<>();
    known.facts().stream()
        .filter(f -> f.rule().equals(ServerRules.WEB_SCRIPT.id()) && f.strength() != Strength.WEAK)
        .forEach(f -> named.add(baseName(f)));
    return known.facts().stream()
        .filter(f -> isEntry(f) || (EntryLevel.isTrace(f) && !isLeftFile(f)))
        .filter(f -> f.state() == EntryState.PERSISTED && f.strength() != Strength.WEAK)
        .filter(f -> !baseName(f).isEmpty() && named.add(baseName(f)))
        .toList();
  }

  /** Last part of the file or page that a fact names, lower case; empty where it names none. */
  static String baseName(ServerFact fact) {
    String name = named(fact);
    return name == null ? "" : baseName(name);
  }

  private static String baseName(String path) {
    String slashed = path.replace('\\', '/');
    return slashed.substring(slashed.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** The file or page that a fact names, null where it names none. */
  static @Nullable String named(ServerFact fact) {
    String file = fact.about().get("file");
    return file != null ? file : fact.about().get("path");
  }

  private static boolean isLeftFile(ServerFact fact) {
    return fact.rule().equals(ServerRules.LEFT_FILE.id());
  }

  private static long count(Known known, Predicate<ServerFact> which) {
    return known.facts().stream().filter(which).filter(f -> f.strength() != Strength.WEAK).count();
  }

  /** What else was left than scripts; empty where nothing was. */
  private static String others(Known known) {
    long settings = count(known, EntryLevel::isSetting);
    long files = count(known, Verdicts::isLeftFile);
    List<String> parts = new ArrayList<>();
    if (settings > 0) {
      parts.add(
          settings
              + (settings == 1 ? " setting" : " settings")
              + " of the web server would let somebody back in");
    }
    if (files > 0) {
      parts.add(
          files
              + (files == 1 ? " dump or archive lies" : " dumps or archives lie")
              + " where a server keeps none");
    }
    return String.join(" and ", parts);
  }

  static Cell patch(Known known) {
    PatchState state = known.patch().state();
    Cell.Tone tone =
        switch (state) {
          case FIXED -> CALM;
          case UNKNOWN -> UNKNOWN;
          default -> ALARM;
        };
    boolean holds = state == PatchState.FIXED || state == PatchState.FIXED_BUT_BYPASSED;
    String caveats =
        known.patch().caveats().isEmpty() || !holds
            ? ""
            : " What the build does not show: " + String.join(" ", known.patch().caveats());
    return new Cell(state.words(), "Patch: " + known.patch().sentence() + caveats, tone);
  }

  static Cell coverage(Known known) {
    Days days = known.days();
    if (days.all() == 0) {
      return new Cell("none", "Logs: " + noDay(known.read()), UNKNOWN);
    }
    return new Cell(
        days.covered() + " of " + days.all(),
        "Logs: " + days.sentence() + settings(known),
        days.covered() == days.all() && settings(known).isEmpty() ? CALM : WARNING);
  }

  /** What sites are set to leave out of their logs. */
  private static String settings(Known known) {
    StringBuilder text = new StringBuilder();
    known.facts().stream()
        .filter(f -> f.about().getOrDefault("technique", "").equals(SiteLogFacts.TECHNIQUE))
        .forEach(f -> text.append(' ').append(f.reasons().getFirst().text()));
    return text.toString();
  }

  /** Why nothing can be said of any day. */
  static String noDay(ServerRead read) {
    if (read.rows() > 0) {
      return "no row tells a time, so nothing can be said of any day.";
    }
    if (!read.logs().isEmpty()) {
      return "of "
          + read.logs().size()
          + (read.logs().size() == 1 ? " web log" : " web logs")
          + " no line could be read as a row, so nothing can be said of any day.";
    }
    return read.eventCount() == 0
        ? "no log was collected, so nothing can be said of any day."
        : "no web log was collected. "
            + read.eventCount()
            + (read.eventCount() == 1 ? " Windows event was" : " Windows events were")
            + " read; they tell what they name, and of no day that nothing was asked.";
  }
}
