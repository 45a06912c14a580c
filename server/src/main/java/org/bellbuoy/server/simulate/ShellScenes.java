package org.bellbuoy.server.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Pages nobody knows: one client, no account. And the pages that are used like them for a reason.
 */
final class ShellScenes {
  private static final List<String> WORDS =
      List.of("help", "status", "theme", "error", "print", "culture");

  private ShellScenes() {}

  static String url(Server server) {
    return server.exchange() ? "/owa/auth/" : "/_layouts/15/";
  }

  static String folder(Server server) {
    return server.exchange() ? Layout.OWA_AUTH : Layout.LAYOUTS;
  }

  static void unknown(Stage stage, Act act, Chance chance) {
    if (act.benign()) {
      switch (act.variant() % 3) {
        case 0 -> monitor(stage, act, chance);
        case 1 ->
            Solutions.deploy(
                stage, act, "SimStock" + act.group(), stage.working(act.server(), chance), chance);
        default -> integration(stage, act, chance);
      }
      return;
    }
    Server server = act.server();
    String name = chance.pick(WORDS) + chance.below(90) + ".aspx";
    String client = Agents.attacker(chance);
    boolean bare = act.variant() < 3;
    String agent = bare ? "-" : "Mozilla/5.0 (X11; Linux x86_64) SimulatedRare/" + chance.below(9);
    double days = stage.scenario().days();
    // First seen in the last week, on a day whose log is whole.
    long first = stage.between(server, chance, 1 - 7.0 / days, 1 - 4.5 / days);
    String path = folder(server) + name;
    server.file(act, path, Scripts.plain(chance.letters(6), chance.letters(40)), first + 3_000_000);
    act.client(client);
    switch (act.variant() % 3) {
      case 0 -> tunnel(act, first + 36_000_000, url(server) + name, client, agent, bare, chance);
      case 1 -> rare(stage, act, first, url(server) + name, client, agent, bare, chance);
      default -> slow(stage, act, first, url(server) + name, client, agent, bare, chance);
    }
  }

  private static String query(boolean bare, Chance chance) {
    return bare ? "-" : "v=" + chance.letters(8);
  }

  /** Hundreds of requests in one sitting. */
  private static void tunnel(
      Act act, long at, String url, String client, String agent, boolean bare, Chance chance) {
    int count = chance.between(600, 1_200);
    for (int i = 0; i < count; i++) {
      Row row = Row.post(url, bare ? "proxy" : query(false, chance)).by(client, agent, "-");
      row.bytes(chance.tailed(180, 40_000), chance.tailed(200, 9_000)).taken(chance.tailed(1, 900));
      act.server().request(act, at + i * 1_300L + chance.below(900), row);
    }
    act.note("a tunnel: " + count + " requests in one sitting");
  }

  /** A few at night, now and then. */
  private static void rare(
      Stage stage,
      Act act,
      long first,
      String url,
      String client,
      String agent,
      boolean bare,
      Chance chance) {
    Server server = act.server();
    int count = 0;
    for (int day = 0; day < 7; day += 1 + chance.below(2)) {
      long night = first + day * WebLogs.DAY_MILLIS + 4_000_000L + chance.below(7_000_000);
      int times = chance.between(3, 9);
      for (int i = 0; i < times && stage.clear(server, night); i++) {
        Row row = Row.post(url, query(bare, chance)).by(client, agent, "-");
        row.bytes(chance.tailed(200, 8_000), chance.tailed(300, 4_000));
        server.request(act, night + i * 19_000L, row.taken(chance.tailed(60, 9_000)));
        count++;
      }
    }
    act.note("a few requests a night: " + count);
  }

  /** One or two a day, each long. */
  private static void slow(
      Stage stage,
      Act act,
      long first,
      String url,
      String client,
      String agent,
      boolean bare,
      Chance chance) {
    Server server = act.server();
    int count = 0;
    for (int day = 0; day < 7; day++) {
      long at = first + day * WebLogs.DAY_MILLIS + 10_000_000L + chance.below(60_000_000);
      if (stage.clear(server, at)) {
        Row row = Row.post(url, query(bare, chance)).by(client, agent, "-");
        row.bytes(chance.tailed(200, 3_000), chance.tailed(300, 2_000));
        server.request(act, at, row.taken(chance.between(20_000, 110_000)));
        count++;
      }
    }
    act.note("one request a day, each long: " + count);
  }

  /** A new monitor asks one page of each server of the farm from one inner address. */
  private static void monitor(Stage stage, Act first, Chance chance) {
    String name = "ping" + first.group() + ".aspx";
    LocalDate day = stage.end().minusDays(6);
    String client = "10.15.0." + chance.between(10, 250);
    int order = 0;
    for (Server server : stage.farm(first.server())) {
      Act act = server == first.server() ? first : stage.also(first, server, ++order);
      act.client(client).note("a new monitor, on all servers of the farm");
      long at = day.toEpochDay() * WebLogs.DAY_MILLIS + 32_000_000L + chance.below(60_000);
      server.file(
          act,
          folder(server) + name,
          Scripts.product("Ping", "Simulated.Ping"),
          day.toEpochDay() * WebLogs.DAY_MILLIS + 30_000_000L);
      for (int i = 0; i < 160; i++) {
        long when = at + i * 1_800_000L;
        if (stage.clear(server, when)) {
          Row row = Row.post(url(server) + name, "-").by(client, "-", "-");
          server.request(act, when, row.bytes(420, 180).taken(4 + chance.below(9)));
        }
      }
    }
  }

  /** A service account that has begun to post to a web service. */
  private static void integration(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    String url =
        server.exchange()
            ? "/EWS/Exchange.asmx"
            : "/_vti_bin/SimPayroll" + act.group() + "/Import.asmx";
    long first = stage.between(server, chance, 0.6, 0.8);
    String client = "10." + (16 + server.identity.index() % 200) + ".0.30";
    act.client(client).note("a service account posts to a web service");
    for (int i = 0; i < 60; i++) {
      long when = first + 30_000_000L + i * 5_400_000L + chance.below(60_000);
      if (stage.clear(server, when)) {
        Row row =
            Row.post(url, "-").by(client, Agents.SOAP, "-").user(server.account("svc-payroll"));
        server.request(act, when, row.bytes(1_900, chance.tailed(3_000, 60_000)));
      }
    }
  }

  /** Used, then deleted: what was compiled of it stays. */
  static void deleted(Stage stage, Act first, Chance chance) {
    Server entered = first.server();
    String name = (first.benign() ? "SimOld" : "w" + chance.letters(5)) + first.group() + ".aspx";
    int order = 0;
    List<Server> where = first.benign() ? stage.farm(entered) : List.of(entered);
    for (Server server : where) {
      Act act = server == entered ? first : stage.also(first, server, ++order);
      long at = stage.moment(act, chance);
      String client = Agents.attacker(chance);
      String hash = chance.hex(8);
      String compiled =
          Layout.COMPILED
              + "root/"
              + chance.hex(8)
              + "/"
              + chance.hex(8)
              + "/"
              + name.toLowerCase(Locale.ROOT)
              + "."
              + hash
              + ".compiled";
      String url = url(server) + name;
      server.file(
          act, compiled, Scripts.compiled(url, "App_Web_" + chance.letters(8), chance.hex(16)), at);
      int count = first.benign() ? 30 : act.variant() == 0 ? 5 : 1;
      for (int i = 0; i < count; i++) {
        Row row;
        if (first.benign()) {
          String inner =
              "10." + (16 + server.identity.index() % 200) + ".1." + (10 + chance.below(24));
          row =
              Row.get(url, "-")
                  .by(inner, chance.pick(Agents.BROWSERS), "https://" + server.host() + "/")
                  .user(server.account("user%04d".formatted(chance.below(24))));
        } else {
          row = Row.post(url, "-").by(client, "-", "-");
        }
        long when = at + 1_000 + i * 47_000L;
        if (stage.clear(server, when)) {
          server.request(act, when, row);
        }
      }
      act.client(first.benign() ? "" : client);
      act.note(
          first.benign()
              ? "an old solution was removed; its compiled trace remains"
              : "deleted: " + folder(server) + name);
    }
  }
}
