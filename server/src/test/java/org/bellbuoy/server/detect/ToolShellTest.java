package org.bellbuoy.server.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.bellbuoy.server.page.LogRows;
import org.bellbuoy.server.page.PageTable;
import org.junit.jupiter.api.Test;

class ToolShellTest {
  private static final String BROWSER = "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+Firefox/120.0";

  private static String line(
      String time,
      String method,
      String stem,
      String query,
      String user,
      String client,
      String referer,
      int status,
      int sent,
      int received) {
    return String.join(
            " ",
            "2025-07-18",
            time,
            "10.0.0.5",
            method,
            stem,
            query,
            "443",
            user,
            client,
            BROWSER,
            referer,
            "" + status,
            "" + sent,
            "" + received,
            "31")
        + "\n";
  }

  private static String entry(String stem, String query, String referer, int status) {
    return Facts.FIELDS
        + line("18:06:29", "POST", stem, query, "-", "203.0.113.9", referer, status, 900, 7699);
  }

  @Test
  void theSevenRowsHaveTheStatesThatTheirProvenanceNames() throws IOException {
    List<ServerFact> facts =
        Facts.toolShell(LogRows.content("iis-attack/SYNTHETIC_toolshell_shape.log"));
    String all = Facts.text(facts);
    List<ServerFact> first =
        Facts.of(Facts.of(facts, "client", "203.0.113.9"), "technique", "tool-pane-entry");
    assertEquals(1, first.size(), all);
    assertEquals(EntryState.SUCCEEDED, first.getFirst().state(), all);
    assertEquals(Strength.STRONG, first.getFirst().strength());
    // rows 1, 2 and 3: probe, entry, fetch
    assertEquals(List.of(5L, 6L, 7L), first.getFirst().traces().stream().map(Trace::line).toList());

    List<ServerFact> chain = Facts.of(facts, "technique", "new-page-after-entry");
    assertEquals(1, chain.size(), all);
    assertEquals("/_layouts/15/spinstall0.aspx", chain.getFirst().about().get("path"));
    assertEquals(EntryState.PERSISTED, chain.getFirst().state());

    List<ServerFact> variant = Facts.of(facts, "client", "198.51.100.7");
    assertEquals(1, variant.size(), all);
    assertEquals(EntryState.SUCCEEDED, variant.getFirst().state());
    assertEquals(8, variant.getFirst().traces().getFirst().line());

    List<ServerFact> refused = Facts.of(facts, "client", "192.0.2.44");
    assertEquals(1, refused.size(), all);
    assertEquals(EntryState.BLOCKED, refused.getFirst().state());
    assertEquals(9, refused.getFirst().traces().getFirst().line());

    assertEquals(List.of(), Facts.of(facts, "client", "10.1.4.20"), all);
  }

  @Test
  void otherServersHaveNoFact() throws IOException {
    for (String log :
        List.of(
            "iis-benign-waikolai",
            "iis-internet-noise-webknowit",
            "apache-benign/apache_logs",
            "apache-scan/acunetix.txt",
            "apache-scan/w3af.txt",
            "iis-attack/Tunna_rdp_tunnel_IIS.log")) {
      assertEquals(List.of(), Facts.toolShell(LogRows.content(log)), log);
    }
  }

  @Test
  void everySpellingOfTheEntryIsFoundAndNoEditIs() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      String stem =
          spelled(random, "/_layouts/" + (14 + random.nextInt(3)) + "/ToolPane.aspx", true);
      stem = (random.nextBoolean() ? "/sites/team" : "") + stem;
      String query = spelled(random, "DisplayMode=Edit", false);
      if (random.nextBoolean()) {
        query += "&" + (char) ('a' + random.nextInt(26)) + "oo=/ToolPane.aspx";
      } else if (random.nextBoolean()) {
        query = "a=/ToolPane.aspx&" + query;
      }
      String host = List.of("", "https://sp.example.test", "http://X:8443").get(random.nextInt(3));
      String version = List.of("", "14/", "15/", "16/").get(random.nextInt(4));
      String referer = host + spelled(random, "/_layouts/" + version + "SignOut.aspx", true);
      if (random.nextInt(4) == 0) {
        referer += "?x=1";
      }
      int status = List.of(200, 302, 401, 403, 404, 500).get(random.nextInt(6));
      EntryState expected =
          status < 400
              ? EntryState.SUCCEEDED
              : status == 401 || status == 403 ? EntryState.BLOCKED : EntryState.ATTEMPTED;

      List<ServerFact> facts = Facts.toolShell(entry(stem, query, referer, status));
      assertEquals(1, facts.size(), stem + " " + query + " " + referer);
      assertEquals(expected, facts.getFirst().state(), stem + " " + referer);
      assertEquals(Strength.STRONG, facts.getFirst().strength());

      List<ServerFact> bare = Facts.toolShell(entry(stem, query, "-", status));
      assertEquals(1, bare.size(), stem + " " + query);
      assertEquals(expected, bare.getFirst().state());
      assertEquals(Strength.MEDIUM, bare.getFirst().strength());

      String edit =
          Facts.FIELDS
              + line(
                  "09:00:00", "POST", stem, query, "-", "10.1.4.20", host + "/p.aspx", 401, 1, 900)
              + line(
                  "09:00:01", "POST", stem, query, "C\\d", "10.1.4.20", host + "/p.aspx", 200, 9, 9)
              + line("09:00:02", "GET", stem, query, "C\\d", "10.1.4.20", "-", 200, 9, 9);
      assertEquals(List.of(), Facts.toolShell(edit), stem);
    }
  }

  private static String spelled(Random random, String text, boolean path) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (path && c == '/' && random.nextInt(6) == 0) {
        out.append(
            List.of("//", "\\", "/./", "/x/../", "%2f", ";v=1/")
                .get(out.isEmpty() ? 0 : random.nextInt(6)));
      } else if (random.nextInt(12) == 0) {
        out.append(String.format(Locale.ROOT, "%%%02x", (int) c));
      } else {
        out.append(random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c));
      }
    }
    if (path && random.nextInt(3) == 0) {
      out.append(List.of("/", "//", ";x", ";a=b/", "/more").get(random.nextInt(5)));
    }
    return out.toString();
  }

  @Test
  void withoutARefererColumnItCannotBeTold() {
    String log =
        "#Fields: date time cs-method cs-uri-stem cs-uri-query cs-username c-ip sc-status\n"
            + "2025-07-18 18:06:29 POST /_layouts/15/ToolPane.aspx DisplayMode=Edit - 203.0.113.9 200\n";
    ServerFact fact = Facts.toolShell(log).getFirst();
    assertEquals(EntryState.CANNOT_TELL, fact.state());
    assertTrue(fact.reasons().stream().anyMatch(r -> r.code().startsWith("why-cannot-tell")));

    String refused = log.replace(" 200\n", " 401\n");
    assertEquals(EntryState.BLOCKED, Facts.toolShell(refused).getFirst().state());

    String shell = log + "2025-07-18 18:07:29 GET /_layouts/15/qjx.aspx - - 203.0.113.9 200\n";
    assertEquals(EntryState.SUCCEEDED, Facts.toolShell(shell).getFirst().state());
  }

  @Test
  void anEntryWithoutANewPageIsToldAsKeyTheft() {
    String log =
        Facts.FIELDS
            + line(
                "18:06:29",
                "POST",
                "/_layouts/15/ToolPane.aspx",
                "DisplayMode=Edit",
                "-",
                "203.0.113.9",
                "/_layouts/SignOut.aspx",
                200,
                24_000,
                13_373);
    ServerFact fact = Facts.toolShell(log).getFirst();
    assertEquals("key-theft-without-file", fact.about().get("technique"));
    assertTrue(
        fact.reasons().stream()
            .anyMatch(
                r ->
                    r.code().equals("large-answer")
                        && Double.valueOf(24_000).equals(r.measured())));
    assertTrue(fact.reasons().stream().anyMatch(r -> r.code().equals("innocent-scanner")));
  }

  @Test
  void aNewPageOfAnybodyWithinADayBelongsToTheEntryAndALaterOneDoesNot() {
    String entry =
        line(
            "18:06:29",
            "POST",
            "/_layouts/15/ToolPane.aspx",
            "DisplayMode=Edit",
            "-",
            "203.0.113.9",
            "/_layouts/SignOut.aspx",
            302,
            0,
            7_699);
    String fetch =
        line(
            "17:00:00",
            "GET",
            "/_layouts/16/abc.ashx",
            "-",
            "-",
            "198.51.100.1",
            "-",
            200,
            160,
            10);
    String old =
        line("01:00:00", "GET", "/_layouts/16/abc.ashx", "-", "-", "10.0.0.1", "-", 200, 1, 1);
    List<ServerFact> facts =
        Facts.toolShell(Facts.FIELDS + entry + fetch.replace("07-18", "07-19"));
    assertEquals(1, Facts.of(facts, "path", "/_layouts/16/abc.ashx").size(), Facts.text(facts));
    assertEquals(
        List.of(),
        Facts.of(
            Facts.toolShell(Facts.FIELDS + entry + fetch.replace("07-18", "07-20")),
            "technique",
            "new-page-after-entry"));
    assertEquals(
        List.of(),
        Facts.of(
            Facts.toolShell(Facts.FIELDS + old + entry + fetch.replace("07-18", "07-19")),
            "technique",
            "new-page-after-entry"));
  }

  @Test
  void aShellNameThatIsNotThereIsOnlyAnAttempt() {
    String log =
        Facts.FIELDS
            + line(
                "10:00:00",
                "GET",
                "/_layouts/15/spinstall0.aspx",
                "-",
                "-",
                "192.0.2.1",
                "-",
                404,
                1,
                1);
    ServerFact fact = Facts.toolShell(log).getFirst();
    assertEquals(EntryState.ATTEMPTED, fact.state());
    assertEquals(Strength.WEAK, fact.strength());
    assertEquals(
        EntryState.PERSISTED, Facts.toolShell(log.replace(" 404 ", " 200 ")).getFirst().state());
  }

  @Test
  void postedViewStateIsStrongOnlyBesideTheEvent() {
    String log =
        Facts.FIELDS
            + line(
                "10:00:00",
                "POST",
                "/_layouts/15/SignOut.aspx",
                "-",
                "-",
                "192.0.2.1",
                "-",
                500,
                900,
                6_000);
    List<ServerFact> alone = Facts.toolShell(LogRows.rows(log), Set.of());
    assertEquals(EntryState.ATTEMPTED, alone.getFirst().state());
    assertEquals(Strength.MEDIUM, alone.getFirst().strength());
    List<ServerFact> joined = Facts.toolShell(LogRows.rows(log), Set.of("192.0.2.1"));
    assertEquals(EntryState.SUCCEEDED, joined.getFirst().state());
    assertEquals(Strength.STRONG, joined.getFirst().strength());
    assertEquals(List.of(), Facts.toolShell(log.replace(" 6000 ", " 600 ")));
  }

  private static String without(String log, String column) {
    List<String> names = List.of(Facts.FIELDS.strip().substring(9).split(" "));
    int at = names.indexOf(column);
    StringBuilder out = new StringBuilder();
    for (String line : log.lines().toList()) {
      boolean header = line.startsWith("#Fields: ");
      List<String> cells =
          new java.util.ArrayList<>(List.of((header ? line.substring(9) : line).split(" ")));
      cells.remove(at);
      out.append(header ? "#Fields: " : "").append(String.join(" ", cells)).append('\n');
    }
    return out.toString();
  }

  @Test
  void whatAnEntryShowsInIsMissedAsCannotTellAndNotAsNothing() {
    String path = "/_layouts/15/ToolPane.aspx";
    String anonymous = entry(path, "DisplayMode=Edit", "-", 200);
    String signOut = entry(path, "DisplayMode=Edit", "/_layouts/SignOut.aspx", 200);
    for (String log :
        List.of(
            without(anonymous, "cs-method"),
            without(signOut, "cs-method"),
            without(anonymous, "cs-uri-query"),
            without(anonymous, "cs(Referer)"),
            without(anonymous, "sc-status"))) {
      List<ServerFact> facts = Facts.toolShell(log);
      assertEquals(1, facts.size(), log);
      assertEquals(EntryState.CANNOT_TELL, facts.getFirst().state(), log);
    }
    assertEquals(
        EntryState.SUCCEEDED, Facts.toolShell(without(signOut, "time-taken")).getFirst().state());
  }

  @Test
  void anEntryThatMayHaveBeenAnEditAccusesNoOthersPage() {
    String log =
        entry("/_layouts/15/ToolPane.aspx", "DisplayMode=Edit", "-", 200)
            + line(
                "19:00:00", "GET", "/_layouts/15/own.aspx", "-", "-", "10.0.0.8", "-", 200, 1, 1);
    assertEquals(
        List.of(),
        Facts.of(
            Facts.toolShell(without(log, "cs(Referer)")), "technique", "new-page-after-entry"));
    assertEquals(1, Facts.of(Facts.toolShell(log), "technique", "new-page-after-entry").size());
  }

  @Test
  void viewStateToAnyPageIsToldOnceAnEventNamesItsClient() {
    String log =
        Facts.FIELDS
            + line(
                "10:00:00",
                "POST",
                "/sites/a/Pages/home.aspx",
                "-",
                "-",
                "203.0.113.9",
                "-",
                500,
                1,
                9000);
    ToolShell toolShell = new ToolShell(ToolShellOptions.defaults());
    LogRows.read(log, toolShell::row);
    PageTable pages = new PageTable();
    assertEquals(List.of(), toolShell.facts(pages, Set.of(), Set.of()));
    Set<String> client = Set.of("203.0.113.9");
    assertEquals(EntryState.SUCCEEDED, toolShell.facts(pages, client, Set.of()).getFirst().state());
    assertEquals(EntryState.BLOCKED, toolShell.facts(pages, Set.of(), client).getFirst().state());
  }
}
