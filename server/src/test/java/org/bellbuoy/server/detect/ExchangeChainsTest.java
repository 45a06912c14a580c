package org.bellbuoy.server.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.LogRows;
import org.junit.jupiter.api.Test;

class ExchangeChainsTest {
  private static String line(
      String method, String stem, String query, String user, String agent, int status) {
    return Facts.FIELDS
        + String.join(
            " ",
            "2021-03-03",
            "04:05:06",
            "10.0.0.5",
            method,
            stem,
            query,
            "443",
            user,
            "203.0.113.9",
            agent,
            "-",
            "" + status,
            "900",
            "700",
            "31")
        + "\n";
  }

  private static void assertFact(
      String rule,
      EntryState state,
      String method,
      String stem,
      String query,
      String user,
      int status) {
    List<ServerFact> facts = Facts.exchange(line(method, stem, query, user, "python", status));
    assertEquals(1, facts.size(), stem + "?" + query + "\n" + Facts.text(facts));
    assertEquals(rule, facts.getFirst().rule(), stem);
    assertEquals(state, facts.getFirst().state(), stem + " " + status);
  }

  private static void assertSilent(
      String method, String stem, String query, String user, String agent, int status) {
    List<ServerFact> facts = Facts.exchange(line(method, stem, query, user, agent, status));
    assertEquals(List.of(), facts, stem + "?" + query);
  }

  @Test
  void publicRowsAreToldAsTheirLabelsSay() throws IOException {
    String csv =
        Files.readString(
            LogRows.shared("exchange/httpproxy_public_rows.csv"), StandardCharsets.UTF_8);
    String header = "";
    int told = 0;
    for (String line : csv.lines().toList()) {
      if (line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("label,")) {
        header = line + "\n";
        continue;
      }
      List<ServerFact> facts = Facts.exchange(header + line + "\n");
      String label = line.substring(0, line.indexOf(','));
      switch (label) {
        case "attack-proxylogon-probe" -> {
          assertEquals(EntryState.ATTEMPTED, facts.getFirst().state(), line);
          assertEquals(Strength.WEAK, facts.getFirst().strength());
          told++;
        }
        case "attack-proxylogon" -> {
          // the posted rows have no status
          assertEquals(EntryState.CANNOT_TELL, facts.getFirst().state(), line);
          assertEquals(Strength.STRONG, facts.getFirst().strength());
          assertEquals("server.proxylogon", facts.getFirst().rule());
          told++;
        }
        default -> assertEquals(List.of(), facts, line);
      }
    }
    assertEquals(5, told);
  }

  @Test
  void eachChainHasTheStateOfItsStatus() {
    String auto = "/autodiscover/autodiscover.json";
    assertFact("server.proxylogon", EntryState.SUCCEEDED, "POST", "/ecp/y.js", "-", "-", 200);
    assertFact("server.proxylogon", EntryState.SUCCEEDED, "POST", "/ecp/pRo.js", "-", "-", 241);
    assertFact("server.proxylogon", EntryState.ATTEMPTED, "POST", "/ecp/y.js", "-", "-", 404);
    assertFact("server.proxylogon", EntryState.BLOCKED, "POST", "/ecp/y.js", "-", "-", 403);
    assertFact("server.proxylogon", EntryState.ATTEMPTED, "POST", "/ecp/y.js", "-", "-", 302);
    assertFact(
        "server.owassrf", EntryState.ATTEMPTED, "POST", "/owa/a@b.test/powershell", "-", "-", 302);
    assertFact("server.proxylogon", EntryState.ATTEMPTED, "GET", "/owa/auth/x.js", "-", "-", 500);
    assertFact(
        "server.proxylogon",
        EntryState.SUCCEEDED,
        "POST",
        "/owa/auth/Current/themes/resources/logon.css",
        "-",
        "-",
        200);
    assertFact(
        "server.proxylogon",
        EntryState.SUCCEEDED,
        "POST",
        "/ecp/DDI/DDIService.svc/SetObject",
        "schema=ResetOABVirtualDirectory&msExchEcpCanary=x",
        "CORP\\MX1$",
        200);
    assertFact(
        "server.proxyshell",
        EntryState.SUCCEEDED,
        "POST",
        auto,
        "@evil.test/powershell/?X-Rps-CAT=VgEA&Email=autodiscover/autodiscover.json%3F@evil.test",
        "-",
        200);
    assertFact(
        "server.proxyshell",
        EntryState.BLOCKED,
        "GET",
        auto,
        "a@b.test/mapi/nspi/?&Email=autodiscover/autodiscover.json%3Fa@b.test",
        "-",
        401);
    assertFact(
        "server.proxyshell",
        EntryState.SUCCEEDED,
        "GET",
        auto,
        "a%40b.test/EWS/exchange.asmx",
        "-",
        302);
    assertFact(
        "server.proxynotshell",
        EntryState.SUCCEEDED,
        "POST",
        auto,
        "a@b.test/PowerShell/?x=1",
        "CORP\\u",
        200);
    assertFact(
        "server.owassrf",
        EntryState.SUCCEEDED,
        "POST",
        "/owa/a%40b.test/powershell",
        "-",
        "CORP\\u",
        200);
    assertFact(
        "server.owassrf", EntryState.BLOCKED, "POST", "/owa/a@b.test/powershell", "-", "-", 401);
    assertFact(
        "server.proxytoken",
        EntryState.SUCCEEDED,
        "POST",
        "/ecp/v@b.test/RulesEditor/InboxRules.svc/NewObject",
        "msExchEcpCanary=x",
        "-",
        200);
    assertFact(
        "server.proxytoken",
        EntryState.ATTEMPTED,
        "GET",
        "/ecp/v@b.test/x.slab",
        "SecurityToken=x",
        "-",
        500);
    assertFact(
        "server.exchange-viewstate",
        EntryState.ATTEMPTED,
        "GET",
        "/ecp/default.aspx",
        "__VIEWSTATEGENERATOR=B97B4E27&__VIEWSTATE=%2FwEyhAYAAQAAAP",
        "CORP\\u",
        500);
  }

  @Test
  void variedSpellingIsFound() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      StringBuilder stem = new StringBuilder();
      String path = "/autodiscover/autodiscover.json";
      for (int k = 0; k < path.length(); k++) {
        char c = path.charAt(k);
        stem.append(
            random.nextInt(9) == 0
                ? String.format("%%%02x", (int) c)
                : String.valueOf(random.nextBoolean() ? Character.toUpperCase(c) : c));
      }
      String at = random.nextBoolean() ? "@" : "%40";
      String shell = random.nextBoolean() ? "PowerShell" : "p%6fwershell";
      assertFact(
          "server.proxyshell",
          EntryState.SUCCEEDED,
          "POST",
          stem.toString(),
          "x" + at + "y.test/" + shell + "/?z=1",
          "-",
          200);
    }
  }

  @Test
  void ordinaryUseIsSilent() {
    String auto = "/autodiscover/autodiscover.json";
    assertSilent("GET", auto, "Email=a%40b.test&Protocol=Ews&RedirectCount=1", "-", "Outlook", 200);
    assertSilent("GET", auto + "/v1.0/a@b.test", "Protocol=ActiveSync", "-", "Outlook", 200);
    assertSilent("GET", auto, "Email=a@b.test&Protocol=Powershell", "-", "Teams", 200);
    assertSilent("POST", "/autodiscover/autodiscover.xml", "-", "C\\u", "Outlook", 200);
    assertSilent("GET", "/owa/auth/Current/themes/resources/logon.css", "-", "-", "M", 200);
    assertSilent("POST", "/owa/a@b.test/powershell", "-", "C\\u", "Microsoft+WinRM+Client", 200);
    assertSilent("GET", "/owa/a@b.test/", "-", "C\\u", "M", 200);
    assertSilent(
        "POST", "/ecp/RulesEditor/InboxRules.svc/NewObject", "msExchEcpCanary=x", "C\\u", "M", 200);
    assertSilent(
        "POST",
        "/ecp/DDI/DDIService.svc/SetObject",
        "schema=ResetOABVirtualDirectory",
        "C\\admin",
        "M",
        200);
    assertSilent("GET", "/ecp/15.1.2176.2/scripts/common.js", "-", "C\\u", "M", 200);
    assertSilent("POST", "/ecp/default.aspx", "-", "C\\u", "M", 200);
  }

  private static List<ServerFact> line(LogKind kind, String text) {
    WebRow row = new WebRow();
    row.kind = kind;
    row.bytes = text.getBytes(StandardCharsets.UTF_8);
    row.to = row.bytes.length;
    Arrays.fill(row.start, -1);
    Arrays.fill(row.end, -1);
    ExchangeChains chains = new ExchangeChains();
    chains.row(row);
    return chains.facts();
  }

  @Test
  void linesOfTheControlPanelAndTheAddressBookAreRead() {
    List<ServerFact> facts =
        line(
            LogKind.ECP_SERVER,
            "2021-03-03T04:05:06Z,MX1,ECP.Request,S:TIME=1;S:CMD=Set-OabVirtualDirectory.ExternalUrl="
                + "'http://f/<script runat=\"server\">x</script>'.Identity='a'");
    assertEquals(EntryState.SUCCEEDED, facts.getFirst().state());
    assertEquals(Strength.STRONG, facts.getFirst().strength());
    List<ServerFact> plain =
        line(
            LogKind.ECP_SERVER,
            "2021-03-03T04:05:06Z,MX1,S:CMD=Set-OabVirtualDirectory.ExternalUrl='https://m.test/OAB'");
    assertEquals(Strength.WEAK, plain.getFirst().strength());
    assertTrue(line(LogKind.ECP_SERVER, "2021,MX1,S:CMD=Get-Mailbox").isEmpty());
    String book = "t,Download failed and temporary file \"%s\" needs to be removed";
    assertEquals(1, line(LogKind.OAB_GENERATOR, String.format(book, "C:\\inetpub\\x.aspx")).size());
    assertTrue(
        line(LogKind.OAB_GENERATOR, String.format(book, "C:\\E\\ClientAccess\\OAB\\t\\x"))
            .isEmpty());
  }

  @Test
  void otherServersHaveNoFact() throws IOException {
    for (String log :
        List.of(
            "iis-benign-waikolai",
            "iis-internet-noise-webknowit",
            "apache-benign/apache_logs",
            "apache-scan/w3af.txt",
            "apache-scan/acunetix.txt")) {
      List<ServerFact> facts = Facts.exchange(LogRows.content(log));
      assertTrue(
          facts.stream().noneMatch(f -> f.state().compareTo(EntryState.SUCCEEDED) >= 0),
          log + Facts.text(facts));
    }
  }

  @Test
  void aBackEndOfAutodiscoverIsFoundWhereTheMailStandsInACookie() {
    for (String end :
        List.of("/autodiscover/autodiscover.xml", "/rpc/rpcproxy.dll", "/mapi/nspi")) {
      assertFact(
          "server.proxyshell",
          EntryState.SUCCEEDED,
          "POST",
          "/autodiscover/autodiscover.json",
          "a=x@y.test" + end,
          "-",
          200);
    }
    assertSilent(
        "GET", "/autodiscover/autodiscover.json/v1.0/a@b.test", "Protocol=EWS", "-", "M", 200);
  }

  @Test
  void withoutAMethodWhetherItWasPostedCannotBeTold() {
    String log =
        "#Fields: date time cs-uri-stem cs-uri-query cs-username c-ip sc-status\n"
            + "2021-03-03 04:05:06 /ecp/y.js - - 203.0.113.9 200\n";
    ServerFact fact = Facts.exchange(log).getFirst();
    assertEquals(EntryState.CANNOT_TELL, fact.state());
    assertEquals(
        EntryState.ATTEMPTED, Facts.exchange(log.replace(" 200", " 404")).getFirst().state());
  }
}
