package org.bellbuoy.server.simulate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Page states signed with a stolen key or a wrong one. */
final class ViewStateScenes {
  private static final List<String> PAGES =
      List.of(
          "/_layouts/15/SignOut.aspx",
          "/_layouts/15/start.aspx",
          "/sites/site001/SitePages/Home.aspx",
          "/_layouts/16/error.aspx");

  private ViewStateScenes() {}

  static void replay(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    String page = PAGES.get(act.variant() % PAGES.size());
    long at = act.benign() ? stage.working(server, chance) : stage.late(server, chance);
    if (act.benign()) {
      String client = ToolShellScenes.designer(server);
      String referer = "https://" + server.host() + page;
      server.request(
          act,
          at,
          Row.post(page, "-")
              .by(client, Agents.BROWSERS.getFirst(), referer)
              .user(server.account("user0003"))
              .status(500)
              .bytes(3_100, 2_200));
      server.event(act, failed(server, at, client, page), "failed integrity check");
      act.client(client).note("a page left open while the key was changed");
      return;
    }
    String client = Agents.attacker(chance);
    boolean signed = act.state() == ActState.SUCCEEDED;
    int received = chance.between(9_000, 40_000);
    server.request(
        act,
        at,
        Row.post(page, "-")
            .by(client, chance.pick(Agents.ATTACKERS), "-")
            .status(500)
            .bytes(3_420, received)
            .taken(chance.between(90, 900)));
    EventLine event = signed ? invalid(act, at, client, page) : failed(server, at, client, page);
    server.event(act, event, signed ? "Viewstate was invalid" : "failed integrity check");
    act.client(client)
        .note(signed ? "page state signed with the right key" : "page state with a wrong key");
  }

  /** The integrity check failed: the sender does not hold the key. */
  static EventLine failed(Server server, long at, String client, String page) {
    return event(
        server,
        at,
        client,
        page,
        "The viewstate supplied failed integrity check.",
        50203,
        "U0lNVUxBVEVE");
  }

  /** The content failed, so the integrity check passed. The state is a type name and filler. */
  private static EventLine invalid(Act act, long at, String client, String page) {
    String inner =
        "SIMULATED filler, no object: System.Simulated.NoSuchType, Simulated, Version=4.0.0.0, "
            .repeat(30);
    String state = Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
    return event(act.server(), at, client, page, "Viewstate was invalid.", 50204, state);
  }

  private static EventLine event(
      Server server, long at, String client, String page, String reason, int code, String state) {
    String url = "https://" + server.host() + page;
    String message =
        "Event code: 4009\r\nEvent message: Viewstate verification failed. Reason: "
            + reason
            + "\r\nEvent detail code: "
            + code
            + "\r\n\r\nApplication information:\r\n    Application Virtual Path: /\r\n"
            + "    Machine name: "
            + server.computer()
            + "\r\n\r\nProcess information:\r\n    Process name: w3wp.exe\r\n\r\n"
            + "Request information:\r\n    Request URL: "
            + url
            + "\r\n    Request path: "
            + page
            + "\r\n    User host address: "
            + client
            + "\r\n\r\nViewStateException information:\r\n    Exception message: Invalid viewstate."
            + "\r\n    Client IP: "
            + client
            + "\r\n    Port: 51034\r\n    User-Agent: SIMULATED\r\n    PersistedState: "
            + state
            + "\r\n    Referer: \r\n    Path: "
            + page
            + "\r\n";
    return EventLine.of(at, "Application", "ASP.NET 4.0.30319.0", 1316, 4).says(message);
  }
}
