package org.bellbuoy.server.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.bellbuoy.core.finding.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What settings and machine keys say of a server on which no entry was seen, and of one where. */
class SettingsAndKeysTest {
  private static final String ENTRY =
      "2025-07-16 10:00:01 POST /_layouts/15/ToolPane.aspx DisplayMode=Edit - 203.0.113.9 M"
          + " /_layouts/SignOut.aspx 200\n";

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void ordinaryDays() throws Exception {
    root = folder.resolve("root/C");
    log("");
  }

  /** Six whole days of ordinary requests, and a row more on the third. */
  private void log(String more) throws Exception {
    Path logs = Files.createDirectories(root.resolve("inetpub/logs/LogFiles/W3SVC1"));
    for (int day = 14; day < 20; day++) {
      StringBuilder text =
          new StringBuilder(
              "#Fields: date time cs-method cs-uri-stem cs-uri-query cs-username c-ip"
                  + " cs(User-Agent) cs(Referer) sc-status\n");
      for (int minute = 0; minute < 1440; minute += 2) {
        text.append(
            "2025-07-%d %02d:%02d:00 GET /page%d.html - - 10.0.0.%d Mozilla/5.0 - 200%n"
                .formatted(day, minute / 60, minute % 60, minute % 7, minute % 50));
        if (day == 16 && minute == 600) {
          text.append(more);
        }
      }
      Files.writeString(logs.resolve("u_ex2507" + day + ".log"), text);
    }
  }

  private void applicationHost(String content) throws Exception {
    Path config = Files.createDirectories(root.resolve("Windows/System32/inetsrv/config"));
    Files.writeString(
        config.resolve("applicationHost.config"), "<configuration>" + content + "</configuration>");
  }

  private void key(String application, char digit, String modified) throws Exception {
    Path at =
        Files.createDirectories(
            root.resolve("inetpub/wwwroot/wss/VirtualDirectories/" + application));
    Path file = at.resolve("web.config");
    StringBuilder digits = new StringBuilder();
    new Random(digit).ints(128, 0, 16).forEach(i -> digits.append(Integer.toHexString(i)));
    Files.writeString(
        file,
        "<configuration><system.web><machineKey validationKey=\"%s\" decryptionKey=\"%s\" />"
                .formatted(digits, digits.substring(40, 104))
            + "</system.web></configuration>");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
  }

  private ServerVerdict sweep(String more) throws Exception {
    Path fleet = folder.resolve("fleet.yaml");
    Files.writeString(fleet, "servers:\n  - host: one\n    paths: [root]\n" + more);
    return Swept.of(List.of(), fleet, 1).result().verdicts().getFirst();
  }

  @Test
  void anAddedModuleIsPossibleWithAStepToTakeAndNeverLikely() throws Exception {
    applicationHost(
        "<system.webServer><globalModules><add name=\"OddModule\" image=\"C:\\odd\\odd.dll\" />"
            + "</globalModules></system.webServer>");
    ServerVerdict verdict = sweep("");
    assertThat(verdict.level()).isEqualTo(Level.POSSIBLE);
    assertThat(verdict.entered().sentence()).contains("OddModule");
    assertThat(verdict.next())
        .contains(
            "Ask who added the module OddModule; if nobody did, secure its file and remove the"
                + " module.");
  }

  @Test
  void loggingSwitchedOffIsPossibleAndToBeSwitchedOn() throws Exception {
    applicationHost("<system.webServer><httpLogging dontLog=\"true\" /></system.webServer>");
    ServerVerdict verdict = sweep("");
    assertThat(verdict.level()).isEqualTo(Level.POSSIBLE);
    assertThat(verdict.next())
        .contains("Switch the log of requests on again, and ask who switched it off.");
  }

  @Test
  void whatASiteIsSetToLeaveOutOfItsLogIsSaidBesideTheDays() throws Exception {
    applicationHost(
        "<system.applicationHost><sites><site name=\"Intranet\" id=\"1\"><logFile"
            + " logFormat=\"W3C\" logExtFileFlags=\"Date, Time, ClientIP, UserName, Method,"
            + " UriStem, HttpStatus, UserAgent\" /></site></sites></system.applicationHost>");
    assertThat(sweep("").coverage().sentence())
        .contains(
            "The site 'Intranet' is set to log without the query, the referer, in which an entry"
                + " would show.");
  }

  @Test
  void aKeyOlderThanAnEntryIsTakenForStolenOnAServerWhoseProductNobodyNamed() throws Exception {
    log(ENTRY);
    key("80", '1', "2025-07-01T00:00:00Z");
    ServerVerdict verdict = sweep("");
    assertThat(verdict.key().word()).isEqualTo("take for stolen");
    assertThat(verdict.identity().product().isSharePoint()).isTrue();
    assertThat(verdict.next()).anyMatch(step -> step.contains("change the machine keys"));
  }

  @Test
  void ofSeveralKeysTheOldestCounts() throws Exception {
    log(ENTRY);
    key("80", '1', "2025-07-18T00:00:00Z");
    assertThat(sweep("").key().word()).isEqualTo("check");
    key("81", '2', "2025-07-01T00:00:00Z");
    assertThat(sweep("").key().word()).isEqualTo("take for stolen");
  }

  @Test
  void aFileYoungerThanTheLogsTellsNothingOfItsKey() throws Exception {
    log(ENTRY);
    key("80", '1', "2025-07-25T00:00:00Z");
    ServerVerdict verdict = sweep("");
    assertThat(verdict.key().word()).isEqualTo("cannot tell");
    assertThat(verdict.key().sentence())
        .contains("its file has a time after the end of the logs")
        .contains("Take it for stolen until it is changed");
    assertThat(verdict.next()).anyMatch(step -> step.contains("change the machine keys"));
  }

  @Test
  void aKeyThatWasExposedOnDaysWithoutLogsLeavesTheEntryOpen() throws Exception {
    key("80", '1', "2025-07-01T00:00:00Z");
    ServerVerdict verdict = sweep("    product: SharePoint 2019\n    patchedOn: 2025-07-18\n");
    assertThat(verdict.key().word()).isEqualTo("exposed");
    // Exploited since 7 July, logged since 14 July.
    assertThat(verdict.level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(verdict.entered().sentence())
        .contains("could be taken on days that the logs do not cover");
    assertThat(verdict.next()).anyMatch(step -> step.contains("change the machine keys"));
  }

  @Test
  void aKeyThatIsAlsoOnAnEnteredServerIsTakenForStolenAndItsUseCannotBeSeen() throws Exception {
    log(ENTRY);
    key("80", '1', "2025-07-01T00:00:00Z");
    root = folder.resolve("second/C");
    log("");
    key("80", '1', "2025-07-01T00:00:00Z");
    root = folder.resolve("third/C");
    log("");
    key("80", '2', "2025-07-01T00:00:00Z");
    List<ServerVerdict> verdicts = three();
    assertThat(verdicts.get(0).level()).isEqualTo(Level.LIKELY);
    ServerVerdict same = verdicts.get(1);
    assertThat(same.key().word()).isEqualTo("take for stolen");
    assertThat(same.key().sentence()).contains("The same key is on one, which was entered at 2025");
    assertThat(same.level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(same.entered().sentence()).contains("its machine key is that of one");
    assertThat(same.next()).anyMatch(step -> step.contains("change the machine keys"));
    assertThat(verdicts.get(2).key().word()).isEqualTo("own");
    assertThat(verdicts.get(2).level()).isEqualTo(Level.UNLIKELY);
  }

  @Test
  void aKeyThatTheEnteredServerGotAfterwardsWasNotTakenWithIt() throws Exception {
    log(ENTRY);
    key("80", '1', "2025-07-18T00:00:00Z");
    root = folder.resolve("second/C");
    log("");
    key("80", '1', "2025-07-18T00:00:00Z");
    root = folder.resolve("third/C");
    log("");
    List<ServerVerdict> verdicts = three();
    assertThat(verdicts.get(1).key().word()).isEqualTo("own");
    assertThat(verdicts.get(1).level()).isEqualTo(Level.UNLIKELY);
  }

  @Test
  void aKeyInAQueryACommandOrARefusedLineIsWrittenNowhere() throws Exception {
    String validation = "0F1E2D3C4B5A69788796A5B4C3D2E1F001234567";
    String decryption = "A1B2C3D4E5F60718293A4B5C6D7E8F90";
    log(
        ENTRY.replace("DisplayMode=Edit", "DisplayMode=Edit&decryptionKey=" + decryption)
            + "2025-07-16 10:00:02 GET /"
            + "x".repeat(45)
            + validation
            + "\n");
    Path events =
        Files.createDirectories(root.resolve("Windows/System32/winevt/Exported"))
            .resolve("Sec.jsonl");
    Files.writeString(
        events,
        ("{\"EventID\": 1, \"Channel\": \"Microsoft-Windows-Sysmon/Operational\", \"SourceName\":"
                + " \"Microsoft-Windows-Sysmon\", \"Hostname\": \"one\", \"EventTime\":"
                + " \"2025-07-16 10:01:00\", \"Image\": \"C:\\\\Windows\\\\System32\\\\cmd.exe\","
                + " \"ParentImage\": \"C:\\\\Windows\\\\System32\\\\inetsrv\\\\w3wp.exe\","
                + " \"CommandLine\": \"powershell Set-SPMachineKey -ValidationKey %s -DecryptionKey"
                + " %s\"}%n")
            .formatted(validation, decryption));
    Path fleet = folder.resolve("fleet.yaml");
    Files.writeString(fleet, "servers:\n  - host: one\n    paths: [root]\n");
    Swept swept = Swept.of(List.of(), fleet, 1);
    String told = swept.result().findings() + swept.result().page().toString() + swept.rejects();
    assertThat(told)
        .contains("child-process")
        .contains("DisplayMode=Edit")
        .contains("too-few-columns")
        .contains("blotted")
        .doesNotContain(validation.substring(0, 8))
        .doesNotContain(decryption.substring(0, 8));
  }

  /** All three are of one farm, which rightly shares a key. */
  private List<ServerVerdict> three() throws Exception {
    Path fleet = folder.resolve("fleet.yaml");
    StringBuilder text = new StringBuilder("servers:\n");
    for (String host : List.of("one root", "two second", "three third")) {
      text.append(
          "  - host: %s\n    farm: intranet\n    paths: [%s]\n"
              .formatted((Object[]) host.split(" ")));
    }
    Files.writeString(fleet, text);
    return Swept.of(List.of(), fleet, 1).result().verdicts().stream()
        .sorted(
            Comparator.comparing(v -> List.of("one", "two", "three").indexOf(v.identity().host())))
        .toList();
  }

  @Test
  void aServerOfNoProductOfTheTablesIsNotAskedForItsBuild() throws Exception {
    ServerVerdict verdict = sweep("");
    assertThat(verdict.next())
        .noneMatch(step -> step.contains("Find out its build"))
        .anyMatch(step -> step.contains("say so in a fleet file"));
  }
}
