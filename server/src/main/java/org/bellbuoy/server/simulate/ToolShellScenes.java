package org.bellbuoy.server.simulate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entry through ToolPane.aspx, what follows, and the administrators who use the same page. */
final class ToolShellScenes {
  /** How the path is written: each is the same page to the server. */
  static final List<String> PATHS =
      List.of(
          "/_layouts/15/ToolPane.aspx",
          "/_layouts/16/ToolPane.aspx",
          "/_layouts/15/toolpane.aspx/",
          "/_LAYOUTS/15/TOOLPANE.ASPX",
          "/_layouts/15//ToolPane.aspx",
          "/_layouts/15/ToolPane.aspx;x",
          "/_layouts/15/%54oolPane.aspx",
          "/sites/site001/_layouts/15/ToolPane.aspx",
          "/_layouts/14/ToolPane.aspx");

  /** The second parameter may have any name. */
  static final List<String> QUERIES =
      List.of(
          "DisplayMode=Edit&a=/ToolPane.aspx",
          "DisplayMode=Edit&foo=/ToolPane.aspx",
          "displaymode=edit&x1=/toolpane.aspx",
          "q=/ToolPane.aspx&DisplayMode=Edit",
          "DisplayMode=%45dit&a=%2FToolPane.aspx");

  /** {@code %h} is the server; the last has none, which is weaker. */
  static final List<String> REFERERS =
      List.of(
          "/_layouts/SignOut.aspx",
          "https://%h/_layouts/SignOut.aspx",
          "/_layouts/15/SignOut.aspx",
          "https://%h/_layouts/16/signout.aspx",
          "http://elsewhere.example.test/_layouts/14/SIGNOUT.ASPX",
          "/_LAYOUTS/15/SignOut.aspx?x=1",
          "https://%h/sites/site001/_layouts/15/SignOut.aspx",
          "-");

  private static final List<String> PAGES =
      List.of(
          "spinstall0.aspx",
          "spinstallb.aspx",
          "ghostfile12.aspx",
          "debug_dev.js",
          "info.js",
          "%r.aspx",
          "images/%r.aspx",
          "%r.ashx",
          "%r.asmx",
          "1033/%r.aspx");

  private static final List<Long> DELAYS_MILLIS = List.of(4_000L, 95_000L, 2_400_000L, 72_000_000L);

  private ToolShellScenes() {}

  static void entry(Stage stage, Act act, Chance chance) {
    if (act.benign()) {
      edit(stage, act, chance, 24_000);
      return;
    }
    long at = stage.moment(act, chance);
    String client = Agents.attacker(chance);
    Row post = post(act, act.variant(), client, chance);
    switch (act.state()) {
      case BLOCKED -> post.status(chance.chance(0.7) ? 401 : 403).bytes(1_293, 7_699).taken(9);
      case ATTEMPTED -> post.status(chance.chance(0.5) ? 404 : 500).bytes(1_840, 7_699).taken(40);
      default -> post.status(chance.chance(0.5) ? 200 : 302).bytes(3_120, 7_699).taken(707);
    }
    probe(act, at - 28_000, client, chance);
    act.client(client).note("POST to ToolPane.aspx answered " + post.status);
    if (act.state() == ActState.CANNOT_TELL) {
      act.note("the log has no referer column");
    }
    act.server().request(act, at, post);
  }

  private static Row post(Act act, int variant, String client, Chance chance) {
    String path = PATHS.get(variant % PATHS.size());
    String query = QUERIES.get(variant / 9 % QUERIES.size());
    String referer =
        REFERERS.get(variant / 45 % REFERERS.size()).replace("%h", act.server().host());
    String agent = chance.pick(Agents.ATTACKERS);
    return Row.post(path, query).by(client, agent, referer);
  }

  private static void probe(Act act, long at, String client, Chance chance) {
    if (chance.chance(0.6)) {
      Row probe = Row.get("/_layouts/15/start.aspx", "-").by(client, Agents.FIREFOX_120, "-");
      act.server().request(act, at, probe.status(act.state() == ActState.BLOCKED ? 401 : 200));
    }
  }

  /** An administrator edits a web part: an account, a page of the same site before. */
  static void edit(Stage stage, Act act, Chance chance, int sent) {
    long at = stage.working(act.server(), chance);
    act.client(designer(act.server())).note("an administrator edits web parts");
    edit(act.server(), act, at, sent, act.variant() % 3 == 2);
  }

  static String designer(Server server) {
    return "10." + (16 + server.identity.index() % 200) + ".0.20";
  }

  /** With a Windows sign-in the first request is refused and has no account. */
  static void edit(Server server, @Nullable Act act, long at, int sent, boolean signIn) {
    String referer = "https://" + server.host() + "/sites/site002/SitePages/Home.aspx";
    String path = "/sites/site002/_layouts/15/ToolPane.aspx";
    String query = "DisplayMode=Edit&ToolPaneView=2";
    String client = designer(server);
    String agent = Agents.BROWSERS.get(1);
    if (signIn) {
      server.request(
          act,
          at - 40,
          Row.post(path, query).by(client, agent, referer).status(401).bytes(1_293, 900).taken(3));
    }
    Row row = Row.post(path, query).by(client, agent, referer).user(server.account("designer"));
    server.request(act, at, row.bytes(sent, 5_400).taken(180));
    server.request(
        act,
        at + 61_000,
        Row.get("/_layouts/15/SignOut.aspx", "-")
            .by(client, agent, referer)
            .user(server.account("designer")));
  }

  static void chain(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    if (act.benign()) {
      edit(stage, act, chance, 21_000);
      Solutions.deploy(stage, act, "SimLeave" + act.group(), stage.working(server, chance), chance);
      return;
    }
    String client = Agents.attacker(chance);
    long delay = DELAYS_MILLIS.get(act.variant() % DELAYS_MILLIS.size());
    long at = stage.early(server, chance);
    for (int i = 0; i < 50 && !stage.clear(server, at + delay); i++) {
      at = stage.early(server, chance);
    }
    probe(act, at - 28_000, client, chance);
    Row post = post(act, chance.below(360), client, chance).status(302).bytes(980, 7_699);
    server.request(act, at, post.taken(707));
    String name =
        PAGES
            .get(act.variant() / DELAYS_MILLIS.size() % PAGES.size())
            .replace("%r", "w" + chance.letters(6));
    String fetcher = act.variant() % 2 == 0 ? client : Agents.attacker(chance);
    String referer = act.variant() % 3 == 0 ? "/_layouts/SignOut.aspx" : "-";
    String agent = new String(post.agent, StandardCharsets.UTF_8);
    long fetched = stage.clear(server, at + delay) ? at + delay : at + 4_000;
    server.request(
        act,
        fetched,
        Row.get("/_layouts/15/" + name, "-").by(fetcher, agent, referer).bytes(1_120, 310));
    String path = Layout.LAYOUTS + name;
    server.file(act, path, Scripts.keyReader("reader", chance.letters(20)), at + 1_000);
    server.event(
        act,
        EventLine.fileCreated(
            at + 1_000,
            "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
            Layout.windows(path)),
        name.substring(name.lastIndexOf('/') + 1));
    act.client(client).note("entry, and " + name + " fetched " + delay / 1000 + " s later");
    if (!fetcher.equals(client)) {
      act.note("fetched by another client, " + fetcher);
    }
  }

  static void theft(Stage stage, Act act, Chance chance) {
    if (act.benign()) {
      edit(stage, act, chance, 61_000);
      return;
    }
    String client = Agents.attacker(chance);
    Row post = post(act, chance.below(315), client, chance).status(200);
    post.bytes(chance.between(48_000, 96_000), 10_117).taken(1_900);
    act.client(client).note("keys in the answer; nothing was written to disk");
    act.server().request(act, stage.moment(act, chance), post);
  }
}
