package org.bellbuoy.server.simulate;

import java.io.IOException;
import java.util.List;

/** Users, crawler, office programs, integrations, monitors and strangers at a SharePoint server. */
final class SharePointTraffic implements Traffic {
  /** Pages every SharePoint has, with how they are asked for. */
  static final List<String> STOCK =
      List.of(
          "start.aspx",
          "viewlsts.aspx",
          "settings.aspx",
          "user.aspx",
          "people.aspx",
          "upload.aspx",
          "listedit.aspx",
          "AccessDenied.aspx",
          "Authenticate.aspx",
          "SignOut.aspx",
          "help.aspx",
          "versions.aspx",
          "osssearchresults.aspx",
          "ToolPane.aspx",
          "storman.aspx");

  private static final List<String> RESOURCES =
      List.of(
          "/_layouts/15/init.js",
          "/_layouts/15/core.js",
          "/_layouts/15/sp.js",
          "/_layouts/15/1033/styles/Themable/corev15.css",
          "/_layouts/15/images/spcommon.png",
          "/_layouts/15/1033/initstrings.js",
          "/_layouts/15/sp.runtime.js",
          "/Style%20Library/logo.png",
          "/_layouts/15/MicrosoftAjax.js",
          "/_layouts/15/blank.js",
          "/ScriptResource.axd",
          "/WebResource.axd",
          "/_catalogs/theme/Themed/sim/theme.css");

  private final Chance chance;
  private final Visitor[] visitors;
  private final byte[][] pages;
  private final byte[][] pageUrls;
  private final byte[][] documents;
  private final byte[][] lists;
  private final byte[][] stock;
  private final byte[][] solution;
  private final byte[][] resources = all(RESOURCES);
  private final byte[][] revisions;
  private final byte[][] probed = all(Agents.PROBED);
  private final byte[][] scanners = all(Agents.SCANNERS);
  private final byte[] signOutPage;
  private final byte[] monitor;
  private final byte[] monitored = Row.bytes("/_layouts/15/SimHealth/Probe.aspx");
  private final byte[] process = Row.bytes("/_vti_bin/client.svc/ProcessQuery");
  private final byte[] intake = Row.bytes("/_vti_bin/SimInvoice/Intake.asmx");
  private final Visitor crawler;
  private final Visitor service;
  private final int solutionDay;
  private final Row row = new Row();

  SharePointTraffic(Server server, FarmScenario scenario, Chance chance) {
    this.chance = chance;
    this.visitors = Visitor.of(server, scenario.requestsPerDay(), chance);
    int sites = (int) Math.min(400, 6 + scenario.requestsPerDay() / 400);
    int pageCount = sites * 8;
    String base = "https://" + server.host();
    pages = new byte[pageCount][];
    pageUrls = new byte[pageCount][];
    documents = new byte[pageCount * 12][];
    lists = new byte[sites][];
    for (int i = 0; i < pageCount; i++) {
      String site = "/sites/site" + "%03d".formatted(i % sites);
      String page = i < sites ? "/SitePages/Home.aspx" : "/SitePages/Page" + i / sites + ".aspx";
      pages[i] = Row.bytes(site + page);
      pageUrls[i] = Row.bytes(base + site + page);
    }
    List<String> kinds = List.of(".docx", ".xlsx", ".pptx", ".pdf", ".png");
    for (int i = 0; i < documents.length; i++) {
      String site = "/sites/site" + "%03d".formatted(chance.below(sites));
      documents[i] = Row.bytes(site + "/Shared%20Documents/Simulated%20" + i + chance.pick(kinds));
    }
    for (int i = 0; i < sites; i++) {
      String site = "/sites/site" + "%03d".formatted(i);
      lists[i] = Row.bytes(site + "/_api/web/lists/getbytitle('Tasks')/items");
    }
    stock = new byte[STOCK.size() - 2][];
    for (int i = 0; i < stock.length; i++) {
      stock[i] = Row.bytes("/_layouts/15/" + STOCK.get(i));
    }
    solution =
        all(
            List.of(
                "/_layouts/15/SimTravel/Request.aspx",
                "/_layouts/15/SimTravel/Approve.aspx",
                "/_layouts/15/SimTravel/Report.ashx"));
    revisions = new byte[40][];
    for (int i = 0; i < revisions.length; i++) {
      revisions[i] = Row.bytes("rev=" + chance.letters(16));
    }
    signOutPage = Row.bytes(base + "/_layouts/15/SignOut.aspx");
    int net = 16 + server.identity.index() % 200;
    monitor = Row.bytes("10." + net + ".0.9");
    crawler = new Visitor(server.account("svc-crawl"), "", "10." + net + ".0.7", Agents.CRAWLER);
    service = new Visitor(server.account("svc-invoice"), "", "10." + net + ".0.8", Agents.SOAP);
    solutionDay = scenario.days() / 2;
  }

  private static byte[][] all(List<String> texts) {
    return texts.stream().map(t -> Row.bytes(t.replace(' ', '+'))).toArray(byte[][]::new);
  }

  private void clear() {
    row.method = Row.GET;
    row.query = Row.NONE;
    row.referer = Row.NONE;
    row.status(200);
    row.sent = chance.tailed(900, 200_000);
    row.received = 400 + chance.below(900);
    row.taken = chance.tailed(3, 2_500);
  }

  private void as(Visitor visitor) {
    row.user = visitor.user;
    row.client = visitor.client;
    row.agent = visitor.agent;
  }

  @Override
  public int visit(int day, int millis, boolean working, Sink sink) throws IOException {
    clear();
    int turn = chance.below(1000);
    if (turn < (working ? 12 : 60)) {
      return scan(millis, sink);
    }
    if (turn < (working ? 60 : 420)) {
      as(crawler);
      row.stem = chance.chance(0.5) ? pages[chance.below(pages.length)] : document();
      row.status(chance.chance(0.7) ? 200 : 304);
      return one(millis, sink);
    }
    if (turn < (working ? 70 : 480)) {
      as(service);
      row.method = Row.POST;
      row.stem = intake;
      row.received = chance.tailed(900, 30_000);
      return one(millis, sink);
    }
    Visitor visitor = visitors[chance.heavy(visitors.length)];
    as(visitor);
    if (turn < 500) {
      return page(millis, visitor, sink);
    }
    row.referer = pageUrls[chance.heavy(pageUrls.length)];
    if (turn < 600) {
      row.stem = document();
      row.status(chance.chance(0.85) ? 200 : 304);
    } else if (turn < 740) {
      row.method = Row.POST;
      row.stem = process;
      row.received = chance.tailed(600, 9_000);
    } else if (turn < 860) {
      row.stem = lists[chance.heavy(lists.length)];
      row.query = revisions[chance.below(revisions.length)];
    } else if (turn < 960) {
      row.stem = stock[chance.heavy(stock.length)];
      row.method = chance.chance(0.3) ? Row.POST : Row.GET;
      if (chance.chance(0.02)) {
        row.status(chance.chance(0.5) ? 302 : 500);
      }
    } else if (turn < 963) {
      row.stem = Row.bytes("/_layouts/15/start.aspx");
      row.referer = signOutPage; // a user who signs in again
    } else if (day >= solutionDay) {
      row.stem = solution[chance.heavy(solution.length)];
      row.method = chance.chance(0.5) ? Row.POST : Row.GET;
    } else {
      row.stem = pages[chance.heavy(pages.length)];
    }
    return one(millis, sink);
  }

  private byte[] document() {
    return documents[chance.heavy(documents.length)];
  }

  private int one(int millis, Sink sink) throws IOException {
    sink.put(millis, row, null);
    return 1;
  }

  /** A page and what it needs; first the two refusals of a Windows sign-in, now and then. */
  private int page(int millis, Visitor visitor, Sink sink) throws IOException {
    int sent = 0;
    byte[] url = pageUrls[chance.heavy(pageUrls.length)];
    int index = chance.heavy(pages.length);
    row.stem = pages[index];
    row.referer = chance.chance(0.6) ? url : Row.NONE;
    if (chance.chance(0.2)) {
      row.user = Row.NONE;
      row.status = 401;
      row.substatus = 2;
      row.win32 = 5;
      sent += one(millis, sink);
      row.user = visitor.user;
    }
    row.status(200);
    sent += one(millis, sink);
    row.referer = pageUrls[index];
    int more = chance.below(7);
    for (int i = 0; i < more; i++) {
      row.stem = resources[chance.heavy(resources.length)];
      row.query = revisions[chance.heavy(revisions.length)];
      row.status(chance.chance(0.4) ? 304 : 200);
      row.sent = row.status == 304 ? 142 : chance.tailed(300, 90_000);
      row.taken = chance.tailed(1, 120);
      sent += one(millis, sink);
    }
    return sent;
  }

  private int scan(int millis, Sink sink) throws IOException {
    row.user = Row.NONE;
    row.client = Row.bytes(Agents.stranger(chance));
    row.agent = scanners[chance.heavy(scanners.length)];
    int count = 1 + chance.below(5);
    for (int i = 0; i < count; i++) {
      // Half of what strangers ask for is asked for once only, as in recorded internet noise.
      row.stem =
          chance.chance(0.5)
              ? probed[chance.heavy(probed.length)]
              : Row.bytes("/" + chance.letters(3 + chance.below(6)) + ".aspx");
      row.method = chance.chance(0.12) ? Row.POST : Row.GET;
      row.status(chance.chance(0.9) ? 404 : 403);
      row.sent = 1_400;
      sink.put(millis, row, null);
    }
    return count;
  }

  @Override
  public void round(int day, int millis, Sink sink) throws IOException {
    clear();
    row.method = Row.POST;
    row.stem = monitored;
    row.user = Row.NONE;
    row.client = monitor;
    row.agent = Row.NONE;
    row.sent = 412;
    row.received = 190;
    row.taken = 4 + chance.below(20);
    sink.put(millis, row, null);
  }
}
