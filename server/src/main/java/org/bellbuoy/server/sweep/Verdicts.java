package org.bellbuoy.server.sweep;

import static org.bellbuoy.server.sweep.Cell.Tone.ALARM;
import static org.bellbuoy.server.sweep.Cell.Tone.CALM;
import static org.bellbuoy.server.sweep.Cell.Tone.UNKNOWN;
import static org.bellbuoy.server.sweep.Cell.Tone.WARNING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.server.build.PatchState;
import org.bellbuoy.server.build.PatchTruth;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.tree.TreeFile;
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
    Level level = Level.UNLIKELY;
    boolean blind = false;
    for (ServerFact fact : known.facts()) {
      boolean way = isEntry(fact);
      boolean trace =
          !(fact.strength() == Strength.MEDIUM
                  && fact.about().getOrDefault("technique", "").equals(CompiledFacts.TECHNIQUE))
              && (fact.rule().equals(ServerRules.WEB_SCRIPT.id())
                  || fact.rule().equals(ServerRules.RARE_PAGE.id())
                  || fact.rule().equals(ServerRules.EVENT.id()));
      if (!way && !trace) {
        continue;
      }
      Level one = ServerFindings.level(fact);
      if (one == Level.CANNOT_TELL) {
        blind |= way && fact.strength() != Strength.WEAK;
      } else if (one.compareTo(level) < 0) {
        level = one;
      }
    }
    if (level == Level.UNLIKELY && (blind || known.days().covered() == 0)) {
      return Level.CANNOT_TELL;
    }
    return level;
  }

  static Cell entered(Known known, Level level) {
    List<ServerFact> ways =
        known.facts().stream()
            .filter(f -> isEntry(f) || f.rule().equals(ServerRules.RARE_PAGE.id()) || isTrace(f))
            .sorted(
                Comparator.comparing(ServerFindings::level)
                    .thenComparing(f -> !isEntry(f))
                    .thenComparing(ServerFact::state, Comparator.reverseOrder())
                    .thenComparingLong(ServerFact::fromMillis))
            .toList();
    long tried =
        known.facts().stream()
            .filter(Verdicts::isEntry)
            .filter(f -> f.state() == EntryState.ATTEMPTED || f.state() == EntryState.BLOCKED)
            .count();
    return switch (level) {
      case LIKELY ->
          new Cell("entered", "Likely entered: " + first(ways) + more(ways, Level.LIKELY), ALARM);
      case POSSIBLE ->
          new Cell(
              "perhaps", "Perhaps entered: " + first(ways) + more(ways, Level.POSSIBLE), WARNING);
      case CANNOT_TELL ->
          new Cell(
              "cannot tell",
              known.days().covered() == 0
                  ? known.days().someBlind()
                      ? "Whether it was entered cannot be told: its logs lack method, path, query or"
                          + " status, in which an entry would show."
                      : "Whether it was entered cannot be told: no day of its logs is covered."
                  : "Whether it was entered cannot be told: " + first(ways),
              UNKNOWN);
      case UNLIKELY ->
          new Cell(
              tried > 0 ? "tried, not in" : "no sign",
              (tried > 0
                      ? "It was tried, and nothing shows that it came through ("
                          + tried
                          + (tried == 1 ? " attempt" : " attempts")
                          + "). "
                      : "")
                  + "No sign of entry on "
                  + known.days().words()
                  + "."
                  + noProxyLog(known),
              known.days().covered() < known.days().all() || !noProxyLog(known).isEmpty()
                  ? WARNING
                  : CALM);
    };
  }

  /** What cannot be seen of an Exchange server without its own logs; empty where they are there. */
  private static String noProxyLog(Known known) {
    return known.read().tree().identity().product().isExchange()
            && !known.read().has(LogKind.HTTP_PROXY)
        ? " No HttpProxy log was collected, in which ProxyLogon shows: of it nothing can be said."
        : "";
  }

  private static boolean isTrace(ServerFact fact) {
    return fact.rule().equals(ServerRules.WEB_SCRIPT.id())
        || fact.rule().equals(ServerRules.EVENT.id());
  }

  private static String first(List<ServerFact> ways) {
    return ways.isEmpty() ? "the logs lack what would tell." : Stories.sentence(ways.getFirst());
  }

  private static String more(List<ServerFact> ways, Level level) {
    long others = ways.stream().filter(f -> ServerFindings.level(f) == level).count() - 1;
    return others <= 0 ? "" : " And " + others + " more of this level.";
  }

  static Cell left(Known known) {
    List<ServerFact> files =
        known.facts().stream()
            .filter(f -> f.rule().equals(ServerRules.WEB_SCRIPT.id()))
            .filter(f -> f.strength() != Strength.WEAK)
            .toList();
    long settings =
        known.facts().stream()
            .filter(f -> f.rule().equals(ServerRules.CONFIG.id()))
            .filter(f -> f.strength() != Strength.WEAK)
            .count();
    if (files.isEmpty() && settings > 0) {
      return new Cell(
          settings + " to explain",
          "No script looks out of place, but "
              + settings
              + (settings == 1 ? " setting" : " settings")
              + " of the web server would let somebody back in; see below.",
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
            + (files.size() > 1 ? " And " + (files.size() - 1) + " more." : ""),
        strong > 0 ? ALARM : WARNING);
  }

  static Cell patch(Known known) {
    PatchState state = known.patch().state();
    Cell.Tone tone =
        switch (state) {
          case FIXED -> CALM;
          case UNKNOWN -> UNKNOWN;
          default -> ALARM;
        };
    return new Cell(state.words(), "Patch: " + known.patch().sentence(), tone);
  }

  static Cell key(Known known) {
    List<ServerFact> facts =
        known.facts().stream().filter(f -> f.rule().equals(ServerRules.MACHINE_KEY.id())).toList();
    if (!facts.isEmpty()) {
      ServerFact worst =
          facts.stream().max(Comparator.comparing(ServerFact::strength)).orElseThrow();
      boolean strong = worst.strength() == Strength.STRONG;
      String technique = worst.about().getOrDefault("technique", "");
      return new Cell(
          technique.equals("key-shared")
              ? "shared"
              : technique.equals("key-public")
                  ? "public"
                  : technique.equals("key-weak")
                      ? "weak"
                      : technique.equals("key-exposed") ? "exposed" : "take for stolen",
          "Machine key: " + Stories.sentence(worst),
          strong ? ALARM : WARNING);
    }
    if (known.keys().isEmpty()) {
      return new Cell(
          "not seen",
          "Machine key: no explicit key in the configurations that were collected.",
          UNKNOWN);
    }
    Instant entry = known.firstSuccess();
    long modified = known.keys().getFirst().config().file().modifiedMillis();
    String written =
        modified == TreeFile.NO_TIME
            ? "when it was written is not known"
            : "its file was last changed at " + Instant.ofEpochMilli(modified);
    if (entry != null) {
      return new Cell(
          "check",
          "Machine key: "
              + written
              + ", after the first entry. Whether the key itself was changed then is not told.",
          WARNING);
    }
    return new Cell(
        "own",
        "Machine key: explicit, on no other farm; "
            + written
            + ". No entry is known before which it"
            + " would have to be changed.",
        CALM);
  }

  static Cell coverage(Known known) {
    Days days = known.days();
    if (days.all() == 0) {
      return new Cell(
          "none", "Logs: none that tells a time, so nothing can be said of any day.", UNKNOWN);
    }
    return new Cell(
        days.covered() + " of " + days.all(),
        "Logs: " + days.sentence(),
        days.covered() == days.all() ? CALM : WARNING);
  }

  static List<String> next(Known known, Level level) {
    List<String> steps = new ArrayList<>();
    boolean entered = level == Level.LIKELY;
    if (entered) {
      steps.add("Take it off the network and keep its memory and disk as they are.");
    }
    for (ServerFact fact : known.facts()) {
      if (fact.rule().equals(ServerRules.WEB_SCRIPT.id()) && fact.strength() == Strength.STRONG) {
        steps.add("Secure, then remove " + fact.about().getOrDefault("file", "the script") + ".");
      }
    }
    boolean key =
        known.facts().stream()
            .anyMatch(
                f ->
                    f.rule().equals(ServerRules.MACHINE_KEY.id()) && f.strength() != Strength.WEAK);
    PatchState state = known.patch().state();
    if (state != PatchState.FIXED) {
      steps.add(
          switch (state) {
            case UNKNOWN -> "Find out its build: " + known.patch().sentence();
            case END_OF_LIFE -> "Replace it: no update of this product holds the fixes.";
            default -> "Patch it: " + known.patch().sentence();
          });
    }
    if (key || (entered && known.read().tree().identity().product().isSharePoint())) {
      steps.add(
          "After the patch, change the machine keys on every server of the farm and restart IIS.");
    }
    if (level == Level.POSSIBLE) {
      steps.add("Ask its keepers about what is listed below, today.");
    }
    if (known.days().covered() < known.days().all() || known.days().all() == 0) {
      steps.add("Find the logs of the days not covered, or say that of them nothing is known.");
    }
    return steps.stream().distinct().limit(8).toList();
  }
}
