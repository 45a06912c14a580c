package org.bellbuoy.server.simulate;

import java.util.List;

/** ProxyShell and its honest likenesses: autodiscover by JSON, exports by administrators. */
final class ProxyShellScenes {
  private static final List<String> BACK_ENDS =
      List.of("/powershell/", "/mapi/nspi/", "/EWS/exchange.asmx", "/PowerShell/");

  private ProxyShellScenes() {}

  static void proxyShell(Stage stage, Act act, Chance chance) {
    if (act.benign()) {
      honest(stage, act, chance);
      return;
    }
    Server server = act.server();
    String client = Agents.attacker(chance);
    String agent = chance.pick(Agents.ATTACKERS);
    long at = stage.moment(act, chance);
    boolean blocked = act.state() == ActState.BLOCKED;
    String other = "@elsewhere.example.test";
    act.client(client).note("autodiscover.json with another address in front of the back end");
    for (int i = 0; i < 4; i++) {
      String backEnd = BACK_ENDS.get((act.variant() + i) % BACK_ENDS.size());
      String query =
          other + backEnd + "?X-Rps-CAT=SIMULATED&Email=autodiscover/autodiscover.json%3f" + other;
      String stem =
          act.variant() % 2 == 0
              ? "/autodiscover/autodiscover.json"
              : "/Autodiscover/autodiscover.json";
      Row row = Row.post(stem, query).by(client, agent, "-");
      row.status(blocked ? 401 : 200).bytes(1_500 + i, 2_900).taken(190);
      ProxyRow proxy = new ProxyRow(Protocol.AUTODISCOVER);
      proxy.backEnd(blocked ? 401 : 200).to("Smtp~user0001" + other, blocked ? "" : server.host());
      server.request(act, at + 2_000L * i, row, proxy);
    }
    if (!blocked) {
      export(act, at + 60_000, client, agent, chance);
    }
  }

  private static void export(Act act, long at, String client, String agent, Chance chance) {
    Server server = act.server();
    String name = "w" + chance.letters(6) + ".aspx";
    boolean hidden = act.variant() == 3 || act.variant() == 4;
    String path = hidden ? "C/ProgramData/COM/" + name : Layout.ASPNET_CLIENT + name;
    String url = hidden ? "/aspnet_client/com/" + name : "/aspnet_client/" + name;
    String unc = "\\\\127.0.0.1\\C$\\" + Layout.windows(path).substring(3);
    server.event(
        act,
        EventLine.cmdlet(
            at,
            "New-ManagementRoleAssignment",
            "-Role \"Mailbox Import Export\" -User \"SIMULATED\""),
        "New-ManagementRoleAssignment");
    boolean certificate = act.variant() % 3 == 2;
    server.event(
        act,
        certificate
            ? EventLine.cmdlet(
                at + 4_000,
                "New-ExchangeCertificate",
                "-GenerateRequest -BinaryEncoded -RequestFile \"" + unc + "\"")
            : EventLine.cmdlet(
                at + 4_000,
                "New-MailboxExportRequest",
                "-Mailbox \"SIMULATED\" -FilePath \"" + unc + "\""),
        certificate ? "New-ExchangeCertificate" : "New-MailboxExportRequest");
    String inner = Scripts.evaluator("export", "e" + chance.letters(4), chance.letters(24), true);
    server.file(
        act, path, certificate ? Scripts.certificate(inner) : Scripts.mailbox(inner), at + 9_000);
    server.event(
        act,
        EventLine.fileCreated(
            at + 9_000,
            "C:\\Program Files\\Microsoft\\Exchange Server\\V15\\Bin\\"
                + "MSExchangeMailboxReplication.exe",
            Layout.windows(path)),
        name);
    if (hidden) {
      server.config.virtualDirectories.put("/aspnet_client/com", "C:\\ProgramData\\COM");
      server.config.modifiedMillis = at + 8_000;
      act.file(Layout.APPLICATION_HOST);
      act.note("a virtual directory in ProgramData");
    }
    for (int i = 0; i < 3; i++) {
      server.request(
          act,
          at + 20_000L + 9_000L * i,
          Row.post(url, "-").by(client, agent, "-").bytes(2_400, 700).taken(340));
    }
    act.note("mailbox export written as " + url);
  }

  private static void honest(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    long at = stage.working(server, chance);
    String client = "10." + (16 + server.identity.index() % 200) + ".1.33";
    String mail = "user0009@" + server.identity.organisation() + ".example.test";
    act.client(client).note("a telephone asks autodiscover; an administrator exports a mailbox");
    Row row =
        Row.get("/autodiscover/autodiscover.json", "Email=" + mail + "&Protocol=Ews")
            .by(client, "Outlook-iOS-Android/1.0", "-");
    server.request(
        act, at, row, new ProxyRow(Protocol.AUTODISCOVER).to("Smtp~" + mail, server.host()));
    server.event(
        act,
        EventLine.cmdlet(
            at + 90_000,
            "New-MailboxExportRequest",
            "-Mailbox \"user0009\" -FilePath \"\\\\files.example.test\\pst$\\user0009.pst\""),
        "New-MailboxExportRequest");
  }
}
