package org.bellbuoy.server.simulate;

import java.time.LocalDate;
import java.util.Comparator;

/** Patches and keys. These acts have no lines: files and the fleet file show them. */
final class BuildScenes {
  private BuildScenes() {}

  private static long noon(LocalDate day) {
    return day.toEpochDay() * WebLogs.DAY_MILLIS + 43_200_000L;
  }

  /** A farm that was patched and kept its key, or changed it the day after. */
  static void keyAfterPatch(Stage stage, Act first) {
    int order = 0;
    for (Server server : stage.farm(first.server())) {
      Act act = server == first.server() ? first : stage.also(first, server, ++order);
      if (!first.benign()) {
        server.keys.changedOn = stage.scenario().start().minusDays(400);
      }
      act.file(Layout.WEB_CONFIG);
      act.at(noon(server.build.patchedOn));
      act.note(
          first.benign()
              ? "key changed the day after the patch"
              : "patched after exposure, key not changed");
    }
  }

  /** A key that strangers share; or the servers of one farm, as they must. */
  static void keyShared(Stage stage, Act first) {
    Server one = first.server();
    int order = 0;
    String farm = first.benign() ? one.identity.farm() : stranger(stage, one);
    for (Server server : stage.servers()) {
      boolean own = server.identity.farm().equals(one.identity.farm());
      if (server.exchange() || !own && !server.identity.farm().equals(farm)) {
        continue;
      }
      Act act = server == one ? first : stage.also(first, server, ++order);
      server.keys.group = one.keys.group;
      server.keys.validation = one.keys.validation;
      server.keys.decryption = one.keys.decryption;
      act.file(Layout.WEB_CONFIG);
      act.at(noon(server.build.patchedOn));
      act.note(first.benign() ? "one farm, one key" : "the key of another farm");
    }
  }

  /** Another farm: one that was entered too, where there is one. */
  private static String stranger(Stage stage, Server one) {
    return stage.servers().stream()
        .filter(s -> !s.exchange() && !s.identity.farm().equals(one.identity.farm()))
        .min(Comparator.comparing((Server s) -> s.identity.role()))
        .map(s -> s.identity.farm())
        .orElse(one.identity.farm());
  }

  static void halfPatched(Act act) {
    act.server().build.half = true;
    act.file(Layout.BUILD_INFO);
    act.at(noon(act.server().build.patchedOn));
    act.note("the language-dependent package is missing");
  }

  static void headerOnly(Act act) {
    act.server().build.headerOnly = true;
    act.file(Layout.BUILD_INFO);
    act.at(noon(act.server().build.patchedOn));
    act.note("only a header tells the build, and it hides the revision");
  }
}
