package org.bellbuoy.server.simulate;

import java.util.List;

/** Writes {@code fleet.yaml}. Names are plain; everything is quoted all the same. */
final class FleetYaml {
  private FleetYaml() {}

  static String of(FarmScenario scenario, List<Server> servers) {
    StringBuilder text = new StringBuilder(servers.size() * 300);
    text.append("# SIMULATED farm, seed ").append(scenario.seed());
    text.append(". No server, organisation or person in it exists.\nservers:\n");
    for (Server server : servers) {
      Server.Identity who = server.identity;
      text.append("  - host: \"").append(who.host()).append("\"\n");
      entry(text, "product", who.product());
      entry(text, "organisation", who.organisation());
      entry(text, "farm", who.farm());
      entry(text, "owner", who.owner());
      entry(text, "zone", who.zone());
      text.append("    paths:\n      - \"").append(who.host()).append("\"\n");
      if (!server.build.headerOnly && !server.build.half) {
        entry(text, "build", server.build.now);
        entry(text, "patchedOn", server.build.patchedOn.toString());
      }
    }
    return text.toString();
  }

  private static void entry(StringBuilder text, String key, String value) {
    text.append("    ").append(key).append(": \"").append(value).append("\"\n");
  }
}
