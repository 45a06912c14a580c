package org.bellbuoy.server.simulate;

import java.util.ArrayList;
import java.util.List;

/** One script on several servers in an order of spread, changed a little at each. */
final class SpreadScenes {
  private static final List<String> NAMES = List.of("logout", "lang", "common", "font", "frame");

  private SpreadScenes() {}

  static void spread(Stage stage, Act first, Chance chance) {
    if (first.benign()) {
      product(stage, first, chance);
      return;
    }
    List<Server> where = new ArrayList<>();
    where.add(first.server());
    for (Server server : stage.servers()) {
      if (server != first.server()
          && server.identity.role() == Server.Role.ENTERED
          && where.size() < 6) {
        where.add(server);
      }
    }
    String client = Agents.attacker(chance);
    String literal = chance.letters(48);
    String base = "n" + chance.letters(5);
    long at = stage.early(first.server(), chance);
    for (int i = 0; i < where.size(); i++) {
      Server server = where.get(i);
      Act act = i == 0 ? first : stage.also(first, server, i);
      // Each after the one before, so that the order of spread is the order of files.
      at += 5_000_000L + chance.below(9_000_000);
      while (!stage.clear(server, at) || !stage.clear(server, at + 600_000)) {
        at += WebLogs.DAY_MILLIS / 2;
        if (at >= stage.end().toEpochDay() * WebLogs.DAY_MILLIS) {
          throw new IllegalArgumentException("no day left to spread to " + server.host());
        }
      }
      String name =
          NAMES.get(first.variant() % NAMES.size()) + (i == 0 ? "" : chance.letters(3)) + ".aspx";
      String helper = first.variant() >= 1 && i > 0 ? "n" + chance.letters(5) : base;
      String text = first.variant() == 2 && i > 0 ? chance.letters(48) : literal;
      String content = Scripts.loader(helper, first.variant() >= 1 ? "p" + i : "p", text);
      String path = ShellScenes.folder(server) + name;
      server.file(act, path, content, at);
      server.event(
          act,
          EventLine.fileCreated(
              at, "C:\\Windows\\System32\\inetsrv\\w3wp.exe", Layout.windows(path)),
          name);
      for (int k = 0; k < 3; k++) {
        Row row = Row.post(ShellScenes.url(server) + name, "-").by(client, "-", "-");
        server.request(act, at + 60_000L + k * 31_000L, row.bytes(700, 4_400));
      }
      act.client(client)
          .note(
              List.of("renamed file", "renamed variables", "changed literals").get(first.variant())
                  + ", "
                  + (i + 1)
                  + " of "
                  + where.size());
    }
  }

  /** A vendor's page that several organisations installed, the same bytes everywhere. */
  private static void product(Stage stage, Act first, Chance chance) {
    String name = "SimVendor" + first.group() + ".aspx";
    String client = "";
    int order = 0;
    for (Server server : stage.servers()) {
      if (server.exchange() != first.server().exchange()) {
        continue;
      }
      Act act = server == first.server() ? first : stage.also(first, server, ++order);
      long at = stage.scenario().start().minusDays(200).toEpochDay() * WebLogs.DAY_MILLIS;
      server.file(
          act,
          ShellScenes.folder(server) + name,
          Scripts.product("Vendor", "Simulated.Vendor"),
          at + 40_000_000L);
      long used = stage.working(server, chance);
      for (int i = 0; i < 12; i++) {
        String inner =
            "10." + (16 + server.identity.index() % 200) + ".1." + (10 + chance.below(24));
        Row row =
            Row.get(ShellScenes.url(server) + name, "-")
                .by(inner, chance.pick(Agents.BROWSERS), "https://" + server.host() + "/")
                .user(server.account("user%04d".formatted(chance.below(24))));
        if (stage.clear(server, used + i * 300_000L)) {
          server.request(act, used + i * 300_000L, row);
        }
      }
      act.client(client).note("a vendor's page, the same everywhere, there for long");
    }
  }
}
