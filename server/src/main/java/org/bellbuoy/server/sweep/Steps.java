package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.server.build.PatchState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.tree.Product;

/** The steps to take with one server, the most urgent first. Pure. */
final class Steps {
  private static final int MOST = 10;

  private Steps() {}

  static List<String> of(Verdicts.Known known, Level level) {
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
    for (ServerFact fact : Verdicts.notCollected(known)) {
      steps.add("Find, secure and then remove " + Verdicts.named(fact) + ".");
    }
    // Who is to remove a page need not be asked to look at it.
    List<String> removed = List.copyOf(steps);
    for (ServerFact fact : known.facts()) {
      String name = Verdicts.baseName(fact);
      if (Verdicts.isOddPage(fact)
          && removed.stream()
              .noneMatch(step -> step.toLowerCase(Locale.ROOT).endsWith("/" + name + "."))) {
        steps.add("Look at the page " + fact.about().getOrDefault("path", "") + ": whose is it?");
      }
    }
    for (ServerFact fact : known.facts()) {
      if (EntryLevel.isSetting(fact) && fact.strength() != Strength.WEAK) {
        steps.add(setting(fact));
      }
    }
    for (ServerFact fact : known.facts()) {
      if (fact.rule().equals(ServerRules.LEFT_FILE.id()) && fact.strength() != Strength.WEAK) {
        String file = fact.about().getOrDefault("file", "the file");
        steps.add(
            EntryLevel.isTrace(fact)
                ? "Ask who made "
                    + file
                    + "; if nobody did, change every password that was used on this server."
                : "Ask whose " + file + " is, and look into it.");
      }
    }
    patch(known, steps);
    boolean key =
        known.facts().stream()
            .anyMatch(
                f ->
                    f.rule().equals(ServerRules.MACHINE_KEY.id()) && f.strength() != Strength.WEAK);
    if (key || (entered && known.read().tree().identity().product().isSharePoint())) {
      steps.add(
          "After the patch, change the machine keys on every server of the farm and restart IIS.");
    }
    if (level == Level.POSSIBLE) {
      steps.add("Ask its keepers about what is listed below, today.");
    } else if (known.facts().stream().anyMatch(EntryLevel::isPlaceAlone)) {
      steps.add("Ask its keepers whose the scripts are that lie where the product has none.");
    }
    if (known.read().rows() == 0) {
      steps.add("Collect its web logs: without them nothing can be said of any day.");
    } else if (known.days().covered() < known.days().all() || known.days().all() == 0) {
      steps.add("Find the logs of the days not covered, or say that of them nothing is known.");
    }
    return steps.stream().distinct().limit(MOST).toList();
  }

  private static void patch(Verdicts.Known known, List<String> steps) {
    PatchState state = known.patch().state();
    boolean tables = known.read().tree().identity().product() != Product.OTHER;
    if (state == PatchState.FIXED) {
      return;
    }
    steps.add(
        switch (state) {
          case UNKNOWN ->
              tables
                  ? "Find out its build: " + known.patch().sentence()
                  : "If it runs SharePoint or Exchange, say so in a fleet file: the build tables"
                      + " are of these only.";
          case END_OF_LIFE -> "Replace it: no update of this product holds the fixes.";
          default -> "Patch it: " + known.patch().sentence();
        });
  }

  /** What to do about a setting that would let somebody in. */
  private static String setting(ServerFact fact) {
    String what = fact.about().getOrDefault("setting", fact.about().getOrDefault("module", ""));
    String named = what.isEmpty() ? "" : " " + what;
    return switch (fact.about().getOrDefault("technique", "")) {
      case "module-added", "iis-module" ->
          "Ask who added the module"
              + named
              + "; if nobody did, secure its file and remove the module.";
      case "handler-added", "script-map" ->
          "Ask who added the handler"
              + named
              + "; if nobody did, secure its file and remove the handler.";
      case "odd-directory" ->
          "Ask who made the virtual directory" + named + ", and look into its folder.";
      case "logging-off" -> "Switch the log of requests on again, and ask who switched it off.";
      case "viewstate-mac-off" -> "Switch the check of view state on.";
      case "key-public" ->
          "Change the machine key now: it is on a list that everybody can read, and who has it needs"
              + " no other way in.";
      case "transport-agent", "transport-agent-config" ->
          "Ask who installed the transport agent"
              + named
              + "; if nobody did, secure and remove it.";
      default -> "Ask who changed the configuration of the web server, and what for.";
    };
  }
}
