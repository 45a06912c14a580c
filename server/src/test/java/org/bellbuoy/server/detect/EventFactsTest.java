package org.bellbuoy.server.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.bellbuoy.server.event.WindowsEvent;
import org.bellbuoy.server.page.LogRows;
import org.junit.jupiter.api.Test;

class EventFactsTest {
  private static final String SYSMON = "Microsoft-Windows-Sysmon";
  private static final String WORKER = "C:\\Windows\\System32\\inetsrv\\w3wp.exe";

  private static WindowsEvent event(String provider, String channel, int id, String... pairs) {
    Map<String, String> data = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      data.put(pairs[i], pairs[i + 1]);
    }
    return new WindowsEvent(0, 0, 100, 1, 1, 1_000, provider, channel, "MX1", id, 2, data, null);
  }

  private static List<ServerFact> facts(WindowsEvent... events) {
    EventFacts facts = new EventFacts();
    for (WindowsEvent one : events) {
      facts.accept(one);
    }
    return facts.facts();
  }

  private static WindowsEvent process(String parent, String image, String command, String user) {
    return event(
        SYSMON,
        SYSMON + "/Operational",
        1,
        "Image",
        image,
        "CommandLine",
        command,
        "User",
        user,
        "ParentImage",
        parent);
  }

  private static WindowsEvent file(String writer, String target) {
    return event(SYSMON, SYSMON + "/Operational", 11, "Image", writer, "TargetFilename", target);
  }

  private static WindowsEvent connection(String image, String to, String port) {
    return event(
        SYSMON,
        SYSMON + "/Operational",
        3,
        "Image",
        image,
        "Initiated",
        "true",
        "SourceIp",
        "10.0.2.15",
        "DestinationIp",
        to,
        "DestinationPort",
        port);
  }

  static List<WindowsEvent> recorded() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<WindowsEvent> events = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(
            Files.newInputStream(LogRows.shared("exchange/proxylogon_ssrf_rce_poc.zip")))) {
      zip.getNextEntry();
      BufferedReader lines = new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
      long frame = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = json.readTree(line);
        Map<String, String> data = new LinkedHashMap<>();
        node.properties().forEach(p -> data.put(p.getKey(), p.getValue().asText()));
        String message = data.remove("Message");
        events.add(
            new WindowsEvent(
                0,
                0,
                line.length(),
                ++frame,
                -1,
                Instant.parse(node.path("TimeCreated").asText()).toEpochMilli(),
                node.path("SourceName").asText(),
                node.path("Channel").asText(),
                node.path("Hostname").asText(),
                node.path("EventID").asInt(),
                node.path("Level").asInt(),
                data,
                message));
      }
    }
    return events;
  }

  @Test
  void theRecordedRunOnExchangeIsTold() throws IOException {
    EventFacts all = new EventFacts();
    List<WindowsEvent> events = recorded();
    assertEquals(10_487, events.size());
    events.forEach(all::accept);
    List<ServerFact> facts = all.facts();
    String text = Facts.text(facts);

    ServerFact file =
        Facts.of(
                facts,
                "file",
                "C:\\Program Files\\Microsoft\\Exchange Server\\V15\\FrontEnd\\HttpProxy\\owa\\auth"
                    + "\\ohyeah.aspx")
            .getFirst();
    assertEquals(EntryState.PERSISTED, file.state());
    assertEquals(Strength.STRONG, file.strength());
    List<ServerFact> children = Facts.of(facts, "technique", "child-process");
    assertEquals(1, children.size(), text);
    assertEquals(2, children.getFirst().count(), text);
    assertTrue(String.valueOf(children.getFirst().about().get("command")).contains("whoami"));
    assertEquals(1, Facts.of(facts, "technique", "virtual-directory-script").size(), text);
    assertEquals(1, Facts.of(facts, "file", "ohyeah.aspx").size(), text);
    assertTrue(
        facts.stream().allMatch(f -> f.strength() != Strength.STRONG || f.count() <= 2), text);
    assertEquals(4, facts.size(), text);
  }

  @Test
  void factsDoNotDependOnWhereEventsAreCut() throws IOException {
    List<WindowsEvent> events = recorded();
    EventFacts whole = new EventFacts();
    events.forEach(whole::accept);
    Random random = new Random(11);
    for (int i = 0; i < 5; i++) {
      EventFacts merged = new EventFacts();
      int from = 0;
      while (from < events.size()) {
        int to = Math.min(events.size(), from + 1 + random.nextInt(4000));
        EventFacts part = new EventFacts();
        events.subList(from, to).forEach(part::accept);
        merged.merge(part);
        from = to;
      }
      assertEquals(whole.facts(), merged.facts());
    }
  }

  @Test
  void attacksOfTheRecordedEventLogsAreTold() {
    // facts of the four files, as evtxexport 20181227 shows them
    String pool = "IIS APPPOOL\\DefaultAppPool";
    String cmd = "C:\\Windows\\System32\\cmd.exe";
    List<ServerFact> shell =
        facts(
            process(WORKER, cmd, "\"c:\\windows\\system32\\cmd.exe\" /c net user", pool),
            process(cmd, "C:\\Windows\\System32\\net.exe", "net  user", pool),
            process(
                "C:\\Windows\\System32\\net.exe",
                "C:\\Windows\\System32\\net1.exe",
                "C:\\Windows\\system32\\net1  user",
                pool));
    assertEquals(1, Facts.of(shell, "technique", "child-process").size());
    assertEquals(2, Facts.of(shell, "technique", "pool-account-process").size());

    String appcmd = "C:\\Windows\\System32\\inetsrv\\appcmd.exe";
    List<ServerFact> listing =
        facts(
            process(cmd, appcmd, "\"" + appcmd + "\"  list vdir /text:physicalpath", pool),
            process(
                cmd,
                appcmd,
                "\"" + appcmd + "\"  list apppool \"E\" /text:processmodel.password",
                pool));
    ServerFact passwords = Facts.of(listing, "technique", "appcmd-passwords").getFirst();
    assertEquals(pool, passwords.about().get("account"));
    assertTrue(passwords.traces().getFirst().quote().contains("processmodel.password"));
    assertEquals(1, Facts.of(listing, "technique", "appcmd-listing").size());

    List<ServerFact> tunnel =
        facts(
            connection(WORKER, "127.0.0.1", "3389"),
            connection(WORKER, "127.0.0.1", "445"),
            connection("C:\\Windows\\System32\\svchost.exe", "127.0.0.1", "3389"));
    assertEquals(2, Facts.of(tunnel, "technique", "worker-connects").size());

    List<ServerFact> agents =
        facts(
            file(
                "C:\\Program Files (x86)\\Notepad++\\notepad++.exe",
                "E:\\Exchange2016\\TransportRoles\\Shared\\agents.config"));
    assertEquals("transport-agent-config", agents.getFirst().about().get("technique"));
    assertEquals(EntryState.PERSISTED, agents.getFirst().state());
  }

  @Test
  void ordinaryWorkIsSilent() {
    String csc = "C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\csc.exe";
    String wwwroot = "C:\\inetpub\\wwwroot\\app\\";
    assertEquals(
        List.of(),
        facts(
            process(WORKER, csc, "csc.exe /noconfig", "IIS APPPOOL\\x"),
            process(csc, "C:\\W\\cvtres.exe", "cvtres.exe /NOLOGO", "IIS APPPOOL\\x"),
            process(WORKER, "C:\\Windows\\System32\\WerFault.exe", "WerFault -u", "SYSTEM"),
            process("C:\\Windows\\explorer.exe", "C:\\Windows\\System32\\cmd.exe", "cmd", "C\\a"),
            process(
                "C:\\Windows\\System32\\cmd.exe", "C:\\i\\appcmd.exe", "appcmd list site", "C\\a"),
            connection(WORKER, "10.0.0.9", "1433"),
            connection(WORKER, "127.0.0.1", "444"),
            file("C:\\Windows\\System32\\msiexec.exe", wwwroot + "page.aspx"),
            file("C:\\Windows\\explorer.exe", wwwroot + "picture.png"),
            file("C:\\Windows\\System32\\cmd.exe", "C:\\build\\a.aspx"),
            event(
                "MSExchange CmdletLogs",
                "MSExchange Management",
                1,
                "Data1",
                "Set-OabVirtualDirectory",
                "Data2",
                "-ExternalUrl \"https://m.test/OAB\""),
            event(
                "MSExchange CmdletLogs",
                "MSExchange Management",
                1,
                "Data1",
                "New-MailboxExportRequest",
                "Data2",
                "-FilePath \"\\\\nas\\pst\\a.pst\""),
            event(
                "Microsoft-Windows-IIS-Configuration",
                "Microsoft-IIS-Configuration/Operational",
                29,
                "Configuration",
                "/system.webServer/modules/add[@name='WindowsAuthenticationModule']")));
  }

  @Test
  void commandsAndModulesAreTold() {
    String management = "MSExchange Management";
    assertEquals(
        EntryState.PERSISTED,
        facts(
                event(
                    "x",
                    management,
                    1,
                    "Data1",
                    "New-MailboxExportRequest",
                    "Data2",
                    "-FilePath \"\\\\127.0.0.1\\c$\\inetpub\\wwwroot\\aspnet_client\\a.aspx\""))
            .getFirst()
            .state());
    assertEquals(
        EntryState.ATTEMPTED,
        facts(
                event(
                    "x",
                    management,
                    6,
                    "Data1",
                    "New-ExchangeCertificate",
                    "Data2",
                    "-BinaryEncoded -RequestFile \"C:\\x\\a.aspx\""))
            .getFirst()
            .state());
    assertEquals(1, facts(event("x", management, 1, "Data1", "Install-TransportAgent")).size());
    assertEquals(
        1,
        facts(
                event(
                    "x",
                    management,
                    1,
                    "Data1",
                    "New-ManagementRoleAssignment",
                    "Data2",
                    "-Role \"Mailbox Import Export\""))
            .size());
    String iis = "Microsoft-IIS-Configuration/Operational";
    ServerFact module =
        facts(
                event(
                    "Microsoft-Windows-IIS-Configuration",
                    iis,
                    29,
                    "Configuration",
                    "/system.webServer/modules/add[@name='HttpFilterEx']"))
            .getFirst();
    assertEquals("HttpFilterEx", module.about().get("module"));
    assertEquals(
        Strength.STRONG,
        facts(
                event(
                    "Microsoft-Windows-IIS-Configuration",
                    iis,
                    29,
                    "Configuration",
                    "/system.webServer/httpLogging/@dontLog",
                    "NewValue",
                    "true"))
            .getFirst()
            .strength());
    assertEquals(
        EntryState.ATTEMPTED,
        facts(
                event(
                    "MSExchange Unified Messaging",
                    "Application",
                    1405,
                    "Data1",
                    "System.InvalidCastException: Unable to cast"))
            .getFirst()
            .state());
  }

  @Test
  void viewStateIsToldApartByWhetherTheMacPassed() {
    byte[] gadget = new byte[3000];
    byte[] name = "System.Diagnostics.Process".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, gadget, 500, name.length);
    String state = Base64.getEncoder().encodeToString(gadget);
    String body =
        "Client IP: 192.0.2.1\n Port: 4\n User-Agent: x\n PersistedState: "
            + state
            + "\n Referer: \n Path: /_layouts/15/start.aspx";
    EventFacts facts = new EventFacts();
    facts.accept(
        event(
            "ASP.NET 4.0.30319.0",
            "Application",
            1316,
            "Data1",
            "4009",
            "Data2",
            "Viewstate verification failed. Reason: Viewstate was invalid.",
            "Data3",
            body));
    ServerFact invalid = facts.facts().getFirst();
    assertEquals(EntryState.SUCCEEDED, invalid.state());
    assertEquals("192.0.2.1", invalid.about().get("client"));
    assertTrue(invalid.traces().getFirst().quote().contains("3000 bytes"));
    assertEquals(Set.of("192.0.2.1"), facts.invalidViewStateClients());

    EventFacts mac = new EventFacts();
    mac.accept(
        event(
            "ASP.NET 4.0.30319.0",
            "Application",
            1316,
            "Data1",
            "4009",
            "Data2",
            "Viewstate verification failed. Reason: The viewstate supplied failed integrity check.",
            "Data3",
            "Client IP: 192.0.2.1\n PersistedState: /wEPDwUKLTk=\n Path: /a.aspx"));
    assertEquals(EntryState.BLOCKED, mac.facts().getFirst().state());
    assertEquals(Strength.WEAK, mac.facts().getFirst().strength());
    assertTrue(mac.invalidViewStateClients().isEmpty());
  }

  @Test
  void keysAreBlottedOutOfQuotes() {
    String key = "0123456789ABCDEF".repeat(4);
    List<ServerFact> facts =
        facts(process(WORKER, "C:\\Windows\\System32\\cmd.exe", "cmd /c echo " + key, "u"));
    assertFalse(facts.toString().contains(key));
  }

  @Test
  void brokenBase64NeverThrows() {
    Random random = new Random(5);
    String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(40); k > 0; k--) {
        text.append(digits.charAt(random.nextInt(digits.length())));
      }
      assertTrue(ViewStateEvents.decode(text.toString()).length <= text.length());
    }
  }
}
