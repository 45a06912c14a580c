package org.bellbuoy.server.simulate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What every server has: its product's files, configuration, and the work of its administrators.
 */
final class Background {
  private static final List<String> EXCHANGE_PAGES =
      List.of("logon.aspx", "logoff.aspx", "errorfe.aspx", "expiredpassword.aspx", "signout.aspx");

  private Background() {}

  static void plan(Stage stage, Server server) {
    FarmScenario scenario = stage.scenario();
    Chance chance = Chance.of(scenario.seed(), "background " + server.host());
    long installed = scenario.start().minusDays(420).toEpochDay() * WebLogs.DAY_MILLIS + 7_200_000L;
    files(stage, server, installed);
    configuration(server, installed);
    for (int i = 0; i < scenario.days(); i++) {
      LocalDate day = scenario.start().plusDays(i);
      boolean working = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
      if (stage.clear(server, day)) {
        day(server, day.toEpochDay() * WebLogs.DAY_MILLIS, working, chance);
      }
    }
  }

  private static void files(Stage stage, Server server, long installed) {
    if (server.exchange()) {
      for (String one : EXCHANGE_PAGES) {
        page(server, Layout.OWA_AUTH + one, "Simulated.Owa", installed);
      }
      page(server, Layout.ECP_AUTH + "TimeoutLogout.aspx", "Simulated.Ecp", installed);
      compiled(server, "/owa/auth/logon.aspx", installed);
      return;
    }
    for (String one : SharePointTraffic.STOCK) {
      page(server, Layout.LAYOUTS + one, "Simulated.Stock", installed);
    }
    page(server, Layout.LAYOUTS + "SimHealth/Probe.aspx", "Simulated.Health", installed);
    compiled(server, "/_layouts/15/start.aspx", installed);
    compiled(server, "/_layouts/15/viewlsts.aspx", installed);
    long rollOut =
        stage.scenario().start().plusDays(stage.scenario().days() / 2).toEpochDay()
            * WebLogs.DAY_MILLIS;
    for (String one : List.of("Request.aspx", "Approve.aspx", "Report.ashx")) {
      page(server, Layout.LAYOUTS + "SimTravel/" + one, "Simulated.Travel", rollOut);
    }
  }

  private static void page(Server server, String path, String type, long modified) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    server.file(null, path, Scripts.product(name, type), modified);
  }

  private static void compiled(Server server, String url, long modified) {
    Chance chance = Chance.of(server.identity.index(), url);
    String name = url.substring(url.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    server.file(
        null,
        Layout.COMPILED + "root/5a0e51a0/0000510a/" + name + "." + chance.hex(8) + ".compiled",
        Scripts.compiled(url, "App_Web_" + chance.letters(8), chance.hex(16)),
        modified);
  }

  private static void configuration(Server server, long installed) {
    long changed = Math.max(installed, server.config.modifiedMillis);
    server.file(null, Layout.APPLICATION_HOST, Configs.applicationHost(server), changed);
    LocalDate keyDay = server.keys.changedOn;
    if (keyDay != null) {
      long at = keyDay.toEpochDay() * WebLogs.DAY_MILLIS + 68_400_000L;
      server.file(null, Layout.WEB_CONFIG, Configs.webConfig(server), at);
    }
    long patched = server.build.patchedOn.toEpochDay() * WebLogs.DAY_MILLIS + 79_200_000L;
    server.file(null, Layout.BUILD_INFO, Configs.buildInfo(server), patched);
  }

  private static void day(Server server, long midnight, boolean working, Chance chance) {
    long morning = midnight + 28_000_000L;
    server.event(
        null,
        EventLine.process(
            morning + chance.below(9_000_000),
            HostScenes.COMPILER,
            "\"" + HostScenes.COMPILER + "\" /t:library /utf8output",
            HostScenes.WORKER,
            HostScenes.pool(server)),
        "");
    server.event(
        null,
        EventLine.created(
            morning + chance.below(9_000_000),
            "C:\\Windows\\System32\\svchost.exe",
            "svchost.exe -k netsvcs",
            "C:\\Windows\\System32\\services.exe"),
        "");
    if (server.exchange()) {
      exchange(server, morning, working, chance);
    } else {
      sharePoint(server, morning, working, chance);
    }
  }

  private static void exchange(Server server, long morning, boolean working, Chance chance) {
    if (!working) {
      return;
    }
    long at = morning + chance.below(20_000_000);
    server.event(
        null,
        EventLine.cmdlet(at, "Set-Mailbox", "-Identity \"user0012\" -MaxSendSize \"25 MB\""),
        "");
    server.line(
        Layout.ECP_LOGS + "ECPServer%d-1.LOG",
        null,
        at + 5_000,
        ProxyLogonScenes.ecp(server, at + 5_000, "Set-Mailbox.MaxSendSize='25 MB'"),
        "");
    server.line(
        Layout.OAB_LOGS + "OABGenerator%d-1.LOG",
        null,
        at + 9_000,
        Instant.ofEpochMilli(at + 9_000)
            + ","
            + server.computer()
            + ",Information,\"Generation finished\"",
        "");
  }

  /** Web parts edited, and a crawler whose page state is too old. */
  private static void sharePoint(Server server, long morning, boolean working, Chance chance) {
    String crawler = "10." + (16 + server.identity.index() % 200) + ".0.7";
    server.event(
        null,
        ViewStateScenes.failed(
            server,
            morning + chance.below(30_000_000),
            crawler,
            "/sites/site003/SitePages/Home.aspx"),
        "");
    for (int i = 0; working && i < 1 + chance.below(3); i++) {
      long at = morning + chance.below(24_000_000);
      ToolShellScenes.edit(server, null, at, chance.between(14_000, 70_000), chance.chance(0.4));
    }
  }
}
