package org.bellbuoy.server.simulate;

import java.util.List;

/** Shorter ways into Exchange: ProxyToken, ProxyNotShell, OWASSRF, CVE-2020-0688. */
final class ExchangeScenes {
  private ExchangeScenes() {}

  private static String mail(Server server, String user) {
    return user + "@" + server.identity.organisation() + ".example.test";
  }

  private static String inside(Server server, int last) {
    return "10." + (16 + server.identity.index() % 200) + ".1." + last;
  }

  static void proxyToken(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    long at = stage.moment(act, chance);
    String user = mail(server, "user0004");
    String own = "/ecp/RulesEditor/InboxRules.svc/NewObject";
    if (act.benign()) {
      Row row =
          Row.post(own, "msExchEcpCanary=SIMULATED")
              .by(
                  inside(server, 14),
                  Agents.BROWSERS.getFirst(),
                  "https://" + server.host() + "/ecp/")
              .user(user);
      act.client(inside(server, 14)).note("a user makes an inbox rule");
      server.request(
          act,
          at,
          row,
          new ProxyRow(Protocol.ECP).as("FBA", user).to("Smtp~" + user, server.host()));
      return;
    }
    boolean blocked = act.state() == ActState.BLOCKED;
    String client = Agents.attacker(chance);
    String agent = chance.pick(Agents.ATTACKERS);
    act.client(client).note("an inbox rule for " + user + " without a sign-in");
    String stem = "/ecp/" + user + "/RulesEditor/InboxRules.svc/NewObject";
    if (act.variant() == 1) {
      server.request(
          act,
          at - 2_000,
          Row.get(stem, "SecurityToken=SIMULATED")
              .by(client, agent, "-")
              .status(blocked ? 401 : 500),
          new ProxyRow(Protocol.ECP).backEnd(blocked ? 0 : 500).to("Smtp~" + user, server.host()));
    }
    server.request(
        act,
        at,
        Row.post(stem, "msExchEcpCanary=SIMULATED")
            .by(client, agent, "-")
            .status(blocked ? 401 : 200)
            .bytes(900, 1_600),
        new ProxyRow(Protocol.ECP).backEnd(blocked ? 0 : 200).to("Smtp~" + user, server.host()));
  }

  static void proxyNotShell(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    long at = stage.moment(act, chance);
    if (act.benign()) {
      String admin = server.account("exadmin");
      act.client(inside(server, 5)).note("an administrator's remote shell");
      Row row =
          Row.post("/powershell", "clientApplication=ManagementShell;PSVersion=5.1")
              .by(inside(server, 5), "Microsoft WinRM Client", "-")
              .user(admin);
      server.request(
          act,
          at,
          row,
          new ProxyRow(Protocol.POWERSHELL)
              .as("Kerberos", admin)
              .to("Smtp~" + mail(server, "exadmin"), server.host()));
      return;
    }
    boolean blocked = act.state() == ActState.BLOCKED;
    String client = Agents.attacker(chance);
    String user = server.account("user0007");
    String shell = List.of("/Powershell", "/powershell/", "%2FPowerShell").get(act.variant());
    String other = "a@elsewhere.example.test";
    String query = other + shell + "?Email=autodiscover/autodiscover.json%3f" + other;
    act.client(client).note("a user's account asks autodiscover for the remote shell");
    for (int i = 0; i < 3; i++) {
      Row row =
          Row.post("/autodiscover/autodiscover.json", query)
              .by(client, chance.pick(Agents.ATTACKERS), "-")
              .user(blocked ? "-" : user)
              .status(blocked ? 403 : 200)
              .bytes(1_700, 3_100);
      ProxyRow proxy = new ProxyRow(Protocol.AUTODISCOVER).backEnd(blocked ? 0 : 200);
      proxy.as("NTLM", blocked ? "" : user).to("Smtp~" + other, blocked ? "" : server.host());
      server.request(act, at + 1_500L * i, row, proxy);
    }
  }

  static void owassrf(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    long at = stage.moment(act, chance);
    boolean blocked = act.state() == ActState.BLOCKED;
    String user = mail(server, "user0002");
    String stem =
        List.of(
                "/owa/" + user + "/powershell",
                "/owa/" + user.replace("@", "%40") + "/powershell",
                "/OWA/" + user + "/PowerShell",
                "/owa/x@elsewhere.example.test/powershell")
            .get(act.variant());
    String client = act.benign() ? inside(server, 6) : Agents.attacker(chance);
    String agent =
        act.benign()
            ? "Microsoft WinRM Client"
            : chance.pick(List.of("python-requests/2.32.3", "-"));
    String account = blocked ? "-" : act.benign() ? server.account("exadmin") : user;
    act.client(client)
        .note(act.benign() ? "a management tool takes the same way" : "PowerShell through OWA");
    for (int i = 0; i < 3; i++) {
      Row row = Row.post(stem, "-").by(client, agent, "-").user(account);
      row.status(blocked ? 401 : 200).bytes(1_400, 2_700).taken(220);
      ProxyRow proxy = new ProxyRow(Protocol.OWA).backEnd(blocked ? 0 : 200);
      proxy.as("Basic", blocked ? "" : account).to("Smtp~" + user, blocked ? "" : server.host());
      server.request(act, at + 1_200L * i, row, proxy);
    }
  }

  static void fixedKey(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    long at = stage.moment(act, chance);
    String stem = act.variant() == 0 ? "/ecp/default.aspx" : "/owa/default.aspx";
    Protocol protocol = ProxyLogonScenes.protocol(stem);
    if (act.benign()) {
      String user = mail(server, "user0011");
      act.client(inside(server, 21)).note("a page posts its state in the body, as it should");
      Row row =
          Row.post(stem, "rfr=owa")
              .by(inside(server, 21), Agents.BROWSERS.get(2), "https://" + server.host() + stem)
              .user(user)
              .bytes(18_000, 6_200);
      server.request(
          act, at, row, new ProxyRow(protocol).as("FBA", user).to("Smtp~" + user, server.host()));
      return;
    }
    boolean blocked = act.state() == ActState.BLOCKED;
    String client = Agents.attacker(chance);
    String user = mail(server, "user0006");
    String query =
        "__VIEWSTATEGENERATOR=00000000&__VIEWSTATE=U0lNVUxBVEVE"
            + "QQ".repeat(chance.between(200, 500));
    act.client(client).note("page state in the query, signed with the key all servers had");
    Row row =
        Row.get(stem, query)
            .by(client, chance.pick(Agents.ATTACKERS), "-")
            .user(blocked ? "-" : user)
            .status(blocked ? 401 : 500)
            .bytes(3_300, 2_100);
    ProxyRow proxy = new ProxyRow(protocol).backEnd(blocked ? 0 : 500);
    proxy.as("FBA", blocked ? "" : user).to("Smtp~" + user, blocked ? "" : server.host());
    server.request(act, at, row, proxy);
    if (!blocked) {
      server.event(act, HostScenes.child(at + 700, "whoami", server), "whoami");
    }
  }
}
