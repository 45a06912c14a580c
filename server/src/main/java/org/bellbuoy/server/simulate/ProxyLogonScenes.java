package org.bellbuoy.server.simulate;

import java.time.Instant;
import java.util.List;

/** CVE-2021-26855 and what followed it in March 2021: the traces only, no content of a request. */
final class ProxyLogonScenes {
  private static final List<String> DOORS =
      List.of(
          "/ecp/y.js",
          "/owa/auth/x.js",
          "/ecp/main.css",
          "/ecp/default.flt",
          "/owa/auth/Current/themes/resources/logon.css",
          "/ecp/a1Z.js");

  private ProxyLogonScenes() {}

  static Protocol protocol(String path) {
    return path.startsWith("/ecp") ? Protocol.ECP : Protocol.OWA;
  }

  static void stage(Stage stage, Act act, Chance chance) {
    if (act.benign()) {
      administrator(stage, act, chance);
      return;
    }
    Server server = act.server();
    String door = DOORS.get(act.variant() % DOORS.size());
    String client = Agents.attacker(chance);
    String agent = chance.pick(Agents.ATTACKERS);
    long at = stage.moment(act, chance);
    act.client(client);
    Row row = Row.post(door, "-").by(client, agent, "-");
    ProxyRow proxy = new ProxyRow(protocol(door)).as("FBA", "");
    switch (act.state()) {
      case BLOCKED -> {
        row.status(403).bytes(1_200, 900);
        proxy.backEnd(0).to(beyond(server, "autodiscover/autodiscover.xml?#"), "");
        proxy.said("", "HttpException=Forbidden");
        server.request(act, at, row, proxy);
        act.note("back end named by the client; refused");
      }
      case ATTEMPTED -> {
        row.method("GET").status(500).bytes(1_900, 400);
        proxy.backEnd(500).to("ServerInfo~localhost/ecp/default.flt?", "localhost");
        server.request(act, at, row, proxy);
        act.note("a probe for the hole; nothing came of it");
      }
      default -> entered(act, at, door, client, agent, chance);
    }
  }

  private static String beyond(Server server, String rest) {
    return "ServerInfo~a]@" + server.host() + ":444/" + rest;
  }

  private static void entered(
      Act act, long at, String door, String client, String agent, Chance chance) {
    Server server = act.server();
    List<String> steps =
        List.of(
            "autodiscover/autodiscover.xml?#",
            "mapi/emsmdb/?#",
            "ecp/proxyLogon.ecp?#",
            "ecp/DDI/DDIService.svc/GetObject?msExchEcpCanary=SIMULATED&schema=OABVirtualDirectory#",
            "ecp/DDI/DDIService.svc/SetObject?msExchEcpCanary=SIMULATED&schema=OABVirtualDirectory#",
            "ecp/DDI/DDIService.svc/SetObject?msExchEcpCanary=SIMULATED"
                + "&schema=ResetOABVirtualDirectory#");
    for (int i = 0; i < steps.size(); i++) {
      ProxyRow proxy = new ProxyRow(protocol(door)).as("FBA", "");
      proxy.to(beyond(server, steps.get(i)), server.host()).backEnd(i == 2 ? 241 : 200);
      if (act.variant() % 2 == 1) {
        proxy.cookie("Server~" + server.host() + ":444/" + steps.get(i) + "~1942062522");
      }
      Row row = Row.post(door, "-").by(client, agent, "-");
      row.status(i == 2 ? 241 : 200).bytes(2_300 + 10 * i, 1_400).taken(120);
      server.request(act, at + 900L * i, row, proxy);
    }
    String machine = server.identity.domain() + "\\" + server.computer() + "$";
    for (String schema : List.of("OABVirtualDirectory", "ResetOABVirtualDirectory")) {
      server.request(
          act,
          at + 6_000,
          Row.post(
                  "/ecp/DDI/DDIService.svc/SetObject", "msExchEcpCanary=SIMULATED&schema=" + schema)
              .by("::1", agent, "-")
              .user(machine));
    }
    String url = "http://f/#" + tag();
    server.line(
        Layout.ECP_LOGS + "ECPServer%d-1.LOG",
        act,
        at + 6_100,
        ecp(server, at + 6_100, "Set-OabVirtualDirectory.ExternalUrl='" + url + "'"),
        "S:CMD=Set-OabVirtualDirectory.ExternalUrl=");
    server.event(
        act,
        EventLine.cmdlet(
            at + 6_200,
            "Set-OabVirtualDirectory",
            "-ExternalUrl \"" + url + "\" -Identity \"OAB (Default Web Site)\""),
        "Set-OabVirtualDirectory");
    left(act, at + 9_000, client, agent, chance);
  }

  /** A tag as it stood in such urls, with nothing in it that runs. */
  private static String tag() {
    return "<script language=\"SIMULATED-JS\" runat=\"server\"> @@ inert [[[ </script>";
  }

  static String ecp(Server server, long at, String command) {
    return Instant.ofEpochMilli(at)
        + ","
        + server.computer()
        + ",ECP.Request,\"S:TIME=211;S:SID=SIMULATED;'S:CMD="
        + command.replace("\"", "\"\"")
        + "';S:REQID=;S:URL=https://"
        + server.host()
        + ":444/ecp/DDI/DDIService.svc/SetObject;S:EX=;S:ACTID=simulated;S:RS=0;S:BLD="
        + server.build.now
        + "\"";
  }

  private static void left(Act act, long at, String client, String agent, Chance chance) {
    Server server = act.server();
    String name = "w" + chance.letters(7) + ".aspx";
    String folder;
    String url;
    switch (act.variant() % 5) {
      case 0 -> {
        folder = Layout.OWA_AUTH;
        url = "/owa/auth/";
      }
      case 1 -> {
        folder = Layout.ASPNET_CLIENT;
        url = "/aspnet_client/";
      }
      case 2 -> {
        name = chance.letters(8) + ".aspx";
        folder = Layout.ASPNET_CLIENT + "system_web/";
        url = "/aspnet_client/system_web/";
      }
      case 3 -> {
        folder = Layout.OAB;
        url = "/OAB/";
      }
      default -> {
        folder = Layout.ECP_AUTH;
        url = "/ecp/auth/";
      }
    }
    String content =
        "Name                            : OAB (Default Web Site)\r\nServer                          : "
            + server.computer()
            + "\r\nExternalUrl                     : http://f/#"
            + Scripts.evaluator("reset", "k" + chance.letters(4), chance.letters(24), true)
            + "WhenChanged                     : SIMULATED\r\n";
    server.file(act, folder + name, content, at);
    server.event(
        act,
        EventLine.fileCreated(
            at, "C:\\Windows\\System32\\inetsrv\\w3wp.exe", Layout.windows(folder + name)),
        name);
    server.line(
        Layout.OAB_LOGS + "OABGenerator%d-1.LOG",
        act,
        at + 500,
        Instant.ofEpochMilli(at + 500)
            + ","
            + server.computer()
            + ",Error,\"Download failed and temporary file \"\""
            + Layout.windows(folder)
            + "\"\" needs to be removed\"",
        "Download failed and temporary file");
    for (int i = 0; i < 4; i++) {
      server.request(
          act,
          at + 60_000L + i * 7_000L,
          Row.post(url + name, "-").by(client, agent, "-").bytes(1_900, 600).taken(260));
    }
    act.note("through " + DOORS.get(act.variant() % DOORS.size()) + " to " + url + name);
  }

  /** An administrator sets the real address of the address book. */
  private static void administrator(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    long at = stage.working(server, chance);
    String client = "10." + (16 + server.identity.index() % 200) + ".0.5";
    act.client(client).note("an administrator sets the address of the offline address book");
    Row row =
        Row.post(
                "/ecp/DDI/DDIService.svc/SetObject",
                "schema=OABVirtualDirectory&msExchEcpCanary=SIMULATED")
            .by(client, Agents.BROWSERS.getFirst(), "https://" + server.host() + "/ecp/")
            .user(server.account("exadmin"));
    ProxyRow proxy = new ProxyRow(Protocol.ECP).as("FBA", server.account("exadmin"));
    proxy.to("Smtp~exadmin@" + server.identity.organisation() + ".example.test", server.host());
    server.request(act, at, row, proxy);
    String url = "https://" + server.host() + "/OAB";
    server.line(
        Layout.ECP_LOGS + "ECPServer%d-1.LOG",
        act,
        at + 100,
        ecp(server, at + 100, "Set-OabVirtualDirectory.ExternalUrl='" + url + "'"),
        "S:CMD=Set-OabVirtualDirectory.ExternalUrl=");
    server.event(
        act,
        EventLine.cmdlet(
            at + 200,
            "Set-OabVirtualDirectory",
            "-ExternalUrl \"" + url + "\" -Identity \"OAB (Default Web Site)\""),
        "Set-OabVirtualDirectory");
  }
}
