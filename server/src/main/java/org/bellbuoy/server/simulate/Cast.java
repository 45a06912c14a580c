package org.bellbuoy.server.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which servers there are, whose they are and what they run. */
final class Cast {
  private static final List<String> ORGANISATIONS =
      List.of("alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel");
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "Europe/Helsinki", "America/New_York", "UTC");

  /** Builds before, at and after ToolShell, and the package of the last: public build lists. */
  private enum SharePoint {
    S2019("SharePoint 2019", "16.0.10417.20027", "16.0.10417.20037", "KB5002754"),
    SE("SharePoint SE", "16.0.18526.20424", "16.0.18526.20508", "KB5002768"),
    S2016("SharePoint 2016", "16.0.5508.1000", "16.0.5513.1001", "KB5002760");

    private final String product;
    private final String before;
    private final String fixed;
    private final String knowledgeBase;

    SharePoint(String product, String before, String fixed, String knowledgeBase) {
      this.product = product;
      this.before = before;
      this.fixed = fixed;
      this.knowledgeBase = knowledgeBase;
    }
  }

  private Cast() {}

  /** The day most servers are patched: a little past the middle. */
  static LocalDate patchDay(FarmScenario scenario) {
    return scenario.start().plusDays((long) (scenario.days() * 0.55));
  }

  static List<Server> of(FarmScenario scenario) {
    List<Server> servers = new ArrayList<>();
    int sharePoints = 0;
    int exchanges = 0;
    for (int i = 0; i < scenario.servers(); i++) {
      boolean exchange = i % 3 == 2;
      int place = exchange ? exchanges++ : sharePoints++;
      servers.add(server(scenario, i, place, exchange));
    }
    return servers;
  }

  private static Server server(FarmScenario scenario, int index, int place, boolean exchange) {
    int number = place % scenario.organisations();
    String organisation =
        number < ORGANISATIONS.size() ? ORGANISATIONS.get(number) : "org%03d".formatted(number);
    String farm = organisation + (exchange ? "-mail" : "-portal");
    // All servers of an organisation fare alike, for a farm shares its key.
    Server.Role role = Server.Role.values()[number % 3];
    String host =
        (exchange ? "ex" : "sp")
            + "%02d".formatted(place + 1)
            + "."
            + organisation
            + ".example.test";
    SharePoint sharePoint = SharePoint.values()[number % SharePoint.values().length];
    Server.Identity identity =
        new Server.Identity(
            index,
            place,
            exchange,
            host,
            exchange
                ? role == Server.Role.TRIED ? "Exchange 2019" : "Exchange 2016"
                : sharePoint.product,
            organisation,
            farm,
            "owner-" + organisation + "@example.test",
            ZONES.get(number % ZONES.size()),
            organisation.toUpperCase(Locale.ROOT),
            "10." + (16 + index % 200) + ".0.2",
            columns(exchange, place),
            role);
    Server server = new Server(identity, build(scenario, exchange, role, sharePoint));
    if (!exchange) {
      keys(server, scenario, farm);
    }
    return server;
  }

  private static Columns columns(boolean exchange, int place) {
    if (exchange) {
      return place % 2 == 0 ? Columns.BYTES : Columns.USUAL;
    }
    return switch (place % 4) {
      case 0 -> Columns.BYTES;
      case 1 -> Columns.FULL;
      case 2 -> Columns.USUAL;
      default -> Columns.NO_REFERER;
    };
  }

  /**
   * Exchange servers that are entered were last updated before March 2021; the others are current.
   */
  private static Server.Build build(
      FarmScenario scenario, boolean exchange, Server.Role role, SharePoint sharePoint) {
    if (!exchange) {
      Server.Build build =
          new Server.Build(sharePoint.before, sharePoint.fixed, patchDay(scenario));
      build.knowledgeBase = sharePoint.knowledgeBase;
      return build;
    }
    LocalDate before = scenario.start().minusDays(40);
    return switch (role) {
      case ENTERED -> new Server.Build("15.1.2106.2", "15.1.2176.2", LocalDate.of(2020, 12, 15));
      case TRIED -> new Server.Build("15.2.1748.24", "15.2.1748.26", before);
      case QUIET -> new Server.Build("15.1.2507.55", "15.1.2507.57", before);
    };
  }

  /** Servers of a farm share a key; unless an act says otherwise it is new since the patch. */
  private static void keys(Server server, FarmScenario scenario, String farm) {
    Chance chance = Chance.of(scenario.seed(), "key " + farm);
    server.keys.group = farm;
    server.keys.validation = chance.hex(64).toUpperCase(Locale.ROOT);
    server.keys.decryption = chance.hex(48).toUpperCase(Locale.ROOT);
    server.keys.changedOn = patchDay(scenario).plusDays(1);
  }
}
