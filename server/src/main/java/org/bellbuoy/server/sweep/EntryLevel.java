package org.bellbuoy.server.sweep;

import java.util.Set;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;

/**
 * What facts say of the claim that a server was entered. A way in that came through says so; a
 * trace, such as a script or a program started, too. A setting that would let somebody back in says
 * that it is possible and never more: administrators make the same settings. Pure.
 */
final class EntryLevel {
  /** Value of {@code technique} where only its place speaks against a script. */
  static final String PLACE_ALONE = "place-alone";

  /** Techniques of events that tell a change of settings. */
  private static final Set<String> SETTINGS =
      Set.of(
          "iis-module",
          "logging-off",
          "web-config-written",
          "transport-agent",
          "transport-agent-config");

  private EntryLevel() {}

  /** The claim of all facts together. */
  static Level of(Verdicts.Known known) {
    Level level = Level.UNLIKELY;
    boolean blind = false;
    for (ServerFact fact : known.facts()) {
      if (isExposed(fact) || isTakenElsewhere(fact)) {
        blind |= isUnseenExposure(fact) || isTakenElsewhere(fact);
        continue;
      }
      blind |= fact.endsUntold();
      Level one = ofFact(fact);
      if (one == Level.CANNOT_TELL) {
        blind |= Verdicts.isEntry(fact) && fact.strength() != Strength.WEAK;
      } else if (one.compareTo(level) < 0) {
        level = one;
      }
    }
    if (level == Level.UNLIKELY && (blind || known.days().covered() == 0)) {
      return Level.CANNOT_TELL;
    }
    return level;
  }

  /** The claim of one fact alone; unlikely where it is about something else. */
  static Level ofFact(ServerFact fact) {
    Level level = ServerFindings.level(fact);
    if (Verdicts.isEntry(fact) || isTrace(fact)) {
      return level;
    }
    return isSetting(fact) && level == Level.LIKELY
        ? Level.POSSIBLE
        : isSetting(fact) ? level : Level.UNLIKELY;
  }

  private static String technique(ServerFact fact) {
    return fact.about().getOrDefault("technique", "");
  }

  /** Whether a fact shows what somebody did or left once he was in. */
  static boolean isTrace(ServerFact fact) {
    if (fact.rule().equals(ServerRules.RARE_PAGE.id())) {
      return true;
    }
    if (fact.rule().equals(ServerRules.EVENT.id())) {
      return !SETTINGS.contains(technique(fact));
    }
    if (fact.rule().equals(ServerRules.LEFT_FILE.id())) {
      // An archive is told by its place, which accuses nobody; nobody dumps lsass by chance.
      return technique(fact).equals(LeftFiles.LSASS_DUMP);
    }
    // A page that is gone may be a solution that was taken away.
    boolean gone =
        fact.strength() == Strength.MEDIUM && technique(fact).equals(CompiledFacts.TECHNIQUE);
    return fact.rule().equals(ServerRules.WEB_SCRIPT.id()) && !gone && !isPlaceAlone(fact);
  }

  /** Whether a fact is a script against which only its place speaks. */
  static boolean isPlaceAlone(ServerFact fact) {
    return fact.rule().equals(ServerRules.WEB_SCRIPT.id())
        && fact.strength() == Strength.MEDIUM
        && technique(fact).equals(PLACE_ALONE);
  }

  /** Whether a fact is a setting that would let somebody in or back in. */
  static boolean isSetting(ServerFact fact) {
    return fact.rule().equals(ServerRules.CONFIG.id())
        || (fact.rule().equals(ServerRules.EVENT.id()) && SETTINGS.contains(technique(fact)))
        || (fact.rule().equals(ServerRules.MACHINE_KEY.id())
            && technique(fact).equals("key-public"));
  }

  /** Whether a fact is a key that could have been taken on days that the logs do not cover. */
  static boolean isUnseenExposure(ServerFact fact) {
    return isExposed(fact) && fact.about().containsKey(KeyFacts.NOT_SEEN);
  }

  /**
   * Whether a fact is a key that was taken, as it seems, with another server: who has it leaves
   * here but a request like any other.
   */
  static boolean isTakenElsewhere(ServerFact fact) {
    return fact.rule().equals(ServerRules.MACHINE_KEY.id())
        && technique(fact).equals(KeyFacts.TAKEN_ELSEWHERE);
  }

  /** Whether a fact is a key that could have been taken by an entry nobody saw. */
  private static boolean isExposed(ServerFact fact) {
    return fact.rule().equals(ServerRules.MACHINE_KEY.id())
        && technique(fact).equals("key-exposed");
  }
}
