package org.bellbuoy.server.simulate;

import java.util.List;

/** New pages that somebody was allowed to install: on all servers of a farm, used by everybody. */
final class Solutions {
  private Solutions() {}

  /** Deploys to the farm of the act's server from a moment on. */
  static void deploy(Stage stage, Act first, String name, long at, Chance chance) {
    int order = 0;
    for (Server server : stage.farm(first.server())) {
      Act act = server == first.server() ? first : stage.also(first, server, ++order);
      deploy(stage, act, server, name, at, chance);
    }
  }

  private static void deploy(
      Stage stage, Act act, Server server, String name, long at, Chance chance) {
    act.note("solution " + name + " deployed to the whole farm");
    String folder =
        server.exchange() ? Layout.ASPNET_CLIENT + name + "/" : Layout.LAYOUTS + name + "/";
    String url = server.exchange() ? "/aspnet_client/" + name + "/" : "/_layouts/15/" + name + "/";
    for (String page : List.of("List.aspx", "Edit.aspx")) {
      server.file(act, folder + page, Scripts.product(name, "Simulated." + name), at - 60_000);
    }
    String referer = "https://" + server.host() + "/";
    for (int i = 0; i < 40; i++) {
      long when = at + chance.betweenLong(0, 7_000_000L) + i * 5_400_000L;
      if (!stage.clear(server, when)) {
        continue;
      }
      String user = "user%04d".formatted(chance.below(24));
      String client =
          "10." + (16 + server.identity.index() % 200) + ".1." + (10 + chance.below(24));
      boolean edits = chance.chance(0.4);
      Row row = edits ? Row.post(url + "Edit.aspx", "id=" + i) : Row.get(url + "List.aspx", "-");
      row.by(client, chance.pick(Agents.BROWSERS), referer).user(server.account(user));
      server.request(act, when, row.bytes(chance.tailed(2_000, 60_000), 1_400));
    }
  }
}
