package org.bellbuoy.server.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.server.config.SweepSecret;
import org.bellbuoy.server.tree.ServerTrees;
import org.bellbuoy.server.tree.TreeLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps and archives that were left, logs of HTTP.sys, and exports of what is scanned. */
class OtherTracesTest {
  private static final String HTTPERR =
      "#Software: Microsoft HTTP API 2.0\n#Version: 1.0\n#Date: 2025-07-18 00:00:00\n"
          + "#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid"
          + " sc-status s-siteid s-reason s-queuename\n";

  @TempDir Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("SP01").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private ServerSweep.Result sweep(boolean weak) throws Exception {
    SweepOptions all = SweepOptions.defaults(1, SweepSecret.random(new Random(1)));
    SweepOptions options =
        new SweepOptions(
            all.date(),
            weak,
            all.toolShell(),
            all.rarePages(),
            all.coverage(),
            1,
            all.tables(),
            all.secret(),
            all.publicKeys(),
            all.names(),
            all.hashes(),
            null,
            all.given());
    try (RejectLog rejects = RejectLog.counting()) {
      return new ServerSweep(options, "test", () -> 0L)
          .run(
              ServerTrees.open(List.of(folder.resolve("SP01")), null, TreeLimits.defaults()),
              rejects,
              Progress.silent());
    }
  }

  private List<Finding> of(String rule, boolean weak) throws Exception {
    return sweep(weak).findings().stream().filter(f -> f.rule().equals(rule)).toList();
  }

  private static String state(Finding finding) {
    return finding.reasons().getFirst().code().substring(ServerFindings.STATE.length());
  }

  private static String path(Finding finding) {
    return finding.subject().ids().getOrDefault("path", "");
  }

  @Test
  void dumpsOfLsassAndArchivesInProductFoldersAreToldAndOthersOnlyWhenAskedFor() throws Exception {
    write("C/Windows/Temp/lsass.dmp", "x");
    write("C/ProgramData/lsass_1234.DMP", "x");
    write("C/inetpub/wwwroot/aspnet_client/out.7z", "x");
    write("C/ProgramData/a.rar", "x");
    write("C/Windows/Temp/b.cab", "x");
    write("C/ProgramData/Package Cache/{1}/cab1.cab", "x");
    write("C/Users/Public/holiday.7z", "x");
    write("C/Windows/Temp/w3wp.dmp", "x");
    assertThat(of("server.left-file", false))
        .extracting(OtherTracesTest::path)
        .containsExactlyInAnyOrder(
            "C/Windows/Temp/lsass.dmp",
            "C/ProgramData/lsass_1234.DMP",
            "C/inetpub/wwwroot/aspnet_client/out.7z");
    ServerVerdict verdict = sweep(false).verdicts().getFirst();
    assertThat(verdict.level()).as("nobody dumps lsass by chance").isEqualTo(Level.POSSIBLE);
    assertThat(verdict.left().word()).isEqualTo("3 to explain");
    assertThat(verdict.next())
        .anyMatch(step -> step.startsWith("Ask who made C/Windows/Temp/lsass"));
    List<Finding> all = of("server.left-file", true);
    assertThat(all)
        .extracting(OtherTracesTest::path)
        .hasSize(5)
        .contains("C/ProgramData/a.rar", "C/Windows/Temp/b.cab");
    assertThat(all).allMatch(f -> f.assessment().level() != Level.LIKELY);
  }

  @Test
  void anArchiveAccusesNobodyByItsPlaceAndADumpOfWindowsOwnIsTold() throws Exception {
    write("C/inetpub/wwwroot/aspnet_client/out.7z", "x");
    write("C/Windows/System32/config/systemprofile/AppData/Local/CrashDumps/lsass.exe.7.dmp", "x");
    ServerSweep.Result result = sweep(false);
    assertThat(result.verdicts().getFirst().level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(result.verdicts().getFirst().left().word()).isEqualTo("1 to explain");
    String before = result.run().id();
    write("C/ProgramData/lsass.dmp", "x");
    assertThat(sweep(false).run().id())
        .as("names that are judged are of the id")
        .isNotEqualTo(before);
  }

  @Test
  void whatHttpSysRefusedIsAnAttemptAndWhatItLostCannotBeTold() throws Exception {
    String rest = " 51234 192.0.2.1 443 HTTP/1.1 ";
    write(
        "C/Windows/System32/LogFiles/HTTPERR/httperr1.log",
        HTTPERR
            + "2025-07-18 18:06:01 203.0.113.7"
            + rest
            + "POST /_layouts/15/ToolPane.aspx?DisplayMode=Edit&a=/ToolPane.aspx - 503 2 AppOffline p\n"
            + "2025-07-18 18:06:02 203.0.113.7"
            + rest
            + "POST /_LAYOUTS//15/toolpane.aspx/?DisplayMode=Edit&foo=/ToolPane.aspx - 503 2 QueueFull p\n"
            + "2025-07-18 18:07:00 203.0.113.8"
            + rest
            + "POST /autodiscover/autodiscover.json?@e.test/PowerShell/ - - 2 Connection_Abandoned_By_ReqQueue p\n"
            + "2025-07-18 18:08:00 203.0.113.9"
            + rest
            + "GET /_layouts/15/start.aspx - 503 2 N/A p\n"
            + "2025-07-18 18:08:01 203.0.113.9"
            + rest
            + "- - - - - Timer_ConnectionIdle -\n");
    ServerSweep.Result result = sweep(true);
    assertThat(result.run().counts()).containsEntry("http-error-rows", 5L);
    List<Finding> entry =
        result.findings().stream().filter(f -> f.rule().equals("server.toolshell")).toList();
    assertThat(entry).hasSize(1);
    assertThat(state(entry.getFirst())).isEqualTo("attempted");
    assertThat(entry.getFirst().subject().ids()).containsEntry("ip", "203.0.113.7");
    assertThat(entry.getFirst().evidence())
        .extracting(e -> e.name() + ":" + e.line())
        .containsExactly(
            "SP01/C/Windows/System32/LogFiles/HTTPERR/httperr1.log:5",
            "SP01/C/Windows/System32/LogFiles/HTTPERR/httperr1.log:6");
    List<Finding> shell =
        result.findings().stream().filter(f -> f.rule().equals("server.proxyshell")).toList();
    assertThat(shell).hasSize(1);
    assertThat(state(shell.getFirst())).isEqualTo("cannot-tell");
    assertThat(result.findings()).noneMatch(f -> f.subject().ids().containsValue("203.0.113.9"));
    ServerVerdict verdict = result.verdicts().getFirst();
    assertThat(verdict.level()).as("a log of refusals covers no day").isEqualTo(Level.CANNOT_TELL);
    assertThat(verdict.entered().word()).isEqualTo("tried");
  }

  @Test
  void anExportThatSaysScanningIsOffIsToldBesideOtherThings() throws Exception {
    write("amsi.txt", "Url : https://portal.example.test\nAMSIBodyScanMode : Off\n");
    String told =
        of("server.config", true).stream()
            .flatMap(f -> f.reasons().stream())
            .map(r -> r.text())
            .collect(Collectors.joining(" "));
    assertThat(told).contains("does not have bodies of requests scanned");
    write("amsi.txt", "Url : https://portal.example.test\nAMSIBodyScanMode : Full\n");
    assertThat(of("server.config", true)).isEmpty();
  }
}
